//! Clicks on a red flag's card: each acts on the one who clicks.

use super::Shown;
use crate::actions::{self, AnsweredFlag, App};
use crate::cards::{self, FlagClick};
use crate::discord::Event;
use crate::error::Failure;

pub(super) async fn act(app: &App, event: Event, click: FlagClick) -> Result<Shown, Failure> {
    match click {
        FlagClick::Clear => Ok(Shown::Told(match actions::open_flag(app, event.member).await? {
            Some(_) => cards::ask_clear(),
            None => cards::cleared(false),
        })),
        FlagClick::Answer { question, is_so } => {
            let (member, at) = (event.member, event.origin.instant());
            let answered = actions::answer_flag(app, member, question, is_so, at).await?;
            let help = actions::help_lines(app, member, event.place.guild).await?;
            Ok(match answered {
                None => Shown::Told(cards::no_longer_there()),
                // What stands there may be a plan, which stays.
                Some(AnsweredFlag::NotSo(flag)) => Shown::Told(cards::flag_not_so(flag)),
                Some(AnsweredFlag::Raised(minded)) => Shown::Changed(cards::minded(&minded, help)),
                Some(AnsweredFlag::Already(open)) => Shown::Changed(cards::open_flag(open, help)),
            })
        }
        FlagClick::Sure => {
            let was_open = actions::clear_flags(app, event.member, event.origin.instant()).await?;
            Ok(Shown::Changed(cards::cleared(was_open)))
        }
    }
}
