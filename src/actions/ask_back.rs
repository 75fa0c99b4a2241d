//! Asking back what a member meant: the words wait in a row while the buttons offer what they may mean.

use chrono::{DateTime, Utc};

use super::log_recovery::{LogRecovery, Tapped, log};
use super::{App, Logged};
use crate::domain::catalogue::ModalityId;
use crate::domain::choice::Choice;
use crate::domain::ids::{MemberId, Snowflake};
use crate::error::{Failure, UserError};
use crate::store::{Place, QUESTION_STAYS, Question, Source, StoreError};

/// What a member said in plain words, and the likeliest of what they may have meant, best first.
#[derive(Clone, Debug)]
pub struct AskBack<'a> {
    /// The message.
    pub origin: Snowflake,
    /// Who said it.
    pub member: MemberId,
    /// Where.
    pub place: Place,
    /// Its words.
    pub said: &'a str,
    /// What is offered; that it is none of these always is.
    pub choices: Vec<Choice>,
}

/// Keeps what was said for the buttons that ask what was meant.
///
/// # Errors
///
/// The store's own; then nothing was kept.
pub async fn ask_back(app: &App, asked: AskBack<'_>) -> Result<Question, StoreError> {
    let AskBack { origin, member, place, said, mut choices } = asked;
    choices.push(Choice::NotThat);
    let question = Question {
        origin,
        member,
        place,
        source: Source::Message,
        said: said.to_owned(),
        minutes: None,
        when: None,
        note: None,
        choices,
    };
    app.store.ask(&question).await?;
    Ok(question)
}

/// The question that `member` answers at `at`; none where it is somebody else's to answer.
///
/// It stays: a second tap, or one delivered twice, finds the same.
///
/// # Errors
///
/// It is over, by a day or because its owner was forgotten.
pub async fn take_question(
    app: &App,
    member: MemberId,
    question: Snowflake,
    at: DateTime<Utc>,
) -> Result<Option<Question>, Failure> {
    let asked = app.store.question(question).await?;
    let open = asked.filter(|_| at - question.instant() <= QUESTION_STAYS);
    let asked = open.ok_or(UserError::QuestionOver)?;
    Ok((asked.member == member).then_some(asked))
}

/// Keeps what was said for the buttons that offer what it may mean.
pub(super) async fn ask_about(
    app: &App,
    request: &LogRecovery<'_>,
    choices: Vec<Choice>,
) -> Result<(), StoreError> {
    if choices.is_empty() {
        return Ok(());
    }
    let asked = Question {
        origin: request.origin,
        member: request.member,
        place: request.place,
        source: request.source,
        said: request.what.text.clone(),
        minutes: request.minutes,
        when: request.when.map(str::to_owned),
        note: request.note.map(|note| note.text.clone()),
        choices,
    };
    app.store.ask(&asked).await
}

/// Logs what a question was about, with words nobody knows taken for `meant` by a tap on it.
///
/// # Errors
///
/// As [`log_recovery`](super::log_recovery()).
pub async fn log_answer(
    app: &App,
    question: &Question,
    meant: Option<&ModalityId>,
) -> Result<Logged, Failure> {
    let what = app.read_from(question.member, question.place.guild, &question.said).await?;
    let note = question.note.as_deref().map(|note| app.language.hear(note, &app.catalogue, &[]));
    let request = LogRecovery {
        origin: question.origin,
        member: question.member,
        place: question.place,
        source: Source::Button,
        what: &what,
        minutes: question.minutes,
        when: question.when.as_deref(),
        note: note.as_ref(),
    };
    log(app, &request, Tapped { is_done: true, meant }).await
}
