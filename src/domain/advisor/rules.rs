//! What no plan ever does, however good it might look.

use super::limits::{longest, takes};
use super::{Condition, Situation, State};
use crate::domain::catalogue::{Access, Area, Family, Modality, Need, Slot, Unit};
use crate::domain::flags::Flag;
use crate::domain::race::Phase;
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

/// What goes with a run goes with one this many minutes ago at most (Jager et al. 2017).
const SOON: u32 = 120;

/// Too near to the usual bedtime to warm up, in minutes since midnight.
const LAST_HEAT: std::ops::RangeInclusive<u32> = 1290..=1440;

/// When places that one goes to are open, and when somebody's time can be had.
const OPEN: std::ops::Range<u32> = 360..1290;
const OFFICE: std::ops::Range<u32> = 480..1140;

/// What takes the load of each step, and of each raised heel, below the knee.
const LOWER_LEG: [Area; 2] = [Area::Achilles, Area::Shins];

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
    /// The place its owner is in lacks what it needs.
    Place(Need),
    /// Heat or cold, and its owner has had a drink.
    Drunk,
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
    forbids_today(situation, modality).or_else(|| waits(situation, modality))
}

/// The same whatever the hour, and however many minutes there are.
pub(super) fn forbids_today(situation: &Situation<'_>, modality: &Modality) -> Option<Rule> {
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
    let is_kept = |of: &&Condition| modality.kept_for.contains(*of) || of.holds_back(modality);
    if let Some(condition) = situation.ask.conditions.iter().find(is_kept) {
        return Some(Rule::Doctor(*condition));
    }
    if situation.asked.iter().any(|flag| flag.holds_back(modality)) {
        return Some(Rule::Asked);
    }
    // Nobody sleeps off a blow to the head before they are asked about it.
    if situation.asked.contains(&Flag::Head) && modality.family == Family::Sleep {
        return Some(Rule::Asked);
    }
    if let Some(rule) = harms_today(situation, modality) {
        return Some(rule);
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
        // Kit is at home; what is worn may well be on.
        kit if situation.ask.is(State::Away) => {
            let is_owned = kit.as_ref().map_or(!is_new, |kit| kit.contains(id));
            modality.access == Access::None || modality.is_worn() && is_owned
        }
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
    if let Some(need) = situation.lacks(modality) {
        return Some(Rule::Place(need));
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
    // What stands at home, or is done as ever, is known, whatever the log holds.
    let is_known = situation.is(State::Usual) && is_named
        || modality.access == Access::Equipment
            && situation.kit.as_ref().is_some_and(|kit| kit.contains(id))
            && !situation.is(State::NeverDone);
    let is_new = is_new && !is_known;
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
        (modality.family == Family::Heat && is_late, Rule::Leave(Slot::Bedtime)),
        (is_bath && is_race_ahead, Rule::Leave(Slot::RaceWeek)),
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
}

/// How they are today rules it out, whatever the hour: a reason that lasts is told before one that passes.
fn harms_today(situation: &Situation<'_>, modality: &Modality) -> Option<Rule> {
    let is_bath = matches!(modality.family, Family::Heat | Family::Cold);
    [
        (is_bath && situation.is(State::Drunk), Rule::Drunk),
        (modality.family == Family::Heat && situation.is(State::Hot), Rule::Hot),
        (situation.is_back() && !modality.gentle, Rule::Gentle),
    ]
    .into_iter()
    .find_map(|(holds, rule)| holds.then_some(rule))
    .or_else(|| is_hurt(situation, modality))
}

/// What is torn or cut wants rest first, and nothing done to it.
fn is_hurt(situation: &Situation<'_>, modality: &Modality) -> Option<Rule> {
    let rests =
        matches!(modality.family, Family::LegsUp | Family::Calm | Family::Sleep | Family::Fuel);
    situation.hurt().filter(|_| !rests).map(Rule::Doctor)
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
