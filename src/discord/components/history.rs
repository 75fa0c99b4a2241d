//! Clicks on the history.

use super::{Given, Shown};
use crate::actions::{self, App, EditEntry};
use crate::cards::{self, HistoryClick, HistoryWish};
use crate::discord::Event;
use crate::error::{Failure, UserError};

pub(super) async fn act(
    app: &App,
    event: Event,
    click: HistoryClick,
    given: &Given,
) -> Result<Shown, Failure> {
    let HistoryClick { view, wish } = click;
    let (member, guild, at) = (event.member, event.place.guild, event.origin.instant());
    Ok(Shown::Changed(match wish {
        HistoryWish::List => {
            cards::history(&actions::history(app, member, guild, at, view.days, view.page).await?)
        }
        HistoryWish::Pick => {
            let chosen = given.chosen.first().and_then(|value| value.parse().ok());
            let id = chosen.ok_or(UserError::NoSuchEntry)?;
            cards::history_entry(&actions::history_entry(app, id, member).await?, view)
        }
        HistoryWish::Edit(id) => {
            let entry = actions::history_entry(app, id, member).await?;
            return Ok(Shown::Asked(cards::edit_form(&entry, view)));
        }
        HistoryWish::Change(id) => {
            let edit = EditEntry {
                id,
                member,
                guild,
                at,
                what: given.field("what"),
                minutes: given.field("minutes"),
                day: given.field("day"),
                note: given.field("note"),
            };
            cards::changed(&actions::edit_entry(app, &edit).await?, view)
        }
        HistoryWish::Delete(id) => {
            cards::history_entry(&actions::delete_entry(app, id, member, at).await?, view)
        }
        HistoryWish::Restore(id) => {
            cards::restored(&actions::restore_entry(app, id, member, at).await?, view)
        }
        HistoryWish::LogAgain(id) => {
            let logged = actions::log_again(app, id, event.origin, member, event.place).await?;
            let question = cards::logged_again(&logged, view);
            return Ok(Shown::Settled { question, answer: cards::logged(&logged) });
        }
    }))
}
