//! The boards as they are drawn: a cell for each day of a week, for each week of anything longer.

use chrono::{Datelike, NaiveDate};

use super::Names;
use crate::actions::Ranked;
use crate::domain::board::{Period, SEASON_BEST, Standing};
use crate::domain::calendar::Week;
use crate::pictures::{BoardPicture, BoardRow, Moved};

/// The most points a day can have.
const MOST_A_DAY: u32 = 10;

/// What the picture of a board shows; nobody's name is on it who isn't named in its words.
pub(super) fn board_picture(ranked: &Ranked, runs: bool, names: &Names) -> BoardPicture {
    let board = &ranked.board;
    let is_week = matches!(board.period, Period::Week(_));
    let starts = starts(board.period);
    // In a club's first week everyone would be new.
    let compared = board.standings.iter().any(|standing| standing.before.is_some());
    let row = |standing: &Standing| BoardRow {
        rank: standing.rank,
        moved: match (standing.before, standing.up()) {
            (_, Some(places)) => Moved::Up(places),
            (None, _) if compared => Moved::New,
            _ => Moved::Same,
        },
        name: names.in_picture(standing.member).to_owned(),
        cells: starts
            .iter()
            .zip(&standing.cells)
            .map(|(starts, points)| (*starts <= ranked.today).then_some(*points))
            .collect(),
        points: standing.points,
        kinds: (0..ranked.kinds.len())
            .filter(|place| standing.kinds.contains(&ranked.kinds[*place].0))
            .collect(),
    };
    BoardPicture {
        club: names.club().to_owned(),
        period: period_words(board.period, runs),
        days: board.days,
        members: board.took_part,
        kept: if is_week { board.kept } else { 0 },
        columns: columns(board.period, &starts),
        most_a_cell: if is_week { MOST_A_DAY } else { 7 * MOST_A_DAY },
        kinds: ranked.kinds.iter().map(|(_, label)| label.clone()).collect(),
        rows: board.shown().iter().map(row).collect(),
    }
}

/// The day on which each cell starts.
fn starts(period: Period) -> Vec<NaiveDate> {
    let days = period.reads_from().iter_days().take_while(|day| *day <= period.last());
    match period {
        Period::Week(_) => days.collect(),
        Period::Month(_) | Period::Season(_) => days.step_by(7).collect(),
    }
}

/// Weekdays; of a month the day each week begins on, of a season its number.
fn columns(period: Period, starts: &[NaiveDate]) -> Vec<String> {
    match period {
        Period::Week(_) => ["M", "T", "W", "T", "F", "S", "S"].map(str::to_owned).to_vec(),
        Period::Month(_) => starts.iter().map(|monday| monday.day().to_string()).collect(),
        Period::Season(_) => (1..=starts.len()).map(|week| week.to_string()).collect(),
    }
}

/// "Week of 16 to 22 November", "November, so far", "Season since 21 September, best 6 weeks count".
fn period_words(period: Period, runs: bool) -> String {
    let so_far = if runs { ", so far" } else { "" };
    let day = |day: NaiveDate| day.format("%-d %B").to_string();
    match period {
        Period::Week(week) => format!("Week of {}{so_far}", first_to_last(week)),
        Period::Month(first) => format!("{}{so_far}", first.format("%B")),
        Period::Season(season) => {
            format!("Season since {}, best {SEASON_BEST} weeks count", day(season.first()))
        }
    }
}

/// "16 to 22 November", "30 November to 6 December".
fn first_to_last(week: Week) -> String {
    let (first, last) = (week.first(), week.last());
    let from = if first.month() == last.month() { "%-d" } else { "%-d %B" };
    format!("{} to {}", first.format(from), last.format("%-d %B"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_across_two_months_names_both() {
        let of = |day: &str| first_to_last(Week::of(day.parse().unwrap()));
        assert_eq!(of("2026-11-18"), "16 to 22 November");
        assert_eq!(of("2026-12-01"), "30 November to 6 December");
    }

    #[test]
    fn longer_times_have_a_cell_a_week() {
        let month = Period::Month("2026-11-01".parse().unwrap());
        let cells = starts(month);
        assert_eq!(cells.first().map(ToString::to_string).as_deref(), Some("2026-10-26"));
        assert_eq!(columns(month, &cells), ["26", "2", "9", "16", "23", "30"]);
        let season = crate::domain::season::Season::of(Week::of("2026-11-24".parse().unwrap()));
        assert_eq!(columns(Period::Season(season), &starts(Period::Season(season))).len(), 16);
        let week = Period::Week(Week::of("2026-11-24".parse().unwrap()));
        assert_eq!((starts(week).len(), columns(week, &[]).len()), (7, 7));
    }
}
