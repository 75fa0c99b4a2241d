//! Single values read from what an operator wrote, or a sentence on how to write them.

use std::net::{SocketAddr, ToSocketAddrs};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;

use tracing::Level;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;

use super::SettingError;
use super::file::read_file;
use crate::discord::Api;
use crate::domain::catalogue::Catalogue;
use crate::language::Language;

/// What a level of the log can be.
const LEVELS: &str = "use error, warn, info, debug or trace";

pub(super) fn time_zone(name: &str) -> Result<Tz, SettingError> {
    name.parse().map_err(|_| {
        SettingError(format!(
            "time_zone = \"{name}\" is no time zone: use an IANA name like \"America/New_York\" or \
             \"Europe/London\""
        ))
    })
}

pub(super) fn address(listen: &str) -> Result<Option<SocketAddr>, SettingError> {
    if listen.is_empty() {
        return Ok(None);
    }
    listen.parse().map(Some).map_err(|_| {
        SettingError(format!(
            "monitoring.listen = \"{listen}\" is no address: write one like \"127.0.0.1:9464\", or \"\" for none"
        ))
    })
}

pub(super) fn catalogue(extra: &str) -> Result<Catalogue, SettingError> {
    let own = Catalogue::embedded().map_err(|error| SettingError(error.to_string()))?;
    if extra.is_empty() {
        return Ok(own);
    }
    let path = PathBuf::from(extra);
    let text = read_file(&path, "catalogue.extra")?;
    own.extended(&text).map_err(|error| SettingError(format!("{}: {error}", path.display())))
}

pub(super) fn language() -> Result<Arc<Language>, SettingError> {
    Language::embedded().map(Arc::new).map_err(|error| SettingError(error.to_string()))
}

pub(super) fn api(url: Option<String>, ca: Option<String>) -> Result<Api, SettingError> {
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

pub(super) fn log_level(log: &str) -> Result<Targets, SettingError> {
    let level: Result<Level, _> = log.parse();
    let level =
        level.map_err(|_| SettingError(format!("log = \"{log}\" is no level: {LEVELS}")))?;
    Ok(Targets::new().with_default(level))
}

/// Reads levels as `RUST_LOG` holds them: one for all, or one for a module, with commas between.
pub(super) fn log_levels(levels: &str) -> Result<Targets, SettingError> {
    let is_level = |part: &str| {
        let (module, level) = part.split_once('=').unwrap_or(("all", part));
        !module.is_empty() && level.parse::<LevelFilter>().is_ok()
    };
    let read = levels.split(',').all(is_level).then(|| levels.parse().ok()).flatten();
    read.ok_or_else(|| SettingError(format!("RUST_LOG = {levels} can't be read: {LEVELS}")))
}

pub(super) fn moment(text: &str) -> Result<DateTime<Utc>, SettingError> {
    let moment = DateTime::parse_from_rfc3339(text).ok().map(|moment| moment.to_utc());
    // Discord's ids tell the time from 2015 to 2084.
    moment.filter(|moment| (2016..2084).contains(&moment.year())).ok_or_else(|| {
        SettingError(format!(
            "FRESH_LEGS_NOW = {text} is no moment between 2016 and 2083: write it like \
             2026-11-29T19:59:00-05:00"
        ))
    })
}
