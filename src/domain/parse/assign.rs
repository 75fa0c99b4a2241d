//! Which amount belongs to which modality of a part, and whether it can be so long.

use super::Refused;
use super::amount::Amount;
use super::part::{Part, Piece, several};
use crate::domain::catalogue::{Modality, ModalityId, Unit};

/// Gives "boots, 30" and "30 min, boots" their amount back, and "rolled quads 5, calves 5" its second
/// modality.
///
/// # Errors
///
/// Where an amount is left that nothing sets apart from the one before: "boots 20 + 30".
pub(super) fn unite_lone_amounts(parts: Vec<Part>) -> Result<Vec<Part>, Refused> {
    let lone = |part: &Part| part.amounts() > 0 && !part.has_modality();
    let wants = |part: &Part| part.amounts() == 0 && part.has_modality();
    let mut united: Vec<Part> = Vec::with_capacity(parts.len());
    for mut part in parts {
        match united.last_mut() {
            Some(before)
                if lone(&part) && wants(before) && !(before.not_done().is_some() && part.deed) =>
            {
                if let (Some(one), Some(other)) = (before.day, part.day)
                    && one != other
                {
                    return Err(Refused::WhichDay { said: several(one, other) });
                }
                before.pieces.append(&mut part.pieces);
                before.day = before.day.or(part.day);
                before.each |= part.each;
                before.each_side |= part.each_side;
            }
            Some(before) if lone(before) && wants(&part) => {
                before.pieces.append(&mut part.pieces);
                let day = before.day.or(part.day);
                let pieces = std::mem::take(&mut before.pieces);
                let joined = before.joined;
                *before = Part { pieces, day, joined, ..part };
            }
            Some(before) if lone(&part) && before.has_modality() => {
                let last = before.last_modality();
                if let Some(again) = last.filter(|_| part.is_apart()) {
                    part.pieces.insert(0, again);
                } else {
                    let mut both = before.clone();
                    both.pieces.extend(part.pieces.iter().cloned());
                    assign(&both)?;
                }
                united.push(part);
            }
            _ => united.push(part),
        }
    }
    share_each(&mut united);
    Ok(united)
}

/// "boots, roll, toes 10 each": the amount holds for the parts before that have none.
fn share_each(parts: &mut [Part]) {
    for at in (1..parts.len()).rev() {
        let amount = parts[at].pieces.iter().find(|piece| matches!(piece, Piece::Amount(_)));
        let Some(amount) = amount.filter(|_| parts[at].each).cloned() else { continue };
        let each_side = parts[at].each_side;
        let before = &mut parts[at - 1];
        if before.has_modality() && before.amounts() == 0 {
            before.pieces.push(amount);
            before.each = true;
            before.each_side = each_side;
        }
    }
}

/// The amount of each modality of a part, in their order.
pub(super) fn assign(part: &Part) -> Result<Vec<Option<Amount>>, Refused> {
    let ids: Vec<&ModalityId> = part
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Modality { id, .. } => Some(id),
            Piece::Amount(_) | Piece::Unknown(_) => None,
        })
        .collect();
    let explicit =
        part.pieces.iter().filter(|piece| matches!(piece, Piece::Amount(a) if a.explicit));
    // With enough amounts that carry a unit, a bare number is a setting or a count.
    let enough = explicit.count() >= ids.len().max(1);
    let leads = matches!(part.pieces.first(), Some(Piece::Amount(_)));
    let mut amounts: Vec<Option<Amount>> = vec![None; ids.len()];
    let mut seen = 0;
    for piece in &part.pieces {
        let amount = match piece {
            Piece::Modality { .. } => {
                seen += 1;
                continue;
            }
            Piece::Amount(amount) if amount.explicit || !enough => *amount,
            Piece::Amount(_) | Piece::Unknown(_) => continue,
        };
        let Some(last) = ids.len().checked_sub(1) else {
            return Err(Refused::NoModality { minutes: whole(amount.minutes) });
        };
        let (before, after) = (seen.min(last + 1).checked_sub(1), (seen <= last).then_some(seen));
        let places = if leads { [after, before] } else { [before, after] };
        let free = places.into_iter().flatten().find(|place| amounts[*place].is_none());
        let Some(place) = free else {
            let at = places.into_iter().flatten().next().unwrap_or(last);
            let first = amounts[at].map_or(0.0, |first| first.minutes);
            return Err(Refused::TwoAmounts {
                modality: ids[at].clone(),
                minutes: (whole(first), whole(amount.minutes)),
            });
        };
        amounts[place] = Some(amount);
    }
    if part.each
        && let Some(amount) = amounts.iter().flatten().next().copied()
    {
        amounts.fill(Some(amount));
    }
    Ok(amounts)
}

/// The whole minutes of an amount, as long as an entry of this modality can be.
pub(super) fn checked(amount: Amount, modality: &Modality) -> Result<u32, Refused> {
    let id = || modality.id.clone();
    let accepts_up_to = modality.accepts_up_to();
    if !modality.needs_minutes() {
        return Err(Refused::TakesNoMinutes { modality: id() });
    }
    // "sleep 7" is a night, not seven minutes.
    let hours = !amount.explicit && modality.unit == Unit::Hours && amount.minutes <= 24.0;
    // Thirty hours are no night, and nobody said minutes.
    let unclear =
        !amount.explicit && modality.unit == Unit::Hours && !hours && amount.minutes < 120.0;
    // A half without its unit is half of what?
    let part_of_a_unit = !amount.explicit && amount.minutes > 0.0 && amount.minutes < 1.0;
    if unclear || part_of_a_unit {
        return Err(Refused::Minutes { modality: id(), said: None, accepts_up_to });
    }
    let mut minutes = if hours { amount.minutes * 60.0 } else { amount.minutes };
    // "cryo 2:30" is minutes and seconds, and so is "boots 45:00": no day has 45 hours.
    let longer_than_a_day = minutes > 1440.0;
    if minutes > f64::from(accepts_up_to) && (accepts_up_to <= 60 || longer_than_a_day) {
        minutes = amount.clock_minutes.unwrap_or(minutes);
    }
    if minutes <= 0.0 || whole(minutes) > accepts_up_to {
        let said = if minutes < 0.0 { None } else { Some(whole(minutes)) };
        return Err(Refused::Minutes { modality: id(), said, accepts_up_to });
    }
    // A few seconds are a minute: they were done.
    Ok(whole(minutes).max(1))
}

/// Rounded to whole minutes; what no `u32` holds is absurd as it is.
pub(super) fn whole(minutes: f64) -> u32 {
    minutes.round() as u32
}
