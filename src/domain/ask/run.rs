//! A typed run → its distance, time, kind and day, or a reason why not. Pure and total.

mod figures;
mod vocabulary;

use crate::domain::calendar::DaySaid;
use crate::domain::parse::{MAX_CHARS, Token, day_at, tokens, words};
use crate::domain::run::{Absurd, LengthUnit, RunKind, RunSaid, RunUnread, checked, is_human};
use figures::put;
use vocabulary::{kind, length_unit, meant};

/// How far a parkrun is, in metres.
const PARKRUN: f64 = 5000.0;

/// Reads the run that `text` tells of; a number without a unit beside a time is in `habit`.
///
/// # Errors
///
/// Says why where it tells of none.
pub(in crate::domain) fn parse(text: &str, habit: LengthUnit) -> Result<RunSaid, RunUnread> {
    if text.chars().count() > MAX_CHARS {
        return Err(RunUnread::TooLongText);
    }
    let mut found = Found::default();
    let tokens = tokens(&with_points(text));
    let mut rest = tokens.as_slice();
    while !rest.is_empty() {
        let taken = found.step(rest)?;
        rest = &rest[taken.clamp(1, rest.len())..];
    }
    found.settled(habit)
}

/// Whether a weekday stands first.
fn weekday(rest: &[Token]) -> bool {
    matches!(day_at(rest), Some((DaySaid::Weekday(_), _)))
}

/// The text with "8,5 km" as "8.5 km": of a run there is one figure of a kind, so a comma between
/// digits parts no two of them.
fn with_points(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let digit =
        |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let point = |(at, c): (usize, &char)| match c {
        ',' if digit(at.checked_sub(1)) && digit(Some(at + 1)) => '.',
        c => *c,
    };
    chars.iter().enumerate().map(point).collect()
}

/// What was found so far.
#[derive(Default)]
struct Found {
    metres: Option<f64>,
    unit: Option<LengthUnit>,
    seconds: Option<f64>,
    /// "1:54": its two readings, in seconds.
    clock: Option<(f64, f64)>,
    /// Seconds a unit, and the unit if it was said.
    pace: Option<(f64, Option<LengthUnit>)>,
    bare: Option<f64>,
    parkrun: bool,
    kind: Option<RunKind>,
    day: Option<DaySaid>,
    expects_pace: bool,
}

impl Found {
    /// Takes what stands at the start of `rest` and says how many tokens that was.
    fn step(&mut self, rest: &[Token]) -> Result<usize, RunUnread> {
        let word = |at: usize| rest.get(at).and_then(Token::word);
        // "Next sunday", "next week"; "this sunday" of a day gone by is "on sunday".
        let is_ahead = match word(0) {
            Some("next") => {
                matches!(word(1), Some("week" | "weekend" | "month")) || weekday(&rest[1..])
            }
            Some("this") => weekday(&rest[1..]),
            _ => false,
        };
        if is_ahead {
            return Err(RunUnread::Planned);
        }
        if let Some((day, taken)) = day_at(rest) {
            self.day = Some(day);
            return Ok(taken);
        }
        if let Some(taken) = self.spelt_out(rest)? {
            return Ok(taken);
        }
        let expects_pace = std::mem::take(&mut self.expects_pace);
        match &rest[0] {
            // "5k in 25": the 25 is how long it took.
            Token::Word(said) if said == "in" && self.took(&rest[1..])? => Ok(2),
            // "20-30 min": as elsewhere, the far end of what was said.
            Token::Number(from) if ends_beyond(*from, &rest[1..]) => Ok(2),
            Token::Number(number) => self.number(*number, word(1)),
            Token::Negative(_) => Err(RunUnread::Absurd(Absurd::Nothing)),
            Token::Clock { first, second, third } => {
                if matches!(word(1), Some("am" | "pm")) {
                    return Ok(2);
                }
                let slash = matches!(rest.get(1), Some(Token::Break));
                let unit_at = if slash || word(1) == Some("per") { 2 } else { 1 };
                let unit = word(unit_at).and_then(length_unit).filter(|_| unit_at == 2);
                let names_pace = word(1) == Some("pace");
                if expects_pace || names_pace || unit.is_some() {
                    let pace = first * 60.0 + second;
                    self.pace = Some((pace, unit));
                    let named_after = word(unit_at + 1) == Some("pace");
                    return Ok(match unit {
                        Some(_) => unit_at + 1 + usize::from(named_after),
                        None => 1 + usize::from(names_pace),
                    });
                }
                match third {
                    Some(third) => self.time(first * 3600.0 + second * 60.0 + third)?,
                    None => put(
                        &mut self.clock,
                        (first * 60.0 + second, first * 3600.0 + second * 60.0),
                    )?,
                }
                Ok(1)
            }
            // Which figure was meant can't be told.
            Token::Garbled => Err(RunUnread::NoFigures),
            Token::Product(..) | Token::Times(_) => Err(RunUnread::TwoFigures),
            Token::Question => Err(RunUnread::Question),
            Token::Date(_) | Token::Break => Ok(1),
            Token::Word(said) => self.word(said, word(1)),
        }
    }

