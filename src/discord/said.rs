//! Plain words → what they want → the same actions that commands reach.

use poise::serenity_prelude as serenity;

use super::{Event, boards};
use crate::actions::{self, App, LogRecovery, LogRun, RemindOn, USUAL_WEEKS};
use crate::cards::{self, Card, Opens};
use crate::domain::ask::{ReminderWish, Wish, reminder_wish, wish};
use crate::domain::board::Span;
use crate::domain::job::NudgePlace;
use crate::error::Failure;
use crate::store::Source;

/// How many days of their log a member sees first.
const DAYS: u8 = 7;

/// An answer, and who may see it.
pub(super) enum Said {
    /// Everyone where it was asked.
    Openly(Card),
    /// The one who asked; where they can't be written to, a button opens it.
    Privately(Card, Opens),
    /// Nobody: what they said is minded, and that is the answer.
    Nothing,
}

/// Who asks, as Discord knows them.
#[derive(Clone, Copy)]
pub(super) struct Asker<'a> {
    /// The way to Discord, for names.
    pub(super) http: &'a serenity::Http,
    /// What they are called where they ask.
    pub(super) name: &'a str,
}

/// Does what `text` wants and answers it.
///
/// # Errors
///
/// Says what would work; then nothing was saved.
pub(super) async fn answer(
    app: &App,
    asker: Asker<'_>,
    event: Event,
    text: &str,
) -> Result<Said, Failure> {
    let Event { origin, member, place } = event;
    let at = origin.instant();
    let is_private = actions::is_private(&[text]);
    let catalogue = app.catalogue_in(place.guild).await?;
    let wanted = wish(text, &catalogue);
    let keeps = matches!(wanted, Wish::Log | Wish::Run | Wish::CheckIn);
    if is_private && !keeps {
        return Ok(Said::Nothing);
    }
    Ok(match wanted {
        Wish::Today => {
            let today = actions::today(app, origin, member, place.guild, text).await?;
            Said::Privately(cards::today(&today, origin), Opens::Today)
        }
        Wish::Log => {
            let source = Source::Message;
            let (minutes, when, note) = (None, None, None);
            let request =
                LogRecovery { origin, member, place, source, what: text, minutes, when, note };
            let logged = actions::log_recovery(app, &request).await?;
            Said::Openly(cards::logged(&if is_private { logged.without_words() } else { logged }))
        }
        Wish::Run => {
            let request =
                LogRun { origin, member, place, what: Some(text), file: None, kind: None };
            Said::Openly(cards::run_logged(&actions::log_run(app, request).await?))
        }
        Wish::CheckIn => {
            let told = without_check_in(text);
            let checked = if told.is_empty() {
                actions::check_in_of(app, member, place.guild, at).await?
            } else {
                actions::check_in(app, origin, member, place.guild, told).await?
            };
            Said::Privately(cards::check_in(&checked), Opens::Checkin)
        }
        Wish::Remind => Said::Privately(remind(app, event, text).await?, Opens::Remind),
        Wish::Board => {
            let ranked = actions::leaderboard(app, place, Span::Week, at).await?;
            Said::Openly(boards::leaderboard(asker.http, ranked).await)
        }
        Wish::Stats => {
            let shown = actions::own_stats(app, member, place.guild, USUAL_WEEKS, at).await?;
            let card = cards::own_stats(&shown, asker.name, false);
            Said::Privately(card, Opens::Stats)
        }
        Wish::History => {
            let history = actions::history(app, member, place.guild, at, DAYS, 0).await?;
            Said::Privately(cards::history(&history), Opens::History)
        }
        Wish::About(modality) => {
            let found = actions::look_up_modality(app, &catalogue, place, &modality).await?;
            Said::Openly(cards::modality(&found))
        }
        Wish::Evidence(modality) => {
            let found = actions::look_up_modality(app, &catalogue, place, &modality).await?;
            Said::Openly(cards::evidence(found.modality, &catalogue))
        }
        Wish::Pause => {
            let pause = actions::pause(app, origin, member, place.guild, until(text)).await?;
            Said::Privately(cards::paused(pause), Opens::Me)
        }
        Wish::Resume => {
            let was_paused = actions::resume(app, member, place.guild, at).await?;
            Said::Privately(cards::resumed(was_paused), Opens::Me)
        }
        Wish::Clear => match actions::open_flag(app, member).await? {
            // Minding the words clears it, and says so.
            Some(_) => Said::Nothing,
            None => Said::Privately(cards::open_flag(None), Opens::Flag),
        },
        Wish::Undo => Said::Openly(cards::how_to_undo()),
        Wish::Help => Said::Openly(cards::help()),
        Wish::Hello => Said::Openly(cards::hello(member)),
        Wish::Thanks => Said::Openly(cards::thanks()),
        Wish::Unsure => Said::Openly(cards::unsure(member)),
    })
}

/// Does what a sentence about nudges wants.
async fn remind(app: &App, event: Event, text: &str) -> Result<Card, Failure> {
    let Event { origin, member, place } = event;
    let at = origin.instant();
    Ok(match reminder_wish(text) {
        ReminderWish::On(time) => {
            let to = if place.guild.is_some() { NudgePlace::Club } else { NudgePlace::Direct };
            let time = time.as_deref();
            let request = RemindOn { member, place, at, time, days: None, to };
            cards::reminder_on(&actions::remind_on(app, &request).await?)
        }
        ReminderWish::Off => cards::reminder_off(actions::remind_off(app, member).await?),
        ReminderWish::Status => {
            cards::reminder_status(actions::remind_status(app, member, at).await?.as_ref())
        }
        ReminderWish::Quiet(until) => {
            let quiet = actions::remind_quietly(app, member, place.guild, &until, at).await?;
            match quiet {
                Some((day, reminding)) => cards::quiet(day, &reminding),
                None => cards::reminder_status(None),
            }
        }
    })
}

/// "check in: legs heavy" without its opening.
fn without_check_in(text: &str) -> &str {
    let is_opening = |opening: &&str| {
        text.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening))
    };
    let openings = ["checking in", "check-in", "check in", "checkin"];
    let opening = openings.iter().find(|opening| is_opening(opening));
    let rest = opening.map_or(text, |opening| &text[opening.len()..]);
    rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | ',' | '-'))
}

/// The day that a wish to pause names: what follows "until" or "for".
fn until(text: &str) -> Option<&str> {
    let openings = [" until ", " till ", " for "];
    openings.iter().find_map(|opening| text.split_once(opening)).map(|(_, day)| day)
}
