//! What the bot knows of a modality, as a member reads it: how, how long, cautions, evidence, the club.
//!
//! Evidence is a grade and a direction with its source. Nothing here says that anything heals or works.

use super::{Button, Card, Choice, ComponentId, Field, Form, Menu, ModalityClick, Style, plain};
use crate::actions::{LookedUp, MAX_TIP_CHARS};
use crate::domain::catalogue::{
    Access, Benefit, Catalogue, Caution, CautionLevel, Citation, Direction, Evidence, Minutes,
    Modality, Strength,
};
use crate::domain::duration;

/// What a star stands for.
const LORE: &str = "-# \\* club lore: nobody has checked it against a source";

/// The whole catalogue to choose from, by what each takes.
#[must_use]
pub fn modalities(catalogue: &Catalogue) -> Card {
    let text = format!(
        "**{} ways to recover.** Pick one: how long, when, what to mind, and how sure anyone is.",
        catalogue.modalities().len()
    );
    let mut card = Card::private(text);
    for (shelf, placeholder, accesses) in [
        (0, "Nothing needed", &[Access::None][..]),
        (1, "With a bit of kit", &[Access::Equipment]),
        (2, "Somewhere to go", &[Access::Facility, Access::Appointment]),
    ] {
        let choices: Vec<Choice> = catalogue
            .modalities()
            .iter()
            .filter(|modality| accesses.contains(&modality.access))
            .map(|modality| Choice {
                value: modality.id.to_string(),
                label: modality.label.clone(),
                chosen: false,
            })
            .collect();
        card = card.with_menu(Menu {
            id: ComponentId::Modality(ModalityClick::Shelf(shelf)),
            placeholder: placeholder.to_owned(),
            choices,
            takes: 1..=1,
        });
    }
    card
}

/// One modality: how, how long, when, and what the club says; what to mind is a tap away.
#[must_use]
pub fn modality(looked_up: &LookedUp<'_>) -> Card {
    let modality = looked_up.modality;
    let mut lines = vec![format!("**{}**", modality.name)];
    lines.extend(modality.how.clone());
    lines.push(how_long(modality));
    lines.extend(listed("Good", &modality.best_timing));
    lines.extend(listed("Not", &modality.avoid_timing));
    if !modality.dose.verified && modality.needs_minutes() {
        lines.push(LORE.to_owned());
    }
    if let Some(opinions) = &looked_up.opinions {
        if opinions.asked > 0 {
            lines.push(format!(
                "**The club:** {} of {} would do it again",
                opinions.again, opinions.asked
            ));
        }
        for (member, tip) in &opinions.tips {
            lines.push(format!("“{}” <@{member}>", plain(tip, MAX_TIP_CHARS)));
        }
    }
    let id = || modality.id.clone();
    let button = |click, label: &str| Button {
        id: ComponentId::Modality(click),
        label: label.to_owned(),
        style: Style::Secondary,
    };
    let mut buttons = vec![Button {
        id: ComponentId::Modality(ModalityClick::Evidence(id())),
        label: "How sure is that?".to_owned(),
        style: Style::Primary,
    }];
    if !modality.cautions.is_empty() {
        buttons.push(button(ModalityClick::Cautions(id()), "Cautions"));
    }
    if looked_up.opinions.is_some() {
        buttons.push(button(ModalityClick::Again(id()), "I'd do it again"));
        buttons.push(button(ModalityClick::NotAgain(id()), "Not for me"));
        buttons.push(button(ModalityClick::AskTip(id()), "Leave a tip"));
    }
    Card::private(lines.join("\n")).with_row(buttons)
}

/// Who should leave one modality, ask first, or take care.
#[must_use]
pub fn cautions(modality: &Modality) -> Card {
    let mut lines = vec![format!("**{}: what to mind**", modality.label)];
    for (level, heading) in [
        (CautionLevel::Never, "Leave it with"),
        (CautionLevel::AskFirst, "Ask a doctor first with"),
        (CautionLevel::Care, "Take care"),
    ] {
        let cautions = modality.cautions.iter().filter(|caution| caution.level == level);
        let text = |caution: &Caution| {
            format!("{}{}", caution.text, if caution.verified { "" } else { "\\*" })
        };
        lines.extend(listed(heading, &cautions.map(text).collect::<Vec<_>>()));
    }
    if modality.cautions.iter().any(|caution| !caution.verified) {
        lines.push(LORE.to_owned());
    }
    Card::private(lines.join("\n")).with_row(vec![back(modality)])
}

/// What comes before anything else for whoever tells of a condition; it repeats none, as others may read it.
#[must_use]
pub fn doctor_first(modality: &Modality) -> Card {
    Card::public(format!(
        "**Ask a doctor first.** With what you tell, {} is one to leave until they say yes.",
        modality.label
    ))
}

