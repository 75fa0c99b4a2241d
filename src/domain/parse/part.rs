//! Items parted at commas and "and"s, and what "didn't" and "tomorrow" say of each part.
//!
//! It doesn't decide which amount belongs to which modality.

use super::NotDone;
use super::amount::Amount;
use super::day::words_for;
use super::item::Item;
use crate::domain::calendar::DaySaid;
use crate::domain::catalogue::ModalityId;

/// What stands in a part of the phrase, in the order it was said.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Modality { id: ModalityId, mended_from: Option<String>, not_done: Option<NotDone> },
    Amount(Amount),
    Unknown(Vec<String>),
}

/// A part of the phrase between commas and "and"s.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// Joined by "and" to the part before.
    pub(super) joined: bool,
    pub(super) pieces: Vec<Piece>,
    pub(super) day: Option<DaySaid>,
    /// The time of day it was, in minutes since midnight.
    pub(super) at: Option<u32>,
    /// The day was said before any modality, so it holds for the parts that follow too.
    pub(super) day_leads: bool,
    pub(super) denied: bool,
    pub(super) planned: bool,
    /// The plan was said after the modality, so it holds for the parts joined before too.
    pub(super) plan_trails: bool,
    pub(super) deed: bool,
    pub(super) each: bool,
    /// Its amount was spent on either side.
    pub(super) each_side: bool,
    pub(super) area: bool,
    pub(super) part_of_day: bool,
    pub(super) repeat: Option<f64>,
    /// Digits stand in it that make no number.
    pub(super) garbled: bool,
    /// It says how it was.
    pub(super) how_it_was: bool,
    /// Words for a day that name no one day.
    pub(super) some_day: Option<String>,
}

impl Part {
    pub(super) fn has_modality(&self) -> bool {
        self.modalities() > 0
    }

    pub(super) fn modalities(&self) -> usize {
        self.pieces.iter().filter(|piece| matches!(piece, Piece::Modality { .. })).count()
    }

    pub(super) fn amounts(&self) -> usize {
        self.pieces.iter().filter(|piece| matches!(piece, Piece::Amount(_))).count()
    }

    /// A modality with its amount: nothing said after it makes it undone.
    fn is_complete(&self) -> bool {
        self.has_modality() && (self.amounts() > 0 || self.is_rest()) && self.not_done().is_none()
    }

    fn is_rest(&self) -> bool {
        let rest = |piece: &Piece| matches!(piece, Piece::Modality { id, .. } if id.as_ref() == "rest_day");
        self.pieces.iter().any(rest)
    }

    /// Its amount, said without a modality, is of the last one once more: "am 20 and pm 30".
    pub(super) fn is_apart(&self) -> bool {
        self.area || self.part_of_day || self.deed || self.day.is_some()
    }

    /// The modality said last in it, as done.
    pub(super) fn last_modality(&self) -> Option<Piece> {
        self.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Modality { id, mended_from, .. } => Some(Piece::Modality {
                id: id.clone(),
                mended_from: mended_from.clone(),
                not_done: None,
            }),
            Piece::Amount(_) | Piece::Unknown(_) => None,
        })
    }

    /// Its last word named the same: "normatec boots".
    fn just_named(&self, modality: &ModalityId) -> bool {
        matches!(self.pieces.last(), Some(Piece::Modality { id, .. }) if id == modality)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    pub(super) fn not_done(&self) -> Option<NotDone> {
        if self.denied {
            Some(NotDone::Denied)
        } else if self.planned {
            Some(NotDone::Planned)
        } else {
            None
        }
    }
}

pub(super) fn parts(items: &[Item]) -> Vec<Part> {
    let mut parts = vec![Part::default()];
    let mut lacking = false;
    for (at, item) in items.iter().enumerate() {
        // There is always a last part: one to start with, and none is ever taken away.
        let Some(last) = parts.last() else { break };
        // "boots 30, can't complain": what is complete stays done, and the rest is another part.
        let turns = matches!(item, Item::Denial | Item::Plan) && !trails(&items[at + 1..]);
        if turns && last.is_complete() {
            parts.push(Part::default());
        }
        let Some(part) = parts.last_mut() else { break };
        match item {
            Item::Break | Item::Joint => {
                let joined = *item == Item::Joint;
                lacking = false;
                parts.push(Part { joined, ..Part::default() });
            }
            Item::Modality { id, .. } if part.just_named(id) => {}
            Item::Modality { id, .. } => {
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
            Item::At(minute) => part.at = Some(*minute),
            Item::Repeat(times) => part.repeat = Some(*times),
            Item::SomeDay(said) => part.some_day = Some(said.clone()),
            Item::Garbled => part.garbled = true,
            Item::HowItWas => part.how_it_was = true,
            Item::Each => part.each = true,
            Item::EachSide => {
                part.each = true;
                part.each_side = true;
                part.area = true;
            }
            Item::Denial => part.denied = true,
            Item::Lack => lacking = true,
            Item::Plan => {
                part.plan_trails = part.has_modality();
                part.planned = true;
            }
            Item::Deed => part.deed = true,
            Item::Area => part.area = true,
            Item::PartOfDay => part.part_of_day = true,
            Item::Circumstance
            | Item::Reason
            | Item::Describer
            | Item::Filler
            | Item::Question
            | Item::Undo => {}
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

/// Nothing of its own follows a "not" or "tomorrow" in its part, so it is said of what came before.
fn trails(after: &[Item]) -> bool {
    let mut rest = after.iter().take_while(|item| !matches!(item, Item::Break | Item::Joint));
    rest.all(|item| {
        matches!(item, Item::Filler | Item::At(_) | Item::Deed | Item::Day(_) | Item::PartOfDay)
    })
}

/// Lets "didn't" and "tomorrow" hold for the parts they were said of, beyond their own.
pub(super) fn carry_over(parts: &mut [Part]) {
    for at in 1..parts.len() {
        let (before, here) = (&parts[at - 1], &parts[at]);
        let own_deed = here.deed || here.amounts() > 0;
        let denied = before.denied && before.has_modality() && !own_deed;
        let planned = here.joined && before.planned && !before.plan_trails && !here.deed;
        parts[at].denied |= denied;
        parts[at].planned |= planned;
    }
    for at in (1..parts.len()).rev() {
        let (before, here) = (&parts[at - 1], &parts[at]);
        // As a day said at the end: "boots 30, roll 10 next week", but not "sauna 15, boots tomorrow".
        let is_list = here.amounts() > 0 && before.amounts() > 0 && before.has_modality();
        let goes_on = here.joined || (is_list && before.day.is_none());
        let trails = here.plan_trails && goes_on && !before.deed;
        parts[at - 1].planned |= trails;
        parts[at - 1].plan_trails |= trails;
    }
}

/// How two days said of one thing are told.
pub(super) fn several(one: DaySaid, other: DaySaid) -> String {
    format!("{} and {}", words_for(one), words_for(other))
}
