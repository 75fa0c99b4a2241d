//! Parts → entries: their days, their lengths, how often, and what is left out.

use super::amounts::{assign, checked, unite_lone};
use super::nearest::nearest_three;
use super::part::{Part, Piece};
use super::{LeftOut, MAX_ENTRIES, NotDone, Phrase, Refused, Said, Suggestion};
use crate::domain::calendar::DaySaid;
use crate::domain::catalogue::{Catalogue, Unit};
use crate::domain::reading::Reading;

/// Puts `parts` together.
///
/// # Errors
///
/// Says why they tell of no entry.
pub(super) fn phrase(
    reading: &Reading,
    mut parts: Vec<Part>,
    catalogue: &Catalogue,
) -> Result<Phrase, Refused> {
    drop_asides(&mut parts);
    let unread = unread(reading, &mut parts, catalogue)?;
    let named = |part: &Part| part.modalities() > 0;
    if let Some(said) = parts
        .iter()
        .find(|part| part.is_done())
        .and_then(|_| parts.iter().find_map(|part| part.some_day.clone()))
    {
        return Err(Refused::WhichDay { said });
    }
    let parts = unite_lone(parts)?;
    let mut phrase = Phrase { entries: Vec::new(), left_out: Vec::new(), ends_at: None };
    let days = days(&parts);
    for (part, days) in parts.iter().zip(days) {
        entries(part, &days, catalogue, &mut phrase)?;
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
        let left = phrase.left_out.iter().filter_map(|left| match left {
            LeftOut::NotDone { why, .. } => Some(*why),
            LeftOut::Unread(_) => None,
        });
        let stance = reading.tokens.iter().find_map(|token| {
            let stance = token.stance;
            if stance.denied {
                Some(NotDone::Denied)
            } else {
                (stance.ahead || stance.supposed).then_some(NotDone::Planned)
            }
        });
        let is_named = parts.iter().any(named);
        return Err(left
            .chain(stance.filter(|_| !is_named))
            .next()
            .map_or(Refused::Empty, Refused::NotDone));
    }
    Ok(phrase)
}

/// Takes out what was only said by the way, unless nothing else was said.
fn drop_asides(parts: &mut [Part]) {
    let is_aside = |piece: &Piece| matches!(piece, Piece::Modality { aside: true, .. });
    let told = |part: &Part| {
        part.pieces.iter().any(|piece| matches!(piece, Piece::Modality { aside: false, .. }))
    };
    if parts.iter().any(told) {
        for part in parts {
            part.pieces.retain(|piece| !is_aside(piece));
        }
    }
}

/// Takes out the words nobody knows, or asks about them: those with a length of their own, or with nothing
/// clear beside them.
fn unread(
    reading: &Reading,
    parts: &mut [Part],
    catalogue: &Catalogue,
) -> Result<Vec<String>, Refused> {
    let clear = parts.iter().any(Part::is_done);
    let named = parts.iter().any(|part| part.modalities() > 0);
    let mut left_out = Vec::new();
    for part in parts.iter_mut() {
        let mut said: Option<String> = None;
        for piece in &part.pieces {
            if let Piece::Unknown { start, end } = piece {
                said.get_or_insert_with(|| reading.typed(*start..*end).to_lowercase());
            }
        }
        let own_length = part.lengths() > part.modalities();
        part.pieces.retain(|piece| !matches!(piece, Piece::Unknown { .. }));
        let Some(said) = said else { continue };
        if own_length && part.modalities() == 0 || !named && !clear {
            let suggestion = |modality| Suggestion { modality, phrase: None };
            let nearest = nearest_three(&said, catalogue).into_iter().map(suggestion).collect();
            return Err(Refused::UnknownModality { said, nearest });
        }
        left_out.push(said);
    }
    Ok(left_out)
}

