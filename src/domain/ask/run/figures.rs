//! The figures of a run as they stand in the text: how far and how long, in digits and in words.

use super::vocabulary::{kind, length_unit, meant};
use super::{Found, slip};
use crate::domain::parse::{Token, count_at, day_at, length_at, words};
use crate::domain::run::{LengthUnit, RunUnread, is_human};

impl Found {
    /// "ten miles", "an hour and a half", "2 hours 10": figures in words, and what hours go on with.
    pub(super) fn spelt_out(&mut self, rest: &[Token]) -> Result<Option<usize>, RunUnread> {
        let is_word = matches!(rest[0], Token::Word(_));
        let word = |at: usize| rest.get(at).and_then(Token::word);
        let is_hours = word(1).is_some_and(words::is_hours);
        if let Some((seconds, taken)) = length_at(rest).filter(|_| is_word || is_hours) {
            self.part_of_time(seconds);
            return Ok(Some(taken));
        }
        let counted = count_at(rest).filter(|(_, len)| is_word || *len > 1);
        let Some((count, len)) = counted else { return Ok(None) };
        let Some(unit) = word(len).and_then(length_unit) else { return Ok(None) };
        self.distance(count * unit.metres(), Some(unit))?;
        Ok(Some(len + 1))
    }

    /// Takes a bare figure as the time that what was named took: in minutes, or in hours where only
    /// those are human.
    pub(super) fn took(&mut self, rest: &[Token]) -> Result<bool, RunUnread> {
        let (Some(metres), Some(Token::Number(figure))) = (self.metres, rest.first()) else {
            return Ok(false);
        };
        // Any word but a day's or a kind's may be a unit.
        let next = rest.get(1).and_then(Token::word);
        let ends = next.is_none_or(|word| kind(word).is_some()) || day_at(&rest[1..]).is_some();
        let seconds = [60.0, 3600.0].map(|unit| figure * unit);
        let human = seconds.into_iter().find(|seconds| is_human(metres, *seconds));
        let Some(seconds) = human.filter(|_| ends) else { return Ok(false) };
        self.time(seconds)?;
        Ok(true)
    }

    pub(super) fn number(&mut self, number: f64, next: Option<&str>) -> Result<usize, RunUnread> {
        let Some(word) = next else {
            put(&mut self.bare, number)?;
            return Ok(1);
        };
        if matches!(word, "metres" | "meters") || (word == "m" && number >= 400.0) {
            self.distance(number, Some(LengthUnit::Km))?;
        } else if let Some(unit) = length_unit(word) {
            self.distance(number * unit.metres(), Some(unit))?;
        } else if words::is_minutes(word) {
            self.part_of_time(number * 60.0);
        } else if words::is_hours(word) {
            self.part_of_time(number * 3600.0);
        } else if words::is_seconds(word) {
            self.part_of_time(number);
        } else if matches!(word, "am" | "pm" | "bpm" | "oclock") {
            // A time of day or a heartbeat.
        } else if meant(word).is_some() {
            return Err(slip(word, word));
        } else {
            put(&mut self.bare, number)?;
            return Ok(1);
        }
        Ok(2)
    }

    pub(super) fn distance(
        &mut self,
        metres: f64,
        unit: Option<LengthUnit>,
    ) -> Result<(), RunUnread> {
        put(&mut self.metres, metres)?;
        self.unit = unit.or(self.unit);
        Ok(())
    }

    pub(super) fn time(&mut self, seconds: f64) -> Result<(), RunUnread> {
        put(&mut self.seconds, seconds)
    }

    /// "1 h 54 min" comes in two.
    fn part_of_time(&mut self, seconds: f64) {
        self.seconds = Some(self.seconds.unwrap_or(0.0) + seconds);
    }
}

/// Puts a figure where none was.
pub(super) fn put<T>(place: &mut Option<T>, figure: T) -> Result<(), RunUnread> {
    if place.is_some() {
        return Err(RunUnread::TwoFigures);
    }
    *place = Some(figure);
    Ok(())
}
