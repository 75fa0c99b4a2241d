//! Which length belongs to which modality, and whether it can be so long.

use super::part::{Part, Piece, Placed};
use super::{NotDone, Refused};
use crate::domain::catalogue::{Modality, Unit};
use crate::domain::reading::Length;

/// What it costs to give a length to what is named next to it, by what stands between them.
mod cost {
    /// A token.
    pub(super) const TOKEN: f64 = 0.2;
    /// An "and".
    pub(super) const JOINT: f64 = 2.0;
    /// A comma, a full stop, a "but".
    pub(super) const BREAK: f64 = 2.5;
    /// Something else that is named.
    pub(super) const NAMED: f64 = 3.0;
    /// The length stands first: "30 min boots".
    pub(super) const LENGTH_FIRST: f64 = 0.3;
    /// The length is told of another day, or of another deed.
    pub(super) const OTHER_DEED: f64 = 4.0;
    /// It is words nobody knows that the length is given to.
    pub(super) const UNKNOWN: f64 = 4.0;
    /// It was named before.
    pub(super) const NAMED_BEFORE: f64 = 1.5;
    /// It was not done.
    pub(super) const NOT_DONE: f64 = 1.5;
    /// A length with its unit is left over.
    pub(super) const LEFT_EXPLICIT: f64 = 9.0;
    /// A bare number is left over: it may well be a setting or a count.
    pub(super) const LEFT_BARE: f64 = 6.0;
}

/// The length that is given to something, and the part it was said in.
pub(super) type Given = Option<(Length, usize)>;

/// A length that is given to nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct LeftOver {
    pub(super) length: Length,
    /// The part it was said in.
    pub(super) part: usize,
    /// Where it stands, as a token.
    pub(super) at: usize,
}

/// One thing named, or a length, with the part it stands in.
#[derive(Clone, Copy, Debug)]
struct Item<'a> {
    placed: &'a Placed,
    part: usize,
}

/// For each piece of each part, the length given to it: in the order of the text, so that no two cross, and at
/// the least cost. Second, the lengths that are left over.
pub(super) fn aligned(parts: &[Part]) -> (Vec<Vec<Given>>, Vec<LeftOver>) {
    let named = items(parts, |piece| !matches!(piece, Piece::Length(_)));
    let lengths = items(parts, |piece| matches!(piece, Piece::Length(_)));
    let chosen = align(&named, &lengths, parts);
    let mut given: Vec<Vec<Given>> =
        parts.iter().map(|part| vec![None; part.pieces.len()]).collect();
    let mut left = Vec::new();
    for (item, chosen) in lengths.iter().zip(chosen) {
        let Piece::Length(length) = item.placed.piece else { continue };
        let Some(to) = chosen.map(|chosen| named[chosen]) else {
            left.push(LeftOver { length, part: item.part, at: item.placed.start });
            continue;
        };
        let place = parts[to.part].pieces.iter().position(|placed| placed.start == to.placed.start);
        if let Some(place) = place {
            given[to.part][place] = Some((length, item.part));
        }
    }
    (given, left)
}

fn items(parts: &[Part], is: fn(&Piece) -> bool) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    for (part, pieces) in parts.iter().enumerate() {
        let pieces = pieces.pieces.iter().filter(|placed| is(&placed.piece));
        items.extend(pieces.map(|placed| Item { placed, part }));
    }
    items
}

/// For each length what it is given to: the cheapest of all ways that keep the order.
fn align(named: &[Item<'_>], lengths: &[Item<'_>], parts: &[Part]) -> Vec<Option<usize>> {
    // `best[l][n]`: the least cost of the first `l` lengths among the first `n` named.
    let (rows, columns) = (lengths.len() + 1, named.len() + 1);
    let mut best = vec![vec![0.0; columns]; rows];
    for l in 1..rows {
        best[l][0] = best[l - 1][0] + left_over(lengths[l - 1]);
        for n in 1..columns {
            let skip_length = best[l - 1][n] + left_over(lengths[l - 1]);
            let give = best[l - 1][n - 1] + between(named, n - 1, lengths[l - 1], parts);
            best[l][n] = skip_length.min(best[l][n - 1]).min(give);
        }
    }
    let mut chosen = vec![None; lengths.len()];
    let (mut l, mut n) = (lengths.len(), named.len());
    while l > 0 {
        if n > 0 && best[l][n] == best[l][n - 1] {
            n -= 1;
        } else if n > 0 && best[l][n] < best[l - 1][n] + left_over(lengths[l - 1]) {
            chosen[l - 1] = Some(n - 1);
            l -= 1;
            n -= 1;
        } else {
            l -= 1;
        }
    }
    chosen
}

