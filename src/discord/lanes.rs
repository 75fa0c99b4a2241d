//! Posts into channels, one at a time in each: what is scheduled first, then members in turn, and what
//! one member is told while they wait as one message.
//!
//! Discord takes about a message a second in a channel. Whoever mentions the bot more often than that
//! waits for their own answers, and keeps nobody else's waiting.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use poise::serenity_prelude::{ChannelId, MessageId, prelude::TypeMapKey};
use tokio::sync::oneshot;

use crate::cards::{self, Card};
use crate::domain::ids::MemberId;
use crate::metrics::METRICS;

/// So many answers become one message; of more, the latest.
const MOST_JOINED: usize = 4;

/// The channels in which something is being posted. Clones share them.
#[derive(Clone, Debug, Default)]
pub(super) struct Lanes(Arc<Mutex<HashMap<ChannelId, Lane>>>);

/// Who waits to post into a channel; it exists while somebody posts there.
type Lane = VecDeque<Waiting>;

#[derive(Debug)]
struct Waiting {
    /// Whom it answers; nobody where it is scheduled.
    member: Option<MemberId>,
    answers: Answers,
    go: oneshot::Sender<Go>,
}

/// What a member is to be told: the answers to their latest messages, and how many there are before these.
#[derive(Debug, Default)]
struct Answers {
    /// By the message that each answers, and its place among those to one message.
    cards: BTreeMap<Answer, Card>,
    left_out: usize,
}

/// Which answer it is: to which message, and which one of those to it.
pub(super) type Answer = (MessageId, char);

impl Answers {
    fn add(&mut self, answer: Answer, card: Card) {
        self.cards.insert(answer, card);
        if self.cards.len() > MOST_JOINED {
            self.cards.pop_first();
            self.left_out += 1;
        }
    }
}

/// What whoever waited may post now.
#[derive(Debug)]
struct Go {
    turn: Turn,
    answers: Answers,
}

/// Leave to post into a channel; the next one's turn comes when it is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    lanes: Lanes,
    channel: ChannelId,
}

impl TypeMapKey for Lanes {
    type Value = Self;
}

impl Lanes {
    /// Waits for leave to post what is scheduled: next, whoever else waits.
    pub(super) async fn scheduled(&self, channel: ChannelId) -> Option<Turn> {
        let waiting = match self.join(channel, None) {
            Joined::Next(turn) => return Some(turn),
            Joined::Waits(waiting) => waiting?,
        };
        waiting.await.ok().map(|go| go.turn)
    }

    /// Waits for leave to answer a member, and tells what with: this, and what else they are to be told
    /// by then; and which answer the last of it is. Nothing where it will be told with what waits for them
    /// already.
    pub(super) async fn answer(
        &self,
        channel: ChannelId,
        member: MemberId,
        answer: Answer,
        card: Card,
    ) -> Option<(Turn, Answer, Card)> {
        let waiting = match self.join(channel, Some((member, answer, &card))) {
            Joined::Next(turn) => return Some((turn, answer, card)),
            Joined::Waits(waiting) => waiting?,
        };
        let Go { turn, answers: Answers { cards, left_out } } = waiting.await.ok()?;
        let (last, _) = cards.last_key_value()?;
        Some((turn, *last, cards::burst(cards.into_values(), left_out)?))
    }

    fn join(&self, channel: ChannelId, told: Option<(MemberId, Answer, &Card)>) -> Joined {
        let mut lanes = self.lanes();
        let Some(lane) = lanes.get_mut(&channel) else {
            lanes.insert(channel, Lane::new());
            return Joined::Next(Turn { lanes: self.clone(), channel });
        };
        let (go, waits) = oneshot::channel();
        let Some((member, answer, card)) = told else {
            let scheduled = lane.iter().take_while(|waiting| waiting.member.is_none()).count();
            METRICS.wait(1);
            lane.insert(scheduled, Waiting { member: None, answers: Answers::default(), go });
            return Joined::Waits(Some(waits));
        };
        if let Some(own) = lane.iter_mut().find(|waiting| waiting.member == Some(member)) {
            own.answers.add(answer, card.clone());
            return Joined::Waits(None);
        }
        let mut answers = Answers::default();
        answers.add(answer, card.clone());
        METRICS.wait(1);
        lane.push_back(Waiting { member: Some(member), answers, go });
        Joined::Waits(Some(waits))
    }

