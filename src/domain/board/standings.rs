//! Members in order of their points, and what a board says of a club and of the one who asks.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};

use super::Period;
use super::score::{DayScore, Done, Limits, What, score};
use crate::domain::calendar::Week;
use crate::domain::catalogue::ModalityId;
use crate::domain::ids::MemberId;

/// How many of a season's weeks count for a member, their best: who joins ten weeks late can still
/// win, and a holiday costs nobody their place.
pub const SEASON_BEST: usize = 6;

/// How many places are shown to everyone.
const SHOWN: usize = 10;

/// One who takes part, with what they did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taker {
    /// Who.
    pub member: MemberId,
    /// Recovery days that keep their week.
    pub goal: u8,
    /// What they did, from the Monday of the period's first week on, in any order.
    pub done: Vec<Done>,
}

/// One row of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whose it is.
    pub member: MemberId,
    /// Their place, from 1; shared by those who are level in everything.
    pub rank: u32,
    /// Their place the week before, where there was one.
    pub before: Option<u32>,
    /// Their points.
    pub points: u32,
    /// The recovery days these come from.
    pub days: u32,
    /// Weeks kept in the period.
    pub kept: u32,
    /// The points of each day of a week, else of each week of the period, oldest first.
    pub cells: Vec<u32>,
    /// The modalities they did.
    pub kinds: BTreeSet<ModalityId>,
    /// When the points were complete.
    pub reached: Option<DateTime<Utc>>,
}

impl Standing {
    /// How many places they are up from the week before; none for who isn't.
    #[must_use]
    pub fn up(&self) -> Option<u32> {
        self.before.and_then(|before| before.checked_sub(self.rank)).filter(|up| *up > 0)
    }
}

/// A club's board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// The days it is about.
    pub period: Period,
    /// Who has points, best first.
    pub standings: Vec<Standing>,
    /// The club's points together.
    pub total: u32,
    /// The club's recovery days together.
    pub days: u32,
    /// Weeks kept, of all members.
    pub kept: u32,
    /// How many have logged something.
    pub took_part: u32,
}

/// A member among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Around<'a> {
    /// Their own standing.
    pub own: &'a Standing,
    /// The one before.
    pub above: Option<&'a Standing>,
    /// The one after, unless that is the last of all.
    pub below: Option<&'a Standing>,
    /// Nobody comes after, though others took part: a place to keep to oneself.
    pub is_last: bool,
    /// What the middle of the club has.
    pub median: u32,
}

/// The board of a period.
#[must_use]
pub fn board(
    period: Period,
    takers: &[Taker],
    limits: impl Fn(&ModalityId) -> Option<Limits>,
) -> Board {
    let mut found =
        Board { period, standings: Vec::new(), total: 0, days: 0, kept: 0, took_part: 0 };
    for taker in takers {
        let scores = score(&taker.done, &limits);
        let (standing, all) = standing(period, taker, &scores);
        if all.days == 0 {
            continue;
        }
        found.took_part += 1;
        found.total += all.points;
        found.days += all.days;
        found.kept += standing.kept;
        if standing.points > 0 {
            found.standings.push(standing);
        }
    }
    found.standings = ranked(found.standings);
    found
}

/// What some days came to.
#[derive(Clone, Copy, Default)]
struct Share {
    points: u32,
    days: u32,
    reached: Option<DateTime<Utc>>,
}

impl Share {
    fn and(self, other: Self) -> Self {
        Self {
            points: self.points + other.points,
            days: self.days + other.days,
            reached: self.reached.max(other.reached),
        }
    }
}