/// The evidence for one modality, graded, each grade with its sources.
#[must_use]
pub fn evidence(modality: &Modality, catalogue: &Catalogue) -> Card {
    let mut lines = vec![format!("**{}: how sure is that?**", modality.label)];
    let mut sources: Vec<&Citation> = Vec::new();
    let is_known = |evidence: &&Evidence| evidence.direction != Direction::Unknown;
    for evidence in modality.evidence.iter().filter(is_known) {
        let mut numbers = Vec::new();
        for citation in evidence.cites.iter().filter_map(|id| catalogue.citation(id)) {
            if !evidence.verified {
                continue;
            }
            let known = sources.iter().position(|source| source.id == citation.id);
            let at = known.unwrap_or_else(|| {
                sources.push(citation);
                sources.len() - 1
            });
            numbers.push((at + 1).to_string());
        }
        let note = evidence.note.as_ref().map(|note| format!("; {note}")).unwrap_or_default();
        let from = if numbers.is_empty() {
            " (club lore, nobody has checked)".to_owned()
        } else {
            format!(" ({})", numbers.join(", "))
        };
        lines.push(format!(
            "• {}: {}, {}{note}{from}",
            benefit_words(evidence.benefit),
            direction_words(evidence.direction),
            strength_words(evidence.strength)
        ));
    }
    let unknown: Vec<&str> = modality
        .evidence
        .iter()
        .filter(|evidence| evidence.direction == Direction::Unknown)
        .map(|evidence| benefit_words(evidence.benefit))
        .collect();
    if !unknown.is_empty() {
        lines.push(format!("• Nobody knows: {}", unknown.join(", ").to_lowercase()));
    }
    for (number, source) in (1..).zip(&sources) {
        lines.push(format!("-# {number} {}", source_words(source)));
    }
    Card::private(lines.join("\n")).with_row(vec![back(modality)])
}

fn back(modality: &Modality) -> Button {
    Button {
        id: ComponentId::Modality(ModalityClick::About(modality.id.clone())),
        label: "Back".to_owned(),
        style: Style::Secondary,
    }
}

/// The form that asks for a tip.
#[must_use]
pub fn tip_form(modality: &Modality) -> Form {
    Form {
        id: ComponentId::Modality(ModalityClick::KeepTip(modality.id.clone())),
        title: format!("{}: a tip for the club", modality.label),
        fields: vec![Field {
            key: "tip",
            label: "One line; empty takes yours away".to_owned(),
            value: String::new(),
            example: "With a book, and the phone in another room".to_owned(),
            required: false,
            max_chars: u16::try_from(MAX_TIP_CHARS).unwrap_or(u16::MAX),
        }],
    }
}

/// Who, when, where: "Maia et al. 2024, Biol Sport 41(4):263-275, doi:…".
fn source_words(source: &Citation) -> String {
    let year = source.year.map(|year| year.to_string());
    let named = [source.authors.clone(), year].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let parts = [Some(named), source.published_in.clone(), source.locator.clone()];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

fn how_long(modality: &Modality) -> String {
    let minutes = &modality.minutes;
    if !modality.needs_minutes() {
        return format!("No minutes needed. Counts up to {} times a week.", modality.per_week);
    }
    let Minutes { shortest, usual, longest_useful } = *minutes;
    let (longest, usual) = (duration::minutes(longest_useful), duration::minutes(usual));
    let length = if longest_useful < 60 {
        format!("{shortest} to {longest}, usually {usual}")
    } else {
        format!("{} to {longest}, usually {usual}", duration::minutes(shortest))
    };
    let lore = if modality.dose.verified { "" } else { "\\*" };
    format!("{length}{lore}")
}

fn listed(heading: &str, items: &[String]) -> Option<String> {
    (!items.is_empty()).then(|| format!("**{heading}:** {}", items.join(" · ")))
}

pub(super) fn benefit_words(benefit: Benefit) -> &'static str {
    match benefit {
        Benefit::Soreness => "Soreness",
        Benefit::Inflammation => "Inflammation",
        Benefit::Performance => "Performance",
        Benefit::Sleep => "Sleep",
        Benefit::Energy => "Energy",
        Benefit::InjuryHealing => "Injuries mending",
        Benefit::InjuryPrevention => "Fewer injuries",
        Benefit::Mobility => "Mobility",
        Benefit::FootHealth => "Feet",
    }
}

fn direction_words(direction: Direction) -> &'static str {
    match direction {
        Direction::Helps => "seems to help",
        Direction::Mixed => "mixed",
        Direction::NoEffect => "no effect seen",
        Direction::Harms => "may harm",
        Direction::Unknown => "unknown",
    }
}

pub(super) fn strength_words(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "strong evidence",
        Strength::Moderate => "moderate evidence",
        Strength::Limited => "limited evidence",
        Strength::Insufficient => "hardly any evidence",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boots(show: impl FnOnce(&Modality, &Catalogue) -> Card) -> Card {
        let catalogue = Catalogue::embedded().unwrap();
        let boots = catalogue.get(&"boots".parse().unwrap()).unwrap();
        show(boots, &catalogue)
    }

    #[test]
    fn every_modality_and_its_evidence_fits_a_message() {
        let catalogue = Catalogue::embedded().unwrap();
        for known in catalogue.modalities() {
            let about = modality(&LookedUp { modality: known, opinions: None });
            for card in [about, cautions(known), evidence(known, &catalogue)] {
                let units = card.text.encode_utf16().count();
                assert!(units <= 2000, "{} takes {units}", known.id);
            }
        }
    }

    #[test]
    fn evidence_is_a_grade_with_its_sources() {
        let card = boots(evidence);
        assert!(card.text.contains(
            "• Soreness: seems to help, limited evidence; small; in the ultramarathon trial nothing of it \
             was left from day 1 on (1, 2, 3)"
        ), "{}", card.text);
        assert!(card.text.contains("• Nobody knows: sleep, injuries mending"), "{}", card.text);
        assert!(card.text.contains("\n-# 1 Wisniowski"), "{}", card.text);
    }
}
