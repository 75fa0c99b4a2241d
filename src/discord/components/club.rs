//! Clicks on the cards of `/club`, and on the first hello: who clicks must be an organiser, each time.

use poise::serenity_prelude as serenity;

use super::{Given, Shown};
use crate::actions::{self, App, ClubZone, SetUpClub};
use crate::cards::{self, ClubClick};
use crate::discord::{Event, club};
use crate::domain::ids::ChannelId;
use crate::error::Failure;

pub(super) async fn act(
    app: &App,
    http: &serenity::Http,
    event: Event,
    click: ClubClick,
    given: &Given,
) -> Result<Shown, Failure> {
    let guild = given.guild_to_manage.clone()?;
    let at = event.origin.instant();
    let chosen = given.chosen.first().map(String::as_str);
    let wish = match click {
        ClubClick::SetUp => {
            let set = actions::show_club(app, guild).await?;
            return Ok(Shown::Told(cards::club_setup(&set, at)));
        }
        ClubClick::Channel => {
            let channel = chosen.and_then(|id| id.parse().ok()).map(ChannelId);
            let channel = club::own_channel(http, guild, channel).await?;
            SetUpClub { channel, ..SetUpClub::default() }
        }
        ClubClick::Nudge => SetUpClub { nudge_at: chosen, ..SetUpClub::default() },
        ClubClick::Board => SetUpClub { board_at: chosen, ..SetUpClub::default() },
        ClubClick::AskZone => {
            let set = actions::show_club(app, guild).await?;
            return Ok(Shown::Asked(cards::club_zone_form(&set)));
        }
        ClubClick::ZoneSaid => {
            let said = given.field("where");
            return Ok(
                match actions::choose_club_zone(app, guild, event.member, said, at).await? {
                    ClubZone::Set(set) => Shown::Changed(cards::club_setup(&set, at)),
                    ClubZone::Which(places) => Shown::Told(cards::which_club_zone(&places, at)),
                },
            );
        }
        ClubClick::Zone(zone) => {
            let set = actions::set_club_zone(app, guild, event.member, zone, at).await?;
            return Ok(Shown::Changed(cards::club_setup(&set, at)));
        }
        ClubClick::Check => {
            return Ok(Shown::Told(club::check(app, http, given.bot, guild, event).await?));
        }
        ClubClick::Preview => {
            return Ok(Shown::Told(club::preview(app, http, guild, event).await?));
        }
    };
    let set = actions::set_up_club(app, guild, event.member, wish, at).await?;
    Ok(Shown::Changed(cards::club_setup(&set, at)))
}
