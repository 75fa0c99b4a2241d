//! A member's own history: the list, one entry of it, and the form that changes it.

use chrono::{Days, NaiveDate};

use super::logged::day_words;
use super::{
    Button, Card, Choice, ComponentId, Field, Form, HistoryClick, HistoryView, HistoryWish, Menu,
    Style, plain, settled,
};
use crate::actions::{History, HistoryLine, Logged, MAX_HISTORY_DAYS, MAX_NOTE_CHARS};
use crate::domain::duration;

/// The days asked for, newest first, with a menu to pick an entry to change.
#[must_use]
pub fn history(history: &History) -> Card {
    let view = HistoryView { days: history.days, page: history.page };
    if history.lines.is_empty() {
        return Card::private(nothing(history.days));
    }
    let mut text = match history.days {
        1 => "**Your log today**".to_owned(),
        days => format!("**Your last {days} days**"),
    };
    for day in history.lines.chunk_by(|a, b| a.day == b.day) {
        let entries: Vec<String> = day.iter().map(entry_words).collect();
        text += &format!("\n{}: {}", day_name(day[0].day, history), entries.join(", "));
    }
    if history.older > 0 {
        text += &format!("\n-# and {} more before that", history.older);
    }
    let choice = |line: &HistoryLine| Choice {
        value: line.id.to_string(),
        label: format!("{} · {}", day_words(line.day), entry_words(line)),
        chosen: false,
    };
    let mut pages = Vec::new();
    if let Some(newer) = view.page.checked_sub(1) {
        pages.push(button("Newer", HistoryView { page: newer, ..view }, HistoryWish::List));
    }
    if history.older > 0 {
        let older = HistoryView { page: view.page.saturating_add(1), ..view };
        pages.push(button("Older", older, HistoryWish::List));
    }
    Card::private(text)
        .with_menu(Menu {
            id: ComponentId::History(HistoryClick { view, wish: HistoryWish::Pick }),
            placeholder: "Pick one to change".to_owned(),
            choices: history.lines.iter().map(choice).collect(),
            takes: 1..=1,
        })
        .with_row(pages)
}

/// One entry, with all that can be done with it.
#[must_use]
pub fn history_entry(line: &HistoryLine, view: HistoryView) -> Card {
    let back = button("Back", view, HistoryWish::List);
    if line.deleted {
        let text = format!("Deleted: ~~{}~~ · {}", bold(line), day_words(line.day));
        let restore = button("Put it back", view, HistoryWish::Restore(line.id));
        return Card::private(text).with_row(vec![restore, back]);
    }
    Card::private(entry_text(line)).with_row(vec![
        Button { style: Style::Primary, ..button("Edit", view, HistoryWish::Edit(line.id)) },
        button("Log again", view, HistoryWish::LogAgain(line.id)),
        button("Delete", view, HistoryWish::Delete(line.id)),
        back,
    ])
}

/// One entry once it says what its owner wanted.
#[must_use]
pub fn changed(line: &HistoryLine, view: HistoryView) -> Card {
    with_remark(history_entry(line, view), "Changed")
}

/// One entry once it is back in the log.
#[must_use]
pub fn restored(line: &HistoryLine, view: HistoryView) -> Card {
    with_remark(history_entry(line, view), "Back in the log")
}

/// What stands in place of an entry once it was logged again.
#[must_use]
pub fn logged_again(logged: &Logged, view: HistoryView) -> Card {
    settled(logged).with_row(vec![button("Back", view, HistoryWish::List)])
}

/// The form that changes an entry, holding what it says.
#[must_use]
pub fn edit_form(line: &HistoryLine, view: HistoryView) -> Form {
    let field = |key, label: &str, value: String, example: &str, max_chars| Field {
        key,
        label: label.to_owned(),
        value,
        example: example.to_owned(),
        required: false,
        max_chars,
    };
    let minutes = if line.minutes == 0 { String::new() } else { duration::typed(line.minutes) };
    let note = line.note.clone().unwrap_or_default();
    // The parser reads this form of a day whatever "today" is by the time it is sent.
    let day = line.day.format("%b %-d").to_string();
    Form {
        id: ComponentId::History(HistoryClick { view, wish: HistoryWish::Change(line.id) }),
        title: "Change this entry".to_owned(),
        fields: vec![
            Field { required: true, ..field("what", "What", line.label.clone(), "Boots", 80) },
            field("minutes", "Minutes", minutes, "Empty for your usual", 20),
            field("day", "Day", day, "yesterday · sunday · nov 22", 40),
            field("note", "Note", note, "Something to remember about it", NOTE_FIELD),
        ],
    }
}

/// As many as a note may have.
const NOTE_FIELD: u16 = MAX_NOTE_CHARS as u16;

fn nothing(days: u8) -> String {
    let when = match days {
        1 => "today".to_owned(),
        days => format!("in the last {days} days"),
    };
    let further = if days < MAX_HISTORY_DAYS {
        format!(" `/history days:{MAX_HISTORY_DAYS}` looks further back.")
    } else {
        String::new()
    };
    format!("Nothing logged {when}. `/recover boots 30` starts it.{further}")
}

