//! GPX, 1.0 and 1.1: tracks of points, whose type or name may say the sport.

use super::activity::Recorded;
use super::sport::Sport;
use super::track::{Point, Track};
use super::xml::{Element, Elements, Path, number, time};
use super::{Document, FileRefused, MOST_POINTS, MOST_STRETCHES};

/// Tracks of one sport that follow each other within this were one outing, in minutes.
const ONE_OUTING: i64 = 30;

/// What extensions call the metres since the start.
const DISTANCES: [&str; 2] = ["distance", "DistanceMeters"];

#[derive(Default)]
pub(super) struct Gpx {
    /// What the file says of all of it.
    name: Option<String>,
    /// The track that is read now.
    kind: Option<String>,
    track_name: Option<String>,
    stretches: Vec<super::track::Stretch>,
    ahead: Option<i32>,
    track: Track,
    point: Point,
    points: u32,
    found: Vec<Recorded>,
}

impl Elements for Gpx {
    fn open(&mut self, element: &Element<'_>) -> Result<(), FileRefused> {
        match element.name {
            "trkpt" => {
                self.points += 1;
                if self.points > MOST_POINTS {
                    return Err(FileRefused::TooBig);
                }
                let degrees = |name: &str| number(&element.attribute(name)?);
                self.point =
                    Point { place: degrees("lat").zip(degrees("lon")), ..Point::default() };
            }
            "trk" => {
                self.kind = None;
                self.track_name = None;
                self.track = Track::default();
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, path: Path<'_>, text: &str) -> Result<(), FileRefused> {
        match path.inside() {
            ("trkpt", _) => self.track.add(std::mem::take(&mut self.point)),
            ("time", "trkpt") => {
                if let Some((at, ahead)) = time(text) {
                    self.point.at = Some(at);
                    self.ahead = self.ahead.or(Some(ahead).filter(|ahead| *ahead != 0));
                }
            }
            (name, around) if DISTANCES.contains(&name) && path.is_within("trkpt") => {
                let is_extension = around != "trkpt" || name == "distance";
                self.point.metres = number(text).filter(|_| is_extension).or(self.point.metres);
            }
            ("trkseg", _) => self.end_stretch()?,
            ("trk", _) => self.end_track()?,
            ("type" | "sport" | "activity", "trk" | "extensions") if !path.is_within("trkpt") => {
                self.kind = self.kind.take().or(said(text));
            }
            ("name", "trk") => self.track_name = said(text),
            ("name", "metadata" | "gpx") => self.name = said(text),
            _ => {}
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<Document, FileRefused> {
        self.end_track()?;
        let found = std::mem::take(&mut self.found);
        // Tracks without a time are drawn, not run.
        let found = found.into_iter().filter(|track| !track.stretches.is_empty());
        let activities = joined(found.collect()).into_iter().flat_map(Recorded::settled).collect();
        Ok(Document { activities, is_cut: false })
    }
}

impl Gpx {
    fn end_stretch(&mut self) -> Result<(), FileRefused> {
        self.stretches.extend(self.track.end());
        let count = self.found.len() + self.stretches.len();
        if count > MOST_STRETCHES { Err(FileRefused::TooBig) } else { Ok(()) }
    }

    fn end_track(&mut self) -> Result<(), FileRefused> {
        // A file that breaks off leaves its last piece open.
        self.end_stretch()?;
        let says = [
            self.kind.take().map(|kind| Sport::of_type(&kind)),
            self.track_name.take().map(|name| Sport::of_words(&name)),
            self.name.as_deref().map(Sport::of_words),
        ];
        let sport = says.into_iter().flatten().find(|sport| *sport != Sport::Unsaid);
        let mut track = Recorded::of(sport.unwrap_or(Sport::Unsaid));
        track.ahead = self.ahead;
        track.stretches = std::mem::take(&mut self.stretches);
        self.found.push(track);
        Ok(())
    }
}

fn said(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Tracks in order; those of one sport that follow close on each other are one.
fn joined(mut tracks: Vec<Recorded>) -> Vec<Recorded> {
    tracks.sort_by_key(|track| track.stretches.iter().map(|stretch| stretch.start).min());
    let mut joined: Vec<Recorded> = Vec::with_capacity(tracks.len());
    for track in tracks {
        let starts = track.stretches.iter().map(|stretch| stretch.start).min();
        let follows = joined.last_mut().filter(|last| {
            let ended = last.stretches.iter().map(|stretch| stretch.end).max();
            let gap = starts.zip(ended).map(|(start, end)| (start - end).num_minutes());
            last.sport == track.sport && gap.is_some_and(|gap| gap <= ONE_OUTING)
        });
        match follows {
            Some(last) => last.stretches.extend(track.stretches),
            None => joined.push(track),
        }
    }
    joined
}
