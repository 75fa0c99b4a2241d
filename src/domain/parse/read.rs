//! Items put together into entries: which amount and which day belong to which modality.

use super::day::words_for;
use super::item::Item;
use super::nearest;
use super::{LeftOut, MAX_ENTRIES, NotDone, Phrase, Refused, Said, Suggestion};
use crate::domain::calendar::DaySaid;
use crate::domain::catalogue::{Catalogue, Modality, ModalityId, Unit};

use super::amount::Amount;

/// What stands in a part of the phrase, in the order it was said.
#[derive(Clone, Debug)]
enum Piece {
    Modality { id: ModalityId, mended_from: Option<String>, not_done: Option<NotDone> },
    Amount(Amount),
    Unknown(Vec<String>),
}

/// A part of the phrase between commas and "and"s.
#[derive(Clone, Debug, Default)]
struct Part {
    /// Joined by "and" to the part before.
    joined: bool,
    pieces: Vec<Piece>,
    day: Option<DaySaid>,
    /// The day was said before any modality, so it holds for the parts that follow too.
    day_leads: bool,
    denied: bool,
    planned: bool,
    /// The plan was said after the modality, so it holds for the parts joined before too.
    plan_trails: bool,
    deed: bool,
    each: bool,
    repeat: Option<f64>,
    /// Digits stand in it that make no number.
    garbled: bool,
    /// Words for a day that name no one day.
    some_day: Option<String>,
}

impl Part {
    fn has_modality(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Modality { .. }))
    }

    fn amounts(&self) -> usize {
        self.pieces.iter().filter(|piece| matches!(piece, Piece::Amount(_))).count()
    }

    fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    fn not_done(&self) -> Option<NotDone> {
        if self.denied {
            Some(NotDone::Denied)
        } else if self.planned {
            Some(NotDone::Planned)
        } else {
            None
        }
    }
}

/// Where an unknown word is taken to mean a certain modality.
pub(super) type Swap<'a> = Option<(&'a str, &'a ModalityId)>;

/// Puts `items` together; `swap` answers an earlier question about an unknown word.
pub(super) fn read(items: &[Item], catalogue: &Catalogue, swap: Swap) -> Result<Phrase, Refused> {
    let mut parts = parts(items);
    if let Some(said) = which_day(&parts) {
        return Err(Refused::WhichDay { said });
    }
    carry_over(&mut parts);
    mend(&mut parts, catalogue, swap)?;
    let parts = unite_lone_amounts(parts);
    let mut phrase = Phrase { entries: Vec::new(), left_out: Vec::new() };
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
    if phrase.entries.is_empty() {
        return Err(nothing_done(&parts, &phrase));
    }
    Ok(phrase)
}

/// How two days said of one thing are told.
fn several(one: DaySaid, other: DaySaid) -> String {
    format!("{} and {}", words_for(one), words_for(other))
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
    let left = phrase.left_out.iter().map(|left| left.why);
    left.chain(parts.iter().filter_map(Part::not_done))
        .next()
        .map_or(Refused::Empty, Refused::NotDone)
}

fn parts(items: &[Item]) -> Vec<Part> {
    let mut parts = vec![Part::default()];
    let mut lacking = false;
    for item in items {
        // There is always a last part: one to start with, and none is ever taken away.
        let Some(part) = parts.last_mut() else { break };
        match item {
            Item::Break | Item::Joint => {
                let joined = *item == Item::Joint;
                lacking = false;
                parts.push(Part { joined, ..Part::default() });
            }
            Item::Modality(id) => {
                let denied = part.denied || std::mem::take(&mut lacking);
                let not_done = denied.then_some(NotDone::Denied);
                part.pieces.push(Piece::Modality { id: id.clone(), mended_from: None, not_done });
            }
            Item::Unknown(word) => match part.pieces.last_mut() {
                Some(Piece::Unknown(words)) => words.push(word.clone()),
                _ => part.pieces.push(Piece::Unknown(vec![word.clone()])),
            },
            Item::Amount(amount) => part.pieces.push(Piece::Amount(*amount)),
            Item::Day(day) => {
                if let Some(other) = part.day.filter(|other| other != day) {
                    part.some_day = Some(several(other, *day));
                }
                part.day_leads = !part.has_modality();
                part.day = Some(*day);
            }
            Item::Repeat(times) => part.repeat = Some(*times),
            Item::SomeDay(said) => part.some_day = Some(said.clone()),
            Item::Garbled => part.garbled = true,
            Item::Each => part.each = true,
            Item::Denial => part.denied = true,
            Item::Lack => lacking = true,
            Item::Plan => {
                part.plan_trails = part.has_modality();
                part.planned = true;
            }
            Item::Deed => part.deed = true,
            Item::Circumstance | Item::Reason | Item::Describer | Item::Filler | Item::Question => {
            }
        }
    }
    parts.retain(|part| {
        !part.is_empty()
            || part.day.is_some()
            || part.planned
            || part.denied
            || part.some_day.is_some()
    });
    parts
}