fn left_over(length: Item<'_>) -> f64 {
    match length.placed.piece {
        Piece::Length(length) if length.explicit => cost::LEFT_EXPLICIT,
        _ => cost::LEFT_BARE,
    }
}

fn between(named: &[Item<'_>], at: usize, length: Item<'_>, parts: &[Part]) -> f64 {
    let to = named[at];
    let first = length.placed.start < to.placed.start;
    let (near, far) = if first { (length, to) } else { (to, length) };
    let tokens = far.placed.start.saturating_sub(near.placed.end) as f64;
    let crossed = parts[near.part + 1..=far.part].iter();
    let crossed: f64 =
        crossed.map(|part| if part.joined { cost::JOINT } else { cost::BREAK }).sum();
    let inside = |item: &&Item<'_>| {
        near.placed.end <= item.placed.start && item.placed.end <= far.placed.start
    };
    let over = named
        .iter()
        .filter(inside)
        .filter(|item| matches!(item.placed.piece, Piece::Modality { .. }))
        .count() as f64;
    let unknown = if matches!(to.placed.piece, Piece::Unknown) { cost::UNKNOWN } else { 0.0 };
    let named_before = is_named_before(named, at);
    let again = if named_before { cost::NAMED_BEFORE } else { 0.0 };
    let (mine, theirs) = (&parts[length.part], &parts[to.part]);
    let other_day = !mine.days.is_empty() && !theirs.days.is_empty() && mine.days != theirs.days;
    let other = if length.part != to.part && (other_day || mine.deed && theirs.deed) {
        cost::OTHER_DEED
    } else {
        0.0
    };
    let order = if first { cost::LENGTH_FIRST } else { 0.0 };
    let is_done = matches!(
        to.placed.piece,
        Piece::Modality { not_done: None | Some(NotDone::Unsure), .. } | Piece::Unknown
    );
    let not_done = if is_done { 0.0 } else { cost::NOT_DONE };
    tokens * cost::TOKEN + crossed + over * cost::NAMED + unknown + again + other + order + not_done
}

/// The whole minutes of a length, as long as an entry of this modality can be.
pub(super) fn checked(length: Length, modality: &Modality) -> Result<u32, Refused> {
    let accepts_up_to = modality.accepts_up_to();
    let refused = |said| Refused::Minutes { modality: modality.id.clone(), said, accepts_up_to };
    if !modality.needs_minutes() {
        return Err(Refused::TakesNoMinutes { modality: modality.id.clone() });
    }
    // "sleep 7" is a night, not seven minutes.
    let hours = !length.explicit && modality.unit == Unit::Hours && length.minutes <= 24.0;
    // Thirty hours are no night, and nobody said minutes.
    let unclear =
        !length.explicit && modality.unit == Unit::Hours && !hours && length.minutes < 120.0;
    // A half without its unit is half of what?
    let part_of_a_unit = !length.explicit && length.minutes > 0.0 && length.minutes < 1.0;
    if unclear || part_of_a_unit {
        return Err(refused(None));
    }
    let mut minutes = if hours { length.minutes * 60.0 } else { length.minutes };
    // "cryo 2:30" is minutes and seconds, and so is "boots 45:00": no day has 45 hours.
    if minutes > f64::from(accepts_up_to) && (accepts_up_to <= 60 || minutes > 1440.0) {
        minutes = length.clock_minutes.unwrap_or(minutes);
    }
    fits(minutes, modality)?;
    // A few seconds are a minute: they were done.
    Ok(whole(minutes).max(1))
}

/// Whether an entry of a modality can be so long.
///
/// # Errors
///
/// Says how long it can be.
pub(super) fn fits(minutes: f64, modality: &Modality) -> Result<(), Refused> {
    let accepts_up_to = modality.accepts_up_to();
    if !modality.needs_minutes() {
        return Err(Refused::TakesNoMinutes { modality: modality.id.clone() });
    }
    if minutes <= 0.0 || whole(minutes) > accepts_up_to {
        let said = if minutes < 0.0 { None } else { Some(whole(minutes)) };
        return Err(Refused::Minutes { modality: modality.id.clone(), said, accepts_up_to });
    }
    Ok(())
}

/// Rounded to whole minutes; what no `u32` holds is absurd as it is.
pub(super) fn whole(minutes: f64) -> u32 {
    minutes.round() as u32
}

/// Whether the modality named at a place was named before it.
fn is_named_before(named: &[Item<'_>], at: usize) -> bool {
    let id_of = |item: &Item<'_>| match &item.placed.piece {
        Piece::Modality { id, .. } => Some(id.clone()),
        _ => None,
    };
    let id = id_of(&named[at]);
    id.is_some() && named[..at].iter().any(|item| id_of(item) == id)
}
