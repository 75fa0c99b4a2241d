//! "What should I do today?": a situation in, the best plan that obeys the rules out.
//!
//! Total and deterministic: the same situation has the same plan, whoever asks and wherever.

mod ask;
mod beside;
mod care;
mod free;
mod heading;
mod limits;
mod log;
mod passed;
#[cfg(test)]
pub(crate) mod people;
mod phase;
mod plan;
mod reasons;
mod replies;
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
pub use limits::MOST_STEPS;
pub use log::{Done, Log};
pub use plan::{Plan, Step, advise};
pub use reasons::Reason;
pub use replies::Reply;
pub use rules::Rule;
pub use situation::Situation;
pub use when::When;
