//! Lengths of time: "30", "an hour and a half", "2x10 min", "20 to 30 min".

use crate::domain::reading::{Cue, Kind, Length, Reading, TimeUnit};

/// From here on, "m" behind a number is metres.
const METRES: f64 = 200.0;

fn said(minutes: f64) -> Length {
    Length { minutes, least: minutes, explicit: true, clock_minutes: None, sets: false }
}

fn bare(minutes: f64) -> Length {
    Length { explicit: false, ..said(minutes) }
}

/// The length that begins at a token, and the token behind it.
pub(super) fn length(r: &Reading, at: usize) -> Option<(Length, usize)> {
    range(r, at).or_else(|| sum(r, at)).or_else(|| single(r, at))
}

/// "8+8", run together: one after the other.
fn sum(r: &Reading, at: usize) -> Option<(Length, usize)> {
    let (first, plus) = single(r, at)?;
    let is_plus =
        r.tokens.get(plus).is_some_and(|token| !token.apart && r.typed(plus..plus + 1) == "+");
    let (second, end) = single(r, plus + 1).filter(|_| is_plus && !r.tokens[plus + 1].apart)?;
    let minutes = first.minutes + second.minutes;
    let explicit = first.explicit || second.explicit;
    Some((Length { minutes, least: minutes, explicit, ..first }, end))
}

/// "20 to 30 min", "between 20 and 30 min".
fn range(r: &Reading, at: usize) -> Option<(Length, usize)> {
    let between = r.is(at, Cue::Between);
    let (from, to) = single(r, at + usize::from(between))?;
    let joined = if between { r.is(to, Cue::Joint) } else { r.is(to, Cue::Range) };
    let (until, end) = single(r, to + 1)?;
    let counts = |length: &Length| length.clock_minutes.is_none() && !length.sets;
    // The unit behind "1-2 h" is that of both.
    let in_hours = !from.explicit
        && until.explicit
        && end.checked_sub(1).and_then(|last| r.unit(last)) == Some(TimeUnit::Hours);
    let least = from.minutes * if in_hours { 60.0 } else { 1.0 };
    let rises = from.minutes > 0.0 && (from.minutes < until.minutes) && least < until.minutes;
    let is_range = joined && rises && counts(&from) && counts(&until);
    let explicit = from.explicit || until.explicit;
    is_range.then_some((Length { explicit, least, ..until }, end))
}

fn single(r: &Reading, at: usize) -> Option<(Length, usize)> {
    match r.tokens.get(at)?.kind {
        Kind::Negative(value) => {
            // "-110 degrees" is a cold room, not a slip.
            let other = r.is(at + 1, Cue::CountsOtherwise);
            (!other).then_some((said(-value), at + 1 + usize::from(factor(r, at + 1).is_some())))
        }
        Kind::Clock { first, second, third } => {
            let of_day = is_half_of_day(r, at + 1);
            (!of_day && second < 60.0).then(|| {
                let minutes = first * 60.0 + second + third.unwrap_or(0.0) / 60.0;
                let clock_minutes = third.is_none().then_some(first + second / 60.0);
                let unit = usize::from(third.is_none() && factor(r, at + 1).is_some());
                let minutes_said = factor(r, at + 1) == Some(1.0) && third.is_none();
                let minutes = if minutes_said { first + second / 60.0 } else { minutes };
                (Length { clock_minutes, ..said(minutes) }, at + 1 + unit)
            })
        }
        Kind::Product(..) if r.is_reps(at) => None,
        Kind::Product(times, each) => {
            let unit = factor(r, at + 1);
            let len = 1 + usize::from(unit.is_some());
            let minutes = times * each * unit.unwrap_or(1.0);
            Some((Length { sets: unit.is_none(), ..said(minutes) }, at + len))
        }
        // "2 x boots 20" is read elsewhere; "2x 20 min" and "x2 20 min" are forty.
        _ => counted(r, at),
    }
}

fn is_half_of_day(r: &Reading, at: usize) -> bool {
    r.is(at, Cue::Am) || r.is(at, Cue::Pm)
}

/// Minutes in the unit at a token.
pub(super) fn factor(r: &Reading, at: usize) -> Option<f64> {
    match r.unit(at)? {
        TimeUnit::Seconds => Some(1.0 / 60.0),
        TimeUnit::Minutes => Some(1.0),
        TimeUnit::Hours => Some(60.0),
        TimeUnit::Days | TimeUnit::Weeks | TimeUnit::Fortnights | TimeUnit::Months => None,
    }
}

/// A number in figures or words, a unit or none, and what may follow the hours.
fn counted(r: &Reading, at: usize) -> Option<(Length, usize)> {
    let (count, mut end) = number(r, at)?;
    let figures = matches!(r.tokens[at].kind, Kind::Number(_));
    // "30 ish min", "20 whole minutes": a small word may stand between.
    if let Some(behind) = r.cue(end, Cue::BeforeUnit).filter(|behind| factor(r, *behind).is_some())
    {
        end = behind;
    }
    // In "30 day 3" the day is the third, and the 30 are minutes.
    let placed = match r.tokens.get(end + 1).map(|token| token.kind) {
        Some(Kind::Number(_)) => r.is(end, Cue::PlacesNumber) && factor(r, end).is_none(),
        _ => r.is(end + 1, Cue::Before),
    };
    let rounds = r.is(end, Cue::Times) && r.is(end + 1, Cue::Of);
    // "20 am" is no time of day: the 20 minutes were in the morning.
    let half_of_day = is_half_of_day(r, end) && count > 12.0;
    if r.is(end, Cue::CountsOtherwise)
        && factor(r, end).is_none()
        && !placed
        && !rounds
        && !half_of_day
    {
        return None;
    }
    if rounds || r.is(end, Cue::Times) {
        let of = usize::from(r.is(end + 1, Cue::Of));
        let (each, end) = counted(r, end + 1 + of)?;
        return Some((Length { sets: !each.explicit, ..said(count * each.minutes) }, end));
    }
    // "1000m" are metres.
    if r.word(end) == "m" && count >= METRES {
        return None;
    }
    // "200s" are as far.
    if r.word(end) == "s" && !r.tokens[end].apart && count >= METRES && count % 100.0 == 0.0 {
        return None;
    }
    let Some(unit) = factor(r, end) else {
        // "a", "half" and small counts in words need a unit to be a length of time.
        return (figures || count >= 5.0).then_some((bare(count), end));
    };
    end += 1;
    let (more, end) = rest(r, end, unit).unwrap_or((0.0, end));
    let (times, end) = times(r, end).unwrap_or((1.0, end));
    Some((said((count * unit + more) * times), end))
}

