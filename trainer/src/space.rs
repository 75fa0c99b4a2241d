//! Features as places in a vector, with how rare they are.

use std::collections::BTreeMap;

use fresh_legs::language::model::features::Feature;

/// One sentence as a vector: places and values.
pub type Vector = Vec<(u32, f32)>;

/// A feature seen in so many sentences is known.
const LEAST_SEEN: u32 = 2;

/// What a rarity is multiplied by so that it fits a byte.
const RARITY: f32 = 25.0;

/// The known features.
pub struct Space {
    /// Each with its place, and its rarity as it is stored.
    pub known: BTreeMap<Feature, (u32, u8)>,
}

impl Space {
    /// Of the features of so many sentences.
    pub fn new<'a>(sentences: impl Iterator<Item = &'a [Feature]>) -> Self {
        let mut seen: BTreeMap<Feature, u32> = BTreeMap::new();
        let mut count = 0_u32;
        for features in sentences {
            count += 1;
            for feature in features {
                *seen.entry(*feature).or_default() += 1;
            }
        }
        seen.retain(|_, seen| *seen >= LEAST_SEEN);
        // The numbers of two groups are never told apart in the table; they don't meet in 32 bits but by chance.
        let rarity = |seen: u32| ((1 + count) as f32 / (1 + seen) as f32).ln() + 1.0;
        let places = seen.into_iter().zip(0..);
        let known = places.map(|((feature, seen), place)| {
            (feature, (place, (rarity(seen) * RARITY).min(255.0) as u8))
        });
        Self { known: known.collect() }
    }

    /// A sentence's features as a vector, each group of length 1; its places begin at `offset`.
    pub fn vector(&self, features: &[Feature], offset: u32) -> Vector {
        let mut vector = Vec::with_capacity(features.len());
        for group in features.chunk_by(|(one, _), (other, _)| one == other) {
            let known: Vec<(u32, f32)> = group
                .iter()
                .filter_map(|feature| self.known.get(feature))
                .map(|(place, rarity)| (*place, f32::from(*rarity)))
                .collect();
            let length = known.iter().map(|(_, rarity)| rarity * rarity).sum::<f32>().sqrt();
            vector
                .extend(known.into_iter().map(|(place, rarity)| (place + offset, rarity / length)));
        }
        vector
    }

    pub fn len(&self) -> u32 {
        self.known.len() as u32
    }
}
