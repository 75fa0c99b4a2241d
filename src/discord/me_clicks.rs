//! Clicks on the cards of `/me`: each acts on the one who clicks, whoever the card was for.

use super::Event;
use super::components::Shown;
use crate::actions::{self, App};
use crate::cards::{self, MeClick};
use crate::error::Failure;

pub(super) async fn act(app: &App, event: Event, click: MeClick) -> Result<Shown, Failure> {
    let at = event.origin.instant();
    match click {
        MeClick::Forget => {
            let entries = actions::forget(app, event.member).await?;
            Ok(Shown::Changed(cards::forgotten(entries)))
        }
        MeClick::Keep => Ok(Shown::Changed(cards::kept())),
        MeClick::Zone(zone) => {
            let place = actions::set_time_zone(app, event.member, zone).await?;
            Ok(Shown::Changed(cards::zone_set(&place, at)))
        }
    }
}
