//! A member's weeks: recovery days as a heatmap, soreness under it, and minutes by modality.

use chrono::{Datelike, Days, NaiveDate};

use super::canvas::{Anchor, Canvas, Frame, Style};
use super::parts::{self, BELOW_HEAD, TILE};
use super::text;
use super::theme::{
    DARK_INK, INK, INNER, LINE, MARGIN, PANEL, QUIET, RAMP, WARM, WIDTH, ramp, size,
};

/// Modalities with a bar of their own; the rest share one.
const BARS: usize = 5;

/// That many kinds on one day make its cell the lightest; more add nothing, here as on the board.
const FULL_DAY: u32 = 4;

/// Check-ins that one point of the trend is the mean of, half before and half after it.
const TREND: usize = 7;

const GRID_AT: f32 = MARGIN + 22.0;
const GRID_WIDE: f32 = WIDTH - MARGIN - GRID_AT;
const MOST_PITCH: f32 = 22.0;

/// A member's last weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatsPicture {
    /// What the member is called.
    pub name: String,
    /// What it is about, like "16 weeks to 24 November".
    pub period: String,
    /// The Monday it begins on.
    pub first: NaiveDate,
    /// How many weeks it covers.
    pub weeks: u32,
    /// How many kinds of recovery each day had, from the first on; days to come are left out.
    pub days: Vec<u32>,
    /// Days with a race.
    pub races: Vec<NaiveDate>,
    /// Recovery days of that time.
    pub recovery_days: u32,
    /// Weeks kept in a row.
    pub streak: u32,
    /// Recovery days of the best 28 in a row.
    pub best_28: u32,
    /// Minutes by modality, most first.
    pub minutes: Vec<(String, u32)>,
    /// What the check-ins say, oldest first; none for other people's eyes.
    pub soreness: Vec<Soreness>,
}

/// How sore somebody was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Soreness {
    /// On which day.
    pub day: NaiveDate,
    /// 1 none … 5 very sore.
    pub level: u8,
}

impl StatsPicture {
    pub(super) fn canvas(&self) -> Canvas {
        let mut canvas = Canvas::new();
        parts::head(&mut canvas, &text::name(&self.name), &text::drawable(&self.period));
        let tiles = self.tiles();
        parts::tiles(&mut canvas, BELOW_HEAD, &tiles);
        let tiles_high = if tiles.is_empty() { 0.0 } else { TILE + 10.0 };
        let mut y = self.heatmap(&mut canvas, BELOW_HEAD + tiles_high + 20.0);
        if !self.soreness.is_empty() {
            y = self.soreness_chart(&mut canvas, y + 34.0);
        }
        if !self.minutes.is_empty() {
            y = self.bars(&mut canvas, y + 34.0);
        }
        parts::foot(&mut canvas, y + 28.0, "");
        canvas
    }

    /// What there is of; nobody is shown a row of noughts.
    fn tiles(&self) -> Vec<(String, &'static str)> {
        let days = if self.recovery_days == 1 { "recovery day" } else { "recovery days" };
        let in_a_row = if self.streak == 1 { "week kept" } else { "weeks in a row" };
        let all = [
            (self.recovery_days, days),
            (self.streak, in_a_row),
            (self.best_28, "in best 28 days"),
        ];
        let shown = all.into_iter().filter(|(number, _)| *number > 0);
        shown.map(|(number, what)| (parts::number(number), what)).collect()
    }

    fn pitch(&self) -> f32 {
        GRID_WIDE / self.weeks.max(1) as f32
    }

    /// Where a day's column begins and how far into the picture's time it is; none outside of it.
    fn day_number(&self, day: NaiveDate) -> Option<usize> {
        let number = usize::try_from((day - self.first).num_days()).ok()?;
        (number < 7 * self.weeks as usize).then_some(number)
    }

    fn races_shown(&self) -> impl Iterator<Item = usize> {
        self.races.iter().filter_map(|race| self.day_number(*race))
    }

