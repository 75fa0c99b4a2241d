//! The board: what a club's members did in a week, a month or a season, as points and places.
//!
//! It rewards showing up and variety within the caps; minutes, mileage, pace and money never score.

mod period;
mod score;
mod standings;
#[cfg(test)]
mod tests;

pub use period::{Period, Span, closes, week_to_post};
pub use score::{CHECK_IN, DayScore, Done, FIRST, FURTHER, Limits, MODALITIES_A_DAY, What, score};
pub use standings::{Around, Board, SEASON_BEST, Standing, Taker, board, median};
