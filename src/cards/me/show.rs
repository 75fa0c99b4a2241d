//! What a member has set, and the short answers to a setting changed.

use super::{MeClick, pace, race};
use crate::actions::Member;
use crate::cards::flag::{clear_button, flag_line};
use crate::cards::logged::{count, day_words};
use crate::cards::{Card, Choice, ComponentId, Menu, plain, with_flag_question};
use crate::domain::run::LengthUnit;
use crate::domain::streak::Pause;
use crate::domain::zones::{Place, clock_words};

/// So many of their words are told in the line.
const SHOWN_WORDS: usize = 5;

/// As much of one is told.
const MOST_OF_WORDS: usize = 40;

/// So many lines a menu has.
const MOST_CHOICES: usize = 25;

/// A member's own view of themselves.
#[must_use]
pub fn member(member: &Member) -> Card {
    let whose = if member.own_zone { "" } else { " (your club's: `/me timezone`)" };
    let weeks = match member.streak {
        0 => "none yet".to_owned(),
        weeks => format!("{weeks} in a row"),
    };
    let days = count(member.week.days, "day", "days");
    let mut lines = vec![
        format!(
            "**Time** {} · {}{whose}",
            Place::of(member.zone).name,
            clock_words(member.at, member.zone)
        ),
        format!("**This week** {days} of {}", member.goal),
        format!("**Weeks kept** {weeks}"),
        format!("**Board** {}", if member.on_board { "in" } else { "out" }),
    ];
    if let Some(units) = member.units {
        lines.push(format!("**Distances** in {}", unit_words(units)));
    }
    if let Some(race) = &member.race {
        lines.push(format!("**{}** {}", race::name(race), race::countdown(race, member.today)));
    }
    if let Some(easy) = &member.easy {
        let unit = member.units.unwrap_or_default();
        lines.push(format!("**Easy for you** {}", pace::easy_words(easy, unit)));
    }
    lines.push(match member.kit {
        Some(0) => "**Kit** what needs nothing".to_owned(),
        Some(things) => format!("**Kit** {}", count(things, "thing", "things")),
        None => "**Kit** not chosen yet: `/me kit`".to_owned(),
    });
    if let Some(pause) = member.pause {
        lines.push(format!("**Paused** {} · `/me resume`", end_words(pause)));
    }
    let words: Vec<String> = member.words.iter().take(SHOWN_WORDS).map(word_line).collect();
    if !words.is_empty() {
        let more = if member.words.len() > SHOWN_WORDS { " …" } else { "" };
        lines.push(format!("**Your words** {}{more}", words.join(", ")));
    }
    lines.extend(member.flag.map(flag_line));
    let card = Card::private(lines.join("\n"));
    let card = if member.flag.is_some() { card.with_row(vec![clear_button()]) } else { card };
    let card = with_flag_question(card, member.asked);
    if words.is_empty() { card } else { card.with_menu(forgettable(&member.words)) }
}

fn word_line((words, label): &(String, String)) -> String {
    format!("{} → {label}", plain(words, MOST_OF_WORDS))
}

/// The menu to forget some of their words by; with the latest, as far as it has room.
fn forgettable(words: &[(String, String)]) -> Menu {
    let choice = |(words, label): &(String, String)| Choice {
        value: words.clone(),
        label: format!("{words} → {label}"),
        chosen: false,
    };
    let choices: Vec<Choice> = words.iter().take(MOST_CHOICES).map(choice).collect();
    Menu {
        id: ComponentId::Me(MeClick::Unlearn),
        placeholder: "Forget a word of mine".to_owned(),
        takes: 1..=1,
        choices,
    }
}

/// The answer to a pause.
#[must_use]
pub fn paused(pause: Pause) -> Card {
    Card::private(format!(
        "Paused {}. Your streak waits for you.\n-# Back earlier? `/me resume`",
        end_words(pause)
    ))
}

/// The answer to coming back.
#[must_use]
pub fn resumed(was_paused: bool) -> Card {
    Card::private(if was_paused {
        "Welcome back. Your streak goes on where it was."
    } else {
        "You weren't paused, all is running."
    })
}

