//! Parts that several pictures share: the head, tiles with a number, legends; and words for alt texts.

use super::canvas::{Anchor, Canvas, Frame, Style};
use super::text::{self, Weight};
use super::theme::{INK, INNER, MARGIN, PANEL, QUIET, WARM, WIDTH, size};

/// What Discord takes as an alt text, in UTF-16 units.
const MOST_ALT: usize = 1024;

/// Where the content below a head begins.
pub(super) const BELOW_HEAD: f32 = 74.0;

/// How high a tile is.
pub(super) const TILE: f32 = 64.0;

/// A title, and a quieter line below it.
pub(super) fn head(canvas: &mut Canvas, title: &str, line: &str) {
    canvas.words(title, MARGIN, 37.0, Style::plain(size::TITLE, INK, INNER).bold());
    canvas.words(line, MARGIN, 58.0, Style::plain(size::LABEL, QUIET, INNER));
}

/// A heading of a part, and a quiet word at the right of it.
pub(super) fn heading(canvas: &mut Canvas, y: f32, title: &str, aside: &str) {
    let style = Style::plain(size::BODY, INK, INNER * 0.45).bold();
    canvas.words(title, MARGIN, y, style);
    let style = Style::plain(size::SMALL, QUIET, INNER * 0.5).at(Anchor::End);
    canvas.words(aside, WIDTH - MARGIN, y, style);
}

/// Numbers worth remembering, side by side, each with what it counts; none, no room.
pub(super) fn tiles(canvas: &mut Canvas, y: f32, tiles: &[(String, &str)]) {
    let gap = 8.0;
    let count = tiles.len().max(1) as f32;
    let w = (INNER - gap * (count - 1.0)) / count;
    let mut x = MARGIN;
    for (number, what) in tiles {
        canvas.fill(Frame { x, y, w, h: TILE }, 10.0, PANEL);
        let style = Style::plain(size::NUMBER, INK, w - 20.0).bold();
        canvas.words(number, x + 11.0, y + 32.0, style);
        canvas.words(what, x + 11.0, y + 50.0, Style::plain(size::SMALL, QUIET, w - 20.0));
        x += w + gap;
    }
}

/// Kinds with their marks, in as many lines as they take; gives where they end.
pub(super) fn legend(canvas: &mut Canvas, y: f32, kinds: &[String]) -> f32 {
    let (mut x, mut y) = (MARGIN, y);
    for (place, kind) in kinds.iter().enumerate() {
        let label = text::drawable(kind);
        let style = Style::plain(size::SMALL, QUIET, INNER - 40.0);
        let width = text::width(&label, size::SMALL, Weight::Regular).min(style.room);
        if x > MARGIN && x + 14.0 + width > WIDTH - MARGIN {
            (x, y) = (MARGIN, y + 18.0);
        }
        canvas.kind(place, x + 4.5, y - 4.2, 4.5);
        canvas.words(&label, x + 14.0, y, style);
        x += 14.0 + width + 16.0;
    }
    y
}

/// The small name of the house in the lower right corner, and the end of the picture.
pub(super) fn foot(canvas: &mut Canvas, y: f32, line: &str) {
    canvas.words(line, MARGIN, y, Style::plain(size::SMALL, QUIET, INNER - 110.0));
    let style = Style::plain(size::SMALL, WARM, 90.0).bold().at(Anchor::End);
    canvas.words("Fresh Legs", WIDTH - MARGIN, y, style);
    canvas.ends_at(y + 17.0);
}

/// "1 day", "2 days"; thousands are parted by a comma.
pub(super) fn counted(count: u32, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// A number with its thousands parted.
pub(super) fn number(number: u32) -> String {
    let digits = number.to_string();
    let mut parted = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            parted.push(',');
        }
        parted.push(digit);
    }
    parted
}

/// Minutes as people say them: "45 min", "8 h 20", "166 h".
pub(super) fn minutes(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{} h", number(hours)),
        (hours, _) if hours >= 100 => format!("{} h", number(hours)),
        (hours, minutes) => format!("{hours} h {minutes:02}"),
    }
}

/// A text with what fits of its end left off.
pub(super) fn shortened(text: &str) -> String {
    if text.encode_utf16().count() <= MOST_ALT {
        return text.to_owned();
    }
    let mut room = MOST_ALT - 1;
    let fitting = text.chars().take_while(|c| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    });
    fitting.chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_minutes_read_as_people_say_them() {
        assert_eq!([0, 999, 1000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
        let said = [0, 45, 60, 500, 10_000, 600_000].map(minutes);
        assert_eq!(said, ["0 min", "45 min", "1 h", "8 h 20", "166 h", "10,000 h"]);
        assert_eq!(counted(1, "day", "days"), "1 day");
    }

    #[test]
    fn alt_texts_fit_into_what_discord_takes() {
        assert_eq!(shortened("short"), "short");
        assert_eq!(shortened(&"🥾".repeat(600)).encode_utf16().count(), 1023);
    }
}
