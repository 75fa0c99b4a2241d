//! Points as they stream by → how far and how long, one stretch at a time; no position is kept.
//!
//! A point that nobody could have come to in the time is left out, and so is one whose time is out of
//! order. What stands still is no running: a long gap without way counts for nothing.

use chrono::{DateTime, TimeDelta, Utc};

/// Faster than anybody runs, in metres a second: the best sprint is 12.4 (Bolt 2009, its fastest 20 m).
const ON_FOOT: f64 = 12.5;

/// Faster than anything that a track is drawn of, in metres a second.
const ON_WHEELS: f64 = 100.0;

/// How far a position may be off, in metres.
const OFF: f64 = 20.0;

/// From how many points left out, one in so many, it was no runner who made them.
const MOST_LEFT_OUT: u32 = 5;

/// A gap this long is a stop, if next to nothing was run in it: in seconds, and metres a second.
const GAP: f64 = 60.0;
const AT_REST: f64 = 0.5;

/// The same where nothing tells how far it went, in seconds.
const BLIND_GAP: f64 = 300.0;

/// What a watch may have counted between two points, in metres.
const MOST_BETWEEN: f64 = 100_000.0;

/// What a watch counts is no less than this part of the way between the positions.
const LEAST_COUNTED: f64 = 0.5;

/// Two points further apart in time are of no one run.
const MOST_APART: TimeDelta = TimeDelta::days(1);

/// What one point of a file tells.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Point {
    pub(super) at: Option<DateTime<Utc>>,
    /// Latitude and longitude, in degrees.
    pub(super) place: Option<(f64, f64)>,
    /// The metres since the start, as the watch counts them.
    pub(super) metres: Option<f64>,
}

/// A stretch without a break.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    pub(super) start: DateTime<Utc>,
    pub(super) end: DateTime<Utc>,
    /// Without gaps.
    pub(super) seconds: f64,
    pub(super) metres: f64,
    /// The watch counted the metres; else they are those between the positions.
    pub(super) is_counted: bool,
}

/// A stretch while its points come in.
#[derive(Debug)]
pub(super) struct Track {
    on_foot: Path,
    on_wheels: Path,
    odometer: Odometer,
}

impl Default for Track {
    fn default() -> Self {
        Self {
            on_foot: Path::within(ON_FOOT),
            on_wheels: Path::within(ON_WHEELS),
            odometer: Odometer::default(),
        }
    }
}

impl Track {
    pub(super) fn add(&mut self, point: Point) {
        self.on_foot.add(point);
        self.on_wheels.add(point);
        if let Some(metres) = point.metres {
            self.odometer.add(metres);
        }
    }

    /// Ends the stretch and begins another, for which the watch counts on; nothing where no point of it
    /// had a time.
    pub(super) fn end(&mut self) -> Option<Stretch> {
        let next = Self { odometer: Odometer { metres: 0.0, ..self.odometer }, ..Self::default() };
        let Self { on_foot, on_wheels, odometer } = std::mem::replace(self, next);
        let is_on_foot = on_foot.left_out * MOST_LEFT_OUT <= on_foot.taken;
        let path = if is_on_foot { on_foot } else { on_wheels };
        // Some write the metres since the point before.
        let is_counted = odometer.metres >= (path.metres * LEAST_COUNTED).max(1.0);
        let metres = if is_counted { odometer.metres } else { path.metres };
        let (start, end) = path.ends()?;
        Some(Stretch { start, end, seconds: path.seconds, metres, is_counted })
    }
}

/// The way from point to point, as far as somebody no faster than so many metres a second went it.
#[derive(Debug)]
struct Path {
    fastest: f64,
    last: Option<Point>,
    /// A point that was left out; if the next fits it, it was the ones before that were wrong.
    doubted: Option<Point>,
    start: Option<DateTime<Utc>>,
    end: Option<DateTime<Utc>>,
    seconds: f64,
    metres: f64,
    taken: u32,
    left_out: u32,
}

impl Path {
    fn within(fastest: f64) -> Self {
        Self {
            fastest,
            last: None,
            doubted: None,
            start: None,
            end: None,
            seconds: 0.0,
            metres: 0.0,
            taken: 0,
            left_out: 0,
        }
    }

    fn add(&mut self, point: Point) {
        let Some(last) = self.last else {
            self.last = Some(point);
            return;
        };
        let from = [Some(last), self.doubted].into_iter().flatten();
        match from.into_iter().find(|from| self.is_possible(from, &point)) {
            Some(from) => {
                self.step(&from, &point);
                // A position or a time that is missing is as it was last.
                let (at, place) = (point.at.or(from.at), point.place.or(from.place));
                self.last = Some(Point { at, place, metres: point.metres.or(from.metres) });
                self.doubted = None;
            }
            None => {
                self.left_out += 1;
                self.doubted = Some(point);
            }
        }
    }

