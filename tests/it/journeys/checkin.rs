//! `/checkin`: taps, one line, the same card again; nobody else sees a word of it.

use fresh_legs::sandbox::{Message, Outcome};
use sqlx::{Connection, Executor, SqliteConnection};

use super::{PATIENCE, Rehearsal, answer, url_of};

/// Presses the button that keeps this answer, such as "soreness:3".
async fn tap(club: &Rehearsal, card: &Message, level: &str) -> Message {
    let id = format!("1:checkin:2026-11-23:{level}");
    answer(club.client("jess").press(card.id, &id).await.unwrap())
}

/// The `custom_id`s of the buttons that show as chosen.
fn chosen(card: &Message) -> Vec<String> {
    let parts = card.components.iter().flat_map(|row| row["components"].as_array().unwrap());
    let primary = parts.filter(|part| part["type"] == 2 && part["style"] == 1);
    primary.map(|part| part["custom_id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn every_tap_is_saved_at_once_and_shown() {
    let mut club = Rehearsal::start().await;
    let card = club.types("jess", "/checkin").await;
    assert!(card.is_private());
    assert_eq!(
        card.content,
        "**How are you today?**\nSoreness · 1 none, 5 very sore\nSleep · 1 poor, 5 great\n\
         Energy · 1 poor, 5 great\n-# Each tap is saved. Only you see this."
    );
    assert_eq!(chosen(&card), [] as [&str; 0]);
    tap(&club, &card, "soreness:4").await;
    tap(&club, &card, "soreness:3").await;
    let card = tap(&club, &card, "energy:2").await;
    let menu = card.component("Where is it sore?").unwrap();
    let jess = club.client("jess");
    let card = answer(jess.select(card.id, &menu, &["calves", "it_band"]).await.unwrap());
    let expect = "**Your check-in for today**\nSoreness **3** · 1 none, 5 very sore\n\
                  Sleep · 1 poor, 5 great\nEnergy **2** · 1 poor, 5 great\n\
                  Sore: calves, IT band\n-# Saved. Only you see this.";
    assert_eq!(card.content, expect);
    assert_eq!(chosen(&card), ["1:checkin:2026-11-23:soreness:3", "1:checkin:2026-11-23:energy:2"]);
    club.stop_bot().await;
    club.start_bot().await;
    assert_eq!(club.types("jess", "/checkin").await.content, expect);
    let none = answer(jess.select(card.id, &menu, &[]).await.unwrap());
    assert!(!none.content.contains("Sore:"), "{}", none.content);
    assert_eq!(club.public_messages(), [] as [&str; 0]);
    club.end().await;
}

#[tokio::test]
async fn one_line_is_understood_said_back_and_mended_by_the_next() {
    let club = Rehearsal::start().await;
    let card = club.types("jess", "/checkin legs heavy, slept 6h, calves sore 3").await;
    assert!(card.is_private());
    assert_eq!(
        card.content,
        "**Your check-in for today**\nSoreness **3** · 1 none, 5 very sore\n\
         Sleep · 1 poor, 5 great\nEnergy **2** · 1 poor, 5 great\nSlept 6 h\nSore: calves\n\
         “legs heavy”\n-# Saved. Only you see this."
    );
    let card = club.types("jess", "/checkin feeling great, sleep 4").await;
    assert_eq!(
        card.content,
        "**Your check-in for today**\nSoreness **3** · 1 none, 5 very sore\n\
         Sleep **4** · 1 poor, 5 great\nEnergy **5** · 1 poor, 5 great\nSlept 6 h\nSore: calves\n\
         “legs heavy”\n-# Saved. Only you see this."
    );
    assert_eq!(club.public_messages(), [] as [&str; 0]);
    club.end().await;
}

#[tokio::test]
async fn words_that_say_nothing_of_how_one_is_are_kept_only_if_their_owner_says_so() {
    let mut club = Rehearsal::start().await;
    let asked = club.types("jess", "/checkin banana").await;
    assert!(asked.is_private());
    assert!(
        asked.content.starts_with(
            "**How are you today?**\nI can't tell from “banana”, so it isn't kept. Tap, or keep it \
             as a note.\n"
        ),
        "{}",
        asked.content
    );
    assert!(
        club.types("jess", "/checkin").await.content.starts_with("**How are you today?**\nSore")
    );
    club.stop_bot().await;
    club.start_bot().await;
    let tapped = answer(
        club.client("jess").press(asked.id, "1:checkin:2026-11-23:energy:4|banana").await.unwrap(),
    );
    assert!(tapped.content.contains("Energy **4**"), "{}", tapped.content);
    assert!(tapped.content.contains("isn't kept"), "still on offer: {}", tapped.content);
    let kept = club.presses("jess", &tapped, "Keep it as a note").await;
    assert!(kept.content.ends_with("\n“banana”\n-# Saved. Only you see this."), "{}", kept.content);
    assert_eq!(kept.component("Keep it as a note"), None);
    club.end().await;
}

#[tokio::test]
async fn a_level_off_its_scale_is_refused_and_saves_nothing() {
    let club = Rehearsal::start().await;
    let refused = club.types("jess", "/checkin energy 4, soreness 9").await;
    assert!(refused.is_private());
    assert_eq!(
        refused.content,
        "Soreness runs from 1 (none) to 5 (very sore): try `soreness 3`.\nNothing is saved yet."
    );
    let card = club.types("jess", "/checkin").await;
    assert!(card.content.starts_with("**How are you today?**\n"), "{}", card.content);
    club.end().await;
}

#[tokio::test]
async fn ones_own_words_are_kept_and_shown_harmless() {
    let club = Rehearsal::start().await;
    let card = club.types("jess", "/checkin").await;
    let jess = club.client("jess");
    let words = card.component("In your words").unwrap();
    let Outcome::Modal(form) = jess.press(card.id, &words).await.unwrap() else { panic!("a form") };
    let hostile = [("words", "@everyone **loud**\n\u{202e}second line")];
    let card = answer(jess.submit(&form, &hostile).await.unwrap());
    assert!(
        card.content.contains("\n“\\@everyone \\*\\*loud\\*\\* second line”\n"),
        "{}",
        card.content
    );
    assert!(card.pings.is_empty() && !card.pings_everyone);
    let Outcome::Modal(form) = jess.press(card.id, &words).await.unwrap() else { panic!("a form") };
    let card = answer(jess.submit(&form, &[("words", "")]).await.unwrap());
    assert!(card.content.starts_with("**How are you today?**\n"), "{}", card.content);
    club.end().await;
}

#[tokio::test]
async fn a_tap_delivered_late_does_not_undo_a_later_one() {
    let club = Rehearsal::start().await;
    let card = club.types("jess", "/checkin").await;
    tap(&club, &card, "sleep:2").await;
    let first = club.sandbox.last_invocation().unwrap();
    let card = tap(&club, &card, "sleep:5").await;
    club.sandbox.redeliver(first);
    let again = club.types("jess", "/checkin energy 3").await;
    assert!(again.content.contains("Sleep **5**"), "{}", again.content);
    assert!(card.content.contains("Sleep **5**"), "{}", card.content);
    club.end().await;
}

#[tokio::test]
async fn yesterdays_card_is_closed_at_three_and_not_before() {
    let club = Rehearsal::start().await;
    let card = club.types("jess", "/checkin").await;
    // Tuesday, 00:40: still Monday's recovery day, and said so.
    club.clock.turn(chrono::TimeDelta::minutes(5 * 60 + 40));
    let late = tap(&club, &card, "sleep:2").await;
    assert!(late.content.starts_with("**Your check-in for Mon 23 Nov**\n"), "{}", late.content);
    // Tuesday, 03:10.
    club.clock.turn(chrono::TimeDelta::minutes(150));
    let closed = tap(&club, &late, "sleep:4").await;
    assert_eq!(closed.content, "That check-in was for Mon 23 Nov. `/checkin` opens a new one.");
    assert!(closed.is_private());
    let fresh = club.types("jess", "/checkin").await;
    assert!(fresh.content.starts_with("**How are you today?**\n"), "{}", fresh.content);
    club.end().await;
}

#[tokio::test]
async fn members_keep_to_themselves() {
    let club = Rehearsal::start().await;
    let card = club.types("jess", "/checkin energy 2").await;
    assert!(club.client("sam").press(card.id, "1:checkin:2026-11-23:energy:5").await.is_err());
    let own = club.types("sam", "/checkin").await;
    assert!(own.content.starts_with("**How are you today?**\n"), "{}", own.content);
    club.end().await;
}

#[tokio::test]
async fn a_slow_answer_stays_private() {
    let club = Rehearsal::start().await;
    // Somebody else holds the database's write lock.
    let mut other = SqliteConnection::connect(&url_of(&club.database())).await.unwrap();
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    let outcome = club.client("jess").type_line("/checkin calves sore 3").await.unwrap();
    let Outcome::Thinking(invocation) = outcome else { panic!("{outcome:?}") };
    other.execute("ROLLBACK").await.unwrap();
    let card = club.sandbox.filled(invocation, PATIENCE).await.unwrap();
    assert!(card.is_private() && card.content.contains("Sore: calves"), "{card:?}");
    assert_eq!(club.public_messages(), [] as [&str; 0]);
    club.end().await;
}
