//! Clicks below a plan.

use super::Shown;
use crate::actions::{self, App};
use crate::cards::{self, TodayClick, TodayWish};
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
    let planned = actions::plan_again(app, event.member, guild, at, ask, swapped).await?;
    Ok(match wish {
        TodayWish::Share => Shown::Told(cards::plan_shared(&planned)),
        _ => Shown::Changed(cards::plan(&planned, event.origin)),
    })
}
