//! Clicks on the cards of `/me`: each acts on the one who clicks, whoever the card was for.

use chrono::Weekday;

use super::Shown;
use crate::actions::{self, App};
use crate::cards::{self, MeClick};
use crate::discord::Event;
use crate::error::Failure;

pub(super) async fn act(
    app: &App,
    event: Event,
    click: MeClick,
    chosen: &[String],
) -> Result<Shown, Failure> {
    let at = event.origin.instant();
    match click {
        MeClick::Goal => {
            // Only numbers stand in that menu; anything else changes nothing.
            let goal = chosen.first().and_then(|goal| goal.parse().ok()).unwrap_or_default();
            Ok(Shown::Changed(cards::week(&actions::set_goal(app, event.member, goal, at).await?)))
        }
        MeClick::Days(kind) => {
            let days: Vec<Weekday> = chosen.iter().filter_map(|day| day.parse().ok()).collect();
            let week = actions::set_training_days(app, event.member, kind, &days, at).await?;
            Ok(Shown::Changed(cards::week(&week)))
        }
        MeClick::Kit(shelf) => {
            let kit = actions::choose_kit(app, event.member, shelf, chosen, at).await?;
            Ok(Shown::Changed(cards::kit(&kit)))
        }
        MeClick::ClearRace => {
            actions::clear_race(app, event.member, at).await?;
            Ok(Shown::Changed(cards::race_cleared()))
        }
        MeClick::ClearPace => {
            actions::clear_pace(app, event.member, at).await?;
            Ok(Shown::Changed(cards::pace_cleared()))
        }
        MeClick::Unlearn => {
            for words in chosen {
                actions::unlearn_word(app, event.member, words, at).await?;
            }
            let shown = actions::show_member(app, event.member, event.place.guild, at).await?;
            Ok(Shown::Changed(cards::member(&shown)))
        }
        MeClick::Forget => {
            let gone = actions::forget(app, event.member, at).await?;
            Ok(Shown::Changed(cards::forgotten(gone)))
        }
        MeClick::Keep => Ok(Shown::Changed(cards::kept())),
        MeClick::Zone(zone) => {
            let place = actions::set_time_zone(app, event.member, zone, at).await?;
            Ok(Shown::Changed(cards::zone_set(&place, at)))
        }
    }
}
