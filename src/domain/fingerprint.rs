//! A short number that stands for a text: FNV-1a, 32 bits. Nobody may rely on it against malice.

/// The number of these bytes.
#[must_use]
pub fn of(bytes: impl IntoIterator<Item = u8>) -> u32 {
    let mix = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    bytes.into_iter().fold(0x811c_9dc5, mix)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Catalogue;
    use std::collections::BTreeSet;

    #[test]
    fn it_is_the_published_one_and_tells_every_modality_apart() {
        assert_eq!(of(*b"foobar"), 0xbf9c_f968);
        let catalogue = Catalogue::embedded().unwrap();
        let ids = catalogue.modalities().iter().map(|modality| of(modality.id.as_ref().bytes()));
        assert_eq!(ids.collect::<BTreeSet<_>>().len(), catalogue.modalities().len());
    }
}
