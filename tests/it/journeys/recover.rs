//! `/recover`: what is logged and what is not, as the member reads it.

use fresh_legs::sandbox::Outcome;
use serde_json::json;

use super::{PATIENCE, Rehearsal, answer};

#[tokio::test]
async fn typed_literally_or_with_tab_it_logs_the_same() {
    let club = Rehearsal::start().await;
    let typed = club.types("jess", "/recover boots 30").await;
    assert_eq!(
        typed.content,
        "**Boots** 30 min\n-# That puts you on the club's board: `/leaderboard`\n-# This week: 1 day · 1 kind · 30 min"
    );
    assert!(!typed.is_private());
    let options = [("what", json!("boots")), ("minutes", json!(30))];
    let tabbed = answer(club.client("sam").slash("recover", &options).await.unwrap());
    assert_eq!(tabbed.content, typed.content);
    club.end().await;
}

#[tokio::test]
async fn the_week_adds_up_over_days_and_starts_anew_on_monday() {
    let club = Rehearsal::start().await;
    let week = async |line: &str| {
        let reply = club.types("jess", line).await.content;
        reply.lines().last().unwrap().to_owned()
    };
    assert_eq!(week("/recover boots 30, roll 10").await, "-# This week: 1 day · 2 kinds · 40 min");
    club.clock.turn(chrono::TimeDelta::days(1));
    assert_eq!(week("/recover boots 45").await, "-# This week: 2 days · 2 kinds · 1 h 25 min");
    assert_eq!(week("/recover rest day").await, "-# This week: 2 days · 3 kinds · 1 h 25 min");
    club.clock.turn(chrono::TimeDelta::days(6));
    assert_eq!(week("/recover cryo").await, "-# This week: 1 day · 1 kind · 3 min");
    club.end().await;
}

#[tokio::test]
async fn after_midnight_counts_for_the_evening_before_and_says_so() {
    // Tuesday, 00:40 in New York.
    let club = Rehearsal::start_at("2026-11-24T05:40:00Z").await;
    let reply = club.types("jess", "/recover boots 30").await;
    assert!(reply.content.starts_with("**Boots** 30 min · for Mon 23 Nov\n"), "{}", reply.content);
    club.end().await;
}

#[tokio::test]
async fn another_day_can_be_said_in_the_words_or_beside_them() {
    let club = Rehearsal::start().await;
    let in_words = club.types("jess", "/recover boots 30 yesterday").await;
    assert!(
        in_words.content.starts_with("**Boots** 30 min · for Sun 22 Nov\n"),
        "{}",
        in_words.content
    );
    let beside = club.types("sam", "/recover what:boots 30 when:sunday").await;
    assert_eq!(beside.content, in_words.content);
    let ahead = club.types("sam", "/recover what:boots 30 when:nov 25").await;
    assert_eq!(ahead.content, "Wed 25 Nov is still ahead. Tell me when it's done.");
    let long_ago = club.types("sam", "/recover boots 30 9 days ago").await;
    assert_eq!(long_ago.content, "Sat 14 Nov is too far back: I log up to 7 days ago.");
    assert!(ahead.is_private() && long_ago.is_private());
    club.end().await;
}

#[tokio::test]
async fn a_day_holds_one_night_and_24_hours_and_says_what_still_fits() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover slept 7h").await;
    let second = club.types("jess", "/recover slept 7h").await;
    assert!(second.is_private());
    assert_eq!(
        second.content,
        "Mon 23 Nov would have 14 h of sleep, and I log up to 13 h a day, so 6 h more fits.\n\
         Was it another day? Add which: `yesterday`, `tue`. Nothing is saved yet."
    );
    let night_before = club.types("jess", "/recover slept 7h yesterday").await;
    assert!(night_before.content.starts_with("**Sleep** 7 h · for Sun 22 Nov\n"));
    let fits = club.types("jess", "/recover slept 2h").await;
    assert!(fits.content.starts_with("**Sleep** 2 h\n"), "{}", fits.content);
    let long = club.types("sam", "/recover slept 20h").await;
    assert_eq!(
        long.content,
        "Sleep for 20 h? That looks like a slip: I log up to 13 h. Try `sleep 8h`."
    );
    club.end().await;
}

