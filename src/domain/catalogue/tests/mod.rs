//! What the catalogue promises, through its one door; ids and names have their tests beside them.

mod additions;
mod product;
mod refusals;
mod safety;

use super::*;

/// The least that an organiser has to write.
const HAMMOCK: &str = r#"
[[modality]]
id = "hammock"
label = "Hammock"
name = "Hammock time"
aliases = ["hammocks", "Swinging-Bed"]
minutes = { shortest = 10, usual = 20, longest_useful = 60 }
"#;

fn embedded() -> Catalogue {
    Catalogue::embedded().unwrap()
}

fn modality<'a>(catalogue: &'a Catalogue, typed: &str) -> &'a Modality {
    catalogue.by_alias(&normalise(typed)).unwrap_or_else(|| panic!("nothing goes by {typed:?}"))
}