/// Lets "didn't" and "tomorrow" hold for the parts they were said of, beyond their own.
fn carry_over(parts: &mut [Part]) {
    for at in 1..parts.len() {
        let (before, here) = (&parts[at - 1], &parts[at]);
        let own_deed = here.deed || here.amounts() > 0;
        let denied = before.denied && before.has_modality() && !own_deed;
        let planned = here.joined && before.planned && !before.plan_trails && !here.deed;
        parts[at].denied |= denied;
        parts[at].planned |= planned;
    }
    for at in (1..parts.len()).rev() {
        let trails = parts[at].plan_trails && parts[at].joined && !parts[at - 1].deed;
        parts[at - 1].planned |= trails;
        parts[at - 1].plan_trails |= trails;
    }
}

/// Replaces unknown words by the modality they must mean, or asks.
fn mend(parts: &mut [Part], catalogue: &Catalogue, swap: Swap) -> Result<(), Refused> {
    for part in parts {
        let known = part.has_modality() || part.not_done().is_some();
        let mut unread: Option<String> = None;
        let mut mended = false;
        for piece in &mut part.pieces {
            let Piece::Unknown(words) = piece else { continue };
            let said = words.join(" ");
            let meant = match swap {
                _ if known => None,
                Some((swapped, id)) if swapped == said => Some((said.clone(), id.clone())),
                _ => mend_run(words, catalogue),
            };
            match meant {
                Some((from, id)) => {
                    mended = true;
                    *piece = Piece::Modality { id, mended_from: Some(from), not_done: None };
                }
                None => unread = unread.or(Some(said)),
            }
        }
        if let Some(said) = unread.filter(|_| !known && !mended) {
            let suggestion = |modality| Suggestion { modality, phrase: None };
            let nearest = nearest::nearest_three(&said, catalogue);
            let nearest = nearest.into_iter().map(suggestion).collect();
            return Err(Refused::UnknownModality { said, nearest });
        }
        part.pieces.retain(|piece| !matches!(piece, Piece::Unknown(_)));
    }
    Ok(())
}

/// The longest run of up to three of `words` that is near exactly one modality.
fn mend_run(words: &[String], catalogue: &Catalogue) -> Option<(String, ModalityId)> {
    (1..=words.len().min(3)).rev().find_map(|len| {
        words.windows(len).find_map(|window| {
            let said = window.join(" ");
            let id = nearest::mend(&said, catalogue)?;
            Some((said, id))
        })
    })
}

/// Gives "boots, 30" and "30 min, boots" their amount back.
fn unite_lone_amounts(parts: Vec<Part>) -> Vec<Part> {
    let lone = |part: &Part| part.amounts() > 0 && !part.has_modality();
    let wants = |part: &Part| part.amounts() == 0 && part.has_modality();
    let mut united: Vec<Part> = Vec::with_capacity(parts.len());
    for mut part in parts {
        match united.last_mut() {
            Some(before) if lone(&part) && wants(before) => {
                before.pieces.append(&mut part.pieces);
                before.day = before.day.or(part.day);
            }
            Some(before) if lone(before) && wants(&part) => {
                before.pieces.append(&mut part.pieces);
                let day = before.day.or(part.day);
                let pieces = std::mem::take(&mut before.pieces);
                let joined = before.joined;
                *before = Part { pieces, day, joined, ..part };
            }
            _ => united.push(part),
        }
    }
    united
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
    let amounts = assign(part)?;
    let modalities = part.pieces.iter().filter_map(|piece| match piece {
        Piece::Modality { id, mended_from, not_done } => Some((id, mended_from, *not_done)),
        Piece::Amount(_) | Piece::Unknown(_) => None,
    });
    for ((id, mended_from, not_done), amount) in modalities.zip(amounts) {
        if let Some(why) = not_done.or(part.not_done()) {
            phrase.left_out.push(LeftOut { modality: id.clone(), why });
            continue;
        }
        // Every id here came out of this catalogue.
        let Some(modality) = catalogue.get(id) else { continue };
        let minutes = amount.map(|amount| checked(amount, modality)).transpose()?;
        if part.garbled && minutes.is_none() {
            let accepts_up_to = modality.accepts_up_to();
            return Err(Refused::Minutes { modality: id.clone(), said: None, accepts_up_to });
        }
        let said = Said { modality: id.clone(), minutes, day, mended_from: mended_from.clone() };
        let times = part.repeat.unwrap_or(1.0);
        if times == 0.0 {
            phrase.left_out.push(LeftOut { modality: id.clone(), why: NotDone::Denied });
            continue;
        }
        if !(times >= 1.0 && times <= MAX_ENTRIES as f64 && times.fract() == 0.0) {
            return Err(Refused::TooMany { entries: times.max(0.0) as usize });
        }
        phrase.entries.extend(std::iter::repeat_n(said, times as usize));
    }
    Ok(())
}

/// The amount of each modality of a part, in their order.
fn assign(part: &Part) -> Result<Vec<Option<Amount>>, Refused> {
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
fn checked(amount: Amount, modality: &Modality) -> Result<u32, Refused> {
    let id = || modality.id.clone();
    let accepts_up_to = modality.accepts_up_to();
    if !modality.needs_minutes() {
        return Err(Refused::TakesNoMinutes { modality: id() });
    }
    // "sleep 7" is a night, not seven minutes.
    let hours = !amount.explicit && modality.unit == Unit::Hours && amount.minutes <= 24.0;
    let mut minutes = if hours { amount.minutes * 60.0 } else { amount.minutes };
    if minutes > f64::from(accepts_up_to) && accepts_up_to <= 60 {
        // "cryo 2:30" is minutes and seconds.
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
