//! What a step is worth: one number, the sum of named terms. Judgement, written down in one place.
//!
//! A term is about 10 where it matters much. Evidence alone never outweighs a sore spot or a habit.

use super::{Situation, State};
use crate::domain::catalogue::Area;
use crate::domain::catalogue::{Benefit, Direction, Family, Modality, Slot, Strength};
use crate::domain::habits::{self, RARE};
use crate::domain::race::Phase;
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

/// What a step costs in attention: a plan is better short.
pub(super) const EFFORT: i32 = 9;

/// What the first step is excused, in hundredths: whoever asks is owed one, if anything is good at all.
pub(super) const OWED: i32 = EFFORT * 100;

/// Three times within so many days is often.
const OFTEN_DAYS: i64 = 28;

/// What it is worth to take the load off what is hurt.
const UNLOADS: i32 = 12;

/// What it is worth to be for the whole body, to somebody who names a spot.
const WHOLE: i32 = -4;

/// What it is worth to be for the muscles around a sore joint: less than for a sore muscle.
const AROUND: i32 = 12;

/// The muscles around what no tool is for: a joint, a tendon, a bone (judgement).
pub(super) fn around(area: Area) -> &'static [Area] {
    match area {
        Area::Knees => &[Area::Quads, Area::Hamstrings, Area::ItBand],
        Area::Shins | Area::Achilles => &[Area::Calves],
        Area::Back => &[Area::Hips, Area::Glutes, Area::Hamstrings],
        // Nothing presses a neck or a groin: what lies next to them may move.
        Area::Groin => &[Area::Hips, Area::Glutes],
        _ => &[],
    }
}

/// Whether a modality serves what lies around a sore joint: pressed legs do nothing for a back, and what
/// is lain in or walked off does.
pub(super) fn is_for_around(modality: &Modality, area: Area) -> bool {
    match (area, modality.family) {
        (_, Family::Squeeze | Family::LegsUp) => false,
        (
            Area::Back | Area::Hips | Area::UpperBack | Area::Neck | Area::Arms,
            Family::Heat | Family::Move | Family::Mobility | Family::Stretch,
        ) => true,
        _ => around(area).iter().any(|muscle| modality.areas.contains(muscle)),
    }
}

/// The terms of a step's value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Terms {
    /// The last days' running asks for it.
    pub(super) need: i32,
    /// It is for where it is sore.
    pub(super) sore: i32,
    /// It is due by its cadence, the member's own where they have one.
    pub(super) overdue: i32,
    /// What is known about it, for what is wanted now.
    pub(super) evidence: i32,
    /// This is its moment.
    pub(super) timing: i32,
    /// It wasn't done today or yesterday, or it was.
    pub(super) variety: i32,
    /// The member would do it again, or does it often.
    pub(super) again: i32,
    /// The question names it: whoever does wants an answer about it, so nothing outweighs it.
    pub(super) named: i32,
    /// What the weeks to the race, or after it, are for.
    pub(super) phase: i32,
}

impl Terms {
    /// Their sum.
    pub(super) fn total(self) -> i32 {
        let Self { need, sore, overdue, evidence, timing, variety, again, named, phase } = self;
        need + sore + overdue + evidence + timing + variety + again + named + phase
    }
}

/// The terms for a modality.
pub(super) fn terms(situation: &Situation<'_>, modality: &Modality) -> Terms {
    Terms {
        need: need(situation, modality),
        sore: sore(situation, modality),
        overdue: overdue(situation, modality),
        evidence: evidence(situation, modality),
        timing: timing(situation, modality),
        variety: variety(situation, modality),
        again: again(situation, modality),
        named: 40 * i32::from(situation.is_named(modality)),
        phase: phase(situation, modality),
    }
}