    fn heatmap(&self, canvas: &mut Canvas, y: f32) -> f32 {
        self.months(canvas, y);
        let (pitch, down) = (self.pitch(), self.pitch().min(MOST_PITCH));
        let gap = (down * 0.16).min(3.2);
        let top = y + 8.0;
        for (row, letter) in (0_u8..).zip(["M", "", "W", "", "F", "", "S"]) {
            let style = Style::plain(size::SMALL, QUIET, 16.0);
            let at = top + down * (f32::from(row) + 0.5) + 3.8;
            if down >= 12.0 {
                canvas.words(letter, MARGIN, at, style);
            }
        }
        let races: Vec<usize> = self.races_shown().collect();
        for number in 0..7 * self.weeks as usize {
            let frame = Frame {
                x: GRID_AT + pitch * (number / 7) as f32,
                y: top + down * (number % 7) as f32,
                w: pitch - gap,
                h: down - gap,
            };
            let radius = (frame.h * 0.2).min(4.0);
            let is_race = races.contains(&number);
            let kinds = self.days.get(number);
            match kinds {
                _ if is_race => canvas.fill(frame, radius, WARM),
                Some(kinds) => canvas.fill(frame, radius, ramp(*kinds, FULL_DAY)),
                None => canvas.edge(frame, radius, LINE),
            }
            if is_race {
                let (x, y) = (frame.x + frame.w / 2.0, frame.y + frame.h / 2.0);
                canvas.star(x, y + 0.5, frame.h * 0.38, DARK_INK);
            }
        }
        let bottom = top + 7.0 * down + 14.0;
        self.scale(canvas, bottom);
        bottom
    }

    fn months(&self, canvas: &mut Canvas, y: f32) {
        let mut free_from = 0.0;
        for week in 0..self.weeks {
            let Some(monday) = self.first.checked_add_days(Days::new(7 * u64::from(week))) else {
                return;
            };
            let x = GRID_AT + self.pitch() * week as f32;
            if (week == 0 || monday.day() <= 7) && x >= free_from && x + 26.0 < WIDTH - MARGIN {
                let month = monday.format("%b").to_string();
                let taken = canvas.words(&month, x, y, Style::plain(size::SMALL, QUIET, 40.0));
                free_from = x + taken + 8.0;
            }
        }
    }

    /// What the cells' lightness means.
    fn scale(&self, canvas: &mut Canvas, y: f32) {
        let style = Style::plain(size::SMALL, QUIET, 80.0);
        if self.races_shown().next().is_some() {
            canvas.star(GRID_AT + 5.0, y - 4.0, 5.5, WARM);
            canvas.words("race", GRID_AT + 15.0, y, style);
        }
        let mut x = WIDTH - MARGIN - 5.0 * 28.0 - 76.0;
        canvas.words("kinds a day", x, y, style);
        x += 76.0;
        let steps = [PANEL].into_iter().chain(RAMP);
        for (colour, words) in steps.zip(["0", "1", "2", "3", "4+"]) {
            canvas.fill(Frame { x, y: y - 8.5, w: 9.0, h: 9.0 }, 2.0, colour);
            canvas.words(words, x + 11.0, y, style);
            x += 28.0;
        }
    }

    fn soreness_chart(&self, canvas: &mut Canvas, y: f32) -> f32 {
        parts::heading(canvas, y, "Soreness", "1 none · 5 very sore");
        let (top, high) = (y + 16.0, 56.0);
        let at = |level: f32| top + high * (5.0 - level) / 4.0;
        for level in [1_u8, 3, 5] {
            let y = at(f32::from(level));
            canvas.line(&[(GRID_AT, y), (WIDTH - MARGIN, y)], LINE, 1.0);
            canvas.words(
                &level.to_string(),
                MARGIN,
                y + 4.2,
                Style::plain(size::SMALL, QUIET, 16.0),
            );
        }
        let day_wide = GRID_WIDE / (7 * self.weeks).max(1) as f32;
        let points: Vec<(f32, f32)> = self
            .soreness
            .iter()
            .filter_map(|soreness| {
                let x = GRID_AT + day_wide * (self.day_number(soreness.day)? as f32 + 0.5);
                Some((x, at(f32::from(soreness.level.clamp(1, 5)))))
            })
            .collect();
        for (x, y) in &points {
            canvas.dot(*x, *y, 1.9, RAMP[2]);
        }
        canvas.line(&trend(&points), WARM, 2.4);
        top + high
    }

