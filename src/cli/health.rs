//! `fresh-legs health`: whether the bot that runs beside this answers members.

use std::time::Duration;

use anyhow::{Context, anyhow};

use super::Ended;
use crate::config::Settings;

/// How long the bot may take to say how it is.
const PATIENCE: Duration = Duration::from_secs(4);

/// Asks the bot at `monitoring.listen` how it is.
pub(super) async fn health(settings: &Settings) -> Result<(), Ended> {
    let at = settings.monitoring;
    let at = at.ok_or_else(|| anyhow!("monitoring.listen is empty, so nobody can be asked"))?;
    let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build();
    let client = client.context("making a client")?;
    let asked = client.get(format!("http://{at}/readyz")).send().await;
    let answer = asked.with_context(|| format!("nobody answers at {at}"))?;
    if answer.status().is_success() {
        return Ok(());
    }
    let told = answer.text().await.context("reading the answer")?;
    Err(anyhow!("{}", told.trim()).into())
}
