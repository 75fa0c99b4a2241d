//! A reading → the run it tells of: its distance, time, kind and day, or a reason why not. Pure and total.

use std::ops::Range;

use super::plausible::is_human;
use super::{Absurd, Figures, LengthUnit, Metres, Odd, RunKind, Seconds, plausible};
use crate::domain::calendar::DaySaid;
use crate::domain::log::MAX_CHARS;
use crate::domain::reading::{
    Cue, Kind, Length, Meaning, Reading, Said, Span, Stance, Time, ordinal,
};

const HALF_MARATHON: f64 = 21_097.5;

/// A run so long with a time to it is a race: nobody trains it, whatever rounding it was told with.
const MARATHON: std::ops::RangeInclusive<f64> = 42_100.0..=42_300.0;

/// A run as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunSaid {
    /// How far.
    pub metres: Option<Metres>,
    /// How long; one of the two is always there.
    pub seconds: Option<Seconds>,
    /// Of which kind.
    pub kind: Option<RunKind>,
    /// On which day; `None` where nobody said.
    pub day: Option<DaySaid>,
    /// The unit said.
    pub unit: Option<LengthUnit>,
    /// Why to ask whether it was so far or so long.
    pub odd: Option<Odd>,
}

/// Why a text tells of no run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunUnread {
    /// No distance and no time in it.
    NoFigures,
    /// Longer than a run takes to tell.
    TooLongText,
    /// A number without a unit: kilometres, miles, minutes?
    BareNumber(String),
    /// A pace alone: how far, or how long?
    PaceAlone,
    /// Two distances, or two times.
    TwoFigures,
    /// A word that looks like a slip, and what it may have meant.
    Slip {
        /// The word.
        said: String,
        /// What it may have meant.
        meant: Option<String>,
    },
    /// Figures no run has.
    Absurd(Absurd),
    /// It didn't happen.
    Denied,
    /// It is still to come.
    Planned,
    /// It asks rather than tells.
    Question,
    /// Somebody else ran it.
    SomebodyElse,
}

/// The run that `reading` tells of; a number without a unit beside a time is in `habit`.
///
/// # Errors
///
/// Says why where it tells of none.
pub fn read(reading: &Reading, habit: LengthUnit) -> Result<RunSaid, RunUnread> {
    if reading.text.chars().count() > MAX_CHARS {
        return Err(RunUnread::TooLongText);
    }
    if reading.asks() || reading.is(0, Cue::Question) && !reading.has(Cue::LogRequest) {
        return Err(RunUnread::Question);
    }
    let mut found = Found { kind: kind(reading), ..Found::default() };
    let mut not_run = None;
    let mut spans = reading.spans.iter().peekable();
    for at in 0..reading.tokens.len() {
        if let Some(span) = spans.next_if(|span| span.start <= at) {
            match stands_apart(reading, span) {
                Some(why) => not_run = not_run.or(Some(why)),
                None => found.span(reading, span, at)?,
            }
        } else if reading.span_at(at).is_none() {
            found.token(reading, at)?;
        }
    }
    match (found.settled(habit), not_run) {
        (Err(RunUnread::NoFigures), None) => Err(of_no_figures(reading)),
        (Err(RunUnread::NoFigures), Some(why)) => Err(why),
        (settled, _) => settled,
    }
}

/// The distance a reading names, and where: "10k", "half", "marathon".
#[must_use]
pub fn distance_at(reading: &Reading) -> Option<(Range<usize>, Metres)> {
    let whole = |metres: f64| Metres(metres.round() as u32);
    let said = reading.spans.iter().find_map(|span| match span.said {
        Said::Distance(distance) => Some((span.start..span.end, whole(distance.metres))),
        _ => None,
    });
    said.or_else(|| {
        let half = (0..reading.tokens.len()).find(|at| is_half(reading, *at))?;
        Some((half..half + 1, whole(HALF_MARATHON)))
    })
}

/// "half" of nothing else is a marathon's.
fn is_half(r: &Reading, at: usize) -> bool {
    r.is(at, Cue::Half) && r.span_at(at).is_none()
}

/// The kind of run a reading names, the one that decides it: "long with 5k race effort" is a race.
#[must_use]
pub fn kind(reading: &Reading) -> Option<RunKind> {
    let kinds = reading.marks.iter().filter_map(|mark| match mark.meaning {
        Meaning::RunKind(kind) => {
            not_done(reading.tokens[mark.start].stance).is_none().then_some(kind)
        }
        _ => None,
    });
    kinds.max()
}

fn not_done(stance: Stance) -> Option<RunUnread> {
    if stance.theirs {
        Some(RunUnread::SomebodyElse)
    } else if stance.denied {
        Some(RunUnread::Denied)
    } else if stance.ahead || stance.supposed {
        Some(RunUnread::Planned)
    } else {
        None
    }
}

