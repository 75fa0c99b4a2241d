//! Minding what members say and log: red flags raised, cautioned about, and cleared by their owner's tap.

use chrono::{DateTime, TimeDelta, Utc};

use super::App;
use crate::domain::flags::{self, Flag, FlagHeard};
use crate::domain::help_lines::HelpLines;
use crate::domain::ids::{GuildId, MemberId, Snowflake};
use crate::domain::reading::Reading;
use crate::store::{FlagAnswered, FlagQuestion, NewFlag, Owned, StoreError};

/// How long after a question what they log brings it up again.
const ASKED_AGAIN_AFTER: TimeDelta = TimeDelta::minutes(15);

/// What a member is to be told beside the answer, for their eyes only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Minded {
    /// Their words raised a red flag.
    Raised(Flag),
    /// Their words raised a red flag that rules out what they logged with them.
    RaisedBeside {
        /// The flag.
        flag: Flag,
        /// The modality's short name.
        label: String,
    },
    /// They logged what an open red flag rules out.
    RuledOut {
        /// The flag.
        flag: Flag,
        /// The modality's short name.
        label: String,
    },
    /// Their words may tell of a red flag, or they logged what one they were asked about would rule
    /// out: they are asked.
    Ask(FlagQuestion),
    /// Their words tell of somebody else what can't wait.
    OfSomebodyElse(Flag),
    /// Their words say that they are clear, which they are asked once more.
    SaysClear,
}

/// Minds the `words` and the entries of one interaction or message: raises the most urgent red flag
/// in them, or asks about one, or says what to do for somebody else, or asks whether what is open is
/// over where they say so, or cautions about what was logged. Words alone clear nothing.
///
/// Whatever was logged stays. Delivered again, the same words raise nothing.
///
/// # Errors
///
/// The store's own.
pub async fn mind(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    words: &[&Reading],
) -> Result<Option<Minded>, StoreError> {
    match hear(words) {
        FlagHeard::Stop(flag) => {
            let new = NewFlag { origin, member, flag, at: origin.instant() };
            if !app.store.raise_flag(new).await? {
                return Ok(None);
            }
            return raised(app, origin, member, flag).await.map(Some);
        }
        FlagHeard::Ask(flag) => {
            if let Some(asked) = ask_flag(app, origin, member, flag).await? {
                return Ok(Some(Minded::Ask(asked)));
            }
        }
        FlagHeard::Theirs(flag) => return Ok(Some(Minded::OfSomebodyElse(flag))),
        FlagHeard::Nothing => {}
    }
    let open = app.store.open_flags(member).await?;
    if open.is_empty() {
        let asked = app.store.open_flag_questions(member, origin.instant()).await?;
        // Who has just been asked need not be asked again at each thing they log.
        let asked: Vec<FlagQuestion> = asked
            .into_iter()
            .filter(|asked| origin.instant() - asked.origin.instant() >= ASKED_AGAIN_AFTER)
            .collect();
        let flags: Vec<Flag> = asked.iter().map(|asked| asked.flag).collect();
        let ruled_out = ruled_out(app, origin, member, &flags).await?;
        let of = |flag| asked.iter().find(|asked| asked.flag == flag).copied();
        return Ok(ruled_out.and_then(|(flag, _)| of(flag)).map(Minded::Ask));
    }
    if words.iter().any(|said| flags::says_clear(said)) {
        return Ok(Some(Minded::SaysClear));
    }
    let open: Vec<Flag> = open.iter().map(|open| open.flag).collect();
    let ruled_out = ruled_out(app, origin, member, &open).await?;
    Ok(ruled_out.map(|(flag, label)| Minded::RuledOut { flag, label }))
}

/// What is told of a flag just raised by what `origin` said, with what was logged beside it.
async fn raised(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    flag: Flag,
) -> Result<Minded, StoreError> {
    let ruled_out = ruled_out(app, origin, member, &[flag]).await?;
    Ok(ruled_out.map_or(Minded::Raised(flag), |(flag, label)| Minded::RaisedBeside { flag, label }))
}

/// What of a red flag all of `words` tell, by what matters most.
fn hear(words: &[&Reading]) -> FlagHeard {
    words.iter().map(|said| flags::heard(said)).min().unwrap_or(FlagHeard::Nothing)
}

