//! A member's check-in of a day: what is answered, and a tap for everything else. Always private.

use super::logged::day_words;
use super::{
    Button, Card, CheckinClick, CheckinWish, Choice, ComponentId, Field, Form, Menu, Style, plain,
};
use crate::actions::CheckedIn;
use crate::domain::checkin::{AREAS, Checkin, Level, MAX_CHARS, Scale, area_label};
use crate::domain::duration;

/// The check-in as it stands, every answer a tap away.
#[must_use]
pub fn check_in(checked: &CheckedIn) -> Card {
    let checkin = &checked.checkin;
    let day = if checked.after_midnight { day_words(checked.day) } else { "today".to_owned() };
    let is_new = *checkin == Checkin::default();
    let heading = match (is_new, checked.after_midnight) {
        (false, _) => format!("**Your check-in for {day}**"),
        (true, false) => "**How are you today?**".to_owned(),
        (true, true) => format!("**How was {day}?**"),
    };
    let mut lines = vec![heading];
    lines.extend(checked.unkept.as_ref().map(|words| {
        format!(
            "I can't tell from “{}”, so it isn't kept. Tap, or keep it as a note.",
            plain(words, MAX_CHARS)
        )
    }));
    lines.extend(Scale::ALL.map(|scale| level_words(checkin, scale)));
    lines.extend(checkin.slept.map(|minutes| format!("Slept {}", duration::minutes(minutes))));
    if !checkin.areas.is_empty() {
        let areas: Vec<&str> = checkin.areas.iter().map(|area| area_label(*area)).collect();
        lines.push(format!("Sore: {}", areas.join(", ")));
    }
    lines.extend(checkin.words.as_ref().map(|words| format!("“{}”", plain(words, MAX_CHARS))));
    let asks = is_new || checked.unkept.is_some();
    let saved = if asks { "Each tap is saved" } else { "Saved" };
    lines.push(format!("-# {saved}. Only you see this."));

    let card = Card::private(lines.join("\n"));
    let card = Scale::ALL.into_iter().fold(card, |card, scale| {
        card.with_row(Level::ALL.map(|level| level_button(checked, scale, level)).to_vec())
    });
    let button = |wish, label: &str| Button {
        id: id(checked, wish),
        label: label.to_owned(),
        style: Style::Secondary,
    };
    let mut words = vec![button(CheckinWish::Words, "In your words")];
    if checked.unkept.is_some() {
        words.insert(0, button(CheckinWish::KeepUnkept, "Keep it as a note"));
    }
    card.with_menu(areas_menu(checked)).with_row(words)
}

/// The form for one's own words, holding those there are.
#[must_use]
pub fn words_form(checked: &CheckedIn) -> Form {
    Form {
        id: ComponentId::Checkin(CheckinClick {
            day: checked.day,
            wish: CheckinWish::KeepWords,
            unkept: None,
        }),
        title: "In your words".to_owned(),
        fields: vec![Field {
            key: "words",
            label: "How is it?".to_owned(),
            value: checked
                .unkept
                .as_ref()
                .or(checked.checkin.words.as_ref())
                .cloned()
                .unwrap_or_default(),
            example: "Legs heavy, long day at work".to_owned(),
            required: false,
            max_chars: MAX_CHARS as u16,
        }],
    }
}

fn name(scale: Scale) -> &'static str {
    match scale {
        Scale::Soreness => "Soreness",
        Scale::Sleep => "Sleep",
        Scale::Energy => "Energy",
    }
}

fn level_words(checkin: &Checkin, scale: Scale) -> String {
    let (lowest, highest) = scale.ends();
    let level = checkin.levels.get(&scale).map_or(String::new(), |l| format!(" **{}**", l.get()));
    format!("{}{level} · 1 {lowest}, 5 {highest}", name(scale))
}

fn level_button(checked: &CheckedIn, scale: Scale, level: Level) -> Button {
    let is_chosen = checked.checkin.levels.get(&scale) == Some(&level);
    // A row has no heading of its own, so its first button says what it is about.
    let label = match level.get() {
        1 => format!("{} 1", name(scale)),
        number => number.to_string(),
    };
    Button {
        id: id(checked, CheckinWish::Level(scale, level)),
        label,
        style: if is_chosen { Style::Primary } else { Style::Secondary },
    }
}

