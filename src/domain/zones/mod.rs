//! Time zones as people name them: a city, a country, an IANA name, or what their clock says.
//!
//! It sets nothing, and gets the time as an argument.

mod clock;
mod places;

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::catalogue::normalise;
use super::reading::Reading;

pub use clock::clock_words;

/// The most places an answer leaves to choose from: a row of buttons.
pub const MAX_CHOICES: usize = 5;

/// Discord's limit on what is offered while someone types.
const MAX_OFFERED: usize = 25;

/// Words people put before the place itself.
const LEAD_INS: &[&str] = &["i live in ", "i am in ", "im in ", "moved to ", "in "];

/// A place and the time zone it keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What people call it.
    pub name: String,
    /// Its zone.
    pub zone: Tz,
}

/// What somebody's words may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// Just this.
    One(Place),
    /// One of these, likeliest first, [`MAX_CHOICES`] at most.
    OneOf(Vec<Place>),
    /// Nothing we know.
    Unknown,
}

impl Place {
    /// The zone under its own name.
    #[must_use]
    pub fn of(zone: Tz) -> Self {
        Self { name: own_name(zone), zone }
    }
}

/// Where someone is who says this at `now`.
#[must_use]
pub fn meant(reading: &Reading, now: DateTime<Utc>) -> Meant {
    let said = reading.text.as_str();
    if let Some(zone) = by_iana_name(said) {
        return Meant::One(Place::of(zone));
    }
    if let Some(offset) = clock::offset(said) {
        return chosen(clock::apart(offset, now).map(Place::of).collect());
    }
    if let Some(shown) = clock::read(reading) {
        return chosen(clock::showing(shown, now).map(Place::of).collect());
    }
    let name = spoken(said);
    let words: Vec<&str> = name.split(' ').collect();
    // "boston ma" and "san francisco california" start with the city.
    let starts = (1..=words.len()).rev().map(|count| words[..count].join(" "));
    for start in starts {
        let exact: Vec<Place> = named(|known| known == start).collect();
        if !exact.is_empty() {
            return chosen(exact);
        }
    }
    if name.chars().count() < 3 {
        return Meant::Unknown;
    }
    let begun: Vec<Place> = named(|known| known.starts_with(&name)).collect();
    if !begun.is_empty() {
        // A beginning is a guess, even where only one place begins so.
        return match chosen(begun) {
            Meant::One(place) => Meant::OneOf(vec![place]),
            several => several,
        };
    }
    match named(|known| strsim::osa_distance(known, &name) <= slips_allowed(&name)).collect() {
        // A slip is worth asking about, even where only one place is near.
        near if Vec::is_empty(&near) => Meant::Unknown,
        near => Meant::OneOf(near.into_iter().take(MAX_CHOICES).collect()),
    }
}

/// Whether somebody's words tell what their clock says.
#[must_use]
pub fn tells_a_clock(said: &Reading) -> bool {
    clock::read(said).is_some()
}

/// What to offer for the text typed so far, best first; each name or zone is understood when sent.
#[must_use]
pub fn offered(reading: &Reading, now: DateTime<Utc>) -> Vec<Place> {
    let typed = reading.text.as_str();
    if let Some(offset) = clock::offset(typed) {
        return clock::apart(offset, now).map(Place::of).take(MAX_OFFERED).collect();
    }
    if let Some(shown) = clock::read(reading) {
        return clock::showing(shown, now).map(Place::of).take(MAX_OFFERED).collect();
    }
    let begun = spoken(typed);
    if begun.is_empty() {
        return places::LIKELY.iter().copied().map(Place::of).take(MAX_OFFERED).collect();
    }
    let starts = named(|known| known.starts_with(&begun));
    let within = named(|known| known.split(' ').skip(1).any(|word| word.starts_with(&begun)));
    let iana = by_iana_name(typed).map(Place::of);
    let mut seen = HashSet::new();
    let mut offered: Vec<Place> = iana.into_iter().chain(starts).chain(within).collect();
    offered.retain(|place| seen.insert((place.name.clone(), place.zone)));
    offered.truncate(MAX_OFFERED);
    offered
}

fn chosen(mut places: Vec<Place>) -> Meant {
    let mut seen = HashSet::new();
    places.retain(|place| seen.insert(place.zone));
    places.truncate(MAX_CHOICES);
    match places.len() {
        0 => Meant::Unknown,
        1 => Meant::One(places.remove(0)),
        _ => Meant::OneOf(places),
    }
}

/// One form for every way to write a name, without what leads up to it or comes after a comma.
fn spoken(said: &str) -> String {
    let name = normalise(said.split(',').next().unwrap_or_default());
    let bare = LEAD_INS.iter().find_map(|lead_in| name.strip_prefix(lead_in));
    bare.unwrap_or(&name).to_owned()
}

