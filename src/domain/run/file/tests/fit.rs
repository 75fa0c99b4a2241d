//! FIT files message by message, as watches of several makers write them.

use super::told;

/// 2026-11-24T06:00:00Z by FIT's clock.
pub(super) const SIX: u32 = 1_795_500_000 - 631_065_600;

/// A field of a message: its number, its base type, and its value.
type Field = (u8, u8, u32);

pub(super) const BYTE: u8 = 0x00;
const SINT: u8 = 0x85;
pub(super) const LONG: u8 = 0x86;

/// A message of a global number, with its definition, under local number 0.
pub(super) fn message(global: u16, fields: &[Field]) -> Vec<u8> {
    let mut bytes = vec![0x40, 0, 0];
    bytes.extend(global.to_le_bytes());
    bytes.push(u8::try_from(fields.len()).unwrap());
    for (number, base, _) in fields {
        bytes.extend([*number, if base & 0x80 == 0 { 1 } else { 4 }, *base]);
    }
    bytes.push(0);
    for (_, base, value) in fields {
        let value = value.to_le_bytes();
        bytes.extend(if base & 0x80 == 0 { &value[..1] } else { &value });
    }
    bytes
}

pub(super) fn session(start: u32, sport: u32, sub: u32, millis: u32, centimetres: u32) -> Vec<u8> {
    message(
        18,
        &[
            (253, LONG, start),
            (2, LONG, start),
            (7, LONG, millis),
            (8, LONG, millis),
            (9, LONG, centimetres),
            (5, BYTE, sport),
            (6, BYTE, sub),
        ],
    )
}

fn record(at: u32, centimetres: u32) -> Vec<u8> {
    message(20, &[(253, LONG, at), (5, LONG, centimetres)])
}

pub(super) fn file(messages: &[Vec<u8>]) -> Vec<u8> {
    let data = messages.concat();
    let mut file = vec![14, 0x20, 0, 8];
    file.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
    file.extend(b".FIT\0\0");
    file.extend(data);
    file.extend([0, 0]);
    file
}

pub(super) fn an_activity() -> Vec<u8> {
    message(0, &[(0, BYTE, 4)])
}

pub(super) fn a_run() -> Vec<u8> {
    file(&[an_activity(), session(SIX, 1, 0, 3_300_000, 1_000_000)])
}

/// The same, with more than a megabyte of records.
pub(super) fn a_long_one() -> Vec<u8> {
    let records: Vec<_> = (0..50_000).map(|n| record(SIX + n, n * 7_919 % 1_000_000)).collect();
    let session = session(SIX, 1, 0, 3_300_000, 1_000_000);
    file(&[vec![an_activity()], records, vec![session]].concat())
}

const RUN: &str = "run 10000 m 3300 s 2026-11-24T06:00:00Z";

#[test]
fn sessions_tell_their_sport_and_figures() {
    assert_eq!(told(&a_run()), [RUN]);
    for (sport, sub, expect) in [
        (1, 58, RUN),
        (0, 1, RUN),
        (0, 45, RUN),
        (1, 3, RUN),
        (255, 255, "ask unsaid 10000 m 3300 s 2026-11-24T06:00:00Z"),
        (18, 0, "ask unsaid 10000 m 3300 s 2026-11-24T06:00:00Z"),
        (2, 6, "ride 10000 m 3300 s"),
        (4, 14, "row 10000 m 3300 s"),
        (10, 20, "strength 10000 m 3300 s"),
        (17, 0, "hike 10000 m 3300 s"),
        (53, 0, "another 10000 m 3300 s"),
    ] {
        let bytes = file(&[an_activity(), session(SIX, sport, sub, 3_300_000, 1_000_000)]);
        assert_eq!(told(&bytes), [expect], "{sport} {sub}");
    }
}

#[test]
fn a_sport_message_tells_where_the_session_does_not() {
    let named = message(12, &[(0, BYTE, 1), (1, BYTE, 0)]);
    let bytes = file(&[an_activity(), named.clone(), session(SIX, 0, 0, 3_300_000, 1_000_000)]);
    assert_eq!(told(&bytes), [RUN]);
    // Cut before the session was written.
    let records: Vec<_> = (0..=330).map(|n| record(SIX + 10 * n, 3030 * n)).collect();
    let mut bytes = file(&[vec![an_activity(), named], records].concat());
    bytes.truncate(bytes.len() - 5);
    assert_eq!(told(&bytes), ["cut", "run 9969 m 3290 s 2026-11-24T06:00:00Z"]);
}

