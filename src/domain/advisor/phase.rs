//! What the day is for, seen from the race: the one that is set, or the one spoken of.

use super::{RaceSaid, Situation};
use crate::domain::race::Phase;
use crate::domain::run::{Metres, RunKind};

impl Situation<'_> {
    /// Days until the race that counts, and its length: the one they speak of, else the one that is
    /// set.
    fn counted_race(&self) -> Option<(i64, Metres)> {
        let set = self.race.as_ref().map(|race| (race.days_to_go(self.today), race.metres));
        match self.ask.race {
            // Without a length it is soon out of the legs.
            Some(RaceSaid::Ahead) => {
                Some(set.filter(|(days, _)| *days >= 0).unwrap_or((0, Metres(0))))
            }
            Some(RaceSaid::In(days)) => {
                // A date that was set beats a word that could mean the day beside it.
                Some(set.filter(|(set, _)| (*set - days).abs() <= 1).unwrap_or((days, Metres(0))))
            }
            // What is set can't be the one they speak of.
            Some(RaceSaid::Week) => set.filter(|(days, _)| (0..7).contains(days)),
            Some(RaceSaid::Taper) => set.filter(|(days, _)| (0..28).contains(days)),
            None => set,
        }
    }

    /// Days until the race; below zero once it is run.
    pub(super) fn race_in(&self) -> Option<i64> {
        self.counted_race().map(|(days, _)| days)
    }

    /// What today is for, seen from the race; on its day, what is left of it once it is run.
    pub(super) fn phase(&self) -> Option<Phase> {
        let phase = match self.ask.race {
            Some(RaceSaid::Week) => Some(Phase::RaceWeek),
            Some(RaceSaid::Taper) => Some(Phase::Taper),
            Some(RaceSaid::In(_) | RaceSaid::Ahead) | None => {
                let (days, metres) = self.counted_race()?;
                Phase::of(days, metres)
            }
        };
        let is_run = || self.hardest_run(0).is_some_and(|kind| kind != RunKind::Easy);
        match phase {
            Some(Phase::RaceDay) if is_run() => Some(Phase::After { days: 0 }),
            phase => phase,
        }
    }

    /// The race is a few days off, or today.
    pub(super) fn is_race_week(&self) -> bool {
        matches!(self.phase(), Some(Phase::RaceWeek | Phase::RaceDay))
    }

    /// So close to the race that nothing new belongs in a plan.
    pub(super) fn is_close_to_race(&self) -> bool {
        self.is_race_week() || self.phase() == Some(Phase::Taper)
    }
}
