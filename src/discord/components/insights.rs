//! Clicks on what seems to help.

use super::{Given, Shown};
use crate::actions::{self, App};
use crate::cards::{self, InsightClick};
use crate::discord::Event;
use crate::error::{Failure, UserError};

pub(super) async fn act(
    app: &App,
    event: Event,
    click: InsightClick,
    given: &Given,
) -> Result<Shown, Failure> {
    let (member, at) = (event.member, event.origin.instant());
    Ok(Shown::Changed(match click {
        InsightClick::List => cards::insights(&actions::insights(app, member, at).await?),
        InsightClick::Pick => {
            let chosen = given.chosen.first().map_or("", String::as_str);
            let modality = chosen.parse();
            let modality = modality.map_err(|_| UserError::NoSuchModality(chosen.to_owned()))?;
            cards::insight(&actions::insight(app, member, at, &modality).await?)
        }
    }))
}
