//! A question's reading → what is asked: minutes, places that ache, the moment, the days around.
//!
//! Words that say none of it are left alone: a question needs no grammar.

mod body;
mod days;
mod mention;
mod named;
mod question;
mod runs;
mod state;
mod time;

pub use body::conditions;

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::Weekday;

use super::Condition;
use crate::domain::catalogue::{Area, Catalogue, Property, Slot};
use crate::domain::checkin::{self, Scale};
use crate::domain::reading::{Cue, Meaning, PartOfDay, Reading};
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

pub use body::told;
use body::{circumstances, tells_of_illness};
pub use state::State;

/// The longest question, in characters.
pub const MAX_CHARS: usize = 500;

/// What somebody asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// The minutes they have.
    pub minutes: Option<u32>,
    /// Where it aches.
    pub areas: BTreeSet<Area>,
    /// Where they say that nothing does.
    pub fine: BTreeSet<Area>,
    /// The moment they name.
    pub moment: Option<Slot>,
    /// What they ran yesterday.
    pub yesterday: Option<RunKind>,
    /// What they say today is.
    pub today: Option<DayKind>,
    /// What they say tomorrow is.
    pub tomorrow: Option<DayKind>,
    /// When they say their race is, or was.
    pub race: Option<RaceSaid>,
    /// A run they say they have done today.
    pub ran: Option<RunKind>,
    /// How things stand besides.
    pub states: BTreeSet<State>,
    /// What they live with; said each time, never kept.
    pub conditions: BTreeSet<Condition>,
    /// What they name, by its place in the catalogue: a new catalogue may take another for it.
    pub named: BTreeSet<usize>,
    /// What they speak of as somebody else's, by its place; no button holds it.
    pub mentioned: BTreeSet<usize>,
    /// What they don't want, by its place.
    pub without: BTreeSet<usize>,
    /// What they ask about what they name; no button holds it, as it is answered once.
    pub properties: BTreeSet<Property>,
}

impl Ask {
    /// Whether it tells of this.
    #[must_use]
    pub fn is(&self, state: State) -> bool {
        self.states.contains(&state)
    }
}

/// When a race is, in the words of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RaceSaid {
    /// In so many days; so many days ago where that is below zero.
    In(i64),
    /// This week, on whatever day.
    Week,
    /// Close enough to taper.
    Taper,
    /// Ahead, on a day that is known already, or today.
    Ahead,
}

/// A question that is better asked back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskRefused {
    /// No time at all, or more than a day has.
    NoSuchTime,
    /// Two different lengths.
    TwoLengths(u32, u32),
}

/// When a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedAt {
    /// The weekday of the member's recovery day.
    pub weekday: Weekday,
    /// The minute of their day.
    pub minute: u32,
}

