//! What `/help` says: what to type, one line each, for a thumb in a hurry.

use super::Card;

/// What a member can ask for, by what they would type.
#[must_use]
pub fn help() -> Card {
    Card::private(
        "**Tell me what you do between runs.**\n\
         `/recover boots 30` logs it: your way, several at once, or for yesterday\n\
         `/run 8k easy 52min` a run, or your watch's file\n\
         `/checkin legs heavy, slept 6h` how you are; only you see it\n\
         `/today 20 min, calves sore` what to do with the time you have\n\
         `/stats` your weeks as a picture · `/leaderboard` the club's\n\
         `/history` to change, delete, log again · `/insights` your days with and without\n\
         `/modalities cryo` how, how long, what to mind, how sure anyone is\n\
         `/remind on` a nudge in the evening, on days you've logged nothing\n\
         `/me timezone boston` your clock, kit, race, pauses, data\n\
         `/club setup` for organisers: channel, clock, nudge, board\n\
         -# Plain words to me work too: mention me, or write to me. Undo is under every reply.",
    )
}
