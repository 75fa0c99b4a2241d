//! What is known about a modality: graded evidence, single findings, and cautions.
//!
//! It weighs nothing and words no reply; how sure and which way is the catalogue's to say.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::Condition;

/// What is known about a modality and one benefit.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// What it might be good for.
    pub benefit: Benefit,
    /// How sure that is, not how big.
    pub strength: Strength,
    /// Which way it points.
    pub direction: Direction,
    /// Whether a source was seen to say so; if not, it is judgement.
    pub verified: bool,
    /// The ids of the citations.
    pub cites: Vec<String>,
    /// What to know about it, in a line.
    pub note: Option<String>,
}

/// What a modality might be good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant says all there is to say")]
pub enum Benefit {
    Soreness,
    Inflammation,
    Performance,
    Sleep,
    Energy,
    InjuryHealing,
    InjuryPrevention,
    Mobility,
    FootHealth,
}

/// How sure a claim is, the surest last. Not how big an effect is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant says all there is to say")]
pub enum Strength {
    Insufficient,
    Limited,
    Moderate,
    Strong,
}

/// Which way the evidence points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant says all there is to say")]
pub enum Direction {
    Helps,
    Mixed,
    NoEffect,
    Harms,
    Unknown,
}

/// One finding, with its numbers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// The finding.
    pub text: String,
    /// Whether a source was seen to say so.
    pub verified: bool,
    /// The citation's id.
    pub cite: String,
}

/// Who should leave a modality, ask first, or take care.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caution {
    /// Whom or what it is about.
    pub text: String,
    /// How firm it is.
    pub level: CautionLevel,
    /// Who it concerns, of what people may live with.
    #[serde(default)]
    pub conditions: BTreeSet<Condition>,
    /// Whether a source was seen to say so.
    pub verified: bool,
    /// The citation's id.
    pub cite: String,
}

/// How firm a caution is, the firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CautionLevel {
    /// Leave it.
    Never,
    /// Ask a clinician first.
    AskFirst,
    /// Take care.
    Care,
}
