//! FIT: what a watch sums up of each session, else its laps, else its records.
//!
//! Numbers of messages and fields are those of Garmin's FIT profile.

mod wire;

use std::io::{self, Read};

use chrono::{DateTime, TimeDelta, Utc};

use self::wire::{Message, Messages, TIMESTAMP};
use super::activity::{Activity, Figures, Recorded};
use super::sport::Sport;
use super::track::{Point, Track};
use super::{Document, FileRefused, MOST_ACTIVITIES};

const FILE_ID: u16 = 0;
const SPORT: u16 = 12;
const SESSION: u16 = 18;
const LAP: u16 = 19;
const RECORD: u16 = 20;
const ACTIVITY: u16 = 34;

/// More messages than five days hold at one a second.
const MOST_MESSAGES: u32 = 500_000;

/// More laps than anybody runs.
const MOST_LAPS: usize = 10_000;

/// The kind of file that a watch writes of what was done; the others are plans, courses, settings.
const AN_ACTIVITY: u8 = 4;

/// FIT counts seconds from the last day of 1989 on.
const EPOCH: i64 = 631_065_600;

/// Smaller than this, a time is seconds since the watch was switched on.
const SINCE_SWITCHED_ON: f64 = 268_435_456.0;

/// Degrees in a turn over the numbers FIT has for one.
const SEMICIRCLE: f64 = 180.0 / 2_147_483_648.0;

/// Zones are whole quarters of an hour from UTC; a watch may be a little late to write it. In seconds.
const QUARTER: f64 = 900.0;
const A_MINUTE: f64 = 60.0;

/// No clock on a wall is further from UTC than this, in seconds.
const MOST_AHEAD: f64 = 15.0 * 3600.0;

/// Reads one file after another, as they may be joined.
pub(super) fn read(bytes: &mut impl Read) -> Result<Document, FileRefused> {
    let mut document = Document::default();
    let mut count = 0;
    let mut only_refused = None;
    let mut files = 0;
    let mut bytes = bytes;
    while let Some(mut messages) = Messages::begin(bytes) {
        files += 1;
        let mut file = File::default();
        match file.read(&mut messages, &mut count) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::QuotaExceeded => {
                return Err(FileRefused::TooBig);
            }
            Err(_) => document.is_cut = true,
        }
        match file.settled() {
            Ok(activities) => document.activities.extend(activities),
            Err(refused) => only_refused = Some(refused),
        }
        if document.is_cut || document.activities.len() > MOST_ACTIVITIES {
            break;
        }
        bytes = messages.rest();
    }
    match only_refused {
        Some(refused) if document.activities.is_empty() => Err(refused),
        _ if files == 0 => Err(FileRefused::Broken),
        _ => Ok(document),
    }
}

/// One sum that a watch makes: of a session or of a lap.
#[derive(Clone, Copy, Debug)]
struct Sum {
    sport: Sport,
    start: Option<DateTime<Utc>>,
    /// Stops included, in seconds.
    elapsed: Option<f64>,
    figures: Figures,
}

/// What was found in one file so far.
#[derive(Default)]
struct File {
    kind: Option<u8>,
    /// What its own message says of the sport, for what has no session.
    sport: Option<Sport>,
    ahead: Option<i32>,
    sessions: Vec<Sum>,
    laps: Vec<Sum>,
    track: Track,
}

impl File {
    fn read(&mut self, messages: &mut Messages<impl Read>, count: &mut u32) -> io::Result<()> {
        const WANTED: [u16; 6] = [FILE_ID, SPORT, SESSION, LAP, RECORD, ACTIVITY];
        while let Some(message) = messages.next(&WANTED)? {
            *count += 1;
            let is_full = self.sessions.len() > MOST_ACTIVITIES || self.laps.len() > MOST_LAPS;
            if *count > MOST_MESSAGES || is_full {
                return Err(io::ErrorKind::QuotaExceeded.into());
            }
            match message.global {
                FILE_ID => self.kind = message.byte(0).or(self.kind),
                SPORT => self.sport = Some(Sport::of_fit(message.byte(0), message.byte(1))),
                SESSION => self.sessions.push(sum(&message, (5, 6))),
                LAP => self.laps.push(sum(&message, (25, 39))),
                RECORD => self.track.add(point(&message)),
                _ => self.ahead = ahead(&message).or(self.ahead),
            }
        }
        Ok(())
    }

