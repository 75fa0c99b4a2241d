//! What a file holds of one activity → its figures, by a ladder: the watch's sum of it, its laps, its
//! points.

use chrono::{DateTime, TimeDelta, Utc};

use super::super::plausible;
use super::super::twin::overlap;
use super::sport::Sport;
use super::track::Stretch;

/// Stretches of one track further apart than this were run on two occasions.
const APART: TimeDelta = TimeDelta::hours(4);

/// How far the points may go beyond the laps by their noise: a factor, and metres.
const NOISE_COUNTED: (f64, f64) = (1.01, 20.0);
const NOISE_DRAWN: (f64, f64) = (1.1, 100.0);

/// A distance and a time, where there are any.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Figures {
    pub(super) metres: Option<f64>,
    pub(super) seconds: Option<f64>,
}

impl Figures {
    /// Without what is nothing, endless or no number.
    fn told(self) -> Self {
        let told =
            |figure: Option<f64>| figure.filter(|figure| figure.is_finite() && *figure >= 1.0);
        Self { metres: told(self.metres), seconds: told(self.seconds) }
    }

    /// Adds those of a lap.
    pub(super) fn add(&mut self, lap: Self) {
        let lap = lap.told();
        let sum = |sum: &mut Option<f64>, part: Option<f64>| {
            *sum = part.map_or(*sum, |part| Some(sum.unwrap_or(0.0) + part));
        };
        sum(&mut self.metres, lap.metres);
        sum(&mut self.seconds, lap.seconds);
    }

    fn is_plausible(self) -> bool {
        self.seconds.is_some() && plausible(self.metres, self.seconds).is_ok()
    }
}

/// One activity as a file has it.
#[derive(Clone, Debug)]
pub(super) struct Recorded {
    pub(super) sport: Sport,
    /// When it began, by what sums it up.
    pub(super) start: Option<DateTime<Utc>>,
    /// How far its clock on the wall was ahead of UTC, in seconds, where the file tells.
    pub(super) ahead: Option<i32>,
    /// As the watch sums it up.
    pub(super) sum: Figures,
    /// Its laps together.
    pub(super) laps: Figures,
    /// Its points, stretch by stretch.
    pub(super) stretches: Vec<Stretch>,
}

/// One activity, as far as a file tells of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Activity {
    pub(super) sport: Sport,
    pub(super) start: Option<DateTime<Utc>>,
    pub(super) ahead: Option<i32>,
    pub(super) figures: Figures,
}

impl Recorded {
    /// An activity of which nothing is known yet.
    pub(super) fn of(sport: Sport) -> Self {
        Self {
            sport,
            start: None,
            ahead: None,
            sum: Figures::default(),
            laps: Figures::default(),
            stretches: Vec::new(),
        }
    }

    /// What it comes to: one activity, or one for each occasion where only its points tell of them.
    pub(super) fn settled(mut self) -> Vec<Activity> {
        let is_same = |a: &Stretch, b: &Stretch| overlap((a.start, a.end), (b.start, b.end));
        self.stretches.sort_by_key(|stretch| stretch.start);
        self.stretches = once(self.stretches, is_same, |one, other| one.metres >= other.metres);
        let is_summed = self.sum != Figures::default() || self.laps != Figures::default();
        if is_summed || self.stretches.is_empty() {
            return vec![self.climbed()];
        }
        let occasions = self.stretches.chunk_by(|one, next| next.start - one.end <= APART);
        let occasions = occasions.enumerate().map(|(at, stretches)| {
            // What the file says of its start is of the first.
            let start = self.start.filter(|_| at == 0);
            Self { start, stretches: stretches.to_vec(), ..self.clone() }.climbed()
        });
        occasions.collect()
    }

    /// The figures of the first rung that has them; where those are no run's, of one that is.
    fn climbed(self) -> Activity {
        let points = points(&self.stretches);
        let laps = if runs_past(&self.stretches, points, self.laps) { points } else { self.laps };
        let rungs = [self.sum.told(), laps.told(), points.told()];
        let mut figures = Figures {
            metres: rungs.iter().find_map(|rung| rung.metres),
            seconds: rungs.iter().find_map(|rung| rung.seconds),
        };
        if matches!(self.sport, Sport::Run | Sport::Unsaid) && !figures.is_plausible() {
            let plausible = rungs.into_iter().find(|rung| rung.is_plausible());
            figures = plausible.unwrap_or(figures);
        }
        let start = self.start.or(self.stretches.first().map(|stretch| stretch.start));
        Activity { sport: self.sport, start, ahead: self.ahead, figures }
    }
}

fn points(stretches: &[Stretch]) -> Figures {
    let sum = |of: fn(&Stretch) -> f64| stretches.iter().map(of).sum();
    Figures { metres: Some(sum(|s| s.metres)), seconds: Some(sum(|s| s.seconds)) }
}

/// Whether the points go on where the laps have ended.
fn runs_past(stretches: &[Stretch], points: Figures, laps: Figures) -> bool {
    let (Some(far), Some(lapped)) = (points.metres, laps.metres) else { return false };
    let is_counted = stretches.iter().all(|stretch| stretch.is_counted);
    let (factor, metres) = if is_counted { NOISE_COUNTED } else { NOISE_DRAWN };
    far > lapped * factor + metres && points.seconds > laps.seconds
}

/// Of parts in their order, those that are the same only once: `comes_first` says which of two stays.
pub(super) fn once<T>(
    parts: Vec<T>,
    is_same: impl Fn(&T, &T) -> bool,
    comes_first: impl Fn(&T, &T) -> bool,
) -> Vec<T> {
    let mut kept: Vec<T> = Vec::with_capacity(parts.len());
    for part in parts {
        match kept.last_mut().filter(|last| is_same(last, &part)) {
            Some(last) if comes_first(last, &part) => {}
            Some(last) => *last = part,
            None => kept.push(part),
        }
    }
    kept
}
