//! Parts → entries: their days, their lengths, how often, and what is left out.

use super::amounts::{Given, LeftOver, aligned, checked, whole};
use super::nearest::{is_misspelt, nearest_three};
use super::part::{Part, Piece, Placed};
use super::verdict::is_surely_done;
use super::{LeftOut, MAX_ENTRIES, NotDone, Phrase, Refused, Said};
use crate::domain::calendar::DaySaid;
use crate::domain::catalogue::{Catalogue, CountedIn, Modality, ModalityId, Unit};
use crate::domain::reading::{Cue, Length, Reading};

/// Shorter sleep is no night, in minutes.
const SHORTEST_NIGHT: f64 = 120.0;

/// From here on words beside a name are asked about.
const MAY_MEAN: f32 = 0.35;

/// Below this no modality is offered for them.
const OFFERS: f32 = 0.06;

/// What is named, with all that was said of it.
struct Named {
    id: ModalityId,
    /// Where it stands, as a token.
    at: usize,
    mended_from: Option<String>,
    not_done: Option<NotDone>,
    length: Option<Length>,
    /// The length was spent on either side.
    each_side: bool,
    part: usize,
}

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
    // Of several things the day of one that wasn't done is of no use.
    let counts = |part: &&Part| part.is_done() || !part.names_any();
    let is_done = parts.iter().any(Part::is_done);
    if let Some(said) =
        parts.iter().filter(counts).find_map(|part| part.some_day.clone()).filter(|_| is_done)
    {
        return Err(Refused::WhichDay { said });
    }
    let (mut given, left) = aligned(&parts);
    share_each(&parts, &mut given);
    let unread = unread(reading, &parts, &given, catalogue)?;
    let mut named = named(&parts, &given);
    if !unread.is_empty() {
        doubt(reading, &mut named);
    }
    again(reading, &mut parts, &mut named, left)?;
    merge(&mut named, catalogue);
    let mut phrase = Phrase { entries: Vec::new(), left_out: Vec::new(), ends_at: None };
    let days = days(&parts);
    for named in named {
        entry(&parts[named.part], &days[named.part], named, catalogue, &mut phrase)?;
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
        return Err(nothing_done(reading, &parts, &phrase));
    }
    Ok(phrase)
}

fn nothing_done(reading: &Reading, parts: &[Part], phrase: &Phrase) -> Refused {
    let how_it_was = parts.iter().filter(|part| part.how_it_was && length_of(part).is_none());
    if let Some(modality) = how_it_was.flat_map(Part::names).next() {
        return Refused::HowItWas { modality: modality.clone() };
    }
    let left = phrase.left_out.iter().find_map(|left| match left {
        LeftOut::NotDone { why, .. } => Some(*why),
        LeftOut::Unread(_) => None,
    });
    let stances = || {
        reading.tokens.iter().find_map(|token| {
            let stance = token.stance;
            let ahead = stance.ahead || stance.supposed;
            if stance.denied { Some(NotDone::Denied) } else { ahead.then_some(NotDone::Planned) }
        })
    };
    match (left.or_else(stances), parts.iter().find_map(length_of)) {
        (Some(why), _) => Refused::NotDone(why),
        (None, Some(length)) => Refused::NoModality { minutes: whole(length.minutes) },
        (None, None) => Refused::Empty,
    }
}

/// Takes out what was only said by the way, unless nothing else was said.
fn drop_asides(parts: &mut [Part]) {
    let is_aside = |placed: &Placed| matches!(placed.piece, Piece::Modality { aside: true, .. });
    let is_told = |placed: &Placed| matches!(placed.piece, Piece::Modality { aside: false, .. });
    if parts.iter().any(|part| part.pieces.iter().any(is_told)) {
        for part in parts {
            part.pieces.retain(|placed| !is_aside(placed));
        }
    }
}

