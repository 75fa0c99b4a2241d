//! TCX: activities that name their sport, summed up lap by lap.

use super::activity::{Figures, Recorded};
use super::sport::Sport;
use super::track::{Point, Track};
use super::xml::{Element, Elements, Path, number, time};
use super::{Document, FileRefused, MOST_ACTIVITIES, MOST_POINTS, MOST_STRETCHES};

#[derive(Default)]
pub(super) struct Tcx {
    /// The activity that is read now.
    activity: Option<Recorded>,
    lap: Figures,
    track: Track,
    point: Point,
    latitude: Option<f64>,
    /// A track of this lap has ended: if another begins, there was a stop between them.
    has_stopped: bool,
    points: u32,
    stretches: usize,
    found: Vec<Recorded>,
    /// It holds a course: a way to run, not a run.
    is_course: bool,
}

impl Elements for Tcx {
    fn open(&mut self, element: &Element<'_>) -> Result<(), FileRefused> {
        match element.name {
            "Activity" => {
                self.end_activity()?;
                let sport = element.attribute("Sport").unwrap_or_default();
                self.activity = Some(Recorded::of(Sport::of_words(&sport)));
                self.track = Track::default();
            }
            "Lap" => {
                self.has_stopped = false;
                if let Some(start) = element.attribute("StartTime") {
                    self.begun(&start);
                }
            }
            "Track" if self.has_stopped => self.end_stretch()?,
            "Trackpoint" => {
                self.points += 1;
                if self.points > MOST_POINTS {
                    return Err(FileRefused::TooBig);
                }
                self.point = Point::default();
            }
            "Course" | "Workout" => self.is_course = true,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, path: Path<'_>, text: &str) -> Result<(), FileRefused> {
        match path.inside() {
            ("Trackpoint", _) => self.track.add(std::mem::take(&mut self.point)),
            ("Time", "Trackpoint") => {
                if let Some((at, ahead)) = time(text) {
                    self.point.at = Some(at);
                    self.ahead(ahead);
                }
            }
            ("DistanceMeters", "Trackpoint") => self.point.metres = number(text),
            ("LatitudeDegrees", "Position") => self.latitude = number(text),
            ("LongitudeDegrees", "Position") => {
                self.point.place = self.latitude.take().zip(number(text));
            }
            ("TotalTimeSeconds", "Lap") => self.lap.seconds = number(text),
            ("DistanceMeters", "Lap") => self.lap.metres = number(text),
            ("Track", _) => self.has_stopped = true,
            ("Lap", _) => self.end_lap(),
            // Some write the start there alone.
            ("Id", "Activity") if !self.has_begun() => self.begun(text),
            ("Notes" | "Name", "Activity") => {
                if let Some(activity) = &mut self.activity
                    && activity.sport == Sport::Unsaid
                {
                    activity.sport = Sport::of_words(text);
                }
            }
            ("Activity", _) => self.end_activity()?,
            _ => {}
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<Document, FileRefused> {
        self.end_activity()?;
        if self.found.is_empty() && self.is_course {
            return Err(FileRefused::NoActivity);
        }
        let found = std::mem::take(&mut self.found);
        let activities = found.into_iter().flat_map(Recorded::settled).collect();
        Ok(Document { activities, is_cut: false })
    }
}

impl Tcx {
    /// The first lap begins the activity, in whatever order they stand; what its id says is less.
    fn begun(&mut self, text: &str) {
        let (Some((at, ahead)), Some(activity)) = (time(text), &mut self.activity) else { return };
        let is_first_lap = activity.laps == Figures::default() && activity.stretches.is_empty();
        activity.start = match activity.start {
            Some(start) if !is_first_lap => Some(start.min(at)),
            _ => Some(at),
        };
        self.ahead(ahead);
    }

    fn has_begun(&self) -> bool {
        self.activity.as_ref().is_some_and(|activity| activity.start.is_some())
    }

    fn ahead(&mut self, ahead: i32) {
        if let Some(activity) = self.activity.as_mut().filter(|_| ahead != 0) {
            activity.ahead.get_or_insert(ahead);
        }
    }

    fn end_stretch(&mut self) -> Result<(), FileRefused> {
        let stretch = self.track.end();
        if let Some((activity, stretch)) = self.activity.as_mut().zip(stretch) {
            self.stretches += 1;
            activity.stretches.push(stretch);
        }
        if self.stretches > MOST_STRETCHES { Err(FileRefused::TooBig) } else { Ok(()) }
    }

    fn end_lap(&mut self) {
        let lap = std::mem::take(&mut self.lap);
        if let Some(activity) = &mut self.activity {
            activity.laps.add(lap);
        }
    }

    fn end_activity(&mut self) -> Result<(), FileRefused> {
        // A file that breaks off leaves its last piece open.
        self.end_stretch()?;
        self.end_lap();
        self.found.extend(self.activity.take());
        if self.found.len() > MOST_ACTIVITIES { Err(FileRefused::TooBig) } else { Ok(()) }
    }
}
