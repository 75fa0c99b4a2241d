//! Which length belongs to which modality, and whether it can be so long.

use super::Refused;
use super::part::{Part, Piece};
use crate::domain::catalogue::{Modality, ModalityId, Unit};
use crate::domain::reading::Length;

/// Gives "boots, 30" and "30 min, boots" their length back, and "rolled quads 5, calves 5" its second
/// modality.
///
/// # Errors
///
/// Where a length is left that nothing sets apart from the one before: "boots 20 + 30".
pub(super) fn unite_lone(parts: Vec<Part>) -> Result<Vec<Part>, Refused> {
    let lone = |part: &Part| {
        part.lengths() > 0
            && part.modalities() == 0
            && !part.pieces.iter().any(|piece| matches!(piece, Piece::Unknown { .. }))
    };
    let wants = |part: &Part| part.lengths() == 0 && part.modalities() > 0;
    let mut united: Vec<Part> = Vec::with_capacity(parts.len());
    for mut part in parts {
        match united.last_mut() {
            Some(before) if lone(&part) && wants(before) && (before.is_done() || !part.deed) => {
                before.pieces.append(&mut part.pieces);
                before.days.append(&mut part.days);
                before.each |= part.each;
                before.each_side |= part.each_side;
                before.repeat = before.repeat.or(part.repeat);
            }
            Some(before) if lone(before) && wants(&part) => {
                let mut pieces = std::mem::take(&mut before.pieces);
                pieces.append(&mut part.pieces);
                let mut days = std::mem::take(&mut before.days);
                let day_leads = !days.is_empty() || part.day_leads;
                days.append(&mut part.days);
                *before = Part { pieces, days, day_leads, joined: before.joined, ..part };
            }
            Some(before) if lone(&part) && before.modalities() > 0 => {
                let last = before.last_modality();
                match last.filter(|_| part.apart || part.deed) {
                    Some(again) => part.pieces.insert(0, again),
                    None if before.is_done() => {
                        let mut both = before.clone();
                        both.pieces.extend(part.pieces.iter().cloned());
                        assign(&both)?;
                    }
                    None => {}
                }
                united.push(part);
            }
            _ => united.push(part),
        }
    }
    share_each(&mut united);
    Ok(united)
}

/// "boots, roll, toes 10 each": the length holds for the parts before that have none.
fn share_each(parts: &mut [Part]) {
    for at in (1..parts.len()).rev() {
        let length = parts[at].pieces.iter().find(|piece| matches!(piece, Piece::Length(_)));
        let Some(length) = length.filter(|_| parts[at].each).cloned() else { continue };
        let each_side = parts[at].each_side;
        let before = &mut parts[at - 1];
        if before.modalities() > 0 && before.lengths() == 0 {
            before.pieces.push(length);
            before.each = true;
            before.each_side = each_side;
        }
    }
}

/// The length of each modality of a part, in their order.
pub(super) fn assign(part: &Part) -> Result<Vec<Option<Length>>, Refused> {
    let ids: Vec<&ModalityId> = part
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Modality { id, .. } => Some(id),
            Piece::Length(_) | Piece::Unknown { .. } => None,
        })
        .collect();
    let explicit =
        part.pieces.iter().filter(|piece| matches!(piece, Piece::Length(l) if l.explicit));
    // With enough lengths that carry a unit, a bare number is a setting or a count.
    let enough = explicit.count() >= ids.len().max(1);
    let leads = matches!(part.pieces.first(), Some(Piece::Length(_)));
    let mut lengths: Vec<Option<Length>> = vec![None; ids.len()];
    let mut seen = 0;
    for piece in &part.pieces {
        let length = match piece {
            Piece::Modality { .. } => {
                seen += 1;
                continue;
            }
            Piece::Length(length) if length.explicit || !enough => *length,
            Piece::Length(_) | Piece::Unknown { .. } => continue,
        };
        let Some(last) = ids.len().checked_sub(1) else {
            return Err(Refused::NoModality { minutes: whole(length.minutes) });
        };
        let (before, after) = (seen.min(last + 1).checked_sub(1), (seen <= last).then_some(seen));
        let places = if leads { [after, before] } else { [before, after] };
        let free = places.into_iter().flatten().find(|place| lengths[*place].is_none());
        let Some(place) = free else {
            let at = places.into_iter().flatten().next().unwrap_or(last);
            // A bare number behind a length with its unit is no second length, nor the other way round.
            match lengths[at] {
                Some(first) if first.explicit && !length.explicit => continue,
                Some(first) if !first.explicit && length.explicit => {
                    lengths[at] = Some(length);
                    continue;
                }
                Some(first) => {
                    return Err(Refused::TwoAmounts {
                        modality: ids[at].clone(),
                        minutes: (whole(first.minutes), whole(length.minutes)),
                    });
                }
                None => continue,
            }
        };
        lengths[place] = Some(length);
    }
    if part.each
        && let Some(length) = lengths.iter().flatten().next().copied()
    {
        lengths.fill(Some(length));
    }
    Ok(lengths)
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
