//! Whether a sentence asks for what is one's own to decide: to be on the board, or to have one's data.

use super::Wish;
use super::heard::Heard;
use super::words;

/// What of one's own it asks for, if it does.
pub(super) fn mine(heard: &Heard<'_>) -> Option<Wish> {
    on_board(heard).or_else(|| data(heard))
}

/// "take me off the leaderboard", "put me back on the board".
fn on_board(heard: &Heard<'_>) -> Option<Wish> {
    let of_me = heard.any("me i im my opt") && !heard.any(words::ANOTHER);
    if !of_me || !heard.any(words::BOARD) {
        return None;
    }
    let leaves = heard.has(words::OFF_PHRASES);
    if !leaves && !heard.has(words::ON_PHRASES) {
        return None;
    }
    // Who asks how is told how.
    let asks_how = heard.asks && heard.any("how where what");
    Some(if asks_how { Wish::Mine } else { Wish::OnBoard(!leaves) })
}

/// "delete my data", "forget me", "what do you know about me".
fn data(heard: &Heard<'_>) -> Option<Wish> {
    let takes = heard.any(words::TAKES_DATA) && heard.any(words::DATA);
    // "delete all I logged today" is taken back, entry by entry.
    let of_a_day = heard.any("today yesterday last logged entry entries");
    (takes && !of_a_day || heard.has(words::DATA_PHRASES)).then_some(Wish::Mine)
}
