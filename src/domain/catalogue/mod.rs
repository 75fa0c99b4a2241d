//! The catalogue: every kind of recovery the bot knows, read from TOML and checked as a whole.
//!
//! It reads no file of the operator's (it gets text) and doesn't understand sentences, only single names.

mod body;
mod check;
mod companion;
mod concern;
mod evidence;
mod fact;
mod id;
mod measure;
mod modality;
mod names;
mod need;
mod own;
mod red_flag;
mod source;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

pub use body::{Condition, Does};
pub use companion::Companion;
pub use concern::{Beside, Concern, Mind};
pub use evidence::{Benefit, Caution, CautionLevel, Direction, Effect, Evidence, Strength};
pub use fact::{Fact, Property};
pub use id::{InvalidModalityId, ModalityId};
pub use measure::{CountedIn, Dose, Minutes, Unit};
pub use modality::{Access, Area, Cost, Family, Modality, Slot};
pub use names::normalise;
pub use need::{Need, Place};
pub use own::{OwnModality, OwnRefused};
pub use red_flag::{Flag, RedFlag, Urgency};
pub use source::{Citation, CitationTier, Rule};

/// The product's own catalogue, compiled in.
const EMBEDDED: &str = include_str!("../../../config/modalities.toml");

static PRODUCT: LazyLock<Result<Catalogue, CatalogueError>> =
    LazyLock::new(|| Catalogue::parse(EMBEDDED));

/// The product's own catalogue, read once.
fn product() -> &'static Result<Catalogue, CatalogueError> {
    &PRODUCT
}

/// As much of a line as an error repeats.
const LONGEST_QUOTE: usize = 80;

/// Why a catalogue was refused: one sentence for the organiser who wrote it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    /// The text is no TOML, or has a key or value that the catalogue doesn't know.
    #[error("line {line}, `{text}`: {problem}")]
    Unreadable {
        /// The line it was noticed on, counted from 1.
        line: usize,
        /// The line itself.
        text: String,
        /// What is wrong there.
        problem: String,
    },
    /// A value that can't stand.
    #[error("{subject}: {field} {problem}")]
    Invalid {
        /// What the value belongs to, such as "modality `boots`".
        subject: String,
        /// The key in the file.
        field: &'static str,
        /// What is wrong, and what would be right.
        problem: String,
    },
    /// Two modalities, citations, red flags or rules have one id.
    #[error(
        "the id `{id}` is used by both \"{first}\" and \"{second}\"; give one of them another id"
    )]
    SharedId {
        /// The id.
        id: String,
        /// What had it first.
        first: String,
        /// What wants it too.
        second: String,
    },
    /// A member who types this name could mean either modality.
    #[error("\"{name}\" would mean both `{first}` and `{second}`; take it away from one of them")]
    SharedName {
        /// The name, normalised.
        name: String,
        /// The modality that had it first.
        first: ModalityId,
        /// The modality that wants it too.
        second: ModalityId,
    },
}

/// Every modality the club can log, with what is known about it. Never changes once made.
#[derive(Clone, Debug)]
pub struct Catalogue {
    modalities: Vec<Modality>,
    citations: Vec<Citation>,
    red_flags: Vec<RedFlag>,
    concerns: Vec<Concern>,
    rules: Vec<Rule>,
    /// From every normalised name to its modality's place.
    by_alias: HashMap<String, usize>,
    /// Every single word of those names.
    name_words: HashSet<String>,
    /// What entries may name but nobody is offered: a guild's own, taken away since.
    retired: Vec<Modality>,
}

/// The catalogue's file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CatalogueFile {
    modality: Vec<Modality>,
    #[serde(default)]
    citation: Vec<Citation>,
    #[serde(default)]
    red_flag: Vec<RedFlag>,
    #[serde(default)]
    condition: Vec<Concern>,
    #[serde(default)]
    rule: Vec<Rule>,
}

/// The operator's file: more modalities and their sources; red flags and rules aren't a club's to change.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AdditionsFile {
    #[serde(default)]
    modality: Vec<Modality>,
    #[serde(default)]
    citation: Vec<Citation>,
}

impl Catalogue {
    /// The product's own catalogue.
    ///
    /// # Errors
    ///
    /// When `config/modalities.toml` was invalid when the program was built; a test keeps that from happening.
    pub fn embedded() -> Result<Self, CatalogueError> {
        product().clone()
    }

