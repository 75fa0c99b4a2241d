//! Whoever looks after the bot from outside: health and figures over HTTP, systemd, and the disk.

mod disk;
mod http;
mod systemd;

pub use disk::watch_disk;
pub use http::serve;
pub use systemd::{ready, stopping, watch_dog};
