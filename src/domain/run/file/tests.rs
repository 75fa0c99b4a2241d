//! Files as watches write them, and as they never should.

use proptest::prelude::*;

use super::*;

const NOW: &str = "2026-11-24T00:00:00Z";

fn told(bytes: &[u8]) -> Result<FileRun, FileRefused> {
    read(bytes, NOW.parse().unwrap())
}

fn gpx(points: &[(f64, f64, &str)]) -> String {
    let point = |(lat, lon, time): &(f64, f64, &str)| {
        format!(r#"<trkpt lat="{lat}" lon="{lon}"><time>{time}</time></trkpt>"#)
    };
    let points: String = points.iter().map(point).collect();
    format!("<?xml version=\"1.0\"?><gpx><trk><trkseg>{points}</trkseg></trk></gpx>")
}

fn tcx(sport: &str) -> String {
    format!(
        "<TrainingCenterDatabase><Activities><Activity Sport=\"{sport}\"><Lap>\
         <TotalTimeSeconds>3300</TotalTimeSeconds><DistanceMeters>10000</DistanceMeters><Track>\
         <Trackpoint><Time>2026-11-23T12:00:00Z</Time></Trackpoint>\
         <Trackpoint><Time>2026-11-23T12:55:00Z</Time></Trackpoint>\
         </Track></Lap></Activity></Activities></TrainingCenterDatabase>"
    )
}

/// A FIT file with one session: its start in seconds since FIT's epoch, thousandths of a second,
/// hundredths of a metre, and the number of its sport.
fn fit(start: u32, millis: u32, centimetres: u32, sport: u8) -> Vec<u8> {
    let mut data = vec![0x40, 0, 0, 18, 0, 4];
    for (field, size, kind) in [(2, 4, 0x86), (8, 4, 0x86), (9, 4, 0x86), (5, 1, 0)] {
        data.extend([field, size, kind]);
    }
    data.push(0);
    for figure in [start, millis, centimetres] {
        data.extend(figure.to_le_bytes());
    }
    data.push(sport);
    let mut file = vec![12, 0x20, 0, 8];
    file.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
    file.extend(b".FIT");
    file.extend(data);
    let crc = crc(&file);
    file.extend(crc.to_le_bytes());
    file
}

fn crc(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |crc, byte| {
        (0..8).fold(crc ^ u16::from(*byte), |crc, _| {
            if crc & 1 == 1 { (crc >> 1) ^ 0xa001 } else { crc >> 1 }
        })
    })
}

/// 2026-11-23T12:00:00Z by FIT's clock.
const NOON: u32 = 1_795_435_200 - 631_065_600;

fn run(metres: u32) -> Result<FileRun, FileRefused> {
    let start = "2026-11-23T12:00:00Z".parse().unwrap();
    Ok(FileRun { start, seconds: Seconds(3300), metres: Some(Metres(metres)) })
}

#[test]
fn each_format_tells_start_time_and_distance() {
    assert_eq!(told(tcx("Running").as_bytes()), run(10_000));
    assert_eq!(told(&fit(NOON, 3_300_000, 1_000_000, 1)), run(10_000));
    // A tenth of a degree north is 11,119 m on a round Earth.
    let north =
        gpx(&[(40.0, -74.0, "2026-11-23T12:00:00Z"), (40.1, -74.0, "2026-11-23T12:55:00Z")]);
    assert_eq!(told(north.as_bytes()), run(11_119));
}

#[test]
fn what_is_no_run_is_told_apart() {
    let day = |from: &str, to: &str| gpx(&[(40.0, -74.0, from), (40.1, -74.0, to)]).into_bytes();
    let bomb = "<!DOCTYPE gpx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>\
                <gpx><trk><trkseg><trkpt lat=\"1\" lon=\"1\"><time>&b;</time></trkpt></trkseg></trk></gpx>";
    for (bytes, expect) in [
        (Vec::new(), FileRefused::Unknown),
        (b"hello".to_vec(), FileRefused::Unknown),
        (b"<html/>".to_vec(), FileRefused::Unknown),
        (b"\x1f\x8b\x08zip".to_vec(), FileRefused::Packed),
        (b"PK\x03\x04".to_vec(), FileRefused::Packed),
        (vec![b' '; MOST_BYTES + 1], FileRefused::TooBig),
        (b"<gpx><trk><trkseg>".to_vec(), FileRefused::Broken),
        ("<gpx>".repeat(100).into_bytes(), FileRefused::Broken),
        (b"<gpx></gpx>".to_vec(), FileRefused::NoTimes),
        (bomb.as_bytes().to_vec(), FileRefused::NoTimes),
        (tcx("Biking").into_bytes(), FileRefused::NotARun),
        (fit(NOON, 3_300_000, 1_000_000, 2), FileRefused::NotARun),
        (fit(NOON, 3_300_000, 1_000_000, 1)[..30].to_vec(), FileRefused::Broken),
        (day("2150-01-01T12:00:00Z", "2150-01-01T13:00:00Z"), FileRefused::Clock),
        (day("1970-01-01T12:00:00Z", "1970-01-01T13:00:00Z"), FileRefused::Clock),
        (day("2026-11-23T12:00:00Z", "2026-11-23T11:00:00Z"), FileRefused::Clock),
        (day("2026-11-23T12:00:00Z", "2026-11-23T12:01:00Z"), FileRefused::Absurd(Absurd::TooFast)),
    ] {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
        assert_eq!(told(&bytes), Err(expect), "{shown}");
    }
}

#[test]
fn a_small_file_with_millions_of_messages_or_points_is_put_down() {
    let mut bytes = fit(NOON, 3_300_000, 1_000_000, 1);
    // A message of no fields, one byte each, a million times.
    let mut data = vec![0x40, 0, 0, 20, 0, 0];
    data.resize(1_000_000, 0);
    bytes[4..8].copy_from_slice(&1_000_000_u32.to_le_bytes());
    bytes.splice(12.., data);
    assert_eq!(told(&bytes), Err(FileRefused::TooBig));
    let points = "<trkpt/>".repeat(MOST_POINTS as usize + 1);
    assert_eq!(told(format!("<gpx>{points}</gpx>").as_bytes()), Err(FileRefused::TooBig));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_a_reader_panic(at in 0_usize..60, byte: u8, cut in 0_usize..80) {
        let mut damaged = fit(NOON, 3_300_000, 1_000_000, 1);
        let (place, length) = (at % damaged.len(), cut.min(damaged.len()));
        damaged[place] = byte;
        let _ = told(&damaged);
        let _ = told(&damaged[..length]);
        let mut damaged = tcx("Running").into_bytes();
        let place = at * 7 % damaged.len();
        damaged[place] = byte;
        let _ = told(&damaged);
    }
}
