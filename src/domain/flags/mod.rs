//! Red flags heard in what members write: what a careful clinician would stop at.
//!
//! What each asks for is the catalogue's to say. It only tells when somebody else should look.

mod heard;
mod sore;
mod told;

pub use super::catalogue::Flag;
pub use heard::{FlagHeard, heard, is_about_health, says_clear};
pub use sore::{Signs, asked_of_sore};
