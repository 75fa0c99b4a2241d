//! The private cards of `/club`: what is set, and what a club has of its own.

use chrono::{DateTime, Utc};

use super::Card;
use crate::actions::ClubSet;
use crate::domain::catalogue::OwnModality;
use crate::domain::duration;
use crate::domain::recurrence::Recurrence;
use crate::domain::zones::{Place, clock_words};

/// What a club has set, and how to set what it hasn't.
#[must_use]
pub fn club(set: &ClubSet, now: DateTime<Utc>) -> Card {
    let channel = set.club.channel.map_or_else(
        || "not set: `/club setup channel:#recovery`".to_owned(),
        |channel| format!("<#{channel}>"),
    );
    let own = if set.club.zone.is_some() { "" } else { ", until you set yours" };
    let (place, clock) = (Place::of(set.zone).name, clock_words(now, set.zone));
    let time = |recurrence: &Option<Recurrence>, option: &str, example: &str| {
        recurrence
            .as_ref()
            .map_or_else(|| format!("off: `/club setup {option}:{example}`"), Recurrence::words)
    };
    Card::private(format!(
        "**Channel** {channel}\n**Clock** {place}, {clock}{own}\n**Nudge** {}\n**Board** {}",
        time(&set.club.nudge_at, "reminders", "20:00"),
        time(&set.club.board_at, "leaderboard", "sun 19:00"),
    ))
}

/// A modality of the club's own that was added.
#[must_use]
pub fn modality_added(own: &OwnModality) -> Card {
    let times = |count: u32| if count == 1 { "once".to_owned() } else { format!("{count} times") };
    Card::private(format!(
        "**{}** is in: `/recover {}` logs {}, unless they say how long.\n\
         -# It scores from {}, {} a day and {} a week. Only your club has it.",
        own.name,
        own.name.to_lowercase(),
        duration::minutes(own.minutes.usual),
        duration::minutes(own.minutes.shortest),
        times(own.per_day),
        times(own.per_week),
    ))
}

/// A modality of the club's own that was taken away.
#[must_use]
pub fn modality_removed(label: &str) -> Card {
    Card::private(format!("**{label}** is out. What was logged with it stays as it is."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Club;

    #[test]
    fn what_is_off_says_how_to_turn_it_on() {
        let now = "2026-11-24T00:00:00Z".parse().unwrap();
        let board_at = Some("sun 19:00".parse().unwrap());
        let club_set = Club { board_at, ..Club::default() };
        let set = ClubSet { club: club_set, zone: chrono_tz::America::New_York };
        insta::assert_snapshot!(club(&set, now), @"
        (private) **Channel** not set: `/club setup channel:#recovery`
        **Clock** New York, Mon 7:00 pm, until you set yours
        **Nudge** off: `/club setup reminders:20:00`
        **Board** Sun at 7:00 pm
        ");
    }
}
