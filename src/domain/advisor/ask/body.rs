//! How somebody is by their question: ill or just over it, short of sleep, with heavy legs, with what they
//! live with.

use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};

use super::{State, near};
use crate::domain::advisor::Condition;
use crate::domain::advisor::situation::SHORT_NIGHT;
use crate::domain::catalogue::Area;
use crate::domain::checkin::{self, Answer, Level, Scale};
use crate::domain::reading::{Cue, Kind, Mark, Meaning, Reading, Said, TimeUnit};

/// From here on a temperature is a fever, in degrees Celsius.
const FEVER: Range<f64> = 37.8..43.0;

/// From here on somebody has sat for long, in minutes.
const HOURS_OF_SITTING: f64 = 120.0;

/// Tells of a pregnancy by itself.
const PREGNANT: char = '\u{1f930}';

/// So many weeks by themselves are those of a pregnancy.
const WEEKS_GONE: RangeInclusive<f64> = 5.0..=42.0;

/// Whoever says such a number of themselves tells their age, in years.
const AGES: RangeInclusive<f64> = 40.0..=99.0;

/// A number of these is a year, and whatever was in it is over.
const YEARS: RangeInclusive<f64> = 1950.0..=2025.0;

/// Nobody's night is shorter, in minutes.
const SHORTEST_NIGHT: u32 = 60;

/// From here on one is sore rather than stiff.
const SORE: u8 = 3;

/// Up to here there is little of it.
const LITTLE: u8 = 2;

/// Whether a phrase of a meaning stands there as the member's own, and not as missing.
pub(super) fn is_said(r: &Reading, meaning: Meaning) -> bool {
    r.marks.iter().any(|mark| mark.meaning == meaning && is_own(r, mark))
}

fn is_own(r: &Reading, mark: &Mark) -> bool {
    let stance = r.tokens[mark.start].stance;
    !stance.denied && !stance.theirs && !stance.supposed
}

/// Whether words tell of an illness that lasts, wherever they were said.
pub(super) fn tells_of_illness(r: &Reading) -> bool {
    // "since the flu"
    let is_over = |mark: &Mark| near(r, mark.start.saturating_sub(2)..mark.start, Cue::SinceThen);
    let are_over = r.find(0..r.tokens.len(), Cue::Ill).any(is_over);
    is_unwell_with(r) && !r.has(Cue::Recovered) && !are_over
}

/// Whether they are a little unwell, or only just over something.
pub(super) fn is_unwell(r: &Reading) -> bool {
    is_unwell_with(r) || is_said(r, Meaning::Cue(Cue::Unwell))
}

/// An illness is named, or a temperature that is a fever.
fn is_unwell_with(r: &Reading) -> bool {
    let is_fever = |mark: &Mark| {
        matches!(r.tokens.get(mark.end).map(|token| token.kind),
            Some(Kind::Number(degrees)) if FEVER.contains(&degrees))
    };
    // A vaccine is named by what it is against.
    let is_jab = r.marks.iter().any(|of| of.meaning == Meaning::Condition(Condition::Vaccinated));
    let is_ill = is_said(r, Meaning::Cue(Cue::Ill)) && !is_jab;
    let mut temperatures = r.find(0..r.tokens.len(), Cue::Temperature);
    // "38.4 this morning": such a number tells of nothing else where no run is told.
    let is_bare_fever = |at: usize| {
        let is_told = match r.tokens[at].kind {
            Kind::Number(degrees) => FEVER.contains(&degrees) && degrees.fract() > 0.0,
            _ => false,
        };
        let is_count = r
            .meanings(at + 1)
            .any(|(of, _)| matches!(of, Meaning::Unit(_) | Meaning::LengthUnit(_)));
        let is_run = near(r, at.saturating_sub(3)..at, Cue::Run)
            || near(r, at.saturating_sub(3)..at, Cue::Ran);
        is_told && !is_count && !is_run && !r.tokens[at].stance.theirs
    };
    is_ill
        || temperatures.any(|mark| is_own(r, mark) && is_fever(mark))
        || (0..r.tokens.len()).any(is_bare_fever)
}

