//! A member's kit, with a menu for each shelf.

use super::MeClick;
use crate::actions::{KitItem, KitSet};
use crate::cards::{Card, Choice, ComponentId, Menu};
use crate::domain::kit::Shelf;

/// The kit, and what there is to choose.
#[must_use]
pub fn kit(set: &KitSet) -> Card {
    let shelf = |(shelf, items): &(Shelf, Vec<KitItem>)| {
        let has: Vec<&str> =
            items.iter().filter(|item| item.has).map(|item| item.label.as_str()).collect();
        let has = if has.is_empty() { "nothing yet".to_owned() } else { has.join(", ") };
        let heading = match shelf {
            Shelf::Own => "You own",
            Shelf::GoTo => "You go to",
        };
        format!("**{heading}** {has}")
    };
    let mut lines: Vec<String> = set.shelves.iter().map(shelf).collect();
    lines.push(if set.is_said {
        "-# What needs nothing is always in. Each choice is saved.".to_owned()
    } else {
        "-# Until you choose, I suggest what needs nothing and what you've logged.".to_owned()
    });
    let menus = set.shelves.iter().map(|(shelf, items)| menu(*shelf, items));
    menus.fold(Card::private(lines.join("\n")), Card::with_menu)
}

fn menu(shelf: Shelf, items: &[KitItem]) -> Menu {
    let choice = |item: &KitItem| Choice {
        value: item.id.to_string(),
        label: item.label.clone(),
        chosen: item.has,
    };
    let placeholder = match shelf {
        Shelf::Own => "What do you own or borrow?",
        Shelf::GoTo => "What do you go to?",
    };
    Menu {
        id: ComponentId::Me(MeClick::Kit(shelf)),
        placeholder: placeholder.to_owned(),
        choices: items.iter().map(choice).collect(),
        takes: 0..=u8::try_from(items.len()).unwrap_or(u8::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_shelf_is_a_line_and_a_menu() {
        let item = |id: &str, label: &str, has| KitItem {
            id: id.parse().unwrap(),
            label: label.to_owned(),
            has,
        };
        let own = vec![item("boots", "Boots", true), item("foam_roll", "Foam roll", true)];
        let mut set = KitSet {
            is_said: true,
            shelves: vec![(Shelf::Own, own), (Shelf::GoTo, vec![item("art", "ART", false)])],
        };
        insta::assert_snapshot!(kit(&set), @"
        (private) **You own** Boots, Foam roll
        **You go to** nothing yet
        -# What needs nothing is always in. Each choice is saved.
        <What do you own or borrow?>(1:me:kit:own: boots=Boots, foam_roll=Foam roll)
        <What do you go to?>(1:me:kit:goto: art=ART)
        ");
        set.is_said = false;
        assert!(kit(&set).text.ends_with("what you've logged."));
    }
}
