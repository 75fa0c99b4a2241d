//! `/me`: what is a member's own to set and to see.

use fresh_legs::actions;
use fresh_legs::domain::calendar::Week;
use fresh_legs::domain::flags::Flag;
use fresh_legs::domain::ids::MemberId;
use fresh_legs::sandbox::Outcome;
use fresh_legs::store::LearnedWord;
use serde_json::{Value, json};

use super::{Rehearsal, answer, rows_of};

#[tokio::test]
async fn a_member_who_moves_to_london_keeps_their_past_days() {
    // Monday, 22:30 in New York; Tuesday, 03:30 in London.
    let club = Rehearsal::start_at("2026-11-24T03:30:00Z").await;
    let at_home = club.types("jess", "/recover boots 30").await;
    assert_eq!(
        at_home.content,
        "**Boots** 30 min\n-# That puts you on the club's board: `/leaderboard`\n-# This week: 1 day · 1 kind · 30 min"
    );
    let moved = club.types("jess", "/me timezone london").await;
    assert!(moved.is_private());
    assert_eq!(
        moved.content,
        "Your days follow **London** time now. It's Tue 3:30 am there.\n\
         -# Days already logged stay as they are."
    );
    let abroad = club.types("jess", "/recover cryo").await;
    assert_eq!(abroad.content, "**Cryo** 3 min\n-# This week: 2 days · 2 kinds · 33 min");
    let neighbour = club.types("sam", "/recover cryo yesterday").await;
    assert!(neighbour.content.contains("for Sun 22 Nov"), "{}", neighbour.content);
    club.end().await;
}

#[tokio::test]
async fn a_place_that_could_be_two_is_asked_about_and_one_tap_settles_it() {
    let club = Rehearsal::start().await;
    let asked = club.types("jess", "/me timezone portland").await;
    assert_eq!(asked.content, "Which one is yours?");
    let oregon = asked.component("Portland Oregon · Mon 4:00 pm").unwrap();
    let Outcome::Updated(set) = club.client("jess").press(asked.id, &oregon).await.unwrap() else {
        panic!("the question goes");
    };
    assert!(
        set.content.starts_with("Your days follow **Los Angeles** time now."),
        "{}",
        set.content
    );
    let unknown = club.types("jess", "/me timezone @everyone's attic").await;
    assert!(unknown.is_private());
    assert_eq!(
        unknown.content,
        "I don't know where “\\@everyone's attic” is. Try the nearest big city, a country, or \
         `my clock says 9:40pm`."
    );
    club.end().await;
}

#[tokio::test]
async fn places_are_offered_with_their_time_and_understood_when_picked() {
    let club = Rehearsal::start().await;
    let jess = club.client("jess");
    for (typed, label) in [
        ("/me timezone bosto", "Boston · Mon 7:00 pm"),
        ("/me timezone my clock says 7pm", "New York · Mon 7:00 pm"),
    ] {
        let offered = jess.suggest(typed).await.unwrap();
        assert_eq!(offered[0].name, label);
        let options = [("to", offered[0].value.clone())];
        let set = answer(jess.slash("me timezone", &options).await.unwrap());
        assert!(set.content.contains("It's Mon 7:00 pm there."), "{}", set.content);
    }
    club.end().await;
}

#[tokio::test]
async fn a_week_kept_is_told_once_and_a_pause_keeps_the_streak() {
    // A Monday, 19:00 in New York; the club logs up to seven days back.
    let club = Rehearsal::start().await;
    for day in ["today", "yesterday", "2 days ago", "3 days ago"] {
        let reply = club.types("jess", &format!("/recover boots 30 {day}")).await;
        assert!(!reply.content.contains("Week kept"), "{}", reply.content);
    }
    let kept = club.types("jess", "/recover boots 30 4 days ago").await;
    assert!(kept.content.contains("\n-# Week kept\n"), "{}", kept.content);
    let after = club.types("jess", "/recover roll 10 4 days ago").await;
    assert!(!after.content.contains("Week kept"), "{}", after.content);
    let paused = club.types("jess", "/me pause 2 weeks").await;
    assert!(paused.is_private());
    assert_eq!(
        paused.content,
        "Paused through Mon 7 Dec. Your streak waits for you.\n-# Back earlier? `/me resume`"
    );
    let shown = club.types("jess", "/me show").await;
    assert!(shown.is_private());
    assert_eq!(
        shown.content,
        "**Time** New York · Mon 7:00 pm (your club's: `/me timezone`)\n\
         **This week** 1 day of 4\n**Weeks kept** 1 in a row\n**Board** in\n\
         **Kit** not chosen yet: `/me kit`\n**Paused** through Mon 7 Dec · `/me resume`"
    );
    club.clock.turn(chrono::TimeDelta::weeks(3));
    for day in ["today", "tuesday", "wednesday"] {
        club.types("jess", &format!("/recover boots 30 {day}")).await;
    }
    let kept = club.types("jess", "/recover boots 30 thursday").await;
    assert!(!kept.content.contains("in a row"), "{}", kept.content);
    let kept = club.types("jess", "/recover boots 30 friday").await;
    assert!(kept.content.contains("\n-# Week kept: 2 in a row\n"), "{}", kept.content);
    club.end().await;
}

