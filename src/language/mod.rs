//! Reads a message once: text → tokens, phrases, spans, clauses, and how each word stands.
//!
//! Pure. It says what is there and decides nothing; the words themselves are data (`config/words.toml`,
//! and the names in the catalogue).

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
use spelling::Speller;

/// All that reading needs: the word lists and the common words, made once.
#[derive(Debug)]
pub struct Language {
    words: Words,
    speller: Speller,
}

impl Language {
    /// The product's own.
    ///
    /// # Errors
    ///
    /// When its word lists were invalid when the program was built; a test keeps that from happening.
    pub fn embedded() -> Result<Self, WordsError> {
        let words = Words::embedded()?;
        let speller = Speller::new(&words);
        Ok(Self { words, speller })
    }

    /// Reads `text` with the names of `catalogue` and those that a member or a club has of their own.
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
