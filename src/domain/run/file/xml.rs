//! GPX and TCX, read as they stream by: times, positions, and what a lap sums up.

use chrono::{DateTime, Utc};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{FileRefused, Track};

/// Deeper than either format nests.
const MOST_DEPTH: usize = 32;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Gpx,
    Tcx,
}

pub(super) fn read(text: &str) -> Result<Track, FileRefused> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}').trim_start());
    let mut read = Reading::default();
    loop {
        match reader.read_event().map_err(|_| read.broken())? {
            Event::Start(element) => read.open(&element)?,
            Event::Empty(element) => {
                read.open(&element)?;
                read.close();
            }
            Event::Text(text) => read.text(&text.xml_content(quick_xml::XmlVersion::Implicit1_0)),
            Event::End(_) => read.close(),
            Event::Eof => return read.ended(),
            // Entities stay as they are written, so nothing can unfold.
            _ => {}
        }
    }
}

#[derive(Default)]
struct Reading {
    format: Option<Format>,
    /// The elements around what is read now.
    path: Vec<String>,
    latitude: Option<f64>,
    track: Track,
}

impl Reading {
    fn open(&mut self, element: &BytesStart<'_>) -> Result<(), FileRefused> {
        let name: &str = element.local_name().into_inner();
        if self.path.is_empty() {
            self.format = match name {
                "gpx" => Some(Format::Gpx),
                "TrainingCenterDatabase" => Some(Format::Tcx),
                _ => return Err(FileRefused::Unknown),
            };
        }
        if self.path.len() >= MOST_DEPTH {
            return Err(FileRefused::Broken);
        }
        match name {
            "trkpt" => {
                self.track.point()?;
                let degrees = |name: &str| attribute(element, name)?.parse().ok();
                if let Some((latitude, longitude)) = degrees("lat").zip(degrees("lon")) {
                    self.track.position(latitude, longitude);
                }
            }
            "Trackpoint" => self.track.point()?,
            // A pause between two pieces is no way run.
            "trkseg" => self.track.position = None,
            "Activity" if attribute(element, "Sport").as_deref() == Some("Biking") => {
                return Err(FileRefused::NotARun);
            }
            _ => {}
        }
        self.path.push(name.to_owned());
        Ok(())
    }

    fn close(&mut self) {
        self.path.pop();
    }

    fn text(&mut self, text: &str) {
        let text = text.trim();
        let mut inwards = self.path.iter().rev().map(String::as_str);
        let inside = (inwards.next().unwrap_or_default(), inwards.next().unwrap_or_default());
        match inside {
            ("time", "trkpt") | ("Time", "Trackpoint") => {
                if let Ok(at) = text.parse::<DateTime<Utc>>() {
                    self.track.time(at);
                }
            }
            ("TotalTimeSeconds", "Lap") => add(&mut self.track.seconds, text),
            ("DistanceMeters", "Lap") => add(&mut self.track.metres, text),
            ("LatitudeDegrees", "Position") => self.latitude = text.parse().ok(),
            ("LongitudeDegrees", "Position") => {
                if let Some((latitude, longitude)) = self.latitude.take().zip(text.parse().ok()) {
                    self.track.position(latitude, longitude);
                }
            }
            _ => {}
        }
    }

    fn broken(&self) -> FileRefused {
        if self.format.is_some() { FileRefused::Broken } else { FileRefused::Unknown }
    }

    fn ended(self) -> Result<Track, FileRefused> {
        // Cut short, a file leaves elements open.
        if self.format.is_none() || !self.path.is_empty() {
            return Err(self.broken());
        }
        Ok(self.track)
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok()??;
    Some(found.value.into_owned())
}

fn add(sum: &mut Option<f64>, text: &str) {
    if let Ok(part) = text.parse::<f64>() {
        *sum = Some(sum.unwrap_or(0.0) + part);
    }
}
