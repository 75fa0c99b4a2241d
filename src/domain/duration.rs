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

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn minutes_read_as_people_say_them() {
        let words = [1_u32, 30, 60, 75, 480, 1440].map(|m| minutes(m).to_string());
        assert_eq!(words, ["1 min", "30 min", "1 h", "1 h 15 min", "8 h", "24 h"]);
    }
}
