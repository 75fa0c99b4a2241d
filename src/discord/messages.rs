//! Plain words said to the bot, in a direct message or where it is mentioned; the rest of the chat is
//! none of its business.
//!
//! A message counts as it was when it arrived: changing it later changes nothing, as an entry is
//! changed by `/history`. Its id is what it logs under, so that it logs once however often it arrives.

use std::pin::pin;

use poise::FrameworkContext;
use poise::serenity_prelude as serenity;
use serenity::{
    Attachment, ChannelId, Context, CreateMessage, FullEvent, Message, MessageId, Nonce,
};
use tokio::sync::watch;
use tokio::time::Instant;

use super::hiccup::{Answered, again};
use super::lanes::Lanes;
use super::said::{self, Said, Saying};
use super::{Event, Trouble, answer, drawing, files, render};
use crate::actions::{self, App, Progress};
use crate::cards::{self, Button, Card, ComponentId, Opens, Row, RunClick};
use crate::domain::ids::{MemberId, Snowflake};
use crate::domain::reading::Reading;
use crate::error::Failure;
use crate::metrics::{METRICS, Outcome};
use crate::store::Source;

/// Handles messages meant for the bot: direct ones, and those that mention it by name.
pub(super) async fn handle(
    framework: FrameworkContext<'_, App, Trouble>,
    event: &FullEvent,
) -> Result<(), Trouble> {
    let FullEvent::Message { new_message: message } = event else { return Ok(()) };
    if message.author.bot || !is_for_us(message, framework.bot_id) {
        return Ok(());
    }
    let context = framework.serenity_context;
    let lanes = context.data.read().await.get::<Lanes>().cloned().unwrap_or_default();
    let conversation = Conversation { context, message, lanes };
    if let Err(error) = conversation.answer(framework.user_data, framework.bot_id).await {
        // What was said stays out of the log.
        let channel = message.channel_id;
        tracing::warn!(%error, %channel, message = message.id.get(), "could not answer a message");
    }
    Ok(())
}

fn is_for_us(message: &Message, bot: serenity::UserId) -> bool {
    message.guild_id.is_none() || message.mentions.iter().any(|user| user.id == bot)
}

/// What tells the private answers to one message apart; there are as many as it has wishes, and one more.
const PRIVATE_MARKS: [char; 4] = ['b', 'c', 'f', 'g'];

/// The answers to one message, put together: what all may see is one reply.
#[derive(Default)]
struct Told {
    openly: Option<Card>,
    privately: Vec<(Card, Opens)>,
    asides: Vec<Card>,
}

impl Told {
    fn add(&mut self, answer: Said) {
        match answer {
            Said::Openly(card) => self.openly = Some(self.joined(card)),
            Said::OpenlyBeside(card, aside) => {
                self.openly = Some(self.joined(card));
                self.asides.push(aside);
            }
            Said::Privately(card, what) => self.privately.push((card, what)),
        }
    }

    fn joined(&mut self, card: Card) -> Card {
        match self.openly.take() {
            Some(first) => first.followed_by(card),
            None => card,
        }
    }
}

/// A message, and the ways to answer it.
struct Conversation<'a> {
    context: &'a Context,
    message: &'a Message,
    lanes: Lanes,
}

