//! poise, as it comes, on the sandbox.

use fresh_legs::sandbox::Outcome;
use serenity::all::{ClientBuilder, GatewayIntents, HttpBuilder};

use super::{PATIENCE, bot, sandbox};
use crate::openapi;

type Error = Box<dyn std::error::Error + Send + Sync>;
type Context<'a> = poise::Context<'a, (), Error>;

/// Log recovery
#[poise::command(slash_command)]
async fn recover(
    ctx: Context<'_>,
    #[description = "What you did"] what: String,
    #[description = "How long"]
    #[min = 1]
    #[max = 1440]
    minutes: Option<i64>,
) -> Result<(), Error> {
    ctx.say(format!("{what}, {minutes:?}")).await?;
    Ok(())
}

#[tokio::test]
async fn poise_registers_its_commands_and_answers() {
    let sandbox = sandbox().await;
    let framework = poise::Framework::builder()
        .options(poise::FrameworkOptions { commands: vec![recover()], ..Default::default() })
        .setup(|ctx, _, framework| {
            Box::pin(async move {
                poise::builtins::register_globally(ctx, &framework.options().commands).await?;
                Ok(())
            })
        })
        .build();
    let http = HttpBuilder::new(sandbox.token()).client(bot::web(&sandbox)).build();
    let client = ClientBuilder::new_with_http(http, GatewayIntents::non_privileged());
    let mut client = client.framework(framework).await.unwrap();
    let task = tokio::spawn(async move { client.start().await });
    sandbox.wait_for_bot(PATIENCE).await.unwrap();
    let sam = sandbox.client("sam", "recovery").unwrap();
    let Outcome::Replied(reply) = sam.type_line("/recover boots minutes:30").await.unwrap() else {
        panic!("not a reply");
    };
    assert_eq!(reply.content, "boots, Some(30)");
    openapi::check(&sandbox.exchanges());
    task.abort();
}
