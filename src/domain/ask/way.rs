//! What plain words don't do, and a command does: the way there.

use super::heard::Heard;
use super::words;

/// What a command is the way to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Their clock.
    TimeZone,
    /// The race they train for.
    Race,
    /// Kilometres or miles.
    Units,
    /// What they own.
    Kit,
    /// To change what was logged.
    Change,
    /// To have a break.
    Pause,
}

/// The way a sentence asks for, if it does.
pub(super) fn way(heard: &Heard<'_>) -> Option<Way> {
    if !heard.is_mine() {
        return None;
    }
    let corrects = heard.has(&["that was", "it was"]) && heard.said("not") && heard.numbers > 0;
    let is_wrong = heard.words.first() == Some(&"wrong");
    let switches = heard.any("use switch show change") && heard.any(words::LENGTH_UNITS);
    if heard.any("timezone timezones") || heard.has(&["time zone"]) {
        Some(Way::TimeZone)
    } else if heard.has(words::RACE_PHRASES) {
        Some(Way::Race)
    } else if heard.has(words::CHANGE_PHRASES) || corrects || is_wrong {
        Some(Way::Change)
    } else if heard.numbers == 0 && switches {
        Some(Way::Units)
    } else if heard.has(&["my kit", "my equipment"]) {
        Some(Way::Kit)
    } else {
        let unwell = heard.has(words::UNWELL_PHRASES) && heard.words.len() <= 5 && !heard.asks;
        unwell.then_some(Way::Pause)
    }
}
