//! Setting a club up: one private message of menus, each of which sets at once; and the first hello.

use chrono::{DateTime, Utc};

use super::lines;
use crate::actions::ClubSet;
use crate::cards::{
    Button, Card, ChannelMenu, Choice, ClubClick, ComponentId, Field, Form, Menu, Style,
};
use crate::domain::nudge_time::NudgeTime;
use crate::domain::recurrence::Recurrence;
use crate::domain::zones::{Place, clock_words};

/// When clubs like their nudge.
const NUDGE_TIMES: [&str; 8] =
    ["18:00", "18:30", "19:00", "19:30", "20:00", "20:30", "21:00", "21:30"];

/// When clubs like their board.
const BOARD_TIMES: [&str; 6] =
    ["sun 18:00", "sun 19:00", "sun 20:00", "sun 21:00", "mon 07:00", "mon 08:00"];

/// What an organiser can set, with what is set.
#[must_use]
pub fn club_setup(set: &ClubSet, now: DateTime<Utc>) -> Card {
    let nudge_at = match &set.club.nudge_at {
        NudgeTime::Off => None,
        time => time.recurrence(),
    };
    let button = |click, label: &str| Button {
        id: ComponentId::Club(click),
        label: label.to_owned(),
        style: Style::Secondary,
    };
    let text = format!(
        "{}\n-# Each choice holds at once. Other times: `/club setup reminders:mon,wed 7:30pm`",
        lines(set, now)
    );
    Card::private(text)
        .with_channels(ChannelMenu {
            id: ComponentId::Club(ClubClick::Channel),
            placeholder: "The club's channel".to_owned(),
        })
        .with_menu(times("Nudge", ClubClick::Nudge, &NUDGE_TIMES, nudge_at.as_ref()))
        .with_menu(times("Board", ClubClick::Board, &BOARD_TIMES, set.club.board_at.as_ref()))
        .with_row(vec![
            button(ClubClick::AskZone, "Clock"),
            button(ClubClick::Check, "Check"),
            button(ClubClick::Preview, "Preview"),
        ])
}

/// The usual times and the one that is set, or none.
fn times(what: &str, click: ClubClick, usual: &[&str], set: Option<&Recurrence>) -> Menu {
    let mut times: Vec<Recurrence> = usual.iter().filter_map(|time| time.parse().ok()).collect();
    // One of the organiser's own stands with them; a menu can't hold it where it is too long.
    if let Some(own) = set.filter(|own| !times.contains(own) && own.to_string().len() <= 100) {
        times.push(own.clone());
    }
    let choice = |time: &Recurrence| Choice {
        value: time.to_string(),
        label: format!("{what}: {}", time.words()),
        chosen: Some(time) == set,
    };
    let mut choices = vec![Choice {
        value: "off".to_owned(),
        label: format!("{what}: off"),
        chosen: set.is_none(),
    }];
    choices.extend(times.iter().map(choice));
    Menu {
        id: ComponentId::Club(click),
        placeholder: format!("{what} time"),
        choices,
        takes: 1..=1,
    }
}

/// Asks where the club is.
#[must_use]
pub fn club_zone_form(set: &ClubSet) -> Form {
    let place = set.club.zone.map(|zone| Place::of(zone).name).unwrap_or_default();
    Form {
        id: ComponentId::Club(ClubClick::ZoneSaid),
        title: "The club's clock".to_owned(),
        fields: vec![Field {
            key: "where",
            label: "Where is the club?".to_owned(),
            value: place,
            example: "Boston · Italy · my clock says 9:40pm".to_owned(),
            required: true,
            max_chars: 80,
        }],
    }
}

/// The places that an organiser may have meant.
#[must_use]
pub fn which_club_zone(places: &[Place], now: DateTime<Utc>) -> Card {
    let button = |place: &Place| Button {
        id: ComponentId::Club(ClubClick::Zone(place.zone)),
        label: format!("{} · {}", place.name, clock_words(now, place.zone)),
        style: Style::Secondary,
    };
    Card::private("Which one is your club's?").with_row(places.iter().map(button).collect())
}

/// The first word in a club that has just added the bot.
#[must_use]
pub fn hello_club() -> Card {
    let button = Button {
        id: ComponentId::Club(ClubClick::SetUp),
        label: "Set up".to_owned(),
        style: Style::Primary,
    };
    Card::public(
        "Hello! I keep your club's recovery log. Type `/recover boots 30` after a session, \
         or `/today` when you wonder what to do.\n\
         -# Organisers: channel, clock, evening nudge and weekly board are a tap away."
            .to_owned(),
    )
    .with_row(vec![button])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Club;

    #[test]
    fn each_menu_shows_what_is_set() {
        let now = "2026-11-24T00:00:00Z".parse().unwrap();
        let set = Club {
            board_at: Some("sat 9:00".parse().unwrap()),
            nudge_at: NudgeTime::Off,
            ..Club::default()
        };
        let set = ClubSet { club: set, zone: chrono_tz::America::New_York };
        let card = club_setup(&set, now);
        insta::assert_snapshot!(card, @"
        (private) **Channel** not set
        **Clock** New York, Mon 7:00 pm, until you set yours
        **Nudge** off, but for those who set a time of their own
        **Board** Sat at 9:00 am
        -# Each choice holds at once. Other times: `/club setup reminders:mon,wed 7:30pm`
        <The club's channel>(1:club:channel)
        <Nudge time>(1:club:nudge: off=Nudge: off, 18:00=Nudge: every day at 6:00 pm, 18:30=Nudge: every day at 6:30 pm, 19:00=Nudge: every day at 7:00 pm, 19:30=Nudge: every day at 7:30 pm, 20:00=Nudge: every day at 8:00 pm, 20:30=Nudge: every day at 8:30 pm, 21:00=Nudge: every day at 9:00 pm, 21:30=Nudge: every day at 9:30 pm)
        <Board time>(1:club:board: off=Board: off, sun 18:00=Board: Sun at 6:00 pm, sun 19:00=Board: Sun at 7:00 pm, sun 20:00=Board: Sun at 8:00 pm, sun 21:00=Board: Sun at 9:00 pm, mon 07:00=Board: Mon at 7:00 am, mon 08:00=Board: Mon at 8:00 am, sat 09:00=Board: Sat at 9:00 am)
        [Clock](1:club:ask-zone) [Check](1:club:check) [Preview](1:club:preview)
        ");
        insta::assert_snapshot!(hello_club(), @"
        Hello! I keep your club's recovery log. Type `/recover boots 30` after a session, or `/today` when you wonder what to do.
        -# Organisers: channel, clock, evening nudge and weekly board are a tap away.
        [Set up](1:club:setup)
        ");
    }

    #[test]
    fn a_place_that_could_be_two_is_asked_about() {
        let now = "2026-11-24T00:00:00Z".parse().unwrap();
        let london = Place::of(chrono_tz::Europe::London);
        insta::assert_snapshot!(which_club_zone(&[london], now), @"
        (private) Which one is your club's?
        [London · Tue 12:00 am](1:club:zone:Europe/London)
        ");
    }
}
