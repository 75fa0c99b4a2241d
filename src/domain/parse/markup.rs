//! What a chat puts into a text that nobody said: mentions, custom emoji, timestamps and links.
//!
//! It only takes them out, so that none of their digits is read as minutes.

/// `text` with a space in place of each mention, custom emoji, timestamp and link.
pub(super) fn without(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(len) = markup(rest).or_else(|| link(rest)) {
            kept.push(' ');
            rest = &rest[len..];
        } else {
            kept.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    kept
}

/// How long the markup at the start of `text` is: `<@123>`, `<#123>`, `<:x:1>`, `<t:1:R>`.
fn markup(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('<')?;
    let opens = ["@", "#", ":", "a:", "t:", "/", "id:", "http"];
    if !opens.iter().any(|open| inside.starts_with(open)) {
        return None;
    }
    let end = inside.find(['>', '\n', '<'])?;
    inside[end..].starts_with('>').then_some(end + 2)
}

/// How long the link at the start of `text` is.
fn link(text: &str) -> Option<usize> {
    let is_link = text.starts_with("http://") || text.starts_with("https://");
    is_link.then(|| text.find(char::is_whitespace).unwrap_or(text.len()))
}
