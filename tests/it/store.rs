//! The database file from outside: what a start does to it, and what it refuses to touch.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use fresh_legs::store::{OpenError, Store};
use sqlx::{Connection, Executor, Row, SqliteConnection};

use crate::journeys::url_of;

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let url = url_of(&folder.path().join("club.db"));
    Store::open(&url).await.unwrap().close().await;
    let mut newer = SqliteConnection::connect(&url).await.unwrap();
    newer
        .execute(
            "CREATE TABLE from_the_future (id BIGINT); \
             INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
             VALUES (9999, 'from the future', 1, x'00', 1);",
        )
        .await
        .unwrap();
    let before = schema(&mut newer).await;
    newer.close().await.unwrap();
    let refused = Store::open(&url).await.unwrap_err();
    assert!(matches!(refused, OpenError::Newer { version: 9999 }), "{refused}");
    assert!(refused.to_string().contains("newer Fresh Legs"), "{refused}");
    let mut after = SqliteConnection::connect(&url).await.unwrap();
    assert_eq!(schema(&mut after).await, before);
}

async fn schema(connection: &mut SqliteConnection) -> Vec<String> {
    let rows = sqlx::query("SELECT name FROM sqlite_schema ORDER BY name").fetch_all(connection);
    rows.await.unwrap().iter().map(|row| row.get(0)).collect()
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.txt");
    let text = "not a database, but somebody's notes\n".repeat(100);
    std::fs::write(&path, &text).unwrap();
    let refused = Store::open(&url_of(&path)).await.unwrap_err();
    assert!(matches!(refused, OpenError::Connect { .. }), "{refused}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[tokio::test]
async fn a_place_that_is_not_there_is_named() {
    let refused = Store::open("sqlite:///nowhere/at/all/club.db").await.unwrap_err().to_string();
    assert!(refused.contains("/nowhere/at/all/club.db"), "{refused}");
    let refused = Store::open("postgres-ish").await.unwrap_err().to_string();
    assert!(refused.starts_with("DATABASE_URL can't be read"), "{refused}");
}
