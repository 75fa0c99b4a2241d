//! What a race result says of a runner: their VDOT, their easy pace, and times to expect.
//!
//! Pure formulas, each with its source. Distances in metres, times in seconds; nothing is promised.

mod easy;
mod expect;
mod result;
mod vdot;

pub use easy::{Easy, easy};
pub use expect::{Expected, expected};
pub use result::{RaceResult, ResultRefused, ResultSaid, read_result};
pub use vdot::Vdot;
