//! All that a plan depends on, and what follows from it about the day.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Ask, Condition, Log, RaceSaid, State, limits, rules};
use crate::domain::calendar::Week;
use crate::domain::catalogue::{Area, Family, Modality, ModalityId, Need, Place, Slot, Unit};
use crate::domain::checkin::{Checkin, Level, Scale};
use crate::domain::flags::Flag;
use crate::domain::race::{Phase, Race};
use crate::domain::run::{Run, RunKind};
use crate::domain::training_week::DayKind;

/// Days after a pause during which everything stays gentle.
const GENTLE_DAYS: i64 = 5;

/// Between these the day's run may still be ahead, in minutes since midnight.
const DAWN: u32 = 3 * 60;
const LAST_RUN: u32 = 20 * 60 + 30;

/// When somebody who works at night goes to bed, in minutes since midnight.
const NIGHT_BY_DAY: std::ops::Range<u32> = 5 * 60..12 * 60;

/// From this far on an unnamed run is taken for a long one, in metres.
const LONG_METRES: u32 = 18_000;

/// Less sleep than this was a short night, in minutes.
pub(crate) const SHORT_NIGHT: u32 = 6 * 60 + 30;

/// And less than this was hardly one.
const NO_NIGHT: u32 = 5 * 60;

/// Everything the advisor looks at.
#[derive(Clone, Debug)]
pub struct Situation<'a> {
    /// What there is to choose from.
    pub modalities: &'a [Modality],
    /// The member's recovery day.
    pub today: NaiveDate,
    /// Minutes since local midnight, 0–1439.
    pub minute: u32,
    /// What they asked.
    pub ask: Ask,
    /// Today's check-in.
    pub checkin: Checkin,
    /// Their entries.
    pub log: Log,
    /// Their runs of the last four weeks.
    pub runs: Vec<Run>,
    /// Minutes since today's last run ended, where a watch told when it was.
    pub since_run: Option<u32>,
    /// What today is in their training week, where they have set one.
    pub today_is: Option<DayKind>,
    /// What tomorrow is.
    pub tomorrow_is: Option<DayKind>,
    /// The race they train for, or have just run.
    pub race: Option<Race>,
    /// What their check-in's words tell of the day: an illness, a night shift, the heat.
    pub told: BTreeSet<State>,
    /// Days since their last pause ended; 0 or less while one holds.
    pub back_for: Option<i64>,
    /// Their most urgent open red flag.
    pub flag: Option<Flag>,
    /// The red flags that a question is open about: what they would rule out is held back.
    pub asked: Vec<Flag>,
    /// What they can get at, where they have said.
    pub kit: Option<BTreeSet<ModalityId>>,
    /// What they would do again, and what they wouldn't.
    pub again: BTreeMap<ModalityId, bool>,
    /// What they have swapped for something else.
    pub swapped: BTreeSet<ModalityId>,
}

