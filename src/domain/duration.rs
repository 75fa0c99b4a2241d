//! Minutes in the words a reply uses: "30 min", "1 h 15 min", "8 h".

use std::fmt;

/// A length of time that prints itself for a phone line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// Whole minutes.
    pub minutes: u64,
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.minutes / 60, self.minutes % 60) {
            (0, minutes) => write!(f, "{minutes} min"),
            (hours, 0) => write!(f, "{hours} h"),
            (hours, minutes) => write!(f, "{hours} h {minutes} min"),
        }
    }
}

/// `minutes` in a reply's words.
#[must_use]
pub fn minutes(minutes: impl Into<u64>) -> Duration {
    Duration { minutes: minutes.into() }
}

/// From here on, people count in hours.
const IN_HOURS: u32 = 120;

/// `minutes` as one would type them: "30", "7h", "7h30".
#[must_use]
pub fn typed(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        _ if minutes < IN_HOURS => minutes.to_string(),
        (hours, 0) => format!("{hours}h"),
        (hours, minutes) => format!("{hours}h{minutes:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{minutes, typed};
    use crate::corpus::length_of;

    #[test]
    fn what_one_would_type_reads_back_as_the_same_minutes() {
        assert_eq!([30, 119, 120, 450, 425].map(typed), ["30", "119", "2h", "7h30", "7h05"]);
        for minutes in 120..=1440 {
            assert_eq!(length_of(&typed(minutes)), Some(minutes));
        }
    }

    #[test]
    fn minutes_read_as_people_say_them() {
        let words = [1_u32, 30, 60, 75, 480, 1440].map(|m| minutes(m).to_string());
        assert_eq!(words, ["1 min", "30 min", "1 h", "1 h 15 min", "8 h", "24 h"]);
    }
}
