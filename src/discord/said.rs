//! Plain words → what they want → the same actions that commands reach.

use poise::serenity_prelude as serenity;

use super::{Event, boards};
use crate::actions::{
    self, App, AskBack, LogRecovery, LogRun, Logged, PlanPlace, Question, RemindOn, TakenLast,
    USUAL_WEEKS,
};
use crate::cards::{self, Card, Opens, TodayClick, TodayWish};
use crate::domain::ask::{
    Way, Wish, maybe, meant, told_beside_a_check_in, told_beside_a_flag, told_beside_a_question,
    wish, without_request,
};
use crate::domain::catalogue::Catalogue;
use crate::domain::choice::Choice;
use crate::domain::ids::Snowflake;
use crate::domain::job::NudgePlace;
use crate::domain::log;
use crate::domain::nudge_time::NudgeWhen;
use crate::domain::reading::Reading;
use crate::domain::recurrence::{NotARecurrence, Recurrence};
use crate::domain::remind::{self, Remind};

use crate::error::{Failure, UserError};
use crate::store::Source;

/// How many days of their log a member sees first.
const DAYS: u8 = 7;

/// An answer, and who may see it.
pub(super) enum Said {
    /// Everyone where it was asked.
    Openly(Card),
    /// The same, and beside it a word for the one who said it alone, or nobody.
    OpenlyBeside(Card, Card),
    /// The one who asked; where they can't be written to, a button opens it.
    Privately(Card, Opens),
    /// Nobody: what they said is minded, and that is the answer.
    Nothing,
}

/// What was said, and to whom it is answered.
#[derive(Clone, Copy)]
pub(super) struct Saying<'a> {
    /// Who said it, where and when.
    pub(super) event: Event,
    /// What they are called there.
    pub(super) name: &'a str,
    /// The words.
    pub(super) text: &'a str,
}

/// Does what was said and answers it.
///
/// # Errors
///
/// Says what would work; then nothing was saved.
pub(super) async fn answer(
    app: &App,
    http: &serenity::Http,
    saying: Saying<'_>,
) -> Result<Said, Failure> {
    let saying = Saying { text: without_request(saying.text), ..saying };
    let Saying { event, text, .. } = saying;
    let is_private = actions::raises_flag(&[text]);
    let catalogue = app.catalogue_in(event.place.guild).await?;
    let wanted = wish(text, &catalogue);
    if is_private && !matches!(wanted, Wish::Run | Wish::CheckIn) {
        // What was done is kept, and the rest is minded.
        return match told_beside_a_flag(text, &catalogue) {
            Some(told) => {
                let logged = log_it(app, event, &told).await?.without_words();
                Ok(Said::Openly(cards::logged(&logged)))
            }
            None => Ok(Said::Nothing),
        };
    }
    let choices = if wanted == Wish::Unsure { maybe(text, &catalogue) } else { Vec::new() };
    if choices.is_empty() {
        return serve(app, http, saying, &catalogue, wanted).await;
    }
    ask_back(app, saying, &catalogue, choices).await
}

/// What a member chose of what they were offered.
pub(super) struct Answering<'a> {
    /// What they said, and where.
    pub(super) question: &'a Question,
    /// What they chose.
    pub(super) choice: &'a Choice,
    /// The click.
    pub(super) clicked: Snowflake,
    /// What they are called there.
    pub(super) name: &'a str,
}

/// Does what a member meant, as they would be answered had they said it so that it was plain.
///
/// # Errors
///
/// Says what would work; then nothing was saved.
pub(super) async fn answer_as(
    app: &App,
    http: &serenity::Http,
    answering: Answering<'_>,
) -> Result<Said, Failure> {
    let Answering { question, choice, clicked, name } = answering;
    let Question { member, place, .. } = *question;
    let origin = if choice.is_as_said() { question.origin } else { clicked };
    let catalogue = app.catalogue_in(place.guild).await?;
    let text = question.said.as_str();
    let wanted = match choice {
        Choice::Settings => {
            let shown = actions::show_member(app, member, place.guild, origin.instant()).await?;
            return Ok(Said::Privately(cards::member(&shown), Opens::Me));
        }
        Choice::Club => return Ok(Said::Openly(cards::for_organisers())),
        Choice::NotThat => return Ok(Said::Openly(cards::not_that(member))),
        choice => match meant(choice, text, &catalogue) {
            Some(wish) => wish,
            // What it is about wasn't said.
            None => return Ok(Said::Openly(cards::modalities(&catalogue))),
        },
    };
    let saying = Saying { event: Event { origin, member, place }, name, text };
    serve(app, http, saying, &catalogue, wanted).await
}

