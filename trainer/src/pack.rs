//! Writes the weights as the bot reads them.

use fresh_legs::language::model::table::Head;

/// The heads that a feature matters to, each with its weight.
pub type Weights = Vec<(u8, i8)>;

/// A table to be written: its heads, and each feature's number, rarity and weights.
#[derive(Default)]
pub struct Packed {
    /// What it answers.
    pub heads: Vec<Head>,
    /// In the order of their numbers.
    pub features: Vec<(u32, u8, Weights)>,
}

impl Packed {
    /// Adds it to `bytes`.
    pub fn write(mut self, bytes: &mut Vec<u8>) {
        self.features.retain(|(_, _, weights)| !weights.is_empty());
        self.features.sort_by_key(|(number, ..)| *number);
        self.features.dedup_by_key(|(number, ..)| *number);
        bytes.extend((self.heads.len() as u32).to_le_bytes());
        for Head { name, scale, bias } in &self.heads {
            bytes.push(name.len() as u8);
            bytes.extend(name.bytes());
            bytes.extend(scale.to_bits().to_le_bytes());
            bytes.extend(bias.to_bits().to_le_bytes());
        }
        bytes.extend((self.features.len() as u32).to_le_bytes());
        bytes.extend(self.features.iter().flat_map(|(number, ..)| number.to_le_bytes()));
        bytes.extend(self.features.iter().map(|(_, rarity, _)| *rarity));
        bytes.extend(self.features.iter().map(|(.., weights)| weights.len() as u8));
        for (head, weight) in self.features.iter().flat_map(|(.., weights)| weights) {
            bytes.extend([*head, weight.cast_unsigned()]);
        }
    }
}