/// "x 3" behind a length with its unit: so many times as long.
fn times(r: &Reading, at: usize) -> Option<(f64, usize)> {
    match (r.tokens.get(at)?.kind, r.tokens.get(at + 1).map(|token| token.kind)) {
        (Kind::Times(times), _) => Some((times, at + 1)),
        (Kind::Word, Some(Kind::Number(times))) if r.word(at) == "x" => Some((times, at + 2)),
        (Kind::Word, _) if r.is(at, Cue::Twice) && !r.tokens[at].word.contains('m') => {
            r.cue(at, Cue::Twice).map(|end| (2.0, end))
        }
        _ => None,
    }
}

/// What may follow hours or minutes: "15", "and 15 minutes", "and a half", "30 s".
fn rest(r: &Reading, at: usize, factor_before: f64) -> Option<(f64, usize)> {
    // "an hour and a half", "an hour n a half"
    let joined = usize::from(r.is(at, Cue::Joint));
    let after = at + joined;
    let article = usize::from(r.is(after, Cue::Article));
    if joined == 1 && r.is(after + article, Cue::Half) {
        return Some((factor_before / 2.0, after + article + 1));
    }
    if joined == 1 && r.is(after + article, Cue::Quarter) {
        return Some((factor_before / 4.0, after + article + 1));
    }
    let (count, end) = number(r, after)?;
    match factor(r, end) {
        Some(smaller) if smaller < factor_before => {
            // "1 h 45 min 30 s"
            let (more, end) = rest(r, end + 1, smaller).unwrap_or((0.0, end + 1));
            Some((count * smaller + more, end))
        }
        // "7h 30", but not "1 hour and 10 roll".
        None if joined == 0 && factor_before == 60.0 && (5.0..60.0).contains(&count) => {
            (!r.is(end, Cue::CountsOtherwise)).then_some((count, end))
        }
        _ => None,
    }
}

/// A count: "30", "1 1/2", "twenty five", "two and a half", "half an", "a"; and the token behind it.
pub(super) fn number(r: &Reading, at: usize) -> Option<(f64, usize)> {
    let article = |at: usize| usize::from(r.is(at, Cue::Article));
    let (whole, end) = match r.tokens.get(at)?.kind {
        Kind::Number(value) => match r.tokens.get(at + 1).map(|token| token.kind) {
            Some(Kind::Number(part)) if part < 1.0 => (value + part, at + 2),
            // "3/4 of an hour"
            _ if value < 1.0 && r.is(at + 1, Cue::Of) && r.is(at + 2, Cue::Article) => {
                (value, at + 3)
            }
            _ => (value, at + 1),
        },
        Kind::Word => {
            let first = at + article(at);
            if r.is(first, Cue::Half) {
                (0.5, first + 1 + article(first + 1))
            } else if r.is(first, Cue::Quarter) {
                let of = first + 1 + usize::from(r.is(first + 1, Cue::Of));
                (0.25, of + article(of))
            } else if r.spelt(at) == Some(3.0) && r.is(at + 1, Cue::Quarter) {
                let of = at + 2 + usize::from(r.is(at + 2, Cue::Of));
                (0.75, of + article(of))
            } else if let Some(tens) = r.spelt(first) {
                // "a couple of hours"
                let of = usize::from(r.is(first + 1, Cue::Of) && r.unit(first + 2).is_some());
                match r.spelt(first + 1) {
                    Some(ones) if (20.0..100.0).contains(&tens) && ones < 10.0 => {
                        (tens + ones, first + 2)
                    }
                    Some(hundred) if hundred == 100.0 && tens < 10.0 => (tens * 100.0, first + 2),
                    _ => (tens, first + 1 + of),
                }
            } else if first > at && factor(r, first).is_some() {
                (1.0, first)
            } else if r.is(at, Cue::OneHour)
                && !(at > 0 && (r.is(at - 1, Cue::The) || r.is(at - 1, Cue::Joint)))
            {
                // "hour and a half" without its article.
                return Some((1.0, at));
            } else {
                return None;
            }
        }
        _ => return None,
    };
    let quarter = whole >= 1.0
        && r.is(end, Cue::Joint)
        && r.is(end + 1, Cue::Article)
        && r.is(end + 2, Cue::Quarter);
    if quarter {
        return Some((whole + 0.25, end + 3));
    }
    let halves = whole >= 1.0
        && r.is(end, Cue::Joint)
        && r.is(end + 1, Cue::Article)
        && r.is(end + 2, Cue::Half);
    Some(if halves { (whole + 0.5, end + 3) } else { (whole, end) })
}
