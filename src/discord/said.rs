//! What a reading wants → the same actions that commands reach, each wish in its order.

use poise::serenity_prelude as serenity;

use super::{Event, figures};
use crate::actions::{
    self, App, AskBack, Asker, LogRecovery, LogRun, Question, RemindOn, TakenLast, USUAL_WEEKS,
};
use crate::cards::{self, Button, Card, ComponentId, Opens, Row, TodayClick, TodayWish};
use crate::domain::advisor;
use crate::domain::catalogue::{Catalogue, Modality};
use crate::domain::choice::Choice;
use crate::domain::flags::{self, FlagHeard};
use crate::domain::ids::Snowflake;
use crate::domain::job::NudgePlace;
use crate::domain::log;
use crate::domain::nudge_time::NudgeWhen;
use crate::domain::policy::{self, Decision, Wish};
use crate::domain::reading::{Reading, Setting};
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
}

/// What was said, and to whom it is answered.
#[derive(Clone, Copy)]
pub(super) struct Saying<'a> {
    /// Who said it, where and when.
    pub(super) event: Event,
    /// What they are called there.
    pub(super) name: &'a str,
    /// The words, as they are read.
    pub(super) reading: &'a Reading,
    /// Files came with them, which tell of the runs.
    pub(super) has_files: bool,
}

/// Does what was said and answers it, wish by wish; no answer is one where what was said is minded, and that
/// is the answer.
///
/// # Errors
///
/// Says what would work; then nothing was saved.
pub(super) async fn answer(
    app: &App,
    http: &serenity::Http,
    saying: Saying<'_>,
) -> Result<Vec<Said>, Failure> {
    let Saying { event: Event { origin, member, place }, name, reading, has_files } = saying;
    let catalogue = app.catalogue_in(place.guild).await?;
    let asker = Asker::of(app, origin, member, place).await?;
    let is_flagged = actions::raises_flag(&[reading]);
    let is_asked = match flags::heard(reading) {
        FlagHeard::Ask(flag) => {
            actions::is_asked_about(app, member, flag, origin.instant()).await?
        }
        _ => false,
    };
    let is_clear = flags::says_clear(reading) && actions::open_flag(app, member).await?.is_some();
    let (mut wishes, or) = match policy::decide(reading, &catalogue) {
        Decision::Act { wishes, or } => (wishes, or),
        // The question about it is the answer.
        _ if is_flagged || is_asked || is_clear || has_files => return Ok(Vec::new()),
        Decision::Ask(choices) => {
            return Ok(vec![ask_back(app, saying, &catalogue, choices).await?]);
        }
        Decision::Other => return Ok(vec![Said::Openly(cards::unsure(member))]),
    };
    // Beside a red flag, or its end, only what is told is kept, and without a word of it.
    let is_told = |wish: &Wish| matches!(wish, Wish::Log | Wish::Run | Wish::CheckIn);
    wishes.retain(|(wish, _)| is_told(wish) || !(is_flagged || is_clear));
    // The runs are in the files.
    let is_beside = |wish: &Wish| matches!(wish, Wish::Log | Wish::CheckIn | Wish::Today);
    wishes.retain(|(wish, _)| is_beside(wish) || !has_files);
    let is_one = wishes.len() == 1;
    let mut answers = Vec::with_capacity(wishes.len());
    for (wish, said) in wishes {
        match serve(app, http, &asker, name, &said, &catalogue, wish).await {
            Ok(Said::Openly(card) | Said::OpenlyBeside(card, _)) if is_flagged => {
                answers.push(Said::Openly(card));
            }
            // A check-in is kept; the flag is what there is to say.
            Ok(Said::Privately(..)) if is_flagged => {}
            Ok(answer) => answers.push(answer),
            // What can't be done of several is said beside the others.
            Err(Failure::Person(error)) if !is_one => {
                answers.push(Said::Openly(cards::refused(&error, &catalogue)));
            }
            Err(error) => return Err(error),
        }
    }
    let is_sure = or.is_empty() || has_files;
    if let ([answer], false, false) = (answers.as_mut_slice(), is_sure, is_flagged) {
        offer_instead(app, saying, &catalogue, answer, or).await?;
    }
    Ok(answers)
}

/// Offers below an answer what may have been meant instead.
async fn offer_instead(
    app: &App,
    saying: Saying<'_>,
    catalogue: &Catalogue,
    answer: &mut Said,
    choices: Vec<Choice>,
) -> Result<(), Failure> {
    let card = match answer {
        Said::Openly(card) | Said::OpenlyBeside(card, _) | Said::Privately(card, _) => card,
    };
    if card.rows.iter().any(asks_already) {
        return Ok(());
    }
    let Saying { event: Event { origin, member, place }, reading, .. } = saying;
    let asked = AskBack { origin, member, place, said: &reading.text, choices };
    let question = actions::ask_back(app, asked).await?;
    card.rows.push(cards::instead(&question, catalogue));
    Ok(())
}