    fn settled(mut self) -> Result<Vec<Activity>, FileRefused> {
        match self.kind {
            None | Some(AN_ACTIVITY) => {}
            Some(_) => return Err(FileRefused::NoActivity),
        }
        let stretches: Vec<_> = self.track.end().into_iter().collect();
        let ahead = self.ahead;
        let sessions = if self.sessions.is_empty() {
            // It broke off before the watch could sum it up.
            let named = self.laps.iter().map(|lap| lap.sport).find(|sport| *sport != Sport::Unsaid);
            let sport = self.sport.filter(|sport| *sport != Sport::Unsaid).or(named);
            let start = self.laps.iter().filter_map(|lap| lap.start).min();
            let sport = sport.unwrap_or(Sport::Unsaid);
            vec![Sum { sport, start, elapsed: None, figures: Figures::default() }]
        } else {
            self.sessions
        };
        let is_one = sessions.len() == 1;
        let recorded = sessions.into_iter().map(|session| {
            let mut laps = Figures::default();
            self.laps.iter().filter(|lap| is_one || holds(&session, lap)).for_each(|lap| {
                laps.add(lap.figures);
            });
            let mut sport = session.sport;
            if is_one && sport == Sport::Unsaid {
                sport = self.sport.unwrap_or(Sport::Unsaid);
            }
            let (start, sum) = (session.start, session.figures);
            // Which record is whose can't be told; with one session all are.
            let stretches = if is_one { stretches.clone() } else { Vec::new() };
            Recorded { sport, start, ahead, sum, laps, stretches }
        });
        Ok(recorded.flat_map(Recorded::settled).collect())
    }
}

fn holds(session: &Sum, lap: &Sum) -> bool {
    let Some((from, start)) = session.start.zip(lap.start) else { return false };
    let seconds = session.elapsed.or(session.figures.seconds).unwrap_or(0.0);
    start >= from && (start - from).as_seconds_f64() < seconds
}

fn sum(message: &Message<'_>, (sport, sub): (u8, u8)) -> Sum {
    let (elapsed, timer) = (message.value(7), message.value(8));
    let seconds = timer.or(elapsed).map(|millis| millis / 1000.0);
    let metres = message.value(9).map(|centimetres| centimetres / 100.0);
    let elapsed = elapsed.map(|millis| millis / 1000.0);
    let start = time(message, 2).or_else(|| {
        let long = TimeDelta::seconds(elapsed.or(seconds)? as i64);
        time(message, TIMESTAMP)?.checked_sub_signed(long)
    });
    Sum {
        sport: Sport::of_fit(message.byte(sport), message.byte(sub)),
        start,
        elapsed,
        figures: Figures { metres, seconds },
    }
}

fn point(message: &Message<'_>) -> Point {
    Point {
        at: time(message, TIMESTAMP),
        place: message
            .value(0)
            .zip(message.value(1))
            .map(|(a, b)| (a * SEMICIRCLE, b * SEMICIRCLE)),
        metres: message.value(5).map(|centimetres| centimetres / 100.0),
    }
}

/// How far the clock on the wall was ahead, where it differed: many write UTC for want of a zone, and some
/// another moment.
fn ahead(message: &Message<'_>) -> Option<i32> {
    let ahead = message.value(5)? - message.value(TIMESTAMP)?;
    let quarters = (ahead / QUARTER).round();
    let is_zone = quarters != 0.0 && (ahead - quarters * QUARTER).abs() <= A_MINUTE;
    (is_zone && ahead.abs() <= MOST_AHEAD).then_some((quarters * QUARTER) as i32)
}

fn time(message: &Message<'_>, number: u8) -> Option<DateTime<Utc>> {
    let seconds = message.value(number).filter(|seconds| *seconds >= SINCE_SWITCHED_ON)?;
    DateTime::from_timestamp(EPOCH + seconds as i64, 0)
}