/// The days of each part: its own, those said ahead of it, or those said at the end for all before.
fn days(parts: &[Part]) -> Vec<Vec<DaySaid>> {
    let mut days: Vec<Vec<DaySaid>> = parts.iter().map(|part| part.days.clone()).collect();
    let mut ahead = Vec::new();
    for (part, days) in parts.iter().zip(&mut days) {
        if part.days.is_empty() {
            days.clone_from(&ahead);
        } else {
            ahead = if part.day_leads { part.days.clone() } else { Vec::new() };
        }
    }
    let mut behind = Vec::new();
    for (part, days) in parts.iter().zip(&mut days).rev() {
        if days.is_empty() {
            days.clone_from(&behind);
        } else {
            behind =
                if part.day_leads && part.modalities() > 0 { Vec::new() } else { days.clone() };
        }
    }
    days
}

fn entries(
    part: &Part,
    days: &[DaySaid],
    catalogue: &Catalogue,
    phrase: &mut Phrase,
) -> Result<(), Refused> {
    if part.modalities() == 0 {
        return match part
            .pieces
            .iter()
            .find_map(|piece| if let Piece::Length(length) = piece { Some(length) } else { None })
        {
            Some(length) if phrase.entries.is_empty() && length.explicit => {
                Err(Refused::NoModality { minutes: super::amounts::whole(length.minutes) })
            }
            _ => Ok(()),
        };
    }
    let lengths = assign(part)?;
    let modalities = part.pieces.iter().filter_map(|piece| match piece {
        Piece::Modality { id, mended_from, not_done, .. } => Some((id, mended_from, *not_done)),
        Piece::Length(_) | Piece::Unknown { .. } => None,
    });
    for ((id, mended_from, not_done), length) in modalities.zip(lengths) {
        if let Some(why) = not_done {
            phrase.left_out.push(LeftOut::NotDone { modality: id.clone(), why });
            continue;
        }
        // Every id here came out of this catalogue.
        let Some(modality) = catalogue.get(id) else { continue };
        // "calf raises 3x15" counts the strokes.
        let length =
            length.filter(|length| !(length.sets && modality.id.as_ref() == "foot_strength"));
        // Boots are on both legs at once.
        let sides = if part.each_side && !modality.hands_free { 2.0 } else { 1.0 };
        let length = length.map(|length| crate::domain::reading::Length {
            minutes: sides * length.minutes,
            ..length
        });
        let minutes = match length {
            // A day off has no length, and "rest day, 2nd this week" tells none.
            Some(length) if !modality.needs_minutes() && !length.explicit => None,
            length => length.map(|length| checked(length, modality)).transpose()?,
        };
        if part.how_it_was && minutes.is_none() {
            return Err(Refused::HowItWas { modality: id.clone() });
        }
        if part.garbled && minutes.is_none() {
            let accepts_up_to = modality.accepts_up_to();
            return Err(Refused::Minutes { modality: id.clone(), said: None, accepts_up_to });
        }
        // A night may well have begun at an hour that is ahead again.
        let is_today = days.iter().all(|day| matches!(day, DaySaid::Today | DaySaid::Tonight));
        if is_today && modality.unit != Unit::Hours {
            phrase.ends_at = phrase.ends_at.max(part.at);
        }
        let times = part.repeat.filter(|_| !part.apart || days.is_empty()).unwrap_or(1.0);
        if times == 0.0 {
            phrase.left_out.push(LeftOut::NotDone { modality: id.clone(), why: NotDone::Denied });
            continue;
        }
        if !(times >= 1.0 && times <= MAX_ENTRIES as f64 && times.fract() == 0.0) {
            return Err(Refused::TooMany { entries: times.max(0.0) as usize });
        }
        let said =
            |day| Said { modality: id.clone(), minutes, day, mended_from: mended_from.clone() };
        let each_day: Vec<Said> = match days {
            [] => vec![said(None)],
            days => days.iter().map(|day| said(Some(*day))).collect(),
        };
        for _ in 0..times as usize {
            phrase.entries.extend(each_day.iter().cloned());
        }
    }
    Ok(())
}
