//! Figures made ready to be shown: a name said turned into somebody, the names of those told put in.

use std::time::Duration;

use poise::serenity_prelude as serenity;

use super::said::Said;
use super::{boards, members};
use crate::actions::{self, App, Asker, Figures, Found};
use crate::cards::{self, Names, Opens};
use crate::domain::figures::{FiguresAsked, Whose};
use crate::domain::ids::MemberId;
use crate::error::Failure;

/// How long whoever asks waits for names; whoever has none by then is mentioned.
const WAITS: Duration = Duration::from_secs(1);

/// Answers a question about figures: a club's for everyone, all others for the one who asked.
///
/// # Errors
///
/// As [`actions::figures`].
pub(super) async fn answer(
    app: &App,
    http: &serenity::Http,
    asker: &Asker,
    asked: FiguresAsked,
) -> Result<Said, Failure> {
    let asked = with_member(app, http, asker, asked).await?;
    let figures = actions::figures(app, asker, &asked).await?;
    let Figures { asked, found, .. } = &figures;
    let again = Opens::Figures(Box::new(asked.clone()));
    Ok(match found {
        Found::Board(ranked) => {
            Said::Openly(boards::leaderboard(http, ranked.as_ref().clone()).await)
        }
        Found::Place(own) => {
            Said::Privately(boards::own_place(http, own.as_ref().clone()).await, again)
        }
        Found::Flagged(flag) => {
            let help = actions::help_lines(app, asker.member, asker.place.guild).await?;
            Said::Privately(cards::open_flag(Some(*flag), help), Opens::Flag)
        }
        _ => {
            let named: Vec<MemberId> = match (&asked.whose, found) {
                (_, Found::Most { placed, .. }) => placed.iter().map(|(_, who, _)| *who).collect(),
                (Whose::Member(member), _) => vec![*member],
                _ => Vec::new(),
            };
            let names = match asker.place.guild {
                Some(guild) => members::called(http, guild, &named, WAITS).await,
                None => Names::default(),
            };
            let card = cards::figures(&figures, &names);
            if card.private { Said::Privately(card, again) } else { Said::Openly(card) }
        }
    })
}

/// The question with the member that a name means, where it can only be one of those seen of late.
async fn with_member(
    app: &App,
    http: &serenity::Http,
    asker: &Asker,
    asked: FiguresAsked,
) -> Result<FiguresAsked, Failure> {
    let (Whose::Named(name), Some(guild)) = (&asked.whose, asker.place.guild) else {
        return Ok(asked);
    };
    let seen = actions::seen_of_late(app, guild, asker).await?;
    let whose = match members::named(http, guild, &seen, name, WAITS).await {
        Some(member) => Whose::Member(member),
        None => asked.whose,
    };
    Ok(FiguresAsked { whose, ..asked })
}
