//! The bot's token: taken in once, shown to Discord alone.

use std::fmt;

use super::SettingError;

/// The bot's token, which never shows in a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The token itself, for Discord's eyes only.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

pub(super) fn checked(token: &str) -> Result<Token, SettingError> {
    let token = token.strip_prefix("Bot ").unwrap_or(token);
    if token.chars().all(|c| c.is_ascii_graphic()) {
        return Ok(Token(token.to_owned()));
    }
    Err(SettingError(
        "DISCORD_TOKEN has blanks or signs no token has: copy it again from the Discord Developer \
         Portal, without quotes or line breaks"
            .to_owned(),
    ))
}