#[tokio::test]
async fn coming_back_and_leaving_the_board_are_one_line_each() {
    let club = Rehearsal::start().await;
    for (line, reply) in [
        ("/me resume", "You weren't paused, all is running."),
        (
            "/me pause",
            "Paused until you're back. Your streak waits for you.\n-# Back earlier? `/me resume`",
        ),
        ("/me resume", "Welcome back. Your streak goes on where it was."),
        ("/me resume", "You weren't paused, all is running."),
        (
            "/me pause soon",
            "I can't tell when “soon” is. Try `2 weeks`, `sunday` or `dec 3`, or leave it empty.",
        ),
        ("/me board out", "You're off the board. What you log is still yours."),
        ("/me board in", "You're on the board."),
    ] {
        let said = club.types("jess", line).await;
        assert_eq!(said.content, reply, "{line}");
        assert!(said.is_private(), "{line}");
    }
    club.end().await;
}

#[tokio::test]
async fn the_export_is_exactly_what_was_logged() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover what:boots 30, rest day note:sofa **time**").await;
    let undone = club.types("jess", "/recover cryo").await;
    club.presses("jess", &undone, "Undo").await;
    club.types("sam", "/recover cryo").await;
    club.types("jess", "/me timezone london").await;
    club.types("jess", "/me pause").await;
    club.types("jess", "/run 8k easy 52min").await;
    club.types("jess", "/me race day:apr 19 distance:marathon name:Boston").await;
    club.types("jess", "/me pace 10k 45:13 on nov 2").await;
    let kit = club.types("jess", "/me kit").await;
    let own = kit.component("What do you own or borrow?").unwrap();
    club.client("jess").select(kit.id, &own, &["boots"]).await.unwrap();
    club.types("jess", "/checkin soreness 2").await;
    let about = club.types("jess", "/modalities boots").await;
    club.presses("jess", &about, "Not for me").await;
    let told = club.types("jess", "/me units mi").await;
    assert_eq!(told.content, "Your distances are in miles now.");
    let learned = LearnedWord {
        words: "zappers".to_owned(),
        modality: "boots".parse().unwrap(),
        guild: Some(club.guild()),
        at: "2026-11-24T00:00:00Z".parse().unwrap(),
    };
    let member = MemberId(club.sandbox.person("jess").unwrap().to_string().parse().unwrap());
    club.app().await.store.learn(member, &learned).await.unwrap();
    let reply = club.types("jess", "/me export").await;
    assert!(reply.is_private());
    assert_eq!(
        reply.content,
        "All I keep of you: 2 entries, your runs, check-ins, tips and settings."
    );
    assert_eq!(reply.attachments[0].filename, "fresh-legs-export.json");
    let (_, bytes) = club.sandbox.file(reply.attachments[0].id).unwrap();
    let mut export: Value = serde_json::from_slice(&bytes).unwrap();
    for (place, entry) in export["entries"].as_array_mut().unwrap().iter_mut().enumerate() {
        let entry = entry.as_object_mut().unwrap();
        let id = entry.remove("id").unwrap();
        assert!(id.as_str().unwrap().ends_with(&format!("-{place}")), "{id}");
        let at = entry.remove("at").unwrap();
        assert!(at.as_str().unwrap().starts_with("2026-11-24T00:00:"), "{at}");
    }
    for run in export["runs"].as_array_mut().unwrap() {
        let run = run.as_object_mut().unwrap();
        assert!(run.remove("id").is_some() && run.remove("at").is_some(), "{run:?}");
    }
    let opinion = export["settings"]["opinions"][0].as_object_mut().unwrap();
    assert!(opinion.remove("guild").is_some());
    let word = export["words"][0].as_object_mut().unwrap();
    assert!(word.remove("guild").is_some());
    let jess = club.sandbox.person("jess").unwrap().to_string();
    let note = "sofa **time**";
    let entry = |modality, minutes| {
        json!({"modality": modality, "minutes": minutes, "day": "2026-11-23", "note": note,
            "source": "command"})
    };
    assert_eq!(
        export,
        json!({
            "schema": 1,
            "member": {"id": jess},
            "entries": [entry("boots", 30), entry("rest_day", 0)],
            "runs": [{"metres": 8000, "seconds": 3120, "kind": "easy", "day": "2026-11-23",
                "started_at": null}],
            "checkins": [{"day": "2026-11-23", "question": "soreness", "answer": "2",
                "scale": "worst5"}],
            "words": [{"words": "zappers", "modality": "boots", "at": "2026-11-24T00:00:00Z"}],
            "settings": {
                "time_zone": "Europe/London",
                "board": "in", "flags": [],
                "week_goal": 4,
                "training_week": null,
                "units": "mi",
                "kit": ["boots"],
                "race": {"name": "Boston", "day": "2027-04-19", "metres": 42195},
                "result": {"metres": 10000, "seconds": 2713, "day": "2026-11-02"},
                "boards": [],
                "flags": [],
                "pauses": [{"from": "2026-11-23", "until": null}],
                "reminder": null,
                "opinions": [{"modality": "boots", "again": false, "tip": null}],
                "flag_questions": [],
                "cautions_seen": {},
                "flags": [],
            },
        })
    );
    club.end().await;
}

