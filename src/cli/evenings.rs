//! When a trial's evenings are: the club's own nudge and board, and where it has set none, the usual.

use chrono::{DateTime, NaiveTime, Utc, Weekday, WeekdaySet};
use chrono_tz::Tz;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use crate::actions::App;
use crate::domain::ids::GuildId;
use crate::domain::nudge_time::evenings;
use crate::domain::recurrence::Recurrence;
use crate::sandbox::{Landmark, Place, Sandbox};
use crate::store::Club;

/// When the nudge comes where the club hasn't said.
pub(super) fn nudge() -> Recurrence {
    evenings()
}

/// When the board is posted where the club hasn't said.
pub(super) fn board() -> Recurrence {
    let hour = NaiveTime::from_hms_opt(19, 0, 0).unwrap_or_default();
    Recurrence::weekly(hour, WeekdaySet::single(Weekday::Sun))
}

/// The moments worth turning a trial's clock to, as the club's settings stand when asked.
pub fn landmarks(
    app: App,
    guild: Option<GuildId>,
) -> impl Fn(DateTime<Utc>) -> BoxFuture<'static, Vec<Landmark>> + Send + Sync + 'static {
    move |now| {
        let app = app.clone();
        async move {
            let club = match guild {
                Some(guild) => app.store.club(guild).await,
                None => Ok(Club::default()),
            };
            // A trial whose data can't be read has its usual evenings, and says so elsewhere.
            ahead(&club.unwrap_or_default(), app.zone, now)
        }
        .boxed()
    }
}

/// The guild of the channel that a trial begins in.
pub(super) fn guild_of(sandbox: &Sandbox, channel: &str) -> Option<GuildId> {
    let id = sandbox.channel(channel).ok()?;
    let seen = sandbox.people().into_iter().flat_map(|person| sandbox.channels(person.id));
    match seen.into_iter().find(|seen| seen.id == id)?.place {
        Place::Guild(guild) => guild.get().to_string().parse().ok().map(GuildId),
        Place::Dm(_) => None,
    }
}

fn ahead(club: &Club, zone: Tz, now: DateTime<Utc>) -> Vec<Landmark> {
    let zone = club.zone.unwrap_or(zone);
    let tonight = club.nudge_at.recurrence().unwrap_or_else(nudge).next_after(now, zone);
    let posted = club.board_at.clone().unwrap_or_else(board).next_after(now, zone);
    let tonight = tonight.map(|due| Landmark { name: "tonight".to_owned(), at: due.at });
    // A club may have its board on another day than Sunday.
    let posted = posted.map(|due| Landmark { name: due.wall.format("%A").to_string(), at: due.at });
    tonight.into_iter().chain(posted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(club: &Club, now: &str) -> Vec<String> {
        let found = ahead(club, chrono_tz::America::New_York, now.parse().unwrap());
        found.iter().map(|landmark| format!("{} {}", landmark.name, landmark.at)).collect()
    }

    #[test]
    fn tonight_and_sunday_are_by_the_clubs_clock_and_its_own_times() {
        assert_eq!(
            found(&Club::default(), "2026-11-24T00:30:00Z"),
            ["tonight 2026-11-24 01:00:00 UTC", "Sunday 2026-11-30 00:00:00 UTC"]
        );
        let club = Club {
            zone: Some(chrono_tz::Europe::Berlin),
            nudge_at: "21:15".parse().unwrap(),
            board_at: Some("sun 18:00".parse().unwrap()),
            ..Club::default()
        };
        assert_eq!(
            found(&club, "2026-11-29T10:00:00Z"),
            ["tonight 2026-11-29 20:15:00 UTC", "Sunday 2026-11-29 17:00:00 UTC"]
        );
        let club = Club { board_at: Some("mon 08:00".parse().unwrap()), ..club };
        assert_eq!(found(&club, "2026-11-29T10:00:00Z")[1], "Monday 2026-11-30 07:00:00 UTC");
    }
}
