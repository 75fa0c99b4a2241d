//! The best choice of steps that fits the minutes, found exactly: branch and bound.

use super::limits;
use crate::domain::catalogue::Modality;

/// A modality that may be a step, with its lengths.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    pub(super) modality: &'a Modality,
    /// Minutes and what they are worth, in hundredths; the most valued first.
    pub(super) lengths: Vec<(u32, i32)>,
}

impl Candidate<'_> {
    fn best(&self) -> i32 {
        self.lengths.first().map_or(0, |(_, worth)| *worth)
    }
}

/// A chosen step: which candidate, for how many minutes.
pub(super) type Chosen = (usize, u32);

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) worth: i32,
    pub(super) steps: Vec<Chosen>,
}

/// Puts candidates in the order that the search and the reader want: the most valued first.
pub(super) fn sort(candidates: &mut [Candidate<'_>]) {
    candidates.sort_by(|a, b| (b.best(), &a.modality.id).cmp(&(a.best(), &b.modality.id)));
}

/// The best steps within `minutes`, of sorted candidates; none if nothing is worth doing. Having any
/// at all is worth `owed`, in hundredths.
pub(super) fn best(candidates: &[Candidate<'_>], minutes: u32, most: usize, owed: i32) -> Found {
    let mut search = Search { candidates, minutes, found: Found::default(), chosen: Vec::new() };
    search.visit(0, owed, most);
    search.found
}

struct Search<'a> {
    candidates: &'a [Candidate<'a>],
    minutes: u32,
    found: Found,
    chosen: Vec<Chosen>,
}

impl Search<'_> {
    fn visit(&mut self, from: usize, worth: i32, left: usize) {
        if !self.chosen.is_empty() && worth > self.found.worth {
            self.found = Found { worth, steps: self.chosen.clone() };
        }
        if left == 0 {
            return;
        }
        for at in from..self.candidates.len() {
            // At best, all that may still come is what is valued most of the rest.
            let ahead = self.candidates[at..].iter().take(left);
            let bound: i32 = ahead.map(|candidate| candidate.best().max(0)).sum();
            if worth + bound <= self.found.worth {
                return;
            }
            let modality = self.candidates[at].modality;
            let mut others = self.chosen.iter().map(|(other, _)| self.candidates[*other].modality);
            if others.any(|other| limits::are_much_the_same(other, modality)) {
                continue;
            }
            for place in 0..self.candidates[at].lengths.len() {
                let (minutes, gain) = self.candidates[at].lengths[place];
                self.chosen.push((at, minutes));
                // A step more never takes less time, so what doesn't fit has no way on.
                if fits(self.candidates, &self.chosen, self.minutes) {
                    self.visit(at + 1, worth + gain, left - 1);
                }
                self.chosen.pop();
            }
        }
    }
}

/// Whether steps fit; what they share matters only where they wouldn't without.
fn fits(candidates: &[Candidate<'_>], steps: &[Chosen], minutes: u32) -> bool {
    let sum = sum(candidates, steps);
    sum <= minutes || sum - shared(candidates, steps) <= minutes
}

/// The minutes that steps take together, the best pairs of them sharing theirs.
pub(super) fn total(candidates: &[Candidate<'_>], steps: &[Chosen]) -> u32 {
    sum(candidates, steps) - shared(candidates, steps)
}

/// The minutes that steps take one after the other, the way to each and back among them.
fn sum(candidates: &[Candidate<'_>], steps: &[Chosen]) -> u32 {
    steps.iter().map(|(at, minutes)| limits::takes(candidates[*at].modality, *minutes)).sum()
}

/// The most minutes that pairs of steps can share, no step in two pairs.
fn shared(candidates: &[Candidate<'_>], steps: &[Chosen]) -> u32 {
    let Some(((first, minutes), rest)) = steps.split_first() else { return 0 };
    let alone = shared(candidates, rest);
    let with = (0..rest.len()).filter_map(|place| {
        let (other, others) = rest[place];
        let may = limits::share(candidates[*first].modality, candidates[other].modality);
        may.then(|| {
            let left = [&rest[..place], &rest[place + 1..]].concat();
            others.min(*minutes) + shared(candidates, &left)
        })
    });
    with.chain([alone]).max().unwrap_or(0)
}

/// Which steps share their minutes, as places in `steps`.
pub(super) fn pairs(candidates: &[Candidate<'_>], steps: &[Chosen]) -> Vec<(usize, usize)> {
    let mut free: Vec<usize> = (0..steps.len()).collect();
    let mut pairs = Vec::new();
    while let Some((&first, rest)) = free.clone().split_first() {
        let of = |places: &[usize]| {
            let steps: Vec<Chosen> = places.iter().map(|place| steps[*place]).collect();
            shared(candidates, &steps)
        };
        let whole = of(&free);
        let left = |other: usize| -> Vec<usize> {
            rest.iter().copied().filter(|place| *place != other).collect()
        };
        let partner = rest.iter().copied().find(|other| {
            let own = of(&[first, *other]);
            own > 0 && own + of(&left(*other)) == whole
        });
        free = left(partner.unwrap_or(first));
        pairs.extend(partner.map(|other| (first, other)));
    }
    pairs
}