/// What the words of a check-in tell of the day.
#[must_use]
pub fn told(r: &Reading) -> BTreeSet<State> {
    let states = [(tells_of_illness(r), State::Ill), (is_unwell(r), State::Unwell)];
    let said = states.into_iter().filter_map(|(holds, state)| holds.then_some(state));
    said.chain(circumstances(r)).collect()
}

/// What holds for more than the question: how they live these days, in what weather, how old they are.
pub(super) fn circumstances(r: &Reading) -> BTreeSet<State> {
    let cues = [
        (Cue::NightShift, State::NightShift),
        (Cue::HeatSymptom, State::Giddy),
        (Cue::Newcomer, State::Newcomer),
        (Cue::LongBreak, State::LongBreak),
        (Cue::LongTravel, State::Travel),
        (Cue::Age, State::Age),
        (Cue::Fed, State::Fed),
        (Cue::Drunk, State::Drunk),
        (Cue::Wheeze, State::Wheezy),
        (Cue::ClotSign, State::Swollen),
        (Cue::Drives, State::Drives),
    ];
    // "can I have a beer after?" is still to come.
    let is_now = |mark: &Mark| is_own(r, mark) && !r.tokens[mark.start].stance.ahead;
    let is_had = |cue: Cue| r.find(0..r.tokens.len(), cue).any(is_now);
    let said = cues.into_iter().filter(|(cue, _)| match cue {
        Cue::Drunk => is_had(*cue),
        cue => is_said(r, Meaning::Cue(*cue)),
    });
    let figures = [
        (tells_age(r), State::Age),
        (r.tells_heat(), State::Hot),
        (sits_for_hours(r), State::Travel),
        // "sauna, then a beer": what is still to come goes with heat no better.
        (is_said(r, Meaning::Cue(Cue::Drunk)), State::Drinks),
    ];
    let told = figures.into_iter().filter_map(|(holds, state)| holds.then_some(state));
    said.map(|(_, state)| state).chain(told).collect()
}

/// "I'm 68", "68 yo": a number that counts nothing else.
fn tells_age(r: &Reading) -> bool {
    numbers(r, AGES).any(|at| {
        let is_bare = r.tokens.get(at + 1).is_none_or(|next| next.kind == Kind::Break);
        let of_oneself = at > 0 && r.is(at - 1, Cue::OpensAge);
        let is_old = near(r, at + 1..at + 3, Cue::Old);
        // "71, on bp pills": who opens so tells their age.
        let opens = at == 0 && is_bare && r.tokens.len() > 2 && number_at(r, at) % 5.0 != 0.0;
        is_old || is_bare && of_oneself || opens
    })
}

/// "a 5 hour drive", "4 and a bit hrs home in the car".
fn sits_for_hours(r: &Reading) -> bool {
    r.find(0..r.tokens.len(), Cue::Sits).any(|mark| {
        let clause = r.clauses.get(r.clause_of(mark.start)).cloned().unwrap_or_default();
        let is_long = |at: usize| match r.span_at(at).map(|span| &span.said) {
            Some(Said::Length(length)) => length.explicit && length.minutes >= HOURS_OF_SITTING,
            _ => false,
        };
        clause.clone().any(is_long)
            // "4 and a bit hrs"
            || clause.into_iter().any(|at| r.unit(at) == Some(TimeUnit::Hours) && r.span_at(at).is_none())
    })
}

fn number_at(r: &Reading, at: usize) -> f64 {
    match r.tokens.get(at).map(|token| token.kind) {
        Some(Kind::Number(number)) => number,
        _ => 0.0,
    }
}

