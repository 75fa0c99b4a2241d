//! The settings: the embedded defaults, the operator's file over them, the environment over both.
//!
//! It reads and checks, and opens nothing but the files that settings name.

mod environment;
mod file;
mod token;
mod value;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use tracing_subscriber::filter::Targets;

use crate::discord::Api;
use crate::domain::catalogue::Catalogue;
use crate::language::Language;
use file::File;
use std::sync::Arc;

pub use environment::environment;
pub use token::Token;

const DEFAULTS: &str = include_str!("../../config/fresh-legs.toml");

/// Everything that can be set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `DISCORD_TOKEN`.
    pub token: Option<Token>,
    /// `DATABASE_URL`, or `database_url`.
    pub database_url: String,
    /// `backup.folder`: where the nightly copies go, beside the database unless it starts at the root.
    pub backup_folder: Option<PathBuf>,
    /// `monitoring.listen`: where health and figures are served.
    pub monitoring: Option<SocketAddr>,
    /// `time_zone`: the club's.
    pub time_zone: Tz,
    /// The catalogue, with the additions that `catalogue.extra` names.
    pub catalogue: Catalogue,
    /// How the bot reads what members say.
    pub language: Arc<Language>,
    /// `DISCORD_API_URL` with `DISCORD_API_CA`, or Discord.
    pub api: Api,
    /// `FRESH_LEGS_NOW`: where the clock starts.
    pub now: Option<DateTime<Utc>>,
    /// `RUST_LOG`, if set.
    pub log_override: Option<Targets>,
    /// `log`.
    pub log: Targets,
}

/// A setting that can't be used, in one sentence that names it and says how to get it right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SettingError(String);

impl SettingError {
    pub(crate) fn new(sentence: String) -> Self {
        Self(sentence)
    }
}

