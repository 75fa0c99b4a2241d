//! Clicks below a plan.

use super::{Shown, log_as};
use crate::actions::{self, App, PlanPlace};
use crate::cards::{self, Card, TodayClick, TodaySteps, TodayWish};
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
    let place = PlanPlace::here(event.place.guild);
    let TodayClick { ask, swapped, .. } = click;
    let planned = actions::plan_again(app, event.member, place, event.origin, ask, swapped).await?;
    Ok(Shown::Changed(cards::plan(&planned, event.origin)))
}

/// Logs every step of a plan, as what asked for it.
pub(super) async fn done(app: &App, event: Event, steps: &TodaySteps) -> Result<Shown, Failure> {
    let catalogue = app.catalogue_in(event.place.guild).await?;
    match steps.phrase(&catalogue) {
        Some(phrase) => log_as(app, event, steps.origin, &phrase).await,
        None => Ok(changed_since()),
    }
}

/// Tells everyone the steps that their owner saw, whatever the advisor would say by now; nothing
/// while a red flag is open.
pub(super) async fn share(app: &App, event: Event, steps: &TodaySteps) -> Result<Shown, Failure> {
    if actions::open_flag(app, event.member).await?.is_some() {
        return Ok(Shown::Told(Card::private("There's nothing to share just now.")));
    }
    let catalogue = app.catalogue_in(event.place.guild).await?;
    let shared = steps.of(&catalogue).map(|steps| Shown::Told(cards::plan_shared(&steps)));
    Ok(shared.unwrap_or_else(changed_since))
}

fn changed_since() -> Shown {
    Shown::Told(Card::private("What I know has changed since that plan. Ask `/today` again?"))
}
