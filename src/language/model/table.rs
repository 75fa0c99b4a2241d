//! A table of weights, looked up by a feature's number.

use super::features::{Feature, GROUPS};

/// The heads of a table: what each answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// What it says yes or no to: "today", "stop", "dvt".
    pub name: String,
    /// What its sum is multiplied by, so that it becomes a probability's logit.
    pub scale: f32,
    /// What is added then.
    pub bias: f32,
}

/// Weights of features for a number of heads.
#[derive(Debug, Default)]
pub struct Table {
    /// What it answers.
    pub heads: Vec<Head>,
    /// The features' numbers in their order, each with its rarity and the end of its weights.
    keys: Vec<(u32, u8, u32)>,
    /// Where the numbers with the same first 16 bits begin.
    begins: Vec<u32>,
    weights: Vec<(u8, i8)>,
}

impl Table {
    /// Takes a table off the front of `bytes`; `None` where they are none.
    pub fn take(bytes: &mut &[u8]) -> Option<Self> {
        let mut heads = Vec::new();
        for _ in 0..u32_of(bytes)? {
            let length = usize::from(u8_of(bytes)?);
            let name = String::from_utf8(bytes.split_off(..length)?.to_vec()).ok()?;
            let scale = f32::from_bits(u32_of(bytes)?);
            heads.push(Head { name, scale, bias: f32::from_bits(u32_of(bytes)?) });
        }
        let count = usize::try_from(u32_of(bytes)?).ok()?;
        let mut numbers = bytes.split_off(..count * 4)?;
        let mut rarities = bytes.split_off(..count)?;
        let mut lengths = bytes.split_off(..count)?;
        let mut keys = Vec::with_capacity(count);
        let mut end = 0;
        for _ in 0..count {
            end += u32::from(u8_of(&mut lengths)?);
            keys.push((u32_of(&mut numbers)?, u8_of(&mut rarities)?, end));
        }
        let weights = bytes.split_off(..usize::try_from(end).ok()? * 2)?;
        let weights: Vec<(u8, i8)> =
            weights.chunks_exact(2).map(|pair| (pair[0], pair[1].cast_signed())).collect();
        if weights.iter().any(|(head, _)| usize::from(*head) >= heads.len()) {
            return None;
        }
        let begins = (0..=1_u32 << 16)
            .map(|first| keys.partition_point(|(key, ..)| u64::from(*key) < u64::from(first) << 16))
            .map(u32::try_from)
            .collect::<Result<_, _>>()
            .ok()?;
        Some(Self { heads, keys, begins, weights })
    }

    /// How rare a feature is, and its weight for each head that it matters to.
    #[must_use]
    pub fn weights(&self, number: u32) -> Option<(u8, &[(u8, i8)])> {
        let first = (number >> 16) as usize;
        let (from, to) = (*self.begins.get(first)?, *self.begins.get(first + 1)?);
        let at = (from..to).find(|at| self.keys[*at as usize].0 == number)? as usize;
        let (_, rarity, end) = self.keys[at];
        let begin = at.checked_sub(1).map_or(0, |before| self.keys[before].2);
        Some((rarity, &self.weights[begin as usize..end as usize]))
    }

    /// What `features`, in their order, come to for each head: a sum, neither scaled nor moved.
    #[must_use]
    pub fn sums(&self, features: &[Feature]) -> Vec<f32> {
        let mut sums = vec![0.0; self.heads.len()];
        let mut of_group = vec![0_i32; self.heads.len()];
        for group in GROUPS {
            let here = features.iter().filter(|(of, _)| *of == group);
            let mut square = 0_u32;
            of_group.fill(0);
            for (rarity, weights) in here.filter_map(|(_, number)| self.weights(*number)) {
                square += u32::from(rarity) * u32::from(rarity);
                for (head, weight) in weights {
                    of_group[usize::from(*head)] += i32::from(rarity) * i32::from(*weight);
                }
            }
            if square > 0 {
                let length = (square as f32).sqrt();
                for (sum, of_group) in sums.iter_mut().zip(&of_group) {
                    *sum += *of_group as f32 / length;
                }
            }
        }
        sums
    }

    /// A head's sum as a probability's logit.
    #[must_use]
    pub fn logit(&self, head: usize, sum: f32) -> f32 {
        self.heads[head].scale * sum + self.heads[head].bias
    }

    /// A head's sum as a probability.
    #[must_use]
    pub fn probability(&self, head: usize, sum: f32) -> f32 {
        sigmoid(self.logit(head, sum))
    }

    /// The place of a head.
    #[must_use]
    pub fn head(&self, name: &str) -> Option<usize> {
        self.heads.iter().position(|head| head.name == name)
    }
}

/// The probability of a logit.
#[must_use]
pub fn sigmoid(logit: f32) -> f32 {
    1.0 / (1.0 + (-logit).exp())
}

/// The logit of a probability, which may be too sure of itself.
#[must_use]
pub fn logit(probability: f32) -> f32 {
    let p = probability.clamp(0.001, 0.999);
    (p / (1.0 - p)).ln()
}

fn u8_of(bytes: &mut &[u8]) -> Option<u8> {
    bytes.split_off_first().copied()
}

fn u32_of(bytes: &mut &[u8]) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.split_off(..4)?.try_into().ok()?))
}
