//! Cards into the library's builders, within Discord's limits: what is too long is shortened, never refused.

use std::collections::HashSet;

use poise::serenity_prelude as serenity;
use serenity::{
    ButtonStyle, ChannelType, CreateActionRow, CreateAllowedMentions, CreateAttachment,
    CreateButton, CreateInputText, CreateInteractionResponseFollowup,
    CreateInteractionResponseMessage, CreateMessage, CreateModal, CreateSelectMenu,
    CreateSelectMenuKind, CreateSelectMenuOption, EditInteractionResponse, EditMessage,
    InputTextStyle, Nonce, UserId,
};

use crate::cards::{Button, Card, Choice, Form, Row, Style};

const MAX_TEXT: usize = 2000;
const MAX_ROWS: usize = 5;
const MAX_FILES: usize = 10;
const MAX_BUTTONS_A_ROW: usize = 5;
const MAX_LABEL: usize = 80;
const MAX_CHOICES: usize = 25;
const MAX_CHOICE: usize = 100;
const MAX_PLACEHOLDER: usize = 150;
const MAX_TITLE: usize = 45;

/// A card as a message of the bot's own, or its reply to one.
pub(super) fn posted(card: &Card) -> CreateMessage {
    CreateMessage::new()
        .content(shortened(&card.text, MAX_TEXT))
        .components(rows(card))
        .files(files(card))
        .allowed_mentions(CreateAllowedMentions::new())
}

/// A card as the answer to a click: a message of its own, or the one clicked changed.
pub(super) fn message(card: &Card) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new()
        .content(shortened(&card.text, MAX_TEXT))
        .components(rows(card))
        .files(files(card))
        .ephemeral(card.private)
        .allowed_mentions(CreateAllowedMentions::new())
}

/// A card as a further message after the answer to a click.
pub(super) fn follow_up(card: &Card) -> CreateInteractionResponseFollowup {
    CreateInteractionResponseFollowup::new()
        .content(shortened(&card.text, MAX_TEXT))
        .components(rows(card))
        .files(files(card))
        .ephemeral(card.private)
        .allowed_mentions(CreateAllowedMentions::new())
}

/// A card in place of a message already there.
pub(super) fn edit(card: &Card) -> EditInteractionResponse {
    // What came with the message before doesn't belong to it any more.
    let edit = EditInteractionResponse::new()
        .clear_attachments()
        .content(shortened(&card.text, MAX_TEXT))
        .components(rows(card))
        .allowed_mentions(CreateAllowedMentions::new());
    files(card).fold(edit, EditInteractionResponse::new_attachment)
}

/// A card in place of a message of the bot's own.
pub(super) fn changed(card: &Card) -> EditMessage {
    let edit = EditMessage::new()
        .content(shortened(&card.text, MAX_TEXT))
        .components(rows(card))
        .allowed_mentions(CreateAllowedMentions::new());
    files(card).fold(edit, EditMessage::new_attachment)
}

/// A card as a message of its own, that a second try sends no second time.
pub(super) fn letter(card: &Card, nonce: &str) -> CreateMessage {
    let pings = card.pings.iter().map(|member| UserId::new(member.0.get()));
    CreateMessage::new()
        .content(shortened(&card.text, MAX_TEXT))
        .components(rows(card))
        .files(files(card))
        .allowed_mentions(CreateAllowedMentions::new().users(pings))
        .nonce(Nonce::String(nonce.to_owned()))
        .enforce_nonce(true)
}

/// What comes with a card.
fn files(card: &Card) -> impl Iterator<Item = CreateAttachment> {
    card.files.iter().take(MAX_FILES).map(|file| {
        CreateAttachment::bytes(file.bytes.clone(), file.name).description(&file.description)
    })
}

/// What can be clicked below a card, row by row.
pub(super) fn rows(card: &Card) -> Vec<CreateActionRow> {
    let mut ids = HashSet::new();
    card.rows.iter().filter_map(|of| row(of, &mut ids)).take(MAX_ROWS).collect()
}

/// A row, without what Discord would refuse, which is also an id among `ids`; nothing where nothing is left.
fn row(row: &Row, ids: &mut HashSet<String>) -> Option<CreateActionRow> {
    match row {
        Row::Buttons(buttons) => {
            let fitting = buttons.iter().filter(|button| button.id.fits());
            let fitting = fitting.filter(|button| ids.insert(button.id.to_string()));
            let buttons: Vec<_> = fitting.take(MAX_BUTTONS_A_ROW).map(button).collect();
            (!buttons.is_empty()).then_some(CreateActionRow::Buttons(buttons))
        }
        Row::Menu(menu) => {
            let choices: Vec<_> = menu.choices.iter().take(MAX_CHOICES).map(choice).collect();
            let offered = u8::try_from(choices.len()).unwrap_or(u8::MAX);
            let most = (*menu.takes.end()).min(offered).max(1);
            let is_sendable =
                !choices.is_empty() && menu.id.fits() && ids.insert(menu.id.to_string());
            let kind = CreateSelectMenuKind::String { options: choices };
            let select = CreateSelectMenu::new(menu.id.to_string(), kind)
                .placeholder(shortened(&menu.placeholder, MAX_PLACEHOLDER))
                .min_values((*menu.takes.start()).min(most))
                .max_values(most);
            is_sendable.then_some(CreateActionRow::SelectMenu(select))
        }
        Row::Channels(menu) => {
            let kind = CreateSelectMenuKind::Channel {
                channel_types: Some(vec![ChannelType::Text]),
                // The library would write their ids as numbers, and Discord describes them as text.
                default_channels: None,
            };
            let select = CreateSelectMenu::new(menu.id.to_string(), kind)
                .placeholder(shortened(&menu.placeholder, MAX_PLACEHOLDER));
            let is_sendable = menu.id.fits() && ids.insert(menu.id.to_string());
            is_sendable.then_some(CreateActionRow::SelectMenu(select))
        }
    }
}

fn choice(choice: &Choice) -> CreateSelectMenuOption {
    let label = shortened(&choice.label, MAX_CHOICE);
    CreateSelectMenuOption::new(label, &choice.value).default_selection(choice.chosen)
}

fn button(button: &Button) -> CreateButton {
    let style = match button.style {
        Style::Primary => ButtonStyle::Primary,
        Style::Secondary => ButtonStyle::Secondary,
        Style::Danger => ButtonStyle::Danger,
    };
    CreateButton::new(button.id.to_string()).label(shortened(&button.label, MAX_LABEL)).style(style)
}

/// A form as Discord shows it.
pub(super) fn form(form: &Form) -> CreateModal {
    let rows = form.fields.iter().take(MAX_ROWS).map(|field| {
        let style =
            if field.max_chars > 100 { InputTextStyle::Paragraph } else { InputTextStyle::Short };
        let input = CreateInputText::new(style, shortened(&field.label, MAX_TITLE), field.key)
            .required(field.required)
            .max_length(field.max_chars)
            .placeholder(shortened(&field.example, MAX_CHOICE))
            .value(shortened(&field.value, usize::from(field.max_chars)));
        CreateActionRow::InputText(input)
    });
    CreateModal::new(form.id.to_string(), shortened(&form.title, MAX_TITLE))
        .components(rows.collect())
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
