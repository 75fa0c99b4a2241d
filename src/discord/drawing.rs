//! Pictures become files just before their card is sent; where that fails, the words go alone.

use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::cards::{Card, CardFile};
use crate::pictures::Picture;

/// Pictures drawn at a time: a few megabytes and a core each, and the rest of the bot goes on.
const AT_A_TIME: usize = 2;

/// A picture takes some 20 ms; one that isn't there after this, on a machine out of breath, isn't
/// waited for. Whoever asked sees "thinking…" by then.
const WITHIN: Duration = Duration::from_secs(10);

static EASELS: Semaphore = Semaphore::const_new(AT_A_TIME);

/// The card as it is sent: with its picture as a file, or without one.
pub(super) async fn drawn(mut card: Card) -> Card {
    let Some(picture) = card.picture.take() else { return card };
    let (name, description) = (picture.file_name(), picture.alt());
    match tokio::time::timeout(WITHIN, bytes(*picture)).await {
        Ok(Some(bytes)) => card.with_file(CardFile { name, description, bytes }),
        Ok(None) => card,
        Err(_) => {
            tracing::warn!(name, "a picture took too long, its words go without it");
            card
        }
    }
}

/// Draws off the threads that answer; nothing where it can't be drawn.
async fn bytes(picture: Picture) -> Option<Vec<u8>> {
    let easel: SemaphorePermit<'static> = EASELS.acquire().await.ok()?;
    let drawing = tokio::task::spawn_blocking(move || {
        // Held until it is drawn, also where nobody waits for it any more.
        let _easel = easel;
        picture.draw()
    });
    match drawing.await {
        Ok(Ok(bytes)) => Some(bytes),
        Ok(Err(error)) => {
            tracing::error!(%error, "a picture could not be drawn");
            None
        }
        Err(error) => {
            tracing::error!(%error, "drawing a picture panicked");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::SeasonPicture;

    fn season() -> SeasonPicture {
        SeasonPicture {
            name: "Jess".to_owned(),
            period: "16 weeks".to_owned(),
            race: None,
            days: 1,
            weeks: vec![1],
            goal: 4,
            favourites: Vec::new(),
            cryo: 0,
            boots_minutes: 0,
            longest_streak: 0,
        }
    }

    fn card(picture: Picture) -> Card {
        Card::public("the numbers".to_owned()).with_picture(picture)
    }

    #[tokio::test]
    async fn a_picture_goes_as_a_file_with_its_words() {
        let sent = drawn(card(Picture::Season(season()))).await;
        assert_eq!((sent.files.len(), sent.files[0].name), (1, "season.png"));
        assert!(sent.files[0].description.starts_with("Jess, 16 weeks"));
        assert!(sent.files[0].bytes.starts_with(b"\x89PNG") && sent.picture.is_none());
    }

    #[tokio::test]
    async fn words_go_alone_where_a_picture_cannot_be_drawn() {
        let endless = crate::pictures::InsightPicture {
            modality: "Boots".to_owned(),
            scale: String::new(),
            ends: (100, 500),
            with: vec![100; 100_000],
            without: Vec::new(),
            difference: 0,
            range: (0, 0),
            words: String::new(),
        };
        let sent = drawn(card(Picture::Insight(endless))).await;
        assert_eq!((sent.text.as_str(), sent.files.len()), ("the numbers", 0));
    }
}