#[test]
fn joined_files_and_sessions_are_told_each_and_once() {
    let evening = session(SIX + 3600 * 2, 1, 0, 1_800_000, 500_000);
    let second = file(&[an_activity(), evening.clone()]);
    let told_twice = ["run 5000 m 1800 s 2026-11-24T08:00:00Z"];
    assert_eq!(told(&[a_run(), second.clone()].concat()), [RUN, told_twice[0]]);
    assert_eq!(told(&[second.clone(), a_run()].concat()), [RUN, told_twice[0]]);
    assert_eq!(told(&[second.clone(), second.clone()].concat()), told_twice);
    let course = file(&[message(0, &[(0, BYTE, 6)]), record(SIX, 0)]);
    assert_eq!(told(&[course, second.clone()].concat()), told_twice);
    assert_eq!(told(&[second, b"trailing".to_vec()].concat()), told_twice);
    let empty = file(&[message(49, &[(0, BYTE, 1)])]);
    assert_eq!(told(&[empty.clone(), a_run()].concat()), [RUN]);
    assert_eq!(told(&[empty.clone(), empty].concat()), ["no times"]);
    let both = file(&[an_activity(), session(SIX, 1, 0, 3_300_000, 1_000_000), evening]);
    assert_eq!(told(&both), [RUN, told_twice[0]]);
    // The whole of a duathlon stands beside its legs.
    let legs = file(&[
        an_activity(),
        session(SIX, 18, 0, 6_000_000, 2_500_000),
        session(SIX, 1, 0, 3_000_000, 1_000_000),
        session(SIX + 3000, 2, 0, 3_000_000, 1_500_000),
    ]);
    assert_eq!(told(&legs), ["run 10000 m 3000 s 2026-11-24T06:00:00Z", "ride 15000 m 3000 s"]);
}

#[test]
fn a_value_that_is_none_is_looked_for_a_rung_below() {
    let lap = |start, millis, centimetres| {
        message(
            19,
            &[(2, LONG, start), (7, LONG, millis), (8, LONG, millis), (9, LONG, centimetres)],
        )
    };
    let laps = [lap(SIX, 1_500_000, 500_000), lap(SIX + 1500, 1_800_000, 500_000)].concat();
    let none = u32::MAX;
    for (millis, centimetres) in [(none, none), (0, 0), (3_300_000, 0), (none, 1_000_000)] {
        let session = session(SIX, 1, 0, millis, centimetres);
        let bytes = file(&[an_activity(), laps.clone(), session]);
        assert_eq!(told(&bytes), [RUN], "{millis} {centimetres}");
    }
    // A time no run takes.
    let bytes = file(&[an_activity(), laps, session(SIX, 1, 0, 4_000_000_000, 1_000_000)]);
    assert_eq!(told(&bytes), [RUN]);
}

#[test]
fn positions_tell_how_far_where_nothing_else_does() {
    let place = |n: u32| {
        // 0.0005° a time: 55.6 m.
        message(20, &[(253, LONG, SIX + 20 * n), (0, SINT, 5965 * n), (1, SINT, 1_000_000)])
    };
    let records: Vec<_> = (0..=100).map(place).collect();
    let bytes =
        file(&[vec![an_activity()], records, vec![session(SIX, 1, 0, 2_000_000, 0)]].concat());
    assert_eq!(told(&bytes), ["run 5560 m 2000 s 2026-11-24T06:00:00Z"]);
}

#[test]
fn the_clock_on_the_wall_is_told_where_it_differs() {
    let session = || session(SIX, 1, 0, 3_300_000, 1_000_000);
    let activity = |local| message(34, &[(253, LONG, SIX + 3300), (5, LONG, local)]);
    for (ahead, day) in [(9 * 3600, " on 2026-11-24"), (0, ""), (20 * 3600, ""), (3300, "")] {
        let bytes = file(&[an_activity(), session(), activity(SIX + 3300 + ahead)]);
        assert_eq!(told(&bytes), [format!("{RUN}{day}")], "{ahead}");
    }
}

#[test]
fn developer_fields_big_endians_and_compressed_times_are_stepped_over_or_read() {
    // A record of one field, and eight bytes of a developer's of which nothing was ever said.
    let mut data = vec![0x61, 0, 0, 20, 0, 1, 5, 4, LONG, 1, 7, 8, 0];
    data.push(0x01);
    data.extend(100_u32.to_le_bytes());
    data.extend([9; 8]);
    // Big-endian, its time in the header: five bits on from the time before.
    let mut big = vec![0x42, 0, 1, 0, 20, 1, 5, 4, LONG];
    let ten_seconds_on = (u8::try_from(SIX & 0x1f).unwrap() + 10) % 32;
    big.push(0xc0 | ten_seconds_on);
    big.extend(3000_u32.to_be_bytes());
    let bytes =
        file(&[an_activity(), record(SIX, 0), data, big, session(SIX, 1, 0, 3_300_000, 1_000_000)]);
    assert_eq!(told(&bytes), [RUN]);
    let big_session = |base: fn(u32) -> [u8; 4]| {
        let mut bytes = vec![0x43, 0, 1, 0, 18, 4, 2, 4, LONG, 8, 4, LONG, 9, 4, LONG, 5, 1, 0, 3];
        for value in [SIX, 3_300_000, 1_000_000] {
            bytes.extend(base(value));
        }
        bytes.push(1);
        file(&[an_activity(), bytes])
    };
    assert_eq!(told(&big_session(u32::to_be_bytes)), [RUN]);
}
