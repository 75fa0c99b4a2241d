//! A small bot on plain serenity that shows every way to answer.

use std::sync::Arc;

use fresh_legs::sandbox::Sandbox;
use serenity::all::{
    ActionRowComponent, AutocompleteChoice, Client, CommandInteraction, CommandOptionType,
    ComponentInteraction, Context, CreateActionRow, CreateAttachment, CreateAutocompleteResponse,
    CreateButton, CreateCommand, CreateCommandOption, CreateInputText, CreateInteractionResponse,
    CreateInteractionResponseFollowup, CreateInteractionResponseMessage, CreateModal,
    CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption, EditInteractionResponse,
    EventHandler, GatewayIntents, Http, HttpBuilder, InputTextStyle, Interaction, Message,
    ModalInteraction, Permissions, Ready, ResumedEvent,
};
use serenity::async_trait;
use serenity::http::HttpError;
use tokio::sync::watch;
use tokio::task::AbortHandle;

/// The running bot; it ends with this.
pub(crate) struct Bot {
    task: AbortHandle,
    pub(super) http: Arc<Http>,
    seen: Arc<watch::Sender<Seen>>,
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// What the bot noticed.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// The texts of messages, as they arrived.
    pub(super) texts: Vec<String>,
    pub(super) resumes: u32,
    /// The interactions, as they arrived.
    pub(super) interactions: Vec<u64>,
}

impl Bot {
    /// Waits until the bot has noticed something.
    pub(super) async fn noticed(&self, what: impl FnMut(&Seen) -> bool) -> Seen {
        let mut seen = self.seen.subscribe();
        let found = tokio::time::timeout(super::PATIENCE, seen.wait_for(what)).await;
        found.unwrap().unwrap().clone()
    }
}

/// A client that reaches the sandbox as the bot does: by name, trusting its authority alone.
pub(super) fn web(sandbox: &Sandbox) -> reqwest::Client {
    let ca = reqwest::Certificate::from_pem(sandbox.ca_pem().as_bytes()).unwrap();
    reqwest::Client::builder()
        .use_rustls_tls()
        .tls_built_in_root_certs(false)
        .add_root_certificate(ca)
        .resolve("discord.com", sandbox.api_addr())
        .build()
        .unwrap()
}

/// Starts the bot and waits until it is ready.
pub(crate) async fn start(sandbox: &Sandbox) -> Bot {
    let http = HttpBuilder::new(sandbox.token()).client(web(sandbox)).build();
    let seen = Arc::<watch::Sender<Seen>>::default();
    let intents = GatewayIntents::non_privileged();
    let handler = Handler { seen: Arc::clone(&seen) };
    let client = serenity::client::ClientBuilder::new_with_http(http, intents);
    let mut client: Client = client.event_handler(handler).await.unwrap();
    let http = Arc::clone(&client.http);
    let task = tokio::spawn(async move { client.start().await }).abort_handle();
    sandbox.wait_for_bot(super::PATIENCE).await.unwrap();
    Bot { task, http, seen }
}

struct Handler {
    seen: Arc<watch::Sender<Seen>>,
}

impl Handler {
    async fn command(&self, ctx: &Context, command: &CommandInteraction) -> serenity::Result<()> {
        match command.data.name.as_str() {
            "echo" => {
                let given: Vec<String> = command
                    .data
                    .options()
                    .iter()
                    .map(|option| format!("{}={:?}", option.name, option.value))
                    .collect();
                command.create_response(&ctx.http, say(&given.join(" "))).await
            }
            "private" => {
                let message =
                    CreateInteractionResponseMessage::new().content("psst").ephemeral(true);
                command
                    .create_response(&ctx.http, CreateInteractionResponse::Message(message))
                    .await
            }
            "think" => {
                command.defer(&ctx.http).await?;
                let file = CreateAttachment::bytes(b"a picture".as_slice(), "card.png");
                let edit = EditInteractionResponse::new().content("done").new_attachment(file);
                command.edit_response(&ctx.http, edit).await?;
                let more = CreateInteractionResponseFollowup::new().content("and more");
                command.create_followup(&ctx.http, more).await.map(drop)
            }
            "form" => {
                let note =
                    CreateInputText::new(InputTextStyle::Short, "Note", "note").max_length(20);
                let rows = vec![CreateActionRow::InputText(note)];
                let modal = CreateModal::new("form", "A form").components(rows);
                command.create_response(&ctx.http, CreateInteractionResponse::Modal(modal)).await
            }
            "buttons" => {
                let buttons =
                    ["update", "acknowledge"].map(|id| CreateButton::new(id).label(id)).to_vec();
                let options =
                    ["calves", "hips"].map(|area| CreateSelectMenuOption::new(area, area));
                let kind = CreateSelectMenuKind::String { options: options.to_vec() };
                let menu = CreateSelectMenu::new("areas", kind).placeholder("Where?");
                let rows =
                    vec![CreateActionRow::Buttons(buttons), CreateActionRow::SelectMenu(menu)];
                let message =
                    CreateInteractionResponseMessage::new().content("choose").components(rows);
                command
                    .create_response(&ctx.http, CreateInteractionResponse::Message(message))
                    .await
            }
            "twice" => {
                command.create_response(&ctx.http, say("once")).await?;
                command.create_response(&ctx.http, say("twice")).await
            }
            "long" => {
                let text = "x".repeat(2001);
                let data = serde_json::json!({ "type": 4, "data": { "content": text } });
                let files = Vec::new();
                ctx.http.create_interaction_response(command.id, &command.token, &data, files).await
            }
            _ => Ok(()),
        }
    }

