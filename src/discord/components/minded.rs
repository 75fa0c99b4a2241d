//! What of a click is minded once it is answered: the entries it logs, and the words written into it.

use super::Given;
use crate::actions::{self, App};
use crate::cards::{ComponentId, HistoryClick, HistoryWish, NudgeClick};
use crate::discord::Event;
use crate::domain::ids::Snowflake;

/// Whose entries a click logs or changes: those of what asked for it, or its own.
pub(super) fn logs(component: &ComponentId, event: Event) -> Option<Snowflake> {
    match component {
        ComponentId::Choose { question: origin, .. }
        | ComponentId::Nudge(NudgeClick::Did { origin, .. }) => Some(*origin),
        ComponentId::ChangeBack(back) => Some(back.entry.origin),
        ComponentId::Done(steps) => Some(steps.origin),
        ComponentId::History(HistoryClick { wish: HistoryWish::LogAgain(_), .. }) => {
            Some(event.origin)
        }
        ComponentId::History(HistoryClick { wish: HistoryWish::Change(id), .. }) => Some(id.origin),
        _ => None,
    }
}

/// What was written into a form, without what stood there before: that was heard when it was said.
pub(super) async fn new_words(
    app: &App,
    event: Event,
    component: &ComponentId,
    given: &Given,
) -> Vec<String> {
    let mut words = given.words();
    if let ComponentId::History(HistoryClick { wish: HistoryWish::Change(id), .. }) = component
        && let Ok(before) = actions::history_entry(app, *id, event.member).await
    {
        words.retain(|words| before.note.as_deref().map(str::trim) != Some(words.trim()));
    }
    words
}
