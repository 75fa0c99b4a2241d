//! What a recovery day is worth, 0 to 10.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::calendar::Week;
use crate::domain::catalogue::{Modality, ModalityId};

/// A day's first modality.
pub const FIRST: u32 = 5;

/// Each further one.
pub const FURTHER: u32 = 2;

/// How many of a day's modalities score, the first included.
pub const MODALITIES_A_DAY: usize = 3;

/// Having said how one is.
pub const CHECK_IN: u32 = 1;

/// Something a member did that may score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The recovery day it counts for.
    pub day: NaiveDate,
    /// When it was told.
    pub at: DateTime<Utc>,
    /// What it was.
    pub what: What,
}

/// What may score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An entry.
    Entry {
        /// What was done.
        modality: ModalityId,
        /// For how long.
        minutes: u32,
    },
    /// A check-in, whatever it told.
    CheckIn,
}

/// What bounds the points of a modality. It scores once a day at most, so a daily cap is kept too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The shortest useful minutes; below them it scores nothing.
    pub shortest: u32,
    /// The most times it scores in a week.
    pub per_week: u32,
}

impl From<&Modality> for Limits {
    fn from(modality: &Modality) -> Self {
        Self { shortest: modality.minutes.shortest, per_week: modality.per_week }
    }
}

/// What a day came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayScore {
    /// 0–10.
    pub points: u32,
    /// Something was logged for it.
    pub is_recovery_day: bool,
    /// When the points were complete; none without points.
    pub reached: Option<DateTime<Utc>>,
}

/// What one member's days are worth, each day they did anything on.
///
/// 5 for the first modality that reaches its shortest useful minutes (a rest day is one, by the
/// catalogue at most 3 a week), 2 for each of up to two others, 1 for a check-in. Of a modality past
/// its weekly cap it is the week's later days that score nothing. A modality with no `limits` is one
/// that nobody knows any more: it makes a recovery day and no points.
#[must_use]
pub fn score(
    done: &[Done],
    limits: impl Fn(&ModalityId) -> Option<Limits>,
) -> BTreeMap<NaiveDate, DayScore> {
    let mut scores: BTreeMap<NaiveDate, DayScore> = BTreeMap::new();
    let mut checked_in: BTreeMap<NaiveDate, DateTime<Utc>> = BTreeMap::new();
    let mut useful: BTreeMap<(NaiveDate, &ModalityId), DateTime<Utc>> = BTreeMap::new();
    for Done { day, at, what } in done {
        let score = scores.entry(*day).or_default();
        let first = match what {
            What::CheckIn => checked_in.entry(*day).or_insert(*at),
            What::Entry { modality, minutes } => {
                score.is_recovery_day = true;
                if limits(modality).is_none_or(|limits| *minutes < limits.shortest) {
                    continue;
                }
                useful.entry((*day, modality)).or_insert(*at)
            }
        };
        *first = (*first).min(*at);
    }
    // Day by day, so that a cap leaves the week's first ones.
    let mut times: HashMap<(NaiveDate, &ModalityId), u32> = HashMap::new();
    let mut counted: BTreeMap<NaiveDate, Vec<DateTime<Utc>>> = BTreeMap::new();
    for ((day, modality), at) in useful {
        let times = times.entry((Week::of(day).first(), modality)).or_default();
        if limits(modality).is_some_and(|limits| *times < limits.per_week) {
            *times += 1;
            counted.entry(day).or_default().push(at);
        }
    }
    for (day, mut moments) in counted {
        moments.sort_unstable();
        for (place, at) in moments.into_iter().take(MODALITIES_A_DAY).enumerate() {
            gain(&mut scores, day, if place == 0 { FIRST } else { FURTHER }, at);
        }
    }
    for (day, at) in checked_in {
        gain(&mut scores, day, CHECK_IN, at);
    }
    scores
}

fn gain(
    scores: &mut BTreeMap<NaiveDate, DayScore>,
    day: NaiveDate,
    points: u32,
    at: DateTime<Utc>,
) {
    let score = scores.entry(day).or_default();
    score.points += points;
    score.reached = score.reached.max(Some(at));
}