/// Where numbers of a range stand.
fn numbers(r: &Reading, range: RangeInclusive<f64>) -> impl Iterator<Item = usize> {
    let is_within = move |at: &usize| matches!(r.tokens[*at].kind, Kind::Number(number) if range.contains(&number));
    (0..r.tokens.len()).filter(is_within)
}

/// Whether there is little in them, and not in their legs alone or in one place.
pub(super) fn is_tired(r: &Reading) -> bool {
    let of_legs = |mark: &Mark| {
        let clause = r.clause_of(mark.start);
        let range = r.clauses.get(clause).cloned().unwrap_or_default();
        let is_place =
            |of: &Mark| matches!(of.meaning, Meaning::Area(_)) && r.clause_of(of.start) == clause;
        near(r, range, Cue::Legs) || r.marks.iter().any(is_place)
    };
    let is_low = |mark: &Mark| matches!(mark.meaning, Meaning::Feeling(Scale::Energy, level) if level.get() <= LITTLE);
    r.marks.iter().any(|mark| is_low(mark) && is_own(r, mark) && !of_legs(mark))
}

/// Whether it is a question.
pub(super) fn asks(r: &Reading) -> bool {
    let opens = |clause: &Range<usize>| r.is(clause.start, Cue::Question);
    r.asks() || r.clauses.iter().any(opens)
}

/// Whether the night was short, in words or hours.
pub(super) fn is_short_night(r: &Reading) -> bool {
    let is_short = |answer: &Answer| match answer {
        // "20 min before I sleep" is no night.
        Answer::Slept(slept) => (SHORTEST_NIGHT..SHORT_NIGHT).contains(slept),
        Answer::Level(Scale::Sleep, level) => level.get() <= LITTLE,
        _ => false,
    };
    is_said(r, Meaning::Cue(Cue::ShortNight))
        || checkin::read(r).unwrap_or_default().iter().any(is_short)
}

/// "legs are toast", "still sore": no one place, and more than nothing; `says_where` somewhere else in
/// the question.
pub(super) fn is_heavy(r: &Reading, says_where: bool) -> bool {
    let is_heavy = |mark: &Mark| {
        let clause = r.clauses.get(r.clause_of(mark.start)).cloned().unwrap_or_default();
        let of_legs = near(r, clause, Cue::Legs);
        match mark.meaning {
            Meaning::Feeling(Scale::Soreness, level) => {
                of_legs && level > Level::LEAST || !says_where && level.get() >= SORE
            }
            Meaning::Feeling(Scale::Energy, level) => of_legs && level.get() <= LITTLE,
            _ => false,
        }
    };
    // "soreness 4" is a check-in's.
    let is_level = |mark: &Mark| {
        r.tokens.get(mark.end).is_some_and(|token| matches!(token.kind, Kind::Number(_)))
    };
    r.marks.iter().any(|mark| is_heavy(mark) && is_own(r, mark) && !is_level(mark))
}

/// Whether a place is only where a condition is: "Raynaud's in my toes".
pub(super) fn is_site(r: &Reading, area: Area) -> bool {
    let mut places = r.marks.iter().filter(|mark| mark.meaning == Meaning::Area(area)).peekable();
    let is_one = places.peek().is_some();
    is_one
        && places.all(|place| {
            let clause = r.clause_of(place.start);
            let mut beside = r.marks.iter().filter(|mark| r.clause_of(mark.start) == clause);
            let is_lasting = |of: &Mark| match of.meaning {
                Meaning::Condition(condition) => !is_of_place(condition),
                _ => false,
            };
            let is_condition = beside.clone().any(is_lasting);
            is_condition && !beside.any(|of| matches!(of.meaning, Meaning::Feeling(..)))
        })
}

