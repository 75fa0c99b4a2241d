//! What no plan ever does, however good it might look.

use super::{Condition, Situation, State};
use crate::domain::catalogue::{Access, Area, Companion, Family, Modality, Slot, Unit};
use crate::domain::race::Phase;
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

/// The most steps of a plan.
pub const MOST_STEPS: usize = 4;

/// Up to so many minutes get the one thing that matters.
const SCARCE: u32 = 10;

/// Nobody is told to do one thing for longer, in minutes.
const LONGEST_STEP: u32 = 60;

/// When a nap fits, in minutes since midnight: 13:00–16:00 (Lastella et al. 2021).
const NAP: std::ops::RangeInclusive<u32> = 780..=960;

/// Whoever lacks sleep needn't wait for the last half hour of the morning (judgement).
const NAP_AFTER_SHORT_NIGHT: std::ops::RangeInclusive<u32> = 750..=960;

/// What goes with a run goes with one this many minutes ago at most (Jager et al. 2017).
const SOON: u32 = 120;

/// The way to a place and back, undressing and waiting among it, in minutes: with it, 3 min of cryo
/// cost a lunch break (judgement).
const WAY: u32 = 37;

/// So many things on one day are plenty, and on average so many a day over a fortnight (judgement: none
/// of them adds much to the others, and sleep and food are what they take from).
const PLENTY: usize = 5;
const PLENTY_LATELY: usize = 4 * FORTNIGHT;
pub(super) const FORTNIGHT: usize = 14;

/// Too near to the usual bedtime to warm up, in minutes since midnight.
const LAST_HEAT: std::ops::RangeInclusive<u32> = 1290..=1440;

/// Whoever has little in them, or is new to it, does so much and no more.
const MOST_WHEN_LITTLE: usize = 2;

/// When places that one goes to are open, and when somebody's time can be had.
const OPEN: std::ops::Range<u32> = 360..1290;
const OFFICE: std::ops::Range<u32> = 480..1140;

/// What takes the load of each step, and of each raised heel, below the knee.
const LOWER_LEG: [Area; 2] = [Area::Achilles, Area::Shins];

/// How many steps a plan of so many minutes may have.
pub(super) fn most_steps(minutes: u32) -> usize {
    if minutes <= SCARCE { 1 } else { MOST_STEPS }
}

/// How many more steps the day holds, for somebody who has done what they have.
pub(super) fn steps_left(situation: &Situation<'_>) -> usize {
    let is_new = situation.is(State::Newcomer) || situation.is_unknown();
    let most = match (situation.is(State::NoWish), situation.is_drained() || is_new) {
        (true, _) => 1,
        (_, true) => MOST_WHEN_LITTLE,
        _ => MOST_STEPS,
    };
    most.min(PLENTY.saturating_sub(situation.done_since(0)))
}

/// Whether today, or the last fortnight, has seen so much that the best advice is to stop.
pub(super) fn is_plenty(situation: &Situation<'_>) -> bool {
    situation.done_since(0) >= PLENTY || situation.done_lately() >= PLENTY_LATELY
}

/// How many minutes a step of this length takes, getting ready, the way there and back among them. What
/// somebody eats takes none of them.
pub(super) fn takes(modality: &Modality, minutes: u32) -> u32 {
    match (modality.family, modality.access) {
        (Family::Fuel, _) => 0,
        (_, Access::Facility | Access::Appointment) => minutes + WAY,
        (_, Access::None | Access::Equipment) => minutes + modality.set_up,
    }
}

/// Whether one stands in for the other, so that a plan has one of them, or undoes it: nobody is rolled
/// twice on one calf, or warmed after the cold.
pub(super) fn are_much_the_same(one: &Modality, other: &Modality) -> bool {
    let is_bath = |modality: &Modality| matches!(modality.family, Family::Heat | Family::Cold);
    one.family == other.family && one.family != Family::Other || is_bath(one) && is_bath(other)
}

