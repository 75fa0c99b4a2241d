//! The program as it is started: its arguments, its exit codes, its end.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};

use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Club, Outcome, Sandbox};
use fresh_legs::store::Store;
use sqlx::{Connection, Executor, SqliteConnection};

use crate::journeys::{PATIENCE, answer};

/// The program, with nothing of the environment it is tested in.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fresh-legs"));
    command.current_dir(folder).env_clear().stdin(Stdio::null());
    command
}

async fn output(mut command: Command) -> Output {
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// `fresh-legs run` against a sandbox, with its data in `folder`.
pub(crate) fn run(sandbox: &Sandbox, folder: &Path) -> Command {
    let authority = folder.join("ca.pem");
    std::fs::write(&authority, sandbox.ca_pem()).unwrap();
    let mut command = program(folder);
    command
        .arg("run")
        .env("DISCORD_TOKEN", sandbox.token())
        .env("DISCORD_API_URL", sandbox.api_url())
        .env("DISCORD_API_CA", authority)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

pub(crate) async fn wait(mut child: Child) -> ExitStatus {
    tokio::task::spawn_blocking(move || child.wait().unwrap()).await.unwrap()
}

#[tokio::test]
async fn killed_right_after_a_reply_it_has_lost_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(Club::default(), Clock::system()).await.unwrap();
    let jess = sandbox.client("jess", "recovery").unwrap();
    for round in 1..=5 {
        let mut child = run(&sandbox, folder.path()).spawn().unwrap();
        sandbox.wait_for_bot(PATIENCE).await.unwrap();
        let reply = answer(jess.type_line("/recover boots 30").await.unwrap());
        child.kill().unwrap();
        wait(child).await;
        let week = reply.content.lines().last().unwrap().to_owned();
        let minutes = 30 * round;
        let expect = match (minutes / 60, minutes % 60) {
            (0, minutes) => format!("{minutes} min"),
            (hours, 0) => format!("{hours} h"),
            (hours, minutes) => format!("{hours} h {minutes} min"),
        };
        assert_eq!(week, format!("-# This week: 1 day · 1 kind · {expect}"));
        sandbox.until(PATIENCE, |sandbox| (!sandbox.is_bot_online()).then_some(())).await.unwrap();
    }
}

#[tokio::test]
async fn asked_to_stop_it_leaves_in_good_order() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(Club::default(), Clock::system()).await.unwrap();
    let child = run(&sandbox, folder.path()).spawn().unwrap();
    sandbox.wait_for_bot(PATIENCE).await.unwrap();
    let stop = Command::new("kill").arg("-TERM").arg(child.id().to_string()).status().unwrap();
    assert!(stop.success());
    let output = tokio::task::spawn_blocking(|| child.wait_with_output().unwrap()).await.unwrap();
    assert!(output.status.success(), "{output:?}");
    let invite = text(&output.stdout);
    let link = "Add Fresh Legs to your club: https://discord.com/oauth2/authorize?client_id=";
    assert!(invite.starts_with(link), "{invite}");
    assert!(invite.contains("scope=bot+applications.commands&permissions="), "{invite}");
    assert!(!text(&output.stderr).contains(sandbox.token()), "the log keeps the token to itself");
}

#[tokio::test]
async fn asked_to_stop_in_the_middle_of_an_answer_it_gives_it_first() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(Club::default(), Clock::system()).await.unwrap();
    let child = run(&sandbox, folder.path()).spawn().unwrap();
    sandbox.wait_for_bot(PATIENCE).await.unwrap();
    // Somebody else holds the database, so the answer takes its time.
    let database = format!("sqlite://{}", folder.path().join("fresh-legs.db").display());
    let mut other = SqliteConnection::connect(&database).await.unwrap();
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    let jess = sandbox.client("jess", "recovery").unwrap();
    let outcome = jess.type_line("/recover boots 30").await.unwrap();
    let Outcome::Thinking(invocation) = outcome else { panic!("{outcome:?}") };
    let stop = Command::new("kill").arg("-TERM").arg(child.id().to_string()).status().unwrap();
    assert!(stop.success());
    sandbox.until(PATIENCE, |sandbox| (!sandbox.is_bot_online()).then_some(())).await.unwrap();
    other.execute("ROLLBACK").await.unwrap();
    let reply = sandbox.filled(invocation, PATIENCE).await.unwrap();
    assert!(reply.content.starts_with("**Boots** 30 min"), "{}", reply.content);
    assert!(wait(child).await.success());
}

