//! A club of eight with 16 weeks behind it, so that a newcomer sees the bot with something to say.
//!
//! Seeded: the same every time, up to the day it is. Written by the same actions as everything else.

mod runners;
mod training;

use anyhow::anyhow;
use chrono::{Datelike, Days, NaiveDate, TimeZone, Weekday};
use fastrand::Rng;

use self::runners::{RUNNERS, Runner};
use self::training::Season;
use super::evenings;
use crate::actions::{
    App, Asker, LogRecovery, LogRun, RemindOn, check_in, follow_club, log_recovery, log_run,
    remind_on,
};
use crate::domain::ids::{ChannelId, GuildId, MemberId, Snowflake};
use crate::domain::job::NudgePlace;
use crate::domain::nudge_time::{NudgeTime, NudgeWhen};
use crate::error::Failure;
use crate::sandbox::{Club, Place as SandboxPlace, Sandbox};
use crate::store::{Club as ClubSettings, ClubChange, Place, Source};

/// How far back the club goes: one marathon's training.
const WEEKS: u64 = 16;

/// Any number does; this one is the day the club was thought up.
const SEED: u64 = 20_261_123;

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

/// Lives the weeks up to yesterday, day by day; a club kept from before is left as it is.
pub(super) async fn live(app: &App, sandbox: &Sandbox) -> anyhow::Result<()> {
    let today = sandbox.clock().now().with_timezone(&app.zone).date_naive();
    let mut rng = Rng::with_seed(SEED);
    settle(app, sandbox).await?;
    for (count, runner) in (0_u16..).zip(&RUNNERS) {
        let diary = Diary::of(runner, count, app, sandbox)?;
        if !app.store.recovery_days(diary.member).await?.is_empty() {
            return Ok(());
        }
        let seed = SEED + u64::from(count);
        let mut season = runner.training.as_ref().map(|training| Season::new(training, seed));
        for back in (1..=WEEKS * 7).rev() {
            let Some(day) = today.checked_sub_days(Days::new(back)) else { continue };
            let week = u32::try_from(WEEKS - back.div_ceil(7)).unwrap_or_default();
            // Drawn also on days without an entry, so that one runner's ways don't move another's.
            let (keen, evening) = (rng.u8(0..100), rng.usize(0..runner.evenings.len()));
            let (hour, minute) = (rng.u32(18..22), rng.u32(0..60));
            if let Some(season) = &mut season {
                let told = season.live(day, week, runner.away.contains(&back));
                if let Some(said) = told.check_in {
                    diary.check_in(day, (7, 10), &said).await?;
                }
                if let Some(ran) = told.run {
                    diary.run(day, (12, 5), &ran).await?;
                }
            }
            if let Some(what) = done(runner, day, back, keen, evening) {
                diary.recovery(day, (hour, minute), what).await?;
            }
        }
    }
    Ok(())
}

/// Gives the club its evenings, and a nudge to those who want one; what is set stays.
async fn settle(app: &App, sandbox: &Sandbox) -> anyhow::Result<()> {
    let jess = Diary::of(&RUNNERS[0], 0, app, sandbox)?;
    let Some(guild) = jess.place.guild else { return Ok(()) };
    if app.store.club(guild).await? != ClubSettings::default() {
        return Ok(());
    }
    let change = ClubChange {
        channel: Some(jess.place.channel),
        nudge_at: Some(NudgeTime::At(evenings::nudge())),
        board_at: Some(Some(evenings::board())),
        ..ClubChange::default()
    };
    let at = sandbox.clock().now();
    app.store.change_club(guild, change, at).await?;
    follow_club(app, guild, at).await?;
    for (count, runner) in (0_u16..).zip(RUNNERS.iter().filter(|runner| runner.wants_nudge)) {
        let Diary { member, place, .. } = Diary::of(runner, count, app, sandbox)?;
        let on = RemindOn { member, place, at, when: NudgeWhen::Clubs, to: NudgePlace::Club };
        remind_on(app, &on).await.map_err(|why| refused("/remind on", why))?;
    }
    Ok(())
}

/// Where one runner writes down what they did, at an hour and a minute of a day.
struct Diary<'a> {
    app: &'a App,
    member: MemberId,
    place: Place,
    /// Keeps two runners' ids of one moment apart.
    count: u16,
}

impl<'a> Diary<'a> {
    fn of(runner: &Runner, count: u16, app: &'a App, sandbox: &Sandbox) -> anyhow::Result<Self> {
        let channel = sandbox.channel("recovery")?;
        let person = sandbox.person(runner.name)?;
        let found = sandbox.channels(person).into_iter().find(|known| known.id == channel);
        let guild = match found.map(|channel| channel.place) {
            Some(SandboxPlace::Guild(guild)) => Some(GuildId(id(guild.get())?)),
            _ => None,
        };
        let place = Place { guild, channel: ChannelId(id(channel.get())?) };
        Ok(Self { app, member: MemberId(id(person.get())?), place, count })
    }

    async fn check_in(&self, day: NaiveDate, at: (u32, u32), text: &str) -> anyhow::Result<()> {
        let Some(origin) = self.origin(day, at)? else { return Ok(()) };
        let said = self.app.read(self.place.guild, text).await?;
        let asker = Asker::of(self.app, origin, self.member, self.place).await?;
        check_in(self.app, &asker, &said).await.map_err(|why| refused(text, why))?;
        Ok(())
    }

    async fn run(&self, day: NaiveDate, at: (u32, u32), what: &str) -> anyhow::Result<()> {
        let Some(origin) = self.origin(day, at)? else { return Ok(()) };
        let (member, place) = (self.member, self.place);
        let said = self.app.read(place.guild, what).await?;
        let run = LogRun { origin, member, place, what: Some(&said), kind: None };
        log_run(self.app, run).await.map_err(|why| refused(what, why))?;
        Ok(())
    }

    async fn recovery(&self, day: NaiveDate, at: (u32, u32), what: &str) -> anyhow::Result<()> {
        let Some(origin) = self.origin(day, at)? else { return Ok(()) };
        let request = LogRecovery {
            origin,
            member: self.member,
            place: self.place,
            source: Source::Command,
            what: &self.app.read(self.place.guild, what).await?,
            minutes: None,
            when: None,
            note: None,
        };
        log_recovery(self.app, &request).await.map_err(|why| refused(what, why))?;
        Ok(())
    }

    /// The id of something said then; none where the club's clock skips that time.
    fn origin(
        &self,
        day: NaiveDate,
        (hour, minute): (u32, u32),
    ) -> anyhow::Result<Option<Snowflake>> {
        let at = day.and_hms_opt(hour, minute, 0);
        let at = at.and_then(|at| self.app.zone.from_local_datetime(&at).earliest());
        let Some(at) = at.map(|at| at.to_utc()) else { return Ok(None) };
        let origin = Snowflake::made_at(at, self.count);
        Ok(Some(origin.ok_or_else(|| anyhow!("no id for {at}"))?))
    }
}

fn id(number: u64) -> anyhow::Result<Snowflake> {
    Snowflake::new(number).ok_or_else(|| anyhow!("{number} is no id"))
}

fn refused(said: &str, failure: Failure) -> anyhow::Error {
    match failure {
        Failure::Person(error) => anyhow!("the demo club can't say {said:?}: {error:?}"),
        Failure::Ours(error) => error.into(),
    }
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