/// "boots, roll, toes 10 each", "five minutes each: gun, stick": the length holds for those around it that have
/// none.
fn share_each(parts: &[Part], given: &mut [Vec<Given>]) {
    for at in (0..parts.len()).rev().filter(|at| parts[*at].each) {
        let own = given[at].iter().flatten().next().copied();
        let Some(length) = own.or_else(|| Some((length_of(&parts[at])?, at))) else { continue };
        let lone = !parts[at].names_any();
        let before = (0..at + usize::from(!lone)).rev();
        let shared = share(parts, given, before, length, at);
        if lone && !shared {
            share(parts, given, at + 1..parts.len(), length, at);
        }
    }
}

/// Gives a length to what is named in these parts, as far as nothing else was given to it; whether any was.
fn share(
    parts: &[Part],
    given: &mut [Vec<Given>],
    among: impl Iterator<Item = usize>,
    length: (Length, usize),
    said: usize,
) -> bool {
    let mut is_any = false;
    for place in among {
        let is_same = |given: &Given| given.is_none_or(|(_, part)| part == said);
        if !parts[place].names_any() || place != said && !given[place].iter().all(is_same) {
            break;
        }
        for (given, placed) in given[place].iter_mut().zip(&parts[place].pieces) {
            if matches!(placed.piece, Piece::Modality { .. }) {
                given.get_or_insert(length);
                is_any = true;
            }
        }
    }
    is_any
}

fn length_of(part: &Part) -> Option<Length> {
    part.pieces.iter().find_map(|placed| match placed.piece {
        Piece::Length(length) => Some(length),
        _ => None,
    })
}

/// The words nobody knows; asked about where they have a length of their own, or nothing clear stands
/// beside them.
fn unread(
    reading: &Reading,
    parts: &[Part],
    given: &[Vec<Given>],
    catalogue: &Catalogue,
) -> Result<Vec<String>, Refused> {
    let named = parts.iter().any(Part::names_any);
    let mut left_out = Vec::new();
    for (part, given) in parts.iter().zip(given) {
        for (placed, length) in part.pieces.iter().zip(given) {
            if !matches!(placed.piece, Piece::Unknown) {
                continue;
            }
            let said = reading.typed(placed.start..placed.end).to_lowercase();
            let near = meant(reading, placed, named).filter(|_| !is_misspelt(&said, catalogue));
            let may_be = near.is_none_or(|near| near.first().is_some_and(|(_, p)| *p >= MAY_MEAN));
            let has_length = length.is_some_and(|(length, _)| length.explicit || !part.names_any());
            if !named || has_length && may_be {
                let likely = |(id, p): &(ModalityId, f32)| (*p >= OFFERS).then(|| id.clone());
                let nearest = match near {
                    Some(near) => near.iter().filter_map(likely).collect(),
                    None => nearest_three(&said, catalogue),
                };
                return Err(Refused::UnknownModality { said, nearest });
            }
            left_out.push(said);
        }
    }
    Ok(left_out)
}

/// What the model takes words for: those that stand beside a name by themselves, else with all of the message.
fn meant<'r>(
    reading: &'r Reading,
    placed: &Placed,
    named: bool,
) -> Option<&'r [(ModalityId, f32)]> {
    let meant = &reading.scores.as_ref()?.meant;
    let meant = if named {
        meant.iter().rfind(|meant| meant.words.contains(&placed.start))
    } else {
        meant.first()
    };
    meant.map(|meant| meant.near.as_slice())
}

fn named(parts: &[Part], given: &[Vec<Given>]) -> Vec<Named> {
    let mut all = Vec::new();
    let names = |part: &Part| {
        part.pieces.iter().filter(|placed| matches!(placed.piece, Piece::Modality { .. })).count()
    };
    let is_one = parts.iter().map(names).sum::<usize>() == 1;
    // "gunned my calves 5 each" is five on either.
    let each_side = |part: &Part| part.each_side || is_one && part.each && part.area;
    for (place, (part, given)) in parts.iter().zip(given).enumerate() {
        for (placed, length) in part.pieces.iter().zip(given) {
            if let Piece::Modality { id, mended_from, not_done, .. } = &placed.piece {
                all.push(Named {
                    id: id.clone(),
                    at: placed.start,
                    mended_from: mended_from.clone(),
                    not_done: *not_done,
                    length: length.map(|(length, _)| length),
                    each_side: each_side(part)
                        || length.is_some_and(|(_, of)| each_side(&parts[of])),
                    part: place,
                });
            }
        }
    }
    all
}

