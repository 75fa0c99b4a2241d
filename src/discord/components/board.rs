//! Clicks about a board.

use poise::serenity_prelude as serenity;

use super::Shown;
use crate::actions::{self, App};
use crate::cards::{self, BoardClick};
use crate::discord::{Event, boards};
use crate::error::{Failure, UserError};

pub(super) async fn act(
    app: &App,
    http: &serenity::Http,
    event: Event,
    click: BoardClick,
) -> Result<Shown, Failure> {
    match click {
        BoardClick::MyPlace(period) => {
            let (member, place, at) = (event.member, event.place, event.origin.instant());
            let own = actions::own_place(app, member, place, period, at).await?;
            Ok(Shown::Told(boards::own_place(http, own).await))
        }
        BoardClick::KeepOff(member) if member == event.member => {
            actions::set_on_board(app, member, false, event.origin.instant()).await?;
            Ok(Shown::Told(cards::board(false)))
        }
        BoardClick::KeepOff(_) => Err(UserError::NotYours.into()),
    }
}
