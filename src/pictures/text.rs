//! Text as the fonts can draw it: what they have no glyph for replaced, and widths measured.
//!
//! The fonts come with their crates, are read once, and none of the system's is ever asked.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What somebody is called whose name has no sign we can draw or spell.
const NAMELESS: &str = "A member";

/// More marks than these on one letter are a prank.
const MARKS_A_LETTER: usize = 2;

/// How heavy the strokes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// For reading.
    Regular,
    /// For titles and numbers.
    Bold,
}

/// A font and what it knows.
struct Face {
    bytes: &'static [u8],
    font: FontRef<'static>,
}

/// The fonts, each script's in the first that has it: Latin, Greek and Cyrillic; then Hebrew,
/// Arabic, Georgian, Armenian and signs; then emoji in one colour.
struct Faces {
    regular: Vec<Face>,
    bold: Vec<Face>,
}

static FACES: LazyLock<Faces> = LazyLock::new(|| {
    let faces = |files: [&'static [u8]; 3]| {
        let face = |bytes| Some(Face { bytes, font: FontRef::new(bytes).ok()? });
        files.into_iter().filter_map(face).collect()
    };
    let emoji = epaint_default_fonts::NOTO_EMOJI_REGULAR;
    Faces {
        regular: faces([notosans::REGULAR_TTF, dejavu::sans::regular(), emoji]),
        bold: faces([notosans::BOLD_TTF, dejavu::sans::bold(), emoji]),
    }
});

fn faces(weight: Weight) -> &'static [Face] {
    match weight {
        Weight::Regular => &FACES.regular,
        Weight::Bold => &FACES.bold,
    }
}

/// The family that text asks for; the others fill in for it.
pub(super) const FAMILY: &str = "Noto Sans";

/// All fonts as the renderer wants them, and the id each has there.
pub(super) struct Fonts {
    /// To be searched by family and weight.
    pub(super) database: Arc<fontdb::Database>,
    regular: Vec<fontdb::ID>,
    bold: Vec<fontdb::ID>,
}

/// Read once.
pub(super) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    let mut load = |faces: &[Face]| -> Vec<fontdb::ID> {
        let source = |face: &Face| fontdb::Source::Binary(Arc::new(face.bytes));
        faces.iter().flat_map(|face| database.load_font_source(source(face))).collect()
    };
    let (regular, bold) = (load(&FACES.regular), load(&FACES.bold));
    Fonts { database: Arc::new(database), regular, bold }
});

impl Fonts {
    /// The font that stands in where the one asked for lacks a sign: the one that was measured.
    pub(super) fn stand_in(&self, c: char, used: &[fontdb::ID]) -> Option<fontdb::ID> {
        let is_bold = used.first().is_some_and(|first| self.bold.contains(first));
        let (ids, weight) =
            if is_bold { (&self.bold, Weight::Bold) } else { (&self.regular, Weight::Regular) };
        let has = |face: &Face| face.font.charmap().map(c).is_some();
        let mut fonts = ids.iter().zip(faces(weight));
        fonts.find(|(id, face)| !used.contains(id) && has(face)).map(|(id, _)| *id)
    }
}

/// The text without what the fonts can't draw: fancy letters made plain, foreign ones spelled in
/// Latin where a letter has one reading, joined emoji reduced to their first, all else left out.
pub(super) fn drawable(text: &str) -> String {
    let mut drawn = String::new();
    let mut marks = 0;
    let mut joined = false;
    for c in text.nfkc() {
        if c == '\u{200d}' {
            joined = true;
            continue;
        }
        let follows_a_joint = std::mem::take(&mut joined) && !c.is_alphabetic();
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        if follows_a_joint || marks > MARKS_A_LETTER || is_invisible(c) {
            continue;
        }
        if c.is_whitespace() {
            if !drawn.ends_with(' ') {
                drawn.push(' ');
            }
        } else if has_glyph(c) {
            drawn.push(c);
        } else if c.is_alphabetic() && !is_han(c) {
            let spelled = deunicode::deunicode_char(c).unwrap_or_default();
            if drawn.is_empty() || drawn.ends_with(' ') {
                drawn.push_str(&spelled[..1.min(spelled.len())].to_uppercase());
                drawn.push_str(spelled.get(1..).unwrap_or_default());
            } else {
                drawn.push_str(spelled);
            }
        }
    }
    drawn.trim().to_owned()
}

