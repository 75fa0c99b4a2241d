//! A guild's own modalities: adding one that nobody could mistake for another, and taking it away.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::App;
use crate::domain::catalogue::{
    Catalogue, Does, Minutes, Modality, ModalityId, OwnModality, normalise,
};
use crate::domain::ids::GuildId;
use crate::domain::log::{self, LeftOut, Refused};
use crate::error::{Failure, OwnUnfit, UserError};
use crate::language::{Language, is_near};

/// How many modalities of its own a guild can have: as many as a menu holds.
pub const MAX_OWN: usize = 25;

/// How many numbered ids there are for names that would get the same one.
const ALIKE: std::ops::RangeInclusive<u8> = 0..=u8::MAX;

/// What an organiser wants to add.
#[derive(Clone, Debug)]
pub struct AddModality<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its other names, parted by commas.
    pub aliases: &'a str,
    /// What an entry gets where nothing else is known; half of it scores.
    pub minutes: u32,
    /// Entries of one day that score.
    pub per_day: u32,
    /// Entries of one week that score.
    pub per_week: u32,
    /// What it does to the body; anything, where they don't say.
    pub does: BTreeSet<Does>,
}

/// Adds a modality to those of `guild`, or changes the one of that name that was taken
/// away, as an organiser asked for at `at`.
///
/// # Errors
///
/// A name is taken, near another, or no name; then nothing changed.
pub async fn add_modality(
    app: &App,
    guild: GuildId,
    wish: AddModality<'_>,
    at: DateTime<Utc>,
) -> Result<OwnModality, Failure> {
    let fits = |own| fitting(app, guild, own, wish);
    let added = app.store.add_own_modality(guild, fits, at);
    let added = added.await?.map_err(UserError::Own)?;
    app.guilds.changed(guild);
    Ok(added)
}

/// Takes a modality of `guild`'s own away, as an organiser asked for at `at`; what was logged with it stays as it is.
///
/// # Errors
///
/// The guild has none of that name.
pub async fn remove_modality(
    app: &App,
    guild: GuildId,
    name: &str,
    at: DateTime<Utc>,
) -> Result<String, Failure> {
    let catalogue = app.catalogue_in(Some(guild)).await?;
    let found = catalogue.by_alias(&normalise(name));
    let Some(Modality { id, label, .. }) = found.filter(|found| found.id.guild() == Some(guild))
    else {
        return Err(UserError::Own(OwnUnfit::None(name.to_owned())).into());
    };
    app.store.remove_own_modality(guild, id, at).await?;
    app.guilds.changed(guild);
    Ok(label.clone())
}

/// What `wish` makes beside what the guild has.
fn fitting(
    app: &App,
    guild: GuildId,
    own: Vec<OwnModality>,
    wish: AddModality<'_>,
) -> Result<OwnModality, OwnUnfit> {
    if own.iter().filter(|own| !own.removed).count() >= MAX_OWN {
        return Err(OwnUnfit::Full);
    }
    let name = name_of(wish.name)?;
    let others = wish.aliases.split(',').filter(|other| !other.trim().is_empty());
    let aliases = others.map(name_of).collect::<Result<Vec<String>, _>>()?;
    let usual = wish.minutes;
    let minutes = Minutes {
        shortest: usual.div_ceil(2),
        usual,
        longest_useful: usual.saturating_mul(2).min(1440),
    };
    let added = OwnModality {
        id: id_of(guild, &name, &own).ok_or(OwnUnfit::Full)?,
        name,
        aliases,
        minutes,
        per_day: wish.per_day,
        per_week: wish.per_week,
        does: wish.does,
        removed: false,
    };
    let catalogue = app.catalogue.with_own(own);
    catalogue.check_own(&added, is_near).map_err(OwnUnfit::Refused)?;
    let mut names = std::iter::once(&added.name).chain(&added.aliases);
    match names.find(|name| means_something(name, &catalogue, &app.language)) {
        Some(name) => Err(OwnUnfit::ReadOtherwise(name.clone())),
        None => Ok(added),
    }
}

/// Whether some of these words are read already: as a day, an amount, another modality, or talk.
fn means_something(name: &str, catalogue: &Catalogue, language: &Language) -> bool {
    let Some(other) = catalogue.modalities().first() else { return false };
    // With minutes of its own, a name inside it is heard: "plunge barrel 10" is a plunge.
    let read = |text: &str| log::log(&language.read(text, catalogue, &[]), catalogue);
    let counted = read(&format!("{} 10, {name} 10", other.id));
    if counted.is_ok_and(|phrase| phrase.entries.len() > 1) {
        return true;
    }
    match read(&format!("{} 10, {name}", other.id)) {
        Ok(phrase) => {
            let is_unread = |left: &LeftOut| matches!(left, LeftOut::Unread(_));
            phrase.entries.len() > 1 || !phrase.left_out.iter().any(is_unread)
        }
        Err(Refused::UnknownModality { .. }) => false,
        Err(_) => true,
    }
}

/// The id of the one of this name that was taken away, else one that none has had.
fn id_of(guild: GuildId, name: &str, own: &[OwnModality]) -> Option<ModalityId> {
    let same = |known: &&OwnModality| normalise(&known.name) == normalise(name);
    if let Some(known) = own.iter().find(same) {
        return Some(known.id.clone());
    }
    let is_free = |id: &ModalityId| own.iter().all(|known| known.id != *id);
    ALIKE.map(|count| ModalityId::of_guild(guild, name, count)).find(is_free)
}

/// A name in one line; signs that Discord would read otherwise are no part of one.
fn name_of(text: &str) -> Result<String, OwnUnfit> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_plain = line.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\''));
    if is_plain { Ok(line) } else { Err(OwnUnfit::Signs(line)) }
}