    fn bars(&self, canvas: &mut Canvas, y: f32) -> f32 {
        let all = self.minutes.iter().fold(0_u32, |sum, (_, minutes)| sum.saturating_add(*minutes));
        parts::heading(canvas, y, "Minutes", &format!("{} in all", parts::minutes(all)));
        let shown = if self.minutes.len() == BARS + 1 { BARS + 1 } else { BARS };
        let (first, rest) = self.minutes.split_at(self.minutes.len().min(shown));
        let rest_minutes =
            rest.iter().fold(0_u32, |sum, (_, minutes)| sum.saturating_add(*minutes));
        let others = (!rest.is_empty()).then(|| (format!("{} others", rest.len()), rest_minutes));
        let most = first.iter().map(|(_, minutes)| *minutes).chain([rest_minutes, 1]).max();
        let mut y = y + 8.0;
        for (label, minutes) in first.iter().chain(&others) {
            y += 21.0;
            canvas.words(&text::drawable(label), MARGIN, y, Style::plain(size::LABEL, INK, 104.0));
            let said = Style::plain(size::LABEL, QUIET, 66.0).at(Anchor::End);
            canvas.words(&parts::minutes(*minutes), WIDTH - MARGIN, y, said);
            let share = *minutes as f32 / most.unwrap_or(1) as f32;
            let w = ((INNER - 112.0 - 72.0) * share).max(2.0);
            canvas.fill(Frame { x: MARGIN + 112.0, y: y - 9.5, w, h: 10.0 }, 2.5, RAMP[2]);
        }
        y
    }

    pub(super) fn alt(&self) -> String {
        let mut numbers = vec![parts::counted(self.recovery_days, "recovery day", "recovery days")];
        if self.streak > 0 {
            numbers.push(format!("{} kept in a row", parts::counted(self.streak, "week", "weeks")));
        }
        numbers.push(format!("{} in the best 28 days", parts::number(self.best_28)));
        let (name, numbers) = (text::spoken(&self.name), numbers.join(", "));
        let mut said = vec![format!("{name}, {}: {numbers}.", self.period)];
        let races: Vec<String> = self
            .races
            .iter()
            .filter(|race| self.day_number(**race).is_some())
            .map(|race| race.format("%-d %b").to_string())
            .collect();
        if !races.is_empty() {
            said.push(format!("Race: {}.", races.join(", ")));
        }
        if !self.soreness.is_empty() {
            let levels =
                self.soreness.iter().map(|soreness| f32::from(soreness.level)).sum::<f32>();
            let checkins = u32::try_from(self.soreness.len()).unwrap_or(u32::MAX);
            said.push(format!(
                "Soreness {:.1} of 5 in {}.",
                levels / self.soreness.len() as f32,
                parts::counted(checkins, "check-in", "check-ins")
            ));
        }
        let minutes =
            |(label, minutes): &(String, u32)| format!("{label} {}", parts::minutes(*minutes));
        let minutes: Vec<String> = self.minutes.iter().take(8).map(minutes).collect();
        if !minutes.is_empty() {
            said.push(format!("{}.", minutes.join(", ")));
        }
        said.join(" ")
    }
}

/// The mean around each point, so that single bad mornings don't make a trend.
fn trend(points: &[(f32, f32)]) -> Vec<(f32, f32)> {
    let half = TREND / 2;
    let mean = |place: usize| {
        let around = &points[place.saturating_sub(half)..points.len().min(place + half + 1)];
        (points[place].0, around.iter().map(|(_, y)| y).sum::<f32>() / around.len() as f32)
    };
    if points.len() < TREND { Vec::new() } else { (0..points.len()).map(mean).collect() }
}