    async fn component(
        &self,
        ctx: &Context,
        pressed: &ComponentInteraction,
    ) -> serenity::Result<()> {
        let answer = match pressed.data.custom_id.as_str() {
            "acknowledge" => CreateInteractionResponse::Acknowledge,
            id => {
                let text = format!("{id}: {:?}", pressed.data.kind);
                let message = CreateInteractionResponseMessage::new().content(text);
                CreateInteractionResponse::UpdateMessage(message.components(Vec::new()))
            }
        };
        pressed.create_response(&ctx.http, answer).await
    }

    async fn modal(&self, ctx: &Context, modal: &ModalInteraction) -> serenity::Result<()> {
        let ActionRowComponent::InputText(input) = &modal.data.components[0].components[0] else {
            panic!("a form without a text field");
        };
        let text = format!("noted: {}", input.value.as_deref().unwrap_or_default());
        modal.create_response(&ctx.http, say(&text)).await
    }
}

fn say(text: &str) -> CreateInteractionResponse {
    let message = CreateInteractionResponseMessage::new().content(text);
    CreateInteractionResponse::Message(message)
}

#[async_trait]
impl EventHandler for Handler {
    async fn ready(&self, ctx: Context, _: Ready) {
        let option = |kind, name: &str| CreateCommandOption::new(kind, name, "An option");
        let named = |name: &str| CreateCommand::new(name).description("A command");
        let mut commands: Vec<CreateCommand> =
            ["private", "think", "form", "buttons", "twice", "long", "silent"].map(named).to_vec();
        let what = option(CommandOptionType::String, "what").required(true).set_autocomplete(true);
        let minutes =
            option(CommandOptionType::Integer, "minutes").min_int_value(1).max_int_value(1440);
        let who = option(CommandOptionType::User, "who");
        let file = option(CommandOptionType::Attachment, "file");
        commands.push(named("echo").set_options(vec![what, minutes, who, file]));
        commands.push(named("club").default_member_permissions(Permissions::MANAGE_GUILD));
        serenity::all::Command::set_global_commands(&ctx.http, commands).await.unwrap();
    }

    async fn resume(&self, _: Context, _: ResumedEvent) {
        self.seen.send_modify(|seen| seen.resumes += 1);
    }

    async fn message(&self, ctx: Context, message: Message) {
        self.seen.send_modify(|seen| seen.texts.push(message.content.clone()));
        let is_asked = !message.author.bot
            && (message.guild_id.is_none() || message.mentions.iter().any(|user| user.bot));
        if is_asked {
            message.reply(&ctx.http, "heard you").await.unwrap();
        }
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        self.seen.send_modify(|seen| seen.interactions.push(interaction.id().get()));
        let result = match &interaction {
            Interaction::Command(command) => self.command(&ctx, command).await,
            Interaction::Component(pressed) => self.component(&ctx, pressed).await,
            Interaction::Modal(modal) => self.modal(&ctx, modal).await,
            Interaction::Autocomplete(typing) => {
                let typed =
                    typing.data.autocomplete().map(|option| option.value).unwrap_or_default();
                let choice = AutocompleteChoice::new(format!("{typed} · 30 min"), typed);
                let choices = CreateAutocompleteResponse::new().set_choices(vec![choice]);
                let answer = CreateInteractionResponse::Autocomplete(choices);
                typing.create_response(&ctx.http, answer).await
            }
            _ => Ok(()),
        };
        // Some commands are there to be refused; anything but an answer would be a fault of ours.
        if let Err(error) = result {
            assert!(
                matches!(error, serenity::Error::Http(HttpError::UnsuccessfulRequest(_))),
                "{error:?}"
            );
        }
    }
}
