//! Copies of the data: made at night, made whole or not at all, and put back.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use chrono::TimeDelta;
use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Club, Sandbox};
use fresh_legs::schedule::NightlyBackups;
use fresh_legs::store::{BackupError, OpenError, Store, restore};
use sqlx::{Connection, Executor, SqliteConnection};

use crate::journeys::{PATIENCE, Rehearsal, rows_of, url_of};
use crate::process::{run, wait};

fn names(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Waits for what is seen in no chat.
async fn eventually(is_so: impl Fn() -> bool) {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    while !is_so() {
        assert!(tokio::time::Instant::now() < deadline);
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn a_start_makes_the_nights_copy_and_so_does_each_night() {
    let folder = tempfile::tempdir().unwrap();
    let backups = folder.path().join("backups");
    let clock = Clock::starting_at("2026-11-24T20:00:00Z".parse().unwrap());
    let store = Store::open(&url_of(&folder.path().join("club.db"))).await.unwrap();
    let nightly = NightlyBackups {
        store,
        clock: clock.clone(),
        folder: backups.clone(),
        zone: chrono_tz::UTC,
    };
    let running = tokio::spawn(nightly.run());
    for night in 24..=34_u32 {
        let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
            + TimeDelta::days(i64::from(night - 24));
        let copy = backups.join(format!("fresh-legs-{date}.db"));
        eventually(|| copy.exists()).await;
        assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
        clock.turn(TimeDelta::days(1));
    }
    running.abort();
    let copies = names(&backups);
    assert!(copies.contains(&"fresh-legs-2026-11-29.db".to_owned()), "a week's last: {copies:?}");
    assert!(!copies.contains(&"fresh-legs-2026-11-25.db".to_owned()), "{copies:?}");
}

#[tokio::test]
async fn a_copy_that_fails_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("club.db");
    let store = Store::open(&url_of(&database)).await.unwrap();
    let copy = folder.path().join("copy.db");
    store.back_up(&copy).await.unwrap();
    let again = store.back_up(&copy).await.unwrap_err();
    assert!(matches!(again, BackupError::Taken(_)), "{again}");
    fs::remove_file(&copy).unwrap();
    store.close().await;
    damage(&database);
    let store = Store::open_as_it_is(&url_of(&database)).await.unwrap();
    let refused = store.back_up(&copy).await.unwrap_err();
    assert!(
        refused.to_string().contains("damaged") || refused.to_string().contains("malformed"),
        "{refused}"
    );
    let nowhere = store.back_up(Path::new("/nowhere/copy.db")).await.unwrap_err();
    assert!(matches!(nowhere, BackupError::File { .. }), "{nowhere}");
    store.close().await;
    assert!(!names(folder.path()).iter().any(|name| name.starts_with("copy")));
}

/// Overwrites the last pages of a database, past its schema.
fn damage(database: &Path) {
    let mut bytes = fs::read(database).unwrap();
    let pages = bytes.len() / 4096;
    for page in (pages / 2)..pages {
        bytes[page * 4096..page * 4096 + 64].fill(0xA5);
    }
    fs::write(database, bytes).unwrap();
}

#[tokio::test]
async fn damage_is_told_with_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("fresh-legs.db");
    Store::open(&url_of(&database)).await.unwrap().close().await;
    assert_eq!(fs::metadata(&database).unwrap().permissions().mode() & 0o777, 0o600);
    damage(&database);
    let store = Store::open_as_it_is(&url_of(&database)).await.unwrap();
    let found = store.look(&url_of(&database)).await.unwrap_err();
    assert!(matches!(found, OpenError::Damaged { .. }), "{found}");
    assert!(found.to_string().contains("fresh-legs restore FILE"), "{found}");
    store.close().await;
    // A start refuses it too, and says the same.
    let sandbox = Sandbox::start(Club::default(), Clock::system()).await.unwrap();
    let child = run(&sandbox, folder.path()).spawn().unwrap();
    let output = tokio::task::spawn_blocking(|| child.wait_with_output().unwrap()).await.unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("is damaged") && told.contains("restore"), "{told}");
}

