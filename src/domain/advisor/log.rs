//! A member's entries, found by what was done.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::catalogue::ModalityId;

/// One entry of the member's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What was done.
    pub modality: ModalityId,
    /// For how long.
    pub minutes: u32,
    /// The recovery day it counts for.
    pub day: NaiveDate,
}

/// Entries by what was done, each modality's newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log(BTreeMap<ModalityId, Vec<(NaiveDate, u32)>>);

impl Log {
    /// Nothing was ever done.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The days and minutes of one modality, newest first.
    #[must_use]
    pub fn of(&self, modality: &ModalityId) -> &[(NaiveDate, u32)] {
        self.0.get(modality).map_or(&[], Vec::as_slice)
    }
}

impl FromIterator<Done> for Log {
    /// In any order: what is of one day keeps the order it came in.
    fn from_iter<T: IntoIterator<Item = Done>>(entries: T) -> Self {
        let mut log = BTreeMap::<_, Vec<_>>::new();
        for Done { modality, minutes, day } in entries {
            log.entry(modality).or_default().push((day, minutes));
        }
        for days in log.values_mut() {
            days.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
        }
        Self(log)
    }
}
