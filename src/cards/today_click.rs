//! What a click below a plan means: the whole question stands in it, so that it can be asked again.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use super::NotAComponent;
use crate::domain::advisor::{Ask, Condition, RaceSaid, State};
use crate::domain::catalogue::{Area, Slot};
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

/// The most swaps that a button remembers.
const MOST_SWAPS: usize = 12;

const MOMENTS: [Slot; 5] =
    [Slot::BeforeRun, Slot::AfterRun, Slot::Lunch, Slot::Evening, Slot::Bedtime];

/// The areas in the order that buttons pack them: a new one goes last, so that old buttons stay true.
const AREAS: [Area; 18] = [
    Area::Toes,
    Area::Feet,
    Area::Ankles,
    Area::Calves,
    Area::ItBand,
    Area::Quads,
    Area::Hamstrings,
    Area::Glutes,
    Area::Hips,
    Area::Back,
    Area::UpperBack,
    Area::WholeBody,
    Area::Achilles,
    Area::Shins,
    Area::Knees,
    Area::Groin,
    Area::Neck,
    Area::Arms,
];

/// A click below a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TodayClick {
    /// What is wanted.
    pub wish: TodayWish,
    /// The question.
    pub ask: Ask,
    /// What not to suggest again, by its place in the catalogue: a new catalogue may swap another.
    pub swapped: BTreeSet<usize>,
}

impl TodayClick {
    /// The bare question: what should I do today?
    #[must_use]
    pub fn plain() -> Self {
        Self { wish: TodayWish::Ask, ask: Ask::default(), swapped: BTreeSet::new() }
    }
}

/// What is wanted of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TodayWish {
    /// The plan itself.
    Ask,
    /// The same with half the minutes.
    Shorter,
    /// The same without what leads it.
    Swap,
    /// How sure anyone is of the step chosen.
    Evidence,
}

impl TodayWish {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Ask, "ask"),
        (Self::Shorter, "less"),
        (Self::Swap, "swap"),
        (Self::Evidence, "sure"),
    ];
}

impl fmt::Display for TodayClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { wish, ask, swapped } = self;
        let word = TodayWish::ALL.iter().find(|(of, _)| of == wish).map_or("", |(_, word)| word);
        let minutes = ask.minutes.unwrap_or(0);
        write!(
            f,
            "{word}:{minutes}:{:x}:{:x}:",
            bits(&AREAS, &ask.areas),
            bits(&AREAS, &ask.fine)
        )?;
        digit(f, &MOMENTS, ask.moment)?;
        digit(f, &DayKind::ALL, ask.today)?;
        digit(f, &DayKind::ALL, ask.tomorrow)?;
        digit(f, &RunKind::ALL, ask.ran)?;
        let lifted = BTreeSet::from([State::Lifted]);
        let states = bits(&State::ALL, &(&ask.states - &lifted));
        write!(f, "{}{states:x}:", u8::from(ask.is(State::Lifted)))?;
        f.write_str(&places(swapped.iter().take(MOST_SWAPS)))?;
        let has_conditions = !ask.conditions.is_empty();
        let is_known = ask.race.is_some() || ask.yesterday.is_some() || has_conditions;
        if ask.named.is_empty() && ask.without.is_empty() && !is_known {
            return Ok(());
        }
        write!(f, ":{}:{}", places(&ask.named), places(&ask.without))?;
        if !is_known {
            return Ok(());
        }
        f.write_str(":")?;
        digit(f, &RunKind::ALL, ask.yesterday)?;
        match ask.race {
            None => Ok(()),
            Some(RaceSaid::In(days)) => write!(f, "{days}"),
            Some(RaceSaid::Week) => f.write_str("w"),
            Some(RaceSaid::Taper) => f.write_str("t"),
            Some(RaceSaid::Ahead) => f.write_str("a"),
        }?;
        if has_conditions {
            write!(f, ":{:x}", bits(&Condition::ALL, &ask.conditions))
        } else {
            Ok(())
        }
    }
}