    fn word(&mut self, said: &str, next: Option<&str>) -> Result<usize, RunUnread> {
        if words::is_denial(said) {
            return Err(RunUnread::Denied);
        }
        if words::is_plan(said) || said == "doing" {
            return Err(RunUnread::Planned);
        }
        // "My 10k pb is 48:30": so it is, and nobody ran it just now.
        if said == "is" && next != Some("done") {
            return Err(RunUnread::Question);
        }
        match (said, next) {
            ("half", Some("marathon")) => return self.distance(21_097.5, None).map(|()| 2),
            ("half" | "hm", _) => return self.distance(21_097.5, None).map(|()| 1),
            ("marathon", _) => return self.distance(42_195.0, None).map(|()| 1),
            // Five kilometres everywhere, with a number on; "parkrun 5k" says it twice.
            ("parkrun", _) => {
                self.kind = self.kind.max(Some(RunKind::Race));
                self.parkrun = true;
                return Ok(1);
            }
            ("at" | "pace", _) => {
                self.expects_pace = true;
                return Ok(1);
            }
            _ => {}
        }
        if let Some(kind) = kind(said) {
            // The one that decides it: "long with 5k race effort" is a race.
            self.kind = self.kind.max(Some(kind));
            return Ok(1);
        }
        let letters = said.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let digits = &said[..said.len() - letters.len()];
        if let Ok(number) = digits.parse() {
            return match letters {
                "am" | "pm" => Ok(1),
                letters if length_unit(letters).is_some() || letters == "metres" => {
                    self.number(number, Some(letters)).map(|_| 1)
                }
                _ => Err(slip(said, letters)),
            };
        }
        match meant(said) {
            Some(_) => Err(slip(said, said)),
            None => Ok(1),
        }
    }

    fn settled(mut self, habit: LengthUnit) -> Result<RunSaid, RunUnread> {
        if self.parkrun && self.metres.is_none() && self.bare.is_none() {
            self.metres = Some(PARKRUN);
        }
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
            self.time(seconds)?;
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
        let (metres, seconds) = checked(self.metres, self.seconds).map_err(RunUnread::Absurd)?;
        let (kind, day, unit) = (self.kind, self.day, self.unit);
        Ok(RunSaid { metres, seconds, kind, day, unit })
    }
}

/// "to 30" follows a smaller figure.
fn ends_beyond(from: f64, after: &[Token]) -> bool {
    let joint = after.first().and_then(Token::word);
    let end = after.get(1);
    matches!(joint, Some("to" | "or")) && matches!(end, Some(Token::Number(end)) if *end > from)
}

fn slip(said: &str, word: &str) -> RunUnread {
    RunUnread::Slip { said: said.to_owned(), meant: meant(word).map(str::to_owned) }
}
