//! Pictures people want to show: plain data to SVG to PNG, in one house style.
//!
//! Each takes a struct of its own and says the same in words. Nothing here asks anybody for
//! anything: the fonts are compiled in, and names arrive as they are to be read.

mod board;
mod canvas;
mod insight;
mod parts;
mod render;
mod season;
mod stats;
mod svg;
#[cfg(test)]
mod tests;
mod text;
mod theme;

pub use board::{BoardPicture, BoardRow, Moved};
pub use insight::InsightPicture;
pub use season::SeasonPicture;
pub use stats::{Soreness, StatsPicture};

/// A picture still to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picture {
    /// The club's week.
    Board(BoardPicture),
    /// A member's weeks.
    Stats(StatsPicture),
    /// A member's season, looked back on.
    Season(SeasonPicture),
    /// The days after a modality beside the others.
    Insight(InsightPicture),
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum NotDrawn {
    /// The renderer can't read what was laid out.
    #[error("the layout can't be rendered")]
    Unread,
    /// It would be higher than any picture may be, in points.
    #[error("{0} points are too high a picture")]
    TooHigh(f32),
    /// The pixels can't be written down.
    #[error("the PNG can't be written: {0}")]
    Png(#[from] png::EncodingError),
}

impl Picture {
    /// The bytes of its PNG. Takes a good part of a core for some milliseconds.
    ///
    /// # Errors
    ///
    /// When it can't be drawn; there are the words then.
    pub fn draw(&self) -> Result<Vec<u8>, NotDrawn> {
        render::png(&self.canvas())
    }

    fn canvas(&self) -> canvas::Canvas {
        match self {
            Self::Board(picture) => picture.canvas(),
            Self::Stats(picture) => picture.canvas(),
            Self::Season(picture) => picture.canvas(),
            Self::Insight(picture) => picture.canvas(),
        }
    }

    /// The same in words, for those who can't see it; 1,024 characters at most, which is what
    /// Discord takes.
    #[must_use]
    pub fn alt(&self) -> String {
        let words = match self {
            Self::Board(picture) => picture.alt(),
            Self::Stats(picture) => picture.alt(),
            Self::Season(picture) => picture.alt(),
            Self::Insight(picture) => picture.alt(),
        };
        parts::shortened(&words)
    }

    /// What its file is called.
    #[must_use]
    pub fn file_name(&self) -> &'static str {
        match self {
            Self::Board(_) => "board.png",
            Self::Stats(_) => "stats.png",
            Self::Season(_) => "season.png",
            Self::Insight(_) => "insight.png",
        }
    }
}