/// A rule that keeps a modality out of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A red flag is open.
    Flag,
    /// A question about a red flag is open, and it might harm.
    Asked,
    /// It is no step of a plan: whether to run is for the training plan to say, and rest is an answer
    /// of its own.
    NoStep,
    /// Its owner doesn't want it, or swapped it.
    Unwanted,
    /// Its cautions keep it for a doctor's word.
    Doctor(Condition),
    /// Done so many times today, which is all that scores.
    PerDay(usize),
    /// Done so many times this week, which is all that scores.
    PerWeek(usize),
    /// This is a moment to leave it.
    Leave(Slot),
    /// Its owner hasn't got it, as far as anyone knows.
    Kit,
    /// Nothing for where its owner is.
    Away,
    /// New to its owner, and the race is close.
    New,
    /// It stirs, on a day of rest.
    RestDay,
    /// It asks too much of somebody just back.
    Gentle,
    /// It works a place that is sore.
    Sore(Area),
    /// It works legs that have just run hard, or are heavy.
    TiredLegs,
    /// It heats, and the day is hot.
    Hot,
    /// The day still holds a run that matters, and this isn't for the hours before one.
    RunAhead,
    /// Somebody's time has to be booked, and nobody said that it is.
    Unbooked,
    /// It does much the same as what is in the plan.
    MuchTheSame,
    /// Nothing forbids it, and others matter more.
    NotNeeded,
    /// They ask which of two, and it is the other.
    OneOfTwo,
    /// They are ill.
    Ill,
    /// A race or a long run is too fresh for it.
    TooFresh,
    /// There is too little in them for it.
    Drained,
    /// It goes with a run, and there was none, or it is over for long.
    NoRun,
    /// Nobody has it open, or has time for it, at this hour.
    Closed,
    /// It wants so many minutes, the way there and back among them.
    Visit(u32),
    /// Last time was so many days ago, and so many belong between.
    NotDue {
        /// Days since.
        days: i64,
        /// Days between.
        every: u32,
    },
    /// Outside the hours for a nap.
    NapTime,
    /// It takes more minutes than there are: so many.
    TooLong(u32),
}

/// Whether a plan may have this modality at all, given time.
pub(super) fn allows(situation: &Situation<'_>, modality: &Modality) -> bool {
    forbids(situation, modality).is_none()
}

