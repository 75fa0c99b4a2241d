//! Figures asked for in words, looked up: one's own whole, and of others what a club may see.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::log_run::habit;
use super::race::{RaceSet, RaceWish, set_race};
use super::rank_week::{OwnPlace, Ranked, club_day, own_place, rank};
use super::red_flags::open_flag;
use super::{App, Asker};
use crate::domain::calendar::Week;
use crate::domain::catalogue::{ModalityId, Unit};
use crate::domain::figures::{
    self, Due, FiguresAsked, FiguresSpan, Measure, RunTally, Tally, Whose,
};
use crate::domain::flags::Flag;
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::run::{LengthUnit, Run};
use crate::domain::stats::Done;
use crate::domain::streak;
use crate::error::{Failure, UserError};
use crate::store::{ClubAsked, ClubShare, Entry, StoreError};

/// The answer to a question about figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// What was asked, with whose they are found out.
    pub asked: FiguresAsked,
    /// The short name of what it is about.
    pub label: Option<String>,
    /// The recovery day it is answered on.
    pub today: NaiveDate,
    /// What there is to tell.
    pub found: Found,
}

/// What there is to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// How often, how long and on how many days.
    Tally {
        /// That.
        tally: Tally,
        /// When it was done last; none of a club's.
        last: Option<NaiveDate>,
        /// How many members it is of.
        members: u32,
    },
    /// The last time, by its short name, its minutes and its day.
    Last(Option<(String, u32, NaiveDate)>),
    /// When it is due.
    Due(Due),
    /// It is asked when something is due, but not what.
    DueOfWhat,
    /// Weeks kept in a row.
    Streak {
        /// How many.
        weeks: u32,
        /// Recovery days that keep a week.
        goal: u8,
        /// Those of this week.
        days: usize,
    },
    /// The race.
    Race(RaceSet),
    /// All that was done.
    List {
        /// On how many days.
        days: u32,
        /// Each kind by its short name, what was done most often first.
        kinds: Vec<(String, Tally)>,
        /// The runs.
        runs: RunTally,
        /// What the one who asks reads distances in.
        unit: LengthUnit,
    },
    /// Who did the most: their places, and how often they did it.
    Most {
        /// Those named, best first.
        placed: Vec<(u32, MemberId, u32)>,
        /// All of the club's together.
        tally: Tally,
        /// How many members did it.
        members: u32,
    },
    /// Runs.
    Runs {
        /// What they come to.
        runs: RunTally,
        /// What the one who asks reads distances in.
        unit: LengthUnit,
    },
    /// One's own place.
    Place(Box<OwnPlace>),
    /// The club's board says it.
    Board(Box<Ranked>),
    /// A red flag is open, and nothing is due.
    Flagged(Flag),
    /// It is somebody else's to tell.
    Theirs,
    /// Nobody counts a club's runs.
    ClubRuns,
}

/// Answers a question about figures.
///
/// # Errors
///
/// Others' figures are asked for where there is no club, or whoever is meant keeps out of its sight
/// or can't be told by name.
pub async fn figures(app: &App, asker: &Asker, asked: &FiguresAsked) -> Result<Figures, Failure> {
    let guild = || asker.place.guild.ok_or(UserError::OnlyInAClub);
    let mut asked = asked.clone();
    if asked.whose == Whose::Member(asker.member) {
        asked.whose = Whose::Mine;
    }
    let (today, found) = match &asked.whose {
        Whose::Mine => (asker.today(), mine(app, asker, &asked).await?),
        Whose::Member(member) => {
            let found = theirs(app, asker, guild()?, *member, &asked).await?;
            (asker.today(), found)
        }
        Whose::Named(name) => return Err(UserError::NobodyNamed(name.clone()).into()),
        Whose::Club => {
            let guild = guild()?;
            asked.span = asked.span.of_club();
            let today = club_day(app, guild, asker.at()).await?;
            (today, of_club(app, guild, today, &asked).await?)
        }
    };
    let label = match &asked.modality {
        Some(modality) => Some(app.names([modality]).await?.label(modality)),
        None => None,
    };
    Ok(Figures { asked, label, today, found })
}

