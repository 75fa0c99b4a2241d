//! Words nobody told us about: mended where they can mean just one modality, else asked about.

use super::part::{Part, Piece};
use super::{Refused, Suggestion, nearest, words};
use crate::domain::catalogue::{Catalogue, ModalityId};

/// The fewest letters of a word that is mended while its neighbours stay unread.
const LONG_WORD: usize = 5;

/// Where an unknown word is taken to mean a certain modality.
pub(super) type Swap<'a> = Option<(&'a str, &'a ModalityId)>;

/// Replaces unknown words by the modality they must mean, or asks; returns what stays unread.
///
/// Unread words are asked about where they may be what was done: with an amount of their own, or
/// with nothing clear beside them. Beside what was done they are passed over, and said to be.
pub(super) fn mend(
    parts: &mut [Part],
    catalogue: &Catalogue,
    swap: Swap,
) -> Result<Vec<String>, Refused> {
    let mut left_out = Vec::new();
    let clear = parts.iter().any(|part| part.has_modality() && part.not_done().is_none());
    for part in parts {
        let known = part.has_modality() || part.not_done().is_some();
        let mut unread: Vec<String> = Vec::new();
        let mut mended = false;
        for piece in &mut part.pieces {
            let Piece::Unknown(words) = piece else { continue };
            let said = words.join(" ");
            let meant = match swap {
                _ if known => None,
                Some((swapped, id)) if swapped == said => Some((said.clone(), id.clone())),
                _ => mend_run(words, catalogue),
            };
            match meant {
                Some((from, id)) => {
                    mended = true;
                    *piece = Piece::Modality { id, mended_from: Some(from), not_done: None };
                }
                None => unread.push(said),
            }
        }
        // In "gym 60 min boots 30" one amount is of the unknown.
        let too_many = part.amounts() > part.modalities() && part.not_done().is_none();
        let open = (!known && !mended) || too_many;
        if !open || (clear && part.amounts() == 0) {
            let heard = part.not_done().is_none();
            left_out.extend(unread.into_iter().filter(|said| heard && !is_about_health(said)));
        } else if let Some(said) = unread.into_iter().next() {
            let suggestion = |modality| Suggestion { modality, phrase: None };
            let nearest = nearest::nearest_three(&said, catalogue);
            let nearest = nearest.into_iter().map(suggestion).collect();
            return Err(Refused::UnknownModality { said, nearest });
        }
        part.pieces.retain(|piece| !matches!(piece, Piece::Unknown(_)));
    }
    Ok(left_out)
}

/// Whether a text tells how somebody's body is: theirs to know, where an answer may be read by all.
#[must_use]
pub fn is_about_health(text: &str) -> bool {
    let text = text.to_lowercase();
    text.split(|c: char| !c.is_alphanumeric()).any(words::is_about_health)
}

/// The modality that all of `words` are near to, or else one long word of them.
fn mend_run(words: &[String], catalogue: &Catalogue) -> Option<(String, ModalityId)> {
    let said = words.join(" ");
    if let Some(id) = nearest::mend(&said, catalogue) {
        return Some((said, id));
    }
    words.iter().filter(|word| word.chars().count() >= LONG_WORD).find_map(|word| {
        let id = nearest::misspelt_word(word, catalogue)?;
        Some((word.clone(), id))
    })
}