/// What keeps a modality out of a plan, given time; what a coach would say first comes first, so that
/// nobody is sent to get what would be no good today.
pub(super) fn forbids(situation: &Situation<'_>, modality: &Modality) -> Option<Rule> {
    if situation.flag.is_some() {
        return Some(Rule::Flag);
    }
    let is_usable = modality.needs_minutes() && modality.unit != Unit::Hours;
    if !is_usable || matches!(modality.family, Family::Run | Family::Rest) {
        return Some(Rule::NoStep);
    }
    if situation.is_ill() {
        return Some(Rule::Ill);
    }
    let id = &modality.id;
    // What a condition rules out, no answer to a question allows.
    let concern = situation.ask.conditions.intersection(&modality.kept_for).next();
    if let Some(condition) = concern {
        return Some(Rule::Doctor(*condition));
    }
    if situation.asked.iter().any(|flag| flag.holds_back(modality)) {
        return Some(Rule::Asked);
    }
    let is_named = situation.is_named(modality);
    let is_out = situation.ask.is(State::Only) && !is_named;
    // Whoever swaps one thing wants another kind of thing.
    let mut unwanted = situation.modalities.iter().filter(|of| situation.swapped.contains(&of.id));
    let is_like_unwanted = !is_named
        && modality.family != Family::Other
        && unwanted.any(|of| of.family == modality.family);
    if is_out
        || is_like_unwanted
        || situation.again.get(id) == Some(&false)
        || situation.swapped.contains(id)
    {
        return Some(Rule::Unwanted);
    }
    let is_new = situation.of(id).next().is_none();
    let has = match &situation.kit {
        _ if situation.ask.is(State::AtHand) && is_named => true,
        // Nobody asks about what they can't get at.
        None if is_named && !situation.ask.is(State::NoKit) => true,
        _ if situation.ask.is(State::NoKit) => modality.access == Access::None,
        Some(kit) => modality.access == Access::None || kit.contains(id),
        None => modality.access == Access::None || !is_new,
    };
    let (today, week) = situation.times(id);
    if today >= modality.per_day as usize {
        return Some(Rule::PerDay(today));
    }
    if week >= modality.per_week as usize {
        return Some(Rule::PerWeek(week));
    }
    let slots = situation.slots();
    if let Some(slot) = modality.leave.iter().find(|slot| slots.contains(slot)) {
        return Some(Rule::Leave(*slot));
    }
    let is_soon = situation.since_run.is_none_or(|minutes| minutes <= SOON);
    // Nobody who feels sick, or has eaten, is told to eat.
    let is_fed = situation.is(State::Giddy) || situation.is(State::Fed);
    let refuels = slots.contains(&Slot::AfterRun) && is_soon && !is_fed;
    // Light work on one's own muscles is no training.
    let stirs = matches!(modality.family, Family::Feet | Family::Move | Family::Other)
        && !modality.passive
        && !modality.gentle;
    let is_workout_ahead = slots.contains(&Slot::BeforeRun)
        && situation.ask.today.or(situation.today_is) == Some(DayKind::Workout);
    let is_run_ahead = is_workout_ahead || situation.is_run_ahead();
    let tires = matches!(modality.family, Family::Stretch | Family::Heat | Family::Cold)
        || modality.family == Family::Feet && !modality.passive;
    // Nobody is the worse for a few easy swings they never did before.
    let is_harmless = modality.gentle || modality.family == Family::Mobility;
    // Ahead of a race nobody bathes, hot or cold.
    let is_bath = matches!(modality.family, Family::Heat | Family::Cold);
    // Heat wants an hour or two before sleep (Haghayegh et al. 2019).
    let is_late = LAST_HEAT.contains(&situation.minute) && !situation.is(State::NightShift);
    // Deep hands on legs that have just run far add to what they have to mend.
    let is_kneaded = modality.family == Family::Knead && modality.access == Access::Appointment;
    let is_much = modality.family == Family::Cold && modality.access != Access::None;
    let is_race_ahead = situation.phase() == Some(Phase::RaceDay);
    [
        (is_bath && situation.ask.is(State::Away), Rule::Away),
        (modality.family == Family::Heat && situation.is(State::Hot), Rule::Hot),
        (modality.family == Family::Heat && is_late, Rule::Leave(Slot::Bedtime)),
        (is_bath && is_race_ahead, Rule::Leave(Slot::RaceWeek)),
        (situation.is_back() && !modality.gentle, Rule::Gentle),
        (is_kneaded && situation.is_in_legs(), Rule::TooFresh),
        (is_much && situation.is_drained() && situation.slept_badly(), Rule::Drained),
        (situation.is_close_to_race() && is_new && !is_harmless, Rule::New),
        (situation.is_rest_day() && stirs, Rule::RestDay),
        (is_run_ahead && (tires || is_new && !is_harmless), Rule::RunAhead),
        (modality.family == Family::Fuel && !refuels, Rule::NoRun),
    ]
    .into_iter()
    .find_map(|(holds, rule)| holds.then_some(rule))
    .or_else(|| strains(situation, modality))
    .or_else(|| (!has).then_some(Rule::Kit))
    .or_else(|| waits(situation, modality))
}

/// What keeps it out of this plan: a rule, or too little time.
pub(super) fn forbids_now(situation: &Situation<'_>, modality: &Modality) -> Option<Rule> {
    let shortest = takes(modality, modality.minutes.shortest);
    forbids(situation, modality)
        .or_else(|| (shortest > situation.minutes()).then_some(Rule::TooLong(shortest)))
}

