//! A season looked back on: how many days, which favourites, and the weeks one by one.

use super::canvas::{Anchor, Canvas, Frame, Style};
use super::parts::{self, BELOW_HEAD, TILE};
use super::text;
use super::theme::{INK, INNER, LINE, MARGIN, PANEL, QUIET, RAMP, WARM, WIDTH, size};

/// Favourites that are named.
const FAVOURITES: usize = 3;

/// A member's season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeasonPicture {
    /// What the member is called.
    pub name: String,
    /// What it is about, like "16 weeks to 24 November".
    pub period: String,
    /// The race it led to.
    pub race: Option<String>,
    /// Recovery days in all.
    pub days: u32,
    /// Recovery days of each week, oldest first.
    pub weeks: Vec<u32>,
    /// Recovery days that keep a week.
    pub goal: u32,
    /// Modalities and how often, most often first.
    pub favourites: Vec<(String, u32)>,
    /// Sessions of cryo.
    pub cryo: u32,
    /// Minutes in the boots.
    pub boots_minutes: u32,
    /// The most weeks kept in a row.
    pub longest_streak: u32,
}

impl SeasonPicture {
    pub(super) fn canvas(&self) -> Canvas {
        let mut canvas = Canvas::new();
        parts::head(&mut canvas, &text::name(&self.name), &self.period_line());
        let mut y = BELOW_HEAD + 46.0;
        let style = Style::plain(52.0, WARM, INNER * 0.6).bold();
        let taken = canvas.words(&parts::number(self.days), MARGIN, y, style);
        let what = if self.days == 1 { "recovery day" } else { "recovery days" };
        let beside = Style::plain(size::BODY, INK, INNER - taken - 12.0);
        canvas.words(what, MARGIN + taken + 12.0, y - 18.0, beside.bold());
        let kept = self.weeks.iter().filter(|days| **days >= self.goal).count();
        if kept > 0 {
            let weeks = parts::counted(self.weeks.len() as u32, "week", "weeks");
            let kept = format!("{kept} of {weeks} kept");
            canvas.words(&kept, MARGIN + taken + 12.0, y, Style { colour: QUIET, ..beside });
        }
        y = self.strip(&mut canvas, y + 24.0);
        let tiles = self.tiles();
        if !tiles.is_empty() {
            parts::tiles(&mut canvas, y + 20.0, &tiles);
            y += 20.0 + TILE;
        }
        if !self.favourites.is_empty() {
            y = self.favourites(&mut canvas, y + 32.0);
        }
        parts::foot(&mut canvas, y + 28.0, "");
        canvas
    }

    /// What there was of; nobody is told what they didn't do.
    fn tiles(&self) -> Vec<(String, &'static str)> {
        let in_a_row = if self.longest_streak == 1 { "week kept" } else { "weeks in a row" };
        let cryo = if self.cryo == 1 { "time cryo" } else { "times cryo" };
        let all = [
            (self.longest_streak, parts::number(self.longest_streak), in_a_row),
            (self.cryo, parts::number(self.cryo), cryo),
            (self.boots_minutes, parts::minutes(self.boots_minutes), "in the boots"),
        ];
        all.into_iter().filter(|tile| tile.0 > 0).map(|(_, number, what)| (number, what)).collect()
    }

    fn period_line(&self) -> String {
        let race = self.race.as_deref().map(text::drawable).filter(|race| !race.is_empty());
        let period = text::drawable(&self.period);
        race.map_or(period.clone(), |race| format!("{period} · {race}"))
    }

    /// A column a week, a block a day; weeks kept stand out.
    fn strip(&self, canvas: &mut Canvas, y: f32) -> f32 {
        let pitch = INNER / self.weeks.len().max(1) as f32;
        let pitch = pitch.min(36.0);
        let (block, gap) = (11.0, (pitch * 0.16).min(3.0));
        let bottom = y + 7.0 * block;
        for (place, days) in self.weeks.iter().enumerate() {
            let x = MARGIN + pitch * place as f32;
            let colour = if *days >= self.goal { WARM } else { RAMP[1] };
            for day in 0..7_u8 {
                let y = bottom - block * f32::from(day + 1);
                let frame = Frame { x, y, w: pitch - gap, h: block - 2.0 };
                canvas.fill(frame, 2.0, if u32::from(day) < *days { colour } else { PANEL });
            }
        }
        let y = bottom + 15.0;
        let style = Style::plain(size::SMALL, QUIET, 130.0);
        canvas.fill(Frame { x: MARGIN, y: y - 8.5, w: 9.0, h: 9.0 }, 2.0, WARM);
        canvas.words("a week kept", MARGIN + 14.0, y, style);
        canvas.fill(Frame { x: MARGIN + 104.0, y: y - 8.5, w: 9.0, h: 9.0 }, 2.0, RAMP[1]);
        canvas.words("fewer days", MARGIN + 118.0, y, style);
        canvas.words("a block a day", WIDTH - MARGIN, y, style.at(Anchor::End));
        y
    }

    fn favourites(&self, canvas: &mut Canvas, y: f32) -> f32 {
        parts::heading(canvas, y, "Favourites", "");
        let mut y = y + 6.0;
        for (place, (label, times)) in self.favourites.iter().take(FAVOURITES).enumerate() {
            y += 24.0;
            canvas.kind(place, MARGIN + 6.0, y - 5.2, 6.0);
            let label = text::drawable(label);
            canvas.words(&label, MARGIN + 22.0, y, Style::plain(size::BODY, INK, 220.0));
            let style = Style::plain(size::BODY, QUIET, 100.0).at(Anchor::End);
            canvas.words(&parts::counted(*times, "time", "times"), WIDTH - MARGIN, y, style);
            if place + 1 < self.favourites.len().min(FAVOURITES) {
                canvas.line(&[(MARGIN, y + 8.0), (WIDTH - MARGIN, y + 8.0)], LINE, 0.8);
            }
        }
        y
    }

    pub(super) fn alt(&self) -> String {
        let favourite = |(label, times): &(String, u32)| {
            format!("{label} {}", parts::counted(*times, "time", "times"))
        };
        let favourites: Vec<String> =
            self.favourites.iter().take(FAVOURITES).map(favourite).collect();
        let favourites =
            if favourites.is_empty() { "none yet".to_owned() } else { favourites.join(", ") };
        format!(
            "{}, {}: {}. Most weeks kept in a row: {}. Cryo {}, boots {}. Favourites: {favourites}.",
            text::spoken(&self.name),
            self.period_line(),
            parts::counted(self.days, "recovery day", "recovery days"),
            self.longest_streak,
            parts::counted(self.cryo, "time", "times"),
            parts::minutes(self.boots_minutes),
        )
    }
}
