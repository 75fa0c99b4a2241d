//! What a catalogue must obey beyond its form, each breach told in one sentence.
//!
//! It stops at the first breach, mends nothing, and leaves shared names to the index.

use std::collections::HashMap;

use super::companion::PASTIMES;
use super::measure::{Minutes, Unit};
use super::modality::Modality;
use super::source::{Citation, CitationTier, Rule};
use super::{CatalogueError, Companion, Concern, RedFlag, normalise};

const LONGEST_LABEL: usize = 18;
const LONGEST_NAME: usize = 60;
const LONGEST_HOW: usize = 120;
const LONGEST_ALIAS: usize = 40;
/// A line of a phone's, or two.
const LONGEST_QUESTION: usize = 100;
/// Three lines of a phone's.
const LONGEST_MIND: usize = 190;
const LONGEST_SESSION: u32 = 1440;

/// No id stands for two things of a kind.
pub(super) fn ids(
    modalities: &[Modality],
    citations: &[Citation],
    red_flags: &[RedFlag],
    rules: &[Rule],
) -> Result<(), CatalogueError> {
    distinct(modalities.iter().map(|modality| (modality.id.as_ref(), modality.name.as_str())))?;
    distinct(citations.iter().map(|citation| (citation.id.as_str(), citation.title.as_str())))?;
    distinct(red_flags.iter().map(|flag| (flag.id.id(), flag.text.as_str())))?;
    distinct(rules.iter().map(|rule| (rule.id.as_str(), rule.text.as_str())))
}

fn distinct<'a>(items: impl Iterator<Item = (&'a str, &'a str)>) -> Result<(), CatalogueError> {
    let mut seen = HashMap::new();
    for (id, title) in items {
        if let Some(first) = seen.insert(id, title) {
            return Err(CatalogueError::SharedId {
                id: id.to_owned(),
                first: first.to_owned(),
                second: title.to_owned(),
            });
        }
    }
    Ok(())
}

/// One modality's values, with what they name elsewhere in the catalogue.
pub(super) fn modality(
    modality: &Modality,
    modalities: &[Modality],
    citations: &[Citation],
) -> Result<(), CatalogueError> {
    let subject = Subject { kind: "modality", id: modality.id.as_ref(), citations };
    subject.name("label", &modality.label, LONGEST_LABEL)?;
    subject.name("name", &modality.name, LONGEST_NAME)?;
    if let Some(how) = &modality.how {
        subject.length("how", how, LONGEST_HOW)?;
    }
    if modality.aliases.is_empty() {
        return subject.refuse("aliases", "must list at least one name that members type");
    }
    for alias in &modality.aliases {
        subject.name("aliases", alias, LONGEST_ALIAS)?;
    }
    subject.minutes(modality.minutes, modality.unit)?;
    for (field, value) in [
        ("per_day", modality.per_day),
        ("per_week", modality.per_week),
        ("cadence_days", modality.cadence_days),
    ] {
        if value == 0 {
            return subject.refuse(field, "must be 1 or more");
        }
    }
    for companion in &modality.stack_with {
        if let Companion::Modality(id) = companion
            && !modalities.iter().any(|known| known.id == *id)
        {
            return subject.refuse(
                "stack_with",
                format!("names `{id}`, which is neither a modality's id nor {PASTIMES}"),
            );
        }
    }
    for evidence in &modality.evidence {
        subject.cites("evidence", &evidence.cites, evidence.verified)?;
    }
    for fact in &modality.facts {
        subject.length("facts", &fact.text, LONGEST_HOW)?;
        subject.cites("facts", std::slice::from_ref(&fact.cite), fact.verified)?;
    }
    for effect in &modality.effects {
        subject.cites("effects", std::slice::from_ref(&effect.cite), effect.verified)?;
    }
    for caution in &modality.cautions {
        subject.cites("cautions", std::slice::from_ref(&caution.cite), caution.verified)?;
    }
    Ok(())
}

