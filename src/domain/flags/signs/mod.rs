//! What gives each red flag away: words that must come together, in any order, close to each other.
//!
//! A group is a list of phrases parted by commas, and `a|b` is either word. Phrases are written
//! without the words that say nothing (`words::SAYS_NOTHING`), with sayings as one (`hot_bath`).

mod emergency;
mod heart_and_lungs;
mod other_languages;
mod same_day;
mod soon;

use super::Flag;

/// Words that raise a flag where a phrase of each group is said, and none of `unless`.
pub(super) struct Sign {
    pub(super) flag: Flag,
    groups: &'static [&'static str],
    unless: &'static str,
}

const fn sign(flag: Flag, groups: &'static [&'static str], unless: &'static str) -> Sign {
    Sign { flag, groups, unless }
}

impl Sign {
    /// Whether each group has a phrase that `said` finds, and `explained` finds nothing.
    pub(super) fn stands(
        &self,
        said: impl Fn(&str) -> bool,
        explained: impl Fn(&str) -> bool,
    ) -> bool {
        self.groups.iter().all(|group| group.split(", ").any(&said))
            && (self.unless.is_empty() || !self.unless.split(", ").any(explained))
    }
}

/// Every sign there is.
pub(super) fn all() -> impl Iterator<Item = &'static Sign> {
    [heart_and_lungs::SIGNS, emergency::SIGNS, same_day::SIGNS, soon::SIGNS, other_languages::SIGNS]
        .into_iter()
        .flatten()
}
