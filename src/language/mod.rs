//! Reads a message once: text → tokens, phrases, spans, clauses, and how each word stands.
//!
//! Pure. It says what is there and decides nothing; the words themselves are data (`config/words.toml`,
//! and the names in the catalogue).

mod hear;
mod lexer;
pub mod model;
mod scope;
mod spans;
mod spelling;
mod words;

pub use spelling::is_near;
pub use words::{Words, WordsError};

use crate::domain::catalogue::{Catalogue, ModalityId};
use crate::domain::reading::Reading;
use model::{Model, UnreadableWeights};
use spelling::Speller;

/// Why the bot can't read.
#[derive(Debug, thiserror::Error)]
pub enum LanguageError {
    /// The word lists can't stand.
    #[error(transparent)]
    Words(#[from] WordsError),
    /// The weights of the model can't be read.
    #[error(transparent)]
    Weights(#[from] UnreadableWeights),
}

/// All that reading needs: the word lists, the common words and the model, made once.
#[derive(Debug)]
pub struct Language {
    words: Words,
    speller: Speller,
    /// What scores a reading; the trainer, which makes it, has none.
    model: Option<Model>,
}

impl Language {
    /// The product's own.
    ///
    /// # Errors
    ///
    /// When its word lists or weights were invalid when the program was built; a test keeps that from
    /// happening.
    pub fn embedded() -> Result<Self, LanguageError> {
        Ok(Self { model: Some(Model::embedded()?), ..Self::untrained()? })
    }

    /// The same without what is trained: it reads and scores nothing.
    ///
    /// # Errors
    ///
    /// As [`Self::embedded`].
    pub fn untrained() -> Result<Self, WordsError> {
        let words = Words::embedded()?;
        let speller = Speller::new(&words);
        Ok(Self { words, speller, model: None })
    }

    /// Reads `text` and scores what it may mean: for what a member says in their own words.
    #[must_use]
    pub fn hear(&self, text: &str, catalogue: &Catalogue, own: &[(String, ModalityId)]) -> Reading {
        let mut reading = self.read(text, catalogue, own);
        reading.scores = self.model.as_ref().map(|model| hear::scores(model, &reading, catalogue));
        reading
    }

    /// Reads `text` with the names of `catalogue` and those that a member or a club has of their own, and
    /// scores nothing: for what was offered to be picked, and is plain.
    ///
    /// Total on any text.
    #[must_use]
    pub fn read(&self, text: &str, catalogue: &Catalogue, own: &[(String, ModalityId)]) -> Reading {
        let mut tokens = lexer::tokens(text, &self.words);
        self.speller.mend(&mut tokens, catalogue, own);
        let marks = self.words.marks(&tokens);
        let mut reading = Reading { text: text.to_owned(), tokens, marks, ..Reading::default() };
        reading.spans = spans::spans(&reading, catalogue, own);
        reading.clauses = scope::clauses(&reading);
        scope::stances(&mut reading);
        reading
    }
}

#[cfg(test)]
mod tests;
