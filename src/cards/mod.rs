//! Messages as plain data, and the views that write them: pure functions from results to cards.
//!
//! Nothing here knows Discord's library; `discord::render` turns a card into its builders.

mod component;
mod escape;
mod logged;
mod refused;
mod run;
mod undone;

pub use component::{ComponentId, NotAComponent};
pub use escape::plain;
pub use logged::{logged, settled};
pub use refused::{refused, trouble};
pub use run::{run_logged, run_put_back, run_undone};
pub use undone::{put_back, undone};

/// A message, whatever shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it says, in Discord's markdown.
    pub text: String,
    /// Rows of buttons below it.
    pub rows: Vec<Vec<Button>>,
    /// Only the one it answers sees it.
    pub private: bool,
}

/// A button of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What a click means.
    pub id: ComponentId,
    /// What it says.
    pub label: String,
    /// How it looks.
    pub style: Style,
}

/// How much a button asks to be clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// What most will want.
    Primary,
    /// Everything else.
    Secondary,
}

impl Card {
    /// A card for everyone in the channel.
    #[must_use]
    pub fn public(text: String) -> Self {
        Self { text, rows: Vec::new(), private: false }
    }

    /// A card for one pair of eyes.
    #[must_use]
    pub fn private(text: impl Into<String>) -> Self {
        Self { text: text.into(), rows: Vec::new(), private: true }
    }

    /// The card with one more row of buttons, if there are any.
    #[must_use]
    pub fn with_row(mut self, buttons: Vec<Button>) -> Self {
        if !buttons.is_empty() {
            self.rows.push(buttons);
        }
        self
    }
}

#[cfg(test)]
impl std::fmt::Display for Card {
    /// A card as a snapshot test reads it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}{}", if self.private { "(private) " } else { "" }, self.text)?;
        for row in &self.rows {
            let labels: Vec<_> = row.iter().map(|b| format!("[{}]({})", b.label, b.id)).collect();
            writeln!(f, "{}", labels.join(" "))?;
        }
        Ok(())
    }
}