/// Whether a row asks what was meant.
fn asks_already(row: &Row) -> bool {
    let is_choice = |button: &Button| matches!(button.id, ComponentId::Choose { .. });
    matches!(row, Row::Buttons(buttons) if buttons.iter().any(is_choice))
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
    let reading = app.read_from(member, place.guild, &question.said).await?;
    let Some(wish) = Wish::of(choice, &reading, &catalogue) else {
        return Ok(Said::Openly(cards::not_that(member)));
    };
    let asker = Asker::of(app, origin, member, place).await?;
    serve(app, http, &asker, name, &reading, &catalogue, wish).await
}

/// Asks what was meant: privately, where the words are nobody else's business.
async fn ask_back(
    app: &App,
    saying: Saying<'_>,
    catalogue: &Catalogue,
    choices: Vec<Choice>,
) -> Result<Said, Failure> {
    let Saying { event: Event { origin, member, place }, reading, .. } = saying;
    let asked = AskBack { origin, member, place, said: &reading.text, choices };
    let card = cards::question(&actions::ask_back(app, asked).await?, catalogue);
    let is_private = actions::is_private(&[reading]);
    Ok(if is_private { Said::Privately(card, Opens::Question(origin)) } else { Said::Openly(card) })
}

/// Does what is wanted and answers it.
async fn serve(
    app: &App,
    http: &serenity::Http,
    asker: &Asker,
    name: &str,
    said: &Reading,
    catalogue: &Catalogue,
    wish: Wish,
) -> Result<Said, Failure> {
    let Asker { origin, member, place, .. } = *asker;
    let at = asker.at();
    Ok(match wish {
        Wish::Today => today(app, asker, said).await?,
        Wish::Log => {
            let request = LogRecovery {
                origin,
                member,
                place,
                source: Source::Message,
                what: said,
                minutes: None,
                when: None,
                note: None,
            };
            let logged = actions::log_recovery(app, &request).await?;
            let hides = actions::raises_flag(&[said]);
            let logged = if hides { logged.without_words() } else { logged };
            beside(cards::logged(&logged), cards::week_kept_aside(&logged))
        }
        Wish::Run => {
            let request = LogRun { origin, member, place, what: Some(said), kind: None };
            let logged = actions::log_run(app, request).await?;
            beside(cards::run_logged(&logged), cards::run_aside(&logged))
        }
        Wish::CheckIn => {
            let checked = actions::check_in(app, asker, said).await?;
            Said::Privately(cards::check_in(&checked), Opens::Checkin)
        }
        Wish::Remind => Said::Privately(nudge(app, asker, said).await?, Opens::Nudges),
        Wish::Figures(asked) => figures::answer(app, http, asker, asked).await?,
        Wish::Explained(explained) => Said::Openly(cards::explained(explained)),
        Wish::Stats => {
            let shown = actions::own_stats(app, member, place.guild, USUAL_WEEKS, at).await?;
            // It is told in a direct message, where there is nobody to share it with.
            Said::Privately(cards::own_stats(&shown, name, false), Opens::Stats)
        }
        Wish::History => {
            let history = actions::history(app, member, place.guild, at, DAYS, 0).await?;
            Said::Privately(cards::history(&history), Opens::History)
        }
        Wish::Insights => {
            let insights = actions::insights(app, member, at).await?;
            Said::Privately(cards::insights(&insights), Opens::Insights)
        }
        Wish::About(Some(modality)) => {
            let found = actions::look_up_modality(app, catalogue, place, &modality).await?;
            looked_up(app, asker, said, found.modality, cards::modality(&found)).await?
        }
        Wish::Evidence(Some(modality)) => {
            let found = actions::look_up_modality(app, catalogue, place, &modality).await?;
            let card = cards::evidence(found.modality, catalogue);
            looked_up(app, asker, said, found.modality, card).await?
        }
        // What it is about wasn't said.
        Wish::About(None) | Wish::Evidence(None) => Said::Openly(cards::modalities(catalogue)),
        Wish::Pause => {
            let pause = actions::pause(app, asker, said, false).await?;
            Said::Privately(cards::paused(pause), Opens::Me)
        }
        Wish::Resume => {
            let was_paused = actions::resume(app, member, place.guild, at).await?;
            Said::Privately(cards::resumed(was_paused), Opens::Me)
        }
        Wish::Undo => {
            Said::Openly(match actions::take_last_back(app, origin, member, place).await? {
                Some(TakenLast::Entries(taken)) => cards::undone(&taken),
                Some(TakenLast::Runs(taken)) => cards::run_undone(&taken),
                None => cards::how_to_undo(),
            })
        }
        Wish::Correct(correction) => {
            let corrected = actions::correct_last(app, asker, &correction).await?;
            Said::Openly(cards::corrected(&corrected))
        }
        Wish::Repeat(repeat) => {
            let logged = actions::repeat(app, asker, Source::Message, repeat).await?;
            beside(cards::logged(&logged), cards::week_kept_aside(&logged))
        }
        Wish::Set(setting) => set(app, asker, setting).await?,
        Wish::Ahead => {
            return Err(UserError::Phrase(log::Refused::NotDone(log::NotDone::Planned)).into());
        }
        Wish::Club => Said::Openly(cards::for_organisers()),
        Wish::Help => Said::Openly(cards::help()),
        Wish::Hello => Said::Openly(cards::hello(member)),
        Wish::Thanks => Said::Openly(cards::thanks()),
    })
}

