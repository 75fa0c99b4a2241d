//! What a member's week holds so far, as a reply tells it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::catalogue::ModalityId;

/// A week's entries, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WeekSoFar {
    /// Recovery days with an entry, 0–7.
    pub days: usize,
    /// Different modalities.
    pub modalities: usize,
    /// Minutes of all entries together.
    pub minutes: u64,
}

impl WeekSoFar {
    /// Counts the entries of one week, each as its day, modality and minutes.
    pub fn of<'a>(entries: impl IntoIterator<Item = (NaiveDate, &'a ModalityId, u32)>) -> Self {
        let (mut days, mut modalities, mut minutes) = (BTreeSet::new(), BTreeSet::new(), 0);
        for (day, modality, spent) in entries {
            days.insert(day);
            modalities.insert(modality);
            minutes += u64::from(spent);
        }
        Self { days: days.len(), modalities: modalities.len(), minutes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_modalities_count_once_and_minutes_add_up() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let (boots, cryo): (ModalityId, ModalityId) =
            ("boots".parse().unwrap(), "cryo".parse().unwrap());
        let entries = [(day(23), &boots, 30), (day(23), &cryo, 3), (day(25), &boots, 30)];
        assert_eq!(WeekSoFar::of(entries), WeekSoFar { days: 2, modalities: 2, minutes: 63 });
        assert_eq!(WeekSoFar::of([]), WeekSoFar::default());
    }
}
