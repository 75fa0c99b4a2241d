//! Sending what is owed: claim with a lease, send, mark. A crash anywhere leaves it to be sent again.

use chrono::TimeDelta;
use futures_util::future::join_all;

use super::Scheduler;
use super::due;
use super::outbox::{Letter, NotSent, Outbox, Says};
use crate::actions;
use crate::cards;
use crate::domain::board::week_to_post;
use crate::domain::ids::MemberId;
use crate::domain::job::{self, JobKind, Target, asks_about};
use crate::metrics::{Delivery, METRICS};
use crate::store::{DeliveryTrouble, Owed, Settled, StoreError};

/// How long a message stays in hand before somebody else may try: longer than a send takes, and
/// well within the minutes in which Discord knows its nonce again.
const LEASE: TimeDelta = TimeDelta::seconds(60);

/// How long to wait where the bot may not write: an organiser mends that in minutes or not at all.
const UNTIL_ALLOWED: TimeDelta = TimeDelta::minutes(10);

/// From when on a board says that it comes late.
const SAYS_SO: TimeDelta = TimeDelta::minutes(60);

impl<O: Outbox> Scheduler<O> {
    /// Sends a few of the messages that are owed; `false` if none was.
    pub(super) async fn deliver_batch(&self) -> Result<bool, StoreError> {
        let owed = self.app.store.claim_deliveries(self.clock.now(), LEASE).await?;
        let settled = join_all(owed.iter().map(|owed| self.deliver(owed))).await;
        settled.into_iter().collect::<Result<(), StoreError>>()?;
        Ok(!owed.is_empty())
    }

    async fn deliver(&self, owed: &Owed) -> Result<(), StoreError> {
        let settled = self.send(owed).await?;
        self.app.store.settle_delivery(&owed.id, settled).await?;
        match settled {
            Settled::Sent(_) => METRICS.delivery(Delivery::Sent),
            Settled::Dropped(DeliveryTrouble::TooLate) => METRICS.delivery(Delivery::Late),
            Settled::Later(..) | Settled::Dropped(_) => METRICS.delivery(Delivery::Failed),
            Settled::Void | Settled::Instead(_) => {}
        }
        match settled {
            Settled::Later(_, trouble) | Settled::Dropped(trouble) => {
                self.tell_organiser(owed, trouble).await
            }
            Settled::Sent(_) | Settled::Void | Settled::Instead(_) => Ok(()),
        }
    }

    /// Tells a club's organiser what keeps its messages from being sent, where they can mend it.
    async fn tell_organiser(
        &self,
        owed: &Owed,
        trouble: DeliveryTrouble,
    ) -> Result<(), StoreError> {
        let can_mend = matches!(
            trouble,
            DeliveryTrouble::ChannelGone
                | DeliveryTrouble::NoAccess
                | DeliveryTrouble::NoPermission
                | DeliveryTrouble::Refused
        );
        let Some(guild) = owed.guild.filter(|_| can_mend) else { return Ok(()) };
        let now = self.clock.now();
        let Some(organiser) = self.app.store.may_tell_organiser(guild, now).await? else {
            return Ok(());
        };
        let found = self.outbox.guild(guild).await;
        let (club, owner) = found.map_or((None, None), |(name, owner)| (Some(name), Some(owner)));
        let Some(whom) = organiser.or(owner) else { return Ok(()) };
        let card = cards::club_trouble(club.as_deref().unwrap_or("your club"), trouble, owed.to);
        let (to, says) = (Target::Direct(whom), Says::Card(card));
        let nonce = format!("{guild}t");
        // Who takes no direct messages has the log, and the check.
        if let Err(not_sent) = self.outbox.send(&Letter { to, says, nonce }).await {
            tracing::warn!(%guild, %not_sent, "the organiser could not be told");
        }
        Ok(())
    }

