//! The reply to a log: what was understood, the week so far, and a way back.

use chrono::NaiveDate;

use super::{BoardClick, Button, Card, ComponentId, NudgeClick, Style, plain};
use crate::actions::{Logged, LoggedEntry, MAX_NOTE_CHARS};
use crate::domain::duration;
use crate::domain::log::NotDone;

/// What everyone in the channel sees of a log.
#[must_use]
pub fn logged(logged: &Logged) -> Card {
    if logged.hides_words {
        return self::logged(&logged.clone().without_words());
    }
    let days: Vec<NaiveDate> = logged.entries.iter().map(|entry| entry.day).collect();
    let one_day = days.windows(2).all(|pair| pair[0] == pair[1]);
    let named = |day: NaiveDate| day != logged.today || logged.after_midnight;
    let entries: Vec<String> = logged
        .entries
        .iter()
        .map(|entry| {
            let day = (!one_day && named(entry.day)).then(|| day_words(entry.day));
            format!(
                "{}{}",
                entry_words(entry),
                day.map(|day| format!(" on {day}")).unwrap_or_default()
            )
        })
        .collect();
    let mut text = entries.join(", ");
    if let Some(day) = days.first().filter(|day| one_day && named(**day)) {
        text += &format!(" · for {}", day_words(*day));
    }
    if let Some(note) = &logged.note {
        text += &format!("\n“{}”", plain(note, MAX_NOTE_CHARS));
    }
    for (label, why) in &logged.left_out {
        text += &match why {
            Some(NotDone::Denied) => format!("\n-# Left out: {label} (not done)"),
            Some(NotDone::Planned) => format!("\n-# Left out: {label} (still to come)"),
            Some(NotDone::SomebodyElse) => format!("\n-# Left out: {label} (not yours)"),
            Some(NotDone::Asked) => format!("\n-# Left out: {label} (a question)"),
            Some(NotDone::Unsure) => format!("\n-# Left out: {label} (not sure it's done)"),
            // Nobody else has seen those words, nor need they.
            None => continue,
        };
    }
    if let Some(weeks) = logged.week_kept.filter(|_| is_all_here(logged)) {
        text += &format!("\n-# {}", kept_words(weeks));
    }
    if logged.season_over {
        text += "\n-# Your season in one picture: `/stats`, then Season recap";
    }
    if logged.joins_board.is_some() {
        text += "\n-# That puts you on the club's board: `/leaderboard`";
    }
    let week = if logged.week_runs { "This week" } else { "That week" };
    text += &format!("\n-# {week}: {}", week_words(logged));
    let mut buttons = vec![Button {
        id: ComponentId::Undo { origin: logged.origin },
        label: "Undo".to_owned(),
        style: Style::Secondary,
    }];
    if let Some(member) = logged.joins_board {
        buttons.push(Button {
            id: ComponentId::Board(BoardClick::KeepOff(member)),
            label: "Keep me off".to_owned(),
            style: Style::Secondary,
        });
    }
    if logged.offer_nudge {
        buttons.push(Button {
            id: ComponentId::Nudge(NudgeClick::Start),
            label: "Want a nudge in the evening?".to_owned(),
            style: Style::Secondary,
        });
    }
    Card::public(text).with_row(buttons)
}

/// What only the one who logged is told of it, if anything: words passed over, a note kept from others.
#[must_use]
pub fn logged_aside(logged: &Logged) -> Option<Card> {
    let unread = logged.left_out.iter().filter(|(_, why)| why.is_none());
    let unread: Vec<String> = unread.map(|(words, _)| format!("“{}”", plain(words, 40))).collect();
    let mut lines = Vec::new();
    if !unread.is_empty() {
        lines.push(format!("I passed over {}; the rest is logged.", unread.join(", ")));
    }
    lines.extend(note_kept(logged).map(str::to_owned));
    lines.extend(kept_elsewhere(logged));
    (!lines.is_empty()).then(|| Card::private(lines.join("\n")))
}

/// What stands in place of a private question once a tap has answered it.
#[must_use]
pub fn settled(logged: &Logged) -> Card {
    let entries: Vec<String> = logged.entries.iter().map(entry_words).collect();
    let beside = note_kept(logged).map(str::to_owned).into_iter().chain(kept_elsewhere(logged));
    let beside: String = beside.map(|line| format!("\n{line}")).collect();
    Card::private(format!("Got it: {}{beside}", entries.join(", ")))
}

/// What is told alone to whoever logged by a mention: no more than the chat can't be told.
#[must_use]
pub fn week_kept_aside(logged: &Logged) -> Option<Card> {
    kept_elsewhere(logged).map(Card::private)
}

/// That the week is kept, where others would learn by it what wasn't said among them.
fn kept_elsewhere(logged: &Logged) -> Option<String> {
    logged.week_kept.filter(|_| !is_all_here(logged)).map(kept_words)
}

/// Those who see the reply know the whole week.
fn is_all_here(logged: &Logged) -> bool {
    logged.week_here == logged.week
}

fn kept_words(weeks: u32) -> String {
    match weeks {
        0 | 1 => "Week kept".to_owned(),
        weeks => format!("Week kept: {weeks} in a row"),
    }
}

/// What is said of a note that nobody else sees.
fn note_kept(logged: &Logged) -> Option<&'static str> {
    let is_kept = logged.hides_words && logged.note.is_some();
    is_kept.then_some("Your note is saved, and stays between us.")
}

fn entry_words(entry: &LoggedEntry) -> String {
    let minutes = match entry.minutes {
        0 => String::new(),
        minutes => format!(" {}", duration::minutes(minutes)),
    };
    let mended = entry.mended_from.as_ref();
    let mended = mended.map(|said| format!(" (I read “{}”)", plain(said, 30))).unwrap_or_default();
    format!("**{}**{minutes}{mended}", entry.label)
}

