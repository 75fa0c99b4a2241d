//! Looking a modality up, and saying to the club what one thinks of it.

use super::App;
use crate::domain::catalogue::{Catalogue, Modality, ModalityId, normalise};
use crate::domain::ids::MemberId;
use crate::domain::ids::Snowflake;
use crate::domain::log;
use crate::domain::suggest;
use crate::error::{Failure, UserError};
use crate::store::{Opinions, Place, StoreError};

/// The longest tip, in characters: one line.
pub const MAX_TIP_CHARS: usize = 120;

/// A modality, with what the club says about it where it is looked up in one.
#[derive(Clone, Debug)]
pub struct LookedUp<'a> {
    /// The modality.
    pub modality: &'a Modality,
    /// The club's word; none in direct messages.
    pub opinions: Option<Opinions>,
}

/// What a member says of a modality.
#[derive(Clone, Copy, Debug)]
pub enum Opinion<'a> {
    /// Would they do it again?
    Again(bool),
    /// A one-line tip; an empty one takes theirs away.
    Tip(&'a str),
}

/// Finds the modality a member names: by any of its names, a typo of one, or its beginning.
///
/// # Errors
///
/// Nothing goes by that name.
pub async fn find_modality<'a>(
    app: &App,
    catalogue: &'a Catalogue,
    place: Place,
    named: &str,
) -> Result<LookedUp<'a>, Failure> {
    let exact = || catalogue.by_alias(&normalise(named));
    let mended = || {
        let phrase = log::log(&app.language.read(named, catalogue, &[]), catalogue).ok()?;
        catalogue.get(&phrase.entries.first()?.modality)
    };
    let begun = || suggest::names(named, catalogue).into_iter().next();
    let by_id = |id: String| catalogue.get(&id.parse().ok()?);
    let found = exact().or_else(mended).or_else(|| by_id(begun()?.phrase));
    match found {
        Some(modality) => Ok(look_up(app, place, modality).await?),
        None => Err(UserError::NoSuchModality(named.to_owned()).into()),
    }
}

/// Looks a modality up by its id.
///
/// # Errors
///
/// It is in the catalogue no longer.
pub async fn look_up_modality<'a>(
    app: &App,
    catalogue: &'a Catalogue,
    place: Place,
    id: &ModalityId,
) -> Result<LookedUp<'a>, Failure> {
    match catalogue.get(id) {
        Some(modality) => Ok(look_up(app, place, modality).await?),
        None => Err(UserError::NoSuchModality(id.to_string()).into()),
    }
}

/// Keeps what a member says of a modality, and looks it up anew.
///
/// # Errors
///
/// Not in a club, or no such modality; then nothing was kept.
pub async fn give_opinion<'a>(
    app: &App,
    catalogue: &'a Catalogue,
    origin: Snowflake,
    member: MemberId,
    place: Place,
    id: &ModalityId,
    opinion: Opinion<'_>,
) -> Result<LookedUp<'a>, Failure> {
    let guild = place.guild.ok_or(UserError::OnlyInAClub)?;
    let Some(modality) = catalogue.get(id) else {
        return Err(UserError::NoSuchModality(id.to_string()).into());
    };
    let at = origin.instant();
    match opinion {
        Opinion::Again(again) => app.store.keep_again(guild, id, member, again, at).await?,
        Opinion::Tip(tip) => {
            let line = tip.split_whitespace().collect::<Vec<_>>().join(" ");
            let chars = line.chars().count();
            if chars > MAX_TIP_CHARS {
                return Err(UserError::TipTooLong { chars }.into());
            }
            let tip = (!line.is_empty()).then_some(line.as_str());
            app.store.keep_tip(guild, id, member, tip, at).await?;
        }
    }
    Ok(look_up(app, place, modality).await?)
}

async fn look_up<'a>(
    app: &App,
    place: Place,
    modality: &'a Modality,
) -> Result<LookedUp<'a>, StoreError> {
    let opinions = match place.guild {
        Some(guild) => Some(app.store.opinions(guild, &modality.id).await?),
        None => None,
    };
    Ok(LookedUp { modality, opinions })
}