#[tokio::test]
async fn a_restored_copy_goes_on_without_what_is_over() {
    let mut club = Rehearsal::start().await;
    club.types("coach", "/club setup channel:#recovery reminders:20:00 leaderboard:tue 7:00").await;
    for member in ["jess", "sam"] {
        club.types(member, "/remind on").await;
        club.types(member, "/recover yesterday boots 30").await;
    }
    let copy = club.database().with_file_name("copy.db");
    club.app().await.store.back_up(&copy).await.unwrap();
    // Since then: jess was forgotten, sam logged, the evening's nudge and the board came.
    let asked = club.types("jess", "/me forget").await;
    club.presses("jess", &asked, "Delete everything").await;
    club.types("sam", "/recover yesterday cryo").await;
    let before = club.public_messages().len();
    club.clock.turn(TimeDelta::minutes(70));
    let posted = |count: usize| {
        move |sandbox: &Sandbox| {
            let messages = sandbox.messages("recovery", "coach").unwrap();
            (messages.len() >= count).then_some(())
        }
    };
    club.sandbox.until(PATIENCE, posted(before + 1)).await.unwrap();
    let in_use = restore(&url_of(&club.database()), &copy, club.clock.now()).await.unwrap_err();
    assert!(matches!(in_use, BackupError::InUse), "{in_use}");
    club.stop_bot().await;
    let before = club.public_messages().len();
    let kept = restore(&url_of(&club.database()), &copy, club.clock.now()).await.unwrap().unwrap();
    assert!(kept.exists());
    let left = rows_of(&club, "jess").await;
    assert!(left.iter().all(|(_, rows)| *rows == 0), "forgotten again: {left:?}");
    club.start_bot().await;
    let history = club.types("sam", "/history").await;
    assert!(
        history.content.contains("Boots") && !history.content.contains("Cryo"),
        "{}",
        history.content
    );
    assert_eq!(club.public_messages().len(), before, "nothing is sent again");
    // And what comes next, comes.
    club.clock.turn(TimeDelta::hours(24));
    club.sandbox.until(PATIENCE, posted(before + 1)).await.unwrap();
    club.end().await;
}

#[tokio::test]
async fn what_is_no_copy_of_ours_is_not_put_back() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("fresh-legs.db");
    let url = url_of(&database);
    Store::open(&url).await.unwrap().close().await;
    let now = "2026-11-24T20:00:00Z".parse().unwrap();
    let notes = folder.path().join("notes.txt");
    fs::write(&notes, "somebody's notes\n".repeat(500)).unwrap();
    restore(&url, &notes, now).await.unwrap_err();
    restore(&url, &folder.path().join("nothing.db"), now).await.unwrap_err();
    let other = folder.path().join("other.db");
    let options = format!("{}?mode=rwc", url_of(&other));
    let mut stranger = SqliteConnection::connect(&options).await.unwrap();
    stranger.execute("CREATE TABLE recipe (id BIGINT)").await.unwrap();
    stranger.close().await.unwrap();
    restore(&url, &other, now).await.unwrap_err();
    let mut left = names(folder.path());
    left.retain(|name| !name.ends_with("-shm") && !name.ends_with("-wal"));
    assert_eq!(left, ["fresh-legs.db", "notes.txt", "other.db"]);
}

#[tokio::test]
async fn the_program_backs_up_at_its_start_and_restores() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(Club::default(), Clock::system()).await.unwrap();
    let mut child = run(&sandbox, folder.path()).spawn().unwrap();
    sandbox.wait_for_bot(PATIENCE).await.unwrap();
    let backups = folder.path().join("backups");
    let copies = || if backups.exists() { names(&backups) } else { Vec::new() };
    eventually(|| matches!(&copies()[..], [copy] if copy.ends_with(".db"))).await;
    let copy = copies().remove(0);
    let restore = || {
        let mut restore = run(&sandbox, folder.path());
        let args: Vec<_> = vec!["restore".to_owned(), format!("backups/{copy}")];
        let program = restore.get_program().to_owned();
        restore = std::process::Command::new(program);
        restore.current_dir(folder.path()).env_clear().args(args);
        restore.output().unwrap()
    };
    let refused = restore();
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert!(String::from_utf8(refused.stderr).unwrap().contains("stop it first"));
    child.kill().unwrap();
    wait(child).await;
    let restored = restore();
    assert!(restored.status.success(), "{restored:?}");
    let told = String::from_utf8(restored.stdout).unwrap();
    assert!(
        told.starts_with(&format!("Restored backups/{copy}; start the bot again.\n")),
        "{told}"
    );
}
