//! Clicks under a member's weeks: each acts on the one who clicks, whoever the card was for.

use super::{Given, Shown};
use crate::actions::{self, App};
use crate::cards::{self, StatsClick};
use crate::discord::Event;
use crate::error::{Failure, UserError};

pub(super) async fn act(
    app: &App,
    event: Event,
    click: StatsClick,
    given: &Given,
) -> Result<Shown, Failure> {
    let (member, guild, at) = (event.member, event.place.guild, event.origin.instant());
    let name = &given.name;
    match click {
        StatsClick::Share { weeks } => {
            if guild.is_none() {
                return Err(UserError::OnlyInAClub.into());
            }
            let shown = actions::own_stats(app, member, guild, weeks, at).await?.to_share();
            let question = cards::stats_shared(&shown);
            Ok(Shown::Settled { question, answer: cards::shared_stats(&shown, name) })
        }
        StatsClick::Season => {
            let season = actions::recap_season(app, member, guild, at).await?;
            Ok(Shown::Told(cards::own_season(&season, name, guild.is_some())))
        }
        StatsClick::ShareSeason => {
            if guild.is_none() {
                return Err(UserError::OnlyInAClub.into());
            }
            let season = actions::recap_season(app, member, guild, at).await?;
            let question = cards::season_shared(&season);
            Ok(Shown::Settled { question, answer: cards::shared_season(&season, name) })
        }
    }
}
