//! Clicks on a modality's card.

use super::{Given, Shown};
use crate::actions::{self, App, Opinion};
use crate::cards::{self, ModalityClick};
use crate::discord::Event;
use crate::domain::catalogue::{Catalogue, ModalityId};
use crate::error::Failure;

pub(super) async fn act(
    app: &App,
    event: Event,
    click: ModalityClick,
    given: &Given,
) -> Result<Shown, Failure> {
    let catalogue = app.catalogue_in(event.place.guild).await?;
    let look_up =
        async |id: ModalityId| actions::look_up_modality(app, &catalogue, event.place, &id).await;
    match click {
        ModalityClick::Shelf(_) => {
            let chosen = given.chosen.first().map_or("", String::as_str);
            let found = actions::find_modality(app, &catalogue, event.place, chosen).await?;
            Ok(Shown::Told(cards::modality(&found)))
        }
        ModalityClick::About(id) => Ok(Shown::Changed(cards::modality(&look_up(id).await?))),
        ModalityClick::Evidence(id) => {
            let found = look_up(id).await?;
            Ok(Shown::Changed(cards::evidence(found.modality, &catalogue)))
        }
        ModalityClick::Cautions(id) => {
            Ok(Shown::Changed(cards::cautions(look_up(id).await?.modality)))
        }
        ModalityClick::AskTip(id) => Ok(Shown::Asked(cards::tip_form(look_up(id).await?.modality))),
        ModalityClick::Again(id) => opine(app, &catalogue, event, &id, Opinion::Again(true)).await,
        ModalityClick::NotAgain(id) => {
            opine(app, &catalogue, event, &id, Opinion::Again(false)).await
        }
        ModalityClick::KeepTip(id) => {
            opine(app, &catalogue, event, &id, Opinion::Tip(given.field("tip"))).await
        }
    }
}

async fn opine(
    app: &App,
    catalogue: &Catalogue,
    event: Event,
    modality: &ModalityId,
    opinion: Opinion<'_>,
) -> Result<Shown, Failure> {
    let Event { origin, member, place } = event;
    let found =
        actions::give_opinion(app, catalogue, origin, member, place, modality, opinion).await?;
    Ok(Shown::Changed(cards::modality(&found)))
}
