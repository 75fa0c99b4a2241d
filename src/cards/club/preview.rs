//! What a club's next nudge and board would look like, and when they come.

use chrono::{Datelike, TimeDelta};
use chrono_tz::Tz;

use super::NUDGE_OFF;
use crate::actions::{ClubPreview, Coming, Firing};
use crate::cards::{Card, Names, nudge, weekly_board};
use crate::domain::clock_change::{ClockChange, OnTheWall};
use crate::domain::ids::MemberId;

/// The next nudge and board as `organiser` would see them, with their times; nobody is pinged.
#[must_use]
pub fn club_preview(preview: &ClubPreview, organiser: MemberId, names: &Names) -> Card {
    let mut parts = Vec::new();
    match (&preview.nudge, &preview.nudge_run) {
        (Some(coming), Some(run)) => {
            let card = nudge(run.id(), run.day, &[organiser]);
            let to = match preview.nudged {
                0 => "nobody has asked for it, or all have logged".to_owned(),
                1 => "1 member would get it now".to_owned(),
                many => format!("{many} members would get it now"),
            };
            parts.push(format!("**Nudge**, {to}\n{}", times(coming, preview.zone)));
            parts.push(quoted(&card.text));
        }
        _ => parts.push(format!("**Nudge** {NUDGE_OFF}")),
    }
    let mut picture = None;
    match &preview.board {
        Some(_) if preview.weekly.ranked.board.standings.is_empty() => {
            let coming = preview.board.as_ref().map(|coming| times(coming, preview.zone));
            parts.push(format!("**Board**\n{}", coming.unwrap_or_default()));
            parts.push(quoted(
                "Nobody has points this week so far; a week without any is passed over.",
            ));
        }
        Some(coming) => {
            let card = weekly_board(&preview.weekly, names);
            parts.push(format!("**Board**\n{}", times(coming, preview.zone)));
            parts.push(quoted(&card.text));
            picture = card.picture;
        }
        None => parts.push("**Board** off".to_owned()),
    }
    parts.extend(changes(preview));
    Card { picture, ..Card::private(parts.join("\n")) }
}

fn quoted(text: &str) -> String {
    text.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n")
}

fn times(coming: &Coming, zone: Tz) -> String {
    let line = |firing: &Firing| {
        format!(
            "{} · <t:{}:R>{}",
            wall(firing, zone),
            firing.due.at.timestamp(),
            remark(firing, zone)
        )
    };
    coming.next.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The clock changes ahead, each once, with what comes first after it.
fn changes(preview: &ClubPreview) -> Vec<String> {
    let named = [("nudge", &preview.nudge), ("board", &preview.board)];
    let named: Vec<(&str, &Coming)> =
        named.into_iter().filter_map(|(name, coming)| Some((name, coming.as_ref()?))).collect();
    let mut lines: Vec<(ClockChange, String)> = Vec::new();
    for (name, coming) in named {
        let year = coming.next.first().map(|firing| firing.due.wall.year());
        for (change, firing) in &coming.at_changes {
            let then = first_after(name, coming, firing, preview.zone);
            match lines.iter_mut().find(|(known, _)| known == change) {
                Some((_, line)) => line.push_str(&then),
                None => lines.push((*change, format!("{}{then}", changed(*change, year)))),
            }
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

/// What the club's clock shows when it comes: "Tue 24 Nov 8:00 pm".
fn wall(firing: &Firing, zone: Tz) -> String {
    firing.due.at.with_timezone(&zone).format("%a %-d %b %-I:%M %P").to_string()
}

fn remark(firing: &Firing, zone: Tz) -> String {
    match firing.wall {
        OnTheWall::Once => String::new(),
        OnTheWall::LeftOut => {
            let skipped = firing.due.wall.format("%-I:%M %P");
            let at = firing.due.at.with_timezone(&zone).format("%-I:%M %P");
            format!(" (the clock skips {skipped}: {at} instead)")
        }
        OnTheWall::Twice => " (the clock shows it twice: once, the first time)".to_owned(),
    }
}

/// "-# The clocks go forward on Sun 14 Mar 2027"; this year goes without saying.
fn changed(change: ClockChange, this_year: Option<i32>) -> String {
    let way = if change.by > TimeDelta::zero() { "forward" } else { "back" };
    let is_this_year = this_year == Some(change.day.year());
    let day = change.day.format(if is_this_year { "%a %-d %b" } else { "%a %-d %b %Y" });
    format!("-# The clocks go {way} on {day}")
}

/// "; nudge then Sun 14 Mar 8:00 pm, … for you", with what is remarkable unless it is told above.
fn first_after(name: &str, coming: &Coming, firing: &Firing, zone: Tz) -> String {
    let told = coming.next.contains(firing);
    let remark = if told { String::new() } else { remark(firing, zone) };
    let at = firing.due.at.timestamp();
    format!("; {name} then {}, <t:{at}:t> for you{remark}", wall(firing, zone))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clock_change::{next_change, on_the_wall};
    use crate::domain::recurrence::Recurrence;

    #[test]
    fn a_time_in_the_night_says_what_happens_when_the_clocks_change() {
        let zone = chrono_tz::America::New_York;
        let recurrence: Recurrence = "02:30".parse().unwrap();
        let at = "2027-03-12T20:00:00Z".parse().unwrap();
        let firing = |due| Firing { due, wall: on_the_wall(due, zone) };
        let next: Vec<Firing> = recurrence.upcoming(at, zone).take(3).map(firing).collect();
        let change = next_change(at, zone).unwrap();
        let coming = Coming { recurrence, at_changes: vec![(change, next[1])], next };
        insta::assert_snapshot!(times(&coming, zone), @"
        Sat 13 Mar 2:30 am · <t:1804923000:R>
        Sun 14 Mar 3:00 am · <t:1805007600:R> (the clock skips 2:30 am: 3:00 am instead)
        Mon 15 Mar 2:30 am · <t:1805092200:R>
        ");
        // It is told above, and needn't be again.
        let then = first_after("nudge", &coming, &coming.next[1], zone);
        assert_eq!(then, "; nudge then Sun 14 Mar 3:00 am, <t:1805007600:t> for you");
        let far = Coming { next: Vec::new(), ..coming.clone() };
        let then = first_after("nudge", &far, &coming.next[1], zone);
        assert!(then.ends_with("(the clock skips 2:30 am: 3:00 am instead)"), "{then}");
        assert_eq!(changed(change, Some(2027)), "-# The clocks go forward on Sun 14 Mar");
        assert_eq!(changed(change, Some(2026)), "-# The clocks go forward on Sun 14 Mar 2027");
    }
}
