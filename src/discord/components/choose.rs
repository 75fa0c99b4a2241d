//! Clicks that say what was meant by words that could mean several things.

use poise::serenity_prelude as serenity;

use super::Shown;
use crate::actions::{self, App, Question};
use crate::cards::{self, Card};
use crate::discord::Event;
use crate::discord::said::{self, Answering, Said};
use crate::domain::catalogue::ModalityId;
use crate::domain::choice::Choice;
use crate::domain::ids::Snowflake;
use crate::error::Failure;
use crate::store::Source;

pub(super) async fn act(
    app: &App,
    http: &serenity::Http,
    event: Event,
    question: Snowflake,
    choice: &Choice,
    name: &str,
) -> Result<Shown, Failure> {
    let at = event.origin.instant();
    let Some(question) = actions::take_question(app, event.member, question, at).await? else {
        return Ok(Shown::Told(cards::not_for_you()));
    };
    match choice {
        Choice::Log => return log(app, &question, None).await,
        Choice::LogAs(modality) => return log(app, &question, Some(modality)).await,
        _ => {}
    }
    let answering = Answering { question: &question, choice, clicked: event.origin, name };
    Ok(match said::answer_as(app, http, answering).await? {
        Said::Openly(card) => Shown::Changed(card),
        Said::OpenlyBeside(card, beside) => Shown::Settled { question: card, answer: beside },
        Said::Privately(card, _) => Shown::Told(Card { private: true, ..card }),
    })
}

/// Logs what was said, as what said it.
async fn log(app: &App, question: &Question, meant: Option<&ModalityId>) -> Result<Shown, Failure> {
    let logged = actions::log_answer(app, question, meant).await?;
    let answer = cards::logged(&logged);
    Ok(match (question.source, cards::week_kept_aside(&logged)) {
        // A command's question is for one pair of eyes, and its answer for all.
        (Source::Command, _) if logged.is_new => {
            Shown::Settled { question: cards::settled(&logged), answer }
        }
        // Everyone has seen the answer already.
        (Source::Command, _) => Shown::Changed(cards::settled(&logged)),
        (_, Some(beside)) if logged.is_new => Shown::Settled { question: answer, answer: beside },
        _ => Shown::Changed(answer),
    })
}