/// A person's name as it can be drawn, or a friendly word in its place.
pub(super) fn name(text: &str) -> String {
    let drawn = drawable(text);
    if drawn.chars().any(|c| c.is_alphanumeric() || u32::from(c) >= 0x2190) {
        drawn
    } else {
        NAMELESS.to_owned()
    }
}

/// A name as a screen reader may read it out: one line, and nothing that steers other signs.
pub(super) fn spoken(text: &str) -> String {
    let said: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Han letters have a reading for each language, and a guess would misname people.
fn is_han(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// What steers other signs and shows nothing itself: directions, skin tones, variants, tags.
fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{e0000}'..='\u{e0fff}')
}

fn has_glyph(c: char) -> bool {
    [Weight::Regular, Weight::Bold]
        .into_iter()
        .all(|weight| faces(weight).iter().any(|face| face.font.charmap().map(c).is_some()))
}

/// How wide a text is at most, in points: letters that join or kern take a little less.
pub(super) fn width(text: &str, size: f32, weight: Weight) -> f32 {
    text.chars().map(|c| advance(c, weight)).sum::<f32>() * size
}

/// How far a letter moves on, in its size.
fn advance(c: char, weight: Weight) -> f32 {
    let found = faces(weight).iter().find_map(|face| {
        let glyph = face.font.charmap().map(c)?;
        let metrics = face.font.glyph_metrics(Size::new(1.0), LocationRef::default());
        metrics.advance_width(glyph)
    });
    found.unwrap_or(1.0)
}

/// As much of a text as fits into `room`, with "…" where it was cut.
pub(super) fn fitted(text: &str, size: f32, weight: Weight, room: f32) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let mut used = width("…", size, weight);
    let mut cut = String::new();
    for c in text.chars() {
        used += advance(c, weight) * size;
        if used > room {
            break;
        }
        cut.push(c);
    }
    // Without a sign of its direction, the ellipsis would stand at the wrong end of such a name.
    let towards = if text.starts_with(is_right_to_left) { "\u{200f}" } else { "" };
    format!("{}…{towards}", cut.trim_end())
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_of_any_script_come_out_as_something_drawable() {
        for (said, drawn) in [
            ("Jess", "Jess"),
            ("  Zoë\n Łuczak ", "Zoë Łuczak"),
            ("Дмитрий", "Дмитрий"),
            ("Ελένη", "Ελένη"),
            ("יעל", "יעל"),
            ("سارة", "سارة"),
            ("🏃\u{200d}♀\u{fe0f} nina 🌈", "🏃 nina 🌈"),
            ("👩\u{200d}👩\u{200d}👧", "👩"),
            ("𝓙𝓮𝓼𝓼", "Jess"),
            ("김민준", "Gimminjun"),
            ("さくら", "Sakura"),
            ("李明 Li", "Li"),
            ("李明", NAMELESS),
            ("\u{202e}evil", "evil"),
            ("", NAMELESS),
            (" .\u{200b}. ", NAMELESS),
        ] {
            assert_eq!(name(said), drawn, "{said:?}");
        }
        assert_eq!(
            name("Z\u{334}\u{335}\u{336}\u{337}oe").chars().count(),
            5,
            "no towers of marks"
        );
    }

    #[test]
    fn what_is_too_long_ends_in_an_ellipsis_that_fits() {
        assert_eq!(fitted("Jess", 15.0, Weight::Regular, 60.0), "Jess");
        let cut = fitted("Bartholomew Featherstonehaugh", 15.0, Weight::Bold, 120.0);
        assert!(cut.ends_with('…') && width(&cut, 15.0, Weight::Bold) <= 120.0, "{cut}");
        let cut = fitted("سارة بنت عبد الله", 15.0, Weight::Regular, 60.0);
        assert!(cut.ends_with("…\u{200f}"), "{cut:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_the_text_it_is_drawable_and_fits(text in any::<String>(), room in 20.0_f32..300.0) {
            let name = name(&text);
            prop_assert!(name.chars().all(|c| c == ' ' || has_glyph(c)), "{name:?}");
            let cut = fitted(&name, 15.0, Weight::Bold, room);
            prop_assert!(width(&cut, 15.0, Weight::Bold) <= room);
        }
    }
}
