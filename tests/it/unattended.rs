//! The program left alone: hiccups at its start, hangs at its end, and a log that tells nobody's words.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Client, Club, Fault, Outcome, Sandbox, Times};
use serde_json::json;

use crate::journeys::{PATIENCE, answer};
use crate::process::{run, wait};

/// Longer than a debug build takes to start with all its pauses, also where many tests start one at once.
const START: Duration = Duration::from_secs(90);

async fn club() -> (tempfile::TempDir, Sandbox) {
    let sandbox = Sandbox::start(Club::default(), Clock::system()).await.unwrap();
    (tempfile::tempdir().unwrap(), sandbox)
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").arg(name).arg(child.id().to_string()).status().unwrap();
    assert!(sent.success());
}

/// Waits for a program that was told to stop; one that doesn't is killed and fails the test.
async fn ends(child: Child) -> ExitStatus {
    let id = child.id().to_string();
    let ended = tokio::time::timeout(PATIENCE, wait(child)).await;
    ended.unwrap_or_else(|_| {
        Command::new("kill").arg("-KILL").arg(&id).status().unwrap();
        panic!("it doesn't end")
    })
}

/// Reads the log until a line holds these words.
async fn logs(child: &mut Child, words: &'static str) {
    let log = child.stderr.take().unwrap();
    let read = tokio::task::spawn_blocking(move || {
        let mut lines = BufReader::new(log).lines().map_while(Result::ok);
        lines.any(|line| line.contains(words))
    });
    assert!(tokio::time::timeout(START, read).await.unwrap().unwrap(), "{words} isn't logged");
}

#[tokio::test]
async fn a_start_waits_out_every_hiccup() {
    let (folder, sandbox) = club().await;
    let short = Duration::from_millis(100);
    for (method, route, fault) in [
        ("GET", "/gateway", Fault::Status(503)),
        ("GET", "/gateway", Fault::LoseAnswer),
        ("GET", "/oauth2/applications/@me", Fault::RateLimited(short)),
        ("PUT", "/applications/", Fault::Status(500)),
    ] {
        sandbox.arm(method, route, fault, Times::Next(1));
    }
    let child = run(&sandbox, folder.path()).stderr(Stdio::null()).spawn().unwrap();
    sandbox.wait_for_bot(START).await.unwrap();
    let jess = sandbox.client("jess", "recovery").unwrap();
    assert!(answer(jess.type_line("/recover boots 30").await.unwrap()).content.contains("Boots"));
    signal(&child, "-TERM");
    assert!(ends(child).await.success());
}

#[tokio::test]
async fn a_server_that_never_answers_is_asked_again() {
    let (folder, sandbox) = club().await;
    sandbox.arm("GET", "/gateway", Fault::HoldUntilDisarmed, Times::Next(1));
    let mut child = run(&sandbox, folder.path()).spawn().unwrap();
    logs(&mut child, "not online; trying again").await;
    sandbox.wait_for_bot(START).await.unwrap();
    signal(&child, "-TERM");
    assert!(ends(child).await.success());
}

#[tokio::test]
async fn asked_to_stop_it_leaves_whatever_hangs() {
    // Before it is online, ...
    let (folder, sandbox) = club().await;
    sandbox.arm("GET", "/gateway", Fault::HoldUntilDisarmed, Times::Always);
    let mut child = run(&sandbox, folder.path()).spawn().unwrap();
    logs(&mut child, "not online; trying again").await;
    signal(&child, "-TERM");
    assert!(ends(child).await.success());

    // ... and with an answer under way that nobody takes.
    let (folder, sandbox) = club().await;
    let child = run(&sandbox, folder.path()).stderr(Stdio::null()).spawn().unwrap();
    sandbox.wait_for_bot(START).await.unwrap();
    sandbox.arm("POST", "/interactions", Fault::HoldUntilDisarmed, Times::Always);
    sandbox.arm("POST", "/channels", Fault::HoldUntilDisarmed, Times::Always);
    let jess = sandbox.client("jess", "recovery").unwrap();
    let typed = tokio::spawn(async move { jess.type_line("/recover boots 30").await });
    let invoked = |sandbox: &Sandbox| sandbox.last_invocation().map(drop);
    sandbox.until(PATIENCE, invoked).await.unwrap();
    signal(&child, "-TERM");
    assert!(ends(child).await.success());
    typed.abort();
}

#[tokio::test]
async fn a_gateway_that_refuses_every_session_is_left_alone_for_a_while() {
    let (folder, sandbox) = club().await;
    sandbox.refuse_sessions(Some(4010));
    let mut child = run(&sandbox, folder.path()).spawn().unwrap();
    logs(&mut child, "Discord's gateway doesn't answer").await;
    // Half a minute's worth, and five seconds between any two.
    assert!(sandbox.sessions_refused() <= 8, "{}", sandbox.sessions_refused());
    sandbox.refuse_sessions(None);
    sandbox.wait_for_bot(START).await.unwrap();
    signal(&child, "-TERM");
    assert!(ends(child).await.success());
}