    async fn send(&self, owed: &Owed) -> Result<Settled, StoreError> {
        if self.clock.now() > owed.stale {
            tracing::warn!(run = %owed.id.run, to = %owed.to.snowflake(), "a message came too late");
            return Ok(Settled::Dropped(DeliveryTrouble::TooLate));
        }
        let Some(says) = self.says(owed).await? else { return Ok(Settled::Void) };
        let nonce = job::nonce(owed.id.run, owed.id.target, owed.id.part);
        let letter = Letter { to: owed.to, says, nonce };
        Ok(match self.outbox.send(&letter).await {
            Ok(()) => Settled::Sent(self.clock.now()),
            Err(not_sent) => self.troubled(owed, &not_sent),
        })
    }

    /// What a message owed says; nothing where nobody is left to tell, or there is nothing to tell.
    async fn says(&self, owed: &Owed) -> Result<Option<Says>, StoreError> {
        match (owed.kind, owed.guild) {
            (JobKind::Nudge | JobKind::Snooze, _) => {
                let members = self.still_there(owed).await?;
                let nudge = || cards::nudge(owed.id.run, owed.day, &members);
                Ok((!members.is_empty()).then(|| Says::Card(nudge())))
            }
            (JobKind::Board, None) => Ok(None),
            (JobKind::Board, Some(guild)) => {
                let now = self.clock.now();
                let late = now - owed.due > SAYS_SO;
                let week = week_to_post(owed.day);
                let weekly = actions::weekly_board(&self.app, guild, week, now, late).await?;
                Ok(weekly.map(|weekly| Says::Board(Box::new(weekly))))
            }
        }
    }

    /// Whom a nudge pings, without those who turn out to have left; these are nudged no more.
    ///
    /// Discord tells of leavers only those who ask, so that is done in a channel alone, of who takes no
    /// direct messages and, once a week, of who has been silent for long.
    async fn still_there(&self, owed: &Owed) -> Result<Vec<MemberId>, StoreError> {
        let Some(guild) = owed.guild.filter(|_| matches!(owed.to, Target::Channel(_))) else {
            return Ok(owed.members.clone());
        };
        let is_doubtful = |member: &MemberId| owed.is_instead() || asks_about(*member, owed.day);
        let doubtful: Vec<MemberId> = owed.silent.iter().copied().filter(is_doubtful).collect();
        if doubtful.is_empty() {
            return Ok(owed.members.clone());
        }
        let left = self.outbox.left(guild, &doubtful).await;
        let (left, there): (Vec<MemberId>, Vec<MemberId>) =
            owed.members.iter().partition(|member| left.contains(member));
        if !left.is_empty() {
            tracing::info!(%guild, members = left.len(), "left the club, and are nudged no more");
            self.app.store.remove_reminders_of_leavers(guild, &left).await?;
        }
        Ok(there)
    }

    /// What becomes of a message that wasn't sent; the operator hears of all that stays unsent.
    fn troubled(&self, owed: &Owed, not_sent: &NotSent) -> Settled {
        let now = self.clock.now();
        let allowed = Some(now + UNTIL_ALLOWED);
        let (again, trouble) = match not_sent {
            NotSent::DmsClosed if owed.instead.is_some() => return Settled::Instead(now),
            NotSent::Later(wait, _) => {
                let asked = wait.and_then(|wait| TimeDelta::from_std(wait).ok());
                let pause = due::pause(owed.tries).max(asked.unwrap_or_default());
                (Some(now + pause), DeliveryTrouble::Unreachable)
            }
            NotSent::NoAccess => (allowed, DeliveryTrouble::NoAccess),
            NotSent::NoPermission => (allowed, DeliveryTrouble::NoPermission),
            NotSent::DmsClosed => (None, DeliveryTrouble::DmsClosed),
            NotSent::ChannelGone => (None, DeliveryTrouble::ChannelGone),
            NotSent::Refused(_) => (None, DeliveryTrouble::Refused),
        };
        let again = again.filter(|again| *again <= owed.stale);
        let guild = owed.guild.map(|guild| guild.to_string());
        tracing::warn!(
            guild, to = %owed.to.snowflake(), kind = owed.kind.as_str(), %not_sent,
            again = again.map(|again| again.to_rfc3339()), "a message could not be sent"
        );
        match again {
            Some(again) => Settled::Later(again, trouble),
            None => Settled::Dropped(trouble),
        }
    }
}