/// Why a figure is of no run that was done.
fn stands_apart(r: &Reading, span: &Span) -> Option<RunUnread> {
    if !matches!(span.said, Said::Distance(_) | Said::Length(_) | Said::Pace { .. }) {
        return None;
    }
    let clause = r.clauses.get(r.clause_of(span.start)).cloned().unwrap_or_default();
    let last = r.spans.iter().rfind(|span| clause.contains(&span.start)).map_or(0, |s| s.start);
    // "my 10k pb is 48:30", "doing 20 miles on sunday", "marathon this sunday"
    let is_said = r.find(clause.clone(), Cue::Stands).any(|mark| mark.start < last);
    let mut days = r.spans.iter().filter(|span| {
        clause.contains(&span.start) && matches!(span.said, Said::Day(DaySaid::Weekday(_)))
    });
    let this = days.any(|day| day.start > 0 && r.is(day.start - 1, Cue::This));
    let is_ahead = this || r.find(clause, Cue::Doing).any(|mark| mark.start < span.start);
    not_done(r.tokens.get(span.start)?.stance)
        .or_else(|| is_said.then_some(RunUnread::Question))
        .or_else(|| is_ahead.then_some(RunUnread::Planned))
}

/// Why a text without a figure tells of no run.
fn of_no_figures(r: &Reading) -> RunUnread {
    let why = r.tokens.iter().find_map(|token| not_done(token.stance));
    why.unwrap_or(RunUnread::NoFigures)
}

/// What was found so far.
#[derive(Default)]
struct Found {
    metres: Option<f64>,
    /// The distance came by a name, which another may say again: "parkrun 5k".
    is_named: bool,
    unit: Option<LengthUnit>,
    seconds: Option<f64>,
    /// "1:54": its two readings, in seconds.
    clock: Option<(f64, f64)>,
    /// Seconds a unit, and the unit if it was said.
    pace: Option<(f64, Option<LengthUnit>)>,
    bare: Option<f64>,
    kind: Option<RunKind>,
    day: Option<DaySaid>,
}

impl Found {
    fn span(&mut self, r: &Reading, span: &Span, at: usize) -> Result<(), RunUnread> {
        match span.said {
            Said::Distance(distance) => {
                slip(r, at..span.end)?;
                self.distance(distance.metres, distance.unit)
            }
            Said::Length(length) => {
                slip(r, at..span.end)?;
                self.length(r, length, span)
            }
            Said::Pace { seconds, unit } => put(&mut self.pace, (seconds, unit)),
            // "at 5:30" beside a distance is a pace.
            Said::Time(Time { at: None, .. }) => {
                let clock =
                    r.tokens[span.start..span.end].iter().find_map(|token| match token.kind {
                        Kind::Clock { first, second, third: None } => Some(first * 60.0 + second),
                        _ => None,
                    });
                self.pace = self.pace.or(clock.map(|seconds| (seconds, None)));
                Ok(())
            }
            Said::Day(day) => {
                self.day = Some(day);
                Ok(())
            }
            Said::Repeat(_) => Err(RunUnread::TwoFigures),
            _ => Ok(()),
        }
    }

    fn token(&mut self, r: &Reading, at: usize) -> Result<(), RunUnread> {
        slip(r, at..at + 1)?;
        match r.tokens[at].kind {
            Kind::Negative(_) => Err(RunUnread::Absurd(Absurd::Nothing)),
            // Which figure was meant can't be told.
            Kind::Garbled => Err(RunUnread::NoFigures),
            Kind::Product(..) | Kind::Times(_) => Err(RunUnread::TwoFigures),
            Kind::Word if is_half(r, at) => self.distance(HALF_MARATHON, None),
            _ => Ok(()),
        }
    }

    fn length(&mut self, r: &Reading, length: Length, span: &Span) -> Result<(), RunUnread> {
        let long = length.minutes * 60.0;
        let kind = r.tokens[span.start].kind;
        match length.clock_minutes {
            Some(short) => put(&mut self.clock, (short * 60.0, long)),
            None if matches!(kind, Kind::Product(..)) || length.sets => Err(RunUnread::TwoFigures),
            None if length.explicit => put(&mut self.seconds, long),
            None => self.bare(r, length.minutes, span),
        }
    }

    /// A figure without a unit: how long what was named took, or else how far.
    fn bare(&mut self, r: &Reading, figure: f64, span: &Span) -> Result<(), RunUnread> {
        let has_time = self.seconds.is_some() || self.clock.is_some();
        let mut before = span.start;
        while before > 0 && r.is(before - 1, Cue::About) && !r.is(before - 1, Cue::Took) {
            before -= 1;
        }
        let introduced = before > 0 && r.is(before - 1, Cue::Took);
        let metres = self.metres.or(self.bare.filter(|_| introduced).map(|bare| bare * 1000.0));
        let Some(metres) = metres.filter(|_| !has_time) else { return put(&mut self.bare, figure) };
        // "2.05" is as many hours and minutes, "48.30" as many minutes and seconds.
        let typed = r.typed(span.start..span.end);
        let dotted = typed.split_once('.').filter(|(_, part)| part.len() == 2);
        let part =
            dotted.and_then(|(_, part)| part.parse::<f64>().ok()).filter(|part| *part < 60.0);
        let units = match part {
            Some(part) => {
                [60.0, 3600.0].map(|unit: f64| figure.trunc() * unit + part * unit / 60.0)
            }
            None => [60.0, 3600.0].map(|unit| figure * unit),
        };
        // At most one of the two is a pace that anyone runs.
        match units.into_iter().find(|seconds| is_human(metres, *seconds)) {
            Some(seconds) => put(&mut self.seconds, seconds),
            None => put(&mut self.bare, figure),
        }
    }

