//! What a member says of what they logged before: correct it, or log it again.

use chrono::{DateTime, NaiveDate, Utc};

use super::calendar::DaySaid;
use super::catalogue::{Modality, ModalityId};
use super::ids::EntryId;

/// What is to be otherwise about an entry that was just logged: "no, 45", "actually it was cryo".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// The modality named: the one meant where several were logged, else what it really was.
    pub modality: Option<ModalityId>,
    /// How long it really was.
    pub minutes: Option<u32>,
    /// On which day it really was.
    pub day: Option<DaySaid>,
}

/// What is to be logged once more, for today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// What was logged last: "same again".
    Last,
    /// What the member most often logs in one go: "the usual".
    Usual,
    /// All that a day held: "same as yesterday".
    Of(DaySaid),
}

/// What an entry said before it was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeBack {
    /// The entry.
    pub entry: EntryId,
    /// When it was corrected, in whole milliseconds: what was changed later stays.
    pub changed_at: DateTime<Utc>,
    /// What it was of.
    pub modality: ModalityId,
    /// How long it was.
    pub minutes: u32,
    /// Its day.
    pub day: NaiveDate,
}

impl Correction {
    /// Which of the entries logged in one go it is about, by its place among them: the one that is
    /// named, else the last that is usually so long, else the last that can be, else the last.
    #[must_use]
    pub fn is_about(&self, logged: &[Option<&Modality>]) -> Option<usize> {
        let last = |fits: &dyn Fn(&Modality) -> bool| {
            logged.iter().rposition(|modality| modality.is_some_and(fits))
        };
        let named = self.modality.as_ref();
        named
            .and_then(|named| last(&|modality| modality.id == *named))
            .or_else(|| last(&|modality| self.minutes.is_none_or(|m| modality.is_useful(m))))
            .or_else(|| last(&|modality| self.minutes.is_none_or(|m| modality.takes(m))))
            .or_else(|| logged.len().checked_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Catalogue;

    #[test]
    fn a_correction_is_about_the_one_named_else_the_last_that_it_fits() {
        let catalogue = Catalogue::embedded().unwrap();
        let id = |id: &str| id.parse::<ModalityId>().unwrap();
        let logged = |ids: &[&str]| ids.iter().map(|i| catalogue.get(&id(i))).collect::<Vec<_>>();
        let night = logged(&["boots", "sleep"]);
        let no_45 = Correction { minutes: Some(45), ..Correction::default() };
        assert_eq!(no_45.is_about(&night), Some(0), "no night is that short");
        let three = logged(&["boots", "foam_roll", "rest_day"]);
        let about = |modality: Option<&str>, minutes| {
            Correction { modality: modality.map(id), minutes, day: None }.is_about(&three)
        };
        assert_eq!(about(Some("boots"), Some(20)), Some(0), "it is named");
        assert_eq!(about(None, Some(20)), Some(1), "a rest day has no length");
        assert_eq!(about(Some("sauna"), None), Some(2), "what it really was");
        assert_eq!(about(None, Some(100_000)), Some(2), "fits none: the last one says why");
        assert_eq!(Correction::default().is_about(&logged(&["a_club_had_it"])), Some(0));
        assert_eq!(Correction::default().is_about(&[]), None);
    }
}
