//! What a member is told when their words tell of no entry: what would.

use super::QUOTED;
use crate::cards::{Card, plain};
use crate::domain::catalogue::{Catalogue, CountedIn, ModalityId, Unit};
use crate::domain::duration;
use crate::domain::log::{MAX_CHARS, MAX_ENTRIES, NotDone, Refused};

/// How something is taken back.
const HOW_TO_UNDO: &str = "To take something back, tap Undo under the reply to it.";

/// How something is taken back.
#[must_use]
pub fn how_to_undo() -> Card {
    Card::public(HOW_TO_UNDO.to_owned())
}

/// Why a phrase tells of no entry, and what would.
pub(super) fn phrase_refused(refused: &Refused, catalogue: &Catalogue) -> String {
    let label = |id: &ModalityId| catalogue.get(id).map_or("that", |m| m.label.as_str()).to_owned();
    let counted_in = |id: &ModalityId| catalogue.get(id).map(|known| known.counted_in);
    match refused {
        Refused::Empty => "What did you do? Try `boots 30` or `roll 10 and toes 15`.".to_owned(),
        Refused::TooLong { chars } => {
            format!("That's {chars} characters, and I read up to {MAX_CHARS}. Try it in two.")
        }
        // The action turns this one into offers; without them it still says what is unknown.
        Refused::UnknownModality { said, .. } => format!("I don't know “{}”.", plain(said, QUOTED)),
        Refused::NoModality { minutes } => {
            // Only an example that would work.
            let example = if (1..=60).contains(minutes) { *minutes } else { 30 };
            format!("{} of what? Try `boots {example}`.", duration::minutes(*minutes))
        }
        Refused::Minutes { modality, said, accepts_up_to } => {
            let label = label(modality);
            let most = duration::minutes(*accepts_up_to);
            let usual = usual_words(modality, catalogue);
            match said {
                None | Some(0) => {
                    format!("{label}: from 1 min up to {most}, please. Try `{usual}`.")
                }
                Some(said) if *said > 1440 => {
                    format!("{label} for longer than a day? I log up to {most}. Try `{usual}`.")
                }
                Some(said) => format!(
                    "{label} for {}? That looks like a slip: I log up to {most}. Try `{usual}`.",
                    duration::minutes(*said)
                ),
            }
        }
        Refused::HowItWas { modality } if counted_in(modality) == Some(CountedIn::Nights) => {
            "How the night was goes into your check-in: `/checkin slept badly`. Here I log how long: \
             `slept 7h`."
                .to_owned()
        }
        Refused::HowItWas { modality } => format!(
            "How it felt fits in a note, or in `/checkin`. Here I log how long: `{}`.",
            usual_words(modality, catalogue)
        ),
        Refused::TakesNoMinutes { modality } => {
            let label = label(modality);
            format!("{label} needs no minutes: just `{}`.", label.to_lowercase())
        }
        Refused::TwoAmounts { modality, minutes: (first, second) } => format!(
            "{} for {} or {}? Send it again with just one.",
            label(modality),
            duration::minutes(*first),
            duration::minutes(*second)
        ),
        Refused::WhichDay { said } => format!(
            "Which day is “{}”? Tell me one, such as `yesterday`, `sunday` or `nov 22`. Nothing is \
             saved yet.",
            plain(said, QUOTED)
        ),
        Refused::TooMany { entries } => {
            format!("That's {entries} at once, and I take up to {MAX_ENTRIES}. Try it in two.")
        }
        Refused::NotDone(NotDone::Denied) => {
            "Sounds like that one didn't happen, so nothing is logged.".to_owned()
        }
        Refused::NotDone(NotDone::Planned) => {
            "Good plan. Nothing is logged yet: tell me when it's done.".to_owned()
        }
        // The action turns this one into a question.
        Refused::Unsure(_) | Refused::NotDone(NotDone::Unsure) => {
            "I'm not sure that's done. If it is, tell me like `boots 30`.".to_owned()
        }
        Refused::Undo => HOW_TO_UNDO.to_owned(),
        Refused::NotDone(NotDone::Asked) => {
            "That sounds like a question. Here I log what you've done: try `boots 30`.".to_owned()
        }
        Refused::NotDone(NotDone::SomebodyElse) => {
            "I log what you did yourself, so nothing is saved. They can tell me theirs.".to_owned()
        }
        Refused::MinutesForSeveral => {
            "Which one were the minutes for? Put them in the words: `boots 30, roll 10`.".to_owned()
        }
    }
}

/// A modality for as long as is usual, as one would type it.
fn usual_words(modality: &ModalityId, catalogue: &Catalogue) -> String {
    let Some(known) = catalogue.get(modality) else { return "boots 30".to_owned() };
    let (name, usual) = (known.label.to_lowercase(), known.minutes.usual);
    match known.unit {
        Unit::Hours => format!("{name} {}h", usual / 60),
        Unit::Minutes | Unit::Session | Unit::Check => format!("{name} {usual}"),
    }
}
