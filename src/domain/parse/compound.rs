//! Names that mean something else with the word beside them: "sausage roll", "art gallery".
//!
//! It doesn't know what else they mean: that is asked, as of any word nobody knows.

use super::item::Item;
use super::words;

/// "rest day" needs no minutes, so it is sure without.
const NEEDS_NO_MINUTES: &str = "rest_day";

/// Puts a name and the unknown words right beside it into one, where nothing says that it was done:
/// no minutes stand with it, or it is a common word that goes before many.
pub(super) fn joined(items: Vec<Item>) -> Vec<Item> {
    let mut kept: Vec<Item> = Vec::with_capacity(items.len());
    let mut rest = items.as_slice();
    while let Some(item) = rest.first() {
        rest = &rest[1..];
        let Item::Modality { id, said } = item else {
            kept.push(item.clone());
            continue;
        };
        let before = kept.iter().rev().take_while(|item| other_word(item).is_some()).count();
        let after = rest.iter().map_while(other_word).count();
        let settled = is_settled(&items, items.len() - rest.len() - 1);
        let is_other = id.as_ref() != NEEDS_NO_MINUTES
            && ((!settled && before + after > 0) || (words::goes_before_many(said) && after > 0));
        if !is_other {
            kept.push(item.clone());
            continue;
        }
        let described = kept.split_off(kept.len() - before);
        let mut name: Vec<&str> = described.iter().filter_map(other_word).collect();
        name.push(said);
        name.extend(rest[..after].iter().filter_map(other_word));
        kept.push(Item::Unknown(name.join(" ")));
        rest = &rest[after..];
    }
    kept
}

/// A word that may make another thing of the name beside it. How somebody's body is doesn't, and how
/// far it was neither.
fn other_word(item: &Item) -> Option<&str> {
    let Item::Unknown(word) = item else { return None };
    let counts = word.starts_with(|c: char| c.is_ascii_digit());
    let is_one = !word.contains(' ') && !counts && !words::is_about_health(word);
    is_one.then_some(word.as_str())
}

/// Whether the modality at `at` was done is said: with minutes in its part, or in one without a name,
/// or by a denial or a plan.
fn is_settled(items: &[Item], at: usize) -> bool {
    let parts = |item: &Item| matches!(item, Item::Break | Item::Joint);
    let amount = |item: &Item| matches!(item, Item::Amount(_) | Item::Garbled);
    let undone = |item: &Item| matches!(item, Item::Denial | Item::Lack | Item::Plan);
    let mut start = 0;
    items.split(parts).any(|part| {
        let here = (start..start + part.len()).contains(&at);
        start += part.len() + 1;
        let named = part.iter().any(|item| matches!(item, Item::Modality { .. }));
        (here || !named) && part.iter().any(amount) || here && part.iter().any(undone)
    })
}
