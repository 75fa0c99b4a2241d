//! GPX and TCX as text: told apart by their first element, and read element by element as they
//! stream by.

use std::io::BufRead;

use chrono::{DateTime, NaiveDateTime, Utc};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::gpx::Gpx;
use super::tcx::Tcx;
use super::text::Text;
use super::{Document, FileRefused};

/// Deeper than either format nests.
const MOST_DEPTH: usize = 32;

/// Longer than any time, number or name that is looked at, in bytes.
const MOST_TEXT: usize = 512;

/// What one of the formats makes of its elements.
pub(super) trait Elements {
    /// An element begins.
    ///
    /// # Errors
    ///
    /// There are more than anybody runs.
    fn open(&mut self, element: &Element<'_>) -> Result<(), FileRefused>;

    /// An element ends, which held this text; `path` still names it.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open).
    fn close(&mut self, path: Path<'_>, text: &str) -> Result<(), FileRefused>;

    /// The file ends, or what can be read of it.
    ///
    /// # Errors
    ///
    /// It is of another kind.
    fn finish(&mut self) -> Result<Document, FileRefused>;
}

/// An element that begins.
pub(super) struct Element<'e> {
    pub(super) name: &'e str,
    start: &'e BytesStart<'e>,
}

impl Element<'_> {
    /// An attribute, whatever its prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let mut attributes = attributes.with_checks(false).filter_map(Result::ok);
        let found = attributes.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        Some(found.value.into_owned())
    }
}

/// Where an element stands, the outermost first.
#[derive(Clone, Copy)]
pub(super) struct Path<'p>(&'p [String]);

impl<'p> Path<'p> {
    /// Its name, and that of the element around it.
    pub(super) fn inside(self) -> (&'p str, &'p str) {
        let mut inwards = self.0.iter().rev().map(String::as_str);
        (inwards.next().unwrap_or_default(), inwards.next().unwrap_or_default())
    }

    /// Whether it stands somewhere within an element.
    pub(super) fn is_within(self, name: &str) -> bool {
        self.0.iter().any(|around| around == name)
    }
}

/// Reads a text that begins with one of the two formats.
pub(super) fn read(bytes: impl BufRead) -> Result<Document, FileRefused> {
    let text = Text::of(bytes).map_err(|_| FileRefused::Unknown)?;
    let mut reader = Reader::from_reader(text);
    let config = reader.config_mut();
    // What breaks off inside is said by the path.
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    // "Run & coffee"
    config.allow_dangling_amp = true;
    let mut state = Reading::default();
    let mut buffer = Vec::new();
    let is_whole = loop {
        buffer.clear();
        reader.get_mut().next_piece();
        let event = match reader.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(_) => break false,
        };
        match event {
            Event::Start(start) => state.open(&start)?,
            Event::Empty(start) => {
                state.open(&start)?;
                state.close()?;
            }
            Event::Text(text) => state.text(&text.into_inner()),
            Event::CData(text) => state.text(&text.into_inner()),
            // No entity unfolds: what it stood for is a gap between two words.
            Event::GeneralRef(_) => state.text(" "),
            Event::End(_) => state.close()?,
            Event::Eof => break state.path.is_empty(),
            _ => {}
        }
    };
    let mut elements = state.elements.ok_or(FileRefused::Unknown)?;
    let mut document = elements.finish()?;
    document.is_cut |= !is_whole;
    Ok(document)
}

#[derive(Default)]
struct Reading {
    elements: Option<Box<dyn Elements>>,
    /// The elements around what is read now.
    path: Vec<String>,
    text: String,
}

impl Reading {
    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), FileRefused> {
        let name: &str = start.local_name().into_inner();
        let elements = match &mut self.elements {
            Some(elements) => elements,
            none => none.insert(match name {
                "gpx" => Box::new(Gpx::default()),
                "TrainingCenterDatabase" => Box::new(Tcx::default()),
                _ => return Err(FileRefused::Unknown),
            }),
        };
        if self.path.len() >= MOST_DEPTH {
            return Err(FileRefused::Broken);
        }
        elements.open(&Element { name, start })?;
        self.path.push(name.chars().take(MOST_TEXT).collect());
        self.text.clear();
        Ok(())
    }

    fn text(&mut self, text: &str) {
        let room = MOST_TEXT.saturating_sub(self.text.len());
        self.text.extend(text.chars().take(room));
    }

    fn close(&mut self) -> Result<(), FileRefused> {
        if let Some(elements) = &mut self.elements {
            elements.close(Path(&self.path), self.text.trim())?;
        }
        self.path.pop();
        self.text.clear();
        Ok(())
    }
}

/// A number, also with a comma.
pub(super) fn number(text: &str) -> Option<f64> {
    let number = match text.contains('.') {
        true => text.replace(',', ""),
        false => text.replace(',', "."),
    };
    number.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

/// A time, and how far its clock was ahead of UTC, in seconds; without a zone it is UTC.
pub(super) fn time(text: &str) -> Option<(DateTime<Utc>, i32)> {
    const ZONED: [&str; 2] = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f%#z"];
    const BARE: [&str; 2] = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f"];
    let zoned = DateTime::parse_from_rfc3339(text).ok();
    let zoned = zoned.or_else(|| ZONED.iter().find_map(|f| DateTime::parse_from_str(text, f).ok()));
    if let Some(at) = zoned {
        return Some((at.to_utc(), at.offset().local_minus_utc()));
    }
    let text = text.trim_end_matches(['Z', 'z']);
    let bare = BARE.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())?;
    Some((bare.and_utc(), 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_numbers_are_read_as_programs_write_them() {
        let at = |text: &str| time(text).map(|(at, ahead)| (at.timestamp(), ahead));
        let six = "2026-11-24T06:00:00Z".parse::<DateTime<Utc>>().unwrap().timestamp();
        for (text, ahead) in [
            ("2026-11-24T06:00:00Z", 0),
            ("2026-11-24T06:00:00.000Z", 0),
            ("2026-11-24T06:00:00", 0),
            ("2026-11-24 06:00:00", 0),
            ("2026-11-24 06:00:00Z", 0),
            ("2026-11-24T15:00:00+09:00", 32_400),
            ("2026-11-24T01:00:00-0500", -18_000),
            ("2026-11-24T15:00:00+09", 32_400),
        ] {
            assert_eq!(at(text), Some((six, ahead)), "{text}");
        }
        assert_eq!(at("yesterday"), None);
        for (text, expect) in [
            ("1.5", Some(1.5)),
            ("1,5", Some(1.5)),
            ("1,234.5", Some(1234.5)),
            ("", None),
            ("NaN", None),
        ] {
            assert_eq!(number(text), expect, "{text}");
        }
    }
}