/// "legs up 20 after a tuna roll": what has no length beside what has one may be another word altogether.
fn doubt(reading: &Reading, named: &mut [Named]) {
    let has_length = named.iter().any(|named| named.length.is_some() && named.not_done.is_none());
    let is_spare = |named: &&mut Named| named.length.is_none() && named.not_done.is_none();
    for named in named.iter_mut().filter(is_spare).filter(|_| has_length) {
        if !is_surely_done(reading, named.at) {
            named.not_done = Some(NotDone::Unsure);
        }
    }
}

/// Lengths that are left over: of the same once more, where something sets them apart ("am 20 and pm 30"), or
/// where it was done as often as lengths are told ("boots twice, 20 and 25"); or what it really was ("boots 30,
/// no wait 40").
///
/// # Errors
///
/// Where nothing says which: "boots 20 + 30".
fn again(
    reading: &Reading,
    parts: &mut [Part],
    named: &mut Vec<Named>,
    left: Vec<LeftOver>,
) -> Result<(), Refused> {
    let told = left.iter().fold(1.0, |told, _| told + 1.0);
    let listed =
        parts.iter_mut().find(|part| told > 1.0 && part.repeat == Some(told) && part.is_done());
    let is_listed = listed.map(|part| part.repeat = None).is_some();
    for LeftOver { length, part, at } in left {
        let of_before =
            |named: &Named| named.part <= part && (named.not_done.is_none() || parts[part].deed);
        let Some(place) = named.iter().rposition(of_before) else { continue };
        if let Some(denies) = corrected_before(reading, at) {
            named[place].length = Some(length).filter(|_| !denies).or(named[place].length);
            continue;
        }
        let before = &named[place];
        let is_again = is_listed || parts[part].is_apart() && before.part != part;
        let Some(first) = before.length.or(is_again.then_some(length)) else { continue };
        if is_again {
            let id = before.id.clone();
            let each_side = parts[part].each_side;
            let length = Some(length);
            let at = before.at;
            let again =
                Named { id, at, mended_from: None, not_done: None, length, each_side, part };
            named.insert(place + 1, again);
        } else if first.sets != length.sets {
            // "calf raises 3x15, about 8 minutes"
            named[place].length = Some(if first.sets { length } else { first });
        } else if first.explicit == length.explicit && part - before.part <= 1 {
            return Err(Refused::TwoAmounts {
                modality: before.id.clone(),
                minutes: (whole(first.minutes), whole(length.minutes)),
            });
        }
    }
    Ok(())
}

/// Whether a length stands right behind what corrects the one before it, "no wait 40", and whether it is the
/// one that was wrong: "not 40".
fn corrected_before(reading: &Reading, at: usize) -> Option<bool> {
    let corrects = |cue| reading.cue_before(at, cue);
    (corrects(Cue::Corrects) || corrects(Cue::OpensCorrection)).then(|| corrects(Cue::Denies))
}

/// One thing said with two words is one: what was named again without a length of its own goes, and so does what
/// is much the same beside it ("a soak in the bath with epsom salts, 20").
fn merge(named: &mut Vec<Named>, catalogue: &Catalogue) {
    let family = |named: &Named| catalogue.get(&named.id).map(|modality| modality.family);
    let mut at = 0;
    while at < named.len() {
        let this = &named[at];
        let is_twin = |(place, other): (usize, &Named)| {
            let same = other.id == this.id && place != at;
            let alike = other.part == this.part && family(other) == family(this);
            let is_spare = same && place < at || (same || alike) && other.length.is_some();
            this.length.is_none() && is_spare && other.not_done == this.not_done
        };
        if named.iter().enumerate().any(is_twin) {
            named.remove(at);
        } else {
            at += 1;
        }
    }
}