    fn lanes(&self) -> MutexGuard<'_, HashMap<ChannelId, Lane>> {
        // Nothing panics while it holds this.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where something that is to be posted stands.
enum Joined {
    /// It is its turn.
    Next(Turn),
    /// It waits for its turn; or for that of what waits for the same member.
    Waits(Option<oneshot::Receiver<Go>>),
}

impl Drop for Turn {
    fn drop(&mut self) {
        let next = {
            let mut lanes = self.lanes.lanes();
            let Some(lane) = lanes.get_mut(&self.channel) else { return };
            let next = lane.pop_front();
            if next.is_none() {
                lanes.remove(&self.channel);
            }
            next
        };
        if let Some(Waiting { answers, go, .. }) = next {
            METRICS.wait(-1);
            let turn = Self { lanes: self.lanes.clone(), channel: self.channel };
            // Whoever waits no more drops the turn, and so passes it on.
            drop(go.send(Go { turn, answers }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Snowflake;

    fn member(id: u64) -> MemberId {
        MemberId(Snowflake::new(id).unwrap())
    }

    #[tokio::test]
    async fn scheduled_goes_first_members_take_turns_and_a_burst_is_one_message() {
        let (lanes, channel) = (Lanes::default(), ChannelId::new(9));
        let (said, mut told) = tokio::sync::mpsc::unbounded_channel();
        let answer = |id| (MessageId::new(id), 'a');
        let first = lanes.answer(channel, member(1), answer(1), Card::private("first")).await;
        let mut tasks = Vec::new();
        for (who, id, text) in
            [(1, 8, "g"), (1, 3, "c"), (2, 4, "d"), (1, 5, "e"), (1, 2, "b"), (1, 7, "f")]
        {
            let (lanes, said) = (lanes.clone(), said.clone());
            tasks.push(tokio::spawn(async move {
                let card = Card::private(text);
                let told = lanes.answer(channel, member(who), answer(id), card).await;
                if let Some((_turn, last, card)) = told {
                    said.send((last.0.get(), card.text)).unwrap();
                }
            }));
            tokio::task::yield_now().await;
        }
        let scheduled = tokio::spawn({
            let (lanes, said) = (lanes.clone(), said.clone());
            async move {
                let _turn = lanes.scheduled(channel).await.unwrap();
                said.send((0, "nudge".to_owned())).unwrap();
            }
        });
        // Another channel has its own turns.
        drop(lanes.scheduled(ChannelId::new(8)).await.unwrap());
        tokio::task::yield_now().await;
        drop(first);
        scheduled.await.unwrap();
        for task in tasks {
            task.await.unwrap();
        }
        drop(said);
        let mut order = Vec::new();
        while let Some(text) = told.recv().await {
            order.push(text);
        }
        let burst = cards::burst(["c", "e", "f", "g"].map(Card::private), 1).unwrap().text;
        assert_eq!(order, [(0, "nudge".to_owned()), (8, burst), (4, "d".to_owned())]);
        assert!(lanes.lanes().is_empty());
    }

    #[tokio::test]
    async fn who_stops_waiting_passes_their_turn_on() {
        let (lanes, channel) = (Lanes::default(), ChannelId::new(9));
        let first = lanes.scheduled(channel).await.unwrap();
        let gone = tokio::spawn({
            let lanes = lanes.clone();
            async move { lanes.scheduled(channel).await.is_some() }
        });
        tokio::task::yield_now().await;
        gone.abort();
        drop(gone.await);
        let answer = (MessageId::new(1), 'a');
        let next = tokio::spawn({
            let lanes = lanes.clone();
            async move { lanes.answer(channel, member(2), answer, Card::private("hi")).await.is_some() }
        });
        tokio::task::yield_now().await;
        drop(first);
        assert!(next.await.unwrap());
        assert!(lanes.lanes().is_empty());
    }
}
