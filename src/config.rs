//! The settings: the embedded defaults, the operator's file over them, the environment over both.
//!
//! It reads and checks, and opens nothing but the files that settings name.

use std::collections::HashMap;
use std::fmt;
use std::net::ToSocketAddrs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;
use serde::Deserialize;

use crate::discord::Api;
use crate::domain::catalogue::Catalogue;

const DEFAULTS: &str = include_str!("../config/fresh-legs.toml");

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

/// Everything that can be set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `DISCORD_TOKEN`.
    pub token: Option<Token>,
    /// `DATABASE_URL`, or `database_url`.
    pub database_url: String,
    /// `time_zone`: the club's.
    pub time_zone: Tz,
    /// The catalogue, with the additions that `catalogue.extra` names.
    pub catalogue: Catalogue,
    /// `DISCORD_API_URL` with `DISCORD_API_CA`, or Discord.
    pub api: Api,
    /// `FRESH_LEGS_NOW`: where the clock starts.
    pub now: Option<DateTime<Utc>>,
    /// `RUST_LOG`, if set.
    pub log_override: Option<String>,
    /// `log`.
    pub log: String,
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

/// The file's form; every key is in `config/fresh-legs.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    database_url: Option<String>,
    time_zone: Option<String>,
    log: Option<String>,
    #[serde(default)]
    catalogue: CatalogueKeys,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table, written [catalogue] on a line of its own")]
struct CatalogueKeys {
    extra: Option<String>,
}

/// The environment, with what `.env` adds to it.
///
/// # Errors
///
/// `.env` is there and can't be read.
pub fn environment() -> Result<HashMap<String, String>, SettingError> {
    let mut variables = HashMap::new();
    // This folder's only: one found in a folder above belongs to something else.
    match dotenvy::from_path_iter(Path::new(".env")) {
        Ok(lines) => {
            for (number, line) in (1..).zip(lines) {
                // What the line says stays unsaid: it may be the token.
                let (name, value) = line.map_err(|_| {
                    SettingError(format!(
                        ".env can't be read at its entry {number}: write one NAME=value a line, with \
                         quotes around a value only in pairs"
                    ))
                })?;
                variables.insert(name, value);
            }
        }
        Err(error) if error.not_found() => {}
        Err(error) => return Err(SettingError(format!(".env can't be read: {error}"))),
    }
    // What is set for this start wins over the file.
    variables.extend(
        std::env::vars_os().filter_map(|(name, value)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        }),
    );
    Ok(variables)
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
        let defaults = parse(DEFAULTS, "config/fresh-legs.toml")?;
        let file = match set("FRESH_LEGS_CONFIG") {
            Some(path) => {
                let text = read_file(Path::new(&path), "FRESH_LEGS_CONFIG")?;
                parse(&text, &path)?
            }
            None => File::default(),
        };
        let either =
            |own: Option<String>, default: Option<String>| own.or(default).unwrap_or_default();
        let extra = either(file.catalogue.extra, defaults.catalogue.extra);
        Ok(Self {
            token: set("DISCORD_TOKEN").map(|token| checked_token(&token)).transpose()?,
            database_url: set("DATABASE_URL")
                .unwrap_or_else(|| either(file.database_url, defaults.database_url)),
            time_zone: time_zone(&either(file.time_zone, defaults.time_zone))?,
            catalogue: catalogue(&extra)?,
            api: api(set("DISCORD_API_URL"), set("DISCORD_API_CA"))?,
            now: set("FRESH_LEGS_NOW").map(|now| moment(&now)).transpose()?,
            log_override: set("RUST_LOG"),
            log: level(either(file.log, defaults.log))?,
        })
    }
}

