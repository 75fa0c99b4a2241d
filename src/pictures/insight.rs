//! The days after a modality beside the others, and how far apart they may plausibly be.
//!
//! Every day is a dot, so that the overlap shows; the range is given more room than its middle.

use super::canvas::{Anchor, Canvas, Frame, Style};
use super::parts::{self, BELOW_HEAD};
use super::text::{self, Weight};
use super::theme::{Colour, INK, INNER, LINE, MARGIN, PANEL, QUIET, RAMP, WARM, WIDTH, size};

/// Hundredths of a level, so that equal data make equal pictures.
type Hundredths = i32;

/// Dots stand in bins half a level wide.
const BIN: Hundredths = 50;

/// More bins than these are no scale of levels.
const MOST_BINS: Hundredths = 41;

/// How wide the dots of one bin may stand.
const MOST_BIN_WIDE: f32 = 34.0;

/// How high a lane may stack.
const LANE: f32 = 56.0;

/// The days after using a modality and the other days, on one scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InsightPicture {
    /// The modality.
    pub modality: String,
    /// What the scale measures and which way it runs, like "Soreness the next day, 1 none to 5 very sore".
    pub scale: String,
    /// The lowest and highest the scale goes.
    pub ends: (Hundredths, Hundredths),
    /// The days after.
    pub with: Vec<Hundredths>,
    /// The other days.
    pub without: Vec<Hundredths>,
    /// How much higher the days after are, as a middle estimate; below zero is lower.
    pub difference: Hundredths,
    /// The plausible range of that difference.
    pub range: (Hundredths, Hundredths),
    /// What that says, in a sentence or two.
    pub words: String,
}

impl InsightPicture {
    pub(super) fn canvas(&self) -> Canvas {
        let mut canvas = Canvas::new();
        parts::head(&mut canvas, &text::drawable(&self.modality), &text::drawable(&self.scale));
        let top = BELOW_HEAD + 14.0;
        let axis = top + self.lane(&self.with) + 20.0;
        let days = |with, count| {
            let days = parts::counted(u32::try_from(count).unwrap_or(u32::MAX), "day", "days");
            format!("After {days} {with}")
        };
        let style = Style::plain(size::LABEL, INK, INNER);
        canvas.words(&days("with it", self.with.len()), MARGIN, top + 4.0, style.bold());
        self.dots(&mut canvas, &self.with, axis - 3.0, -1.0, WARM);
        self.axis(&mut canvas, axis);
        self.dots(&mut canvas, &self.without, axis + 21.0, 1.0, RAMP[2]);
        let below = axis + 21.0 + self.lane(&self.without) + 22.0;
        canvas.words(&days("without", self.without.len()), MARGIN, below, style.bold());
        let y = self.range_bar(&mut canvas, below + 36.0);
        let mut y = y + 10.0;
        for line in lines(&text::drawable(&self.words)) {
            y += 19.0;
            canvas.words(&line, MARGIN, y, Style::plain(size::LABEL, INK, INNER));
        }
        parts::foot(&mut canvas, y + 28.0, "Each dot is a day");
        canvas
    }

    /// The scale's ends, at least a level apart.
    fn ends(&self) -> (Hundredths, Hundredths) {
        (self.ends.0, self.ends.1.max(self.ends.0 + 100))
    }

    /// Where a value stands on the common scale.
    fn at(&self, value: Hundredths) -> f32 {
        let (least, most) = self.ends();
        let span = (most - least).max(1) as f32;
        MARGIN + 14.0 + (INNER - 28.0) * (value.clamp(least, most) - least) as f32 / span
    }

    fn axis(&self, canvas: &mut Canvas, y: f32) {
        canvas.line(&[(MARGIN, y), (WIDTH - MARGIN, y)], LINE, 1.0);
        canvas.line(&[(MARGIN, y + 18.0), (WIDTH - MARGIN, y + 18.0)], LINE, 1.0);
        let style = Style::plain(size::SMALL, QUIET, 40.0).at(Anchor::Middle);
        let (least, most) = self.ends();
        let levels = (most - least) / 100;
        for level in 0..=levels.clamp(0, 10) {
            let value = least + level * 100;
            canvas.words(&plain_number(value), self.at(value), y + 13.4, style);
        }
    }

    /// How many values each bin of the scale holds.
    fn bins(&self, values: &[Hundredths]) -> Vec<usize> {
        let (least, most) = self.ends();
        let bin = |value: Hundredths| ((value.clamp(least, most) - least + BIN / 2) / BIN) as usize;
        let mut bins = vec![0; ((most - least) / BIN + 1).clamp(1, MOST_BINS) as usize];
        for value in values {
            if let Some(count) = bins.get_mut(bin(*value)) {
                *count += 1;
            }
        }
        bins
    }

