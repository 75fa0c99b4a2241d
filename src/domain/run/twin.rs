//! When two tellings are of one run.

use chrono::{DateTime, TimeDelta, Utc};

use super::Run;

/// How much a run may differ from what was typed of it, in hundredths.
const TYPED: u64 = 5;

/// How much two typed runs may differ and be one that was told twice, in hundredths.
const TOLD_TWICE: u64 = 1;

/// How surely two tellings are of one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// They share most of their time: nobody runs two at once.
    Same,
    /// They may be; only who ran can tell.
    Maybe,
}

/// The one of `others` that `run` is told of once more, and how surely; the surest of them.
#[must_use]
pub fn twin<'r>(run: &Run, others: impl Iterator<Item = &'r Run>) -> Option<(Run, Likeness)> {
    let mut maybe = None;
    for other in others {
        match likeness(run, other) {
            Some(Likeness::Same) => return Some((*other, Likeness::Same)),
            Some(Likeness::Maybe) => maybe = maybe.or(Some((*other, Likeness::Maybe))),
            None => {}
        }
    }
    maybe
}

/// Two that tell when they were are one where they overlap by more than half. Otherwise it is the day
/// and the figures that may be the same: both of them, or beside a file one.
fn likeness(run: &Run, other: &Run) -> Option<Likeness> {
    if let Some((a, b)) = span(run).zip(span(other)) {
        return overlap(a, b).then_some(Likeness::Same);
    }
    if run.day != other.day {
        return None;
    }
    let near = |within: u64| {
        let metres = run.metres.zip(other.metres).map(|(a, b)| is_near(a.0, b.0, within));
        let seconds = run.seconds.zip(other.seconds).map(|(a, b)| is_near(a.0, b.0, within));
        [metres, seconds]
    };
    let is_file = run.started_at.is_some() || other.started_at.is_some();
    let is_near = if is_file {
        near(TYPED).contains(&Some(true))
    } else {
        near(TOLD_TWICE).into_iter().all(|near| near == Some(true))
    };
    is_near.then_some(Likeness::Maybe)
}

fn span(run: &Run) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let (start, seconds) = run.started_at.zip(run.seconds)?;
    Some((start, start + TimeDelta::seconds(seconds.0.into())))
}

/// Whether two spans of time share more than half of the shorter.
pub(super) fn overlap(
    (a_start, a_end): (DateTime<Utc>, DateTime<Utc>),
    (b_start, b_end): (DateTime<Utc>, DateTime<Utc>),
) -> bool {
    let shared = a_end.min(b_end) - a_start.max(b_start);
    let shorter = (a_end - a_start).min(b_end - b_start);
    shared * 2 > shorter || a_start == b_start && a_end == b_end
}

fn is_near(a: u32, b: u32, hundredths: u64) -> bool {
    u64::from(a.abs_diff(b)) * 100 <= u64::from(a.max(b)) * hundredths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::run::{Metres, Seconds};

    fn run(metres: u32, seconds: u32, start: Option<&str>) -> Run {
        Run {
            metres: Some(Metres(metres)),
            seconds: Some(Seconds(seconds)),
            kind: None,
            day: "2026-11-23".parse().unwrap(),
            started_at: start.map(|start| start.parse().unwrap()),
        }
    }

    #[test]
    fn two_files_are_of_one_run_where_they_overlap_by_more_than_half() {
        let watch = run(6_800, 2160, Some("2026-11-23T06:00:00Z"));
        let with = |seconds, start| likeness(&watch, &run(6_800, seconds, Some(start)));
        assert_eq!(with(1860, "2026-11-23T06:05:00Z"), Some(Likeness::Same));
        assert_eq!(with(60, "2026-11-23T06:20:00Z"), Some(Likeness::Same));
        assert_eq!(with(2160, "2026-11-23T06:17:59Z"), Some(Likeness::Same));
        assert_eq!(with(2160, "2026-11-23T06:18:00Z"), None);
        assert_eq!(with(2160, "2026-11-23T17:00:00Z"), None, "twice the same round is two runs");
    }

    #[test]
    fn what_was_typed_may_be_what_a_file_tells() {
        let file = run(10_060, 3310, Some("2026-11-23T12:00:00Z"));
        for (typed, expect) in [
            (run(10_000, 3300, None), Some(Likeness::Maybe)),
            (run(10_500, 5000, None), Some(Likeness::Maybe)),
            (run(5_000, 3400, None), Some(Likeness::Maybe)),
            (run(11_000, 3600, None), None),
        ] {
            assert_eq!(likeness(&file, &typed), expect, "{typed:?}");
            assert_eq!(likeness(&typed, &file), expect, "{typed:?}");
        }
        let tuesday = Run { day: "2026-11-24".parse().unwrap(), ..run(10_000, 3300, None) };
        assert_eq!(likeness(&file, &tuesday), None);
    }

    #[test]
    fn two_typed_runs_may_be_one_where_both_figures_are_the_same() {
        let typed = run(10_000, 3300, None);
        assert_eq!(likeness(&typed, &run(10_060, 3310, None)), Some(Likeness::Maybe));
        assert_eq!(likeness(&typed, &run(10_102, 3300, None)), None);
        assert_eq!(likeness(&typed, &run(10_000, 3400, None)), None);
        let bare = Run { metres: None, ..typed };
        assert_eq!(likeness(&bare, &bare), None, "forty easy minutes twice a day is two runs");
    }

    #[test]
    fn the_surest_twin_is_found() {
        let (typed, file) =
            (run(10_000, 3300, None), run(10_060, 3310, Some("2026-11-23T12:00:00Z")));
        let found = twin(&file, [typed, file].iter());
        assert_eq!(found, Some((file, Likeness::Same)));
        assert_eq!(twin(&typed, [].iter()), None);
    }
}
