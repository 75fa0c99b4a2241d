//! The private cards of `/me`: what a member has set, and what to tap to set it.

mod click;
mod data;
mod kit;
mod pace;
mod race;
mod show;
mod time_zone;
mod week;

pub use click::MeClick;
pub use data::{ask_to_forget, exported, forgotten, kept};
pub use kit::kit;
pub use pace::{pace, pace_cleared};
pub use race::{race, race_cleared};
pub use show::{board, member, paused, resumed, units};
pub use time_zone::{zone_chosen, zone_set};
pub use week::week;
