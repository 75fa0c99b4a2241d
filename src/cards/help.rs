//! What `/help` says: what to type, one line each, for a thumb in a hurry.

use super::Card;

/// What a member can ask for, by what they would type.
#[must_use]
pub fn help() -> Card {
    Card::private(
        "**Tell me what you do between runs.**\n\
         `/recover boots 30` logs it; say it your way, several at once, or for yesterday\n\
         `/run 8k easy 52min` logs a run, or hand over the watch's file\n\
         `/checkin legs heavy, slept 6h` how you are; only you see it\n\
         `/history` your last days, to change, delete or log again\n\
         `/insights` how sore you are after days with it and without\n\
         `/leaderboard` how the club is doing this week\n\
         `/stats` your last weeks as a picture, yours to share
         `/today 20 min, calves sore` what to do with the time you have
         `/modalities cryo` how, how long, what to mind, how sure anyone is\n\
         `/remind on` a nudge in the evening, on days you've logged nothing\n\
         `/me timezone boston` your clock, your week, a pause, your data\n\
         `/club setup` for organisers: channel, clock, nudge, board, your own modalities\n\
         -# Typed it wrong? Undo is under every reply. Pick from the list while you type to be quick.",
    )
}
