//! Names as people type them, brought to one form so that equal means the same.
//!
//! It mends no typos and knows no modality.

use unicode_normalization::UnicodeNormalization;

/// The one form of a name: small letters and digits without accents, single spaces for everything else.
///
/// `"Foam-Roller"`, `"foam  roller"` and `"Ｆoam róller 🦵"` all become `"foam roller"`.
#[must_use]
pub fn normalise(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|&c| !is_unspoken(c))
        .nfkd()
        .flat_map(char::to_lowercase)
        .filter(|&c| !is_accent(c))
        .nfkc()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters inside a word that nobody reads: zero widths, direction marks, soft hyphens and trade marks.
fn is_unspoken(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '™' | '℠'
    )
}

/// Only the accents that sit on letters; the vowel signs of other scripts are letters of their own.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_comes_to_one_form() {
        for (typed, form) in [
            ("Foam-Roller", "foam roller"),
            ("  foam \t roller\n", "foam roller"),
            ("foam_roll", "foam roll"),
            ("Ｆｏａｍ　ｒｏｌｌｅｒ", "foam roller"),
            ("róller", "roller"),
            ("boots❄️", "boots"),
            ("boots 👩🏽‍🦽 30", "boots 30"),
            ("bo\u{200b}ots", "boots"),
            ("Normatec™", "normatec"),
            ("Theragun® Mini", "theragun mini"),
            ("R8 / stick", "r8 stick"),
            ("İce BATH", "ice bath"),
            ("САУНА", "сауна"),
            ("サウナ", "サウナ"),
            ("🔥", ""),
            ("", ""),
        ] {
            assert_eq!(normalise(typed), form, "{typed:?}");
        }
    }

    #[test]
    fn a_normalised_name_stays_as_it_is() {
        for c in '\0'..'\u{20000}' {
            let once = normalise(&format!("a{c}b"));
            assert_eq!(normalise(&once), once, "{c:?} (U+{:04X})", u32::from(c));
        }
    }
}