#[tokio::test]
async fn what_cannot_start_says_why_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(Club::default(), Clock::system()).await.unwrap();
    std::fs::write(folder.path().join("club.toml"), "tiem_zone = \"UTC\"").unwrap();
    let check = async |command: Command, code: i32, sentence: &str| {
        let output = output(command).await;
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{told}");
        assert!(told.starts_with(&format!("fresh-legs: {sentence}")), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    };

    let mut no_token = program(folder.path());
    no_token.arg("run");
    check(no_token, 2, "DISCORD_TOKEN is not set: ").await;

    let mut unknown_key = program(folder.path());
    unknown_key.arg("run").env("FRESH_LEGS_CONFIG", "club.toml");
    check(unknown_key, 2, "club.toml line 1: unknown field `tiem_zone`").await;

    let mut refused = run(&sandbox, folder.path());
    refused.env("DISCORD_TOKEN", "wrong").env("RUST_LOG", "error");
    check(refused, 2, "Discord refused DISCORD_TOKEN: ").await;

    let mut nowhere = run(&sandbox, folder.path());
    nowhere.env("DATABASE_URL", "sqlite:///nowhere/club.db");
    check(nowhere, 2, "the database sqlite:///nowhere/club.db can't be opened").await;

    let mut bad_log = run(&sandbox, folder.path());
    bad_log.env("RUST_LOG", "loud");
    check(bad_log, 2, "RUST_LOG = loud can't be read").await;

    drop(sandbox);
    let mut gone = program(folder.path());
    gone.arg("check")
        .env("DISCORD_TOKEN", "abc")
        .env("DISCORD_API_URL", "https://127.0.0.1:9")
        .env("DISCORD_API_CA", "ca.pem");
    check(gone, 1, "Discord can't be reached").await;
}

const MONDAY: (&str, &str) = ("FRESH_LEGS_NOW", "2026-11-23T19:00:00Z");

#[tokio::test]
async fn tried_with_lines_it_prints_the_replies_and_leaves() {
    let folder = tempfile::tempdir().unwrap();
    let mut trial = program(folder.path());
    trial.env(MONDAY.0, MONDAY.1).env("DATABASE_URL", "sqlite://real.db");
    trial.args(["try", "/recover boots 30", "@sam 1", "1", "@sam /recover cryo yesterday"]);
    let output = output(trial).await;
    assert!(output.status.success(), "{output:?}");
    let expect = "\
jess › /recover boots 30
Fresh Legs › Boots 30 min
             That puts you on the club's board: /leaderboard
             This week: 1 day · 1 kind · 30 min
             [1 Undo] [2 Keep me off] [3 Want a nudge in the evening?]
sam › 1
Fresh Legs (only sam sees this) › Only the one who logged it can change it.
jess › 1
Fresh Legs (changed) › Taken back: Boots 30 min
             [4 Put it back]
sam › /recover cryo yesterday
Fresh Legs › Cryo 3 min · for Sun 22 Nov
             That puts you on the club's board: /leaderboard
             That week: 1 day · 1 kind · 3 min
             [5 Undo] [6 Keep me off] [7 Want a nudge in the evening?]
";
    assert_eq!(text(&output.stdout), expect);
    assert_eq!(text(&output.stderr), "");
    assert!(!folder.path().join("real.db").exists(), "a trial never touches the real database");
}

#[tokio::test]
async fn a_line_that_comes_to_nothing_shows_in_the_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let mut trial = program(folder.path());
    trial.args(["try", "/nope", "/recover boots 30"]);
    let output = output(trial).await;
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert_eq!(text(&output.stderr), "fresh-legs: 1 of 2 lines came to nothing\n");
}