/// Whether it strains what is sore: strength work waits for that, and after a hard run too; a walk
/// waits for sore feet.
fn strains(situation: &Situation<'_>, modality: &Modality) -> Option<Rule> {
    let sore = situation.sore();
    // What is torn or cut wants rest first, and nothing done to it.
    let rests =
        matches!(modality.family, Family::LegsUp | Family::Calm | Family::Sleep | Family::Fuel);
    if let Some(condition) = situation.hurt().filter(|_| !rests) {
        return Some(Rule::Doctor(condition));
    }
    match modality.family {
        Family::Feet if !modality.passive => {
            let hard = situation.hardest_of(0).is_some_and(|kind| kind != RunKind::Easy);
            let area = modality.areas.iter().chain(&LOWER_LEG).find(|area| sore.contains(area));
            let is_heavy = situation.ask.is(State::Heavy) || situation.is_drained();
            let comes_new = [State::LongBreak, State::Newcomer, State::Lifted]
                .iter()
                .any(|of| situation.is(*of));
            let is_tired = hard || is_heavy || comes_new || situation.is_in_legs();
            area.map(|area| Rule::Sore(*area)).or(is_tired.then_some(Rule::TiredLegs))
        }
        Family::Move => {
            let bear = [Area::Feet, Area::Toes, Area::Ankles, Area::Knees];
            let bear = bear.into_iter().chain(LOWER_LEG);
            bear.into_iter().find(|area| sore.contains(area)).map(Rule::Sore)
        }
        // Where the Achilles meets the heel, long stretches may aggravate it.
        Family::Stretch => sore.contains(&Area::Achilles).then_some(Rule::Sore(Area::Achilles)),
        _ => None,
    }
}

/// What has its hours, or its days between.
fn waits(situation: &Situation<'_>, modality: &Modality) -> Option<Rule> {
    let visit = takes(modality, modality.minutes.shortest);
    match modality.access {
        Access::Facility if !OPEN.contains(&situation.minute) => return Some(Rule::Closed),
        Access::Facility if situation.minutes() < visit => return Some(Rule::Visit(visit)),
        Access::Appointment => {
            if !situation.is_named(modality) {
                return Some(Rule::Unbooked);
            }
            let (every, _) = super::value::cadence(situation, modality);
            let days = situation.days_since(&modality.id);
            if let Some(days) = days.filter(|days| *days < i64::from(every)) {
                return Some(Rule::NotDue { days, every });
            }
            if situation.minutes() < visit {
                return Some(Rule::Visit(visit));
            }
            if !OFFICE.contains(&situation.minute) {
                return Some(Rule::Closed);
            }
        }
        _ => {}
    }
    let is_no_time = longest(situation, modality, u32::MAX) < modality.minutes.shortest;
    // Whoever asks about the evening isn't asking about now.
    let is_evening =
        situation.ask.moment == Some(Slot::Evening) && modality.family == Family::Sleep;
    (is_no_time || is_evening).then_some(Rule::NapTime)
}

/// The most minutes of a modality that a plan within `minutes` may suggest now; less than its
/// shortest for none.
pub(super) fn longest(situation: &Situation<'_>, modality: &Modality, minutes: u32) -> u32 {
    let left = minutes.saturating_sub(takes(modality, 0));
    let most = modality.minutes.longest_useful.min(LONGEST_STEP).min(left);
    if modality.family != Family::Sleep {
        return most;
    }
    let lacks_sleep = situation.slept_badly();
    let is_time = NAP.contains(&situation.minute)
        || lacks_sleep && NAP_AFTER_SHORT_NIGHT.contains(&situation.minute);
    match situation.is(State::NightShift) {
        true => most,
        false if is_time => most.min(NAP.end() - situation.minute),
        false => 0,
    }
}

/// Whether two modalities may go on at the same time: hands free, and one goes with the other.
pub(super) fn share(one: &Modality, other: &Modality) -> bool {
    let goes = |with: &Modality, what: &Modality| {
        with.stack_with.iter().any(|companion| match companion {
            Companion::Modality(id) => *id == what.id,
            Companion::AnythingPassive => what.passive,
            _ => false,
        })
    };
    // Nobody takes their own things along to such a place, and what is eaten takes no minutes.
    let is_at_home = |modality: &Modality| {
        matches!(modality.access, Access::None | Access::Equipment) && takes(modality, 1) > 0
    };
    is_at_home(one)
        && is_at_home(other)
        && one.hands_free
        && other.hands_free
        && (goes(one, other) || goes(other, one))
}