/// Red flags, conditions and rules name sources that are there.
pub(super) fn safety(
    red_flags: &[RedFlag],
    concerns: &[Concern],
    rules: &[Rule],
    citations: &[Citation],
) -> Result<(), CatalogueError> {
    for concern in concerns {
        let subject = Subject { kind: "condition", id: &concern.with, citations };
        for mind in &concern.mind {
            subject.length("mind", &mind.text, LONGEST_MIND)?;
        }
        subject.cites("cite", std::slice::from_ref(&concern.cite), concern.verified)?;
    }
    for flag in red_flags {
        let subject = Subject { kind: "red flag", id: flag.id.id(), citations };
        subject.question(&flag.question)?;
        subject.cites("cite", std::slice::from_ref(&flag.cite), flag.verified)?;
    }
    for rule in rules {
        let subject = Subject { kind: "rule", id: &rule.id, citations };
        subject.cites("cite", std::slice::from_ref(&rule.cite), rule.verified)?;
    }
    Ok(())
}

/// What is being checked, for the sentence that refuses it, and the sources it may name.
struct Subject<'a> {
    kind: &'static str,
    id: &'a str,
    citations: &'a [Citation],
}

impl Subject<'_> {
    fn refuse(
        &self,
        field: &'static str,
        problem: impl Into<String>,
    ) -> Result<(), CatalogueError> {
        let subject = format!("{} `{}`", self.kind, self.id);
        Err(CatalogueError::Invalid { subject, field, problem: problem.into() })
    }

    fn length(
        &self,
        field: &'static str,
        text: &str,
        longest: usize,
    ) -> Result<(), CatalogueError> {
        let length = text.chars().count();
        if length > longest {
            return self.refuse(
                field,
                format!("may have {longest} characters, and \"{text}\" has {length}"),
            );
        }
        Ok(())
    }

    fn name(&self, field: &'static str, text: &str, longest: usize) -> Result<(), CatalogueError> {
        self.length(field, text, longest)?;
        let form = normalise(text);
        if form.is_empty() {
            return self.refuse(field, format!("needs letters, and \"{text}\" has none"));
        }
        if form.chars().all(|c| c.is_numeric() || c == ' ') {
            return self.refuse(
                field,
                format!(
                    "can't be a bare number such as \"{text}\", which would be read as minutes"
                ),
            );
        }
        Ok(())
    }

    fn question(&self, text: &str) -> Result<(), CatalogueError> {
        self.length("question", text, LONGEST_QUESTION)?;
        if text.ends_with('?') { Ok(()) } else { self.refuse("question", "must end with ?") }
    }

    fn minutes(&self, minutes: Minutes, unit: Unit) -> Result<(), CatalogueError> {
        let Minutes { shortest, usual, longest_useful } = minutes;
        if !(shortest <= usual && usual <= longest_useful) {
            return self.refuse(
                "minutes",
                format!("must rise from shortest to usual to longest_useful, and are {shortest}, {usual}, {longest_useful}"),
            );
        }
        if longest_useful > LONGEST_SESSION {
            return self.refuse(
                "minutes",
                format!(
                    "end at {LONGEST_SESSION}, a whole day, and longest_useful is {longest_useful}"
                ),
            );
        }
        let has_no_length = unit == Unit::Check && longest_useful == 0;
        if usual == 0 && !has_no_length {
            return self.refuse(
                "minutes",
                "may have 0 as usual only if all three are 0 and unit is \"check\"",
            );
        }
        Ok(())
    }

    fn cites(
        &self,
        field: &'static str,
        cites: &[String],
        verified: bool,
    ) -> Result<(), CatalogueError> {
        let mut read = false;
        for cite in cites {
            match self.citations.iter().find(|citation| citation.id == *cite) {
                Some(citation) => read |= citation.tier != CitationTier::Memory,
                None => {
                    return self.refuse(
                        field,
                        format!("cites `{cite}`, and there is no citation with that id"),
                    );
                }
            }
        }
        if verified && !read {
            return self
                .refuse(field, "says verified = true, which needs a source other than memory");
        }
        Ok(())
    }
}