/// A member's standing, still without a place, and what they did in all, counted or not.
fn standing(
    period: Period,
    taker: &Taker,
    scores: &BTreeMap<NaiveDate, DayScore>,
) -> (Standing, Share) {
    let mut weeks: BTreeMap<NaiveDate, Share> = BTreeMap::new();
    let mut recovery_days: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for (day, score) in scores {
        let monday = Week::of(*day).first();
        *recovery_days.entry(monday).or_default() += u32::from(score.is_recovery_day);
        if period.holds(*day) {
            let DayScore { points, is_recovery_day, reached } = *score;
            let week = weeks.entry(monday).or_default();
            *week = week.and(Share { points, days: is_recovery_day.into(), reached });
        }
    }
    // A week across two months is kept in the one it ends in.
    let is_kept = |(monday, days): &(&NaiveDate, &u32)| {
        **days >= u32::from(taker.goal) && period.holds(Week::of(**monday).last())
    };
    let kept = recovery_days.iter().filter(is_kept).count();
    let cells = match period {
        Period::Week(week) => {
            let days = week.first().iter_days().take(7);
            days.map(|day| scores.get(&day).map_or(0, |score| score.points)).collect()
        }
        Period::Month(_) | Period::Season(_) => {
            let mondays = period.reads_from().iter_weeks();
            let mondays = mondays.take_while(|monday| *monday <= period.last());
            mondays.map(|monday| weeks.get(&monday).map_or(0, |week| week.points)).collect()
        }
    };
    let mut counted: Vec<Share> = weeks.into_values().collect();
    let sum = |shares: &[Share]| shares.iter().copied().fold(Share::default(), Share::and);
    let all = sum(&counted);
    if matches!(period, Period::Season(_)) {
        // Stable: of weeks alike the earlier ones count.
        counted.sort_by_key(|week| std::cmp::Reverse((week.points, week.days)));
        counted.truncate(SEASON_BEST);
    }
    let Share { points, days, reached } = sum(&counted);
    let kinds = taker.done.iter().filter(|done| period.holds(done.day));
    let kinds = kinds.filter_map(|done| match &done.what {
        What::Entry { modality, .. } => Some(modality.clone()),
        What::CheckIn => None,
    });
    let standing = Standing {
        member: taker.member,
        rank: 0,
        before: None,
        points,
        days,
        kept: u32::try_from(kept).unwrap_or(u32::MAX),
        cells,
        kinds: kinds.collect(),
        reached,
    };
    (standing, all)
}

/// In order of points, then of recovery days, then of who was there first; level ones share a place.
fn ranked(mut standings: Vec<Standing>) -> Vec<Standing> {
    let merit = |standing: &Standing| {
        let Standing { points, days, reached, .. } = standing;
        (std::cmp::Reverse((*points, *days)), *reached)
    };
    standings.sort_by_key(|standing| (merit(standing), standing.member));
    let mut last = None;
    for (place, standing) in (1..).zip(&mut standings) {
        let level = last.filter(|(merit_before, _)| *merit_before == merit(standing));
        standing.rank = level.map_or(place, |(_, rank)| rank);
        last = Some((merit(standing), standing.rank));
    }
    standings
}

impl Board {
    /// The board with each place compared with what it was the week before.
    #[must_use]
    pub fn compared_with(mut self, before: &HashMap<MemberId, u32>) -> Self {
        for standing in &mut self.standings {
            standing.before = before.get(&standing.member).copied();
        }
        self
    }

    /// The board without the places of those who have left; what they logged stays in the club's total.
    #[must_use]
    pub fn without(mut self, gone: &HashSet<MemberId>) -> Self {
        self.standings.retain(|standing| !gone.contains(&standing.member));
        self.closed_up()
    }

    /// The board with its places counted anew, where some of them were taken out.
    #[must_use]
    pub fn closed_up(mut self) -> Self {
        self.standings = ranked(self.standings);
        self
    }

    /// The places shown to everyone: the first few, and never the last one.
    #[must_use]
    pub fn shown(&self) -> &[Standing] {
        let last = self.last_rank();
        let places = self.standings.iter().take(SHOWN);
        let named = places.take_while(|standing| standing.rank < last || last == 1).count();
        &self.standings[..named]
    }

    /// A member's own place, with those beside it; none for who has no points here.
    #[must_use]
    pub fn around(&self, member: MemberId) -> Option<Around<'_>> {
        let place = self.standings.iter().position(|standing| standing.member == member)?;
        let own = self.standings.get(place)?;
        let last = self.last_rank();
        let above = place.checked_sub(1).and_then(|above| self.standings.get(above));
        let below = self.standings.get(place + 1).filter(|below| below.rank < last || last == 1);
        let points: Vec<u32> = self.standings.iter().map(|standing| standing.points).collect();
        let is_last = own.rank == last && last > 1;
        Some(Around { own, above, below, is_last, median: median(&points)? })
    }

    /// The modalities on it, those that most members did first.
    #[must_use]
    pub fn kinds(&self) -> Vec<ModalityId> {
        let mut members: BTreeMap<&ModalityId, usize> = BTreeMap::new();
        for kind in self.standings.iter().flat_map(|standing| &standing.kinds) {
            *members.entry(kind).or_default() += 1;
        }
        let mut kinds: Vec<_> = members.into_iter().collect();
        // Stable: those as frequent stay in the order of their ids.
        kinds.sort_by_key(|(_, members)| std::cmp::Reverse(*members));
        kinds.into_iter().map(|(kind, _)| kind.clone()).collect()
    }

    fn last_rank(&self) -> u32 {
        self.standings.last().map_or(0, |standing| standing.rank)
    }
}

/// The middle of some numbers, between the two middle ones rounded down; none of none.
#[must_use]
pub fn median(numbers: &[u32]) -> Option<u32> {
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable();
    let upper = *numbers.get(numbers.len() / 2)?;
    let lower = *numbers.get((numbers.len() - 1) / 2)?;
    Some(lower.midpoint(upper))
}