/// What there is to say of a modality; a doctor's word comes first for whoever tells of what it is kept for, and
/// an open red flag that it could harm.
async fn looked_up(
    app: &App,
    asker: &Asker,
    said: &Reading,
    modality: &Modality,
    card: Card,
) -> Result<Said, Failure> {
    let open = actions::open_flag(app, asker.member).await?;
    if let Some(flag) = open.filter(|flag| flag.holds_back(modality)) {
        let help = actions::help_lines(app, asker.member, asker.place.guild).await?;
        return Ok(Said::Privately(cards::flagged(flag, help), Opens::Flag));
    }
    let is_kept = !advisor::conditions(said).is_disjoint(&modality.kept_for);
    Ok(Said::Openly(if is_kept { cards::doctor_first(modality).followed_by(card) } else { card }))
}

/// A plan, or what comes before one.
async fn today(app: &App, asker: &Asker, said: &Reading) -> Result<Said, Failure> {
    let Asker { origin, member, place, .. } = *asker;
    if let Some(flag) = actions::open_flag(app, member).await? {
        let help = actions::help_lines(app, member, place.guild).await?;
        return Ok(Said::Privately(cards::flagged(flag, help), Opens::Flag));
    }
    // Its steps are logged where they are told, and a club's own only in that club.
    let planned = actions::plan_today(app, asker, None, said).await?;
    let card = cards::plan(&planned, origin);
    let again = TodayClick { wish: TodayWish::Ask, ask: planned.ask, swapped: planned.swapped };
    Ok(Said::Privately(card, Opens::Plan(Box::new(again))))
}

/// Sets what words alone can set, and says what sets the rest.
async fn set(app: &App, asker: &Asker, setting: Option<Setting>) -> Result<Said, Failure> {
    let Asker { member, place, .. } = *asker;
    Ok(match setting {
        Some(Setting::OffBoard | Setting::OnBoard) => {
            let on_board = setting == Some(Setting::OnBoard);
            actions::set_on_board(app, member, on_board, asker.at()).await?;
            Said::Privately(cards::board(on_board), Opens::Me)
        }
        Some(Setting::Data) => Said::Openly(cards::mine()),
        Some(setting) => Said::Openly(cards::way(setting)),
        None => {
            let shown = actions::show_member(app, member, place.guild, asker.at()).await?;
            Said::Privately(cards::member(&shown), Opens::Me)
        }
    })
}

/// An answer for all, and what there may be beside it for one.
fn beside(card: Card, aside: Option<Card>) -> Said {
    match aside {
        Some(aside) => Said::OpenlyBeside(card, aside),
        None => Said::Openly(card),
    }
}

/// Does what is wanted of the nudge, and tells how it stands.
async fn nudge(app: &App, asker: &Asker, reading: &Reading) -> Result<Card, Failure> {
    let (member, place, at) = (asker.member, asker.place, asker.at());
    let status = async || {
        let reminding = actions::remind_status(app, member, at).await?;
        Ok::<_, Failure>(cards::reminder_status(reminding.as_ref()))
    };
    let on = async |when, to| {
        let request = RemindOn { member, place, at, when, to };
        Ok(cards::reminder_on(&actions::remind_on(app, &request).await?))
    };
    match remind::wanted(reading) {
        Remind::On { at: own, days, is_direct } => {
            let when = match own {
                Some(own) => NudgeWhen::At(Recurrence::weekly(own, days)),
                None if days.is_empty() => NudgeWhen::Kept,
                None => NudgeWhen::On(days),
            };
            on(when, if is_direct { NudgePlace::Direct } else { NudgePlace::Club }).await
        }
        Remind::Moved(to) => on(NudgeWhen::Moved(to), NudgePlace::Club).await,
        Remind::NotOn(days) => {
            let left = actions::remind_not_on(app, member, place, at, days).await?;
            Ok(left.map_or_else(|| cards::reminder_status(None), |left| cards::reminder_on(&left)))
        }
        Remind::WhichHalf(hour) => Err(UserError::Time(NotARecurrence::WhichHalf(hour)).into()),
        Remind::When => Ok(cards::which_time()),
        Remind::Once => Ok(cards::only_daily()),
        Remind::Off => Ok(cards::reminder_off(actions::remind_off(app, member, at).await?)),
        Remind::Quiet => match actions::remind_quietly(app, asker, reading).await? {
            Some((day, reminding)) => Ok(cards::quiet(day, &reminding)),
            None => status().await,
        },
        Remind::Status => status().await,
    }
}
