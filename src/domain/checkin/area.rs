//! The parts of the body a check-in can name: what rows keep, and what people read.

use crate::domain::catalogue::Area;

/// Every area, from the feet up, with the word that rows keep for it and the one people read.
pub const AREAS: [(Area, &str, &str); 18] = [
    (Area::Toes, "toes", "toes"),
    (Area::Feet, "feet", "feet"),
    (Area::Ankles, "ankles", "ankles"),
    (Area::Achilles, "achilles", "Achilles"),
    (Area::Calves, "calves", "calves"),
    (Area::Shins, "shins", "shins"),
    (Area::Knees, "knees", "knees"),
    (Area::ItBand, "it_band", "IT band"),
    (Area::Quads, "quads", "quads"),
    (Area::Hamstrings, "hamstrings", "hamstrings"),
    (Area::Glutes, "glutes", "glutes"),
    (Area::Hips, "hips", "hips"),
    (Area::Groin, "groin", "groin"),
    (Area::Back, "back", "back"),
    (Area::UpperBack, "upper_back", "upper back"),
    (Area::Neck, "neck", "neck"),
    (Area::Arms, "arms", "arms"),
    (Area::WholeBody, "whole_body", "all over"),
];

/// The word that rows and menus keep for `area`.
#[must_use]
pub fn area_id(area: Area) -> &'static str {
    named(area).0
}

/// The word people read for `area`.
#[must_use]
pub fn area_label(area: Area) -> &'static str {
    named(area).1
}

/// The area that rows and menus keep as `id`.
#[must_use]
pub fn area_of_id(id: &str) -> Option<Area> {
    AREAS.iter().find(|(_, known, _)| *known == id).map(|(area, ..)| *area)
}

fn named(area: Area) -> (&'static str, &'static str) {
    let found = AREAS.iter().find(|(known, ..)| *known == area);
    // A test names every area.
    found.map_or(("", ""), |(_, id, label)| (id, label))
}