/// What so many minutes of a step are worth, in hundredths: half of its terms at the shortest useful
/// length, all from the usual length on, and not more for longer.
pub(super) fn of_minutes(terms: Terms, modality: &Modality, usual: u32, minutes: u32) -> i32 {
    let shortest = modality.minutes.shortest;
    let (done, whole) = (minutes.saturating_sub(shortest), usual.saturating_sub(shortest));
    let share = match (done, whole) {
        (done, whole) if done >= whole => 100,
        // Lengths are minutes of a day, so nothing here overflows.
        (done, whole) => 50 + i32::try_from(done * 50 / whole).unwrap_or(50),
    };
    terms.total() * share - EFFORT * 100
}

/// The member's usual length of a modality: the middle of their last five, within what is useful.
pub(super) fn usual(situation: &Situation<'_>, modality: &Modality) -> u32 {
    let last = situation.log.of(&modality.id).iter().take(5);
    let mut last: Vec<u32> = last.map(|(_, minutes)| *minutes).collect();
    last.sort_unstable();
    let middle = last.len().checked_sub(1).and_then(|most| last.get(most / 2));
    let bounds = modality.minutes;
    middle.copied().unwrap_or(bounds.usual).clamp(bounds.shortest, bounds.longest_useful)
}

/// How many days after one session the next is due, and whether that is the member's own habit.
pub(super) fn cadence(situation: &Situation<'_>, modality: &Modality) -> (u32, bool) {
    habits::cadence(situation.of(&modality.id), modality)
}

/// What was done today, or on each of the last days, has had its turn: another kind of thing is as good.
fn variety(situation: &Situation<'_>, modality: &Modality) -> i32 {
    let on =
        |ago: i64| situation.of(&modality.id).any(|day| (situation.today - day).num_days() == ago);
    let presses = matches!(modality.family, Family::Knead | Family::Cold | Family::Heat);
    let mut others = situation.modalities.iter().filter(|of| of.family == modality.family);
    // The same muscle has had the same today by another tool.
    let is_pressed = presses && others.any(|of| situation.days_since(&of.id) == Some(0));
    match (on(0) || is_pressed, on(1), on(2)) {
        (true, ..) => -10,
        (false, true, true) if on(3) => -14,
        (false, true, true) => -7,
        (false, true, false) => -3,
        (false, false, _) => 0,
    }
}

fn need(situation: &Situation<'_>, modality: &Modality) -> i32 {
    let load = situation.load();
    // The day after, an easy walk and the legs up; a rest day asks for no walk.
    let in_legs = 4 * i32::from(situation.is_in_legs());
    let is_hard = situation.hardest_of(0).is_some_and(|kind| kind != RunKind::Easy);
    let slots = situation.slots();
    let is_late = slots.contains(&Slot::Evening) || slots.contains(&Slot::Bedtime);
    // After a short night, and with little left in one, what helps sleep.
    let sleepy = situation.slept_badly() || situation.is_drained();
    let rests = 8 * i32::from(sleepy && is_late);
    match modality.family {
        // Cold has its place on the day of what was hard, and none on a quiet one.
        Family::Cold if situation.hardest_of(0).is_none_or(|kind| kind == RunKind::Easy) => -12,
        Family::Cold => load + 2,
        // Who has run hard or long eats first; after an easy run the next meal does.
        Family::Fuel if is_hard => 8 + 3 * load,
        Family::Fuel => 0,
        // Legs that have just run long want to lie, not to move on.
        Family::Move if situation.hardest_of(0).is_some() => -6,
        // The days after a long run or a race: easy movement before any device.
        Family::Move => 4 + i32::from(situation.is_back()) * 10 + 3 * in_legs,
        Family::Squeeze => 3 + 2 * load,
        Family::Knead if slots.contains(&Slot::BeforeRun) => 0,
        // Whoever asks how to wind down has no use for work on sore legs.
        Family::Knead if situation.ask.moment == Some(Slot::Bedtime) => -4,
        Family::Knead => 2 + 2 * load,
        Family::LegsUp if slots.contains(&Slot::BeforeRun) => -6,
        Family::LegsUp if situation.is_back() => 5 + load,
        Family::LegsUp => {
            2 + load + (i32::from(situation.ask.is(State::Heavy)) * 8).max(in_legs / 2)
        }
        // Of somebody unknown, nobody knows that their feet are up to it.
        Family::Feet if !modality.passive && situation.is_unknown() => 2,
        // Strength for the feet is a cheap habit (one trial: Taddei et al. 2020), best after an easy run.
        Family::Feet if !modality.passive => {
            6 + 4 * i32::from(situation.hardest_of(0) == Some(RunKind::Easy))
        }
        // What separates toes was tried for bunions and months of wear: it earns nothing by itself.
        Family::Feet => -3,
        Family::Stretch => 3,
        Family::Sleep if sleepy => 20,
        Family::Heat => 4 + rests,
        // A few slow minutes are for whoever goes to bed or to a race, and no filler.
        Family::Calm => 1 + rests + 3 * i32::from(is_late),
        Family::Mobility => 4 + 4 * i32::from(slots.contains(&Slot::BeforeRun)),
        Family::Sleep | Family::Run | Family::Rest | Family::Other => 3,
    }
}