    fn distance(&mut self, metres: f64, unit: Option<LengthUnit>) -> Result<(), RunUnread> {
        match (self.metres, unit) {
            // Said twice: "parkrun 5k", "half marathon 21 km".
            (Some(_), None) => return Ok(()),
            (Some(_), Some(_)) if self.is_named => self.metres = None,
            _ => {}
        }
        self.is_named = unit.is_none();
        self.unit = unit.or(self.unit);
        put(&mut self.metres, metres)
    }

    fn settled(mut self, habit: LengthUnit) -> Result<RunSaid, RunUnread> {
        if let Some(bare) = self.bare {
            // Nobody means kilometres by these two.
            let habit = if [13.1, 26.2].contains(&bare) { LengthUnit::Mi } else { habit };
            let has_time = self.clock.is_some() || self.seconds.is_some() || self.pace.is_some();
            if self.metres.is_some() || !has_time {
                return Err(RunUnread::BareNumber(bare.to_string()));
            }
            self.metres = Some(bare * self.unit.unwrap_or(habit).metres());
        }
        if let Some((short, long)) = self.clock {
            let seconds = match self.metres {
                // At most one of the two is a pace that anyone runs.
                Some(metres) if is_human(metres, long) => long,
                Some(_) => short,
                // Nobody tells of a run of two minutes; "40:00" is no day and a half.
                None if long < 6.0 * 3600.0 => long,
                None => short,
            };
            put(&mut self.seconds, seconds)?;
        }
        if let Some((pace, unit)) = self.pace {
            let unit = unit.or(self.unit).unwrap_or(habit);
            let pace = pace / unit.metres();
            self.unit = self.unit.or(Some(unit));
            match (self.metres, self.seconds) {
                (Some(metres), None) => self.seconds = Some(metres * pace),
                (None, Some(seconds)) => self.metres = Some(seconds / pace),
                (None, None) => return Err(RunUnread::PaceAlone),
                // Both figures were said; the pace only repeats them.
                (Some(_), Some(_)) => {}
            }
        }
        if self.metres.is_none() && self.seconds.is_none() {
            return Err(RunUnread::NoFigures);
        }
        let is_marathon = self.metres.is_some_and(|metres| MARATHON.contains(&metres));
        if is_marathon && self.seconds.is_some() {
            self.kind = Some(RunKind::Race);
        }
        let Figures { metres, seconds, odd } =
            plausible(self.metres, self.seconds).map_err(RunUnread::Absurd)?;
        // A watch may be off; who types a record has slipped.
        if odd == Some(Odd::Fast) {
            return Err(RunUnread::Absurd(Absurd::TooFast));
        }
        let (kind, day, unit) = (self.kind, self.day, self.unit);
        Ok(RunSaid { metres, seconds, kind, day, unit, odd })
    }
}

/// Puts a figure where none was.
fn put<T>(place: &mut Option<T>, figure: T) -> Result<(), RunUnread> {
    if place.is_some() {
        return Err(RunUnread::TwoFigures);
    }
    *place = Some(figure);
    Ok(())
}

/// A word that was mended, where another one would make it another run: it is asked about.
///
/// # Errors
///
/// The word, and what it may have meant.
fn slip(r: &Reading, tokens: Range<usize>) -> Result<(), RunUnread> {
    for at in tokens {
        let token = &r.tokens[at];
        let decides = |meaning| {
            matches!(
                meaning,
                Meaning::RunKind(_)
                    | Meaning::LengthUnit(_)
                    | Meaning::Distance(_)
                    | Meaning::Unit(_)
            )
        };
        let is_figure = token.kind == Kind::Word
            && token.word.starts_with(|c: char| c.is_ascii_digit())
            && token.word.ends_with(|c: char| c.is_ascii_alphabetic())
            && r.span_at(at).is_none();
        let mended = token.mended_from.clone().filter(|_| r.meanings(at).any(|(m, _)| decides(m)));
        if let Some(said) = mended {
            return Err(RunUnread::Slip { said, meant: Some(token.word.clone()) });
        }
        if is_figure && ordinal(&token.word).is_none() {
            return Err(RunUnread::Slip { said: token.word.clone(), meant: None });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_without_a_unit_is_in_the_members_own() {
        let said = read(&crate::corpus::reading("8 1:10:00"), LengthUnit::Mi).unwrap();
        assert_eq!((said.metres, said.unit), (Some(Metres(12_875)), None));
    }
}
