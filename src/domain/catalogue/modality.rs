//! One modality as the catalogue describes it: names, how long, how often, and what is known about it.
//!
//! It keeps no member's entries and draws no conclusions from the evidence.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{
    Caution, CautionLevel, Companion, Condition, CountedIn, Does, Dose, Effect, Evidence, Fact,
    Minutes, ModalityId, Need, Property, Unit, normalise,
};

const MINUTES_OF_A_DAY: u32 = 1440;

/// Up to this an entry is believed of anything, in minutes: a short cold may have been a long one.
const LEAST_ACCEPTED: u32 = 20;

/// What is of use only from here on is worn, in minutes.
const WORN: u32 = 60;

/// What a night may go beyond its longest useful length and be believed, in minutes.
const LONG_NIGHT: u32 = 180;

/// A kind of recovery.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Modality {
    /// What rows and buttons call it; it never changes.
    pub id: ModalityId,
    /// The short name in replies and autocomplete.
    pub label: String,
    /// The whole name.
    pub name: String,
    /// How one does it, in a line.
    pub how: Option<String>,
    /// Every name it goes by, normalised; those of its id, label and name are always among them.
    pub aliases: Vec<String>,
    /// The emoji that names it where a length follows.
    pub emoji: Option<char>,
    /// How long one session is.
    pub minutes: Minutes,
    /// What getting ready for it takes at home, in minutes: running a bath, getting into boots.
    #[serde(default)]
    pub set_up: u32,
    /// What its length is counted in when people talk about it.
    #[serde(default)]
    pub unit: Unit,
    /// What it adds up in.
    #[serde(default)]
    pub counted_in: CountedIn,
    /// Whether its sets are of repetitions: "3 x 15" are no minutes.
    #[serde(default)]
    pub repetitions: bool,
    /// Entries of one day that score.
    #[serde(default = "once")]
    pub per_day: u32,
    /// Entries of one week that score.
    #[serde(default = "daily")]
    pub per_week: u32,
    /// How many days after one session the next is due.
    #[serde(default = "once")]
    pub cadence_days: u32,
    /// Whether it is done to one rather than by one.
    #[serde(default)]
    pub passive: bool,
    /// Whether it leaves the hands free.
    #[serde(default)]
    pub hands_free: bool,
    /// Whether a day with it can be held against one without: not what builds up over weeks, nor what
    /// changes the whole day.
    #[serde(default = "yes")]
    pub compare_days: bool,
    /// What one needs for it.
    #[serde(default)]
    pub access: Access,
    /// What it needs of the place.
    #[serde(default)]
    pub needs: BTreeSet<Need>,
    /// What it costs.
    #[serde(default)]
    pub cost: Cost,
    /// The parts of the body it is for.
    #[serde(default)]
    pub areas: Vec<Area>,
    /// What it can stand in for: a plan seldom needs two of one family.
    #[serde(default)]
    pub family: Family,
    /// What it does to the body; anything, unless it says.
    #[serde(default = "Does::anything")]
    pub does: BTreeSet<Does>,
    /// What people may live with that keeps it for a doctor's word, or makes it no good at all.
    #[serde(skip)]
    pub kept_for: BTreeSet<Condition>,
    /// The moments a plan prefers it in.
    #[serde(default)]
    pub fits: Vec<Slot>,
    /// The moments a plan never has it in.
    #[serde(default)]
    pub leave: Vec<Slot>,
    /// Whether it asks so little that somebody just back from a cold may do it.
    #[serde(default)]
    pub gentle: bool,
    /// When it fits best, to show.
    #[serde(default)]
    pub best_timing: Vec<String>,
    /// When or where to leave it, to show.
    #[serde(default)]
    pub avoid_timing: Vec<String>,
    /// What can go on at the same time; of two modalities, it is enough that one names the other.
    #[serde(default)]
    pub stack_with: Vec<Companion>,
    /// Where the session's length comes from.
    #[serde(default)]
    pub dose: Dose,
    /// What is answered where somebody asks about one of its properties.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// What is known, graded, a line for each benefit.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Single findings, with their numbers.
    #[serde(default)]
    pub effects: Vec<Effect>,
    /// Who should leave it, ask first, or take care.
    #[serde(default)]
    pub cautions: Vec<Caution>,
}

fn once() -> u32 {
    1
}

fn daily() -> u32 {
    7
}

fn yes() -> bool {
    true
}

impl Modality {
    /// Whether an entry of it has a length at all: a rest day has none.
    #[must_use]
    pub fn needs_minutes(&self) -> bool {
        self.minutes.longest_useful > 0
    }