#[tokio::test]
async fn a_day_is_offered_while_it_is_typed_and_logged_as_picked() {
    let club = Rehearsal::start().await;
    let jess = club.client("jess");
    let offered = jess.suggest("/recover what:boots 30 when:ye").await.unwrap();
    assert_eq!(offered[0].name, "Yesterday · Sun 22 Nov");
    let options = [("what", json!("boots 30")), ("when", offered[0].value.clone())];
    let logged = answer(jess.slash("recover", &options).await.unwrap());
    assert!(
        logged.content.starts_with("**Boots** 30 min · for Sun 22 Nov\n"),
        "{}",
        logged.content
    );
    let ahead = club.types("jess", "/recover what:boots 30 when:tomorrow").await;
    assert_eq!(ahead.content, "Good plan. Nothing is logged yet: tell me when it's done.");
    club.end().await;
}

#[tokio::test]
async fn minutes_left_out_are_the_members_own_usual() {
    let club = Rehearsal::start().await;
    let first = club.types("jess", "/recover boots").await;
    assert!(first.content.starts_with("**Boots** 30 min\n"), "{}", first.content);
    for minutes in [20, 20, 20] {
        club.types("jess", &format!("/recover boots {minutes}")).await;
    }
    let own = club.types("jess", "/recover boots").await;
    assert!(own.content.starts_with("**Boots** 20 min\n"), "{}", own.content);
    club.end().await;
}

#[tokio::test]
async fn every_keystroke_offers_whole_answers_that_log_what_they_say() {
    let club = Rehearsal::start().await;
    let jess = club.client("jess");
    let labels = async |typed: &str| -> Vec<String> {
        let choices = jess.suggest(typed).await.unwrap();
        choices.into_iter().map(|choice| choice.name).collect()
    };
    assert_eq!(labels("/recover ").await.len(), 25);
    for typed in ["/recover b", "/recover bo", "/recover boo"] {
        assert!(labels(typed).await.contains(&"Boots · 30 min · usual".to_owned()), "{typed}");
    }
    let choices = jess.suggest("/recover boo").await.unwrap();
    let boots = choices.iter().find(|choice| choice.name.starts_with("Boots")).unwrap();
    let reply = answer(jess.slash("recover", &[("what", boots.value.clone())]).await.unwrap());
    assert!(reply.content.starts_with("**Boots** 30 min\n"), "{}", reply.content);
    assert_eq!(labels("/recover ").await[0], "Boots · 30 min · your usual");
    assert_eq!(labels("/recover zzzzqq").await, [] as [&str; 0]);
    club.end().await;
}

#[tokio::test]
async fn what_is_refused_is_private_kind_and_saves_nothing() {
    let club = Rehearsal::start().await;
    let too_long = "boots ".repeat(60);
    for (line, reply) in [
        ("boots 0", "Boots: from 1 min up to 3 h, please. Try `boots 30`."),
        ("boots -5", "Boots: from 1 min up to 3 h, please. Try `boots 30`."),
        ("boots 600", "Boots for 10 h? That looks like a slip: I log up to 3 h. Try `boots 30`."),
        ("🥾", "What did you do? Try `boots 30` or `roll 10 and toes 15`."),
        ("30", "30 min of what? Try `boots 30`."),
        ("didn't do boots", "Sounds like that one didn't happen, so nothing is logged."),
        (
            "slept badly",
            "How the night was goes into your check-in: `/checkin slept badly`. Here I log how long: \
             `slept 7h`.",
        ),
        ("boots tomorrow", "Good plan. Nothing is logged yet: tell me when it's done."),
        (
            "boots 30, roll 10, breathing 5 next week",
            "Good plan. Nothing is logged yet: tell me when it's done.",
        ),
        (
            "boots at 11pm",
            "That time is still ahead, so nothing is logged yet. Tell me when it's done, or add \
             `yesterday` if it was then.",
        ),
        (
            "should I do boots",
            "That sounds like a question. Here I log what you've done: try `boots 30`.",
        ),
        (&too_long, "That's 359 characters, and I read up to 300. Try it in two."),
    ] {
        let refused = club.types("jess", &format!("/recover {line}")).await;
        assert_eq!(refused.content, reply, "{line}");
        assert!(refused.is_private(), "{line}");
    }
    let reply = club.types("jess", "/recover cryo").await;
    assert!(reply.content.ends_with("\n-# This week: 1 day · 1 kind · 3 min"), "{}", reply.content);
    club.end().await;
}

#[tokio::test]
async fn what_may_be_a_question_is_asked_about_and_logged_by_a_tap() {
    let club = Rehearsal::start().await;
    let asked = club.types("jess", "/recover boots 25?").await;
    assert!(asked.is_private() && !asked.content.starts_with("**Boots**"), "{}", asked.content);
    assert!(club.public_messages().is_empty(), "{:?}", club.public_messages());
    let logged = club.presses("jess", &asked, "Boots 25 min").await;
    assert!(logged.content.contains("**Boots** 25 min"), "{}", logged.content);
    club.end().await;
}

