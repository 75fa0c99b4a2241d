//! Minding what members say and log: red flags raised, cautioned about, and cleared by their owner's tap.

use chrono::{DateTime, Utc};

use super::App;
use crate::domain::flags::{self, Flag};
use crate::domain::help_lines::HelpLines;
use crate::domain::ids::{GuildId, MemberId, Snowflake};
use crate::domain::parse::is_about_health;
use crate::store::{NewFlag, Owned, StoreError};

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
    /// Their words tell of somebody else what can't wait.
    OfSomebodyElse(Flag),
    /// Their words say that they are clear, which they are asked once more.
    SaysClear,
}

/// Minds the `words` and the entries of one interaction or message: raises the most urgent red flag
/// in them, or says what to do for somebody else, or asks whether what is open is over where they say so, or cautions about what was
/// logged. Words alone clear nothing.
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
    words: &[&str],
) -> Result<Option<Minded>, StoreError> {
    if let Some(flag) = words.iter().filter_map(|text| flags::flag_in(text)).min() {
        let new = NewFlag { origin, member, flag, at: origin.instant() };
        if !app.store.raise_flag(new).await? {
            return Ok(None);
        }
        let ruled_out = ruled_out(app, origin, member, &[flag]).await?;
        return Ok(Some(
            ruled_out
                .map_or(Minded::Raised(flag), |(flag, label)| Minded::RaisedBeside { flag, label }),
        ));
    }
    if let Some(flag) = words.iter().filter_map(|text| flags::of_somebody_else(text)).min() {
        return Ok(Some(Minded::OfSomebodyElse(flag)));
    }
    let open = app.store.open_flags(member).await?;
    if open.is_empty() {
        return Ok(None);
    }
    if words.iter().any(|text| flags::says_clear(text)) {
        return Ok(Some(Minded::SaysClear));
    }
    let open: Vec<Flag> = open.iter().map(|open| open.flag).collect();
    let ruled_out = ruled_out(app, origin, member, &open).await?;
    Ok(ruled_out.map(|(flag, label)| Minded::RuledOut { flag, label }))
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
pub fn raises_flag(words: &[&str]) -> bool {
    let is_raised =
        |text: &&str| flags::flag_in(text).is_some() || flags::of_somebody_else(text).is_some();
    words.iter().any(is_raised)
}

/// Whether `words` hold what is for nobody else's eyes, a red flag or other health, so that no answer
/// in a channel repeats them.
#[must_use]
pub fn is_private(words: &[&str]) -> bool {
    raises_flag(words) || words.iter().any(|text| is_about_health(text))
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