    /// Reads a whole catalogue.
    ///
    /// # Errors
    ///
    /// The first thing in it that can't stand.
    pub fn parse(toml: &str) -> Result<Self, CatalogueError> {
        let CatalogueFile { modality, citation, red_flag, condition, rule } = read(toml)?;
        Self::checked(modality, citation, red_flag, condition, rule)
    }

    /// This catalogue with the operator's own modalities after the product's.
    ///
    /// # Errors
    ///
    /// The first thing in the additions that can't stand, by itself or beside what is there already.
    pub fn extended(self, toml: &str) -> Result<Self, CatalogueError> {
        let additions: AdditionsFile = read(toml)?;
        let Self { mut modalities, mut citations, red_flags, concerns, rules, .. } = self;
        let mut added = additions.modality;
        added.iter_mut().for_each(|modality| modality.keep_as(&modalities));
        modalities.extend(added);
        citations.extend(additions.citation);
        Self::checked(modalities, citations, red_flags, concerns, rules)
    }

    /// Every modality, in the order of the file.
    #[must_use]
    pub fn modalities(&self) -> &[Modality] {
        &self.modalities
    }

    /// The modality with this id, offered or not.
    #[must_use]
    pub fn get(&self, id: &ModalityId) -> Option<&Modality> {
        self.modalities.iter().chain(&self.retired).find(|modality| modality.id == *id)
    }

    /// The modality that goes by exactly this name, which must have been through [`normalise`].
    #[must_use]
    pub fn by_alias(&self, normalised: &str) -> Option<&Modality> {
        self.by_alias.get(normalised).map(|&place| &self.modalities[place])
    }

    /// Every single word of the names that modalities go by.
    #[must_use]
    pub fn name_words(&self) -> &HashSet<String> {
        &self.name_words
    }

    /// The source that evidence, an effect, a caution, a red flag or a rule names.
    #[must_use]
    pub fn citation(&self, id: &str) -> Option<&Citation> {
        self.citations.iter().find(|citation| citation.id == id)
    }

    /// The signs that end all suggestions but rest and getting seen, the most urgent first.
    #[must_use]
    pub fn red_flags(&self) -> &[RedFlag] {
        &self.red_flags
    }

    /// What is said of each condition.
    #[must_use]
    pub fn concerns(&self) -> &[Concern] {
        &self.concerns
    }

    /// The modality that an emoji names.
    #[must_use]
    pub fn by_emoji(&self, emoji: char) -> Option<&Modality> {
        self.modalities.iter().find(|modality| modality.emoji == Some(emoji))
    }

    /// The rules that hold across modalities, such as how long after strength work the cold waits.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    fn checked(
        mut modalities: Vec<Modality>,
        citations: Vec<Citation>,
        red_flags: Vec<RedFlag>,
        concerns: Vec<Concern>,
        rules: Vec<Rule>,
    ) -> Result<Self, CatalogueError> {
        check::ids(&modalities, &citations, &red_flags, &rules)?;
        for modality in &modalities {
            check::modality(modality, &modalities, &citations)?;
        }
        check::safety(&red_flags, &concerns, &rules, &citations)?;
        for modality in &mut modalities {
            modality.complete_aliases();
            modality.keep_as_cautioned();
        }
        let by_alias = index(&modalities)?;
        let name_words =
            by_alias.keys().flat_map(|name| name.split(' ')).map(str::to_owned).collect();
        let retired = Vec::new();
        Ok(Self {
            modalities,
            citations,
            red_flags,
            concerns,
            rules,
            by_alias,
            name_words,
            retired,
        })
    }
}

fn index(modalities: &[Modality]) -> Result<HashMap<String, usize>, CatalogueError> {
    let mut by_alias = HashMap::new();
    for (place, modality) in modalities.iter().enumerate() {
        for alias in &modality.aliases {
            if let Some(first) = by_alias.insert(alias.clone(), place) {
                return Err(CatalogueError::SharedName {
                    name: alias.clone(),
                    first: modalities[first].id.clone(),
                    second: modality.id.clone(),
                });
            }
        }
    }
    Ok(by_alias)
}

fn read<'de, File: Deserialize<'de>>(toml: &'de str) -> Result<File, CatalogueError> {
    toml::from_str(toml).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = toml.bytes().take(start).filter(|&byte| byte == b'\n').count();
        let text = toml.lines().nth(line).unwrap_or_default().trim();
        CatalogueError::Unreadable {
            line: line + 1,
            text: text.chars().take(LONGEST_QUOTE).collect(),
            problem: error.message().replace('\n', ", "),
        }
    })
}
