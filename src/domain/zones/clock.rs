//! "My clock says 9:40pm": reading the time in it, and the zones whose clocks show that now.

use chrono::{DateTime, Offset, Timelike, Utc};
use chrono_tz::Tz;

use super::places::LIKELY;
use crate::domain::reading::Reading;

/// How far a clock may be off and still be told from its neighbours, a quarter of an hour away.
const MINUTES_OFF: i64 = 6;

const MINUTES_OF_A_DAY: i64 = 1440;

/// What a clock shows, in minutes after midnight; two ways to read it where am and pm are unsaid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    minutes: i64,
    or_afternoon: bool,
}

/// The time said in words like "my clock says 9:40pm", "21:40" or "9 pm"; a number alone is none.
pub(super) fn read(said: &Reading) -> Option<Shown> {
    let mut faces = (0..said.tokens.len()).filter_map(|at| said.face(at));
    let (face, _) = faces.find(|(face, _)| !face.bare)?;
    let minutes = face.minutes as i64;
    Some(Shown { minutes, or_afternoon: !face.exact })
}

/// The minutes ahead of UTC said in a text like "UTC+2" or "GMT -5:30".
pub(super) fn offset(said: &str) -> Option<i32> {
    let said: String = said.to_lowercase().split_whitespace().collect();
    let signed = said.strip_prefix("utc").or_else(|| said.strip_prefix("gmt"))?;
    let sign = match signed.chars().next()? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let digits = signed.trim_start_matches(['+', '-', '−']);
    let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "0"));
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    ((0..=14).contains(&hours) && (0..60).contains(&minutes))
        .then_some(sign * (hours * 60 + minutes))
}

/// The zones whose clocks are so many minutes ahead of UTC at `now`, likeliest first.
pub(super) fn apart(minutes: i32, now: DateTime<Utc>) -> impl Iterator<Item = Tz> {
    let is_apart =
        move |zone: &Tz| now.with_timezone(zone).offset().fix().local_minus_utc() == minutes * 60;
    LIKELY.iter().copied().filter(is_apart)
}

/// The zones whose clocks show this at `now`, likeliest first.
pub(super) fn showing(shown: Shown, now: DateTime<Utc>) -> impl Iterator<Item = Tz> {
    LIKELY.iter().copied().filter(move |zone| {
        let there = now.with_timezone(zone);
        let minutes = i64::from(there.hour() * 60 + there.minute());
        let cycle = if shown.or_afternoon { MINUTES_OF_A_DAY / 2 } else { MINUTES_OF_A_DAY };
        let apart = (minutes - shown.minutes).rem_euclid(cycle);
        apart.min(cycle - apart) <= MINUTES_OFF
    })
}

/// What a clock in `zone` shows at `now`: "Mon 7:02 pm".
#[must_use]
pub fn clock_words(now: DateTime<Utc>, zone: Tz) -> String {
    now.with_timezone(&zone).format("%a %-I:%M %P").to_string()
}
