//! What a member's week holds so far, as a reply tells it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::catalogue::{Catalogue, CountedIn, ModalityId};

/// A week's entries, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WeekSoFar {
    /// Recovery days with an entry, 0–7.
    pub days: usize,
    /// Different modalities.
    pub modalities: usize,
    /// Minutes of what is done for minutes: no nights, and nothing worn all day.
    pub minutes: u64,
}

impl WeekSoFar {
    /// Counts the entries of one week, each as its day, modality and minutes. What the catalogue
    /// doesn't know is counted in minutes, as all is that a guild has of its own.
    pub fn of<'a>(
        entries: impl IntoIterator<Item = (NaiveDate, &'a ModalityId, u32)>,
        catalogue: &Catalogue,
    ) -> Self {
        let (mut days, mut modalities, mut minutes) = (BTreeSet::new(), BTreeSet::new(), 0);
        for (day, modality, spent) in entries {
            days.insert(day);
            modalities.insert(modality);
            let counted_in = catalogue.get(modality).map_or(CountedIn::Minutes, |m| m.counted_in);
            if counted_in == CountedIn::Minutes {
                minutes += u64::from(spent);
            }
        }
        Self { days: days.len(), modalities: modalities.len(), minutes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_modalities_count_once_and_minutes_add_up_of_what_is_done_for_minutes() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let catalogue = Catalogue::embedded().unwrap();
        let [boots, cryo, sleep]: [ModalityId; 3] =
            ["boots", "cryo", "sleep"].map(|id| id.parse().unwrap());
        let entries = [
            (day(23), &boots, 30),
            (day(23), &cryo, 3),
            (day(25), &boots, 30),
            (day(26), &sleep, 480),
        ];
        let counted = WeekSoFar { days: 3, modalities: 3, minutes: 63 };
        assert_eq!(WeekSoFar::of(entries, &catalogue), counted);
        assert_eq!(WeekSoFar::of([], &catalogue), WeekSoFar::default());
    }
}
