//! What a condition asks of whoever lives with it: what waits for a doctor's word, why, and what to mind.
//!
//! It hears no condition in anybody's words; that is the advisor's to do.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{Condition, Does};

/// What the catalogue says of a condition.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concern {
    /// Which.
    pub id: Condition,
    /// It, behind "a doctor's word": "in pregnancy".
    pub with: String,
    /// What is said of something that waits, behind its name, where no doctor needs to be asked for it.
    pub why: Option<String>,
    /// What waits, beside all whose cautions name it.
    #[serde(default)]
    pub holds_back: BTreeSet<Does>,
    /// Whether running hard, or at all, waits, which [`Mind::text`] then says.
    #[serde(default)]
    pub runs_wait: bool,
    /// What to mind, the first of these that fits.
    #[serde(default)]
    pub mind: Vec<Mind>,
    /// Whether a source was seen to say so.
    pub verified: bool,
    /// The citation's id.
    pub cite: String,
}

/// One thing to mind with a condition.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mind {
    /// Only where one of these goes with it; in any case where there is none.
    #[serde(default)]
    pub beside: BTreeSet<Beside>,
    /// Only with one of these conditions; with any where there is none.
    #[serde(default)]
    pub conditions: BTreeSet<Condition>,
    /// The line.
    pub text: String,
}

impl Mind {
    /// Whether it is to be said to somebody of whom so much holds.
    #[must_use]
    pub fn fits(&self, beside: &BTreeSet<Beside>, conditions: &BTreeSet<Condition>) -> bool {
        let is_beside = self.beside.is_empty() || !self.beside.is_disjoint(beside);
        is_beside && (self.conditions.is_empty() || !self.conditions.is_disjoint(conditions))
    }
}

/// What makes a condition worth a word today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beside {
    /// Something is sore.
    Sore,
    /// They are giddy.
    Giddy,
    /// They have had a drink, or mean to.
    Drink,
    /// They ask about heat, or the day is hot.
    Heat,
    /// They ask about cold.
    Cold,
    /// A run is ahead, or they ask whether to run.
    Run,
}
