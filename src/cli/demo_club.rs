//! A club of eight with 16 weeks behind it, so that a newcomer sees the bot with something to say.
//!
//! Seeded: the same every time, up to the day it is. Written by the same action as everything else.

use anyhow::anyhow;
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeZone, Utc, Weekday};
use fastrand::Rng;

use crate::actions::{App, LogRecovery, check_in, log_recovery};
use crate::domain::ids::{ChannelId, GuildId, MemberId, Snowflake};
use crate::error::Failure;
use crate::sandbox::{Club, Place as SandboxPlace, Sandbox};
use crate::store::{Place, Source};

/// How far back the club goes: one marathon's training.
const WEEKS: u64 = 16;

/// Any number does; this one is the day the club was thought up.
const SEED: u64 = 20_261_123;

/// Who logs on that many of 100 days checks in every morning too.
const CHECKS_IN: u8 = 75;

/// A member's ways.
struct Runner {
    name: &'static str,
    /// In how many of 100 days they log something.
    keenness: u8,
    /// What they do on an ordinary evening.
    evenings: &'static [&'static str],
    /// What they do after Sunday's long run.
    long_run: &'static str,
    /// What comes round every so many days.
    every: Option<(u64, &'static str)>,
    /// Days of a holiday, counted back from today, without a word.
    away: std::ops::Range<u64>,
}

const RUNNERS: [Runner; 8] = [
    Runner {
        name: "jess",
        keenness: 92,
        evenings: &[
            "boots 30",
            "r8 8 and toes 15",
            "boots 30, roll 10",
            "cryo at lunch",
            "r8 on quads",
        ],
        long_run: "boots 45, roll 15 and toes 20",
        every: Some((14, "ART")),
        away: 0..0,
    },
    Runner {
        name: "sam",
        keenness: 60,
        evenings: &["rolled calves for 10", "stretched 10", "roller 2x8", "walked 25"],
        long_run: "epsom bath 20",
        every: None,
        away: 40..54,
    },
    Runner {
        name: "coach",
        keenness: 80,
        evenings: &["mobility 10", "foot strength 12", "legs up 10", "yoga 30"],
        long_run: "ice bath 10 and refuel",
        every: Some((21, "sports massage 45")),
        away: 0..0,
    },
    Runner {
        name: "priya",
        keenness: 75,
        evenings: &["yoga 40", "yoga 25 and breathing 10", "stretch 15", "nap 20"],
        long_run: "hot bath 20, legs up 15",
        every: None,
        away: 0..0,
    },
    Runner {
        name: "tom",
        keenness: 45,
        evenings: &["massage gun 8", "compression socks", "boots 20"],
        long_run: "boots 40",
        every: Some((28, "massage 60")),
        away: 20..31,
    },
    Runner {
        name: "mei",
        keenness: 85,
        evenings: &["toes 20", "calf raises 12", "roll 12 and stretch 8", "breathing 10"],
        long_run: "contrast bath 14 and toes 20",
        every: None,
        away: 70..78,
    },
    Runner {
        name: "luca",
        keenness: 35,
        evenings: &["sauna 15", "roll 5", "nap 30"],
        long_run: "sauna 15 and cold plunge 3",
        every: None,
        away: 0..0,
    },
    Runner {
        name: "ada",
        keenness: 70,
        evenings: &["easy bike 30", "pool run 30", "stretch 12", "r8 6"],
        long_run: "boots 30 and refuel",
        every: Some((14, "active release 30")),
        away: 5..9,
    },
];

/// The club's people and channels.
pub(super) fn club() -> Club {
    let mut club = Club::default();
    let names = RUNNERS.iter().map(|runner| runner.name.to_owned());
    for name in names.filter(|name| !Club::default().people.contains(name)) {
        club.people.push(name.clone());
        for guild in &mut club.guilds {
            guild.members.push(name.clone());
        }
    }
    club
}

