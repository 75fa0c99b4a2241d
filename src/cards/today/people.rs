//! What the runners of the advisor's tests are answered, as a card.

use std::sync::Arc;

use chrono::Datelike;

use super::*;
use crate::domain::advisor::people::today;
use crate::domain::advisor::{self, AskedAt, Situation};
use crate::domain::catalogue::Catalogue;

/// The card, without what its buttons hold.
pub(super) fn answer(catalogue: &Catalogue, situation: Situation<'_>, text: &str) -> String {
    let asked_at = AskedAt { weekday: today().weekday(), minute: situation.minute };
    let ask = advisor::ask(&crate::corpus::reading(text), catalogue, asked_at).unwrap();
    let without = ask.without.iter().map(|at| catalogue.modalities()[*at].id.clone());
    let situation = Situation { swapped: without.collect(), ask: ask.clone(), ..situation };
    let planned = Planned {
        ask,
        swapped: std::collections::BTreeSet::new(),
        plan: advisor::advise(&situation),
        cautions: Vec::new(),
        asked: None,
        catalogue: Arc::new(catalogue.clone()),
    };
    let card = plan(&planned, "1442200000000000001".parse().unwrap());
    let buttons = card.rows.iter().filter_map(|row| match row {
        super::super::Row::Buttons(buttons) => Some(buttons),
        super::super::Row::Menu(_) | super::super::Row::Channels(_) => None,
    });
    let labels: Vec<String> = buttons.flatten().map(|b| format!("[{}]", b.label)).collect();
    format!("{}\n{}", card.text, labels.join(" ")).trim_end().to_owned()
}
