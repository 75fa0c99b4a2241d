//! What no plan ever does, however good it might look.

use super::Situation;
use crate::domain::catalogue::{Access, Area, Companion, Family, Modality, Slot, Unit};
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

/// A place to go to takes the way as well, so fewer minutes than these are spent at home.
const VISIT: u32 = 40;

/// When places that one goes to are open, and when somebody's time can be had.
const OPEN: std::ops::Range<u32> = 360..1290;
const OFFICE: std::ops::Range<u32> = 480..1140;

/// How many steps a plan of so many minutes may have.
pub(super) fn most_steps(minutes: u32) -> usize {
    if minutes <= SCARCE { 1 } else { MOST_STEPS }
}

/// Whether a plan may have this modality at all.
pub(super) fn allows(situation: &Situation<'_>, modality: &Modality) -> bool {
    let slots = situation.slots();
    let id = &modality.id;
    let is_usable = modality.needs_minutes() && modality.unit != Unit::Hours;
    // Whether to run is for the training plan to say, and rest is an answer of its own.
    let is_step = is_usable && !matches!(modality.family, Family::Run | Family::Rest);
    let fits = !modality.leave.iter().any(|slot| slots.contains(slot));
    let (today, week) = situation.times(id);
    let below_caps = today < modality.per_day as usize && week < modality.per_week as usize;
    let is_new = situation.of(id).next().is_none();
    let has = match &situation.kit {
        Some(kit) => modality.access == Access::None || kit.contains(id),
        None => modality.access == Access::None || !is_new,
    };
    let is_open = match modality.access {
        Access::None | Access::Equipment => true,
        Access::Facility => OPEN.contains(&situation.minute) && situation.minutes() >= VISIT,
        Access::Appointment => {
            let due = i64::from(super::value::cadence(situation, modality).0);
            OFFICE.contains(&situation.minute)
                && situation.days_since(id).is_none_or(|days| days >= due)
        }
    };
    let refuels = modality.family != Family::Fuel || slots.contains(&Slot::AfterRun);
    let known = !situation.is_close_to_race() || !is_new || modality.gentle;
    let rests = !situation.is_rest_day() || modality.passive || modality.gentle;
    let gentle = !situation.is_back() || modality.gentle;
    let spares = spares(situation, modality);
    let workout_ahead = slots.contains(&Slot::BeforeRun)
        && situation.ask.today.or(situation.today_is) == Some(DayKind::Workout);
    let warms_up = !workout_ahead || modality.family != Family::Stretch;
    let wanted = situation.again.get(id) != Some(&false) && !situation.swapped.contains(id);
    situation.flag.is_none()
        && is_step
        && fits
        && below_caps
        && has
        && is_open
        && refuels
        && known
        && rests
        && gentle
        && spares
        && warms_up
        && wanted
}

/// Whether it spares what is sore: strength work waits for that, and after a hard run too; a walk
/// waits for sore feet.
fn spares(situation: &Situation<'_>, modality: &Modality) -> bool {
    let sore = situation.sore();
    match modality.family {
        Family::Feet if !modality.passive => {
            let hard = situation.hardest_of(0).is_some_and(|kind| kind != RunKind::Easy);
            !hard && !modality.areas.iter().any(|area| sore.contains(area))
        }
        Family::Move => ![Area::Feet, Area::Toes, Area::Ankles].iter().any(|a| sore.contains(a)),
        _ => true,
    }
}

/// The most minutes of a modality that a plan within `minutes` may suggest now; less than its
/// shortest for none.
pub(super) fn longest(situation: &Situation<'_>, modality: &Modality, minutes: u32) -> u32 {
    let most = modality.minutes.longest_useful.min(LONGEST_STEP).min(minutes);
    if modality.family != Family::Sleep {
        return most;
    }
    if NAP.contains(&situation.minute) { most.min(NAP.end() - situation.minute) } else { 0 }
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
    one.hands_free && other.hands_free && (goes(one, other) || goes(other, one))
}