    /// How far apart the dots stand and how many abreast: the same for both lanes, or one would
    /// look like more than it is.
    fn dot_grid(&self) -> (f32, usize) {
        let (least, _) = self.ends();
        let counts = [&self.with, &self.without].map(|values| self.bins(values));
        let most = counts.iter().flatten().max().copied().unwrap_or(0).max(1) as f32;
        let bin_wide = (self.at(least + BIN) - self.at(least)).min(MOST_BIN_WIDE);

        let pitch = (bin_wide * LANE / most).sqrt().clamp(1.0, 9.5);
        (pitch, ((bin_wide / pitch) as usize).max(1))
    }

    /// How high a lane's dots stack.
    fn lane(&self, values: &[Hundredths]) -> f32 {
        let (pitch, abreast) = self.dot_grid();
        let most = self.bins(values).into_iter().max().unwrap_or(0);
        pitch * most.div_ceil(abreast) as f32
    }

    /// Stacks a dot for each value, some abreast, away from the axis.
    fn dots(
        &self,
        canvas: &mut Canvas,
        values: &[Hundredths],
        from: f32,
        way: f32,
        colour: Colour,
    ) {
        let (pitch, abreast) = self.dot_grid();
        for (place, count) in self.bins(values).into_iter().enumerate() {
            let middle = self.at(self.ends().0 + place as i32 * BIN);
            for dot in 0..count {
                let (row, column) = (dot / abreast, dot % abreast);
                let in_row = (count - row * abreast).min(abreast) as f32;
                let x = middle + pitch * (column as f32 - (in_row - 1.0) / 2.0);
                let y = from + way * pitch * (row as f32 + 0.5);
                canvas.dot(x, y, pitch * 0.42, colour);
            }
        }
    }

    /// The plausible range of the difference, on a scale with no difference in its middle.
    fn range_bar(&self, canvas: &mut Canvas, y: f32) -> f32 {
        parts::heading(canvas, y, "Difference", "the bar is the plausible range");
        let (low, high) = (self.range.0.min(self.range.1), self.range.0.max(self.range.1));
        let widest = [low, high, self.difference].map(i32::unsigned_abs).into_iter().max();
        let reach = widest.unwrap_or(0).div_ceil(100).max(1) * 100;
        let middle = WIDTH / 2.0;
        let at = |value: Hundredths| middle + (INNER / 2.0 - 10.0) * value as f32 / reach as f32;
        let y = y + 26.0;
        canvas.fill(Frame { x: MARGIN, y: y - 10.0, w: INNER, h: 20.0 }, 10.0, PANEL);
        let w = (at(high) - at(low)).max(8.0);
        canvas.fill(Frame { x: at(low), y: y - 5.0, w, h: 10.0 }, 5.0, RAMP[1]);
        canvas.line(&[(middle, y - 13.0), (middle, y + 13.0)], QUIET, 1.2);
        canvas.dot(at(self.difference), y, 5.0, INK);
        let style = Style::plain(size::SMALL, QUIET, INNER / 2.0 - 30.0);
        let y = y + 27.0;
        let reach = plain_number(i32::try_from(reach).unwrap_or(i32::MAX));
        canvas.words(&format!("{reach} lower"), MARGIN, y, style);
        canvas.words("same", middle, y, style.at(Anchor::Middle));
        canvas.words(&format!("{reach} higher"), WIDTH - MARGIN, y, style.at(Anchor::End));
        y
    }

    pub(super) fn alt(&self) -> String {
        let mean = |values: &[Hundredths]| {
            let sum: i64 = values.iter().copied().map(i64::from).sum();
            sum as f64 / 100.0 / values.len().max(1) as f64
        };
        format!(
            "{}. {}. After {} days with it {:.1} on average, after {} without {:.1}. \
             Difference {}, plausible range {} to {}. {}",
            text::spoken(&self.modality),
            self.scale,
            self.with.len(),
            mean(&self.with),
            self.without.len(),
            mean(&self.without),
            signed(self.difference),
            signed(self.range.0),
            signed(self.range.1),
            self.words,
        )
    }
}

fn plain_number(value: Hundredths) -> String {
    let text = format!("{:.1}", f64::from(value) / 100.0);
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

fn signed(value: Hundredths) -> String {
    match value {
        0 => "none".to_owned(),
        lower @ ..0 => format!("{} lower", plain_number(-lower)),
        higher => format!("{} higher", plain_number(higher)),
    }
}

/// The words in lines that fit between the margins, four at most.
fn lines(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line)
                if text::width(&format!("{line} {word}"), size::LABEL, Weight::Regular)
                    <= INNER =>
            {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.truncate(4);
    lines
}
