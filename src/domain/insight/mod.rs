//! "Does it help me?": next-day soreness after days with a modality against days without, told with care.
//!
//! Pure, and the same answer for the same days. What there is to compare is a day's check-in and the
//! next day's: the hour it was answered isn't asked, so a check-in given after the recovery takes a
//! part of what that may do. The members picked the days themselves, so all of it is a pattern and
//! no proof, and the least that is told is half a point of the scale of 1 to 5.

mod half_points;
mod measure;
mod pair;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::catalogue::{Modality, ModalityId};
use super::checkin::Level;
use super::run::{Metres, Seconds};

pub use half_points::HalfPoints;
use pair::Pair;

/// How many days are looked at, today included: a season of 16 weeks.
pub const SEASON_DAYS: u64 = 16 * 7;

/// Days with and days without, of each: with fewer nothing is told at all, since even the clearest
/// difference between 5 and 5 days comes up by chance once in 120 times (an exact two-sided p of 0.008).
pub const FEWEST: usize = 6;

/// From so many of each there is an early hint.
pub const HINT: usize = 10;

/// From so many of each a lean one way may be told.
pub const LEAN: usize = 20;

/// How often a lean may be told where there is nothing to it, over all that are looked at together.
const FALSE_ALARMS: f64 = 0.05;

/// What a member's last days tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Season {
    /// How sore, by their check-in of the day.
    pub soreness: BTreeMap<NaiveDate, Level>,
    /// On which days each modality was done, for however long.
    pub done: BTreeMap<ModalityId, BTreeSet<NaiveDate>>,
    /// How many minutes they ran, on days they logged a run.
    pub ran: BTreeMap<NaiveDate, u32>,
}

impl Season {
    /// Every day with a check-in of soreness whose next day has one too, and whether `modality` was
    /// done on it, by date.
    fn pairs(&self, modality: &ModalityId) -> Vec<Pair> {
        let done = self.done.get(modality);
        let pair = |(day, before): (&NaiveDate, &Level)| {
            let after = self.soreness.get(&day.checked_add_days(Days::new(1))?)?;
            Some(Pair {
                used: done.is_some_and(|days| days.contains(day)),
                before: f64::from(before.get()),
                load: f64::from(self.ran.get(day).copied().unwrap_or_default()),
                after: f64::from(after.get()),
            })
        };
        self.soreness.iter().filter_map(pair).collect()
    }

    /// How many days can be compared at all: those with a check-in on the next day too.
    #[must_use]
    pub fn comparable_days(&self) -> usize {
        let next = |day: &NaiveDate| day.checked_add_days(Days::new(1));
        self.soreness.keys().filter_map(next).filter(|day| self.soreness.contains_key(day)).count()
    }
}

/// A run's minutes: as told, or else its distance at an easy six minutes a kilometre. It weighs one
/// day against another, so that a rough pace does.
#[must_use]
pub fn run_minutes(metres: Option<Metres>, seconds: Option<Seconds>) -> u32 {
    let at_ease = metres.map_or(0, |metres| metres.0.saturating_mul(6) / 1000);
    seconds.map_or(at_ease, |seconds| seconds.0 / 60)
}

/// What can be told of one modality.
#[derive(Clone, Debug, PartialEq)]
pub struct Insight {
    /// The modality.
    pub modality: ModalityId,
    /// Days with it that have a check-in and one the next day.
    pub with: usize,
    /// Days without it that have both.
    pub without: usize,
    /// What comes of comparing them.
    pub verdict: Verdict,
    /// Another that leans too and was done on half of its days or more: they can't be told apart.
    pub beside: Option<ModalityId>,
}

/// What comes of comparing days with and days without.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Nothing to compare day by day: it builds up over weeks, or changes the whole day.
    NotByDays,
    /// Fewer than [`FEWEST`] of either.
    TooFew,
    /// Fewer than [`HINT`] of either.
    Soon,
    /// Enough for an early hint, which is all it is.
    Hint(Comparison),
    /// Enough days for a lean, and none to be seen.
    Unclear(Comparison),
    /// A lean one way.
    Lean(Comparison),
}

impl Verdict {
    /// The numbers behind it, where there are any.
    #[must_use]
    pub fn comparison(&self) -> Option<&Comparison> {
        match self {
            Self::Hint(comparison) | Self::Unclear(comparison) | Self::Lean(comparison) => {
                Some(comparison)
            }
            Self::NotByDays | Self::TooFew | Self::Soon => None,
        }
    }
}

