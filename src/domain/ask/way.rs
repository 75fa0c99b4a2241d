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
    /// How the board counts; no command says it, so the answer does.
    Points,
}

/// The way a sentence asks for, if it does.
pub(super) fn way(heard: &Heard<'_>, names: bool) -> Option<Way> {
    if !heard.is_mine() {
        return None;
    }
    let corrects = heard.has(&["that was", "it was"]) && heard.said("not") && heard.numbers > 0;
    let is_wrong = heard.words.first() == Some(&"wrong");
    let switches = heard.any("use switch show change") && heard.any(words::LENGTH_UNITS);
    let has = heard.has(words::HAS_PHRASES) && names && !heard.asks && heard.numbers == 0;
    if heard.asks && heard.any("points point scoring") {
        Some(Way::Points)
    } else if heard.any("timezone timezones") || heard.has(&["time zone"]) {
        Some(Way::TimeZone)
    } else if heard.has(words::RACE_PHRASES) {
        Some(Way::Race)
    } else if heard.has(words::CHANGE_PHRASES) || corrects || is_wrong {
        Some(Way::Change)
    } else if heard.numbers == 0 && switches {
        Some(Way::Units)
    } else if has || heard.has(&["my kit", "my equipment"]) {
        Some(Way::Kit)
    } else {
        let unwell = heard.has(words::UNWELL_PHRASES) && heard.words.len() <= 5 && !heard.asks;
        unwell.then_some(Way::Pause)
    }
}
