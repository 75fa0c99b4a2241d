//! All that is kept of a member, as one JSON document they may take with them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::App;
use crate::domain::ids::{MemberId, RunsOf, Snowflake};
use crate::domain::run::LengthUnit;
use crate::domain::streak::Pause;
use crate::error::Failure;
use crate::store::{
    LearnedWord, PostedPlace, Reminder, Settings, WholeAnswer, WholeEntry, WholeFlag,
    WholeFlagQuestion, WholeOpinion, WholeRun,
};

/// The form of the document; a reader may rely on it.
const SCHEMA: u32 = 1;

/// The document and how much is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The JSON text.
    pub json: String,
    /// How many entries it holds.
    pub entries: usize,
}

#[derive(Serialize)]
struct Document {
    schema: u32,
    member: ExportedMember,
    entries: Vec<ExportedEntry>,
    runs: Vec<ExportedRun>,
    checkins: Vec<ExportedAnswer>,
    words: Vec<ExportedWord>,
    settings: ExportedSettings,
}

#[derive(Serialize)]
struct ExportedMember {
    id: String,
}

#[derive(Serialize)]
struct ExportedEntry {
    id: String,
    modality: String,
    minutes: u32,
    day: NaiveDate,
    at: DateTime<Utc>,
    note: Option<String>,
    source: String,
}

#[derive(Serialize)]
struct ExportedRun {
    id: String,
    metres: Option<u32>,
    seconds: Option<u32>,
    kind: Option<String>,
    day: NaiveDate,
    at: DateTime<Utc>,
    started_at: Option<DateTime<Utc>>,
}

#[derive(Serialize)]
struct ExportedAnswer {
    day: NaiveDate,
    question: String,
    answer: String,
    scale: String,
}

#[derive(Serialize)]
struct ExportedWord {
    words: String,
    modality: String,
    guild: Option<String>,
    at: DateTime<Utc>,
}

#[derive(Serialize)]
struct ExportedOpinion {
    guild: String,
    modality: String,
    again: Option<bool>,
    tip: Option<String>,
}

#[derive(Serialize)]
struct ExportedSettings {
    time_zone: Option<&'static str>,
    board: &'static str,
    week_goal: u8,
    training_week: Option<String>,
    units: Option<&'static str>,
    kit: Option<Vec<String>>,
    race: Option<ExportedRace>,
    result: Option<ExportedResult>,
    pauses: Vec<ExportedPause>,
    opinions: Vec<ExportedOpinion>,
    cautions_seen: BTreeMap<String, i64>,
    flags: Vec<ExportedFlag>,
    flag_questions: Vec<ExportedFlagQuestion>,
    boards: Vec<ExportedPlace>,
    reminder: Option<ExportedReminder>,
}

#[derive(Serialize)]
struct ExportedPlace {
    guild: String,
    week: NaiveDate,
    place: u32,
    points: u32,
}

#[derive(Serialize)]
struct ExportedReminder {
    time: Option<String>,
    guild: Option<String>,
    channel: Option<String>,
    place: &'static str,
    quiet_until: Option<String>,
}

#[derive(Serialize)]
struct ExportedFlag {
    flag: String,
    raised_at: DateTime<Utc>,
    cleared_at: Option<DateTime<Utc>>,
}

#[derive(Serialize)]
struct ExportedFlagQuestion {
    flag: String,
    asked_at: DateTime<Utc>,
    answer: Option<String>,
    answered_at: Option<DateTime<Utc>>,
}

#[derive(Serialize)]
struct ExportedRace {
    name: Option<String>,
    day: NaiveDate,
    metres: u32,
}

#[derive(Serialize)]
struct ExportedResult {
    metres: u32,
    seconds: u32,
    day: NaiveDate,
}

#[derive(Serialize)]
struct ExportedPause {
    from: NaiveDate,
    until: Option<NaiveDate>,
}

/// All that is kept of a member.
struct Kept {
    entries: Vec<WholeEntry>,
    runs: Vec<WholeRun>,
    checkins: Vec<WholeAnswer>,
    words: Vec<LearnedWord>,
    opinions: Vec<WholeOpinion>,
    cautions_seen: BTreeMap<String, i64>,
    flags: Vec<WholeFlag>,
    flag_questions: Vec<WholeFlagQuestion>,
    boards: Vec<PostedPlace>,
    settings: Settings,
    pauses: Vec<Pause>,
    reminder: Option<Reminder>,
}