/// Days with against days without, in points of soreness; enough to draw them.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// How much sorer the days after it were; below zero is less sore.
    pub effect: HalfPoints,
    /// Four times in five a difference like it would lie within these.
    pub range: (HalfPoints, HalfPoints),
    /// The next day's soreness after each day with it, made alike in that day's soreness and running.
    pub with: Vec<f64>,
    /// The same after each day without it.
    pub without: Vec<f64>,
}

/// What a season tells of each of `modalities` that was done in it, in their order.
#[must_use]
pub fn insights<'a>(
    season: &Season,
    modalities: impl IntoIterator<Item = &'a Modality>,
) -> Vec<Insight> {
    let done = modalities.into_iter().filter(|modality| season.done.contains_key(&modality.id));
    let mut found: Vec<(Insight, f64)> = done.map(|modality| look(season, modality)).collect();
    // Looking at many at once finds something in one of them: those that may lean share the alarms.
    let mut may_lean: Vec<&mut (Insight, f64)> = found
        .iter_mut()
        .filter(|(insight, _)| matches!(insight.verdict, Verdict::Unclear(_)))
        .collect();
    may_lean.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    let chances: Vec<f64> = may_lean.iter().map(|(_, chance)| *chance).collect();
    let leaning = measure::holm(&chances, FALSE_ALARMS);
    for (insight, _) in may_lean.into_iter().take(leaning) {
        if let Verdict::Unclear(comparison) = &insight.verdict
            && comparison.effect != HalfPoints::ZERO
        {
            insight.verdict = Verdict::Lean(comparison.clone());
        }
    }
    let mut insights: Vec<Insight> = found.into_iter().map(|(insight, _)| insight).collect();
    let leaning: Vec<ModalityId> = insights
        .iter()
        .filter(|insight| matches!(insight.verdict, Verdict::Lean(_)))
        .map(|insight| insight.modality.clone())
        .collect();
    for insight in insights.iter_mut().filter(|insight| leaning.contains(&insight.modality)) {
        insight.beside = beside(season, &insight.modality, &leaning);
    }
    insights
}

/// Of `others`, the one done most often on the days of `modality`, if on half of them or more.
fn beside(season: &Season, modality: &ModalityId, others: &[ModalityId]) -> Option<ModalityId> {
    let days = season.done.get(modality)?;
    let shared = |other: &ModalityId| {
        season.done.get(other).map_or(0, |others| days.intersection(others).count())
    };
    let most =
        others.iter().filter(|other| *other != modality).max_by_key(|other| shared(other))?;
    (shared(most) * 2 >= days.len()).then(|| most.clone())
}

/// One modality by itself, with the chance of such a difference where there is nothing to it.
fn look(season: &Season, modality: &Modality) -> (Insight, f64) {
    let pairs = season.pairs(&modality.id);
    let with = pairs.iter().filter(|pair| pair.used).count();
    let without = pairs.len() - with;
    let fewer = with.min(without);
    let (verdict, chance) = if !modality.compare_days {
        (Verdict::NotByDays, 1.0)
    } else if fewer < FEWEST {
        (Verdict::TooFew, 1.0)
    } else if fewer < HINT {
        (Verdict::Soon, 1.0)
    } else if fewer < LEAN {
        (Verdict::Hint(compare(&pairs)), 1.0)
    } else {
        (Verdict::Unclear(compare(&pairs)), measure::chance(&pair::levelled(&pairs)))
    };
    (Insight { modality: modality.id.clone(), with, without, verdict, beside: None }, chance)
}

fn compare(pairs: &[Pair]) -> Comparison {
    let levelled = pair::levelled(pairs);
    let (low, high) = measure::range(&levelled);
    // Shown on the scale people know: what is left once days are alike, around the usual next day.
    let usual = pairs.iter().map(|pair| pair.after).sum::<f64>() / pairs.len().max(1) as f64;
    let (with, without) = measure::parted(&levelled);
    Comparison {
        effect: HalfPoints::nearest(measure::shift(&with, &without)),
        range: (HalfPoints::nearest(low), HalfPoints::nearest(high)),
        with: with.into_iter().map(|left| usual + left).collect(),
        without: without.into_iter().map(|left| usual + left).collect(),
    }
}