#[tokio::test]
async fn piped_lines_are_read_to_their_end_and_kept_where_asked() {
    let folder = tempfile::tempdir().unwrap();
    for (minutes, week) in [(30, "30 min"), (40, "1 h 10 min")] {
        let mut trial = program(folder.path());
        trial.args(["try", "--db", "kept.db"]).env(MONDAY.0, MONDAY.1);
        let mut child = trial.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let line = format!("/recover boots {minutes}\n");
        let mut input = child.stdin.take().unwrap();
        input.write_all(b"\n@jess\n# stray \xff bytes\nhello\xff\n").unwrap();
        input.write_all(line.as_bytes()).unwrap();
        drop(input);
        let output =
            tokio::task::spawn_blocking(|| child.wait_with_output().unwrap()).await.unwrap();
        assert!(output.status.success(), "{output:?}");
        let told = text(&output.stdout);
        assert!(told.contains(&format!("This week: 1 day · 1 kind · {week}\n")), "{told}");
    }
}

#[tokio::test]
async fn without_a_terminal_and_without_lines_it_serves_the_page_until_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let mut trial = program(folder.path());
    let mut child = trial.args(["try", "--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let line = tokio::task::spawn_blocking(move || {
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        line
    });
    let line = line.await.unwrap();
    let url = line.trim().strip_prefix("The chat page is at ").unwrap();
    let page =
        reqwest::Client::builder().no_proxy().build().unwrap().get(url).send().await.unwrap();
    assert!(page.status().is_success());
    let stop = Command::new("kill").arg("-TERM").arg(child.id().to_string()).status().unwrap();
    assert!(stop.success());
    assert!(wait(child).await.success());
}

#[tokio::test]
async fn the_clock_turns_to_the_evenings_that_the_club_has_set() {
    let folder = tempfile::tempdir().unwrap();
    let mut trial = program(folder.path());
    trial.env("FRESH_LEGS_NOW", "2026-11-29T10:00:00Z");
    let set = "@coach /club setup channel:#recovery timezone:berlin leaderboard:sun 19:00 reminders:20:30";
    trial.args(["try", "/recover boots 30", set, ".clock sunday", ".clock tonight"]);
    let output = output(trial).await;
    assert!(output.status.success(), "{output:?}");
    let told = text(&output.stdout);
    for words in
        ["(It is Sun 29 Nov 2026 18:00 UTC now.)", "(It is Sun 29 Nov 2026 19:30 UTC now.)"]
    {
        assert!(told.contains(words), "{told}");
    }
    assert!(!told.contains("little late"), "{told}");
}

#[tokio::test]
async fn the_demo_club_has_weeks_behind_it_and_its_own_usual() {
    let folder = tempfile::tempdir().unwrap();
    let mut trial = program(folder.path());
    // A Sunday evening, with the week's days behind it.
    trial.env("FRESH_LEGS_NOW", "2026-11-29T20:00:00Z");
    trial.args(["try", "--demo", "/recover boots", "@mei /recover rolled", "/run 5k 26min easy"]);
    let output = output(trial).await;
    assert!(output.status.success(), "{output:?}");
    let told = text(&output.stdout);
    let weeks: Vec<&str> = told
        .lines()
        .filter_map(|line| line.split_once("This week: "))
        .map(|(_, week)| week)
        .collect();
    let [jess, mei, runs] = weeks[..] else { panic!("{told}") };
    assert!(runs.starts_with("5 runs · 41 km"), "she runs four days before Sunday's: {told}");
    for week in [jess, mei] {
        let days: u32 = week.split(' ').next().unwrap().parse().unwrap();
        assert!(days >= 4, "a keen runner has more than today behind them: {told}");
    }
}

