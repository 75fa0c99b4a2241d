//! The text of a file, whatever it is written in: read as it streams by, a piece at a time.

use std::io::{self, BufRead, BufReader, Read};

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

/// Where a declaration stands, if there is one.
const HEAD: usize = 256;

/// More than any one tag, time or name takes, in bytes.
const MOST_A_PIECE: usize = 256 * 1024;

/// A text in UTF-8, of which no more than [`MOST_A_PIECE`] is taken at once.
pub(super) struct Text<R: Read> {
    inner: BufReader<DecodeReaderBytes<R, Vec<u8>>>,
    left: usize,
}

impl<R: BufRead> Text<R> {
    /// The text of `bytes`: in what its first bytes or its declaration say, else in UTF-8. What can't
    /// be read in that is one sign each, and spoils no more.
    ///
    /// # Errors
    ///
    /// Its first bytes can't be had.
    pub(super) fn of(mut bytes: R) -> io::Result<Self> {
        let encoding = encoding(bytes.fill_buf()?);
        let decoded = DecodeReaderBytesBuilder::new()
            .encoding(Some(encoding))
            .bom_override(true)
            .strip_bom(true)
            .build(bytes);
        Ok(Self { inner: BufReader::new(decoded), left: MOST_A_PIECE })
    }

    /// Lets another piece begin.
    pub(super) fn next_piece(&mut self) {
        self.left = MOST_A_PIECE;
    }
}

impl<R: BufRead> Read for Text<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Text<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::other("one piece of a file is longer than any has to be"));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, taken: usize) {
        self.left = self.left.saturating_sub(taken);
        self.inner.consume(taken);
    }
}

/// What a text that begins with `head` is written in.
fn encoding(head: &[u8]) -> &'static Encoding {
    match head {
        [b'<', 0, ..] => return UTF_16LE,
        [0, b'<', ..] => return UTF_16BE,
        _ => {}
    }
    let head = String::from_utf8_lossy(&head[..head.len().min(HEAD)]);
    let declaration = head.split_once("?>").map_or("", |(declaration, _)| declaration);
    let named = declaration.split_once("encoding").map_or("", |(_, named)| named);
    let label = named.trim_start_matches([' ', '=', '"', '\'']).split(['"', '\'']).next();
    let encoding = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    // Who declares UTF-16 in bytes that can be read here wrote something else.
    encoding.filter(|encoding| encoding.is_ascii_compatible()).unwrap_or(UTF_8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> io::Result<String> {
        let mut text = String::new();
        Text::of(bytes)?.read_to_string(&mut text)?;
        Ok(text)
    }

    #[test]
    fn a_text_is_read_in_what_it_is_written_in() {
        let plain = "<a>Köln</a>";
        let declared = |name: &str| format!("<?xml version='1.0' encoding='{name}'?><a>K");
        let wide = |order: fn(u16) -> [u8; 2], bom: bool| {
            let bom = bom.then_some('\u{feff}');
            let text: String = bom.into_iter().chain(plain.chars()).collect();
            text.encode_utf16().flat_map(order).collect::<Vec<u8>>()
        };
        let latin = |head: String| [head.as_bytes(), b"\xf6ln</a>"].concat();
        for bytes in [
            plain.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", plain.as_bytes()].concat(),
            wide(u16::to_le_bytes, true),
            wide(u16::to_be_bytes, true),
            wide(u16::to_le_bytes, false),
            wide(u16::to_be_bytes, false),
            latin(declared("ISO-8859-1")),
            latin(declared("windows-1252")),
            [declared("UTF-16").as_bytes(), "öln</a>".as_bytes()].concat(),
        ] {
            let text = text(&bytes).unwrap();
            assert!(text.ends_with("<a>Köln</a>"), "{text}");
        }
        assert_eq!(text(&latin("<a>K".to_owned())).unwrap(), "<a>K\u{fffd}ln</a>");
    }

    #[test]
    fn no_piece_is_taken_that_is_longer_than_any_has_to_be() {
        assert!(text(&vec![b'a'; MOST_A_PIECE + 10_000]).is_err());
        let bytes = vec![b'a'; MOST_A_PIECE + 10_000];
        let mut pieces = Text::of(bytes.as_slice()).unwrap();
        let mut sink = [0; 1000];
        while pieces.read(&mut sink).unwrap() > 0 {
            pieces.next_piece();
        }
    }
}