impl Situation<'_> {
    /// The minutes a plan may take: those asked for, else what such a moment usually leaves.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.ask.minutes.unwrap_or_else(|| {
            let usual = match self.ask.moment {
                Some(Slot::BeforeRun) => 10,
                _ if self.slots().contains(&Slot::Bedtime) => 20,
                _ if self.ask.is(State::AllTime) => 60,
                _ => 30,
            };
            // What somebody names has the time it takes, as long as they give none.
            let is_meant = |modality: &&Modality| {
                self.is_named(modality)
                    && !modality.is_worn()
                    && rules::forbids_today(self, modality).is_none()
            };
            let named = self.modalities.iter().filter(is_meant);
            let takes = |of| limits::takes(of, super::value::usual(self, of));
            usual.max(named.map(takes).sum())
        })
    }

    /// How many things they have done in so many days up to today, food and nights aside.
    pub(super) fn done_since(&self, days: usize) -> usize {
        let counts = |of: &&Modality| {
            of.needs_minutes() && of.unit != Unit::Hours && of.family != Family::Fuel
        };
        let since = i64::try_from(days).unwrap_or(i64::MAX);
        let is_since = |day: &NaiveDate| (0..=since).contains(&(self.today - *day).num_days());
        let of = |modality: &Modality| self.of(&modality.id).filter(is_since).count();
        self.modalities.iter().filter(counts).map(of).sum()
    }

    /// The same in the last two weeks.
    pub(super) fn done_lately(&self) -> usize {
        self.done_since(limits::FORTNIGHT - 1)
    }

    /// The day still holds a run that matters: a workout, a long run or a race, none of it run yet.
    pub(super) fn is_run_ahead(&self) -> bool {
        let today = self.ask.today.or(self.today_is);
        let is_hard = matches!(today, Some(DayKind::Workout | DayKind::Long));
        let holds = is_hard || self.phase() == Some(Phase::RaceDay);
        holds && self.hardest_of(0).is_none() && (DAWN..LAST_RUN).contains(&self.minute)
    }

    /// Nothing is known of what they did or ran, and they say nothing of it.
    pub(super) fn is_unknown(&self) -> bool {
        let says_days = self.ask.yesterday.is_some() || self.ask.today.is_some();
        let says = self.ask.moment.is_some() || says_days || self.ask.is(State::NotRun);
        self.log.is_empty()
            && self.runs.is_empty()
            && self.hardest_of(0).is_none()
            && !says
            && !self.is_hurt()
            && self.asked.is_empty()
            && self.phase().is_none()
    }

    /// Whether the question or today's check-in tells of this.
    pub(super) fn is(&self, state: State) -> bool {
        self.ask.is(state) || self.told.contains(&state)
    }

    /// They have little in them today, by their check-in or by what they say.
    pub(super) fn is_drained(&self) -> bool {
        let is_low = |level: &Level| level.get() <= 2;
        let checked = self.checkin.levels.get(&Scale::Energy);
        // A level given counts for more than a word.
        checked.map_or(self.is(State::Tired), is_low)
    }

    /// The moments that this is.
    #[must_use]
    pub fn slots(&self) -> BTreeSet<Slot> {
        let mut slots: BTreeSet<Slot> = self.ask.moment.into_iter().collect();
        // "two before the race": once it is in the log, it is run.
        let is_run = self.hardest_run(0) == Some(RunKind::Race);
        // "before the race": what is days off is ahead of another day.
        let is_far = self.ask.race == Some(RaceSaid::Ahead) && self.race_in() != Some(0);
        if is_run || is_far {
            slots.remove(&Slot::BeforeRun);
        }
        // Whoever works at night sleeps by day.
        let is_own_night = self.is(State::NightShift) && NIGHT_BY_DAY.contains(&self.minute);
        if self.ask.moment.is_none() && is_own_night {
            slots.insert(Slot::Bedtime);
        } else if self.ask.moment.is_none() && self.is(State::NightShift) {
            // No hour of theirs has a name.
        } else if self.ask.moment.is_none() {
            match self.minute {
                690..840 => drop(slots.insert(Slot::Lunch)),
                1020..1320 => drop(slots.insert(Slot::Evening)),
                1320.. | 0..180 => slots.extend([Slot::Evening, Slot::Bedtime]),
                _ => {}
            }
        }
        let is_race_ahead = self.phase() == Some(Phase::RaceDay) && self.is_run_ahead();
        if self.ask.moment.is_none() && is_race_ahead {
            slots = BTreeSet::from([Slot::BeforeRun]);
        }
        let before_run = slots.contains(&Slot::BeforeRun);
        for (holds, slot) in [
            (!before_run && self.hardest_of(0).is_some(), Slot::AfterRun),
            (self.is_rest_day(), Slot::RestDay),
            (self.is_eve(), Slot::Eve),
            (self.is_race_week(), Slot::RaceWeek),
            (self.ask.is(State::Lifted), Slot::Strength),
        ] {
            if holds {
                slots.insert(slot);
            }
        }
        slots
    }

    /// The day before a long run or a race.
    pub(super) fn is_eve(&self) -> bool {
        self.ask.tomorrow.or(self.tomorrow_is) == Some(DayKind::Long) || self.race_in() == Some(1)
    }

    /// A day that is for rest, and on which nobody has run all the same.
    pub(super) fn is_rest_day(&self) -> bool {
        let is_rest = self.ask.today.or(self.today_is) == Some(DayKind::Rest);
        is_rest && self.hardest_of(0).is_none()
    }

    /// Ill today, by what they ask or have checked in.
    pub(super) fn is_ill(&self) -> bool {
        self.is(State::Ill)
    }

    /// Hurt or operated on these days.
    pub(super) fn is_hurt(&self) -> bool {
        self.hurt().is_some()
    }

    /// What keeps all that works on a body for later.
    pub(super) fn hurt(&self) -> Option<Condition> {
        let hurts = [Condition::FreshInjury, Condition::Surgery];
        hurts.into_iter().find(|hurt| self.ask.conditions.contains(hurt))
    }

    /// Back from a pause, or not quite.
    pub(super) fn is_back(&self) -> bool {
        self.is(State::Unwell) || self.back_for.is_some_and(|days| days <= GENTLE_DAYS)
    }

    /// What asked most of the runs so many days ago, or the race that is set for that day.
    pub(super) fn hardest_of(&self, days_ago: i64) -> Option<RunKind> {
        let raced = days_ago > 0 && self.race_in() == Some(-days_ago);
        let ran = self.hardest_run(days_ago);
        if raced { Some(RunKind::Race) } else { ran }
    }

    /// What asked most of the runs logged or told of, so many days ago.
    pub(super) fn hardest_run(&self, days_ago: i64) -> Option<RunKind> {
        let of_day = self.runs.iter().filter(|run| (self.today - run.day).num_days() == days_ago);
        let said = match days_ago {
            0 => self.ask.ran,
            1 => self.ask.yesterday,
            _ => None,
        };
        let kind = |run: &Run| {
            let long = run.metres.is_some_and(|metres| metres.0 >= LONG_METRES);
            run.kind.unwrap_or(if long { RunKind::Long } else { RunKind::Easy })
        };
        of_day.map(kind).chain(said).max_by_key(|kind| hardness(*kind))
    }

    /// A long run is in the legs for a day, a race for three.
    pub(super) fn is_in_legs(&self) -> bool {
        let is_long = matches!(self.hardest_of(1), Some(RunKind::Long | RunKind::Race));
        is_long || (2..=3).any(|days| self.hardest_of(days) == Some(RunKind::Race))
    }

    /// How much the legs have to get over, 0–5: the last days' running, and how sore they are.
    pub(super) fn load(&self) -> i32 {
        let today = self.hardest_of(0).map_or(0, hardness);
        let yesterday = self.hardest_of(1).map_or(0, hardness) - 1;
        let before = self.hardest_of(2).map_or(0, hardness) - 2;
        let after_race = i32::from(matches!(self.phase(), Some(Phase::After { days: ..8 })));
        let sore = match self.checkin.levels.get(&Scale::Soreness).map(|level| level.get()) {
            Some(5) => 2,
            Some(3 | 4) => 1,
            _ => 0,
        };
        let heavy = 2 * i32::from(self.ask.is(State::Heavy));
        (today.max(yesterday).max(before).max(0) + sore.max(heavy) + after_race).min(5)
    }

    /// Where it is sore, by today's check-in or by what was just said.
    #[must_use]
    pub fn sore(&self) -> BTreeSet<Area> {
        let checked = self.checkin.areas.difference(&self.ask.fine);
        checked.chain(&self.ask.areas).copied().collect()
    }

    /// The places that an answer speaks of: those of the question, or else all.
    pub(super) fn focus(&self) -> BTreeSet<Area> {
        if self.ask.areas.is_empty() { self.sore() } else { self.ask.areas.clone() }
    }

    /// The question names it.
    pub(super) fn is_named(&self, modality: &Modality) -> bool {
        let of_place = |at: &usize| self.modalities.get(*at);
        self.ask.named.iter().filter_map(of_place).any(|named| named.id == modality.id)
    }

    /// Where they are, as far as they tell.
    pub(super) fn places(&self) -> impl Iterator<Item = Place> {
        Place::ALL.into_iter().filter(|place| self.ask.is(State::At(*place)))
    }

    /// What a modality needs that isn't to be had where they are.
    pub(super) fn lacks(&self, modality: &Modality) -> Option<Need> {
        let mut lacking = self.places().flat_map(|place| place.lacks().iter().copied());
        lacking.find(|need| modality.needs.contains(need))
    }

    /// They have sat for hours, or are about to.
    #[must_use]
    pub fn has_sat(&self) -> bool {
        self.is(State::Travel)
    }

    /// The night was short, or felt like it.
    pub(super) fn slept_badly(&self) -> bool {
        self.ask.is(State::ShortNight)
            || self.checkin.slept.is_some_and(|minutes| minutes < SHORT_NIGHT)
            || self.checkin.levels.get(&Scale::Sleep).is_some_and(|level| level.get() <= 2)
    }

    /// The night was hardly one, or short with nothing left in them.
    pub(super) fn hardly_slept(&self) -> bool {
        self.checkin.slept.is_some_and(|minutes| minutes < NO_NIGHT)
            || self.slept_badly() && self.is_drained()
    }

    /// Days since a modality was last done.
    pub(super) fn days_since(&self, modality: &ModalityId) -> Option<i64> {
        let days = self.of(modality).map(|day| (self.today - day).num_days());
        days.filter(|days| *days >= 0).min()
    }

    /// The days a member did it, newest first.
    pub(super) fn of<'s>(
        &'s self,
        modality: &'s ModalityId,
    ) -> impl Iterator<Item = NaiveDate> + 's {
        self.log.of(modality).iter().map(|(day, _)| *day)
    }

    /// How often a modality was done today, and this week.
    pub(super) fn times(&self, modality: &ModalityId) -> (usize, usize) {
        let week = Week::of(self.today);
        let today = self.of(modality).filter(|day| *day == self.today).count();
        (today, self.of(modality).filter(|day| Week::of(*day) == week).count())
    }
}

/// How much a run of a kind asks of the legs.
fn hardness(kind: RunKind) -> i32 {
    match kind {
        RunKind::Easy => 1,
        RunKind::Workout => 3,
        RunKind::Long => 4,
        RunKind::Race => 5,
    }
}
