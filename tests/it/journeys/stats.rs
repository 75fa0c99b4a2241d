//! `/stats`: a member's weeks as a picture, and who sees what of them.

use chrono::TimeDelta;
use fresh_legs::sandbox::{Message, Outcome, Sandbox};

use super::{PATIENCE, Rehearsal, answer};

/// One picture came with a message, and can be fetched.
fn assert_picture(club: &Rehearsal, message: &Message, name: &str) {
    let [file] = &message.attachments[..] else { panic!("one picture: {message:?}") };
    assert_eq!(file.filename, name);
    let (kind, bytes) = club.sandbox.file(file.id).unwrap();
    assert_eq!(kind, "image/png");
    assert!(bytes.starts_with(b"\x89PNG"));
}

/// The message everyone sees that begins with these words, as soon as it is there.
async fn told(club: &Rehearsal, begins: &str) -> Message {
    let look = |sandbox: &Sandbox| {
        let messages = sandbox.messages("recovery", "sam").unwrap();
        messages.into_iter().find(|message| message.content.starts_with(begins))
    };
    club.sandbox.until(PATIENCE, look).await.unwrap()
}

fn alt(message: &Message) -> &str {
    message.attachments[0].description.as_deref().unwrap()
}

#[tokio::test]
async fn ones_own_weeks_are_private_and_shared_without_soreness() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30, rolled 10").await;
    club.types("jess", "/recover cryo yesterday").await;
    club.types("jess", "/checkin sore 4").await;
    let own = club.types("jess", "/stats").await;
    assert!(own.is_private());
    assert_eq!(
        own.content,
        "**Your 16 weeks to 23 November**\n2 recovery days · 2 in the best 28 days\n\
         Boots 30 min · Foam roll 10 min · Cryo 3 min\n\
         Soreness 4.0 of 5 in 1 check-in\n\
         -# Only you see this. Share leaves your soreness out."
    );
    assert_picture(&club, &own, "stats.png");
    assert!(
        alt(&own).starts_with("Jess, 16 weeks to 23 November: 2 recovery days"),
        "{}",
        alt(&own)
    );
    assert!(alt(&own).contains("Soreness"));

    let before = club.public_messages().len();
    club.client("jess").press(own.id, &own.component("Share").unwrap()).await.unwrap();
    let shared = told(&club, "**Jess** · 16 weeks").await;
    assert_eq!(club.public_messages().len(), before + 1);
    assert_eq!(
        shared.content,
        "**Jess** · 16 weeks to 23 November\n2 recovery days · 2 in the best 28 days\n\
         Boots 30 min · Foam roll 10 min · Cryo 3 min"
    );
    assert_picture(&club, &shared, "stats.png");
    assert!(!alt(&shared).to_lowercase().contains("sore"), "{}", alt(&shared));
    club.end().await;
}

#[tokio::test]
async fn of_others_one_sees_what_they_logged_in_this_club_unless_they_keep_out_of_sight() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30").await;
    club.types("jess", "/checkin sore 5").await;
    club.types("jess", "/run 10k race 50min").await;
    let dm = club.client("jess").dm();
    answer(dm.type_line("/recover sauna 15").await.unwrap());

    let seen = club.types("sam", "/stats member:@jess weeks:4").await;
    assert!(seen.is_private());
    assert_eq!(
        seen.content,
        "**Jess** · 4 weeks to 23 November\n1 recovery day · 1 in the best 28 days\nBoots 30 min\n\
         -# What they logged in this club."
    );
    assert!(seen.component("Share").is_none());
    assert_picture(&club, &seen, "stats.png");
    assert!(!alt(&seen).contains("Soreness") && !alt(&seen).contains("Race"), "{}", alt(&seen));

    club.types("jess", "/me board out").await;
    let refused = club.types("sam", "/stats member:@jess").await;
    assert!(refused.is_private() && refused.attachments.is_empty());
    assert_eq!(refused.content, "They keep their weeks to themselves. Yours are a `/stats` away.");
    let nothing = club.types("jess", "/stats member:@sam").await;
    assert_eq!(nothing.content, "Nothing of Sam's in this club in the last 16 weeks.");
    let own = club.types("jess", "/stats member:@jess").await;
    assert!(own.content.starts_with("**Your 16 weeks"), "{}", own.content);
    club.end().await;
}

#[tokio::test]
async fn a_season_is_looked_back_on_and_shared_also_after_a_restart() {
    let mut club = Rehearsal::start().await;
    let empty = club.types("jess", "/stats").await;
    assert_eq!(
        empty.content,
        "Nothing logged in the last 16 weeks. `/recover boots 30` starts it."
    );
    for day in ["today", "yesterday", "2 days ago", "3 days ago"] {
        club.types("jess", &format!("/recover boots 30 {day}")).await;
    }
    club.types("jess", "/run marathon race 4:05:00").await;
    let own = club.types("jess", "/stats").await;
    club.stop_bot().await;
    club.start_bot().await;
    let season = club.presses("jess", &own, "Season recap").await;
    assert!(season.is_private());
    assert_eq!(
        season.content,
        "**Your season** · 16 weeks to 23 November\n4 recovery days\n\
         Boots 4 times\n2 h in the boots"
    );
    assert_picture(&club, &season, "season.png");
    let share = season.component("Share").unwrap();
    let Outcome::Updated(settled) = club.client("jess").press(season.id, &share).await.unwrap()
    else {
        panic!("the season shown changes");
    };
    assert!(settled.component("Share").is_none(), "it is shared once");
    let shared = told(&club, "**Jess's season** · 16 weeks").await;
    assert_picture(&club, &shared, "season.png");
    club.end().await;
}

#[tokio::test]
async fn the_race_one_trains_for_is_marked_and_the_week_after_it_looks_back() {
    let club = Rehearsal::start().await;
    club.types("jess", "/me race day:sunday distance:marathon name:Harbour Marathon").await;
    club.types("jess", "/recover boots 30").await;
    let before = club.types("jess", "/stats").await;
    assert!(alt(&before).contains("Race: 29 Nov."), "{}", alt(&before));
    assert!(!before.content.contains("Your race is run"), "{}", before.content);
    // The weekend belongs to the race, for whichever offer.
    club.clock.turn(TimeDelta::days(6));
    let day = club.types("jess", "/stats").await;
    assert!(!day.content.contains("Your race is run"), "{}", day.content);
    // The Monday after.
    club.clock.turn(TimeDelta::days(1));
    let own = club.types("jess", "/stats").await;
    let words = "\n-# Your race is run: Season recap looks back on the whole build.";
    assert!(own.content.contains(words), "{}", own.content);
    let offer = "\n-# Your season in one picture: `/stats`, then Season recap\n";
    let first = club.types("jess", "/recover boots 30").await;
    assert!(first.content.contains(offer), "{}", first.content);
    let second = club.types("jess", "/recover cryo").await;
    assert!(!second.content.contains(offer), "said once: {}", second.content);
    let season = club.presses("jess", &own, "Season recap").await;
    assert_picture(&club, &season, "season.png");
    assert!(alt(&season).contains("Harbour Marathon on 29 November"), "{}", alt(&season));
    let sam = club.types("sam", "/recover boots 30").await;
    assert!(!sam.content.contains(offer), "{}", sam.content);
    club.end().await;
}
