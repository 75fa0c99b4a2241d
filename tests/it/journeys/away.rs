//! A member who was away, logged late, mended what they had said, moved, and took their data along.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::Rehearsal;
use super::history::{edit, pick};

#[tokio::test]
async fn away_late_mended_moved_and_exported_a_member_sees_exactly_the_truth() {
    // Thursday, 19:00 in New York; that week is kept before they leave.
    let club = Rehearsal::start_at("2026-11-06T00:00:00Z").await;
    for day in ["today", "yesterday", "2 days ago", "3 days ago"] {
        club.types("jess", &format!("/recover boots 30 {day}")).await;
    }
    club.types("jess", "/me pause 8 days").await;

    // Back on Friday of the next week, with two days to log late and two slips among them.
    club.clock.turn(TimeDelta::days(8));
    let resumed = club.types("jess", "/me resume").await;
    assert!(resumed.content.starts_with("Welcome back."), "{}", resumed.content);
    let late = club.types("jess", "/recover boots 40 wed and cryo 5 tuesday").await;
    assert_eq!(
        late.content,
        "**Boots** 40 min on Wed 11 Nov, **Cryo** 5 min on Tue 10 Nov\n\
         -# This week: 2 days · 2 kinds · 45 min"
    );
    let far = club.types("jess", "/recover boots 30 nov 2").await;
    assert_eq!(far.content, "Mon 2 Nov is too far back: I log up to 7 days ago.");
    club.types("jess", "/run 10 km 55:00 easy yesterday").await;
    club.types("jess", "/checkin soreness 3").await;

    // It was a quarter of an hour in the boots, and the cold was on Thursday.
    let list = club.types("jess", "/history").await;
    let boots = pick(&club, "jess", &list, "Wed 11 Nov · Boots 40 min").await;
    let fields = [("what", "Boots"), ("minutes", "15"), ("day", "Nov 11"), ("note", "short one")];
    let mended = edit(&club, &boots, &fields).await;
    assert_eq!(mended.content, "**Boots** 15 min · Wed 11 Nov\n“short one”\n-# Changed");
    let list = club.types("jess", "/history").await;
    let cryo = pick(&club, "jess", &list, "Tue 10 Nov · Cryo 5 min").await;
    let fields = [("what", "Cryo"), ("minutes", "3"), ("day", "yesterday"), ("note", "")];
    let mended = edit(&club, &cryo, &fields).await;
    assert_eq!(mended.content, "**Cryo** 3 min · Thu 12 Nov\n-# Changed");

    // 01:00 on Saturday in New York still is Friday's recovery day; in London it is 06:00 on Saturday.
    club.clock.turn(TimeDelta::hours(6));
    let night = club.types("jess", "/recover legs up 10").await;
    assert!(night.content.starts_with("**Legs up** 10 min · for Fri 13 Nov"), "{}", night.content);
    club.types("jess", "/me timezone london").await;
    let morning = club.types("jess", "/recover mobility 10").await;
    assert_eq!(
        morning.content,
        "**Mobility** 10 min\n-# Week kept: 2 in a row\n-# This week: 4 days · 4 kinds · 38 min"
    );

    let shown = club.types("jess", "/history").await;
    assert_eq!(
        shown.content,
        "**Your last 7 days**\nToday: Mobility 10 min\nYesterday: Legs up 10 min\n\
         Thu 12 Nov: Cryo 3 min\nWed 11 Nov: Boots 15 min"
    );
    let me = club.types("jess", "/me show").await;
    assert!(
        me.content.starts_with(
            "**Time** London · Sat 6:00 am\n**This week** 4 days of 4\n**Weeks kept** 2 in a row\n"
        ),
        "{}",
        me.content
    );
    let reply = club.types("jess", "/me export").await;
    let (_, bytes) = club.sandbox.file(reply.attachments[0].id).unwrap();
    let export: Value = serde_json::from_slice(&bytes).unwrap();
    let fields = |name: &str, keys: &[&str]| -> Vec<Value> {
        let told = export[name].as_array().unwrap().iter();
        told.map(|one| keys.iter().map(|key| one[key].clone()).collect()).collect()
    };
    assert_eq!(
        Value::from(fields("entries", &["day", "modality", "minutes", "note"])),
        json!([
            ["2026-11-05", "boots", 30, null],
            ["2026-11-04", "boots", 30, null],
            ["2026-11-03", "boots", 30, null],
            ["2026-11-02", "boots", 30, null],
            ["2026-11-11", "boots", 15, "short one"],
            ["2026-11-12", "cryo", 3, null],
            ["2026-11-13", "legs_up", 10, null],
            ["2026-11-14", "dynamic_mobility", 10, null],
        ])
    );
    let logged_at: Vec<String> = fields("entries", &["at"])
        .iter()
        .map(|at| at[0].as_str().unwrap()[..13].to_owned())
        .collect();
    let (before, back) = ("2026-11-06T00", "2026-11-14T00");
    let (night, morning) = ("2026-11-14T06", "2026-11-14T06");
    assert_eq!(logged_at, [before, before, before, before, back, back, night, morning]);
    assert_eq!(
        Value::from(fields("runs", &["day", "metres", "seconds", "kind"])),
        json!([["2026-11-12", 10000, 3300, "easy"]])
    );
    assert_eq!(
        Value::from(fields("checkins", &["day", "question", "answer", "scale"])),
        json!([["2026-11-13", "soreness", "3", "worst5"]])
    );
    assert_eq!(export["settings"]["time_zone"], "Europe/London");
    assert_eq!(export["settings"]["pauses"].as_array().unwrap().len(), 1);
    club.end().await;
}
