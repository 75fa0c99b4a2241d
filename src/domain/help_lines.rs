//! Whom somebody in need can call where they are, going by their time zone.
//!
//! It decides on nobody's need, and holds no number that isn't certain.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono_tz::Tz;
use serde::Deserialize;

const FILE: &str = include_str!("../../config/help-lines.toml");

/// Stands at the end of a zone for whatever may follow.
const ANY: char = '*';

/// The numbers of one place; what isn't known of it is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HelpLines {
    /// The number for an ambulance.
    pub emergency: Option<&'static str>,
    /// Who listens to somebody who thinks of ending their life.
    pub crisis: Option<&'static str>,
}

impl HelpLines {
    /// Those of the country that keeps this zone; none of a zone that nothing is known of.
    #[must_use]
    pub fn for_zone(zone: Tz) -> Self {
        let country = COUNTRIES.values().find(|country| country.keeps(zone.name()));
        country.map(Country::lines).unwrap_or_default()
    }
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Country {
    emergency: String,
    crisis: Option<String>,
    zones: Vec<String>,
}

impl Country {
    fn keeps(&self, zone: &str) -> bool {
        self.zones.iter().any(|kept| match kept.strip_suffix(ANY) {
            Some(start) => zone.starts_with(start),
            None => zone == kept,
        })
    }

    fn lines(&'static self) -> HelpLines {
        HelpLines { emergency: Some(&self.emergency), crisis: self.crisis.as_deref() }
    }
}

/// By ISO code. None, should the file not be readable: then everybody is told what is true anywhere.
static COUNTRIES: LazyLock<BTreeMap<String, Country>> =
    LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

#[cfg(test)]
mod tests {
    use chrono_tz::TZ_VARIANTS;

    use super::*;

    #[test]
    fn a_zone_finds_its_countrys_numbers() {
        for (zone, emergency, crisis) in [
            ("America/New_York", "911", Some("call or text 988")),
            ("US/Pacific", "911", Some("call or text 988")),
            ("America/Toronto", "911", Some("call or text 988")),
            ("Europe/London", "999", Some("Samaritans, 116 123")),
            ("Europe/Dublin", "112 or 999", Some("Samaritans, 116 123")),
            ("Australia/Perth", "000", Some("Lifeline, 13 11 14")),
            ("Pacific/Auckland", "111", Some("call or text 1737")),
            ("Europe/Vienna", "112 or 144", Some("Telefonseelsorge, 142")),
            ("Europe/Athens", "112", None),
        ] {
            let found = HelpLines::for_zone(zone.parse().unwrap());
            assert_eq!(found, HelpLines { emergency: Some(emergency), crisis }, "{zone}");
        }
        for unknown in ["UTC", "Etc/GMT+5", "Africa/Nairobi"] {
            assert_eq!(HelpLines::for_zone(unknown.parse().unwrap()), HelpLines::default());
        }
    }

    #[test]
    fn every_zone_that_is_named_exists_and_is_one_countrys() {
        for (code, country) in &*COUNTRIES {
            for zone in &country.zones {
                let alone = Country { zones: vec![zone.clone()], ..country.clone() };
                let exists = TZ_VARIANTS.iter().any(|zone| alone.keeps(zone.name()));
                assert!(exists, "{code}: {zone}");
            }
        }
        for zone in TZ_VARIANTS {
            let keep = COUNTRIES.values().filter(|country| country.keeps(zone.name()));
            assert!(keep.count() <= 1, "{zone}");
        }
    }
}