/// Asks a member whether their words tell of `flag`, which `origin` said; not where it is open
/// already, nor where they said no in the last two weeks, nor twice for the same words.
///
/// # Errors
///
/// The store's own; then nothing was kept.
pub async fn ask_flag(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    flag: Flag,
) -> Result<Option<FlagQuestion>, StoreError> {
    if app.store.open_flags(member).await?.iter().any(|open| open.flag == flag) {
        return Ok(None);
    }
    app.store.ask_flag(origin, member, flag).await
}

/// Whether a member is asked, or has just been, where their words may tell of `flag` at `at`.
///
/// # Errors
///
/// The store's own.
pub async fn is_asked_about(
    app: &App,
    member: MemberId,
    flag: Flag,
    at: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let is_open = app.store.open_flags(member).await?.iter().any(|open| open.flag == flag);
    Ok(!is_open && !app.store.no_holds(member, flag, at).await?)
}

/// What an answer to a question about a red flag leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnsweredFlag {
    /// It is so, and the flag is raised as words would raise it.
    Raised(Minded),
    /// It isn't so: nothing else changes.
    NotSo(Flag),
    /// They had said that it is so, and this is open by now.
    Already(Option<Flag>),
}

/// Answers a member's question about a red flag; nothing where it isn't theirs, or no longer there.
///
/// # Errors
///
/// The store's own; then nothing changed.
pub async fn answer_flag(
    app: &App,
    member: MemberId,
    question: Snowflake,
    is_so: bool,
    at: DateTime<Utc>,
) -> Result<Option<AnsweredFlag>, StoreError> {
    Ok(match app.store.answer_flag(member, question, is_so, at).await? {
        None => None,
        Some(FlagAnswered::NotSo(flag)) => Some(AnsweredFlag::NotSo(flag)),
        Some(FlagAnswered::Already) => Some(AnsweredFlag::Already(open_flag(app, member).await?)),
        Some(FlagAnswered::Raised(flag)) => {
            Some(AnsweredFlag::Raised(raised(app, question, member, flag).await?))
        }
    })
}

/// A member's question about the most urgent red flag that is open at `at`: until they answer, or for
/// a day, what that flag rules out is held back, and nothing else.
///
/// # Errors
///
/// The store's own.
pub async fn open_flag_question(
    app: &App,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<Option<FlagQuestion>, StoreError> {
    Ok(app.store.open_flag_questions(member, at).await?.into_iter().next())
}

/// The first of `flags` that rules out something of what `origin` logged, and that by its short name.
async fn ruled_out(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    flags: &[Flag],
) -> Result<Option<(Flag, String)>, StoreError> {
    let Owned::Yours(entries) = app.store.still_logged(origin, member).await? else {
        return Ok(None);
    };
    let names = app.names(entries.iter().map(|entry| &entry.modality)).await?;
    Ok(flags.iter().find_map(|flag| {
        let mut logged = entries.iter().filter_map(|entry| names.get(&entry.modality));
        let harming = logged.find(|modality| flag.holds_back(modality))?;
        Some((*flag, harming.label.clone()))
    }))
}

/// Whether `words` raise a red flag, the member's own or somebody else's, so that no answer in a
/// channel tells of them.
#[must_use]
pub fn raises_flag(words: &[&Reading]) -> bool {
    matches!(hear(words), FlagHeard::Stop(_) | FlagHeard::Theirs(_))
}

/// Whether `words` hold what is for nobody else's eyes, a red flag or other health, so that no answer
/// in a channel repeats them.
#[must_use]
pub fn is_private(words: &[&Reading]) -> bool {
    hear(words) != FlagHeard::Nothing || words.iter().any(|said| flags::is_about_health(said))
}

/// A member's most urgent open red flag: while there is one, nothing is suggested but rest and
/// getting seen, and board, streak and nudges are quiet.
///
/// # Errors
///
/// The store's own.
pub async fn open_flag(app: &App, member: MemberId) -> Result<Option<Flag>, StoreError> {
    Ok(app.store.open_flag(member).await?.map(|open| open.flag))
}

/// Whom a member can call where they are, going by their time zone or else by their club's.
///
/// # Errors
///
/// The store's own.
pub async fn help_lines(
    app: &App,
    member: MemberId,
    guild: Option<GuildId>,
) -> Result<HelpLines, StoreError> {
    let zone = app.store.time_zone(member, guild).await?;
    Ok(zone.map(HelpLines::for_zone).unwrap_or_default())
}

/// Clears what is open of a member by their own tap, as of `at`; `false` if nothing was.
///
/// # Errors
///
/// The store's own.
pub async fn clear_flags(
    app: &App,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<bool, StoreError> {
    Ok(app.store.clear_flags(member, at).await? > 0)
}
