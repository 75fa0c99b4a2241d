//! The private cards of `/me`: what a member has set, and what to tap to set it.

mod click;
mod time_zone;

pub use click::MeClick;
pub use time_zone::{zone_chosen, zone_set};