/// A member's own copy of all that is kept of them.
///
/// # Errors
///
/// The store's own.
pub async fn export(app: &App, member: MemberId) -> Result<Export, Failure> {
    let entries = app.store.whole_entries(member).await?;
    let count = entries.len();
    let kept = Kept {
        entries,
        runs: app.store.whole_runs(member).await?,
        checkins: app.store.whole_checkins(member).await?,
        words: app.store.own_words(member).await?,
        opinions: app.store.whole_opinions(member).await?,
        cautions_seen: app.store.cautions_seen(member).await?.into_iter().collect(),
        flags: app.store.whole_flags(member).await?,
        flag_questions: app.store.whole_flag_questions(member).await?,
        boards: app.store.posted_places(member).await?,
        settings: app.store.settings(member).await?,
        pauses: app.store.pauses(member).await?,
        reminder: app.store.reminder(member).await?,
    };
    let document = document(member, kept);
    // Plain structs with text keys always have a JSON form.
    let json = serde_json::to_string_pretty(&document).unwrap_or_default();
    Ok(Export { json, entries: count })
}

/// The interaction's id; behind it the place, where it logged several.
fn run_id(origin: Snowflake, place: u16) -> String {
    RunsOf { origin, place: (place > 0).then_some(place) }.to_string()
}

/// Puts the document together; what is kept of a member elsewhere belongs in here too.
fn document(member: MemberId, kept: Kept) -> Document {
    let Kept {
        entries,
        runs,
        checkins,
        words,
        opinions,
        cautions_seen,
        flags,
        flag_questions,
        boards,
        settings,
        pauses,
        reminder: kept_reminder,
    } = kept;
    let run = |run: WholeRun| ExportedRun {
        id: run_id(run.origin, run.place),
        metres: run.metres,
        seconds: run.seconds,
        kind: run.kind,
        day: run.day,
        at: run.at,
        started_at: run.started_at,
    };
    let answer = |answer: WholeAnswer| ExportedAnswer {
        day: answer.day,
        question: answer.question,
        answer: answer.answer,
        scale: answer.scale,
    };
    let word = |word: LearnedWord| ExportedWord {
        words: word.words,
        modality: word.modality.to_string(),
        guild: word.guild.map(|guild| guild.to_string()),
        at: word.at,
    };
    let opinion = |opinion: WholeOpinion| ExportedOpinion {
        guild: opinion.guild,
        modality: opinion.modality,
        again: opinion.again,
        tip: opinion.tip,
    };
    let entry = |entry: WholeEntry| ExportedEntry {
        id: entry.id.to_string(),
        modality: entry.modality.to_string(),
        minutes: entry.minutes,
        day: entry.day,
        at: entry.at,
        note: entry.note,
        source: entry.source,
    };
    let flag = |flag: WholeFlag| ExportedFlag {
        flag: flag.flag,
        raised_at: flag.raised_at,
        cleared_at: flag.cleared_at,
    };
    let flag_question = |asked: WholeFlagQuestion| ExportedFlagQuestion {
        flag: asked.flag,
        asked_at: asked.asked_at,
        answer: asked.answer,
        answered_at: asked.answered_at,
    };
    let reminder = |reminder: Reminder| ExportedReminder {
        time: reminder.own_time.map(|time| time.to_string()),
        guild: reminder.guild.map(|guild| guild.to_string()),
        channel: reminder.channel.map(|channel| channel.to_string()),
        place: reminder.place.as_str(),
        quiet_until: reminder.quiet_until.map(|quiet| quiet.to_string()),
    };
    let pause = |pause: Pause| ExportedPause { from: pause.from, until: pause.until };
    let place = |place: PostedPlace| ExportedPlace {
        guild: place.guild,
        week: place.monday,
        place: place.rank,
        points: place.points,
    };
    Document {
        schema: SCHEMA,
        member: ExportedMember { id: member.to_string() },
        entries: entries.into_iter().map(entry).collect(),
        runs: runs.into_iter().map(run).collect(),
        checkins: checkins.into_iter().map(answer).collect(),
        words: words.into_iter().map(word).collect(),
        settings: ExportedSettings {
            time_zone: settings.zone.map(chrono_tz::Tz::name),
            board: if settings.on_board { "in" } else { "out" },
            week_goal: settings.goal,
            training_week: settings.training.map(|training| training.to_string()),
            units: settings.units.map(LengthUnit::as_str),
            kit: settings.kit.map(|kit| kit.modalities().map(ToString::to_string).collect()),
            race: settings.race.map(|race| ExportedRace {
                name: race.name,
                day: race.day,
                metres: race.metres.0,
            }),
            result: settings.result.map(|result| ExportedResult {
                metres: result.metres.0,
                seconds: result.seconds.0,
                day: result.day,
            }),
            pauses: pauses.into_iter().map(pause).collect(),
            opinions: opinions.into_iter().map(opinion).collect(),
            cautions_seen,
            flags: flags.into_iter().map(flag).collect(),
            flag_questions: flag_questions.into_iter().map(flag_question).collect(),
            boards: boards.into_iter().map(place).collect(),
            reminder: kept_reminder.map(reminder),
        },
    }
}
