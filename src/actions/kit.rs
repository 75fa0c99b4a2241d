//! What a member can get at: shown, and chosen shelf by shelf.

use chrono::{DateTime, Utc};

use super::App;
use crate::domain::catalogue::ModalityId;
use crate::domain::ids::MemberId;
use crate::domain::kit::{Kit, Shelf};
use crate::error::Failure;

/// A member's kit, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitSet {
    /// They have said what they have, if only that it is nothing.
    pub is_said: bool,
    /// What there is to choose, shelf by shelf.
    pub shelves: Vec<(Shelf, Vec<KitItem>)>,
}

/// One modality that takes something to have, or somewhere to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitItem {
    /// The modality.
    pub id: ModalityId,
    /// Its short name.
    pub label: String,
    /// They can get at it.
    pub has: bool,
}

/// A member's kit as it is set.
///
/// # Errors
///
/// The store's own.
pub async fn kit_set(app: &App, member: MemberId) -> Result<KitSet, Failure> {
    let kit = app.store.settings(member).await?.kit;
    let is_said = kit.is_some();
    let kit = kit.unwrap_or_default();
    let shelves = Shelf::ALL.map(|shelf| (shelf, items(app, shelf, &kit)));
    Ok(KitSet { is_said, shelves: shelves.into() })
}

/// Sets what a member can get at of one shelf, as they asked for at `at`; what doesn't stand there changes nothing.
///
/// # Errors
///
/// The store's own; then nothing changed.
pub async fn choose_kit(
    app: &App,
    member: MemberId,
    shelf: Shelf,
    chosen: &[String],
    at: DateTime<Utc>,
) -> Result<KitSet, Failure> {
    let stands = shelf.modalities(&app.catalogue).map(|modality| &modality.id);
    let chosen = stands.filter(|id| chosen.iter().any(|chosen| *chosen == id.to_string()));
    app.store.set_kit(member, shelf, chosen.cloned(), at).await?;
    kit_set(app, member).await
}

fn items(app: &App, shelf: Shelf, kit: &Kit) -> Vec<KitItem> {
    let item = |modality: &crate::domain::catalogue::Modality| KitItem {
        id: modality.id.clone(),
        label: modality.label.clone(),
        has: kit.has(modality),
    };
    shelf.modalities(&app.catalogue).map(item).collect()
}
