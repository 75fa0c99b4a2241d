//! Whether a member's day can have held what they tell of, beside what they have logged for it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::App;
use crate::domain::catalogue::Catalogue;
use crate::domain::day_sum;
use crate::domain::ids::MemberId;
use crate::error::UserError;
use crate::store::{Entry, NewEntry, StoreError};

/// Why a day can't have held `new` beside what a member has logged for it; `instead` of one of those
/// where that is being changed.
pub(super) async fn too_long(
    app: &App,
    catalogue: &Catalogue,
    member: MemberId,
    new: &[NewEntry],
    instead: Option<&Entry>,
) -> Result<Option<UserError>, StoreError> {
    let days: BTreeSet<NaiveDate> = new.iter().map(|entry| entry.day).collect();
    let Some(first) = days.first() else { return Ok(None) };
    let mut logged = app.store.entries_since(member, *first).await?;
    if let Some(changed) = instead
        && let Some(at) = logged.iter().position(|entry| entry == changed)
    {
        logged.swap_remove(at);
    }
    // A club's own that isn't known here takes whatever time it takes.
    let known = |modality, minutes| Some((catalogue.get(modality)?, minutes));
    for day in days {
        let before = logged.iter().filter(|entry| entry.day == day);
        let before: Vec<_> = before.filter_map(|e| known(&e.modality, e.minutes)).collect();
        let added = new.iter().filter(|entry| entry.day == day);
        let added: Vec<_> = added.filter_map(|e| known(&e.modality, e.minutes)).collect();
        if let Some(too_long) = day_sum::too_long(&before, &added) {
            let of = too_long.modality.as_ref().and_then(|modality| catalogue.get(modality));
            let label = of.map(|modality| modality.label.clone());
            return Ok(Some(UserError::DayTooLong { day, label, too_long }));
        }
    }
    Ok(None)
}
