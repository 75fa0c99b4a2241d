//! Members and a serenity bot talking through the sandbox.

use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{ChatEvent, Club, GuildSetup, Outcome, Refusal, Sandbox};
use serde_json::json;

use super::{PATIENCE, bot, sandbox};
use crate::openapi;

#[tokio::test]
async fn a_typed_line_is_literal_and_a_tabbed_one_fills_its_options() {
    let sandbox = sandbox().await;
    let _bot = bot::start(&sandbox).await;
    let jess = sandbox.client("jess", "recovery").unwrap();
    let said = |outcome: Outcome| match outcome {
        Outcome::Replied(message) => message.content,
        other => panic!("{other:?}"),
    };
    let literal = said(jess.type_line("/echo boots 30").await.unwrap());
    assert_eq!(literal, r#"what=String("boots 30")"#);
    let options = [("what", json!("boots")), ("minutes", json!(30))];
    let tabbed = said(jess.slash("echo", &options).await.unwrap());
    assert_eq!(tabbed, r#"what=String("boots") minutes=Integer(30)"#);
    assert_eq!(said(jess.type_line("/echo boots minutes:30").await.unwrap()), tabbed);
    let resolved = said(jess.type_line("/echo hi who:@sam").await.unwrap());
    assert!(resolved.contains(r#"name: "sam""#), "{resolved}");
    let file = jess.upload("run.gpx", b"<gpx/>");
    let options = [("what", json!("run")), ("file", json!(file.id))];
    let attached = said(jess.slash("echo", &options).await.unwrap());
    assert!(attached.contains(r#"filename: "run.gpx""#), "{attached}");
    let refused = jess.type_line("/echo x minutes:1441").await.unwrap_err();
    assert_eq!(refused.to_string(), "minutes: Enter a value of at most 1440.");
}

#[tokio::test]
async fn answers_come_in_every_shape_discord_has() {
    let sandbox = sandbox().await;
    let _bot = bot::start(&sandbox).await;
    let jess = sandbox.client("jess", "recovery").unwrap();
    let mut events = sandbox.subscribe();

    let Outcome::Replied(private) = jess.slash("private", &[]).await.unwrap() else { panic!() };
    assert!(private.is_private());
    assert!(sandbox.messages("recovery", "jess").unwrap().iter().any(|m| m.id == private.id));
    assert!(sandbox.messages("recovery", "sam").unwrap().iter().all(|m| m.id != private.id));
    assert!(
        matches!(events.recv().await.unwrap(), ChatEvent::MessageCreated { message } if message.id == private.id)
    );

    let Outcome::Thinking(id) = jess.slash("think", &[]).await.unwrap() else { panic!() };
    let done = sandbox.filled(id, PATIENCE).await.unwrap();
    assert_eq!(
        (done.content.as_str(), done.attachments[0].filename.as_str()),
        ("done", "card.png")
    );
    let (kind, bytes) = sandbox.file(done.attachments[0].id).unwrap();
    assert_eq!((kind.as_str(), &bytes[..]), ("image/png", b"a picture".as_slice()));
    let fetched = bot::web(&sandbox).get(&done.attachments[0].url).send().await.unwrap();
    assert_eq!(fetched.bytes().await.unwrap(), bytes);
    let more = |s: &Sandbox| {
        s.messages("recovery", "sam").ok()?.into_iter().find(|m| m.content == "and more")
    };
    sandbox.until(PATIENCE, more).await.unwrap();

    let Outcome::Modal(form) = jess.slash("form", &[]).await.unwrap() else { panic!() };
    let empty = jess.submit(&form, &[]).await.unwrap_err();
    assert_eq!(empty, Refusal::MissingOption { option: "Note".to_owned() });
    let Outcome::Replied(noted) = jess.submit(&form, &[("note", "sore")]).await.unwrap() else {
        panic!()
    };
    assert_eq!(noted.content, "noted: sore");

    let Outcome::Replied(choose) = jess.slash("buttons", &[]).await.unwrap() else { panic!() };
    let update = choose.component("update").unwrap();
    let acknowledge = choose.component("acknowledge").unwrap();
    let quiet = jess.press(choose.id, &acknowledge).await.unwrap();
    assert!(matches!(quiet, Outcome::AcknowledgedOnly(_)));
    let areas = choose.component("Where?").unwrap();
    let none = jess.select(choose.id, &areas, &["toes"]).await.unwrap_err();
    assert_eq!(none, Refusal::InvalidSelection { min: 1, max: 1 });
    let Outcome::Updated(chosen) = jess.select(choose.id, &areas, &["hips"]).await.unwrap() else {
        panic!()
    };
    assert!(chosen.content.contains("hips"), "{}", chosen.content);
    assert_eq!(jess.press(choose.id, &update).await.unwrap_err(), Refusal::NothingToPress);

    let suggested = jess.suggest("/echo what:boo").await.unwrap();
    assert_eq!(suggested[0].name, "boo · 30 min");
    assert!(sandbox.exchanges().iter().all(|exchange| exchange.status < 300));
    openapi::check(&sandbox.exchanges());
}

#[tokio::test]
async fn commands_with_default_permissions_show_only_to_those_who_have_them() {
    let sandbox = sandbox().await;
    let _bot = bot::start(&sandbox).await;
    let [jess, coach] = ["jess", "coach"].map(|name| sandbox.client(name, "recovery").unwrap());
    let offers =
        |client: &fresh_legs::sandbox::Client| client.commands().iter().any(|c| c.name == "club");
    assert!(!offers(&jess) && offers(&coach));
    let refused = jess.type_line("/club").await.unwrap_err();
    assert_eq!(refused, Refusal::UnknownCommand { name: "club".to_owned() });
}

#[tokio::test]
async fn the_bot_reads_direct_messages_and_mentions_and_nothing_else() {
    let sandbox = sandbox().await;
    let bot = bot::start(&sandbox).await;
    let jess = sandbox.client("jess", "recovery").unwrap();
    jess.say("just chatting").unwrap();
    jess.say("@Fresh Legs hello").unwrap();
    jess.dm().say("in private").unwrap();
    let answered = |s: &Sandbox| {
        let dm = s.client("jess", "recovery").ok()?.dm();
        dm.messages().into_iter().find(|m| m.content == "heard you")
    };
    let answer = sandbox.until(PATIENCE, answered).await.unwrap();
    assert!(answer.reply_to.is_some());
    // Three from jess, and the bot's own two answers.
    let texts = bot.noticed(|seen| seen.texts.len() == 5).await.texts;
    let bot_id = sandbox.person("Fresh Legs").unwrap();
    assert!(texts.contains(&String::new()) && texts.contains(&"in private".to_owned()));
    assert!(
        texts.contains(&format!("<@{bot_id}> hello"))
            && !texts.contains(&"just chatting".to_owned())
    );
}

#[tokio::test]
async fn a_reply_to_the_bots_own_message_reaches_it_and_one_to_a_command_does_not() {
    let sandbox = sandbox().await;
    let bot = bot::start(&sandbox).await;
    let sam = sandbox.client("sam", "recovery").unwrap();
    let Outcome::Replied(answer) = sam.type_line("/echo boots").await.unwrap() else { panic!() };
    let channel = serenity::all::ChannelId::new(sam.channel().get());
    let nudge = channel.say(&bot.http, "time to recover").await.unwrap();
    sam.reply(answer.id, "to the command").unwrap();
    sam.reply(nudge.id.get().into(), "to the nudge").unwrap();
    // The command's answer and the nudge, the two replies, and the bot's answer to one of them.
    let texts = bot.noticed(|seen| seen.texts.len() == 5).await.texts;
    assert!(texts.contains(&"to the nudge".to_owned()));
    assert!(!texts.contains(&"to the command".to_owned()));
}

#[tokio::test]
async fn two_guilds_and_their_direct_messages_keep_to_themselves() {
    let mut club = Club::default();
    club.people.push("robin".to_owned());
    club.guilds.push(GuildSetup {
        name: "Hill Striders".to_owned(),
        owner: "robin".to_owned(),
        members: vec!["robin".to_owned()],
        channels: vec!["hills".to_owned()],
        roles: Vec::new(),
    });
    let sandbox = Sandbox::start(club, Clock::system()).await.unwrap();
    let _bot = bot::start(&sandbox).await;
    let robin = sandbox.client("robin", "hills").unwrap();
    let away = sandbox.client("robin", "recovery").unwrap();
    assert!(matches!(robin.type_line("/echo hills").await.unwrap(), Outcome::Replied(_)));
    assert!(away.commands().is_empty());
    assert_eq!(away.say("hello?").unwrap_err(), Refusal::CannotWrite);
    let names: Vec<String> =
        sandbox.channels(robin.member()).into_iter().map(|channel| channel.name).collect();
    assert_eq!(names, ["hills"]);
    let private = robin.dm();
    assert!(matches!(private.type_line("/echo here").await.unwrap(), Outcome::Replied(_)));
    let eavesdropper = sandbox.person("jess").unwrap();
    assert!(sandbox.channels(eavesdropper).iter().all(|channel| channel.id != private.channel()));
}