fn slips_allowed(name: &str) -> usize {
    match name.chars().count() {
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    }
}

fn by_iana_name(said: &str) -> Option<Tz> {
    let said = said.trim().replace(' ', "_");
    let is_full_name = said.contains('/') || said.eq_ignore_ascii_case("UTC");
    TZ_VARIANTS.iter().copied().find(|zone| is_full_name && zone.name().eq_ignore_ascii_case(&said))
}

fn own_name(zone: Tz) -> String {
    zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ")
}

/// Every place whose normalised name is as asked; ours before those that only the zones name.
fn named(fits: impl Fn(&str) -> bool) -> impl Iterator<Item = Place> {
    let fitting = KNOWN.iter().filter(move |(name, _)| fits(name));
    fitting.map(|(_, place)| place.clone())
}

static KNOWN: LazyLock<Vec<(String, Place)>> = LazyLock::new(|| {
    let ours = places::PLACES.iter().flat_map(|(name, zones)| {
        zones.iter().map(|zone| {
            let name = if zones.len() > 1 { own_name(*zone) } else { (*name).to_owned() };
            Place { name, zone: *zone }
        })
    });
    let asked =
        places::PLACES.iter().flat_map(|(name, zones)| zones.iter().map(|_| normalise(name)));
    let mut known: Vec<(String, Place)> = asked.zip(ours).collect();
    let mut taken: HashSet<String> = known.iter().map(|(name, _)| name.clone()).collect();
    for zone in TZ_VARIANTS.iter().copied().filter(|zone| is_a_city(*zone)) {
        let place = Place::of(zone);
        let name = normalise(&place.name);
        // Older spellings repeat a name ("America/Louisville"); the first one will do.
        if taken.insert(name.clone()) {
            known.push((name, place));
        }
    }
    known
});

/// Zones named after a city or an island, not after an offset, an ocean or a politician's region.
fn is_a_city(zone: Tz) -> bool {
    let areas =
        ["Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];
    zone.name().split_once('/').is_some_and(|(area, _)| areas.contains(&area))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::reading;
    use proptest::prelude::*;

    /// Monday 19:00 in New York, Tuesday 00:00 in London.
    fn now() -> DateTime<Utc> {
        "2026-11-24T00:00:00Z".parse().unwrap()
    }

    fn zones(said: &str) -> Vec<&'static str> {
        match meant(&reading(said), now()) {
            Meant::One(place) => vec![place.zone.name()],
            Meant::OneOf(places) => places.iter().map(|place| place.zone.name()).collect(),
            Meant::Unknown => Vec::new(),
        }
    }

    #[test]
    fn a_place_is_found_as_people_say_it() {
        for (said, zone) in [
            ("new york", "America/New_York"),
            ("NEW YORK CITY", "America/New_York"),
            ("manchester", "Europe/London"),
            ("I live in Boston, MA", "America/New_York"),
            ("boston ma", "America/New_York"),
            ("japan", "Asia/Tokyo"),
            ("germany", "Europe/Berlin"),
            ("são paulo", "America/Sao_Paulo"),
            ("europe/london", "Europe/London"),
            ("America/New York", "America/New_York"),
            ("utc", "UTC"),
            ("louisville", "America/Kentucky/Louisville"),
        ] {
            assert_eq!(zones(said), [zone], "{said}");
        }
    }

    #[test]
    fn what_could_be_several_is_asked_about() {
        assert_eq!(zones("portland"), ["America/New_York", "America/Los_Angeles"]);
        assert_eq!(zones("usa").len(), 5);
        assert_eq!(zones("cambridge"), ["Europe/London", "America/New_York"]);
        assert!(
            matches!(meant(&reading("manchestr"), now()), Meant::OneOf(_)),
            "a slip is asked about"
        );
        for unknown in ["", "xyzzy", "my house", "🥾", "a"] {
            assert_eq!(meant(&reading(unknown), now()), Meant::Unknown, "{unknown}");
        }
    }

    #[test]
    fn the_first_letters_offer_places() {
        let names = |typed| -> Vec<String> {
            offered(&reading(typed), now()).into_iter().map(|place| place.name).collect()
        };
        assert_eq!(names("bosto"), ["Boston"]);
        assert!(names("york").contains(&"New York".to_owned()));
        assert_eq!(names("")[0], "New York");
        assert_eq!(names("xyzzy"), [] as [&str; 0]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_words_have_an_answer(said in "[a-z0-9: ]{0,20}|.{0,20}") {
            if let Meant::OneOf(places) = meant(&reading(&said), now()) {
                prop_assert!((1..=MAX_CHOICES).contains(&places.len()));
            }
            prop_assert!(offered(&reading(&said), now()).len() <= 25);
        }
    }
}