fn areas_menu(checked: &CheckedIn) -> Menu {
    let choices = AREAS.map(|(area, value, label)| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen: checked.checkin.areas.contains(&area),
    });
    Menu {
        id: id(checked, CheckinWish::Areas),
        placeholder: "Where is it sore?".to_owned(),
        takes: 0..=choices.len() as u8,
        choices: choices.to_vec(),
    }
}

fn id(checked: &CheckedIn, wish: CheckinWish) -> ComponentId {
    ComponentId::Checkin(CheckinClick { day: checked.day, wish, unkept: checked.unkept.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cards::Row;
    use crate::domain::checkin::read;

    fn told(text: &str) -> CheckedIn {
        let checkin = read(&crate::corpus::reading(text)).unwrap().into_iter().collect();
        let day = "2026-11-23".parse().unwrap();
        CheckedIn { day, after_midnight: false, checkin, unkept: None }
    }

    #[test]
    fn an_empty_check_in_asks_and_says_which_way_the_levels_run() {
        insta::assert_snapshot!(check_in(&told("")), @"
        (private) **How are you today?**
        Soreness · 1 none, 5 very sore
        Sleep · 1 poor, 5 great
        Energy · 1 poor, 5 great
        -# Each tap is saved. Only you see this.
        [Soreness 1](1:checkin:2026-11-23:soreness:1) [2](1:checkin:2026-11-23:soreness:2) [3](1:checkin:2026-11-23:soreness:3) [4](1:checkin:2026-11-23:soreness:4) [5](1:checkin:2026-11-23:soreness:5)
        [Sleep 1](1:checkin:2026-11-23:sleep:1) [2](1:checkin:2026-11-23:sleep:2) [3](1:checkin:2026-11-23:sleep:3) [4](1:checkin:2026-11-23:sleep:4) [5](1:checkin:2026-11-23:sleep:5)
        [Energy 1](1:checkin:2026-11-23:energy:1) [2](1:checkin:2026-11-23:energy:2) [3](1:checkin:2026-11-23:energy:3) [4](1:checkin:2026-11-23:energy:4) [5](1:checkin:2026-11-23:energy:5)
        <Where is it sore?>(1:checkin:2026-11-23:areas: toes=toes, feet=feet, ankles=ankles, achilles=Achilles, calves=calves, shins=shins, knees=knees, it_band=IT band, quads=quads, hamstrings=hamstrings, glutes=glutes, hips=hips, groin=groin, back=back, upper_back=upper back, neck=neck, arms=arms, whole_body=all over)
        [In your words](1:checkin:2026-11-23:words)
        ");
        let late = CheckedIn { after_midnight: true, ..told("") };
        assert!(check_in(&late).text.starts_with("**How was Mon 23 Nov?**\n"));
    }

    #[test]
    fn words_that_answer_nothing_stay_on_offer_below_every_button() {
        let longest = "“".repeat(64);
        let card = check_in(&CheckedIn { unkept: Some(longest), ..told("sore 3") });
        for row in &card.rows {
            match row {
                Row::Buttons(buttons) => assert!(buttons.iter().all(|button| button.id.fits())),
                Row::Menu(menu) => assert!(menu.id.fits()),
                Row::Channels(_) => panic!("no channels here"),
            }
        }
        let asked = check_in(&CheckedIn { unkept: Some("*banana*".to_owned()), ..told("") });
        insta::assert_snapshot!(asked.text, @r"
        **How are you today?**
        I can't tell from “\*banana\*”, so it isn't kept. Tap, or keep it as a note.
        Soreness · 1 none, 5 very sore
        Sleep · 1 poor, 5 great
        Energy · 1 poor, 5 great
        -# Each tap is saved. Only you see this.
        ");
    }

    #[test]
    fn what_is_answered_is_said_back_harmless() {
        let text = check_in(&told("**legs** heavy, slept 6h, calves sore 3")).text;
        insta::assert_snapshot!(text, @r"
        **Your check-in for today**
        Soreness **3** · 1 none, 5 very sore
        Sleep · 1 poor, 5 great
        Energy **2** · 1 poor, 5 great
        Slept 6 h
        Sore: calves
        “\*\*legs\*\* heavy”
        -# Saved. Only you see this.
        ");
    }
}
