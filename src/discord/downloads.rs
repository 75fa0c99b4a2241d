//! Fetching files that members hand over: only from where Discord keeps them, and never too much.

use std::time::Duration;

use poise::serenity_prelude::prelude::TypeMapKey;
use reqwest::Url;

use super::connect::Api;
use crate::domain::run::file::{FileRefused, MOST_BYTES};

/// How long a file may take to arrive.
const WITHIN: Duration = Duration::from_secs(20);

/// Where Discord keeps files.
const DISCORDS_HOSTS: [&str; 2] = ["cdn.discordapp.com", "media.discordapp.net"];

/// A client that fetches from Discord, or from the server that stands in for it, and nowhere else.
#[derive(Clone, Debug)]
pub(super) struct Downloads {
    client: reqwest::Client,
    api: Api,
}

impl TypeMapKey for Downloads {
    type Value = Self;
}

impl Downloads {
    /// Downloads with a client that trusts whom `api` trusts and follows no redirect.
    pub(super) fn new(client: reqwest::Client, api: Api) -> Self {
        Self { client, api }
    }

    /// The bytes of the file at `url`, which claims to have `size` of them.
    pub(super) async fn fetch(&self, url: &str, size: u32) -> Result<Vec<u8>, FileRefused> {
        if size as usize > MOST_BYTES {
            return Err(FileRefused::TooBig);
        }
        let url = Url::parse(url).ok().filter(|url| is_allowed(url, &self.api));
        let url = url.ok_or(FileRefused::Unreachable)?;
        let unreachable = |error: reqwest::Error| {
            // The address holds a signature that opens the file.
            tracing::debug!(error = %error.without_url(), "a file could not be fetched");
            FileRefused::Unreachable
        };
        let mut response =
            self.client.get(url).timeout(WITHIN).send().await.map_err(unreachable)?;
        if !response.status().is_success() {
            return Err(FileRefused::Unreachable);
        }
        let mut bytes = Vec::with_capacity(size as usize);
        // Whatever sizes were claimed, what arrives is counted.
        while let Some(chunk) = response.chunk().await.map_err(unreachable)? {
            if bytes.len() + chunk.len() > MOST_BYTES {
                return Err(FileRefused::TooBig);
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }
}

fn is_allowed(url: &Url, api: &Api) -> bool {
    let host = url.host_str().unwrap_or_default();
    let known = match api {
        Api::Discord => DISCORDS_HOSTS.contains(&host) && url.port().is_none(),
        Api::Elsewhere { addr, .. } => {
            host == addr.ip().to_string() && url.port() == Some(addr.port())
        }
    };
    url.scheme() == "https" && known && url.username().is_empty() && url.password().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_from_discord_or_its_stand_in_only() {
        let allowed = |url: &str, api: &Api| is_allowed(&url.parse().unwrap(), api);
        for url in [
            "https://cdn.discordapp.com/attachments/1/2/run.fit?ex=1",
            "https://media.discordapp.net/attachments/1/2/run.fit",
        ] {
            assert!(allowed(url, &Api::Discord), "{url}");
        }
        let addr = "127.0.0.1:4000".parse().unwrap();
        let elsewhere = Api::Elsewhere { addr, ca_pem: String::new() };
        assert!(allowed("https://127.0.0.1:4000/attachments/1/2/run.fit", &elsewhere));
        for url in [
            "http://cdn.discordapp.com/a",
            "https://cdn.discordapp.com:8443/a",
            "https://cdn.discordapp.com.example.org/a",
            "https://me@cdn.discordapp.com/a",
            "https://127.0.0.1:4001/a",
            "http://127.0.0.1:4000/a",
            "https://169.254.169.254/a",
        ] {
            assert!(!allowed(url, &Api::Discord), "{url}");
            assert!(!allowed(url, &elsewhere), "{url}");
        }
    }
}