impl FromStr for TodayClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        let parts: Vec<&str> = text.split(':').collect();
        let [word, minutes, areas, fine, rest, swapped, more @ ..] = parts.as_slice() else {
            return Err(NotAComponent);
        };
        // What was added since the first of these buttons were sent.
        let (named, without, days, conditions) = match more {
            [] => ("", "", "0", "0"),
            [named, without] => (*named, *without, "0", "0"),
            [named, without, days] => (*named, *without, *days, "0"),
            [named, without, days, conditions] => (*named, *without, *days, *conditions),
            _ => return Err(NotAComponent),
        };
        let (yesterday, race) = days.split_at_checked(1).ok_or(NotAComponent)?;
        let wish = TodayWish::ALL.iter().find(|(_, of)| of == word).ok_or(NotAComponent)?.0;
        let minutes: u32 = minutes.parse().map_err(|_| NotAComponent)?;
        let (digits, states) = rest.split_at_checked(5).ok_or(NotAComponent)?;
        let &[moment, today, tomorrow, ran, lifted] = digits.as_bytes() else {
            return Err(NotAComponent);
        };
        let mut states: BTreeSet<State> = of_bits(&State::ALL, states)?;
        states.extend((lifted == b'1').then_some(State::Lifted));
        let click = Self {
            wish,
            ask: Ask {
                minutes: Some(minutes).filter(|minutes| (1..=1440).contains(minutes)),
                areas: of_bits(&AREAS, areas)?,
                fine: of_bits(&AREAS, fine)?,
                moment: of_digit(&MOMENTS, moment)?,
                yesterday: of_digit(&RunKind::ALL, yesterday.as_bytes()[0])?,
                race: race_said(race)?,
                today: of_digit(&DayKind::ALL, today)?,
                tomorrow: of_digit(&DayKind::ALL, tomorrow)?,
                ran: of_digit(&RunKind::ALL, ran)?,
                states,
                conditions: of_bits(&Condition::ALL, conditions)?,
                mentioned: BTreeSet::new(),
                properties: BTreeSet::new(),
                named: of_places(named)?,
                without: of_places(without)?,
            },
            swapped: of_places(swapped)?,
        };
        // Only what we would have written ourselves.
        if click.to_string() == text { Ok(click) } else { Err(NotAComponent) }
    }
}

fn race_said(text: &str) -> Result<Option<RaceSaid>, NotAComponent> {
    Ok(Some(match text {
        "" => return Ok(None),
        "w" => RaceSaid::Week,
        "t" => RaceSaid::Taper,
        "a" => RaceSaid::Ahead,
        days => RaceSaid::In(days.parse().map_err(|_| NotAComponent)?),
    }))
}

fn places<'a>(places: impl IntoIterator<Item = &'a usize>) -> String {
    places.into_iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
}

fn of_places(text: &str) -> Result<BTreeSet<usize>, NotAComponent> {
    let places = text.split('.').filter(|at| !at.is_empty());
    places.map(|at| at.parse().map_err(|_| NotAComponent)).collect()
}

fn bits<T: Ord>(all: &[T], some: &BTreeSet<T>) -> u64 {
    let places = all.iter().enumerate();
    places.fold(0, |bits, (at, one)| bits | u64::from(some.contains(one)) << at)
}

fn of_bits<T: Ord + Copy>(all: &[T], text: &str) -> Result<BTreeSet<T>, NotAComponent> {
    let bits = u64::from_str_radix(text, 16).map_err(|_| NotAComponent)?;
    let some = all.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
    Ok(some.map(|(_, one)| *one).collect())
}

/// The place of `one` among `all`, from 1; 0 for none.
fn digit<T: PartialEq>(f: &mut fmt::Formatter<'_>, all: &[T], one: Option<T>) -> fmt::Result {
    let place = one.and_then(|one| all.iter().position(|of| *of == one));
    write!(f, "{}", place.map_or(0, |place| place + 1))
}

fn of_digit<T: Copy>(all: &[T], digit: u8) -> Result<Option<T>, NotAComponent> {
    match digit.checked_sub(b'0').ok_or(NotAComponent)? {
        0 => Ok(None),
        place => all.get(usize::from(place) - 1).copied().map(Some).ok_or(NotAComponent),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cards::{Behind, ComponentId, OpenClick, Opens};
    use crate::domain::advisor::{self, AskedAt};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::ids::MemberId;

    #[test]
    fn a_click_reads_back_and_fits() {
        let catalogue = Catalogue::embedded().unwrap();
        let at = AskedAt { weekday: chrono::Weekday::Thu, minute: 19 * 60 };
        let read =
            |text: &str| advisor::ask(&crate::corpus::reading(text), &catalogue, at).unwrap();
        for text in [
            "",
            "20 min, calves sore",
            "half hour before bed",
            "lifted, tomorrow long run",
            "dead legs",
            "legs heavy, just back from a cold",
            "no boots",
            "only boots, slept 4h, at work, should i run? lifted, fever 39",
            "plan for tomorrow, no kit, dead legs, just back from a cold",
            "pregnant, long run tomorrow, no boots",
            "diabetic, on warfarin, high blood pressure",
            "knees, shins and achilles sore",
            "race tomorrow, 30 min",
            "marathon yesterday, no kit",
            "race week",
            "tapering, long run yesterday, in a hotel",
            "race in 110 days: sauna, swim or ems",
            "1440 min, calves not sore but toes are: sauna, swim or ems, no gun, no bath, no nap",
        ] {
            for (wish, _) in TodayWish::ALL {
                let swapped = (20..32).collect();
                let mut ask = read(text);
                ask.properties.clear();
                let click = TodayClick { wish, ask, swapped };
                assert_eq!(click.to_string().parse(), Ok(click.clone()));
                let id = ComponentId::Today(click.clone());
                assert!(id.fits(), "{id}");
                // Where nobody can be written to, a button for one pair of eyes opens the first plan.
                let first = TodayClick { swapped: BTreeSet::new(), ..click };
                let member = MemberId("1442200000000000001".parse().unwrap());
                let behind = Behind::Named(Opens::Plan(Box::new(first)));
                let open = ComponentId::Open(OpenClick { member, behind });
                assert!(open.fits(), "{open}");
            }
        }
    }
}