    fn is_possible(&self, from: &Point, to: &Point) -> bool {
        let passed = from.at.zip(to.at).map(|(from, to)| to - from);
        if passed.is_some_and(|passed| passed < TimeDelta::zero() || passed > MOST_APART) {
            return false;
        }
        let Some((passed, way)) = passed.zip(way(from, to)) else { return true };
        way <= self.fastest * passed.as_seconds_f64().max(1.0) + OFF
    }

    fn step(&mut self, from: &Point, to: &Point) {
        self.taken += 1;
        self.metres += way(from, to).unwrap_or(0.0);
        let Some((before, at)) = from.at.zip(to.at) else { return };
        self.start.get_or_insert(before);
        self.end = Some(self.end.map_or(at, |end| end.max(at)));
        let counted = from.metres.zip(to.metres).map(|(from, to)| (to - from).max(0.0));
        let (passed, way) = ((at - before).as_seconds_f64(), counted.or(way(from, to)));
        let is_gap = match way {
            Some(way) => passed > GAP && way < AT_REST * passed,
            None => passed > BLIND_GAP,
        };
        if !is_gap {
            self.seconds += passed;
        }
    }

    fn ends(&self) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let only = self.last.and_then(|point| point.at);
        self.start.zip(self.end).or(only.zip(only))
    }
}

/// The metres a watch counts from the start of an activity, added up; they may begin anew.
#[derive(Clone, Copy, Debug, Default)]
struct Odometer {
    last: f64,
    metres: f64,
}

impl Odometer {
    fn add(&mut self, metres: f64) {
        let step = metres - self.last;
        // One that leaps further than anybody goes between two points is none.
        if step <= MOST_BETWEEN {
            self.metres += step.max(0.0);
            self.last = metres;
        }
    }
}

fn way(from: &Point, to: &Point) -> Option<f64> {
    from.place.zip(to.place).map(|(from, to)| between(from, to))
}

/// Metres between two positions in degrees, on a round Earth.
fn between((lat_a, lon_a): (f64, f64), (lat_b, lon_b): (f64, f64)) -> f64 {
    const EARTH_RADIUS: f64 = 6_371_000.0;
    let half = |a: f64, b: f64| ((b - a).to_radians() / 2.0).sin().powi(2);
    let across = lat_a.to_radians().cos() * lat_b.to_radians().cos() * half(lon_a, lon_b);
    2.0 * EARTH_RADIUS * (half(lat_a, lat_b) + across).clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten points a minute apart, 180 m each, north.
    fn points() -> Vec<Point> {
        let start: DateTime<Utc> = "2026-11-24T06:00:00Z".parse().unwrap();
        let point = |n: i32| Point {
            at: Some(start + TimeDelta::minutes(n.into())),
            place: Some((40.0 + 0.00162 * f64::from(n), -74.0)),
            metres: None,
        };
        (0..=10).map(point).collect()
    }

    fn walked(points: &[Point]) -> (u32, u32) {
        let mut track = Track::default();
        points.iter().for_each(|point| track.add(*point));
        let stretch = track.end().unwrap();
        (stretch.metres.round() as u32, stretch.seconds.round() as u32)
    }

    #[test]
    fn one_wrong_point_spoils_nothing() {
        assert_eq!(walked(&points()), (1801, 600));
        for at in 0..=10 {
            let mut wild = points();
            wild[at].place = Some((0.0, 0.0));
            let (metres, seconds) = walked(&wild);
            assert!((1600..=1801).contains(&metres), "{at}: {metres}");
            assert!((540..=600).contains(&seconds), "{at}: {seconds}");
            for wrong in ["2036-01-01T00:00:00Z", "1999-01-01T00:00:00Z", "2026-11-24T03:00:00Z"] {
                let mut wild = points();
                wild[at].at = Some(wrong.parse().unwrap());
                let (metres, seconds) = walked(&wild);
                assert!((1600..=1801).contains(&metres), "{at} {wrong}: {metres}");
                assert!((480..=600).contains(&seconds), "{at} {wrong}: {seconds}");
            }
        }
    }

    #[test]
    fn a_stop_is_no_running_and_a_tunnel_is() {
        let mut stopped = points();
        stopped[6..].iter_mut().for_each(|p| p.at = p.at.map(|at| at + TimeDelta::minutes(20)));
        assert_eq!(walked(&stopped), (1801, 540));
        let mut tunnel = points();
        tunnel.drain(3..8);
        assert_eq!(walked(&tunnel), (1801, 600));
    }

    #[test]
    fn what_the_watch_counts_comes_first_also_where_it_counts_anew() {
        let mut counted = points();
        for (n, point) in counted.iter_mut().enumerate() {
            point.metres = Some(200.0 * (n % 6) as f64);
        }
        assert_eq!(walked(&counted).0, 1800);
        counted[4].metres = Some(4e9);
        assert_eq!(walked(&counted).0, 1800);
    }

    #[test]
    fn a_ride_goes_as_far_as_it_went() {
        let mut ride = points();
        for (n, point) in ride.iter_mut().enumerate() {
            point.place = Some((40.0 + 0.01 * n as f64, -74.0));
        }
        assert_eq!(walked(&ride), (11_119, 600));
    }
}