#[tokio::test]
async fn a_check_says_what_it_finds() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(Club::default(), Clock::system()).await.unwrap();
    let ours = "[[modality]]\nid = \"hammock\"\nlabel = \"Hammock\"\nname = \"Hammock time\"\n\
                aliases = [\"lounged\"]\nminutes = { shortest = 10, usual = 20, longest_useful = 60 }\n";
    std::fs::write(folder.path().join("ours.toml"), ours).unwrap();
    std::fs::write(folder.path().join("club.toml"), "[catalogue]\nextra = \"ours.toml\"").unwrap();
    let mut checked = run(&sandbox, folder.path());
    checked.env("FRESH_LEGS_CONFIG", "club.toml");
    let database = format!("sqlite://{}", folder.path().join("fresh-legs.db").display());
    Store::open(&database).await.unwrap().close().await;
    let mut check = program(folder.path());
    check.arg("check");
    for (name, value) in checked.get_envs() {
        check.env(name, value.unwrap());
    }
    let found = output(check).await;
    assert_eq!(
        text(&found.stdout),
        "Settings   fine; the club's time zone is UTC\n\
         Catalogue  fine; 31 modalities, 1 of them your own\n\
         Database   fine; whole, and it can be written\nBackups    each night into backups\n\
         Token      fine; Discord knows the bot as Fresh Legs\n",
        "{found:?}"
    );
}

#[tokio::test]
async fn what_is_not_there_is_neither_checked_nor_copied_into_being() {
    let folder = tempfile::tempdir().unwrap();
    let mut check = program(folder.path());
    check.arg("check");
    let found = output(check).await;
    assert!(text(&found.stdout).contains("\nDatabase   not there yet"), "{found:?}");
    let mut backup = program(folder.path());
    backup.args(["backup", "copy.db"]);
    let refused = output(backup).await;
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_database_that_no_start_would_take_is_no_fine_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fresh-legs.db");
    std::fs::write(&path, "somebody's notes\n".repeat(500)).unwrap();
    let checked = async || {
        let mut check = program(folder.path());
        check.arg("check");
        let found = output(check).await;
        (found.status.code(), text(&found.stderr))
    };
    let (code, told) = checked().await;
    assert!(code == Some(2) && told.contains("can't be opened"), "{told}");
    std::fs::remove_file(&path).unwrap();
    let url = crate::journeys::url_of(&path);
    Store::open(&url).await.unwrap().close().await;
    assert_eq!(checked().await.0, Some(0));
    let mut newer = SqliteConnection::connect(&url).await.unwrap();
    let step = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                VALUES (9999, 'from the future', 1, x'00', 1)";
    newer.execute(step).await.unwrap();
    newer.close().await.unwrap();
    let (code, told) = checked().await;
    assert!(code == Some(2) && told.contains("newer Fresh Legs"), "{told}");
}

#[tokio::test]
async fn a_broken_env_file_is_told_without_its_secret() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(".env"), "DISCORD_TOKEN = \"abc.SECRET.def").unwrap();
    let mut check = program(folder.path());
    check.arg("check");
    let refused = output(check).await;
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    let told = text(&refused.stderr);
    assert!(
        told.starts_with("fresh-legs: .env can't be read") && !told.contains("SECRET"),
        "{told}"
    );
}

#[tokio::test]
async fn a_backup_of_a_running_club_opens_and_never_overwrites() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(Club::default(), Clock::system()).await.unwrap();
    let mut child = run(&sandbox, folder.path()).spawn().unwrap();
    sandbox.wait_for_bot(PATIENCE).await.unwrap();
    let jess = sandbox.client("jess", "recovery").unwrap();
    answer(jess.type_line("/recover boots 30").await.unwrap());
    let backup = || {
        let mut backup = program(folder.path());
        backup.args(["backup", "copy.db"]);
        backup
    };
    let first = output(backup()).await;
    assert_eq!(text(&first.stdout), "Backed up into copy.db\n", "{first:?}");
    let again = output(backup()).await;
    assert_eq!(again.status.code(), Some(2));
    assert!(text(&again.stderr).contains("copy.db is there already"), "{again:?}");
    child.kill().unwrap();
    wait(child).await;

    sandbox.until(PATIENCE, |sandbox| (!sandbox.is_bot_online()).then_some(())).await.unwrap();
    let mut restored = run(&sandbox, folder.path());
    let mut child = restored.env("DATABASE_URL", "sqlite://copy.db").spawn().unwrap();
    sandbox.wait_for_bot(PATIENCE).await.unwrap();
    let reply = answer(jess.type_line("/recover boots 30").await.unwrap());
    assert!(reply.content.ends_with("1 day · 1 kind · 1 h"), "{}", reply.content);
    child.kill().unwrap();
    wait(child).await;
}
