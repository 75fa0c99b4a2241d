//! Where claims come from, and the rules that hold across modalities.
//!
//! It obeys no rule; that is the advisor's to do.

use serde::Deserialize;

/// A source that a claim can name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The short key that claims name it by.
    pub id: String,
    /// Who wrote it, where known.
    pub authors: Option<String>,
    /// When it appeared, where dated.
    pub year: Option<u16>,
    /// What it is about and how large it is.
    pub title: String,
    /// The journal, site or maker.
    #[serde(rename = "where")]
    pub published_in: Option<String>,
    /// How good a look was taken at it.
    pub tier: CitationTier,
    /// A DOI, an archive's number or an address.
    pub locator: Option<String>,
}

/// How good a look was taken at a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CitationTier {
    /// The abstract of a paper was read.
    Abstract,
    /// The publisher's own summary was read.
    OfficialPage,
    /// A manufacturer's text.
    Maker,
    /// News coverage.
    Press,
    /// Somebody else's page about it.
    SecondaryWeb,
    /// Nothing was read: memory or judgement, which never verifies a claim.
    Memory,
}

/// A rule that holds across modalities; the advisor obeys it and can show it as the reason.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its key.
    pub id: String,
    /// The rule, in a member's words.
    pub text: String,
    /// Whether a source was seen to say so.
    pub verified: bool,
    /// The citation's id.
    pub cite: String,
    /// What part of it is judgement, or why it is there.
    pub note: Option<String>,
}
