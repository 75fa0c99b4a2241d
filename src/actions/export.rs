//! All that is kept of a member, as one JSON document they may take with them.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::App;
use crate::domain::ids::MemberId;
use crate::domain::streak::Pause;
use crate::domain::units::Units;
use crate::error::Failure;
use crate::store::{Settings, WholeEntry};

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
    runs: Vec<serde_json::Value>,
    checkins: Vec<serde_json::Value>,
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
struct ExportedSettings {
    time_zone: Option<&'static str>,
    board: &'static str,
    week_goal: u8,
    training_week: Option<String>,
    units: Option<&'static str>,
    pauses: Vec<ExportedPause>,
}

#[derive(Serialize)]
struct ExportedPause {
    from: NaiveDate,
    until: Option<NaiveDate>,
}

/// A member's own copy of all that is kept of them.
///
/// # Errors
///
/// The store's own.
pub async fn export(app: &App, member: MemberId) -> Result<Export, Failure> {
    let entries = app.store.whole_entries(member).await?;
    let settings = app.store.settings(member).await?;
    let pauses = app.store.pauses(member).await?;
    let count = entries.len();
    let document = document(member, entries, &settings, pauses);
    // Plain structs with text keys always have a JSON form.
    let json = serde_json::to_string_pretty(&document).unwrap_or_default();
    Ok(Export { json, entries: count })
}

/// Puts the document together; what is kept of a member elsewhere belongs in here too.
fn document(
    member: MemberId,
    entries: Vec<WholeEntry>,
    settings: &Settings,
    pauses: Vec<Pause>,
) -> Document {
    let entry = |entry: WholeEntry| ExportedEntry {
        id: entry.id.to_string(),
        modality: entry.modality.to_string(),
        minutes: entry.minutes,
        day: entry.day,
        at: entry.at,
        note: entry.note,
        source: entry.source,
    };
    let pause = |pause: Pause| ExportedPause { from: pause.from, until: pause.until };
    Document {
        schema: SCHEMA,
        member: ExportedMember { id: member.to_string() },
        entries: entries.into_iter().map(entry).collect(),
        runs: Vec::new(),
        checkins: Vec::new(),
        settings: ExportedSettings {
            time_zone: settings.zone.map(chrono_tz::Tz::name),
            board: if settings.on_board { "in" } else { "out" },
            week_goal: settings.goal,
            training_week: settings.training.map(|training| training.to_string()),
            units: settings.units.map(Units::sign),
            pauses: pauses.into_iter().map(pause).collect(),
        },
    }
}
