//! How times that come again are told, and that they come when they should in any zone.

use chrono::Datelike;
use chrono_tz::{America, Asia, Atlantic, Australia, Europe, Pacific};
use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Recurrence {
    text.parse().unwrap_or_else(|refused| panic!("{text:?}: {refused}"))
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn times_are_told_as_one_would_say_them() {
    for (canonical, words) in [
        ("20:00", "every day at 8:00 pm"),
        ("00:00", "every day at 12:00 am"),
        ("12:00", "every day at 12:00 pm"),
        ("sun 19:00", "Sun at 7:00 pm"),
        ("mon,wed 19:30", "Mon and Wed at 7:30 pm"),
        ("mon,wed,sun 20:00", "Mon, Wed and Sun at 8:00 pm"),
        ("mon,tue,wed,thu,fri 06:00", "Monday to Friday at 6:00 am"),
        ("0 20 * * *", "every day at 8:00 pm"),
        ("30 19 ? * sun,tue", "Tue and Sun at 7:30 pm"),
        ("0 18,20 * * *", "by `0 18,20 * * *`"),
        ("0 20 * * mon-fri", "Monday to Friday at 8:00 pm"),
        ("30 0 20 * * sun", "by `30 0 20 * * sun`"),
        ("0 20 1 jan *", "by `0 20 1 jan *`"),
    ] {
        let recurrence = read(canonical);
        assert_eq!(recurrence.words(), words, "{canonical:?}");
        assert_eq!(recurrence.to_string(), canonical, "{canonical:?} reads back");
    }
}

#[test]
fn a_nudge_comes_once_a_day_at_most_and_a_board_on_one_weekday() {
    for (text, daily, weekly) in [
        ("20:00", true, false),
        ("sun 19:00", true, true),
        ("mon,wed 19:30", true, false),
        ("0 19 * * sun", true, true),
        ("0 20 * * *", true, false),
        ("0 20 1 * *", true, false),
        ("0 */2 * * *", false, false),
        ("0 18,20 * * sun", false, false),
    ] {
        assert_eq!(read(text).daily_at_most().is_ok(), daily, "{text}");
        assert_eq!(read(text).weekly_at_most().is_ok(), weekly, "{text}");
    }
}

/// The next few, as a wall clock would say and when they are due.
fn upcoming(text: &str, after: &str, zone: Tz, count: usize) -> Vec<String> {
    let shown = |due: Occurrence| format!("{} {}", due.wall, due.at.format("%dT%H:%MZ"));
    read(text).upcoming(utc(after), zone).take(count).map(shown).collect()
}

#[test]
fn a_time_in_a_gap_fires_at_the_first_instant_after_it() {
    assert_eq!(
        upcoming("02:30", "2026-03-07T12:00:00Z", America::New_York, 2),
        ["2026-03-08 02:30:00 08T07:00Z", "2026-03-09 02:30:00 09T06:30Z"]
    );
    // By cron the same, and seconds don't put it off.
    assert_eq!(
        upcoming("15 30 2 * * *", "2026-03-07T12:00:00Z", America::New_York, 1),
        ["2026-03-08 02:30:15 08T07:00Z"]
    );
    // Half an hour's gap.
    assert_eq!(
        upcoming("02:15", "2026-10-03T12:00:00Z", Australia::Lord_Howe, 1),
        ["2026-10-04 02:15:00 03T15:30Z"]
    );
    // The gap of a zone that changes at midnight.
    assert_eq!(
        upcoming("00:00", "2026-03-29T00:00:00Z", Asia::Beirut, 1),
        ["2026-03-30 00:00:00 29T21:00Z"]
    );
    // A whole day that Samoa left out.
    assert_eq!(
        upcoming("20:00", "2011-12-30T07:00:00Z", Pacific::Apia, 2),
        ["2011-12-30 20:00:00 30T10:00Z", "2011-12-31 20:00:00 31T06:00Z"]
    );
}

#[test]
fn a_time_that_is_repeated_fires_once() {
    for text in ["01:30", "30 1 * * *"] {
        assert_eq!(
            upcoming(text, "2026-10-31T12:00:00Z", America::New_York, 2),
            ["2026-11-01 01:30:00 01T05:30Z", "2026-11-02 01:30:00 02T06:30Z"]
        );
        // Asked in the hour that comes again, it is over.
        assert_eq!(
            upcoming(text, "2026-11-01T06:10:00Z", America::New_York, 1),
            ["2026-11-02 01:30:00 02T06:30Z"]
        );
    }
}

#[test]
fn the_evening_stays_the_evening_across_changes() {
    assert_eq!(
        upcoming("sun 19:00", "2026-10-24T00:00:00Z", Europe::London, 2),
        ["2026-10-25 19:00:00 25T19:00Z", "2026-11-01 19:00:00 01T19:00Z"]
    );
    assert_eq!(
        upcoming("20:00", "2026-03-28T21:00:00Z", Europe::London, 1),
        ["2026-03-29 20:00:00 29T19:00Z"]
    );
    assert_eq!(
        upcoming("20:00", "2026-11-24T00:00:00Z", Asia::Kathmandu, 1),
        ["2026-11-24 20:00:00 24T14:15Z"]
    );
}

#[test]
fn days_of_the_month_are_those_the_calendar_has() {
    assert_eq!(
        upcoming("0 20 31 * *", "2026-01-31T20:00:00Z", Tz::UTC, 3),
        [
            "2026-03-31 20:00:00 31T20:00Z",
            "2026-05-31 20:00:00 31T20:00Z",
            "2026-07-31 20:00:00 31T20:00Z"
        ]
    );
    assert_eq!(
        upcoming("0 20 29 feb *", "2026-01-01T00:00:00Z", Tz::UTC, 1),
        ["2028-02-29 20:00:00 29T20:00Z"]
    );
}

/// Zones with whole, half and quarter hours, changes at midnight, in the other hemisphere, of half
/// an hour, of a whole day; and some that changed their rules, or gave them up.
const ZONES: &[Tz] = &[
    Tz::UTC,
    America::New_York,
    America::St_Johns,
    America::Sao_Paulo,
    America::Havana,
    America::Scoresbysund,
    Europe::London,
    Europe::Istanbul,
    Europe::Moscow,
    Asia::Kathmandu,
    Asia::Kolkata,
    Asia::Gaza,
    Asia::Beirut,
    Asia::Pyongyang,
    Australia::Lord_Howe,
    Australia::Eucla,
    Atlantic::Azores,
    Pacific::Chatham,
    Pacific::Apia,
    chrono_tz::Africa::Casablanca,
];

fn some_days() -> impl Strategy<Value = WeekdaySet> {
    proptest::collection::vec(0_u8..7, 0..4)
        .prop_map(|days| days.into_iter().filter_map(|day| Weekday::try_from(day).ok()).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]

    #[test]
    fn over_years_each_day_meant_fires_once_and_in_order(
        zone in proptest::sample::select(ZONES),
        year in 2005_i32..2036,
        (hour, minute) in (0_u32..24, 0_u32..60),
        days in some_days(),
    ) {
        let at = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        let recurrence = Recurrence::weekly(at, days);
        let meant = if days.is_empty() { WeekdaySet::ALL } else { days };
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let last = NaiveDate::from_ymd_opt(year + 2, 12, 31).unwrap();
        let expected: Vec<NaiveDate> =
            first.iter_days().take_while(|day| day <= &last).filter(|day| meant.contains(day.weekday())).collect();
        let start = instant(first.and_time(NaiveTime::MIN), zone).unwrap() - TimeDelta::milliseconds(1);
        let fired: Vec<Occurrence> =
            recurrence.upcoming(start, zone).take_while(|due| due.wall.date() <= last).collect();
        let days_fired: Vec<NaiveDate> = fired.iter().map(|due| due.wall.date()).collect();
        prop_assert_eq!(days_fired, expected);
        for pair in fired.windows(2) {
            prop_assert!(pair[0].at < pair[1].at);
        }
        for due in fired {
            prop_assert_eq!(due.wall.time(), at);
            let shown = due.at.with_timezone(&zone).naive_local();
            // Just then, or where the gap ends: no earlier minute shows a later time.
            prop_assert!(shown >= due.wall);
            let minute_before = (due.at - TimeDelta::minutes(1)).with_timezone(&zone).naive_local();
            prop_assert!(minute_before < due.wall);
        }
    }

    #[test]
    fn cron_and_plain_times_agree(
        zone in proptest::sample::select(ZONES),
        (hour, minute) in (0_u32..24, 0_u32..60),
        after in 1_100_000_000_i64..2_000_000_000,
    ) {
        let after = DateTime::from_timestamp(after, 0).unwrap();
        let plain = read(&format!("{hour:02}:{minute:02}"));
        let cron = read(&format!("{minute} {hour} * * *"));
        let next: Vec<Occurrence> = plain.upcoming(after, zone).take(10).collect();
        prop_assert_eq!(&next, &cron.upcoming(after, zone).take(10).collect::<Vec<_>>());
        prop_assert!(next[0].at > after);
    }
}