/// Who can be meant by a name in a club: those on its board who logged something there of late, those who logged most first.
///
/// # Errors
///
/// The store's own.
pub async fn seen_of_late(
    app: &App,
    guild: GuildId,
    asker: &Asker,
) -> Result<Vec<MemberId>, StoreError> {
    let today = club_day(app, guild, asker.at()).await?;
    let shares = shares(app, guild, today, FiguresSpan::LastDays(SEEN_DAYS), None).await?;
    let mut times: BTreeMap<MemberId, u32> = BTreeMap::new();
    for share in shares {
        *times.entry(share.member).or_default() += share.tally.times;
    }
    let mut members: Vec<(MemberId, u32)> = times.into_iter().collect();
    members.sort_by_key(|(_, times)| Reverse(*times));
    Ok(members.into_iter().map(|(member, _)| member).collect())
}

/// How long somebody is known by name after they logged something.
const SEEN_DAYS: u32 = 28;

async fn mine(app: &App, asker: &Asker, asked: &FiguresAsked) -> Result<Found, Failure> {
    let Asker { member, place, .. } = *asker;
    let today = asker.today();
    let modality = asked.modality.as_ref();
    let (first, last) = asked.span.days(today).into_inner();
    let runs = async || app.store.runs_between(member, first, last).await;
    Ok(match asked.measure {
        Measure::Times | Measure::Minutes | Measure::Days | Measure::Most => {
            let done = app.store.done(member, first, last).await?;
            let latest = app.store.latest(member, modality, None).await?;
            tally(app, modality, &done, &latest)
        }
        Measure::Last => last_time(app, app.store.latest(member, modality, None).await?).await?,
        Measure::Due => match open_flag(app, member).await? {
            Some(flag) => Found::Flagged(flag),
            None => due(app, asker, modality).await?,
        },
        Measure::Streak => {
            let settings = app.store.settings(member).await?;
            let days = app.store.recovery_days(member).await?;
            let pauses = app.store.pauses(member).await?;
            Found::Streak {
                weeks: streak::weeks_in_a_row(&days, &pauses, settings.goal, today),
                goal: settings.goal,
                days: days.range(Week::of(today).first()..=Week::of(today).last()).count(),
            }
        }
        Measure::Points | Measure::Place => {
            let guild = place.guild.ok_or(UserError::OnlyInAClub)?;
            let period = asked.span.period(club_day(app, guild, asker.at()).await?);
            Found::Place(Box::new(own_place(app, member, place, period, asker.at()).await?))
        }
        Measure::Race => {
            Found::Race(set_race(app, member, place.guild, asker.at(), RaceWish::default()).await?)
        }
        Measure::List => {
            let done = app.store.done(member, first, last).await?;
            list(app, asker, modality, &done, &runs().await?).await?
        }
        Measure::Runs | Measure::Distance => told_runs(app, asker, &runs().await?).await?,
    })
}

/// Of another member no more than was logged in the club, and nothing of who keeps off its board.
async fn theirs(
    app: &App,
    asker: &Asker,
    guild: GuildId,
    member: MemberId,
    asked: &FiguresAsked,
) -> Result<Found, Failure> {
    if !app.store.settings(member).await?.on_board {
        return Err(UserError::OutOfSight.into());
    }
    let modality = asked.modality.as_ref();
    let (first, last) = asked.span.days(asker.today()).into_inner();
    let runs = async || app.store.runs_in_guild(member, guild, first, last).await;
    Ok(match asked.measure {
        Measure::Times | Measure::Minutes | Measure::Days | Measure::Most => {
            let done = app.store.done_in(guild, member, first, last).await?;
            let latest = app.store.latest(member, modality, Some(guild)).await?;
            tally(app, modality, &done, &latest)
        }
        Measure::Last => {
            last_time(app, app.store.latest(member, modality, Some(guild)).await?).await?
        }
        Measure::List => {
            let done = app.store.done_in(guild, member, first, last).await?;
            list(app, asker, modality, &done, &runs().await?).await?
        }
        Measure::Runs | Measure::Distance => told_runs(app, asker, &runs().await?).await?,
        Measure::Points | Measure::Place => {
            board(app, guild, club_day(app, guild, asker.at()).await?, asked.span).await?
        }
        Measure::Due | Measure::Streak | Measure::Race => Found::Theirs,
    })
}

