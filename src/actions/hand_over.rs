//! Files of activities handed over → the runs in them logged, and of the rest what it is: to ask about,
//! to offer as something else, or left out and why.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::log_run::{day_of, habit};
use super::told_runs::{LoggedRuns, told_runs};
use super::{App, Asker};
use crate::domain::calendar::{DAYS_BACK, DayRefused, LocalTime};
use crate::domain::choice::Choice;
use crate::domain::reading::{Cue, Reading};
use crate::domain::run::file::{
    Doubt, FileRefused, FileRun, FileTold, Found, HandedOver, OtherSport,
};
use crate::domain::run::{self, LengthUnit, Likeness, Run, RunKind};
use crate::error::{AsRecovery, Failure, RunAgain, RunAsked, RunDoubt, RunRefused, UserError};
use crate::store::{KeptRuns, PlacedRun, Question, RunKept, Source};

/// How far back a season goes, in days.
const A_SEASON: u64 = 20 * 366;

/// A file that holds more activities than these is a season as well: all of a watch's history.
const MANY_AT_ONCE: usize = 10;

/// Of so many runs that aren't sure each is asked about; of more, none.
const MOST_ASKED: usize = 3;

/// Files that somebody hands over.
#[derive(Debug)]
pub struct HandOver<'a> {
    /// Who, where and when.
    pub asker: Asker,
    /// What they say beside them; it may name a kind.
    pub what: Option<&'a Reading>,
    /// The kind, chosen beside the words.
    pub kind: Option<RunKind>,
    /// Through which door.
    pub source: Source,
    /// What was in them, or why they can't be read.
    pub files: Vec<Result<HandedOver, FileRefused>>,
}

/// What came of files that were handed over.
#[derive(Clone, Debug, PartialEq)]
pub struct Handed {
    /// The runs that are in the log now, if any.
    pub logged: Option<LoggedRuns>,
    /// Those that a tap logs.
    pub asked: Vec<RunAsked>,
    /// What isn't logged, and why.
    pub left_out: Vec<LeftOut>,
    /// What the member reads distances in.
    pub unit: LengthUnit,
    /// How many files there were.
    pub files: usize,
    /// How many of them are damaged, and read as far as that goes.
    pub cut: usize,
    /// How many more an archive held than are read at once.
    pub unread: usize,
}

/// An activity that wasn't logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What its file is called, where there were several.
    pub name: Option<String>,
    /// Why.
    pub why: NotLogged,
}

/// Why an activity wasn't logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotLogged {
    /// It is another sport.
    OtherSport(OtherSport),
    /// The log has it.
    Already(Run),
    /// It may be a run, and there are too many like it to ask about each.
    Unsure(RunDoubt),
    /// Its day can't be logged for.
    Day(DayRefused),
    /// Its file can't be read, or tells of none.
    File(FileRefused),
}

/// Logs the runs of files that were handed over.
///
/// # Errors
///
/// Where there is one activity and it can't be logged as it is: says why, and what would work. Then
/// nothing was saved.
pub async fn hand_over(app: &App, request: HandOver<'_>) -> Result<Handed, Failure> {
    let Asker { origin, member, place, now, .. } = request.asker;
    let unit = habit(app, member).await?;
    let mut sorted = Sorted::of(&request);
    let kept = KeptRuns {
        origin,
        member,
        place,
        unit,
        runs: &sorted.runs.iter().map(|(run, _)| *run).collect::<Vec<PlacedRun>>(),
        beside_twins: false,
    };
    let became = app.store.keep_runs(&kept).await?;
    let mut logged: Vec<PlacedRun> = Vec::new();
    let mut is_new = false;
    for ((run, name), became) in std::mem::take(&mut sorted.runs).into_iter().zip(became) {
        match became {
            RunKept::Logged { is_new: new } => {
                is_new |= new;
                logged.push(run);
            }
            RunKept::Already(twin, Likeness::Same) => {
                sorted.left_out.push(LeftOut { name, why: NotLogged::Already(twin) });
            }
            RunKept::Already(twin, Likeness::Maybe) => {
                sorted.asked.push((run, RunDoubt::Twin(twin), name));
            }
        }
    }
    let again = |(place, run)| RunAgain { origin, place, member, run, unit };
    let Sorted { mut left_out, asked: doubted, files, cut, unread, .. } = sorted;
    let mut asked = Vec::with_capacity(doubted.len());
    for (run, doubt, name) in doubted {
        // What is in the log needs no asking.
        match app.store.surely_logged(member, &run.1).await? {
            Some(twin) => left_out.push(LeftOut { name, why: NotLogged::Already(twin) }),
            None => asked.push((run, doubt, name)),
        }
    }
    let asked = if asked.len() > MOST_ASKED {
        left_out.extend(
            asked.into_iter().map(|(_, why, name)| LeftOut { name, why: NotLogged::Unsure(why) }),
        );
        Vec::new()
    } else {
        asked.into_iter().map(|(run, why, _)| RunAsked { again: again(run), why }).collect()
    };
    if logged.is_empty() && files == 1 {
        match (asked.as_slice(), left_out.as_slice()) {
            ([asked], []) if cut == 0 => return Err(RunRefused::Asked(*asked).into()),
            ([], [only]) => return Err(refused(app, &request, unit, only.why).await),
            _ => {}
        }
    }
    logged.sort_by_key(|(_, run)| run.started_at);
    let kept = KeptRuns { runs: &logged, ..kept };
    let told = match logged.as_slice() {
        [] => None,
        _ => Some(told_runs(app, &kept, now, is_new).await?),
    };
    Ok(Handed { logged: told, asked, left_out, unit, files, cut, unread })
}

