//! Whether one recovery day can have held all that is told of it: no day has more than 24 hours.
//!
//! What an entry by itself may claim is the modality's to say.

use std::collections::BTreeMap;

use super::catalogue::{Modality, ModalityId, Unit};

const MINUTES_OF_A_DAY: u32 = 1440;

/// A day told of beyond belief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// What there would be too much of; none where it is all together.
    pub modality: Option<ModalityId>,
    /// How much there would be, in minutes.
    pub would_be: u32,
    /// How much of it is in the log already.
    pub logged: u32,
    /// The most that is believed.
    pub accepts_up_to: u32,
}

/// What of one day's entries is beyond belief once `new` joins what is `logged`.
///
/// Minutes of what leaves the hands free may be shared with anything but sleep, so they are held
/// against the day one modality at a time.
#[must_use]
pub fn too_long(logged: &[(&Modality, u32)], new: &[(&Modality, u32)]) -> Option<TooLong> {
    let sum = |entries: &[(&Modality, u32)], counts: &dyn Fn(&Modality) -> bool| {
        let counted = entries.iter().filter(|(modality, _)| counts(modality));
        counted.fold(0_u32, |sum, (_, minutes)| sum.saturating_add(*minutes))
    };
    let beyond = |modality, counts: &dyn Fn(&Modality) -> bool, accepts_up_to| {
        let (before, added) = (sum(logged, counts), sum(new, counts));
        let would_be = before.saturating_add(added);
        let too_long = TooLong { modality, would_be, logged: before, accepts_up_to };
        (added > 0 && would_be > accepts_up_to).then_some(too_long)
    };
    let told: BTreeMap<&ModalityId, &Modality> = new.iter().map(|(m, _)| (&m.id, *m)).collect();
    told.values()
        .find_map(|told| beyond(Some(told.id.clone()), &|m| m.id == told.id, most_a_day(told)))
        .or_else(|| beyond(None, &takes_its_own_time, MINUTES_OF_A_DAY))
}

/// The most of it that one recovery day is believed to hold, in minutes.
fn most_a_day(modality: &Modality) -> u32 {
    if modality.unit == Unit::Hours { modality.accepts_up_to() } else { MINUTES_OF_A_DAY }
}

fn takes_its_own_time(modality: &Modality) -> bool {
    modality.unit == Unit::Hours || !modality.hands_free
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Catalogue;

    /// How long what is too much would be, and the most that is believed.
    fn check(logged: &[(&str, u32)], new: &[(&str, u32)], expect: Option<(u32, u32)>) {
        let catalogue = Catalogue::embedded().unwrap();
        let known =
            |(id, minutes): &(&str, u32)| (catalogue.get(&id.parse().unwrap()).unwrap(), *minutes);
        let (before, added): (Vec<_>, Vec<_>) =
            (logged.iter().map(known).collect(), new.iter().map(known).collect());
        let found = too_long(&before, &added).map(|long| (long.would_be, long.accepts_up_to));
        assert_eq!(found, expect, "{logged:?} + {new:?}");
    }

    #[test]
    fn one_day_holds_one_long_night() {
        check(&[], &[("sleep", 780)], None);
        check(&[("sleep", 300)], &[("sleep", 180)], None);
        check(&[("sleep", 420)], &[("sleep", 420)], Some((840, 780)));
        check(&[], &[("sleep", 420), ("sleep", 420)], Some((840, 780)));
    }

    #[test]
    fn no_day_has_more_than_24_hours_of_what_shares_no_minute() {
        check(&[("compression_garment", 720)], &[("compression_garment", 720)], None);
        check(&[("compression_garment", 720)], &[("compression_garment", 721)], Some((1441, 1440)));
        check(&[("sleep", 780), ("boots", 180)], &[("compression_garment", 1440)], None);
        check(&[("sleep", 780), ("recovery_walk", 600)], &[("foam_roll", 60)], None);
        check(&[("sleep", 780), ("recovery_walk", 600)], &[("foam_roll", 61)], Some((1441, 1440)));
    }

    #[test]
    fn what_was_believed_before_stands_in_nobodys_way() {
        check(&[("sleep", 1200)], &[("boots", 30), ("rest_day", 0)], None);
    }
}
