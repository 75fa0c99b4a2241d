//! Files in gzip and zip, one and many.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::fit::a_run;
use super::{now, told};
use crate::domain::run::file::{FileRefused, MOST_FILES, read};

const RUN: &str = "run 10000 m 3300 s 2026-11-24T06:00:00Z";

pub(super) fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

pub(super) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn one_file_in_a_packing_is_as_if_it_came_without() {
    let run = a_run();
    assert_eq!(told(&gzipped(&run)), [RUN]);
    assert_eq!(told(&zipped(&[("run.fit", &run)])), [RUN]);
    assert_eq!(told(&zipped(&[("run.fit.gz", &gzipped(&run))])), [RUN]);
    let long = super::fit::a_long_one();
    assert!(long.len() > 1024 * 1024);
    assert_eq!(told(&zipped(&[("long.fit.gz", &gzipped(&long))])), [RUN]);
    assert_eq!(told(&zipped(&[("in/a/folder", &run), ("__MACOSX/._run.fit", b"x")])), [RUN]);
    assert_eq!(told(&zipped(&[("a.zip", &zipped(&[("run.fit", &run)]))])), ["packed"]);
    assert_eq!(told(&gzipped(&gzipped(&run))), ["packed"]);
}

#[test]
fn each_file_of_an_archive_is_told_by_its_name() {
    let run = a_run();
    let bytes = zipped(&[
        ("activities.csv", b"a,b"),
        ("activities/1.fit.gz", &gzipped(&run)),
        ("activities/2.gpx", b"<gpx></gpx>"),
        ("activities/3.FIT", b"nothing"),
        ("export.xml", b"<HealthData/>"),
        ("media/4.jpg", b"x"),
    ]);
    let steps = std::cell::RefCell::new(Vec::new());
    let handed = read(&bytes, now(), |at, of| steps.borrow_mut().push((at, of))).unwrap();
    let names = handed.files.iter().map(|file| file.name.as_deref());
    assert_eq!(names.collect::<Vec<_>>(), [Some("1.fit.gz"), Some("2.gpx"), Some("3.FIT")]);
    assert!(handed.files[0].found.is_ok());
    assert_eq!(handed.files[1].found, Err(FileRefused::NoTimes));
    assert_eq!(handed.files[2].found, Err(FileRefused::Unknown));
    assert_eq!(steps.into_inner(), [(0, 4), (1, 4), (2, 4), (3, 4)]);
}

#[test]
fn no_more_files_are_read_than_a_season_has() {
    let names: Vec<String> = (0..MOST_FILES + 7).map(|n| format!("{n}.fit")).collect();
    let run = a_run();
    let files: Vec<(&str, &[u8])> =
        names.iter().map(|name| (name.as_str(), run.as_slice())).collect();
    let handed = read(&zipped(&files), now(), |_, _| ()).unwrap();
    assert_eq!((handed.files.len(), handed.unread), (MOST_FILES, 7));
}

#[test]
fn what_holds_nothing_of_a_watch_is_unknown() {
    assert_eq!(told(&zipped(&[("a.jpg", b"x"), ("b.pdf", b"y")])), ["unknown"]);
    assert_eq!(told(&zipped(&[("a.xml", b"<x/>"), ("b.xml", b"<y/>")])), ["unknown"]);
    assert_eq!(told(b"PK\x03\x04 and no more"), ["broken"]);
    assert_eq!(told(&gzipped(b"hello")), ["unknown"]);
    assert_eq!(told(&gzipped(&a_run())[..20]), ["unknown"]);
}
