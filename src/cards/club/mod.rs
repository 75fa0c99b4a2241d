//! The private cards of `/club`: what is set, and what a club has of its own.

mod checked;
mod preview;
mod setup;

use chrono::{DateTime, Utc};

pub use checked::{club_checked, club_trouble, data_trouble, disk_nearly_full};
pub use preview::club_preview;
pub use setup::{club_setup, club_zone_form, hello_club, which_club_zone};

use super::Card;
use crate::actions::ClubSet;
use crate::domain::catalogue::{Does, OwnModality};
use crate::domain::duration;
use crate::domain::nudge_time::NudgeTime;
use crate::domain::recurrence::Recurrence;
use crate::domain::zones::{Place, clock_words};

/// What no nudge of the club's own means.
const NUDGE_OFF: &str = "off, but for those who set a time of their own";

/// What a club has set, and how to set what it hasn't.
#[must_use]
pub fn club(set: &ClubSet, now: DateTime<Utc>) -> Card {
    Card::private(format!("{}\n-# `/club setup` changes it", lines(set, now)))
}

/// What a club has set, a line each.
fn lines(set: &ClubSet, now: DateTime<Utc>) -> String {
    let unset = ", until you set yours";
    let channel =
        set.club.channel.map_or_else(|| "not set".to_owned(), |channel| format!("<#{channel}>"));
    let (place, clock) = (Place::of(set.zone).name, clock_words(now, set.zone));
    let own_zone = if set.club.zone.is_some() { "" } else { unset };
    let nudge_at = set.club.nudge_at.recurrence();
    let nudge = nudge_at.map_or_else(|| NUDGE_OFF.to_owned(), |time| time.words());
    let own_nudge = if set.club.nudge_at == NudgeTime::Evening { unset } else { "" };
    let board = set.club.board_at.as_ref().map_or_else(|| "off".to_owned(), Recurrence::words);
    format!(
        "**Channel** {channel}\n**Clock** {place}, {clock}{own_zone}\n\
         **Nudge** {nudge}{own_nudge}\n**Board** {board}"
    )
}

/// A modality of the club's own that was added.
#[must_use]
pub fn modality_added(own: &OwnModality) -> Card {
    let times = |count: u32| if count == 1 { "once".to_owned() } else { format!("{count} times") };
    let unsaid = if own.does == Does::anything() {
        "\n-# Not knowing what it does to a body, I keep it from whoever has to be careful. To tell me, \
         remove it and add it again with `does`."
    } else {
        ""
    };
    Card::private(format!(
        "**{}** is in: `/recover {}` logs {}, unless they say how long.\n\
         -# It scores from {}, {} a day and {} a week. Only your club has it.{unsaid}",
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
    fn what_isnt_set_says_what_holds_meanwhile() {
        let now = "2026-11-24T00:00:00Z".parse().unwrap();
        let board_at = Some("sun 19:00".parse().unwrap());
        let club_set = Club { board_at, ..Club::default() };
        let set = ClubSet { club: club_set, zone: chrono_tz::America::New_York };
        insta::assert_snapshot!(club(&set, now), @"
        (private) **Channel** not set
        **Clock** New York, Mon 7:00 pm, until you set yours
        **Nudge** every day at 8:00 pm, until you set yours
        **Board** Sun at 7:00 pm
        -# `/club setup` changes it
        ");
    }
}