/// The answer to a wish for other units.
#[must_use]
pub fn units(units: LengthUnit) -> Card {
    Card::private(format!("Your distances are in {} now.", unit_words(units)))
}

fn unit_words(unit: LengthUnit) -> &'static str {
    match unit {
        LengthUnit::Km => "kilometres",
        LengthUnit::Mi => "miles",
    }
}

/// The answer to a wish to be on the board, or not.
#[must_use]
pub fn board(on_board: bool) -> Card {
    Card::private(if on_board {
        "You're on the board."
    } else {
        "You're off the board. What you log is still yours."
    })
}

fn end_words(pause: Pause) -> String {
    pause.until.map_or_else(
        || "until you're back".to_owned(),
        |until| {
            // "Nov 1" said in November may be meant for a week, and is a year away.
            let is_far = (until - pause.from).num_days() > 180;
            let year = if is_far { until.format(" %Y").to_string() } else { String::new() };
            format!("through {}{year}", day_words(until))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::flags::Flag;
    use crate::domain::pace::{Vdot, easy};
    use crate::domain::race::Race;
    use crate::domain::run::{Metres, Seconds};
    use crate::domain::week::WeekSoFar;

    #[test]
    fn plain_words_for_what_is_set() {
        let mut jess = Member {
            at: "2026-11-24T00:00:00Z".parse().unwrap(),
            zone: chrono_tz::America::New_York,
            own_zone: false,
            goal: 4,
            streak: 0,
            week: WeekSoFar { days: 1, modalities: 1, minutes: 30 },
            on_board: true,
            units: None,
            pause: None,
            kit: None,
            race: None,
            today: "2026-11-23".parse().unwrap(),
            easy: None,
            words: Vec::new(),
            flag: None,
            asked: None,
        };
        insta::assert_snapshot!(member(&jess), @"
        (private) **Time** New York · Mon 7:00 pm (your club's: `/me timezone`)
        **This week** 1 day of 4
        **Weeks kept** none yet
        **Board** in
        **Kit** not chosen yet: `/me kit`
        ");
        jess.own_zone = true;
        jess.streak = 3;
        jess.units = Some(LengthUnit::Mi);
        jess.on_board = false;
        jess.kit = Some(6);
        jess.race = Some(Race {
            name: Some("Boston".to_owned()),
            day: "2027-04-19".parse().unwrap(),
            metres: Metres(42_195),
        });
        jess.easy = Vdot::of(Metres(21_098), Seconds(95 * 60)).map(easy);
        jess.pause = Some(Pause { from: "2026-11-20".parse().unwrap(), until: None });
        insta::assert_snapshot!(member(&jess), @"
        (private) **Time** New York · Mon 7:00 pm
        **This week** 1 day of 4
        **Weeks kept** 3 in a row
        **Board** out
        **Distances** in miles
        **Boston** in 21 weeks
        **Easy for you** 8:31/mi or slower
        **Kit** 6 things
        **Paused** until you're back · `/me resume`
        ");
        jess.words = vec![("zappers".to_owned(), "Boots".to_owned())];
        insta::assert_snapshot!(member(&jess), @"
        (private) **Time** New York · Mon 7:00 pm
        **This week** 1 day of 4
        **Weeks kept** 3 in a row
        **Board** out
        **Distances** in miles
        **Boston** in 21 weeks
        **Easy for you** 8:31/mi or slower
        **Kit** 6 things
        **Paused** until you're back · `/me resume`
        **Your words** zappers → Boots
        <Forget a word of mine>(1:me:unlearn: zappers=zappers → Boots)
        ");
        jess.words.clear();
        jess.pause = None;
        jess.flag = Some(Flag::Clot);
        insta::assert_snapshot!(member(&jess), @"
        (private) **Time** New York · Mon 7:00 pm
        **This week** 1 day of 4
        **Weeks kept** 3 in a row
        **Board** out
        **Distances** in miles
        **Boston** in 21 weeks
        **Easy for you** 8:31/mi or slower
        **Kit** 6 things
        **Resting** swelling, heat or blood flow in one leg: get it seen today
        [I'm clear](1:flag:clear)
        ");
    }
}