/// Asks what was meant: privately, where the words are nobody else's business.
async fn ask_back(
    app: &App,
    saying: Saying<'_>,
    catalogue: &Catalogue,
    choices: Vec<Choice>,
) -> Result<Said, Failure> {
    let Saying { event: Event { origin, member, place }, text, .. } = saying;
    let asked = AskBack { origin, member, place, said: text, choices };
    let card = cards::question(&actions::ask_back(app, asked).await?, catalogue);
    let is_private = actions::is_private(&[text]);
    Ok(if is_private { Said::Privately(card, Opens::Question(origin)) } else { Said::Openly(card) })
}

/// Does what is wanted and answers it.
async fn serve(
    app: &App,
    http: &serenity::Http,
    saying: Saying<'_>,
    catalogue: &Catalogue,
    wanted: Wish,
) -> Result<Said, Failure> {
    let Saying { event, name, text } = saying;
    let Event { origin, member, place } = event;
    let at = origin.instant();
    Ok(match wanted {
        Wish::Today => match actions::open_flag(app, member).await? {
            Some(flag) => {
                let help = actions::help_lines(app, member, place.guild).await?;
                Said::Privately(cards::flagged(flag, help), Opens::Flag)
            }
            None => {
                // Its steps are logged where they are told, and a club's own only in that club.
                let here = PlanPlace { asked: place.guild, told: None };
                let planned = actions::plan_today(app, member, here, at, text).await?;
                let card = cards::plan(&planned, origin);
                let told = told_beside_a_question(text, catalogue);
                let card = told.map_or(card.clone(), |told| cards::not_logged(card, &told));
                let (ask, swapped) = (planned.ask, planned.swapped);
                let again = TodayClick { wish: TodayWish::Ask, ask, swapped };
                Said::Privately(card, Opens::Plan(Box::new(again)))
            }
        },
        Wish::Log | Wish::Unknown => {
            let logged = log_it(app, event, text).await?;
            beside(cards::logged(&logged), cards::week_kept_aside(&logged))
        }
        Wish::Run => {
            let request =
                LogRun { origin, member, place, what: Some(text), file: None, kind: None };
            let logged = actions::log_run(app, request).await?;
            beside(cards::run_logged(&logged), cards::run_aside(&logged))
        }
        Wish::CheckIn => {
            let (rest, beside) = told_beside_a_check_in(text, catalogue);
            let told = without_check_in(&rest);
            let checked = if told.is_empty() {
                actions::check_in_of(app, member, place.guild, at).await?
            } else {
                actions::check_in(app, origin, member, place.guild, told).await?
            };
            let card = cards::check_in(&checked);
            let card = beside.map_or(card.clone(), |told| cards::not_logged(card, &told));
            Said::Privately(card, Opens::Checkin)
        }
        Wish::Remind => {
            let reading = app.language.read(text, &catalogue, &[]);
            Said::Privately(nudge(app, event, &reading).await?, Opens::Nudges)
        }
        Wish::Board(span) => {
            let ranked = actions::leaderboard(app, place, span, at).await?;
            Said::Openly(boards::leaderboard(http, ranked).await)
        }
        Wish::OnBoard(on_board) => {
            actions::set_on_board(app, member, on_board).await?;
            Said::Privately(cards::board(on_board), Opens::Me)
        }
        Wish::Mine => Said::Openly(cards::mine()),
        Wish::Way(Way::Pause) => Said::Privately(cards::way(Way::Pause), Opens::Me),
        Wish::Way(way) => Said::Openly(cards::way(way)),
        Wish::Maybe => {
            let phrase = log::log(&app.language.read(text, catalogue, &[]), catalogue);
            let phrase = phrase.map_err(UserError::Phrase)?;
            let asked = AskBack { origin, member, place, said: text, choices: vec![Choice::Log] };
            actions::ask_back(app, asked).await?;
            Said::Openly(cards::shall_i_log(&phrase, catalogue, origin))
        }
        Wish::Ahead => {
            return Err(UserError::Phrase(log::Refused::NotDone(log::NotDone::Planned)).into());
        }
        Wish::Both => Said::Openly(cards::one_by_one()),
        Wish::Running => Said::Openly(cards::running()),
        Wish::Stats => {
            let shown = actions::own_stats(app, member, place.guild, USUAL_WEEKS, at).await?;
            // It is told in a direct message, where there is nobody to share it with.
            Said::Privately(cards::own_stats(&shown, name, false), Opens::Stats)
        }
        Wish::Insights => {
            let insights = actions::insights(app, member, at).await?;
            Said::Privately(cards::insights(&insights), Opens::Insights)
        }
        Wish::History => {
            let history = actions::history(app, member, place.guild, at, DAYS, 0).await?;
            Said::Privately(cards::history(&history), Opens::History)
        }
        Wish::About(modality) => {
            let found = actions::look_up_modality(app, catalogue, place, &modality).await?;
            Said::Openly(cards::modality(&found))
        }
        Wish::Evidence(modality) => {
            let found = actions::look_up_modality(app, catalogue, place, &modality).await?;
            Said::Openly(cards::evidence(found.modality, catalogue))
        }
        Wish::Pause(until) => {
            let until = until.as_deref();
            let pause = actions::pause(app, origin, member, place.guild, until).await?;
            Said::Privately(cards::paused(pause), Opens::Me)
        }
        Wish::Resume => {
            let was_paused = actions::resume(app, member, place.guild, at).await?;
            Said::Privately(cards::resumed(was_paused), Opens::Me)
        }
        Wish::Clear => match actions::open_flag(app, member).await? {
            // Minding the words asks whether it is so.
            Some(_) => Said::Nothing,
            None => Said::Privately(cards::cleared(false), Opens::Flag),
        },
        Wish::Undo => {
            Said::Openly(match actions::take_last_back(app, event.origin, member, place).await? {
                Some(TakenLast::Entries(taken)) => cards::undone(&taken),
                Some(TakenLast::Run(taken)) => cards::run_undone(&taken),
                None => cards::how_to_undo(),
            })
        }
        Wish::Help => Said::Openly(cards::help()),
        Wish::Hello => Said::Openly(cards::hello(member)),
        Wish::Thanks => Said::Openly(cards::thanks()),
        Wish::Unsure => Said::Openly(cards::unsure(member)),
    })
}