/// "Today", "Yesterday", then "Sat 21 Nov"; after midnight those words would mislead.
fn day_name(day: NaiveDate, history: &History) -> String {
    let yesterday = history.today.checked_sub_days(Days::new(1));
    match () {
        () if history.after_midnight => day_words(day),
        () if day == history.today => "Today".to_owned(),
        () if Some(day) == yesterday => "Yesterday".to_owned(),
        () => day_words(day),
    }
}

fn entry_words(line: &HistoryLine) -> String {
    match line.minutes {
        0 => line.label.clone(),
        minutes => format!("{} {}", line.label, duration::minutes(minutes)),
    }
}

fn bold(line: &HistoryLine) -> String {
    match line.minutes {
        0 => format!("**{}**", line.label),
        minutes => format!("**{}** {}", line.label, duration::minutes(minutes)),
    }
}

fn entry_text(line: &HistoryLine) -> String {
    let note = line.note.as_ref().map(|note| format!("\n“{}”", plain(note, MAX_NOTE_CHARS)));
    format!("{} · {}{}", bold(line), day_words(line.day), note.unwrap_or_default())
}

fn with_remark(mut card: Card, remark: &str) -> Card {
    card.text += &format!("\n-# {remark}");
    card
}

fn button(label: &str, view: HistoryView, wish: HistoryWish) -> Button {
    Button {
        id: ComponentId::History(HistoryClick { view, wish }),
        label: label.to_owned(),
        style: Style::Secondary,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: HistoryView = HistoryView { days: 7, page: 0 };

    fn line(place: u8, label: &str, minutes: u32, day: &str) -> HistoryLine {
        HistoryLine {
            id: format!("1442200000000000001-{place}").parse().unwrap(),
            label: label.to_owned(),
            minutes,
            day: day.parse().unwrap(),
            note: None,
            deleted: false,
        }
    }

    fn told(lines: Vec<HistoryLine>) -> History {
        let today = "2026-11-23".parse().unwrap();
        History { days: 7, page: 0, lines, older: 0, today, after_midnight: false }
    }

    #[test]
    fn a_line_a_day_and_a_menu_over_the_entries() {
        let lines = vec![
            line(0, "Boots", 30, "2026-11-23"),
            line(1, "Foam roll", 10, "2026-11-23"),
            line(2, "Rest day", 0, "2026-11-22"),
            line(3, "Cryo", 3, "2026-11-20"),
        ];
        insta::assert_snapshot!(history(&told(lines.clone())), @r"
        (private) **Your last 7 days**
        Today: Boots 30 min, Foam roll 10 min
        Yesterday: Rest day
        Fri 20 Nov: Cryo 3 min
        <Pick one to change>(1:history:7:0:pick: 1442200000000000001-0=Mon 23 Nov · Boots 30 min, 1442200000000000001-1=Mon 23 Nov · Foam roll 10 min, 1442200000000000001-2=Sun 22 Nov · Rest day, 1442200000000000001-3=Fri 20 Nov · Cryo 3 min)
        ");
        let late = History { after_midnight: true, page: 1, older: 12, ..told(lines) };
        insta::assert_snapshot!(history(&late), @r"
        (private) **Your last 7 days**
        Mon 23 Nov: Boots 30 min, Foam roll 10 min
        Sun 22 Nov: Rest day
        Fri 20 Nov: Cryo 3 min
        -# and 12 more before that
        <Pick one to change>(1:history:7:1:pick: 1442200000000000001-0=Mon 23 Nov · Boots 30 min, 1442200000000000001-1=Mon 23 Nov · Foam roll 10 min, 1442200000000000001-2=Sun 22 Nov · Rest day, 1442200000000000001-3=Fri 20 Nov · Cryo 3 min)
        [Newer](1:history:7:0:list) [Older](1:history:7:2:list)
        ");
        insta::assert_snapshot!(history(&told(Vec::new())), @"(private) Nothing logged in the last 7 days. `/recover boots 30` starts it. `/history days:31` looks further back.");
        insta::assert_snapshot!(history(&History { days: 31, ..told(Vec::new()) }), @"(private) Nothing logged in the last 31 days. `/recover boots 30` starts it.");
    }

    #[test]
    fn an_entry_shows_its_note_harmless_and_what_can_be_done() {
        let noted = HistoryLine {
            note: Some("**loud** @everyone".to_owned()),
            ..line(0, "Boots", 30, "2026-11-23")
        };
        insta::assert_snapshot!(changed(&noted, VIEW), @r"
        (private) **Boots** 30 min · Mon 23 Nov
        “\*\*loud\*\* \@everyone”
        -# Changed
        [Edit](1:history:7:0:edit:1442200000000000001-0) [Log again](1:history:7:0:again:1442200000000000001-0) [Delete](1:history:7:0:delete:1442200000000000001-0) [Back](1:history:7:0:list)
        ");
        let deleted = HistoryLine { deleted: true, ..noted };
        insta::assert_snapshot!(history_entry(&deleted, VIEW), @r"
        (private) Deleted: ~~**Boots** 30 min~~ · Mon 23 Nov
        [Put it back](1:history:7:0:restore:1442200000000000001-0) [Back](1:history:7:0:list)
        ");
    }
}
