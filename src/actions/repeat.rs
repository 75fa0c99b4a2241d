//! "Same again", "the usual", "same as yesterday": logging once more what a member has logged before.
//!
//! In a club only what was logged in that club is repeated, so that no reply there tells of the rest.

use chrono::Days;

use super::log_entries::{Logged, ToLog, log_entries};
use super::{App, Asker};
use crate::domain::calendar::{DaySaid, Week};
use crate::domain::catalogue::Catalogue;
use crate::domain::habits;
use crate::domain::last_log::Repeat;
use crate::domain::log::{MAX_ENTRIES, Said};
use crate::error::{Failure, UserError};
use crate::store::{Entry, LastLogged, Source};

/// How many days back something may lie that is to be done again.
const DAYS_BACK: u64 = 28;

/// Logs once more, for today, what `repeat` says.
///
/// Delivered again, the same message logs nothing more.
///
/// # Errors
///
/// There is nothing to repeat, or it can't be logged today; then nothing was saved.
pub async fn repeat(
    app: &App,
    asker: &Asker,
    source: Source,
    repeat: Repeat,
) -> Result<Logged, Failure> {
    let entries = match repeat {
        Repeat::Last => last(app, asker).await?,
        Repeat::Usual => usual(app, asker).await?,
        Repeat::Of(day) => of_day(app, asker, day).await?,
    };
    let here = app.catalogue_in(asker.place.guild).await?;
    let (mut entries, elsewhere): (Vec<Said>, Vec<Said>) =
        entries.into_iter().partition(|said| is_on_offer(&here, said));
    let names = app.names(elsewhere.iter().map(|said| &said.modality)).await?;
    let mut left_out: Vec<String> =
        elsewhere.iter().map(|said| names.label(&said.modality)).collect();
    let beyond = entries.split_off(entries.len().min(MAX_ENTRIES));
    left_out.extend(beyond.iter().filter_map(|said| Some(here.get(&said.modality)?.label.clone())));
    if entries.is_empty() {
        return Err(match left_out.into_iter().next() {
            Some(label) => UserError::NotOnOffer(label),
            None => UserError::NothingToRepeat(repeat),
        }
        .into());
    }
    let left_out = left_out.into_iter().map(|label| (label, None)).collect();
    let to_log = ToLog { entries, left_out, note: None, hides_words: false, source };
    log_entries(app, asker, to_log).await
}

/// Whether it can be logged here and now; what was taken off the list can't.
fn is_on_offer(here: &Catalogue, said: &Said) -> bool {
    here.modalities().iter().any(|offered| offered.id == said.modality)
}

async fn last(app: &App, asker: &Asker) -> Result<Vec<Said>, Failure> {
    let Asker { origin, member, place, .. } = *asker;
    let since = asker.today().checked_sub_days(Days::new(DAYS_BACK)).unwrap_or_default();
    match app.store.last_logged_in(member, place.guild, origin, since).await? {
        Some(LastLogged::Entries(of)) => {
            let entries = app.store.entries_of(of, member).await?;
            Ok(entries.into_iter().map(|entry| again(entry.entry)).collect())
        }
        Some(LastLogged::Run(_)) => Err(UserError::RepeatsARun.into()),
        None => Ok(Vec::new()),
    }
}

async fn usual(app: &App, asker: &Asker) -> Result<Vec<Said>, Failure> {
    let latest = app.store.logged_of_late(asker.member, asker.place.guild).await?;
    // What this very message has logged is no habit.
    let latest: Vec<_> = latest.into_iter().filter(|(of, _)| *of != asker.origin).collect();
    let usual = habits::usual_together(&latest);
    let said = |modality| Said { modality, minutes: None, day: None, mended_from: None };
    Ok(usual.into_iter().map(said).collect())
}

async fn of_day(app: &App, asker: &Asker, said: DaySaid) -> Result<Vec<Said>, Failure> {
    let day = said.resolve_within(asker.now, DAYS_BACK).map_err(UserError::Day)?;
    let of_week = app.store.week_with_guilds(asker.member, Week::of(day)).await?;
    let is_here = |guild| asker.place.guild.is_none_or(|here| guild == Some(here));
    let mut entries: Vec<Entry> = of_week
        .into_iter()
        .filter(|(entry, guild)| entry.day == day && is_here(*guild))
        .map(|(entry, _)| entry)
        .collect();
    entries.sort_by(|a, b| a.modality.cmp(&b.modality));
    Ok(entries.into_iter().map(again).collect())
}

fn again(entry: Entry) -> Said {
    let Entry { modality, minutes, .. } = entry;
    Said { modality, minutes: Some(minutes), day: None, mended_from: None }
}
