//! `/me`: what is a member's own to set and to see.

use fresh_legs::sandbox::Outcome;

use super::{Rehearsal, answer};

#[tokio::test]
async fn a_member_who_moves_to_london_keeps_their_past_days() {
    // Monday, 22:30 in New York; Tuesday, 03:30 in London.
    let club = Rehearsal::start_at("2026-11-24T03:30:00Z").await;
    let at_home = club.types("jess", "/recover boots 30").await;
    assert_eq!(at_home.content, "**Boots** 30 min\n-# This week: 1 day · 1 kind · 30 min");
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
