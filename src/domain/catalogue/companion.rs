//! What can go on while a modality is under way.
//!
//! It doesn't decide whether two modalities may share minutes; it holds what the catalogue says.

use serde::Deserialize;

use super::ModalityId;

/// Something that goes together with a modality.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Companion {
    /// Another modality.
    Modality(ModalityId),
    /// Every modality that one has done to one.
    AnythingPassive,
    /// Working at a desk.
    DeskWork,
    /// Listening to something.
    Podcast,
    /// Whatever one does sitting down.
    Sitting,
    /// Watching something.
    Tv,
    /// Getting about on foot.
    Walking,
}

/// The companions that aren't modalities, as an error lists them.
pub(super) const PASTIMES: &str = "anything passive, desk work, podcast, sitting, tv or walking";

impl TryFrom<String> for Companion {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Ok(match text.as_str() {
            "anything passive" => Self::AnythingPassive,
            "desk work" => Self::DeskWork,
            "podcast" => Self::Podcast,
            "sitting" => Self::Sitting,
            "tv" => Self::Tv,
            "walking" => Self::Walking,
            id => Self::Modality(id.parse().map_err(|_| {
                format!("`{id}` in stack_with is neither a modality's id nor {PASTIMES}")
            })?),
        })
    }
}
