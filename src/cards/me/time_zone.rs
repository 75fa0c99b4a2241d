//! The answers to a wish for another time zone.

use chrono::{DateTime, Utc};

use super::MeClick;
use crate::actions::ZoneChosen;
use crate::cards::{Button, Card, ComponentId, Style};
use crate::domain::zones::{Place, clock_words};

/// The zone that was set, or the places to choose from.
#[must_use]
pub fn zone_chosen(chosen: &ZoneChosen, now: DateTime<Utc>) -> Card {
    match chosen {
        ZoneChosen::Set(place) => zone_set(place, now),
        ZoneChosen::Which(places) => {
            let button = |place: &Place| Button {
                id: ComponentId::Me(MeClick::Zone(place.zone)),
                label: format!("{} · {}", place.name, clock_words(now, place.zone)),
                style: Style::Secondary,
            };
            Card::private("Which one is yours?").with_row(places.iter().map(button).collect())
        }
    }
}

/// The zone that was set.
#[must_use]
pub fn zone_set(place: &Place, now: DateTime<Utc>) -> Card {
    Card::private(format!(
        "Your days follow **{}** time now. It's {} there.\n-# Days already logged stay as they are.",
        place.name,
        clock_words(now, place.zone)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_there_is_told_with_each_place() {
        let now = "2026-11-24T00:02:00Z".parse().unwrap();
        let london = Place::of(chrono_tz::Europe::London);
        let new_york = Place::of(chrono_tz::America::New_York);
        insta::assert_snapshot!(zone_chosen(&ZoneChosen::Set(london.clone()), now), @"
        (private) Your days follow **London** time now. It's Tue 12:02 am there.
        -# Days already logged stay as they are.
        ");
        insta::assert_snapshot!(zone_chosen(&ZoneChosen::Which(vec![london, new_york]), now), @"
        (private) Which one is yours?
        [London · Tue 12:02 am](1:me:zone:Europe/London) [New York · Mon 7:02 pm](1:me:zone:America/New_York)
        ");
    }
}
