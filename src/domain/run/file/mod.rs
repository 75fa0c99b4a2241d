//! A watch's file → when the run began, how long and how far. Told apart by content, never by name.
//!
//! Positions only sum up to a distance and are gone with the file; a bomb has nothing to unfold
//! here: no archive is opened, no XML entity is expanded, and every count has its limit.

mod fit;
mod xml;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Absurd, Metres, Seconds, checked};

/// The largest file read.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// More points than two days hold at one a second.
const MOST_POINTS: u32 = 200_000;

/// What a file tells of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileRun {
    /// When it began.
    pub start: DateTime<Utc>,
    /// How long it took.
    pub seconds: Seconds,
    /// How far it went, where the file or its positions tell.
    pub metres: Option<Metres>,
}

/// Why a file tells of no run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileRefused {
    /// Neither FIT nor GPX nor TCX.
    Unknown,
    /// Packed: the file inside would do.
    Packed,
    /// Larger than [`MOST_BYTES`], or more points than anyone runs.
    TooBig,
    /// It breaks off or makes no sense.
    Broken,
    /// No times in it: a route, not a run.
    NoTimes,
    /// A ride or a swim.
    NotARun,
    /// Its clock was wrong: it begins before the first such watch, in times to come, or after its end.
    Clock,
    /// Figures no run has.
    Absurd(Absurd),
    /// It could not be fetched.
    Unreachable,
    /// It takes longer to read than a member should wait.
    TooSlow,
}

/// Reads a file, told at `now`.
///
/// # Errors
///
/// Says why where it tells of no run.
pub fn read(bytes: &[u8], now: DateTime<Utc>) -> Result<FileRun, FileRefused> {
    if bytes.len() > MOST_BYTES {
        return Err(FileRefused::TooBig);
    }
    let track = if bytes.starts_with(&[0x1f, 0x8b]) || bytes.starts_with(b"PK") {
        return Err(FileRefused::Packed);
    } else if bytes.get(8..12) == Some(b".FIT") {
        fit::read(bytes)?
    } else {
        xml::read(std::str::from_utf8(bytes).map_err(|_| FileRefused::Unknown)?)?
    };
    track.settled(now)
}

/// What was found in a file so far.
#[derive(Default)]
struct Track {
    start: Option<DateTime<Utc>>,
    end: Option<DateTime<Utc>>,
    /// Time and distance as the watch sums them up.
    seconds: Option<f64>,
    metres: Option<f64>,
    /// The distance along the positions.
    walked: f64,
    position: Option<(f64, f64)>,
    points: u32,
}

impl Track {
    fn point(&mut self) -> Result<(), FileRefused> {
        self.points += 1;
        if self.points > MOST_POINTS { Err(FileRefused::TooBig) } else { Ok(()) }
    }

    fn time(&mut self, at: DateTime<Utc>) {
        self.start.get_or_insert(at);
        self.end = Some(at);
    }

    fn position(&mut self, latitude: f64, longitude: f64) {
        if let Some(before) = self.position.replace((latitude, longitude)) {
            self.walked += between(before, (latitude, longitude));
        }
    }

    fn settled(self, now: DateTime<Utc>) -> Result<FileRun, FileRefused> {
        let start = self.start.ok_or(FileRefused::NoTimes)?;
        let end = self.end.unwrap_or(start);
        // GPS watches are younger than 2000.
        let first = DateTime::from_timestamp(946_684_800, 0).unwrap_or_default();
        // A watch may run a few minutes ahead.
        let last = now + TimeDelta::minutes(10);
        if start < first || start > last || end > last || end < start {
            return Err(FileRefused::Clock);
        }
        let seconds = self.seconds.unwrap_or_else(|| (end - start).as_seconds_f64());
        let metres = self.metres.filter(|m| *m >= 1.0);
        let metres = metres.or((self.walked >= 1.0).then_some(self.walked));
        match checked(metres, Some(seconds)).map_err(FileRefused::Absurd)? {
            (metres, Some(seconds)) => Ok(FileRun { start, seconds, metres }),
            (_, None) => Err(FileRefused::NoTimes),
        }
    }
}

/// Metres between two positions in degrees, on a round Earth.
fn between((lat_a, lon_a): (f64, f64), (lat_b, lon_b): (f64, f64)) -> f64 {
    const EARTH_RADIUS: f64 = 6_371_000.0;
    let half = |a: f64, b: f64| ((b - a).to_radians() / 2.0).sin().powi(2);
    let across = lat_a.to_radians().cos() * lat_b.to_radians().cos() * half(lon_a, lon_b);
    2.0 * EARTH_RADIUS * (half(lat_a, lat_b) + across).clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests;