async fn of_club(
    app: &App,
    guild: GuildId,
    today: NaiveDate,
    asked: &FiguresAsked,
) -> Result<Found, Failure> {
    let modality = asked.modality.as_ref();
    let all = async || shares(app, guild, today, asked.span, modality).await;
    Ok(match (asked.measure, modality) {
        (Measure::Runs | Measure::Distance, _) => Found::ClubRuns,
        (Measure::Due | Measure::Race | Measure::Last, _) => Found::Theirs,
        (Measure::Streak | Measure::Points | Measure::Place, _)
        | (Measure::Most | Measure::Days | Measure::List, None) => {
            board(app, guild, today, asked.span).await?
        }
        (Measure::Most, Some(_)) => {
            let all = all().await?;
            let (tally, members) = together(app, modality, &all);
            let times = all.iter().map(|share| (share.member, share.tally.times)).collect();
            Found::Most { placed: figures::most(times), tally, members }
        }
        (Measure::Times | Measure::Minutes | Measure::Days | Measure::List, _) => {
            let (tally, members) = together(app, modality, &all().await?);
            Found::Tally { tally, last: None, members }
        }
    })
}

async fn board(
    app: &App,
    guild: GuildId,
    today: NaiveDate,
    span: FiguresSpan,
) -> Result<Found, Failure> {
    Ok(Found::Board(Box::new(rank(app, guild, span.period(today), today).await?)))
}

async fn shares(
    app: &App,
    guild: GuildId,
    today: NaiveDate,
    span: FiguresSpan,
    modality: Option<&ModalityId>,
) -> Result<Vec<ClubShare>, StoreError> {
    let (first, last) = span.days(today).into_inner();
    app.store.club_shares(ClubAsked { guild, first, last, today, modality }).await
}

/// What all of them did together, and how many they are.
fn together(app: &App, modality: Option<&ModalityId>, all: &[ClubShare]) -> (Tally, u32) {
    let counts =
        |share: &&ClubShare| modality.is_some() || unit(app, &share.modality) != Unit::Hours;
    let tally = Tally {
        times: all.iter().map(|share| share.tally.times).sum(),
        minutes: all.iter().filter(counts).map(|share| share.tally.minutes).sum(),
        days: all.iter().map(|share| share.tally.days).sum(),
    };
    let mut members: Vec<MemberId> = all.iter().map(|share| share.member).collect();
    members.sort_unstable();
    members.dedup();
    (tally, u32::try_from(members.len()).unwrap_or(u32::MAX))
}

fn tally(app: &App, modality: Option<&ModalityId>, done: &[Done], latest: &[Entry]) -> Found {
    let meant = done.iter().filter(|done| modality.is_none_or(|named| done.modality == *named));
    let tally = Tally::of(meant, |done| unit(app, &done.modality), modality.is_some());
    Found::Tally { tally, last: latest.first().map(|entry| entry.day), members: 1 }
}

/// What a guild has of its own is always counted in minutes.
fn unit(app: &App, modality: &ModalityId) -> Unit {
    app.catalogue.get(modality).map_or(Unit::Minutes, |known| known.unit)
}

async fn last_time(app: &App, latest: Vec<Entry>) -> Result<Found, StoreError> {
    let Some(Entry { modality, minutes, day }) = latest.into_iter().next() else {
        return Ok(Found::Last(None));
    };
    let label = app.names([&modality]).await?.label(&modality);
    Ok(Found::Last(Some((label, minutes, day))))
}

async fn due(app: &App, asker: &Asker, modality: Option<&ModalityId>) -> Result<Found, StoreError> {
    let here = app.catalogue_in(asker.place.guild).await?;
    let Some(modality) = modality.and_then(|modality| here.get(modality)) else {
        return Ok(Found::DueOfWhat);
    };
    let latest = app.store.latest(asker.member, Some(&modality.id), None).await?;
    let days: Vec<NaiveDate> = latest.iter().map(|entry| entry.day).collect();
    Ok(Found::Due(figures::due(modality, &days)))
}

async fn list(
    app: &App,
    asker: &Asker,
    modality: Option<&ModalityId>,
    done: &[Done],
    runs: &[Run],
) -> Result<Found, StoreError> {
    let meant = done.iter().filter(|done| modality.is_none_or(|named| done.modality == *named));
    let meant: Vec<Done> = meant.cloned().collect();
    let kinds = figures::by_modality(&meant);
    let names = app.names(kinds.iter().map(|(kind, _)| kind)).await?;
    let labelled = |(kind, tally)| (names.label(&kind), tally);
    Ok(Found::List {
        days: Tally::of(&meant, |_| Unit::Minutes, true).days,
        kinds: kinds.into_iter().map(labelled).collect(),
        runs: runs.iter().filter(|_| modality.is_none()).collect(),
        unit: habit(app, asker.member).await?,
    })
}

async fn told_runs(app: &App, asker: &Asker, runs: &[Run]) -> Result<Found, StoreError> {
    Ok(Found::Runs { runs: runs.iter().collect(), unit: habit(app, asker.member).await? })
}
