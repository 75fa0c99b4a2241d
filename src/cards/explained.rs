//! How it all works, in few words, the numbers taken from the rules themselves.

use super::Card;
use crate::domain::board::{CHECK_IN, FIRST, FURTHER, MODALITIES_A_DAY};
use crate::domain::calendar::{DAY_STARTS_AT_HOUR, DAYS_BACK};
use crate::domain::figures::Explained;
use crate::domain::season::SEASON_WEEKS;
use crate::domain::streak::{DEFAULT_GOAL, FORGIVEN_A_SEASON, GOALS};

/// How something works, for everyone who reads along: it says nothing of anybody.
#[must_use]
pub fn explained(what: Explained) -> Card {
    Card::public(match what {
        Explained::Streaks => format!(
            "A week with {DEFAULT_GOAL} recovery days is kept, and a streak is weeks kept in a row. \
             `/me week` sets {} to {} instead.\n\
             -# The week that runs never counts against you, a pause is neutral, and {} missed weeks \
             in {SEASON_WEEKS} are forgiven.",
            GOALS.start(),
            GOALS.end(),
            in_words(FORGIVEN_A_SEASON.into()),
        ),
        Explained::Points => format!(
            "A day's first recovery that is long enough scores {FIRST}, each other kind {FURTHER}, \
             up to {}, and a check-in {CHECK_IN}. Minutes, miles and pace never score.",
            in_words(MODALITIES_A_DAY - 1),
        ),
        Explained::Privacy => "Check-ins (but for their point), soreness, plans, insights and red flags \
             are yours alone. A club sees what you log in its channels, and on its board those who take part; what you \
             write to me alone no club sees.\n\
             -# `/me board out` takes you off it, `/me export` gives you all I keep, `/me forget` \
             deletes it."
            .to_owned(),
        Explained::Week => format!(
            "Your day starts at {DAY_STARTS_AT_HOUR:02}:00 your time, so 00:40 still counts for the \
             evening before. A week is Monday to Sunday, and you can log up to {DAYS_BACK} days back."
        ),
        Explained::RedFlags => "Some things want a doctor rather than boots. When I hear one, I tell \
             you alone, suggest nothing but rest and getting seen, and keep board, streak and nudges \
             quiet, until you tell me you're clear. I'm no doctor."
            .to_owned(),
    })
}

fn in_words(number: usize) -> String {
    match number {
        1 => "one".to_owned(),
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        number => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_it_works_is_told_with_the_numbers_of_the_rules() {
        insta::assert_snapshot!(explained(Explained::Streaks), @"
        A week with 4 recovery days is kept, and a streak is weeks kept in a row. `/me week` sets 3 to 7 instead.
        -# The week that runs never counts against you, a pause is neutral, and two missed weeks in 16 are forgiven.
        ");
        insta::assert_snapshot!(explained(Explained::Week), @"Your day starts at 03:00 your time, so 00:40 still counts for the evening before. A week is Monday to Sunday, and you can log up to 7 days back.");
        insta::assert_snapshot!(explained(Explained::Points), @"A day's first recovery that is long enough scores 5, each other kind 2, up to two, and a check-in 1. Minutes, miles and pace never score.");
        for what in [Explained::Privacy, Explained::RedFlags] {
            let card = explained(what);
            assert!(card.text.chars().count() < 450 && !card.private, "{card}");
        }
    }
}
