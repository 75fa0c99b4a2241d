//! Words that members use for a modality, as they picked it when nobody knew them.
//!
//! It says which words can be learned and what they mean to whom; it reads no sentence.

use super::catalogue::{Catalogue, ModalityId, normalise};

/// The fewest letters of words that are learned.
const LEAST_LETTERS: usize = 2;

/// The most characters.
const MOST_CHARS: usize = 40;

/// Words that a member, or their club, uses for a modality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learned {
    /// The words, normalised.
    pub words: String,
    /// What is meant by them.
    pub modality: ModalityId,
    /// Whose words they are.
    pub whose: Whose,
}

/// Whose words some are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The member's own.
    Own,
    /// Their club's: so many of its members picked this.
    Club {
        /// How many.
        members: u32,
    },
}

/// The one form of `said` as it is learned; none where it can't be, as the catalogue's own names are
/// what they are, and a letter or a whole sentence is no name.
#[must_use]
pub fn words(said: &str, catalogue: &Catalogue) -> Option<String> {
    let words = normalise(said);
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let fits = letters >= LEAST_LETTERS && words.chars().count() <= MOST_CHARS;
    (fits && catalogue.by_alias(&words).is_none()).then_some(words)
}

/// What each of the words means to a member, who may have learned them in several ways: their own
/// pick counts most, then the one that most of their club share, and of two as frequent none. What
/// the catalogue knows by that name, or no longer offers, is left out.
#[must_use]
pub fn names(mut learned: Vec<Learned>, catalogue: &Catalogue) -> Vec<(String, ModalityId)> {
    let is_offered = |id: &ModalityId| catalogue.modalities().iter().any(|known| known.id == *id);
    learned.retain(|one| is_offered(&one.modality) && catalogue.by_alias(&one.words).is_none());
    learned.sort_by(|a, b| a.words.cmp(&b.words).then(b.weight().cmp(&a.weight())));
    let of_words = learned.chunk_by(|a, b| a.words == b.words);
    let meant = of_words.filter_map(|ways| match ways {
        [first, second, ..] if first.weight() == second.weight() => None,
        [first, ..] => Some((first.words.clone(), first.modality.clone())),
        [] => None,
    });
    meant.collect()
}

impl Learned {
    /// How much it counts beside another meaning of the same words.
    fn weight(&self) -> u32 {
        match self.whose {
            Whose::Own => u32::MAX,
            Whose::Club { members } => members,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_learned_is_a_name_that_nobody_had() {
        let catalogue = Catalogue::embedded().unwrap();
        for (said, learned) in [
            ("Zappers", Some("zappers")),
            ("the  leg-zappers!", Some("the leg zappers")),
            ("r8 thing", Some("r8 thing")),
            ("boots", None),
            ("Foam Roller", None),
            ("z", None),
            ("20 !", None),
            ("", None),
            ("a whole sentence of more than forty characters", None),
        ] {
            assert_eq!(words(said, &catalogue).as_deref(), learned, "{said:?}");
        }
    }

    #[test]
    fn ones_own_word_comes_first_and_a_club_that_differs_says_nothing() {
        let catalogue = Catalogue::embedded().unwrap();
        let learned = |words: &str, modality: &str, whose| Learned {
            words: words.to_owned(),
            modality: modality.parse().unwrap(),
            whose,
        };
        let club = |members| Whose::Club { members };
        let names = names(
            vec![
                learned("zappers", "foam_roll", club(9)),
                learned("zappers", "boots", Whose::Own),
                learned("squeeze", "boots", club(2)),
                learned("squeeze", "art", club(3)),
                learned("cave", "sauna", club(2)),
                learned("cave", "hot_bath", club(2)),
                // A catalogue since taught the name, and a modality since taken away.
                learned("boots", "art", Whose::Own),
                learned("barrel", "plunge__1", Whose::Own),
            ],
            &catalogue,
        );
        let names: Vec<(&str, &str)> =
            names.iter().map(|(words, id)| (words.as_str(), id.as_ref())).collect();
        assert_eq!(names, [("squeeze", "art"), ("zappers", "boots")]);
    }
}