/// Posts the board of the week now running.
async fn post_board(club: &Rehearsal) {
    let (app, guild, at) = (club.app().await, club.guild(), club.clock.now());
    let week = Week::of("2026-11-23".parse().unwrap());
    let posted = actions::weekly_board(&app, guild, week, at, false).await.unwrap();
    assert!(posted.is_some());
}

#[tokio::test]
async fn forgetting_leaves_nothing_of_them_and_everything_of_others() {
    let club = Rehearsal::start().await;
    for member in ["jess", "sam"] {
        club.types(member, "/remind on").await;
    }
    club.clock.turn(chrono::TimeDelta::hours(1));
    let nudge = super::nudge::nudged(&club, 1).await;
    for member in ["jess", "sam"] {
        club.presses(member, &nudge, "Snooze 1 h").await;
        club.types(member, "/recover boots 30, roll 10").await;
        club.types(member, "/today boots, 30 min").await;
    }
    post_board(&club).await;
    super::flag_questions::is_asked(&club, "jess", Flag::Tear).await;
    super::flag_questions::is_asked(&club, "sam", Flag::Tear).await;
    for member in ["jess", "sam"] {
        let undone = club.types(member, "/recover cryo").await;
        club.presses(member, &undone, "Undo").await;
        club.types(member, "/me timezone london").await;
        club.types(member, "/me pause").await;
        club.types(member, "/run 8k easy 52min").await;
        super::words::picks(&club, member, "/recover zappers 20").await;
        club.types(member, "/checkin legs heavy, left calf swollen and hot").await;
        let about = club.types(member, "/modalities boots").await;
        club.presses(member, &about, "I'd do it again").await;
        club.sandbox.set_dms_open(member, false).unwrap();
        super::messages::asks(&club, member, "check in: legs heavy").await;
    }
    let of_sam = rows_of(&club, "sam").await;
    // A table added later has to be filled here, and forgotten there.
    assert!(of_sam.iter().all(|(_, rows)| *rows > 0), "{of_sam:?}");
    let asked = club.types("jess", "/me forget").await;
    assert!(
        asked.is_private() && asked.content.contains("3 entries, 1 run, 1 check-in"),
        "{}",
        asked.content
    );
    let kept = club.presses("jess", &asked, "Keep it").await;
    assert_eq!(kept.content, "Nothing is deleted.");
    assert_eq!(rows_of(&club, "jess").await, of_sam);
    let asked = club.types("jess", "/me forget").await;
    let forgotten = club.presses("jess", &asked, "Delete everything").await;
    assert_eq!(
        forgotten.content,
        "Deleted: 3 entries, 1 run, 1 check-in, and all you had set. Only your id stays, so that nothing \
         old comes back.\n-# My backups may still hold it, for 5 weeks at most."
    );
    let left = rows_of(&club, "jess").await;
    assert!(left.iter().all(|(_, rows)| *rows == 0), "{left:?}");
    assert_eq!(rows_of(&club, "sam").await, of_sam);
    club.end().await;
}

#[tokio::test]
async fn the_week_is_set_by_menus_and_its_goal_holds() {
    let club = Rehearsal::start().await;
    let jess = club.client("jess");
    let card = club.types("jess", "/me week").await;
    assert!(card.is_private());
    let long = card.component("Long run: which days?").unwrap();
    let card = answer(jess.select(card.id, &long, &["Sun"]).await.unwrap());
    assert_eq!(
        card.content,
        "**Your week** Mon easy · Tue easy · Wed easy · Thu easy · Fri easy · Sat easy · \
         Sun long\n**Kept with** 4 recovery days"
    );
    let goal = card.component("Recovery days that keep a week").unwrap();
    let card = answer(jess.select(card.id, &goal, &["3"]).await.unwrap());
    assert!(card.content.ends_with("\n**Kept with** 3 recovery days"), "{}", card.content);
    for day in ["yesterday", "2 days ago"] {
        club.types("jess", &format!("/recover boots 30 {day}")).await;
    }
    let kept = club.types("jess", "/recover boots 30 3 days ago").await;
    assert!(kept.content.contains("\n-# Week kept\n"), "{}", kept.content);
    club.end().await;
}
