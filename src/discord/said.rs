//! Plain words → what they want → the same actions that commands reach.

use super::Event;
use crate::actions::{self, App, LogRecovery, LogRun};
use crate::cards::{self, Card, Opens};
use crate::domain::ask::{Wish, wish};
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

/// Does what `text` wants and answers it.
///
/// # Errors
///
/// Says what would work; then nothing was saved.
pub(super) async fn answer(app: &App, event: Event, text: &str) -> Result<Said, Failure> {
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
        Wish::Today => match actions::open_flag(app, member).await? {
            Some(flag) => Said::Privately(cards::open_flag(Some(flag)), Opens::Flag),
            None => Said::Openly(cards::plan_to_come(member)),
        },
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
        Wish::Remind => Said::Openly(cards::reminders_to_come()),
        Wish::Board => Said::Openly(cards::board_to_come()),
        Wish::Stats => {
            let member = actions::show_member(app, member, place.guild, at).await?;
            Said::Privately(cards::member(&member), Opens::Me)
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
