//! The gateway, spoken to directly: closes, resume, intents, shards.

use std::time::Duration;

use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Club, GuildSetup, Sandbox};
use serde_json::{Value, json};

use super::sandbox;
use super::socket::Socket;

const GUILDS: u64 = 1;
const GUILD_MESSAGES: u64 = 1 << 9;
const DIRECT_MESSAGES: u64 = 1 << 12;
const MESSAGE_CONTENT: u64 = 1 << 15;

#[tokio::test]
async fn every_mistake_has_its_close_code() {
    let sandbox = sandbox().await;
    let url = sandbox.gateway_url();
    let close = async |say: &str| {
        let mut socket = Socket::connect(url).await;
        socket.say(say).await;
        socket.next().await.unwrap_err()
    };
    let identify = |token: &str, intents: u64, shard: [u64; 2]| {
        json!({ "op": 2, "d": { "token": token, "intents": intents, "shard": shard } }).to_string()
    };
    assert_eq!(close("{").await, Some(4002));
    assert_eq!(close(r#"{"op": 42}"#).await, Some(4001));
    assert_eq!(close(r#"{"op": 3, "d": {}}"#).await, Some(4003));
    assert_eq!(close(&identify("wrong", 0, [0, 1])).await, Some(4004));
    assert_eq!(close(&identify("sandbox", 0, [1, 1])).await, Some(4010));
    assert_eq!(close(&identify("sandbox", MESSAGE_CONTENT, [0, 1])).await, Some(4014));
    let (mut socket, _) = Socket::identified(url, 0).await;
    socket.identify("sandbox", 0, [0, 1]).await;
    assert_eq!(socket.next().await, Err(Some(4005)));
}

#[tokio::test]
async fn a_bot_that_sends_no_heartbeat_times_out_and_one_that_does_is_answered() {
    let mut club = Club::default();
    club.setup.heartbeat = Duration::from_secs(1);
    let sandbox = Sandbox::start(club, Clock::system()).await.unwrap();
    let (mut socket, _) = Socket::identified(sandbox.gateway_url(), 0).await;
    socket.send(&json!({ "op": 1, "d": 1 })).await;
    assert_eq!(socket.next().await.unwrap()["op"], 11);
    sandbox.ask_for_heartbeat();
    assert_eq!(socket.next().await.unwrap()["op"], 1);
    assert_eq!(socket.next().await, Err(Some(4009)));
}

#[tokio::test]
async fn resume_replays_exactly_what_was_missed() {
    let sandbox = sandbox().await;
    let url = sandbox.gateway_url();
    let (mut socket, session) = Socket::identified(url, DIRECT_MESSAGES).await;
    let dm = sandbox.client("jess", "recovery").unwrap().dm();
    let content = |event: &Value| event["d"]["content"].as_str().unwrap_or_default().to_owned();
    dm.say("one").unwrap();
    let one = socket.next().await.unwrap();
    assert_eq!((content(&one).as_str(), one["s"].as_u64()), ("one", Some(2)));
    sandbox.drop_gateway();
    assert_eq!(socket.next().await, Err(None));
    for text in ["two", "three"] {
        dm.say(text).unwrap();
    }
    let mut socket = Socket::connect(url).await;
    socket.resume(&session, 2).await;
    let mut texts = Vec::new();
    for sequence in 3..=4 {
        let event = socket.next().await.unwrap();
        assert_eq!(event["s"], sequence);
        texts.push(content(&event));
    }
    assert_eq!(texts, ["two", "three"]);
    assert_eq!(socket.next().await.unwrap()["t"], "RESUMED");
    dm.say("four").unwrap();
    assert_eq!(content(&socket.next().await.unwrap()), "four");
}

#[tokio::test]
async fn an_invalid_session_cannot_be_resumed() {
    let sandbox = sandbox().await;
    let url = sandbox.gateway_url();
    let (mut socket, session) = Socket::identified(url, 0).await;
    sandbox.invalidate_session(false);
    let invalid = socket.next().await.unwrap();
    assert_eq!((invalid["op"].as_u64(), &invalid["d"]), (Some(9), &json!(false)));
    let mut again = Socket::connect(url).await;
    again.resume(&session, 1).await;
    assert_eq!(again.next().await.unwrap()["op"], 9);
    again.identify("sandbox", 0, [0, 1]).await;
    assert_eq!(again.next().await.unwrap()["t"], "READY");
}

#[tokio::test]
async fn staged_closes_are_what_they_say() {
    let sandbox = sandbox().await;
    let url = sandbox.gateway_url();
    let (mut socket, _) = Socket::identified(url, 0).await;
    sandbox.close_gateway(4000);
    assert_eq!(socket.next().await, Err(Some(4000)));
    let (mut socket, _) = Socket::identified(url, 0).await;
    sandbox.close_gateway_without_code();
    assert_eq!(socket.next().await, Err(Some(0)));
    let (mut socket, _) = Socket::identified(url, 0).await;
    sandbox.ask_to_reconnect();
    assert_eq!(socket.next().await.unwrap()["op"], 7);
}

#[tokio::test]
async fn events_go_to_the_intents_that_asked_and_hide_what_was_not_meant_for_the_bot() {
    let mut club = Club::default();
    club.setup.privileged_intents = MESSAGE_CONTENT;
    let sandbox = Sandbox::start(club, Clock::system()).await.unwrap();
    let url = sandbox.gateway_url();
    let jess = sandbox.client("jess", "recovery").unwrap();
    let (mut plain, _) = Socket::identified(url, GUILD_MESSAGES).await;
    let (mut reading, _) = Socket::identified(url, GUILD_MESSAGES | MESSAGE_CONTENT).await;
    let (mut private, _) = Socket::identified(url, DIRECT_MESSAGES).await;
    jess.say("chatting").unwrap();
    jess.dm().say("psst").unwrap();
    jess.say("@Fresh Legs hi").unwrap();
    assert_eq!(plain.next().await.unwrap()["d"]["content"], "");
    assert!(plain.next().await.unwrap()["d"]["content"].as_str().unwrap().ends_with("> hi"));
    assert_eq!(reading.next().await.unwrap()["d"]["content"], "chatting");
    assert_eq!(private.next().await.unwrap()["d"]["content"], "psst");
}

#[tokio::test]
async fn a_guild_goes_to_its_shard_and_direct_messages_to_the_first() {
    let mut club = Club::default();
    club.guilds.push(GuildSetup {
        name: "Hill Striders".to_owned(),
        channels: vec!["hills".to_owned()],
        ..club.guilds[0].clone()
    });
    let sandbox = Sandbox::start(club, Clock::system()).await.unwrap();
    let url = sandbox.gateway_url();
    let mut shards = Vec::new();
    let mut guilds = 0;
    for shard in 0..2 {
        let mut socket = Socket::connect(url).await;
        socket.identify("sandbox", GUILDS | DIRECT_MESSAGES, [shard, 2]).await;
        let ready = socket.next().await.unwrap();
        assert_eq!(ready["d"]["guilds"].as_array().unwrap().len(), 1);
        for guild in ready["d"]["guilds"].as_array().unwrap() {
            let id: u64 = guild["id"].as_str().unwrap().parse().unwrap();
            assert_eq!((id >> 22) % 2, shard);
            assert_eq!(socket.next().await.unwrap()["t"], "GUILD_CREATE");
            guilds += 1;
        }
        shards.push(socket);
    }
    assert_eq!(guilds, 2);
    sandbox.client("jess", "recovery").unwrap().dm().say("hello").unwrap();
    assert_eq!(shards[0].next().await.unwrap()["d"]["content"], "hello");
}
