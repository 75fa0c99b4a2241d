//! People's words made harmless wherever they are shown: no markdown, no mention, no hidden signs.

/// Signs that mean something to Discord's markdown, mentions, emoji or links.
const MEANT: &str = "\\*_~`|<>[]()#@:-";

/// `text` as it can be shown: its letters only, shortened to `most` characters.
#[must_use]
pub fn plain(text: &str, most: usize) -> String {
    let visible = text.chars().filter_map(|c| match c {
        // Line breaks would let a note pretend to be a line of ours.
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() || is_invisible(c) => None,
        c => Some(c),
    });
    let words: String =
        visible.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    let long = words.chars().count() > most;
    let kept = words.chars().take(if long { most.saturating_sub(1) } else { most });
    let mut escaped = String::new();
    for c in kept {
        if MEANT.contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    if long {
        escaped.push('…');
    }
    escaped
}

/// Zero widths, fillers, direction marks and tags: what looks like nothing, or reorders and hides the text
/// around it.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn words_stay_and_nothing_else_happens() {
        for (text, shown) in [
            ("\u{3164}\u{115f}\u{1160}\u{2800}\u{ffa0}", ""),
            ("easy does it", "easy does it"),
            ("**bold** `code`", r"\*\*bold\*\* \`code\`"),
            ("<@123> @everyone", r"\<\@123\> \@everyone"),
            ("[here](https://x.y)", r"\[here\]\(https\://x.y\)"),
            ("# big\n- list\n> quote", r"\# big \- list \> quote"),
            ("a\u{202e}b\u{200b}c", "abc"),
            ("  ", ""),
        ] {
            assert_eq!(plain(text, 80), shown, "{text:?}");
        }
        assert_eq!(plain("abcdef", 4), "abc…");
    }
}
