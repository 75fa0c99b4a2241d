//! Files that are made to cost much: each is put down before it does, and none makes a reader panic.

use proptest::prelude::*;

use super::fit::{BYTE, LONG, SIX, a_run, an_activity, file, message, session};
use super::packed::{gzipped, zipped};
use super::*;

#[test]
fn what_is_no_run_is_told_apart() {
    let at = |start: u32| file(&[an_activity(), session(start, 1, 0, 3_300_000, 1_000_000)]);
    let far = file(&[an_activity(), session(SIX, 1, 0, 600_000, 1_000_000)]);
    for (bytes, expect) in [
        (Vec::new(), "unknown"),
        (b"hello".to_vec(), "unknown"),
        (b"<html/>".to_vec(), "unknown"),
        (vec![b' '; MOST_BYTES + 1], "too big"),
        ("<gpx>".repeat(100).into_bytes(), "broken"),
        (at(SIX + 86_400 * 4000), "clock"),
        (at(SIX - 86_400 * 10_000), "clock"),
        (far, "absurd(too fast)"),
        (file(&[message(0, &[(0, BYTE, 5)])]), "no activity"),
        (file(&[]), "broken"),
        (a_run()[..20].to_vec(), "broken"),
    ] {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
        let told = told(&bytes);
        assert_eq!(told.last().map(String::as_str), Some(expect), "{shown}: {told:?}");
    }
}

#[test]
fn no_entity_unfolds() {
    let bomb = "<!DOCTYPE gpx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>\
                <gpx><trk><trkseg><trkpt lat=\"1\" lon=\"1\"><time>&b;</time></trkpt></trkseg></trk></gpx>";
    assert_eq!(told(bomb.as_bytes()), ["no times"]);
}

#[test]
fn what_unpacks_to_more_than_any_run_is_put_down() {
    let endless = |head: &str, piece: &str| {
        let mut text = head.to_owned();
        while text.len() < 70_000_000 {
            text.push_str(piece);
        }
        gzipped(text.as_bytes())
    };
    let spaces = " ".repeat(1_000_000);
    let bomb = endless("<gpx><trk><trkseg>", &spaces);
    assert!(bomb.len() < 100_000);
    let told_of = |bytes: &[u8]| told(bytes).pop().unwrap();
    assert!(["too big", "broken"].contains(&told_of(&bomb).as_str()));
    let bomb = endless("<gpx><trk><trkseg>", "<ele>5</ele>                            ");
    assert_eq!(told_of(&bomb), "too big");
    assert_eq!(told_of(&zipped(&[("a.gpx.gz", &bomb)])), "too big");
}

#[test]
fn a_small_file_with_more_of_anything_than_anyone_runs_is_put_down() {
    // A message of no fields, one byte each.
    let empty = [vec![0x40, 0, 0, 20, 0, 0], vec![0; 600_000]].concat();
    assert_eq!(told(&file(&[an_activity(), empty])), ["too big"]);
    let laps = vec![message(19, &[(2, LONG, SIX)]); 10_100].concat();
    assert_eq!(told(&file(&[an_activity(), laps])), ["too big"]);
    let sessions = vec![session(SIX, 1, 0, 3_300_000, 1_000_000); 600].concat();
    assert_eq!(told(&file(&[an_activity(), sessions])), ["too big"]);
    let joined = [a_run(), a_run()].concat().repeat(100);
    assert_eq!(told(&joined), ["run 10000 m 3300 s 2026-11-24T06:00:00Z"]);
    for (piece, count) in [
        ("<trk><trkseg><trkpt/></trkseg></trk>", MOST_STRETCHES + 1),
        ("<trkpt/>", MOST_POINTS as usize + 1),
    ] {
        assert_eq!(told(format!("<gpx>{}</gpx>", piece.repeat(count)).as_bytes()), ["too big"]);
    }
    let activities = "<Activity Sport=\"Running\"></Activity>".repeat(MOST_ACTIVITIES + 1);
    let tcx = format!("<TrainingCenterDatabase>{activities}</TrainingCenterDatabase>");
    assert_eq!(told(tcx.as_bytes()), ["too big"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_a_reader_panic(at: usize, byte: u8, cut: usize) {
        let gpx = "<gpx><trk><type>run</type><trkseg><trkpt lat=\"1\" lon=\"1\"><time>2026-11-24T06:00:00Z\
                   </time></trkpt></trkseg></trk></gpx>";
        let run = a_run();
        for whole in [&run, gpx.as_bytes(), &gzipped(&run), &zipped(&[("a.fit", &run)])] {
            let mut damaged = whole.to_vec();
            let (place, length) = (at % damaged.len(), cut % damaged.len());
            damaged[place] = byte;
            let _ = told(&damaged);
            let _ = told(&damaged[..length]);
        }
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes: Vec<u8>) {
        let _ = told(&file(std::slice::from_ref(&bytes)));
        let _ = told(&bytes);
    }
}