#[tokio::test]
async fn a_hangup_changes_nothing() {
    let (folder, sandbox) = club().await;
    let mut child = run(&sandbox, folder.path()).spawn().unwrap();
    sandbox.wait_for_bot(START).await.unwrap();
    signal(&child, "-HUP");
    logs(&mut child, "a hangup changes nothing").await;
    let jess = sandbox.client("jess", "recovery").unwrap();
    assert!(answer(jess.type_line("/recover boots 30").await.unwrap()).content.contains("Boots"));
    signal(&child, "-TERM");
    assert!(ends(child).await.success());
}

/// Words that nobody but their member and the bot is to see; each stands in another kind of event.
const SECRETS: [&str; 7] =
    ["zogwart", "quibbet", "flumox", "drenwick", "sproggle", "tindrel", "wombast"];

#[tokio::test]
async fn the_log_holds_nobodys_words_whatever_is_asked_of_it() {
    let (folder, sandbox) = club().await;
    let everything =
        "trace,serenity=trace,poise=trace,hyper=trace,rustls=trace,tungstenite=trace,sqlx=trace";
    let mut child = run(&sandbox, folder.path()).env("RUST_LOG", everything).spawn().unwrap();
    let mut log = child.stderr.take().unwrap();
    let log = tokio::task::spawn_blocking(move || {
        let mut written = String::new();
        log.read_to_string(&mut written).unwrap();
        written
    });
    sandbox.wait_for_bot(START).await.unwrap();
    let jess = sandbox.client("jess", "recovery").unwrap();
    let [note, mention, direct, option, suggested, lost, frame] = SECRETS;
    // With faults on the way, so that troubles are told too.
    sandbox.arm("POST", "/interactions", Fault::Status(503), Times::Next(1));
    say_all(&jess, note, mention, direct, option, suggested).await;
    let token = sandbox.interaction_token(sandbox.last_invocation().unwrap()).unwrap();
    for fault in [Fault::LoseAnswer, Fault::RateLimited(Duration::from_millis(50))] {
        sandbox.arm("POST", "/webhooks", fault.clone(), Times::Next(1));
        sandbox.arm("POST", "/channels", fault, Times::Next(1));
        jess.dm().say(&format!("chest pain {direct}")).unwrap();
    }
    // An event is lost, and one can't be read.
    sandbox.skip_event();
    let said = jess
        .say(&format!("<@{}> my calf is swollen {lost}", sandbox.person("Fresh Legs").unwrap()));
    let said = said.unwrap().id;
    let answered = |sandbox: &Sandbox| {
        let messages = sandbox.messages("recovery", "jess").unwrap();
        messages.iter().any(|message| message.reply_to == Some(said)).then_some(())
    };
    sandbox.until(PATIENCE, answered).await.unwrap();
    let broken = json!({ "op": 0, "t": "INTERACTION_CREATE", "s": 900, "d": { "token": frame, "data": frame } });
    sandbox.send_frame(&broken.to_string());
    sandbox.send_frame(frame);
    sandbox.close_gateway(4000);
    sandbox.wait_for_bot(START).await.unwrap();
    assert!(answer(jess.type_line("/recover boots 30").await.unwrap()).content.contains("Boots"));
    signal(&child, "-TERM");
    ends(child).await;
    let log = log.await.unwrap();
    assert!(log.contains("online"), "{log}");
    for secret in SECRETS.into_iter().chain([token.as_str(), sandbox.token()]) {
        let line = log.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret}");
    }
}

/// Says things by every door there is.
async fn say_all(
    jess: &Client,
    note: &str,
    mention: &str,
    direct: &str,
    option: &str,
    suggested: &str,
) {
    let recover = json!({ "what": "boots 30", "note": format!("my achilles is sore {note}") });
    let options: Vec<(&str, serde_json::Value)> =
        vec![("what", recover["what"].clone()), ("note", recover["note"].clone())];
    answer(jess.slash("recover", &options).await.unwrap());
    for line in [format!("/today calf is hot and swollen {option}"), format!("/recover {option}")] {
        let outcome = jess.type_line(&line).await.unwrap();
        assert!(!matches!(outcome, Outcome::Thinking(_)), "{outcome:?}");
    }
    jess.suggest(&format!("/recover what:{suggested}")).await.unwrap();
    jess.say(&format!("@Fresh Legs {mention} hurts")).unwrap();
    jess.dm().say(&format!("chest pain {direct}")).unwrap();
}