/// Why the only activity there is can't be logged; another sport may be offered as recovery.
async fn refused(app: &App, request: &HandOver<'_>, unit: LengthUnit, why: NotLogged) -> Failure {
    match why {
        NotLogged::OtherSport(done) => match as_recovery(app, request, unit, done).await {
            Ok(Some(offered)) => RunRefused::AsRecovery(offered).into(),
            Ok(None) => RunRefused::OtherSport(done, unit).into(),
            Err(failure) => failure,
        },
        NotLogged::Already(run) => RunRefused::Already { run, unit }.into(),
        NotLogged::Day(refused) => UserError::Day(refused).into(),
        // Only of many.
        NotLogged::Unsure(_) => RunRefused::File(FileRefused::Broken).into(),
        NotLogged::File(refused) => RunRefused::File(refused).into(),
    }
}

/// What another sport may be logged as, where the catalogue has it and the day can be logged for; its
/// words wait for the tap in a row.
async fn as_recovery(
    app: &App,
    request: &HandOver<'_>,
    unit: LengthUnit,
    done: OtherSport,
) -> Result<Option<AsRecovery>, Failure> {
    let Asker { origin, member, place, now, zone } = request.asker;
    let catalogue = app.catalogue_in(place.guild).await?;
    let id = done.sport.modality().and_then(|id| id.parse().ok());
    let Some(modality) = id.and_then(|id| catalogue.get(&id)) else { return Ok(None) };
    let Some((start, seconds)) = done.start.zip(done.seconds) else { return Ok(None) };
    let minutes = (seconds.0 + 30) / 60;
    let day = local_day(start, done.wall, zone);
    let is_open = day_of(day, false, now, DAYS_BACK).is_ok();
    // Of three hours on a bike nothing was recovery.
    if !is_open || !(1..=modality.minutes.longest_useful).contains(&minutes) {
        return Ok(None);
    }
    let question = Question {
        origin,
        member,
        place,
        source: request.source,
        said: format!("{} {minutes} min", modality.label.to_lowercase()),
        minutes: None,
        when: Some(day.to_string()),
        note: None,
        choices: vec![Choice::Log, Choice::NotThat],
    };
    app.store.ask(&question).await?;
    Ok(Some(AsRecovery { done, label: modality.label.clone(), minutes, unit, origin }))
}

fn local_day(start: DateTime<Utc>, wall: Option<LocalTime>, zone: Tz) -> NaiveDate {
    wall.unwrap_or_else(|| LocalTime::at(start, zone)).recovery_day()
}

/// What was found in files, by what becomes of it.
#[derive(Default)]
struct Sorted {
    runs: Vec<(PlacedRun, Option<String>)>,
    asked: Vec<(PlacedRun, RunDoubt, Option<String>)>,
    left_out: Vec<LeftOut>,
    files: usize,
    cut: usize,
    unread: usize,
}

impl Sorted {
    fn of(request: &HandOver<'_>) -> Self {
        let mut sorted = Self::default();
        let said_kind = request.kind.or_else(|| run::kind(request.what?));
        let says_run = said_kind.is_some() || request.what.is_some_and(|what| what.has(Cue::Ran));
        let is_many = |file: &FileTold| file.found.as_ref().is_ok_and(|f| f.len() > MANY_AT_ONCE);
        let is_season = request
            .files
            .iter()
            .flatten()
            .any(|handed| handed.files.len() > 1 || handed.files.iter().any(is_many));
        let mut place = 0;
        for handed in &request.files {
            match handed {
                Ok(handed) => {
                    sorted.unread += handed.unread;
                    for file in &handed.files {
                        sorted.file(request, file, said_kind, says_run, is_season, &mut place);
                    }
                }
                Err(refused) => {
                    sorted.files += 1;
                    let why = NotLogged::File(*refused);
                    sorted.left_out.push(LeftOut { name: None, why });
                }
            }
        }
        sorted
    }

    fn file(
        &mut self,
        request: &HandOver<'_>,
        file: &FileTold,
        kind: Option<RunKind>,
        says_run: bool,
        is_season: bool,
        place: &mut u16,
    ) {
        self.files += 1;
        self.cut += usize::from(file.is_cut);
        let name = || file.name.clone();
        let found = match &file.found {
            Ok(found) => found,
            Err(refused) => {
                self.left_out.push(LeftOut { name: name(), why: NotLogged::File(*refused) });
                return;
            }
        };
        let days_back = if is_season { A_SEASON } else { DAYS_BACK };
        for found in found {
            let (run, doubt) = match *found {
                Found::Run(run) => (run, None),
                Found::Maybe(run, Doubt::Unsaid) if says_run => (run, None),
                Found::Maybe(run, Doubt::Unsaid) => (run, Some(RunDoubt::Unsaid)),
                Found::Maybe(run, Doubt::Odd(odd)) => (run, Some(RunDoubt::Odd(odd))),
                Found::Other(done) => {
                    self.left_out.push(LeftOut { name: name(), why: NotLogged::OtherSport(done) });
                    continue;
                }
                Found::Not(refused) => {
                    self.left_out.push(LeftOut { name: name(), why: NotLogged::File(refused) });
                    continue;
                }
            };
            let FileRun { start, seconds, metres, wall } = run;
            let day = local_day(start, wall, request.asker.zone);
            match day_of(day, wall.is_some(), request.asker.now, days_back) {
                Ok(day) => {
                    let run =
                        Run { metres, seconds: Some(seconds), kind, day, started_at: Some(start) };
                    match doubt {
                        None => self.runs.push(((*place, run), name())),
                        Some(doubt) => self.asked.push(((*place, run), doubt, name())),
                    }
                    *place = place.saturating_add(1);
                }
                Err(refused) => {
                    self.left_out.push(LeftOut { name: name(), why: NotLogged::Day(refused) });
                }
            }
        }
    }
}