impl Conversation<'_> {
    async fn answer(&self, app: &App, bot: serenity::UserId) -> Result<(), Trouble> {
        let event = self.event()?;
        let text = without_mention(&self.message.content, bot);
        let id = self.message.id.get();
        let nick = self.message.member.as_ref().and_then(|member| member.nick.clone());
        let name = nick.unwrap_or_else(|| self.message.author.display_name().to_owned());
        let reading = answer::read(app, event, &text).await;
        let files: Vec<&Attachment> =
            self.message.attachments.iter().filter(|file| files::is_from_a_watch(file)).collect();
        let saying = Saying { event, name: &name, reading: &reading, has_files: !files.is_empty() };
        let began = Instant::now();
        let mut told = Told::default();
        let mut shown = None;
        if !files.is_empty() {
            let handed = self.hand_over(app, event, &reading, &files, &mut shown).await;
            match handed {
                Ok((card, asides)) => {
                    told.openly = Some(card);
                    told.asides = asides;
                }
                Err(failure) => {
                    let catalogue = answer::catalogue(app, event.place.guild).await;
                    told.openly = Some(answer::settled(Err(failure), &catalogue, id));
                }
            }
        }
        let outcome = match said::answer(app, &self.context.http, saying).await {
            Ok(answers) => {
                answers.into_iter().for_each(|answer| told.add(answer));
                Outcome::Done
            }
            Err(failure) => {
                let outcome = answer::outcome_of(app, &failure);
                let catalogue = answer::catalogue(app, event.place.guild).await;
                let refused = answer::settled(Err(failure), &catalogue, id);
                if !actions::raises_flag(&[&reading]) {
                    told.openly = Some(told.joined(refused));
                }
                outcome
            }
        };
        METRICS.answer("message", outcome, began.elapsed());
        let Told { openly, privately, asides } = told;
        let minded = match answer::minded(app, event, &[&reading]).await {
            Ok(minded) => minded.map(|card| (card, Opens::Flag)),
            Err(error) => {
                let reference = answer::reference(id);
                tracing::error!(%reference, %error, "what was said could not be minded");
                Some((cards::trouble(&reference), Opens::Help))
            }
        };
        let is_answered = openly.is_some();
        let mut tried = Vec::new();
        if let Some(card) = openly {
            let card = drawing::drawn(self.for_all(card)).await;
            tried.push(match shown {
                Some(shown) => self.change(&shown, &card).await,
                None => self.reply(&card, 'a').await,
            });
        }
        for (mark, (card, what)) in
            PRIVATE_MARKS.into_iter().zip(privately.into_iter().chain(minded))
        {
            let card = drawing::drawn(card).await;
            tried.push(self.tell(app, event, &card, &what, mark, is_answered).await);
        }
        for card in asides {
            tried.push(self.tell_aside(&card).await);
        }
        answer::all(tried)
    }

    /// Logs the runs in files; where that takes a while, `shown` is the message that says so.
    async fn hand_over(
        &self,
        app: &App,
        event: Event,
        reading: &Reading,
        files: &[&Attachment],
        shown: &mut Option<Message>,
    ) -> Result<(Card, Vec<Card>), Failure> {
        let given =
            files::Given { event, what: Some(reading), kind: None, source: Source::Message };
        let (progress, read) = watch::channel(Progress::default());
        let mut read = Some(read);
        let mut work = pin!(files::handed_over(app, self.context, given, files, progress));
        loop {
            let card = tokio::select! {
                biased;
                result = &mut work => return result,
                card = answer::next_progress(&mut read) => card,
            };
            match shown {
                Some(shown) => answer::say_progress(self.change(shown, &card).await),
                None => {
                    let reply = render::posted(&card).reference_message(self.message);
                    let sent = self.message.channel_id.send_message(self.context, reply).await;
                    *shown = sent.inspect_err(|error| tracing::debug!(%error, "not said")).ok();
                }
            }
        }
    }

    /// Puts a card in place of a message of ours.
    async fn change(&self, shown: &Message, card: &Card) -> Result<(), Trouble> {
        let (channel, edit) = (shown.channel_id, render::changed(card));
        again(|| channel.edit_message(self.context, shown.id, edit.clone())).await.map(drop)
    }

    fn event(&self) -> Result<Event, Trouble> {
        let origin = serenity::InteractionId::new(self.message.id.get());
        let Message { author, guild_id, channel_id, .. } = self.message;
        Event::new(origin, author.id, *guild_id, *channel_id)
    }

    fn is_direct(&self) -> bool {
        self.message.guild_id.is_none()
    }

    /// A card that everyone sees: what is asked of one member is a button for nobody else.
    fn for_all(&self, card: Card) -> Card {
        if !card.private || self.is_direct() {
            return card;
        }
        let buttons = card.rows.iter().flat_map(|row| match row {
            Row::Buttons(buttons) => buttons.as_slice(),
            Row::Menu(_) | Row::Channels(_) => &[],
        });
        let own: Vec<Button> = buttons.filter_map(own).collect();
        let card = Card { rows: Vec::new(), ..card };
        if own.is_empty() { card } else { card.with_row(own) }
    }

    /// Tells the one who asked, and nobody else; what all see then says nothing of it.
    async fn tell(
        &self,
        app: &App,
        event: Event,
        card: &Card,
        what: &Opens,
        mark: char,
        is_answered: bool,
    ) -> Result<(), Trouble> {
        if self.is_direct() {
            return self.reply(card, mark).await;
        }
        match self.write(card, mark).await {
            // What can't wait isn't left to be found.
            Ok(()) if is_answered && *what != Opens::Flag => Ok(()),
            Ok(()) => self.reply(&cards::sent(), 'd').await,
            Err(error) => {
                tracing::debug!(%error, "a direct message could not be sent");
                let Event { origin, member, .. } = event;
                // A second answer has no button of its own: the first one opens what matters most.
                let comes_first = *what == Opens::Flag;
                let opens = what.to_string();
                let kept =
                    actions::put_behind_button(app, origin, member, &opens, comes_first).await;
                let card = match kept {
                    Ok(()) => cards::behind_a_button(member, origin),
                    Err(error) => {
                        let reference = answer::reference(self.message.id.get());
                        tracing::error!(%reference, %error, "nothing could be put behind a button");
                        cards::trouble(&reference)
                    }
                };
                self.reply(&card, 'd').await
            }
        }
    }

    /// Tells the one who said something a word beside its answer. Where they can't be written to it
    /// stays unsaid: it is nobody else's, and no reply worth a button.
    async fn tell_aside(&self, card: &Card) -> Result<(), Trouble> {
        const MARK: char = 'e';
        if self.is_direct() {
            return self.reply(card, MARK).await;
        }
        self.write(card, MARK).await
    }

    /// Writes a direct message to the one who said something.
    async fn write(&self, card: &Card, mark: char) -> Result<(), Trouble> {
        let direct = self.message.author.create_dm_channel(self.context).await?;
        self.send(direct.id, card, |card, _| render::posted(card), mark).await
    }

    async fn reply(&self, card: &Card, mark: char) -> Result<(), Trouble> {
        let channel = self.message.channel_id;
        let reply = |card: &Card, to| render::posted(card).reference_message((channel, to));
        self.send(channel, card, reply, mark).await
    }

    /// Sends what Discord recognises when it comes again, so that trying again is safe; in its turn, with
    /// all that its member is to be told there by then.
    async fn send(
        &self,
        channel: ChannelId,
        card: &Card,
        render: impl Fn(&Card, MessageId) -> CreateMessage,
        mark: char,
    ) -> Result<(), Trouble> {
        let id = self.message.author.id.get();
        let member = MemberId(Snowflake::new(id).ok_or(Trouble::NotAnId(id))?);
        let answer = (self.message.id, mark);
        let turn = self.lanes.answer(channel, member, answer, card.clone()).await;
        let Some((_turn, (to, mark), card)) = turn else { return Ok(()) };
        let nonce = Nonce::String(format!("{to}{mark}"));
        let message = render(&card, to).nonce(nonce).enforce_nonce(true);
        let sent: Answered = again(|| channel.send_message(self.context, message.clone())).await?;
        tracing::debug!(?sent, "a message is answered");
        Ok(())
    }
}

/// A button for the one who said something, if there can be one.
fn own(button: &Button) -> Option<Button> {
    let id = match &button.id {
        // Its row says whose it is.
        ComponentId::Choose { .. } => button.id.clone(),
        ComponentId::RunAgain(click) => {
            ComponentId::RunAgain(RunClick { asked_openly: true, ..*click })
        }
        _ => return None,
    };
    id.fits().then(|| Button { id, ..button.clone() })
}

/// What was said, without the mention that says it to us.
fn without_mention(content: &str, bot: serenity::UserId) -> String {
    let content = content.replace(&format!("<@{bot}>"), " ").replace(&format!("<@!{bot}>"), " ");
    content.trim().trim_start_matches([',', ':']).trim().to_owned()
}
