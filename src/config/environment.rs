//! The environment, and the `.env` file beside the program's start.

use std::collections::HashMap;
use std::path::Path;

use super::SettingError;

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