/// What the question that was read asks.
///
/// # Errors
///
/// Its minutes can't be meant, or are two.
pub fn ask(reading: &Reading, catalogue: &Catalogue, at: AskedAt) -> Result<Ask, AskRefused> {
    let named = named::named(reading, catalogue);
    let (runs, mentions) = runs::runs(reading, catalogue, at);
    let minutes = time::time(reading, &mentions, &named, at.minute)?;
    let (mut areas, fine) = checkin::areas(reading);
    areas.retain(|area| !body::is_site(reading, *area));
    // "gym, pool, everything"
    areas.retain(|area| *area != Area::WholeBody || body::is_sore(reading));
    let is_of_run = runs.is_race || runs.today.is_some_and(|kind| kind != DayKind::Rest);
    // "is the gun ok on shins?" asks about them.
    let (asked, fine): (BTreeSet<Area>, BTreeSet<Area>) =
        fine.into_iter().partition(|area| body::is_asked_of(reading, *area));
    areas.extend(asked);
    let properties = question::properties(reading);
    let moment = moment(reading, &runs).filter(|slot| match slot {
        // "before or after my run?" is neither.
        Slot::BeforeRun | Slot::AfterRun if properties.contains(&Property::Moment) => false,
        // What is before tomorrow's run is today.
        Slot::BeforeRun => !runs.is_ahead,
        // Whoever works at night speaks of the shift.
        Slot::Evening if reading.has(Cue::NightShift) => false,
        // "intervals tonight" is when the run is.
        Slot::Evening => runs.ran.is_some() || !is_of_run,
        _ => true,
    });
    let race_ahead = if runs.is_soon { RaceSaid::In(0) } else { RaceSaid::Ahead };
    let is_race_ahead = runs.is_race && moment == Some(Slot::BeforeRun);
    let rests = minutes.is_none() && reading.has(Cue::NoWish) && !named.is_advised;
    // "bath every night, too often?" asks about the bath.
    let is_of_spoken = named.wanted.is_empty() && !properties.is_empty();
    let spoken = if is_of_spoken { named.spoken } else { BTreeSet::new() };
    let mentioned = &(&named.mentioned | &spoken) - &named.wanted;
    let says = |cue: Cue| body::is_said(reading, Meaning::Cue(cue));
    let states = [
        (time::has_lifted(reading, at.minute), State::Lifted),
        (body::is_unwell(reading), State::Unwell),
        (tells_of_illness(reading), State::Ill),
        (body::is_heavy(reading, !(areas.is_empty() && fine.is_empty())), State::Heavy),
        (body::is_short_night(reading), State::ShortNight),
        (says(Cue::NoKit), State::NoKit),
        (says(Cue::Away) && !says(Cue::AtHome), State::Away),
        (named.only, State::Only),
        (named.at_hand, State::AtHand),
        // Whoever asks which comes first wants both.
        (named.either && !properties.contains(&Property::First), State::Either),
        (named.is_advised, State::Advised),
        (says(Cue::Usually) && !named.wanted.is_empty(), State::Usual),
        (reading.has(Cue::NeverDone) && !named.wanted.is_empty(), State::NeverDone),
        (says(Cue::AllTime), State::AllTime),
        (says(Cue::IsNormal) && reading.asks(), State::IsNormal),
        (says(Cue::NeedsAny) && reading.asks(), State::NeedsAny),
        (says(Cue::Buys) && body::asks(reading), State::Buys),
        (runs.asks_ahead.is_some_and(|days| days > 1) && !runs.is_done, State::AnotherDay),
        (runs.asks_ahead == Some(1) && !runs.is_done, State::Tomorrow),
        (says(Cue::MayRun) || runs::asks_whether(reading, &mentions, at), State::MayRun),
        (body::is_tired(reading), State::Tired),
        (says(Cue::TooMuch) && body::asks(reading), State::TooMuch),
        (rests, State::NoWish),
    ];
    Ok(Ask {
        minutes,
        moment,
        yesterday: runs.yesterday,
        today: runs.today.or(rests.then_some(DayKind::Rest)),
        tomorrow: runs.tomorrow,
        race: runs.race.or(is_race_ahead.then_some(race_ahead)),
        ran: runs.ran,
        states: (states.into_iter().filter_map(|(holds, state)| holds.then_some(state)))
            .chain(circumstances(reading))
            .chain(question::places(reading))
            .collect(),
        conditions: conditions(reading),
        mentioned,
        named: named.wanted,
        without: named.without,
        properties,
        areas,
        fine,
    })
}

/// The moment named, the one that says most.
fn moment(r: &Reading, runs: &runs::Runs) -> Option<Slot> {
    let part = |part| {
        let mut marks = r.marks.iter().filter(|mark| mark.meaning == Meaning::PartOfDay(part));
        marks.any(|mark| {
            let is_limit = mark.start > 0 && r.is(mark.start - 1, Cue::Before);
            !is_limit && !question::is_asked_moment(r, mark.start)
        })
    };
    let sleep = Meaning::Scale(Scale::Sleep);
    let is_sleep = |at: usize| r.meanings(at).any(|(meaning, _)| meaning == sleep);
    // "before I sleep"
    let mut before = r.find(0..r.tokens.len(), Cue::Before);
    let is_bedtime = before.any(|mark| (mark.end..mark.end + 2).any(is_sleep));
    let slots = [
        (is_bedtime || r.has(Cue::Bedtime), Slot::Bedtime),
        (runs.before, Slot::BeforeRun),
        (runs.after, Slot::AfterRun),
        (part(PartOfDay::Noon), Slot::Lunch),
        (part(PartOfDay::Evening), Slot::Evening),
    ];
    slots.into_iter().find(|(holds, _)| *holds).map(|(_, slot)| slot)
}

/// Whether a phrase of a class begins within these tokens.
fn near(r: &Reading, within: Range<usize>, cue: Cue) -> bool {
    r.find(within, cue).next().is_some()
}
