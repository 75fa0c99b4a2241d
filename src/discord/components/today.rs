//! Clicks below a plan.

use super::{Shown, log_as};
use crate::actions::{self, App};
use crate::cards::{self, Card, TodayClick, TodayDone, TodayWish};
use crate::discord::Event;
use crate::error::{Failure, UserError};

pub(super) async fn act(
    app: &App,
    event: Event,
    click: TodayClick,
    chosen: &[String],
) -> Result<Shown, Failure> {
    if click.wish == TodayWish::Evidence {
        let chosen = chosen.first().map_or("", String::as_str);
        let catalogue = app.catalogue_in(event.place.guild).await?;
        let found = chosen.parse().ok().and_then(|id| catalogue.get(&id));
        let found = found.ok_or_else(|| UserError::NoSuchModality(chosen.to_owned()))?;
        return Ok(Shown::Told(cards::evidence(found, &catalogue)));
    }
    let (guild, at) = (event.place.guild, event.origin.instant());
    let TodayClick { wish, ask, swapped } = click;
    if wish == TodayWish::Share {
        let shared = actions::plan_to_share(app, event.member, guild, at, ask, swapped).await?;
        return Ok(Shown::Told(cards::plan_shared(&shared)));
    }
    let planned = actions::plan_again(app, event.member, guild, at, ask, swapped).await?;
    Ok(Shown::Changed(cards::plan(&planned, event.origin)))
}

/// Logs every step of a plan, as what asked for it.
pub(super) async fn done(app: &App, event: Event, done: &TodayDone) -> Result<Shown, Failure> {
    let catalogue = app.catalogue_in(event.place.guild).await?;
    match done.phrase(&catalogue) {
        Some(phrase) => log_as(app, event, done.origin, &phrase, None).await,
        None => {
            let gone = "What I know has changed since that plan. Ask `/today` again?";
            Ok(Shown::Told(Card::private(gone)))
        }
    }
}
