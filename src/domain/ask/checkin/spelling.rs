//! Parts of the body as thumbs spell them: "cavles", "hamstings".

use super::words;
use crate::domain::catalogue::Area;

/// The names that are mended.
const NAMES: &[&str] =
    &["calves", "quads", "hamstring", "hamstrings", "achilles", "ankles", "glutes", "thighs"];

/// From this many letters on one may be missing, one too many, or another.
const LONG: usize = 8;

/// A part of the body, by its name or by what a slip made of it.
pub(super) fn area(word: &str) -> Option<Area> {
    words::area(word).or_else(|| words::area(NAMES.iter().find(|name| is_slip(word, name))?))
}

/// Two letters swapped; or one off in a long name. Of short ones too many are words of their own.
fn is_slip(word: &str, name: &str) -> bool {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let is_near =
        word.chars().next() == name.chars().next() && strsim::osa_distance(word, name) == 1;
    is_near && (name.len() >= LONG || letters(word) == letters(name))
}