impl Settings {
    /// Reads the settings out of an environment.
    ///
    /// # Errors
    ///
    /// The first setting that can't be used.
    pub fn read(environment: &HashMap<String, String>) -> Result<Self, SettingError> {
        let set = |name: &str| {
            let value = environment.get(name).map(|value| value.trim());
            value.filter(|value| !value.is_empty()).map(str::to_owned)
        };
        let defaults = file::parse(DEFAULTS, "config/fresh-legs.toml")?;
        let own = match set("FRESH_LEGS_CONFIG") {
            Some(path) => {
                let text = file::read_file(Path::new(&path), "FRESH_LEGS_CONFIG")?;
                file::parse(&text, &path)?
            }
            None => File::default(),
        };
        let either =
            |own: Option<String>, default: Option<String>| own.or(default).unwrap_or_default();
        let extra = either(own.catalogue.extra, defaults.catalogue.extra);
        let backup_folder = either(own.backup.folder, defaults.backup.folder);
        Ok(Self {
            monitoring: value::address(&either(own.monitoring.listen, defaults.monitoring.listen))?,
            backup_folder: (!backup_folder.is_empty()).then(|| backup_folder.into()),
            token: set("DISCORD_TOKEN").map(|token| token::checked(&token)).transpose()?,
            database_url: set("DATABASE_URL")
                .unwrap_or_else(|| either(own.database_url, defaults.database_url)),
            time_zone: value::time_zone(&either(own.time_zone, defaults.time_zone))?,
            catalogue: value::catalogue(&extra)?,
            language: value::language()?,
            api: value::api(set("DISCORD_API_URL"), set("DISCORD_API_CA"))?,
            now: set("FRESH_LEGS_NOW").map(|now| value::moment(&now)).transpose()?,
            log_override: set("RUST_LOG").map(|levels| value::log_levels(&levels)).transpose()?,
            log: value::log_level(&either(own.log, defaults.log))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tracing::Level;

    fn read(variables: &[(&str, &str)]) -> Result<Settings, String> {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Settings::read(&variables.iter().map(owned).collect()).map_err(|error| error.to_string())
    }

    fn with_file(text: &str) -> Result<Settings, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let path = file.path().to_str().unwrap().to_owned();
        read(&[("FRESH_LEGS_CONFIG", &path)]).map_err(|error| error.replace(&path, "club.toml"))
    }

    #[test]
    fn without_any_setting_the_defaults_hold() {
        let settings = read(&[]).unwrap();
        assert_eq!(settings.database_url, "sqlite://fresh-legs.db");
        assert_eq!(settings.time_zone, Tz::UTC);
        assert_eq!(settings.token, None);
        assert!(matches!(settings.api, Api::Discord));
        assert_eq!(settings.catalogue.modalities().len(), 30);
    }

    #[test]
    fn backups_are_made_unless_told_otherwise() {
        let folder = |settings: Result<Settings, String>| settings.unwrap().backup_folder;
        assert_eq!(folder(read(&[])), Some("backups".into()));
        assert_eq!(folder(with_file("[backup]\nfolder = \"/mnt/safe\"")), Some("/mnt/safe".into()));
        assert_eq!(folder(with_file("[backup]\nfolder = \"\"")), None);
    }

    #[test]
    fn the_environment_wins_over_the_file_and_the_file_over_the_defaults() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(
            file.path(),
            "time_zone = \"Europe/London\"\ndatabase_url = \"sqlite://a.db\"",
        )
        .unwrap();
        let path = file.path().to_str().unwrap();
        let settings =
            read(&[("FRESH_LEGS_CONFIG", path), ("DATABASE_URL", "sqlite://b.db")]).unwrap();
        assert_eq!(settings.time_zone, Tz::Europe__London);
        assert_eq!(settings.database_url, "sqlite://b.db");
        assert_eq!(settings.log, Targets::new().with_default(Level::INFO));
    }

    #[test]
    fn each_slip_is_named_with_what_would_work() {
        let refused = |settings: Result<Settings, String>| settings.err().unwrap_or_default();
        let check = |settings: Result<Settings, String>, expect: &str| {
            assert_eq!(refused(settings), expect);
        };
        check(
            with_file("tiem_zone = \"UTC\""),
            "club.toml line 1: unknown field `tiem_zone`, expected one of `database_url`, `time_zone`, \
             `log`, `backup`, `monitoring`, `catalogue` (config/fresh-legs.toml shows every setting)",
        );
        check(
            with_file("time_zone = \"EST5\""),
            "time_zone = \"EST5\" is no time zone: use an IANA name like \"America/New_York\" or \
             \"Europe/London\"",
        );
        check(
            with_file("\ntime_zone = 5"),
            "club.toml line 2, time_zone: invalid type: integer `5`, expected a string \
             (config/fresh-legs.toml shows every setting)",
        );
        check(
            read(&[("DISCORD_API_URL", "https://127.0.0.1:1")]),
            "DISCORD_API_URL needs DISCORD_API_CA beside it: the PEM file of the authority that \
             vouches for that server",
        );
        check(
            read(&[("DISCORD_API_URL", "http://127.0.0.1:1"), ("DISCORD_API_CA", "ca.pem")]),
            "DISCORD_API_URL = http://127.0.0.1:1 can't be used: write https://host:port, like \
             https://127.0.0.1:8443",
        );
        check(
            read(&[("FRESH_LEGS_NOW", "tomorrow")]),
            "FRESH_LEGS_NOW = tomorrow is no moment between 2016 and 2083: write it like \
             2026-11-29T19:59:00-05:00",
        );
        check(
            read(&[("DISCORD_TOKEN", "my token")]),
            "DISCORD_TOKEN has blanks or signs no token has: copy it again from the Discord Developer \
             Portal, without quotes or line breaks",
        );
        check(
            with_file("log = \"loud\""),
            "log = \"loud\" is no level: use error, warn, info, debug or trace",
        );
        for levels in ["loud", "fresh_legs=loud", "info,=debug,"] {
            check(
                read(&[("RUST_LOG", levels)]),
                &format!(
                    "RUST_LOG = {levels} can't be read: use error, warn, info, debug or trace"
                ),
            );
        }
        let missing = refused(read(&[("FRESH_LEGS_CONFIG", "/nowhere/club.toml")]));
        assert!(
            missing.starts_with("FRESH_LEGS_CONFIG names /nowhere/club.toml, which can't be read")
        );
    }

    #[test]
    fn a_token_never_shows() {
        let settings = read(&[("DISCORD_TOKEN", "Bot abc.def.ghi")]).unwrap();
        assert!(!format!("{settings:?}").contains("abc"));
        assert_eq!(settings.token.unwrap().reveal(), "abc.def.ghi");
    }
}