fn week_words(logged: &Logged) -> String {
    let week = &logged.week_here;
    let mut words = vec![count(week.days, "day", "days"), count(week.modalities, "kind", "kinds")];
    if week.minutes > 0 {
        words.push(duration::minutes(week.minutes).to_string());
    }
    words.join(" · ")
}

pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// "Sun 22 Nov".
pub(super) fn day_words(day: NaiveDate) -> String {
    day.format("%a %-d %b").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::MemberId;
    use crate::domain::week::WeekSoFar;

    fn told(entries: &[(&str, u32, &str)]) -> Logged {
        let entry = |(label, minutes, day): &(&str, u32, &str)| LoggedEntry {
            label: (*label).to_owned(),
            minutes: *minutes,
            day: day.parse().unwrap(),
            mended_from: None,
        };
        Logged {
            is_new: true,
            offer_nudge: false,
            origin: "1442200000000000001".parse().unwrap(),
            entries: entries.iter().map(entry).collect(),
            left_out: Vec::new(),
            hides_words: false,
            note: None,
            today: "2026-11-23".parse().unwrap(),
            after_midnight: false,
            week: WeekSoFar { days: 3, modalities: 2, minutes: 75 },
            week_here: WeekSoFar { days: 3, modalities: 2, minutes: 75 },
            week_runs: true,
            week_kept: None,
            season_over: false,
            joins_board: None,
        }
    }

    #[test]
    fn one_entry_today() {
        insta::assert_snapshot!(logged(&told(&[("Boots", 30, "2026-11-23")])), @r"
        **Boots** 30 min
        -# This week: 3 days · 2 kinds · 1 h 15 min
        [Undo](1:undo:1442200000000000001)
        ");
    }

    #[test]
    fn the_first_in_a_club_puts_one_on_its_board() {
        let joins_board = Some("1442200000000000002".parse().map(MemberId).unwrap());
        let first = Logged { joins_board, ..told(&[("Boots", 30, "2026-11-23")]) };
        insta::assert_snapshot!(logged(&first), @"
        **Boots** 30 min
        -# That puts you on the club's board: `/leaderboard`
        -# This week: 3 days · 2 kinds · 1 h 15 min
        [Undo](1:undo:1442200000000000001) [Keep me off](1:board:off:1442200000000000002)
        ");
    }

    #[test]
    fn the_first_one_asks_about_a_nudge() {
        let first = Logged { offer_nudge: true, ..told(&[("Boots", 30, "2026-11-23")]) };
        insta::assert_snapshot!(logged(&first), @r"
        **Boots** 30 min
        -# This week: 3 days · 2 kinds · 1 h 15 min
        [Undo](1:undo:1442200000000000001) [Want a nudge in the evening?](1:nudge:start:)
        ");
    }

    #[test]
    fn everything_at_once() {
        let mut all = told(&[("Boots", 30, "2026-11-23"), ("Rest day", 0, "2026-11-22")]);
        all.entries[0].mended_from = Some("b_ots".to_owned());
        all.left_out = vec![
            ("Sauna".to_owned(), Some(NotDone::Planned)),
            ("Cryo".to_owned(), Some(NotDone::Denied)),
        ];
        all.week_kept = Some(3);
        all.season_over = true;
        all.note = Some("legs like *lead*\n@everyone".to_owned());
        insta::assert_snapshot!(logged(&all), @r"
        **Boots** 30 min (I read “b\_ots”), **Rest day** on Sun 22 Nov
        “legs like \*lead\* \@everyone”
        -# Left out: Sauna (still to come)
        -# Left out: Cryo (not done)
        -# Week kept: 3 in a row
        -# Your season in one picture: `/stats`, then Season recap
        -# This week: 3 days · 2 kinds · 1 h 15 min
        [Undo](1:undo:1442200000000000001)
        ");
    }

    #[test]
    fn what_was_said_elsewhere_is_for_its_owner_alone() {
        let mut elsewhere = told(&[("Boots", 30, "2026-11-23")]);
        elsewhere.week_here = WeekSoFar { days: 1, modalities: 1, minutes: 30 };
        elsewhere.week_kept = Some(3);
        insta::assert_snapshot!(logged(&elsewhere), @r"
        **Boots** 30 min
        -# This week: 1 day · 1 kind · 30 min
        [Undo](1:undo:1442200000000000001)
        ");
        insta::assert_snapshot!(logged_aside(&elsewhere).unwrap(), @"(private) Week kept: 3 in a row");
        insta::assert_snapshot!(settled(&elsewhere), @r"
        (private) Got it: **Boots** 30 min
        Week kept: 3 in a row
        ");
    }

    #[test]
    fn another_day_or_past_midnight_is_named() {
        let mut last_week = told(&[("Boots", 30, "2026-11-21"), ("Cryo", 3, "2026-11-21")]);
        last_week.week_runs = false;
        last_week.week = WeekSoFar { days: 1, modalities: 1, minutes: 0 };
        last_week.week_here = last_week.week;
        insta::assert_snapshot!(logged(&last_week), @r"
        **Boots** 30 min, **Cryo** 3 min · for Sat 21 Nov
        -# That week: 1 day · 1 kind
        [Undo](1:undo:1442200000000000001)
        ");
        let late = Logged { after_midnight: true, ..told(&[("Boots", 30, "2026-11-23")]) };
        insta::assert_snapshot!(logged(&late), @r"
        **Boots** 30 min · for Mon 23 Nov
        -# This week: 3 days · 2 kinds · 1 h 15 min
        [Undo](1:undo:1442200000000000001)
        ");
    }
}
