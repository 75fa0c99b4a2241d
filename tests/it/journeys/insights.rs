//! `/insights`: a season lived through the bot's own actions, then asked about.

use chrono::{DateTime, Days, TimeDelta, Utc};
use fresh_legs::actions::{App, Asker, LogRecovery, check_in, log_recovery};
use fresh_legs::domain::catalogue::Catalogue;
use fresh_legs::domain::ids::{ChannelId, MemberId, Snowflake};
use fresh_legs::store::{Place, Source, Store};

use super::{MONDAY_EVENING, Rehearsal, language, url_of};

/// Neither weekly nor regular.
fn now_and_then(at: u64) -> bool {
    (at * at / 3 + at / 5).is_multiple_of(2)
}

/// Lives `days` evenings up to yesterday: boots now and then, less sore the day after.
async fn lives(club: &Rehearsal, name: &str, days: u64) {
    let store = Store::open(&url_of(&club.database())).await.unwrap();
    let zone = chrono_tz::America::New_York;
    let app = App::new(store, Catalogue::embedded().unwrap(), language(), zone);
    let number = |id: u64| Snowflake::new(id).unwrap();
    let member = MemberId(number(club.sandbox.person(name).unwrap().get()));
    let channel = ChannelId(number(club.sandbox.channel("recovery").unwrap().get()));
    let place = Place { guild: None, channel };
    let now: DateTime<Utc> = MONDAY_EVENING.parse().unwrap();
    for at in 0..days {
        let evening = now - Days::new(days - at);
        let sore = if at.checked_sub(1).is_some_and(now_and_then) { 2 } else { 4 };
        let origin = Snowflake::made_at(evening, 0).unwrap();
        let asker = Asker::of(&app, origin, member, place).await.unwrap();
        let said = app.read(None, &format!("soreness {sore}")).await.unwrap();
        check_in(&app, &asker, &said).await.unwrap();
        let mut done = vec!["toes 15"];
        done.extend(now_and_then(at).then_some("boots 30"));
        done.extend((at < 3).then_some("nap 20"));
        let request = LogRecovery {
            origin: Snowflake::made_at(evening + TimeDelta::minutes(1), 0).unwrap(),
            member,
            place,
            source: Source::Command,
            what: &app.read(None, &done.join(", ")).await.unwrap(),
            minutes: None,
            when: None,
            note: None,
        };
        log_recovery(&app, &request).await.unwrap();
    }
    app.store.close().await;
}

#[tokio::test]
async fn a_season_tells_what_leans_and_what_cannot_be_told() {
    let mut club = Rehearsal::start().await;
    lives(&club, "jess", 60).await;
    let card = club.types("jess", "/insights").await;
    assert!(card.is_private());
    for part in [
        "**Boots**: after ",
        " without, 2 lower, ",
        "You felt less sore; that can include expectation.",
        "\n-# Too few days yet: Nap (3 with)\n",
        "\n-# Not testable day by day: Toe separators\n",
        "\n-# You picked the days, so this is a pattern, not proof.",
    ] {
        assert!(card.content.contains(part), "{part}: {}", card.content);
    }
    for claim in ["prove", "heal", "works", "significant"] {
        assert!(!card.content.contains(claim), "{claim}: {}", card.content);
    }
    // The buttons outlive the bot.
    club.stop_bot().await;
    club.start_bot().await;
    let menu = card.component("See the numbers").unwrap();
    let jess = club.client("jess");
    let numbers = super::answer(jess.select(card.id, &menu, &["boots"]).await.unwrap());
    assert!(numbers.content.starts_with("**Boots: the day after**\n"), "{}", numbers.content);
    assert!(numbers.content.contains("\nSoreness on average: 2."));
    let [picture] = &numbers.attachments[..] else { panic!("one picture: {numbers:?}") };
    let alt = picture.description.as_deref().unwrap();
    assert!(alt.starts_with("Boots. Soreness the next day, 1 none to 5 very sore."), "{alt}");
    assert!(alt.contains("Difference 2 lower") && alt.ends_with("not proof."), "{alt}");
    let back = club.presses("jess", &numbers, "Back").await;
    assert_eq!(back.content, card.content);
    assert!(back.attachments.is_empty(), "the picture leaves with its numbers");
    assert_eq!(club.public_messages(), [] as [&str; 0]);
    club.end().await;
}

#[tokio::test]
async fn a_few_days_are_counted_along_and_none_are_told_what_it_takes() {
    let club = Rehearsal::start().await;
    lives(&club, "jess", 16).await;
    let card = club.types("jess", "/insights").await;
    assert!(card.content.contains(" so far. "), "{}", card.content);
    let sam = club.types("sam", "/insights").await;
    assert!(sam.is_private());
    assert!(
        sam.content.starts_with("**Does it help you?** Nothing to tell yet.\n")
            && sam.content.contains("`/checkin`")
            && sam.content.contains("\nSo far you have none. "),
        "{}",
        sam.content
    );
    club.end().await;
}
