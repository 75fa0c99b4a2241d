//! The reply to a correction: what the entry said and says, and the way back.

use chrono::NaiveDate;

use super::logged::day_words;
use super::{Button, Card, ComponentId, Style};
use crate::actions::{Corrected, HistoryLine};
use crate::domain::duration;

/// What everyone in the channel sees of a correction.
#[must_use]
pub fn corrected(corrected: &Corrected) -> Card {
    let Corrected { before, after, today, back } = corrected;
    let says = |line: &HistoryLine| (line.label.clone(), line.minutes, line.day);
    let now = format!("{}{}", entry_words(after, "**"), of_day(after.day, *today));
    if says(before) == says(after) {
        return Card::public(format!("{now}\n-# So it stands in the log"));
    }
    let moved = before.day != after.day;
    let was_on = if moved { of_day(before.day, *today) } else { String::new() };
    let now = if moved && after.day == *today { format!("{now} · for today") } else { now };
    let text = format!("~~{}{was_on}~~ → {now}", entry_words(before, ""));
    Card::public(text).with_row(vec![Button {
        id: ComponentId::ChangeBack(back.clone()),
        label: "Undo".to_owned(),
        style: Style::Secondary,
    }])
}

/// What stands in its place once that was taken back.
#[must_use]
pub fn changed_back(line: &HistoryLine) -> Card {
    let day = day_words(line.day);
    Card::public(format!("{} · {day}\n-# As it was before", entry_words(line, "**")))
}

fn of_day(day: NaiveDate, today: NaiveDate) -> String {
    if day == today { String::new() } else { format!(" · for {}", day_words(day)) }
}

fn entry_words(line: &HistoryLine, bold: &str) -> String {
    let minutes = match line.minutes {
        0 => String::new(),
        minutes => format!(" {}", duration::minutes(minutes)),
    };
    format!("{bold}{}{bold}{minutes}", line.label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::last_log::ChangeBack;

    #[test]
    fn a_correction_tells_what_was_and_what_is() {
        let id: crate::domain::ids::EntryId = "1442200000000000001-1".parse().unwrap();
        let line = |label: &str, minutes, day: &str| HistoryLine {
            id,
            label: label.to_owned(),
            minutes,
            day: day.parse().unwrap(),
            note: Some("between us".to_owned()),
            deleted: false,
        };
        let told = |before: HistoryLine, after: HistoryLine| {
            corrected(&Corrected {
                back: ChangeBack {
                    entry: id,
                    changed_at: "2026-11-24T00:00:00Z".parse().unwrap(),
                    modality: "boots".parse().unwrap(),
                    minutes: before.minutes,
                    day: before.day,
                },
                before,
                after,
                today: "2026-11-23".parse().unwrap(),
            })
        };
        let boots = || line("Boots", 30, "2026-11-23");
        insta::assert_snapshot!(told(boots(), line("Boots", 45, "2026-11-23")), @"
        ~~Boots 30 min~~ → **Boots** 45 min
        [Undo](1:was:1442200000000000001-1:1795478400000:boots:30:2026-11-23)
        ");
        insta::assert_snapshot!(told(boots(), line("Rest day", 0, "2026-11-22")), @"
        ~~Boots 30 min~~ → **Rest day** · for Sun 22 Nov
        [Undo](1:was:1442200000000000001-1:1795478400000:boots:30:2026-11-23)
        ");
        insta::assert_snapshot!(told(line("Boots", 30, "2026-11-22"), boots()), @"
        ~~Boots 30 min · for Sun 22 Nov~~ → **Boots** 30 min · for today
        [Undo](1:was:1442200000000000001-1:1795478400000:boots:30:2026-11-22)
        ");
        insta::assert_snapshot!(told(boots(), boots()), @"
        **Boots** 30 min
        -# So it stands in the log
        ");
        insta::assert_snapshot!(changed_back(&boots()), @"
        **Boots** 30 min · Mon 23 Nov
        -# As it was before
        ");
    }
}