    /// The most minutes an entry may claim; more is refused as a slip of the finger.
    #[must_use]
    pub fn accepts_up_to(&self) -> u32 {
        let longest = self.minutes.longest_useful;
        let most = match self.unit {
            Unit::Hours => longest.saturating_add(LONG_NIGHT),
            Unit::Minutes | Unit::Session | Unit::Check => longest.saturating_mul(3),
        };
        if self.needs_minutes() { most.clamp(LEAST_ACCEPTED, MINUTES_OF_A_DAY) } else { 0 }
    }

    /// Whether it is worn while the day goes on, rather than done.
    #[must_use]
    pub fn is_worn(&self) -> bool {
        self.unit != Unit::Hours && self.minutes.shortest >= WORN
    }

    /// Whether so many minutes of it are as many as it is for: neither too few nor more than help.
    #[must_use]
    pub fn is_useful(&self, minutes: u32) -> bool {
        let bounds = self.minutes;
        self.needs_minutes() && (bounds.shortest..=bounds.longest_useful).contains(&minutes)
    }

    /// Whether an entry of it can be so many minutes long.
    #[must_use]
    pub fn takes(&self, minutes: u32) -> bool {
        (1..=self.accepts_up_to()).contains(&minutes)
    }

    /// What is answered to a question about a property, where more is known than its other fields say.
    #[must_use]
    pub fn fact(&self, of: Property) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.of == of)
    }

    /// A name that a phrase means this by, whatever stands beside it: the id, but where that holds a
    /// guild's number, which reads as an amount, the name that its organiser gave it.
    #[must_use]
    pub fn in_a_phrase(&self) -> &str {
        if self.id.guild().is_some() { &self.label } else { self.id.as_ref() }
    }

    /// Keeps it for whom its firm cautions name.
    pub(super) fn keep_as_cautioned(&mut self) {
        let firm = self.cautions.iter().filter(|caution| caution.level != CautionLevel::Care);
        self.kept_for.extend(firm.flat_map(|caution| &caution.conditions));
    }

    /// Keeps one whose cautions name nobody for whom any of `known` is kept that does what it does.
    pub(super) fn keep_as(&mut self, known: &[Self]) {
        if self.cautions.iter().all(|caution| caution.conditions.is_empty()) {
            let alike = known.iter().filter(|other| !other.does.is_disjoint(&self.does));
            self.kept_for.extend(alike.flat_map(|other| &other.kept_for));
        }
    }

    /// Brings the aliases to their one form and adds those of the id, the label and the name.
    pub(super) fn complete_aliases(&mut self) {
        let written = std::mem::take(&mut self.aliases);
        let own = [self.label.as_str(), self.id.as_ref(), self.name.as_str()];
        for name in own.into_iter().chain(written.iter().map(String::as_str)) {
            let alias = normalise(name);
            if !self.aliases.contains(&alias) {
                self.aliases.push(alias);
            }
        }
    }
}

/// What one needs to do a modality.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Nothing that a home lacks.
    None,
    /// Something one owns or borrows. The default, so that nobody is told to use what they may not have.
    #[default]
    Equipment,
    /// A place one goes to.
    Facility,
    /// Somebody's time.
    Appointment,
}

/// What a modality costs, roughly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cost {
    /// Nothing.
    #[default]
    Free,
    /// Little.
    Low,
    /// Some.
    Medium,
    /// Much.
    High,
}

/// A part of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant says all there is to say")]
pub enum Area {
    Achilles,
    Ankles,
    Arms,
    Back,
    Calves,
    Feet,
    Glutes,
    Groin,
    Hamstrings,
    Hips,
    ItBand,
    Knees,
    Neck,
    Quads,
    Shins,
    Toes,
    UpperBack,
    WholeBody,
}

/// What modalities have in common, so that one can stand in for another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant says all there is to say")]
pub enum Family {
    Knead,
    Squeeze,
    Cold,
    Heat,
    Stretch,
    Mobility,
    Feet,
    Move,
    Sleep,
    LegsUp,
    Fuel,
    Calm,
    Run,
    Rest,
    #[default]
    Other,
}

/// A moment that suits a modality, or doesn't.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Slot {
    /// Ahead of a run on the same day.
    BeforeRun,
    /// Within hours after a run.
    AfterRun,
    /// The middle of the day.
    Lunch,
    /// From 17:00 on.
    Evening,
    /// The last hour before sleep.
    Bedtime,
    /// A day without running.
    RestDay,
    /// The day before a long run or a race.
    Eve,
    /// The seven days up to a race.
    RaceWeek,
    /// A day with strength work.
    Strength,
}