/// Lives the weeks up to yesterday, entry by entry; a club kept from before is left as it is.
pub(super) async fn live(app: &App, sandbox: &Sandbox) -> anyhow::Result<()> {
    let now = sandbox.clock().now();
    let today = now.with_timezone(&app.zone).date_naive();
    let mut rng = Rng::with_seed(SEED);
    // Drawn apart, so that mornings don't move evenings.
    let mut mornings = Rng::with_seed(SEED + 1);
    let channel = sandbox.channel("recovery")?;
    for (count, runner) in (0_u16..).zip(&RUNNERS) {
        let person = sandbox.person(runner.name)?;
        let found = sandbox.channels(person).into_iter().find(|known| known.id == channel);
        let guild = match found.map(|channel| channel.place) {
            Some(SandboxPlace::Guild(guild)) => Some(GuildId(id(guild.get())?)),
            _ => None,
        };
        let place = Place { guild, channel: ChannelId(id(channel.get())?) };
        let member = MemberId(id(person.get())?);
        if !app.store.entries_since(member, NaiveDate::MIN).await?.is_empty() {
            return Ok(());
        }
        let mut yesterday = None;
        for back in (1..=WEEKS * 7).rev() {
            let Some(day) = today.checked_sub_days(Days::new(back)) else { continue };
            // Drawn also on days without an entry, so that one runner's ways don't move another's.
            let (keen, evening) = (rng.u8(0..100), rng.usize(0..runner.evenings.len()));
            let at =
                NaiveTime::from_hms_opt(rng.u32(18..22), rng.u32(0..60), 0).unwrap_or_default();
            let what = done(runner, day, back, keen, evening);
            let sore = soreness(yesterday, &mut mornings);
            yesterday = what;
            if runner.keenness >= CHECKS_IN
                && let Some(at) =
                    NaiveTime::from_hms_opt(7, 30, 0).and_then(|at| moment(app, day, at))
            {
                let origin =
                    Snowflake::made_at(at, count).ok_or_else(|| anyhow!("no id for {at}"))?;
                check_in(app, origin, member, &format!("soreness {sore}")).await.map_err(told)?;
            }
            let Some(what) = what else { continue };
            let Some(at) = moment(app, day, at) else { continue };
            let origin = Snowflake::made_at(at, count).ok_or_else(|| anyhow!("no id for {at}"))?;
            let request = LogRecovery {
                origin,
                member,
                place,
                source: Source::Command,
                what,
                minutes: None,
                when: None,
                note: None,
            };
            log_recovery(app, &request).await.map_err(told)?;
        }
    }
    Ok(())
}

fn id(number: u64) -> anyhow::Result<Snowflake> {
    Snowflake::new(number).ok_or_else(|| anyhow!("{number} is no id"))
}

fn told(failure: Failure) -> anyhow::Error {
    match failure {
        Failure::Person(error) => anyhow!("the demo club can't say that: {error:?}"),
        Failure::Ours(error) => error.into(),
    }
}

/// How sore a runner wakes up: in this story, less so after boots.
fn soreness(yesterday: Option<&str>, rng: &mut Rng) -> u8 {
    let boots = u8::from(yesterday.is_some_and(|what| what.contains("boots")));
    rng.u8(2..=3) + rng.u8(0..=1) - boots
}

/// What a runner did on a day, if anything.
fn done(
    runner: &Runner,
    day: NaiveDate,
    back: u64,
    keen: u8,
    evening: usize,
) -> Option<&'static str> {
    if runner.away.contains(&back) || keen >= runner.keenness {
        return None;
    }
    if let Some((days, what)) = runner.every
        && back % days == days / 2
    {
        return Some(what);
    }
    match day.weekday() {
        Weekday::Sun => Some(runner.long_run),
        Weekday::Mon if keen.is_multiple_of(2) => Some("rest day"),
        _ => Some(runner.evenings[evening]),
    }
}

/// A time of a day on the club's clock; none where the clock skips it.
fn moment(app: &App, day: NaiveDate, at: NaiveTime) -> Option<DateTime<Utc>> {
    app.zone.from_local_datetime(&day.and_time(at)).earliest().map(|at| at.to_utc())
}