#[tokio::test]
async fn an_unknown_word_offers_three_and_a_tap_logs_once_for_everyone_to_see() {
    let club = Rehearsal::start().await;
    let asked = club.types("jess", "/recover what:bostz 20 and roll 10 note:sofa").await;
    assert!(asked.is_private());
    assert_eq!(
        asked.content,
        "I don't know “bostz” yet. Is it one of these?\nNothing is saved yet."
    );
    let boots = asked.component("Boots").unwrap();
    let jess = club.client("jess");
    // Two quick taps: the second finds the question answered or logs nothing new.
    let (first, second) = tokio::join!(jess.press(asked.id, &boots), jess.press(asked.id, &boots));
    for outcome in [first, second].into_iter().flatten() {
        let Outcome::Updated(settled) = outcome else { panic!("{outcome:?}") };
        assert_eq!(settled.content, "Got it: **Boots** 20 min, **Foam roll** 10 min");
        assert!(settled.is_private());
    }
    let expect = "**Boots** 20 min, **Foam roll** 10 min\n“sofa”\n-# That puts you on the club's board: `/leaderboard`\n-# This week: 1 day · 2 kinds · 30 min";
    let look = |_: &_| club.public_messages().contains(&expect.to_owned()).then_some(());
    club.sandbox.until(PATIENCE, look).await.unwrap();
    let reply = club.types("jess", "/recover cryo").await;
    assert_eq!(reply.content, "**Cryo** 3 min\n-# This week: 1 day · 3 kinds · 33 min");
    club.end().await;
}

#[tokio::test]
async fn everyone_logs_for_themselves() {
    let club = Rehearsal::start().await;
    let sam = club.sandbox.person("sam").unwrap();
    let refused = club.types("jess", &format!("/recover boots 30 for <@{sam}>")).await;
    assert!(refused.is_private());
    assert_eq!(
        refused.content,
        "I log what you did yourself, so nothing is saved. They can tell me theirs."
    );
    club.end().await;
}

#[tokio::test]
async fn a_typo_is_mended_and_said() {
    let club = Rehearsal::start().await;
    let reply = club.types("jess", "/recover bots 30").await;
    assert!(reply.content.starts_with("**Boots** 30 min (I read “bots”)\n"), "{}", reply.content);
    club.end().await;
}

#[tokio::test]
async fn a_word_nobody_knows_is_said_to_be_left_out_and_how_a_body_is_stays_unsaid() {
    let club = Rehearsal::start().await;
    let reply = club.types("jess", "/recover boots xyzzy 30").await;
    assert!(!reply.content.contains("xyzzy"), "{}", reply.content);
    let aside = club.told_privately("jess", "I passed over").await;
    assert_eq!(aside.content, "I passed over “xyzzy”; the rest is logged.");
    let reply = club.types("jess", "/recover what:boots 30 note:my achilles is sore").await;
    assert!(!reply.content.contains("achilles"), "{}", reply.content);
    club.told_privately("jess", "Your note is saved, and stays between us.").await;
    let reply = club.types("jess", "/recover rolled 10, calf swollen").await;
    assert!(!reply.is_private() && !reply.content.contains("swollen"), "{}", reply.content);
    club.end().await;
}

#[tokio::test]
async fn a_note_shows_harmless_and_pings_nobody() {
    let club = Rehearsal::start().await;
    let coach = club.sandbox.person("coach").unwrap();
    let note = format!("<@{}> @everyone **loud**", coach.get());
    let options = [("what", json!("boots 30")), ("note", json!(note))];
    let reply = answer(club.client("jess").slash("recover", &options).await.unwrap());
    assert!(reply.pings.is_empty() && !reply.pings_everyone, "{reply:?}");
    let shown = format!(r"“\<\@{}\> \@everyone \*\*loud\*\*”", coach.get());
    assert_eq!(reply.content.lines().nth(1), Some(shown.as_str()));
    club.end().await;
}

#[tokio::test]
async fn it_works_in_direct_messages_and_counts_with_the_rest() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30").await;
    let dm = club.client("jess").dm();
    let reply = answer(dm.type_line("/recover cryo").await.unwrap());
    assert_eq!(reply.content, "**Cryo** 3 min\n-# This week: 1 day · 2 kinds · 33 min");
    club.end().await;
}
