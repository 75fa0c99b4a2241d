//! How a runner of the demo club trains, and how their legs feel about it.

use chrono::{Datelike, NaiveDate, Weekday};
use fastrand::Rng;

/// A runner's training, as far as the bot is told.
pub(super) struct Training {
    /// Seconds a kilometre on an easy day.
    pub(super) easy_pace: u32,
    /// Kilometres of the first week's long run.
    pub(super) long_km: u32,
    /// On how many of 100 days they check in.
    pub(super) says_how_they_are: u8,
}

/// A season as it goes: its runs, and the legs that carry over from one day to the next.
pub(super) struct Season<'a> {
    training: &'a Training,
    rng: Rng,
    /// How sore the legs are, from 0 (not at all) to 4.
    soreness: f64,
}

/// What a runner tells of one day.
pub(super) struct Told {
    /// How they are, in their words; said before the day's run.
    pub(super) check_in: Option<String>,
    /// The run, in their words.
    pub(super) run: Option<String>,
}

impl<'a> Season<'a> {
    /// A season about to begin, on fresh legs; `seed` makes it this runner's own.
    pub(super) fn new(training: &'a Training, seed: u64) -> Self {
        Self { training, rng: Rng::with_seed(seed), soreness: 0.0 }
    }

    /// The next day, in week `week` of the season; a day away is a day of rest.
    pub(super) fn live(&mut self, day: NaiveDate, week: u32, is_away: bool) -> Told {
        // Drawn every day, so that a holiday doesn't change what comes after.
        let (speaks, mood) = (self.rng.u8(0..100), self.rng.f64());
        let said = self.check_in(mood);
        // Half of what was sore yesterday is gone today.
        self.soreness /= 2.0;
        let run = self.run(day.weekday(), week).filter(|_| !is_away);
        self.soreness += run.as_ref().map_or(0.0, |(_, strain)| *strain);
        let keen = !is_away && speaks < self.training.says_how_they_are;
        Told { check_in: keen.then_some(said), run: run.map(|(run, _)| run) }
    }

    /// How they are on a day that feels better or worse by `mood` (0 to 1) than the legs are.
    fn check_in(&self, mood: f64) -> String {
        let level = |of: f64| of.round().clamp(1.0, 5.0);
        let sore = level(1.0 + self.soreness + (mood - 0.5) * 1.5);
        let energy = level(5.0 - self.soreness - mood);
        let sleep = level(3.0 + mood * 2.0);
        let calves = if sore >= 4.0 { ", calves sore" } else { "" };
        format!("soreness {sore}, sleep {sleep}, energy {energy}{calves}")
    }

    /// The run of a weekday and how much it leaves in the legs.
    fn run(&self, weekday: Weekday, week: u32) -> Option<(String, f64)> {
        let easy = self.training.easy_pace;
        let (kind, km, pace, strain) = match weekday {
            Weekday::Tue => ("workout", 10, easy - 45, 1.6),
            Weekday::Wed | Weekday::Sat => ("easy", 8, easy + 5, 0.3),
            Weekday::Thu => ("easy", 10, easy, 0.5),
            Weekday::Sun => ("long", self.long_run(week), easy - 5, 2.6),
            Weekday::Mon | Weekday::Fri => return None,
        };
        let seconds = km * pace;
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        Some((format!("{km} km {hours}:{minutes:02}:{seconds:02} {kind}"), strain))
    }

    /// Kilometres of a week's long run: one more each week, and a shorter one every fourth.
    fn long_run(&self, week: u32) -> u32 {
        let km = self.training.long_km + week;
        if week % 4 == 3 { km * 3 / 4 } else { km }
    }
}
