//! The board: what the club did together, then who stands where, each with their days as cells.

use super::canvas::{Anchor, Canvas, Frame, Style};
use super::parts::{self, BELOW_HEAD, TILE};
use super::text::{self, Weight};
use super::theme::{DARK_INK, INK, INNER, LINE, MARGIN, MEDALS, QUIET, WARM, WIDTH, ramp, size};

/// More rows make a picture too high to see at once; who else took part is counted.
const MOST_ROWS: usize = 8;

/// Kinds that get a mark; more would be hard to tell apart.
const MOST_KINDS: usize = 6;

/// Marks in a row before they are only counted.
const MARKS_A_ROW: usize = 6;

const ROW: f32 = 37.0;
const RANK_AT: f32 = MARGIN + 11.0;
/// Where a name begins beside an arrow.
const NAME_AT: f32 = MARGIN + 57.0;
/// Where it begins on a board on which nobody has moved.
const NAME_NEARER: f32 = MARGIN + 34.0;
const CELLS_AT: f32 = 228.0;
const CELLS_WIDE: f32 = 112.0;

/// The board of a club over some time, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardPicture {
    /// The club's name.
    pub club: String,
    /// What it is about, like "Week of 16 to 22 November".
    pub period: String,
    /// The recovery days of all who took part, together.
    pub days: u32,
    /// How many took part.
    pub members: u32,
    /// How many of them kept their week; 0, also of longer times, isn't told.
    pub kept: u32,
    /// One letter or so for each cell of a row: the days of a week, the weeks of a season.
    pub columns: Vec<String>,
    /// The points that fill a cell.
    pub most_a_cell: u32,
    /// The club's kinds of recovery, the most used first; the first few get marks.
    pub kinds: Vec<String>,
    /// Those shown, best first.
    pub rows: Vec<BoardRow>,
}

/// One row of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardRow {
    /// The place; equals share one.
    pub rank: u32,
    /// Where it was before.
    pub moved: Moved,
    /// What the member is called here.
    pub name: String,
    /// The points of each cell; none where its day is still to come.
    pub cells: Vec<Option<u32>>,
    /// All points.
    pub points: u32,
    /// The kinds they did, by their place in the board's list.
    pub kinds: Vec<usize>,
}

/// How a rank compares with the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// So many places up.
    Up(u32),
    /// As before, or further down, which is nobody's business.
    Same,
    /// Not on the board before.
    New,
}

impl BoardPicture {
    pub(super) fn canvas(&self) -> Canvas {
        let mut canvas = Canvas::new();
        parts::head(&mut canvas, &text::name(&self.club), &text::drawable(&self.period));
        self.together(&mut canvas);
        let mut y = BELOW_HEAD + TILE + 12.0;
        if self.heads_fit() {
            y += 10.0;
            self.column_heads(&mut canvas, y);
            y += 8.0;
        }
        for row in self.rows.iter().take(MOST_ROWS) {
            self.row(&mut canvas, y, row);
            y += ROW;
        }
        let kinds = &self.kinds[..self.kinds.len().min(MOST_KINDS)];
        if !kinds.is_empty() {
            y = parts::legend(&mut canvas, y + 20.0, kinds);
        }
        let shown = u32::try_from(self.rows.len().min(MOST_ROWS)).unwrap_or(u32::MAX);
        let others = match self.members.saturating_sub(shown) {
            0 => String::new(),
            others => format!("and {} more took part", parts::number(others)),
        };
        parts::foot(&mut canvas, y + 24.0, &others);
        canvas
    }

    /// What all did together, above who did how much; a week that nobody has kept isn't told.
    fn together(&self, canvas: &mut Canvas) {
        let days = if self.days == 1 { "recovery day together" } else { "recovery days together" };
        let days = (parts::number(self.days), days);
        let members = parts::number(self.members);
        if self.kept == 0 {
            parts::tiles(canvas, BELOW_HEAD, &[days, (members, "took part")]);
            return;
        }
        let kept = (format!("{} of {members}", parts::number(self.kept)), "kept their week");
        parts::tiles(canvas, BELOW_HEAD, &[days, kept]);
        let w = (INNER - 8.0) / 2.0 - 22.0;
        let frame = Frame { x: WIDTH - MARGIN - w - 11.0, y: BELOW_HEAD + TILE - 8.0, w, h: 3.0 };
        canvas.fill(frame, 1.5, LINE);
        let share = self.kept.min(self.members) as f32 / self.members.max(1) as f32;
        canvas.fill(Frame { w: (w * share).max(3.0), ..frame }, 1.5, WARM);
    }

    /// Whether all heads have room over their cells; some of them would only puzzle.
    fn heads_fit(&self) -> bool {
        let fits =
            |head: &String| text::width(head, size::SMALL, Weight::Regular) + 3.0 <= self.pitch();
        self.columns.iter().all(fits)
    }