fn parse(text: &str, path: &str) -> Result<File, SettingError> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| text[..span.start].matches('\n').count() + 1);
        let line = line.map(|line| format!(" line {line}")).unwrap_or_default();
        // The key, not the line: a value may be a secret that strayed here.
        let key =
            error.span().and_then(|span| text[..span.end].lines().next_back()?.split_once('='));
        let key = key.map(|(key, _)| format!(", {}", key.trim())).unwrap_or_default();
        let problem = error.message().replace('\n', ", ");
        SettingError(format!(
            "{path}{line}{key}: {problem} (config/fresh-legs.toml shows every setting)"
        ))
    })
}

fn read_file(path: &Path, setting: &str) -> Result<String, SettingError> {
    std::fs::read_to_string(path).map_err(|error| {
        let path = path.display();
        SettingError(format!(
            "{setting} names {path}, which can't be read ({error}): give a file's path"
        ))
    })
}

fn checked_token(token: &str) -> Result<Token, SettingError> {
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

fn time_zone(name: &str) -> Result<Tz, SettingError> {
    name.parse().map_err(|_| {
        SettingError(format!(
            "time_zone = \"{name}\" is no time zone: use an IANA name like \"America/New_York\" or \
             \"Europe/London\""
        ))
    })
}

fn catalogue(extra: &str) -> Result<Catalogue, SettingError> {
    let own = Catalogue::embedded().map_err(|error| SettingError(error.to_string()))?;
    if extra.is_empty() {
        return Ok(own);
    }
    let path = PathBuf::from(extra);
    let text = read_file(&path, "catalogue.extra")?;
    own.extended(&text).map_err(|error| SettingError(format!("{}: {error}", path.display())))
}

fn api(url: Option<String>, ca: Option<String>) -> Result<Api, SettingError> {
    let (url, ca) = match (url, ca) {
        (None, None) => return Ok(Api::Discord),
        (Some(url), Some(ca)) => (url, ca),
        (Some(_), None) => {
            let missing = "DISCORD_API_URL needs DISCORD_API_CA beside it: the PEM file of the \
                           authority that vouches for that server";
            return Err(SettingError(missing.to_owned()));
        }
        (None, Some(_)) => {
            let missing =
                "DISCORD_API_CA needs DISCORD_API_URL beside it, like https://127.0.0.1:8443";
            return Err(SettingError(missing.to_owned()));
        }
    };
    let place = url.strip_prefix("https://").map(|place| place.trim_end_matches('/'));
    let addr = place.and_then(|place| place.to_socket_addrs().ok()?.next()).ok_or_else(|| {
        SettingError(format!(
            "DISCORD_API_URL = {url} can't be used: write https://host:port, like https://127.0.0.1:8443"
        ))
    })?;
    let ca_pem = read_file(Path::new(&ca), "DISCORD_API_CA")?;
    if !ca_pem.contains("-----BEGIN CERTIFICATE-----") {
        return Err(SettingError(format!(
            "DISCORD_API_CA names {ca}, which holds no certificate: give the authority's PEM file"
        )));
    }
    Ok(Api::Elsewhere { addr, ca_pem })
}

fn level(log: String) -> Result<String, SettingError> {
    if matches!(log.as_str(), "error" | "warn" | "info" | "debug") {
        return Ok(log);
    }
    Err(SettingError(format!("log = \"{log}\" is no level: use error, warn, info or debug")))
}

fn moment(text: &str) -> Result<DateTime<Utc>, SettingError> {
    let moment = DateTime::parse_from_rfc3339(text).ok().map(|moment| moment.to_utc());
    // Discord's ids tell the time from 2015 to 2084.
    moment.filter(|moment| (2016..2084).contains(&moment.year())).ok_or_else(|| {
        SettingError(format!(
            "FRESH_LEGS_NOW = {text} is no moment between 2016 and 2083: write it like \
             2026-11-29T19:59:00-05:00"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(settings.log, "info");
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
             `log`, `catalogue` (config/fresh-legs.toml shows every setting)",
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
            "log = \"loud\" is no level: use error, warn, info or debug",
        );
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
