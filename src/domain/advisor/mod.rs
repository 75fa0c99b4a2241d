//! "What should I do today?": a situation in, the best plan that obeys the rules out.
//!
//! Total and deterministic: the same situation has the same plan, whoever asks and wherever.

mod ask;
mod free;
mod heading;
mod log;
mod passed;
#[cfg(test)]
pub(crate) mod people;
mod plan;
mod reasons;
mod rules;
mod search;
mod situation;
#[cfg(test)]
mod tests;
mod value;
mod when;

pub use super::catalogue::Condition;
pub use ask::{Ask, AskRefused, AskedAt, MAX_CHARS, RaceSaid, State, ask, conditions, told};
pub use free::Free;
pub use heading::Heading;
pub use log::{Done, Log};
pub use plan::{Plan, Step, advise};
pub use reasons::Reason;
pub use rules::{MOST_STEPS, Rule};
pub use situation::Situation;
pub use when::When;