fn sore(situation: &Situation<'_>, modality: &Modality) -> i32 {
    if situation.is_hurt() && modality.family == Family::LegsUp {
        return UNLOADS;
    }
    let sore = situation.sore();
    let of = |area: &Area| modality.areas.contains(area);
    let named = sore.iter().filter(|area| of(area)).count();
    // What they ask about comes before what the morning's check-in holds.
    let asked = situation.ask.areas.iter().filter(|area| of(area)).count();
    let asked = 4 * i32::from(asked > 0);
    let around = sore.iter().any(|area| is_for_around(modality, *area));
    let whole = modality.areas.contains(&Area::WholeBody) && !sore.is_empty();
    // Being for a place is one thing, being known to ease what is sore another.
    let known = modality.evidence.iter().find(|evidence| evidence.benefit == Benefit::Soreness);
    let place = match known.map(|known| known.direction) {
        Some(Direction::Helps) => 16,
        // Something gentle for the place is still an answer to somebody who names it.
        Some(Direction::NoEffect) => 13,
        Some(Direction::Harms) => 0,
        Some(Direction::Mixed | Direction::Unknown) | None => 13,
    };
    match (named, whole) {
        // Somebody who names a spot wants it looked after first.
        (0, _) if around => AROUND,
        (0, false) if !sore.is_empty() => -12,
        (0, false) => 0,
        (0, true) => WHOLE,
        (named, _) => asked + place + 3 * i32::try_from(named.min(4) - 1).unwrap_or(0),
    }
}

fn overdue(situation: &Situation<'_>, modality: &Modality) -> i32 {
    let Some(days) = situation.days_since(&modality.id) else { return 0 };
    let (every, _) = cadence(situation, modality);
    match days - i64::from(every) {
        late if late < 0 => 0,
        _ if every < RARE => 3,
        late => 20 + i32::try_from(late.min(7)).unwrap_or(0),
    }
}

fn evidence(situation: &Situation<'_>, modality: &Modality) -> i32 {
    let slots = situation.slots();
    let is_tired = situation.load() >= 2 || !situation.sore().is_empty();
    let wanted = |benefit: Benefit| match benefit {
        Benefit::Soreness => is_tired,
        // Looser isn't fresher: what only makes looser has its place on fresh legs.
        Benefit::Mobility => !is_tired && !slots.contains(&Slot::Bedtime),
        // Sleep is worth a step to whoever lacks it, or to whoever is going to bed.
        Benefit::Sleep => {
            let is_evening = slots.contains(&Slot::Evening) || slots.contains(&Slot::Bedtime);
            let lacks = situation.slept_badly() || situation.is_drained();
            // A bath helps the night that is near, not that of tomorrow.
            lacks && (is_evening || modality.family != Family::Heat)
                || slots.contains(&Slot::Bedtime)
        }
        Benefit::FootHealth | Benefit::InjuryPrevention => true,
        Benefit::Energy => situation.slept_badly(),
        Benefit::Performance => slots.contains(&Slot::BeforeRun),
        Benefit::Inflammation | Benefit::InjuryHealing => false,
    };
    let known = modality.evidence.iter().filter(|evidence| wanted(evidence.benefit));
    let worth = known.filter(|evidence| evidence.verified).map(|evidence| {
        let sure = match evidence.strength {
            Strength::Insufficient => 0,
            Strength::Limited => 3,
            Strength::Moderate => 6,
            Strength::Strong => 9,
        };
        match evidence.direction {
            // Looser for an hour is worth less than less sore tomorrow.
            Direction::Helps if evidence.benefit == Benefit::Mobility => sure / 2,
            Direction::Helps => sure,
            Direction::Mixed => sure / 2,
            Direction::NoEffect | Direction::Unknown => 0,
            Direction::Harms => -2 * sure,
        }
    });
    worth.max().unwrap_or(0)
}

