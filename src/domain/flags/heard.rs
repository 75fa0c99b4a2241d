//! What of a red flag a text tells: whether to stop at it, to ask about it, or to help with it.

use super::{Flag, flag_in, of_somebody_else};

/// What a text tells of a red flag; what matters most comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlagHeard {
    /// Surely the member's own, and now.
    Stop(Flag),
    /// It may be: they are asked.
    Ask(Flag),
    /// Somebody else's, who can't wait.
    Theirs(Flag),
    /// None.
    Nothing,
}

/// Hears a text for red flags.
#[must_use]
pub fn heard(text: &str) -> FlagHeard {
    let own = flag_in(text).map(FlagHeard::Stop);
    own.or_else(|| of_somebody_else(text).map(FlagHeard::Theirs)).unwrap_or(FlagHeard::Nothing)
}
