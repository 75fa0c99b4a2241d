//! Phrases that hold a modality's name and tell of no entry.

use super::token::Token;

const IDIOMS: &[&str] = &[
    "rolled my ankle",
    "rolled my left ankle",
    "rolled my right ankle",
    "rolled an ankle",
    "rolled ankle",
    "rolled out of bed",
    "rest stop",
    "rest stops",
    "aid station",
    "state of the art",
    "snow boots",
    "ski boots",
    "rain boots",
    "work boots",
    "hiking boots",
    "winter boots",
    "cowboy boots",
    "ugg boots",
    "walking boot",
    "walking boots",
    "football boots",
    "rugby boots",
    "moon boot",
    "moon boots",
    "wellington boots",
    "rock and roll",
    "rock n roll",
    "sausage roll",
    "sausage rolls",
    "spring roll",
    "spring rolls",
    "bread roll",
    "bacon roll",
    "egg roll",
    "swiss roll",
    "cinnamon roll",
    "toilet roll",
    "kitchen roll",
    "drum roll",
    "barrel roll",
    "eye roll",
    "roll call",
    "rolled oats",
    "rolled my eyes",
    "on a roll",
    "martial art",
    "martial arts",
    "modern art",
    "gun range",
    "to boot",
    "then sleep",
    "then bed",
    "then to bed",
];

/// The idiom at the start of `tokens` and how many tokens it takes.
pub(super) fn idiom(tokens: &[Token]) -> Option<(String, usize)> {
    IDIOMS.iter().find_map(|idiom| {
        let len = idiom.split(' ').count();
        let words = tokens.iter().map(Token::word).take(len);
        words.eq(idiom.split(' ').map(Some)).then(|| ((*idiom).to_owned(), len))
    })
}
