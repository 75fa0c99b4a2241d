//! The settings' file: its form, and where a slip in it is.

use std::path::Path;

use serde::Deserialize;

use super::SettingError;

/// The file's form; every key is in `config/fresh-legs.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) database_url: Option<String>,
    pub(super) time_zone: Option<String>,
    pub(super) log: Option<String>,
    #[serde(default)]
    pub(super) backup: BackupKeys,
    #[serde(default)]
    pub(super) monitoring: MonitoringKeys,
    #[serde(default)]
    pub(super) catalogue: CatalogueKeys,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table, written [monitoring] on a line of its own")]
pub(super) struct MonitoringKeys {
    pub(super) listen: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table, written [backup] on a line of its own")]
pub(super) struct BackupKeys {
    pub(super) folder: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table, written [catalogue] on a line of its own")]
pub(super) struct CatalogueKeys {
    pub(super) extra: Option<String>,
}

pub(super) fn parse(text: &str, path: &str) -> Result<File, SettingError> {
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

pub(super) fn read_file(path: &Path, setting: &str) -> Result<String, SettingError> {
    std::fs::read_to_string(path).map_err(|error| {
        let path = path.display();
        SettingError(format!(
            "{setting} names {path}, which can't be read ({error}): give a file's path"
        ))
    })
}
