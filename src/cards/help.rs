//! What `/help` says: what to type, one line each, for a thumb in a hurry.

use super::Card;

/// What a member can ask for, by what they would type.
#[must_use]
pub fn help() -> Card {
    Card::private(
        "**Tell me what you do between runs.**\n\
         `/recover boots 30` logs it; say it your way, several at once, or for yesterday\n\
         `/modalities cryo` how, how long, what to mind, how sure anyone is\n\
         -# Typed it wrong? Undo is under every reply. Pick from the list while you type to be quick.",
    )
}
