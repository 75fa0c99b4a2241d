//! Clicks on a red flag's card: each acts on the one who clicks.

use super::Shown;
use crate::actions::{self, App};
use crate::cards::{self, FlagClick};
use crate::discord::Event;
use crate::error::Failure;

pub(super) async fn act(app: &App, event: Event, click: FlagClick) -> Result<Shown, Failure> {
    match click {
        FlagClick::Clear => Ok(Shown::Told(match actions::open_flag(app, event.member).await? {
            Some(_) => cards::ask_clear(),
            None => cards::cleared(false),
        })),
        FlagClick::Sure => {
            let was_open = actions::clear_flags(app, event.member, event.origin.instant()).await?;
            Ok(Shown::Changed(cards::cleared(was_open)))
        }
    }
}