    fn column_heads(&self, canvas: &mut Canvas, y: f32) {
        let pitch = self.pitch();
        let style = Style::plain(size::SMALL, QUIET, pitch).at(Anchor::Middle);
        for (place, head) in self.columns.iter().enumerate() {
            let x = CELLS_AT + pitch * (place as f32 + 0.5) - cell_gap(pitch) / 2.0;
            canvas.words(head, x, y, style);
        }
    }

    fn name_at(&self) -> f32 {
        let nobody_moved = self.rows.iter().take(MOST_ROWS).all(|row| row.moved == Moved::Same);
        if nobody_moved { NAME_NEARER } else { NAME_AT }
    }

    /// From one cell to the next.
    fn pitch(&self) -> f32 {
        CELLS_WIDE / self.columns.len().max(1) as f32
    }

    fn row(&self, canvas: &mut Canvas, y: f32, row: &BoardRow) {
        let middle = y + ROW / 2.0;
        let rank = Style::plain(size::LABEL, QUIET, 26.0).at(Anchor::Middle).bold();
        let medal = row.rank.checked_sub(1).and_then(|place| MEDALS.get(place as usize));
        let colour = medal.map_or(QUIET, |medal| {
            canvas.dot(RANK_AT, middle, 11.0, medal);
            DARK_INK
        });
        canvas.words(&row.rank.to_string(), RANK_AT, middle + 4.7, Style { colour, ..rank });
        moved(canvas, middle, row.moved);
        let name_at = self.name_at();
        let room = CELLS_AT - name_at - 10.0;
        let name = Style::plain(size::BODY, INK, room);
        let name = if medal.is_some() { name.bold() } else { name };
        let baseline = if row.kinds.is_empty() { middle + 5.2 } else { middle - 1.0 };
        canvas.words(&text::name(&row.name), name_at, baseline, name);
        marks(canvas, (name_at, middle + 10.5), &row.kinds);
        let pitch = self.pitch();
        let w = (pitch - cell_gap(pitch)).max(2.0);
        for (place, cell) in row.cells.iter().take(self.columns.len()).enumerate() {
            let frame = Frame { x: CELLS_AT + pitch * place as f32, y: middle - 6.5, w, h: 13.0 };
            match cell {
                Some(points) => canvas.fill(frame, w.min(3.0), ramp(*points, self.most_a_cell)),
                None => canvas.edge(frame, w.min(3.0), LINE),
            }
        }
        let points = Style::plain(17.0, INK, 42.0).bold().at(Anchor::End);
        canvas.words(&parts::number(row.points), WIDTH - MARGIN, middle + 6.0, points);
    }

    pub(super) fn alt(&self) -> String {
        let mut said = vec![format!(
            "{}, {}: {} together, {}.",
            text::spoken(&self.club),
            self.period,
            parts::counted(self.days, "recovery day", "recovery days"),
            match (parts::number(self.kept), parts::number(self.members)) {
                (_, members) if self.kept == 0 => format!("{members} took part"),
                (kept, members) => format!("{kept} of {members} kept their week"),
            }
        )];
        for row in self.rows.iter().take(MOST_ROWS) {
            let moved = match row.moved {
                Moved::Up(places) => format!(", up {places}"),
                Moved::Same => String::new(),
                Moved::New => ", new".to_owned(),
            };
            let points = parts::counted(row.points, "point", "points");
            let name = text::spoken(&row.name);
            let name = if name.is_empty() { text::name(&row.name) } else { name };
            said.push(format!("{}. {name}: {points}{moved}.", row.rank));
        }
        said.join(" ")
    }
}

fn cell_gap(pitch: f32) -> f32 {
    (pitch * 0.19).min(3.0)
}

/// An arrow and how far up; of a move only what is good news is shown.
fn moved(canvas: &mut Canvas, y: f32, moved: Moved) {
    let x = RANK_AT + 19.0;
    let style = Style::plain(size::SMALL, WARM, NAME_AT - x - 8.0);
    match moved {
        Moved::Up(places) => {
            canvas.shape(&[(x - 4.0, y + 2.5), (x + 4.0, y + 2.5), (x, y - 4.0)], WARM);
            canvas.words(&places.to_string(), x + 7.0, y + 4.2, style);
        }
        Moved::Same => {}
        Moved::New => {
            canvas.words("new", x - 4.0, y + 4.2, Style { room: NAME_AT - x, ..style });
        }
    }
}

fn marks(canvas: &mut Canvas, (x, y): (f32, f32), kinds: &[usize]) {
    let marked: Vec<usize> = kinds.iter().copied().filter(|kind| *kind < MOST_KINDS).collect();
    let shown = marked.len().min(MARKS_A_ROW);
    let mut x = x + 4.0;
    for kind in &marked[..shown] {
        canvas.kind(*kind, x, y, 4.0);
        x += 13.0;
    }
    if kinds.len() > shown {
        let style = Style::plain(size::SMALL, QUIET, 30.0);
        canvas.words(&format!("+{}", kinds.len() - shown), x - 3.0, y + 4.3, style);
    }
}
