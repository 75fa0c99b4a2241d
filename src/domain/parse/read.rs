//! Parts put together into entries: each with its modality, minutes and day.

use super::amount::Amount;
use super::item::Item;
use super::part::{self, Part, Piece, several};
use super::unknown::{self, Swap};
use super::{LeftOut, MAX_ENTRIES, NotDone, Phrase, Refused, Said, assign};
use crate::domain::calendar::DaySaid;
use crate::domain::catalogue::{Catalogue, Unit};

/// "3x15" of these are repetitions, so their minutes are the usual ones.
const COUNTED_IN_REPETITIONS: &str = "foot_strength";

/// Puts `items` together; `swap` answers an earlier question about an unknown word.
pub(super) fn read(items: &[Item], catalogue: &Catalogue, swap: Swap) -> Result<Phrase, Refused> {
    let mut parts = part::parts(items);
    if let Some(said) = which_day(&parts) {
        return Err(Refused::WhichDay { said });
    }
    part::carry_over(&mut parts);
    let unread = unknown::mend(&mut parts, catalogue, swap)?;
    let parts = assign::unite_lone_amounts(parts)?;
    let mut phrase = Phrase { entries: Vec::new(), left_out: Vec::new(), ends_at: None };
    let days = days(&parts);
    for (part, day) in parts.iter().zip(days) {
        entries(part, day, catalogue, &mut phrase)?;
    }
    if phrase.entries.len() > MAX_ENTRIES {
        return Err(Refused::TooMany { entries: phrase.entries.len() });
    }
    if phrase.entries.iter().any(|entry| entry.day.is_some()) {
        for entry in &mut phrase.entries {
            entry.day.get_or_insert(DaySaid::Today);
        }
    }
    phrase.left_out.extend(unread.into_iter().map(LeftOut::Unread));
    if phrase.entries.is_empty() {
        return Err(nothing_done(&parts, &phrase));
    }
    Ok(phrase)
}

/// The words for a day that could be several, or the several days of "yesterday and today".
fn which_day(parts: &[Part]) -> Option<String> {
    let pairs = parts.windows(2).filter_map(|pair| match (pair[0].day, pair[1].day) {
        (Some(one), Some(other)) if pair[1].joined && pair[1].is_empty() && one != other => {
            Some(several(one, other))
        }
        _ => None,
    });
    parts.iter().filter_map(|part| part.some_day.clone()).chain(pairs).next()
}

fn nothing_done(parts: &[Part], phrase: &Phrase) -> Refused {
    let left = phrase.left_out.iter().filter_map(|left| match left {
        LeftOut::NotDone { why, .. } => Some(*why),
        LeftOut::Unread(_) => None,
    });
    left.chain(parts.iter().filter_map(Part::not_done))
        .next()
        .map_or(Refused::Empty, Refused::NotDone)
}

/// The day of each part: its own, one said ahead of it, or one said at the end for all before.
fn days(parts: &[Part]) -> Vec<Option<DaySaid>> {
    let mut days: Vec<Option<DaySaid>> = parts.iter().map(|part| part.day).collect();
    let mut ahead = None;
    for (part, day) in parts.iter().zip(&mut days) {
        match part.day {
            Some(said) if part.day_leads => ahead = Some(said),
            Some(_) => ahead = None,
            None => *day = ahead,
        }
    }
    let mut behind = None;
    for (part, day) in parts.iter().zip(&mut days).rev() {
        match *day {
            Some(said) => behind = (!part.day_leads).then_some(said),
            None => *day = behind,
        }
    }
    days
}

fn entries(
    part: &Part,
    day: Option<DaySaid>,
    catalogue: &Catalogue,
    phrase: &mut Phrase,
) -> Result<(), Refused> {
    let amounts = assign::assign(part)?;
    let modalities = part.pieces.iter().filter_map(|piece| match piece {
        Piece::Modality { id, mended_from, not_done } => Some((id, mended_from, *not_done)),
        Piece::Amount(_) | Piece::Unknown(_) => None,
    });
    for ((id, mended_from, not_done), amount) in modalities.zip(amounts) {
        if let Some(why) = not_done.or(part.not_done()) {
            phrase.left_out.push(LeftOut::NotDone { modality: id.clone(), why });
            continue;
        }
        // Every id here came out of this catalogue.
        let Some(modality) = catalogue.get(id) else { continue };
        let amount =
            amount.filter(|amount| !(amount.sets && id.as_ref() == COUNTED_IN_REPETITIONS));
        // Boots are on both legs at once.
        let sides = if part.each_side && !modality.hands_free { 2.0 } else { 1.0 };
        let amount = amount.map(|amount| Amount { minutes: sides * amount.minutes, ..amount });
        let minutes = amount.map(|amount| assign::checked(amount, modality)).transpose()?;
        if part.how_it_was && minutes.is_none() {
            return Err(Refused::HowItWas { modality: id.clone() });
        }
        if part.garbled && minutes.is_none() {
            let accepts_up_to = modality.accepts_up_to();
            return Err(Refused::Minutes { modality: id.clone(), said: None, accepts_up_to });
        }
        // A night may well have begun at an hour that is ahead again.
        let is_today = matches!(day, None | Some(DaySaid::Today | DaySaid::Tonight));
        if is_today && modality.unit != Unit::Hours {
            phrase.ends_at = phrase.ends_at.max(part.at);
        }
        let said = Said { modality: id.clone(), minutes, day, mended_from: mended_from.clone() };
        // "rolled my calves 3x" counts the strokes.
        let times = part.repeat.filter(|_| !part.area).unwrap_or(1.0);
        if times == 0.0 {
            phrase.left_out.push(LeftOut::NotDone { modality: id.clone(), why: NotDone::Denied });
            continue;
        }
        if !(times >= 1.0 && times <= MAX_ENTRIES as f64 && times.fract() == 0.0) {
            return Err(Refused::TooMany { entries: times.max(0.0) as usize });
        }
        phrase.entries.extend(std::iter::repeat_n(said, times as usize));
    }
    Ok(())
}
