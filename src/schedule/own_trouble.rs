//! Trouble of the bot's own, told to whoever looks after it: where one club has it to itself, to that
//! club's organiser.

use crate::cards;
use crate::domain::job::Target;
use crate::metrics::METRICS;
use crate::store::StoreError;

use super::Scheduler;
use super::outbox::{Letter, Outbox, Says};

/// So many failures are no accident.
const MANY: u64 = 3;

/// What has been told so far.
#[derive(Debug, Default)]
pub(super) struct OwnTrouble {
    failures: u64,
}

impl<O: Outbox> Scheduler<O> {
    /// Tells the organiser of the one club there is that the database has failed again and again, or that
    /// the disk is nearly full; with more clubs, that is the operator's alone, who has the log.
    pub(super) async fn tell_own_trouble(&self, told: &mut OwnTrouble) -> Result<(), StoreError> {
        let failures = self.app.store.failures();
        let is_failing = failures >= told.failures + MANY;
        let is_full = METRICS.is_disk_nearly_full();
        if !is_failing && !is_full {
            return Ok(());
        }
        told.failures = failures;
        let &[guild] = self.app.store.guilds().await?.as_slice() else { return Ok(()) };
        let now = self.clock.now();
        let Some(organiser) = self.app.store.may_tell_organiser(guild, now).await? else {
            return Ok(());
        };
        let owner = self.outbox.guild(guild).await.map(|(_, owner)| owner);
        let Some(whom) = organiser.or(owner) else { return Ok(()) };
        let card = if is_full { cards::disk_nearly_full() } else { cards::data_trouble() };
        let letter =
            Letter { to: Target::Direct(whom), says: Says::Card(card), nonce: format!("{guild}o") };
        if let Err(not_sent) = self.outbox.send(&letter).await {
            tracing::warn!(%guild, %not_sent, "the organiser could not be told");
        }
        Ok(())
    }
}
