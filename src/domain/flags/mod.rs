//! Red flags heard in what members write: what a careful clinician would stop at.
//!
//! What each asks for is the catalogue's to say. It only tells when somebody else should look.

mod clear;
mod find;
mod hear;
mod heard;
mod signs;
mod words;

pub use super::catalogue::Flag;
pub use clear::says_clear;
pub use find::{flag_in, of_somebody_else};
pub use heard::{FlagHeard, heard};

#[cfg(test)]
mod tests;
