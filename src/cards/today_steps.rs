//! What Done and Share below a plan mean: its steps as its owner saw them, short enough for any plan to
//! fit.

use std::fmt;
use std::str::FromStr;

use super::NotAComponent;
use crate::domain::advisor::{MOST_STEPS, Step};
use crate::domain::catalogue::{Catalogue, Modality, ModalityId};
use crate::domain::fingerprint;
use crate::domain::ids::Snowflake;

/// The steps of a plan, which was done, or is for everyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TodaySteps {
    /// What asked for the plan, which its entries count as: so a second tap logs nothing.
    pub origin: Snowflake,
    /// The fingerprint of each modality, and the minutes.
    steps: Vec<(u32, u32)>,
}

impl TodaySteps {
    /// These steps, asked for by `origin`.
    #[must_use]
    pub fn new(origin: Snowflake, steps: &[Step]) -> Self {
        let steps = steps.iter().map(|step| (tag(&step.modality), step.minutes)).collect();
        Self { origin, steps }
    }

    /// What the steps are, and their minutes; nothing once the catalogue has changed under them.
    #[must_use]
    pub fn of<'a>(&self, catalogue: &'a Catalogue) -> Option<Vec<(&'a Modality, u32)>> {
        let step = |(of, minutes): &(u32, u32)| {
            let mut modalities = catalogue.modalities().iter();
            modalities.find(|modality| tag(&modality.id) == *of).map(|found| (found, *minutes))
        };
        self.steps.iter().map(step).collect()
    }

    /// The steps as one would type them; nothing once the catalogue has changed under them.
    #[must_use]
    pub fn phrase(&self, catalogue: &Catalogue) -> Option<String> {
        let phrase = |(modality, minutes): (&Modality, u32)| match minutes {
            0 => modality.in_a_phrase().to_owned(),
            minutes => format!("{} {minutes} min", modality.in_a_phrase()),
        };
        Some(self.of(catalogue)?.into_iter().map(phrase).collect::<Vec<_>>().join(", "))
    }
}

fn tag(id: &ModalityId) -> u32 {
    fingerprint::of(id.as_ref().bytes())
}

impl fmt::Display for TodaySteps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.origin)?;
        self.steps.iter().try_for_each(|(tag, minutes)| write!(f, ":{tag:x}-{minutes}"))
    }
}

impl FromStr for TodaySteps {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        let mut parts = text.split(':');
        let origin = parts.next().and_then(|origin| origin.parse().ok()).ok_or(NotAComponent)?;
        let step = |part: &str| {
            let (tag, minutes) = part.split_once('-')?;
            Some((u32::from_str_radix(tag, 16).ok()?, minutes.parse().ok()?))
        };
        let steps: Option<Vec<(u32, u32)>> = parts.map(step).collect();
        let steps = steps.filter(|steps| (1..=MOST_STEPS).contains(&steps.len()));
        let done = Self { origin, steps: steps.ok_or(NotAComponent)? };
        // Only what we would have written ourselves.
        if done.to_string() == text { Ok(done) } else { Err(NotAComponent) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cards::ComponentId;
    use crate::domain::advisor::{Reason, When};
    use crate::domain::catalogue::{Does, Minutes, OwnModality};
    use crate::domain::ids::GuildId;
    use crate::domain::log::log;
    use crate::language::Language;

    #[test]
    fn a_guilds_own_step_is_read_as_what_it_is() {
        let id =
            ModalityId::of_guild("1442200000000000001".parse().map(GuildId).unwrap(), "Hammock", 0);
        let own = OwnModality {
            id: id.clone(),
            name: "Hammock".to_owned(),
            aliases: Vec::new(),
            minutes: Minutes { shortest: 5, usual: 20, longest_useful: 60 },
            per_day: 1,
            per_week: 7,
            does: Does::anything(),
            removed: false,
        };
        let catalogue = Catalogue::embedded().unwrap().with_own(vec![own]);
        let origin = "1442200000000000002".parse().unwrap();
        let steps = TodaySteps { origin, steps: vec![(tag(&id), 20)] };
        let phrase = log(
            &Language::untrained().unwrap().read(
                &steps.phrase(&catalogue).unwrap(),
                &catalogue,
                &[],
            ),
            &catalogue,
        )
        .unwrap();
        let entries: Vec<_> = phrase.entries.iter().map(|e| (&e.modality, e.minutes)).collect();
        assert_eq!(entries, [(&id, Some(20))]);
    }

    #[test]
    fn the_longest_plan_fits_and_reads_back() {
        let catalogue = Catalogue::embedded().unwrap();
        let mut modalities: Vec<_> = catalogue.modalities().iter().collect();
        modalities.sort_by_key(|modality| std::cmp::Reverse(modality.id.as_ref().len()));
        let steps: Vec<Step> = modalities[..MOST_STEPS]
            .iter()
            .map(|modality| Step {
                modality: modality.id.clone(),
                minutes: 1440,
                when: When::Now,
                with: None,
                reason: Reason::Gentle,
            })
            .collect();
        let done = TodaySteps::new("1442200000000000001".parse().unwrap(), &steps);
        let id = ComponentId::Done(done.clone());
        assert!(id.fits(), "{id}");
        assert_eq!(id.to_string().parse(), Ok(id.clone()));
        let phrase = done.phrase(&catalogue).unwrap();
        assert!(
            phrase.len() > 100 && phrase.starts_with("compression_garment 1440 min, "),
            "{phrase}"
        );
        let unknown: TodaySteps = "5:1-30".parse().unwrap();
        assert_eq!(unknown.phrase(&catalogue), None);
        for text in ["", "5", "0:1-30", "5:x-30", "5:1", "5:01-30", "5:1-30:1-30:1-30:1-30:1-30"] {
            assert_eq!(text.parse::<TodaySteps>(), Err(NotAComponent), "{text:?}");
        }
    }
}
