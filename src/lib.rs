//! Fresh Legs: a recovery coach for a running club, living in the club's Discord.

pub mod clock;
pub mod sandbox;
