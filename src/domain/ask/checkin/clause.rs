//! A line cut into the parts that each say a thing. Knows no word but those that join.

/// A part of the text between commas, full stops and "and"s.
pub(super) struct Clause<'a> {
    /// It, as it was said.
    pub(super) text: &'a str,
    /// Joined by "and" to the one before.
    pub(super) joined: bool,
}

/// The clauses of `text`, in order, none of them empty.
pub(super) fn clauses(text: &str) -> Vec<Clause<'_>> {
    let mut clauses = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut start = 0;
    while let Some((at, c)) = chars.next() {
        let before_digit = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        // The point of "6.5h" parts nothing.
        if matches!(c, ',' | ';' | '!' | '\n') || (c == '.' && !before_digit) {
            split_at_words(&text[start..at], &mut clauses);
            start = at + c.len_utf8();
        }
    }
    split_at_words(&text[start..], &mut clauses);
    clauses
}

fn split_at_words<'a>(text: &'a str, clauses: &mut Vec<Clause<'a>>) {
    let mut joined = false;
    let mut start = 0;
    let mut push = |text: &'a str, joined: bool| {
        let text = text.trim();
        if !text.is_empty() {
            clauses.push(Clause { text, joined });
        }
    };
    let mut at = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let is_and = word.eq_ignore_ascii_case("and") || matches!(word, "&" | "+");
        if is_and || word.eq_ignore_ascii_case("but") {
            push(&text[start..at], joined);
            joined = is_and;
            start = at + piece.len();
        }
        at += piece.len();
    }
    push(&text[start..], joined);
}
