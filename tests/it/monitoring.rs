//! The program looked after from outside: health, figures, and what systemd is told.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::os::unix::net::UnixDatagram;
use std::path::Path;
use std::process::{Child, Command};

use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Club, Fault, Sandbox, Times};

use crate::journeys::{PATIENCE, answer};
use crate::process::{run, wait};

/// The address that the log tells of.
async fn served_at(child: &mut Child) -> String {
    let log = child.stderr.take().unwrap();
    let found = tokio::task::spawn_blocking(move || {
        let mut lines = BufReader::new(log).lines().map_while(Result::ok);
        let line = lines.find(|line| line.contains("health and metrics are served")).unwrap();
        // What follows is read on, so that the program can go on writing.
        std::thread::spawn(move || lines.for_each(drop));
        line
    });
    let line = tokio::time::timeout(PATIENCE, found).await.unwrap().unwrap();
    line.rsplit("at=").next().unwrap().trim().to_owned()
}

fn monitored(sandbox: &Sandbox, folder: &Path) -> Command {
    let config = folder.join("club.toml");
    std::fs::write(&config, "[monitoring]\nlisten = \"127.0.0.1:0\"\n").unwrap();
    let mut command = run(sandbox, folder);
    command.env("FRESH_LEGS_CONFIG", config).env("RUST_LOG", "info");
    command
}

async fn get(at: &str, path: &str) -> (u16, String) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let answer = client.get(format!("http://{at}{path}")).send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

#[tokio::test]
async fn health_and_figures_are_there_for_whoever_looks_after_the_bot() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(Club::default(), Clock::system()).await.unwrap();
    sandbox.arm("GET", "/oauth2", Fault::HoldUntilDisarmed, Times::Next(1));
    let mut child = monitored(&sandbox, folder.path()).spawn().unwrap();
    let at = served_at(&mut child).await;
    assert_eq!(get(&at, "/healthz").await, (200, "ok\n".to_owned()));
    assert_eq!(get(&at, "/readyz").await.0, 503, "not online yet");
    sandbox.disarm();
    sandbox.wait_for_bot(PATIENCE).await.unwrap();
    let jess = sandbox.client("jess", "recovery").unwrap();
    let reply = answer(jess.type_line("/recover boots 30").await.unwrap());
    jess.press(reply.id, &reply.component("Undo").unwrap()).await.unwrap();
    answer(jess.type_line("/recover zzzzqq").await.unwrap());
    assert_eq!(get(&at, "/readyz").await, (200, "ready\n".to_owned()));
    let health = || {
        let config = folder.path().join("asks.toml");
        std::fs::write(&config, format!("[monitoring]\nlisten = \"{at}\"\n")).unwrap();
        let mut health = Command::new(env!("CARGO_BIN_EXE_fresh-legs"));
        health.env_clear().env("FRESH_LEGS_CONFIG", config).arg("health");
        tokio::task::spawn_blocking(move || health.output().unwrap())
    };
    assert!(health().await.unwrap().status.success());
    let (status, figures) = get(&at, "/metrics").await;
    assert_eq!(status, 200);
    for line in [
        "fresh_legs_answers_total{what=\"recover\",outcome=\"done\"} 1",
        "fresh_legs_answers_total{what=\"recover\",outcome=\"refused\"} 1",
        "fresh_legs_answers_total{what=\"button undo\",outcome=\"done\"} 1",
        "fresh_legs_answer_seconds_count 3",
        "fresh_legs_gateway_connected 1",
        "fresh_legs_deliveries_due 0",
    ] {
        assert!(figures.lines().any(|found| found == line), "{line} in\n{figures}");
    }
    assert!(!figures.contains("zzzzqq"));
    // What the alerts and the dashboard ask for is there.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/monitoring");
    let known: BTreeSet<&str> = figures
        .lines()
        .filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next())
        .collect();
    for file in ["alerts.yaml", "dashboard.json"] {
        let text = std::fs::read_to_string(root.join(file)).unwrap();
        for word in text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')) {
            let Some(name) = word.strip_prefix("fresh_legs_").map(|_| word) else { continue };
            let base = name.trim_end_matches("_total").trim_end_matches("_bucket");
            assert!(known.contains(base), "{file} asks for {name}");
        }
    }
    child.kill().unwrap();
    wait(child).await;
    let asked = health().await.unwrap();
    assert_eq!(asked.status.code(), Some(1), "{asked:?}");
}

#[tokio::test]
async fn systemd_is_told_when_it_is_ready_alive_and_stopping() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(Club::default(), Clock::system()).await.unwrap();
    let socket = folder.path().join("notify");
    let listener = UnixDatagram::bind(&socket).unwrap();
    listener.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut command = run(&sandbox, folder.path());
    command.env("NOTIFY_SOCKET", &socket).env("WATCHDOG_USEC", "200000");
    let child = command.stderr(std::process::Stdio::null()).spawn().unwrap();
    let id = child.id().to_string();
    let told = tokio::task::spawn_blocking(move || {
        let mut told = BTreeSet::new();
        let mut buffer = [0; 256];
        while !told.contains("STOPPING=1") {
            let length = listener.recv(&mut buffer).unwrap();
            let text = String::from_utf8(buffer[..length].to_vec()).unwrap();
            told.extend(text.lines().map(str::to_owned));
            if told.contains("READY=1") && told.contains("WATCHDOG=1") {
                Command::new("kill").arg("-TERM").arg(&id).status().unwrap();
            }
        }
        told
    });
    let told = told.await.unwrap();
    assert!(told.contains("READY=1") && told.contains("WATCHDOG=1"), "{told:?}");
    assert!(wait(child).await.success());
}
