//! The words that ask for what is one's own: to be on the board, or to have one's data. Lists only,
//! no logic.

/// Somebody else, whose place is not one's own to give.
pub(in crate::domain::ask) const ANOTHER: &str =
    "he she him her them sam jess wife husband friend mate everyone everybody";

pub(in crate::domain::ask) const OFF_PHRASES: &[&str] = &[
    "me off",
    "me from",
    "me out",
    "hide me",
    "be off",
    "get off",
    "come off",
    "go off",
    "want off",
    "im off",
    "opt out",
    "leave the",
    "dont show me",
    "dont list me",
    "dont put me",
    "not show me",
    "dont want to be on",
    "dont wanna be on",
    "not be on",
];

pub(in crate::domain::ask) const ON_PHRASES: &[&str] = &[
    "put me on",
    "put me back",
    "add me",
    "get on the",
    "join the",
    "include me",
    "me back on",
    "opt in",
    "opt me in",
    "want to be on",
    "be on the",
    "be back on",
];

/// Asks for one's data to be gone, or to have a copy.
pub(in crate::domain::ask) const TAKES_DATA: &str =
    "delete erase remove wipe forget export download";

pub(in crate::domain::ask) const DATA: &str = "data account everything export";

pub(in crate::domain::ask) const DATA_PHRASES: &[&str] = &[
    "my data",
    "forget me",
    "delete me",
    "remove me",
    "erase me",
    "wipe me",
    "export my",
    "an export",
    "gdpr",
    "know about me",
    "store about me",
    "keep about me",
    "have on me",
    "have about me",
    "copy of my",
    "my account",
    "my privacy",
];