fn timing(situation: &Situation<'_>, modality: &Modality) -> i32 {
    let slots = situation.slots();
    let fits = modality.fits.iter().filter(|slot| slots.contains(slot)).count();
    // A moment that somebody names counts for more than the clock.
    let named = situation.ask.moment.is_some_and(|moment| modality.fits.contains(&moment))
        || slots.contains(&Slot::Eve) && modality.fits.contains(&Slot::Eve);
    // Ahead of what matters, better done to one than by one.
    let is_calm = [Slot::Eve, Slot::RaceWeek].iter().any(|slot| slots.contains(slot));
    let stirs = is_calm && !modality.passive;
    let workout = situation.ask.tomorrow.or(situation.tomorrow_is) == Some(DayKind::Workout);
    let tires = modality.family == Family::Cold && workout;
    i32::try_from(fits.min(2)).unwrap_or(0) * 5 + i32::from(named) * 6
        - i32::from(tires) * 4
        - i32::from(stirs) * 8
}

fn again(situation: &Situation<'_>, modality: &Modality) -> i32 {
    let often = situation.of(&modality.id).take(6).count();
    let said = situation.again.get(&modality.id) == Some(&true);
    // What somebody never did is no answer by itself where they have answers of their own.
    let is_new = often == 0 && !situation.log.is_empty();
    i32::from(said) * 5 + i32::try_from(often / 2).unwrap_or(0) - 3 * i32::from(is_new)
}

/// Training itself is the plan's to change (a taper of two or three weeks with 41–60 % less: Bosquet
/// 2007, Wang 2023); what goes beside it follows, by judgement: habits are begun far out, kept to
/// when it is hardest, and nothing but kept to close to the race, where sleep and calm count more.
fn phase(situation: &Situation<'_>, modality: &Modality) -> i32 {
    let regular = i32::from(is_regular(situation, modality));
    let rests = i32::from(matches!(modality.family, Family::Sleep | Family::Calm));
    match situation.phase() {
        Some(Phase::Base) => 3 * i32::from(builds_up(modality)),
        Some(Phase::Specific) => 2 * regular + 2 * rests,
        Some(Phase::Taper) => 3 * regular + 6 * rests,
        // Eating well after the last runs counts as much.
        Some(Phase::RaceWeek | Phase::RaceDay) => {
            6 * (rests + i32::from(modality.family == Family::Fuel))
        }
        // The way back is a taper in reverse.
        Some(Phase::After { .. }) => -6 * i32::from(!modality.passive && !modality.gentle),
        Some(Phase::Threshold) | None => 0,
    }
}

/// What the member does anyway.
pub(super) fn is_regular(situation: &Situation<'_>, modality: &Modality) -> bool {
    situation.of(&modality.id).nth(2).is_some()
}

/// What the member does every week or so these days.
pub(super) fn is_often(situation: &Situation<'_>, modality: &Modality) -> bool {
    let third = situation.of(&modality.id).nth(2);
    third.is_some_and(|day| (situation.today - day).num_days() <= OFTEN_DAYS)
}

/// What shows over weeks rather than tomorrow: feet that get stronger, joints that move.
pub(super) fn builds_up(modality: &Modality) -> bool {
    !modality.passive && matches!(modality.family, Family::Feet | Family::Mobility)
}
