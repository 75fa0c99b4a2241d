//! A second reading of every activity file here, by other libraries and another way: what it says of a run must
//! be what the bot's reader says of it.
//!
//! It knows nothing of damage, packings, gaps or sports in words: of those files the reader's own tests speak.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use fitparser::profile::MesgNum;
use fitparser::{FitDataRecord, Value};
use fresh_legs::domain::run::file::{self, FileRun, Found};
use roxmltree::{Document, Node};

/// What a second reader says of one activity.
#[derive(Debug)]
struct Seen {
    start: DateTime<Utc>,
    seconds: f64,
    metres: Option<f64>,
}

#[test]
fn two_readers_agree_on_every_run() {
    let mut compared = 0;
    for path in files() {
        let name = path.file_name().unwrap().to_str().unwrap();
        let bytes = std::fs::read(&path).unwrap();
        let seen = match path.extension().and_then(|end| end.to_str()) {
            Some("fit") => fit(&bytes),
            Some("gpx") => gpx(&String::from_utf8_lossy(&bytes)),
            Some("tcx") => tcx(&String::from_utf8_lossy(&bytes)),
            // The archive is opened by the reader alone.
            _ => continue,
        };
        for run in runs(&bytes) {
            let of_run = |seen: &&Seen| (seen.start - run.start).abs() < TimeDelta::seconds(2);
            let twin =
                seen.iter().find(of_run).unwrap_or_else(|| panic!("{name}: {run:?} {seen:?}"));
            let seconds = f64::from(run.seconds.0);
            assert!((twin.seconds - seconds).abs() <= 60.0, "{name}: {run:?} {twin:?}");
            if let Some((metres, seen)) = run.metres.zip(twin.metres) {
                let metres = f64::from(metres.0);
                assert!((seen - metres).abs() <= metres / 100.0, "{name}: {run:?} {twin:?}");
            }
            compared += 1;
        }
    }
    assert!(compared > 25, "{compared}");
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/activity-files");
    std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect()
}

/// The runs that the bot's reader finds, surely or maybe.
fn runs(bytes: &[u8]) -> Vec<FileRun> {
    let now = "2026-11-24T09:00:00Z".parse().unwrap();
    let handed = file::read(bytes, now, |_, _| ()).unwrap();
    let found = handed.files.into_iter().filter_map(|file| file.found.ok()).flatten();
    let run = |found| match found {
        Found::Run(run) | Found::Maybe(run, _) => Some(run),
        Found::Other(_) | Found::Not(_) => None,
    };
    found.filter_map(run).collect()
}

/// Each session by its sum; what it lacks is that of the records.
fn fit(bytes: &[u8]) -> Vec<Seen> {
    use fitparser::de::{DecodeOption, from_bytes_with_options};
    let options = [DecodeOption::SkipDataCrcValidation, DecodeOption::SkipHeaderCrcValidation];
    // A checksum that is missing is of no interest here.
    let whole = [bytes, &[0, 0]].concat();
    let read = |bytes: &[u8]| from_bytes_with_options(bytes, &options.into_iter().collect());
    let records = read(bytes).or_else(|_| read(&whole)).unwrap();
    let number = |record: &FitDataRecord, name: &str| -> Option<f64> {
        let field = record.fields().iter().find(|field| field.name() == name)?;
        field.value().clone().try_into().ok().filter(|value: &f64| *value > 0.0)
    };
    let of = |kind: MesgNum| records.iter().filter(move |record| record.kind() == kind);
    let farthest = of(MesgNum::Record).filter_map(|record| number(record, "distance"));
    let farthest =
        farthest.fold(None, |far: Option<f64>, metres| Some(far.unwrap_or(0.0).max(metres)));
    let start = |record: &FitDataRecord| {
        let field = record.fields().iter().find(|field| field.name() == "start_time")?;
        match field.value() {
            Value::Timestamp(at) => Some(at.to_utc()),
            _ => None,
        }
    };
    let session = |session: &FitDataRecord| Seen {
        start: start(session).unwrap(),
        seconds: number(session, "total_timer_time")
            .or(number(session, "total_elapsed_time"))
            .unwrap(),
        metres: number(session, "total_distance").or(farthest),
    };
    of(MesgNum::Session).map(session).collect()
}

fn text<'a>(node: Node<'a, 'a>, name: &str) -> Option<&'a str> {
    node.children()
        .find(|child| child.has_tag_name(name) || child.tag_name().name() == name)?
        .text()
}

fn named<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.descendants().filter(move |node| node.tag_name().name() == name)
}

fn time(text: &str) -> DateTime<Utc> {
    text.parse().or_else(|_| format!("{text}Z").parse()).unwrap()
}

/// Each track as straight lines: every piece from its nearest to its farthest point, in steps of a minute or less.
fn gpx(text_of: &str) -> Vec<Seen> {
    let document = Document::parse(text_of).unwrap();
    let piece = |piece| {
        let points = named(piece, "trkpt").map(|point| {
            let latitude: f64 = point.attribute("lat").unwrap().parse().unwrap();
            (time(text(point, "time").unwrap()), latitude)
        });
        let points: Vec<_> = points.collect();
        // One may lie far off; the first doesn't.
        let is_near = |latitude: f64| (latitude - points[0].1).abs() < 0.5;
        let points: Vec<_> = points.iter().filter(|(_, latitude)| is_near(*latitude)).collect();
        let steps = points.windows(2).map(|pair| (pair[1].0 - pair[0].0).as_seconds_f64());
        let latitudes = points.iter().map(|(_, latitude)| *latitude);
        let (nearest, farthest) =
            (latitudes.clone().fold(90.0, f64::min), latitudes.fold(-90.0, f64::max));
        Seen {
            start: points[0].0,
            seconds: steps.filter(|step| (0.0..=60.0).contains(step)).sum(),
            metres: Some((farthest - nearest) * 111_194.9),
        }
    };
    let joined = |one: Seen, next: Seen| Seen {
        start: one.start,
        seconds: one.seconds + next.seconds,
        metres: one.metres.zip(next.metres).map(|(a, b)| a + b),
    };
    named(document.root(), "trk")
        .map(|track| named(track, "trkseg").map(piece).reduce(joined).unwrap())
        .collect()
}

/// Each activity by its laps; where its points go on beyond them, by its points.
fn tcx(text_of: &str) -> Vec<Seen> {
    let document = Document::parse(text_of).unwrap();
    named(document.root(), "Activity")
        .map(|activity| {
            let figure = |node, name| text(node, name).and_then(|text| text.parse::<f64>().ok());
            let laps = || named(activity, "Lap");
            let sum = |name| laps().filter_map(|lap| figure(lap, name)).sum::<f64>();
            let points = || named(activity, "Trackpoint");
            let farthest = points().filter_map(|point| figure(point, "DistanceMeters"));
            let farthest = farthest.fold(0.0, f64::max);
            let start = time(laps().next().unwrap().attribute("StartTime").unwrap());
            let end = points().filter_map(|point| text(point, "Time")).map(time).max();
            let passed = end.map_or(0.0, |end| (end - start).as_seconds_f64());
            Seen {
                start,
                seconds: sum("TotalTimeSeconds").max(passed),
                metres: Some(sum("DistanceMeters").max(farthest)).filter(|metres| *metres > 0.0),
            }
        })
        .collect()
}