/// An answer for all, and what there may be beside it for one.
fn beside(card: Card, aside: Option<Card>) -> Said {
    match aside {
        Some(aside) => Said::OpenlyBeside(card, aside),
        None => Said::Openly(card),
    }
}

async fn log_it(app: &App, event: Event, what: &str) -> Result<Logged, Failure> {
    let Event { origin, member, place } = event;
    let request = LogRecovery {
        origin,
        member,
        place,
        source: Source::Message,
        what: &app.read_from(member, place.guild, what).await?,
        minutes: None,
        when: None,
        note: None,
    };
    actions::log_recovery(app, &request).await
}

/// Does what is wanted of the nudge, and tells how it stands.
async fn nudge(app: &App, event: Event, reading: &Reading) -> Result<Card, Failure> {
    let Event { origin, member, place } = event;
    let at = origin.instant();
    let status = async || {
        let reminding = actions::remind_status(app, member, at).await?;
        Ok::<_, Failure>(cards::reminder_status(reminding.as_ref()))
    };
    match remind::wanted(reading) {
        Remind::On { at: own, days, is_direct } => {
            let when = match own {
                Some(own) => NudgeWhen::At(Recurrence::weekly(own, days)),
                None if days.is_empty() => NudgeWhen::Clubs,
                None => NudgeWhen::On(days),
            };
            let to = if is_direct { NudgePlace::Direct } else { NudgePlace::Club };
            let request = RemindOn { member, place, at, when, to };
            Ok(cards::reminder_on(&actions::remind_on(app, &request).await?))
        }
        Remind::WhichHalf(hour) => Err(UserError::Time(NotARecurrence::WhichHalf(hour)).into()),
        Remind::When => Ok(cards::which_time()),
        Remind::Once => Ok(cards::only_daily()),
        Remind::Off => Ok(cards::reminder_off(actions::remind_off(app, member).await?)),
        Remind::Quiet => {
            match actions::remind_quietly(app, member, place.guild, reading, at).await? {
                Some((day, reminding)) => Ok(cards::quiet(day, &reminding)),
                None => status().await,
            }
        }
        Remind::Status => status().await,
    }
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
