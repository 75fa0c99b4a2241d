//! One spelling for what people type: case, accents, styles, fractions and dashes.

use unicode_normalization::UnicodeNormalization;

use crate::domain::parse::markup;

/// Lower case without accents, styles, invisible characters; fractions and dashes spelt one way.
pub(super) fn plain(text: &str) -> Vec<char> {
    let spelt: String = markup::without(text)
        .chars()
        .flat_map(|c| match c {
            '½' => vec![' ', '1', '/', '2'],
            '¼' => vec![' ', '1', '/', '4'],
            '¾' => vec![' ', '3', '/', '4'],
            '’' | '‘' | '`' | '´' | '′' => vec!['\''],
            '”' | '“' | '″' => vec!['"'],
            '×' | '✕' | '✖' => vec!['x'],
            '–' | '—' | '−' | '‑' => vec!['-'],
            // Joiners and direction marks sit inside what people see as one word.
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => vec![],
            '\u{ad}' | '\u{feff}' => vec![],
            other => vec![other],
        })
        .collect();
    spelt
        .nfkd()
        .filter(|c| !is_accent(*c))
        .nfkc()
        .flat_map(char::to_lowercase)
        // Lower-casing may bring accents back ("İ").
        .filter(|c| !is_accent(*c))
        .collect()
}

/// Only the accents on letters: the vowel signs of other scripts are letters of their own.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}