/// The days of each part: its own, those said ahead of it, or those said at the end for all before.
fn days(parts: &[Part]) -> Vec<Vec<DaySaid>> {
    let mut days: Vec<Vec<DaySaid>> = parts.iter().map(|part| part.days.clone()).collect();
    let (mut ahead, mut last): (Vec<DaySaid>, Vec<DaySaid>) = Default::default();
    for (part, days) in parts.iter().zip(&mut days) {
        if part.days.is_empty() {
            // "swam 30 yesterday and 10 in the steam" were both yesterday.
            days.clone_from(if part.joined && ahead.is_empty() { &last } else { &ahead });
        } else {
            // "planned a jog yesterday, ended up walking" was yesterday, too.
            let leads = part.day_leads || part.names_any() && !part.is_done();
            ahead = if leads { part.days.clone() } else { Vec::new() };
        }
        last.clone_from(days);
    }
    let mut behind = Vec::new();
    for (part, days) in parts.iter().zip(&mut days).rev() {
        if days.is_empty() {
            days.clone_from(&behind);
        } else {
            behind = if part.day_leads && part.names_any() { Vec::new() } else { days.clone() };
        }
    }
    days
}

fn entry(
    part: &Part,
    days: &[DaySaid],
    named: Named,
    catalogue: &Catalogue,
    phrase: &mut Phrase,
) -> Result<(), Refused> {
    let Named { id, mended_from, not_done, length, each_side, .. } = named;
    if let Some(why) = not_done {
        phrase.left_out.push(LeftOut::NotDone { modality: id, why });
        return Ok(());
    }
    // Every id here came out of this catalogue.
    let Some(modality) = catalogue.get(&id).map(|modality| as_long(modality, length, catalogue))
    else {
        return Ok(());
    };
    let id = modality.id.clone();
    // "calf raises 3x15" counts the strokes.
    let length = length.filter(|length| !(length.sets && modality.repetitions));
    // Boots are on both legs at once.
    let sides = if each_side && !modality.hands_free { 2.0 } else { 1.0 };
    let length = length.map(|length| Length { minutes: sides * length.minutes, ..length });
    let minutes = match length {
        // A day off has no length, and of food and drink a bare number counts helpings.
        Some(length) if !length.explicit && modality.counted_in == CountedIn::Times => None,
        Some(_) if !modality.needs_minutes() => None,
        length => length.map(|length| checked(length, modality)).transpose()?,
    };
    if part.how_it_was && minutes.is_none() {
        return Err(Refused::HowItWas { modality: id });
    }
    if part.garbled && minutes.is_none() {
        let accepts_up_to = modality.accepts_up_to();
        return Err(Refused::Minutes { modality: id, said: None, accepts_up_to });
    }
    // A night may well have begun at an hour that is ahead again.
    let is_today = days.iter().all(|day| matches!(day, DaySaid::Today | DaySaid::Tonight));
    if is_today && modality.unit != Unit::Hours {
        phrase.ends_at = phrase.ends_at.max(part.at);
    }
    // "rolled calves 3x" counts the strokes.
    let counts_strokes = part.area || modality.repetitions;
    let times = part.repeat.filter(|_| !counts_strokes).unwrap_or(1.0);
    if times == 0.0 {
        phrase.left_out.push(LeftOut::NotDone { modality: id, why: NotDone::Denied });
        return Ok(());
    }
    if !(times >= 1.0 && times <= MAX_ENTRIES as f64 && times.fract() == 0.0) {
        return Err(Refused::TooMany { entries: times.max(0.0) as usize });
    }
    let said = |day| Said { modality: id.clone(), minutes, day, mended_from: mended_from.clone() };
    for _ in 0..times as usize {
        match days {
            [] => phrase.entries.push(said(None)),
            days => phrase.entries.extend(days.iter().map(|day| said(Some(*day)))),
        }
    }
    Ok(())
}

/// "slept 30 min" is no night: so short, it is what stands in for one by day.
fn as_long<'c>(
    modality: &'c Modality,
    length: Option<Length>,
    catalogue: &'c Catalogue,
) -> &'c Modality {
    let is_short = length.is_some_and(|length| length.explicit && length.minutes < SHORTEST_NIGHT);
    let by_day = |other: &&Modality| other.family == modality.family && other.unit == Unit::Minutes;
    let other = catalogue.modalities().iter().find(by_day);
    other.filter(|_| modality.unit == Unit::Hours && is_short).unwrap_or(modality)
}
