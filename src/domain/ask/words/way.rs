//! The words that ask for what a command does. Lists only, no logic.

pub(in crate::domain::ask) const LENGTH_UNITS: &str =
    "miles km kms kilometres kilometers units metric imperial";

pub(in crate::domain::ask) const RACE_PHRASES: &[&str] = &[
    "my race is",
    "my next race",
    "have a race",
    "ive got a race",
    "set my race",
    "set a race",
    "add my race",
    "add a race",
    "change my race",
];

pub(in crate::domain::ask) const CHANGE_PHRASES: &[&str] = &[
    "change that",
    "change it to",
    "make that",
    "i meant",
    "meant to be",
    "should be",
    "should have been",
    "shouldve been",
    "edit that",
    "edit my last",
    "change my last",
    "fix that",
];

pub(in crate::domain::ask) const UNWELL_PHRASES: &[&str] = &[
    "im injured",
    "i am injured",
    "got injured",
    "im sick",
    "i am sick",
    "im ill",
    "i am ill",
    "have a cold",
    "got a cold",
    "have the flu",
    "got the flu",
    "have covid",
    "got covid",
    "on holiday",
    "on vacation",
];

/// Tells what one has, beside its name.
pub(in crate::domain::ask) const HAS_PHRASES: &[&str] =
    &["i have", "i own", "i dont have", "i dont own", "i havent got"];
