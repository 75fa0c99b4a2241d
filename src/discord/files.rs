//! Files that members hand over, by a command or beside a message: fetched and read one after the other,
//! and answered.

use poise::serenity_prelude as serenity;
use tokio::sync::watch;

use super::Event;
use super::downloads::Downloads;
use crate::actions::{self, App, HandOver, Progress};
use crate::cards::{self, Card};
use crate::domain::reading::Reading;
use crate::domain::run::RunKind;
use crate::domain::run::file::{FileRefused, HandedOver};
use crate::error::Failure;
use crate::store::Source;

/// What the names of files from watches, and of what they are packed in, end in.
const ENDS: [&str; 5] = [".fit", ".gpx", ".tcx", ".gz", ".zip"];

/// What comes with files.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    /// Who hands them over, where and when.
    pub(super) event: Event,
    /// What they say beside them.
    pub(super) what: Option<&'a Reading>,
    /// The kind of run, chosen beside the words.
    pub(super) kind: Option<RunKind>,
    /// Through which door.
    pub(super) source: Source,
}

/// Whether a file that comes with a message is one of a watch's; a picture is none of our business.
pub(super) fn is_from_a_watch(file: &serenity::Attachment) -> bool {
    let name = file.filename.to_lowercase();
    ENDS.iter().any(|end| name.ends_with(end))
}

/// Logs the runs in files; gives the answer for all, and what there is beside it for whoever handed
/// them over. `progress` is told how far reading has come.
///
/// # Errors
///
/// Says what would work; then nothing was saved.
pub(super) async fn handed_over(
    app: &App,
    context: &serenity::Context,
    given: Given<'_>,
    files: &[&serenity::Attachment],
    progress: watch::Sender<Progress>,
) -> Result<(Card, Vec<Card>), Failure> {
    let Given { event, what, kind, source } = given;
    let mut read = Vec::with_capacity(files.len());
    for file in files {
        read.push(self::read(app, context, event, file, progress.clone()).await);
    }
    let asker = event.asker(app).await?;
    let request = HandOver { asker, what, kind, source, files: read };
    Ok(cards::handed(&actions::hand_over(app, request).await?))
}

async fn read(
    app: &App,
    context: &serenity::Context,
    event: Event,
    file: &serenity::Attachment,
    progress: watch::Sender<Progress>,
) -> Result<HandedOver, FileRefused> {
    let downloads = context.data.read().await.get::<Downloads>().cloned();
    // From here on it takes memory.
    let turn = app.file_turns.take().await;
    let bytes = downloads.ok_or(FileRefused::Unreachable)?.fetch(&file.url, file.size).await?;
    let at = event.origin.instant();
    let tell = move |read| {
        progress.send_replace(read);
    };
    actions::read_file(bytes, turn, at, tell).await
}
