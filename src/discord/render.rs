//! Cards into the library's builders, within Discord's limits: what is too long is shortened, never refused.

use poise::CreateReply;
use poise::serenity_prelude as serenity;
use serenity::{
    ButtonStyle, CreateActionRow, CreateAllowedMentions, CreateButton,
    CreateInteractionResponseFollowup, CreateInteractionResponseMessage,
};

use crate::cards::{Button, Card, Style};

const MAX_TEXT: usize = 2000;
const MAX_ROWS: usize = 5;
const MAX_BUTTONS_A_ROW: usize = 5;
const MAX_LABEL: usize = 80;

/// A card as the answer to a command.
pub(super) fn reply(card: &Card) -> CreateReply {
    CreateReply::default()
        .content(shortened(&card.text, MAX_TEXT))
        .components(rows(card))
        .ephemeral(card.private)
}

/// A card as the answer to a click: a message of its own, or the one clicked changed.
pub(super) fn message(card: &Card) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new()
        .content(shortened(&card.text, MAX_TEXT))
        .components(rows(card))
        .ephemeral(card.private)
        .allowed_mentions(CreateAllowedMentions::new())
}

/// A card as a further message after the answer to a click.
pub(super) fn follow_up(card: &Card) -> CreateInteractionResponseFollowup {
    CreateInteractionResponseFollowup::new()
        .content(shortened(&card.text, MAX_TEXT))
        .components(rows(card))
        .ephemeral(card.private)
        .allowed_mentions(CreateAllowedMentions::new())
}

/// The buttons of a card, row by row.
pub(super) fn rows(card: &Card) -> Vec<CreateActionRow> {
    let row = |buttons: &Vec<Button>| {
        // A button whose id Discord would refuse is better left out than sent.
        let fitting = buttons.iter().filter(|button| button.id.fits());
        CreateActionRow::Buttons(fitting.take(MAX_BUTTONS_A_ROW).map(button).collect())
    };
    let rows = card.rows.iter().take(MAX_ROWS).map(row);
    rows.filter(|row| !matches!(row, CreateActionRow::Buttons(buttons) if buttons.is_empty()))
        .collect()
}

fn button(button: &Button) -> CreateButton {
    let style = match button.style {
        Style::Primary => ButtonStyle::Primary,
        Style::Secondary => ButtonStyle::Secondary,
    };
    CreateButton::new(button.id.to_string()).label(shortened(&button.label, MAX_LABEL)).style(style)
}

/// Discord counts UTF-16 units; a text that fits by those fits.
fn shortened(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut room = most - 1;
    let mut short: String = text
        .chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= room;
            room = room.saturating_sub(c.len_utf16());
            fits
        })
        .collect();
    // A backslash left at the end would take the ellipsis for its escaped sign.
    while short.ends_with('\\') {
        short.pop();
    }
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn long_text_is_shortened_to_what_discord_takes() {
        assert_eq!(shortened("boots", 5), "boots");
        assert_eq!(shortened("boots!", 5), "boot…");
        assert_eq!(shortened("abc\\*x", 5), "abc…");
        assert_eq!(shortened(&"🥾".repeat(1001), 2000).encode_utf16().count(), 1999);
    }
}