/// Whether a question asks what is named in its clause for a place.
pub(super) fn is_asked_of(r: &Reading, area: Area) -> bool {
    let is_area = |mark: &&Mark| mark.meaning == Meaning::Area(area);
    r.asks()
        && r.marks.iter().filter(is_area).any(|mark| {
            let clause = r.clauses.get(r.clause_of(mark.start)).cloned().unwrap_or_default();
            let is_name = |span: &Said| matches!(span, Said::Modality(_));
            r.spans.iter().any(|span| clause.contains(&span.start) && is_name(&span.said))
        })
}

/// Whether a condition is of the place it is told of.
fn is_of_place(condition: Condition) -> bool {
    matches!(
        condition,
        Condition::FreshInjury
            | Condition::Surgery
            | Condition::BrokenSkin
            | Condition::Numbness
            | Condition::Implant
    )
}

/// Whether anything is sore at all.
pub(super) fn is_sore(r: &Reading) -> bool {
    let is_sore = |mark: &Mark| match mark.meaning {
        Meaning::Feeling(Scale::Soreness, level) => level > Level::LEAST,
        _ => false,
    };
    r.marks.iter().any(|mark| is_sore(mark) && is_own(r, mark))
}

/// What they live with; said each time, never kept.
#[must_use]
pub fn conditions(r: &Reading) -> BTreeSet<Condition> {
    let told = r.marks.iter().filter_map(|mark| {
        let Meaning::Condition(condition) = mark.meaning else { return None };
        let stance = r.tokens[mark.start].stance;
        let clause = r.clauses.get(r.clause_of(mark.start)).cloned().unwrap_or_default();
        // "my doctor says …" speaks of oneself.
        let is_theirs = stance.theirs && !near(r, clause.clone(), Cue::Carer);
        // Whoever has had weeks off for it comes back from it.
        let is_back = condition == Condition::FreshInjury && r.has(Cue::LongBreak);
        // Months after a birth nothing is left of its weeks.
        let is_grown = condition == Condition::Birth
            && clause.clone().any(|at| r.unit(at) == Some(TimeUnit::Months));
        let is_over =
            heals(condition) && (stance.past || is_long_over(r, mark.start)) || is_back || is_grown;
        (!is_theirs && !stance.denied && !stance.supposed && !is_over).then_some(condition)
    });
    let gone = tells_weeks_gone(r).then_some(Condition::Pregnancy);
    told.chain(gone).collect()
}

/// "18 wks, ran 9k": weeks that are said of nothing, which whoever is pregnant counts.
fn tells_weeks_gone(r: &Reading) -> bool {
    let is_sign = |at: usize| !r.word(at).chars().any(char::is_alphanumeric);
    let by_weeks = numbers(r, WEEKS_GONE).any(|at| {
        let clause = r.clauses.get(r.clause_of(at)).cloned().unwrap_or_default();
        let ends = (at + 2..clause.end).all(|at| r.is(at, Cue::Now) || is_sign(at));
        at == clause.start && r.unit(at + 1) == Some(TimeUnit::Weeks) && ends
    });
    by_weeks || r.text.contains(PREGNANT)
}

/// Whether it is nothing any more once it is long over.
fn heals(condition: Condition) -> bool {
    matches!(
        condition,
        Condition::Pregnancy
            | Condition::Birth
            | Condition::BrokenSkin
            | Condition::FreshInjury
            | Condition::Surgery
            | Condition::Quinolone
            | Condition::Isotretinoin
            | Condition::SteroidShot
            | Condition::BloodGiven
            | Condition::Vaccinated
            | Condition::Concussion
            | Condition::Sedatives
            | Condition::Painkillers
    )
}

/// "in 2019", "years ago", "all healed", in its clause or the next one.
pub(crate) fn is_long_over(r: &Reading, at: usize) -> bool {
    let clause = r.clause_of(at);
    let clauses = r.clauses.get(clause..(clause + 2).min(r.clauses.len())).unwrap_or_default();
    clauses.iter().any(|of| near(r, of.clone(), Cue::NotNow))
        || clauses.first().is_some_and(|of| numbers(r, YEARS).any(|at| of.contains(&at)))
}
