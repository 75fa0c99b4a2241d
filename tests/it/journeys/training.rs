//! `/me kit`, `/me race`, `/me pace`, and what `/run` says aside because of them.

use fresh_legs::sandbox::Outcome;

use super::{Rehearsal, answer};

#[tokio::test]
async fn the_kit_is_chosen_from_menus_and_stays() {
    let mut club = Rehearsal::start().await;
    let card = club.types("jess", "/me kit").await;
    assert!(card.is_private());
    assert!(card.content.starts_with("**You own** nothing yet\n"), "{}", card.content);
    let own = card.component("What do you own or borrow?").unwrap();
    let jess = club.client("jess");
    let card = answer(jess.select(card.id, &own, &["boots", "foam_roll"]).await.unwrap());
    let places = card.component("What do you go to?").unwrap();
    let card = answer(jess.select(card.id, &places, &["art"]).await.unwrap());
    let chosen = "**You own** Foam roll, Boots\n**You go to** ART\n\
                  -# What needs nothing is always in. Each choice is saved.";
    assert_eq!(card.content, chosen);
    club.stop_bot().await;
    club.start_bot().await;
    assert_eq!(club.types("jess", "/me kit").await.content, chosen);
    let card = club.types("sam", "/me kit").await;
    assert!(card.content.starts_with("**You own** nothing yet\n"), "{}", card.content);
    let shown = club.types("jess", "/me show").await;
    assert!(shown.content.contains("\n**Kit** 3 things"), "{}", shown.content);
    club.end().await;
}

#[tokio::test]
async fn a_race_is_set_bit_by_bit_counts_down_and_can_go() {
    let club = Rehearsal::start().await;
    for (line, reply) in [
        ("day:apr 19", "How far is it? Add its `distance`: `marathon`, `half`, `10k`."),
        ("distance:marathon", "When is it? Add its `day`, like `apr 19`."),
        (
            "day:soon distance:half",
            "I can't tell when “soon” is. Try `apr 19`, `2027-04-19` or `in 12 weeks`.",
        ),
        (
            "day:apr 19 distance:far",
            "I can't tell how far “far” is. Try `marathon`, `half`, `10k` or `50 mi`.",
        ),
        ("day:2026-11-22 distance:10k", "Sun 22 Nov is over. Which one comes next?"),
    ] {
        let refused = club.types("jess", &format!("/me race {line}")).await;
        assert_eq!(refused.content, reply, "{line}");
        assert!(refused.is_private());
    }
    let none = club.types("jess", "/me race").await;
    assert!(none.content.starts_with("No race set."), "{}", none.content);
    let set = club.types("jess", "/me race day:apr 19 distance:marathon name:*Boston*").await;
    assert_eq!(set.content, "**\\*Boston\\*** in 21 weeks\nMon 19 Apr 2027 · marathon");
    let nearer = club.types("jess", "/me race distance:half").await;
    assert!(nearer.content.ends_with("· half marathon"), "{}", nearer.content);
    let shown = club.types("jess", "/me show").await;
    assert!(shown.content.contains("\n**\\*Boston\\*** in 21 weeks\n"), "{}", shown.content);
    let button = nearer.component("No race").unwrap();
    let gone = club.client("jess").press(nearer.id, &button).await.unwrap();
    let Outcome::Updated(gone) = gone else { panic!("the card says so: {gone:?}") };
    assert_eq!(gone.content, "No race any more. `/me race` sets the next one.");
    let none = club.types("jess", "/me race").await;
    assert!(none.content.starts_with("No race set."), "{}", none.content);
    club.end().await;
}

#[tokio::test]
async fn an_easy_run_that_was_not_easy_is_told_to_its_runner_alone() {
    let club = Rehearsal::start().await;
    let refused = club.types("jess", "/me pace quick").await;
    assert_eq!(
        refused.content,
        "A result is a distance and a time. Try `10k 48:30` or `half 1:50:00 on nov 2`."
    );
    let set = club.types("jess", "/me pace 10k 45:13 on nov 2").await;
    assert!(set.is_private());
    assert!(
        set.content.starts_with(
            "**Your result** 10 km in 45:13 · Mon 2 Nov\n**Easy for you** 5:34/km or slower\n"
        ),
        "{}",
        set.content
    );
    // Easy enough, and however slow: not a word.
    for line in ["/run 8 km 45:00 easy", "/run 5 km 50:00 easy yesterday", "/run 6 km sat"] {
        club.types("jess", line).await;
    }
    let reply = club.types("jess", "/run 10 km 50:00 easy").await;
    assert_eq!(reply.content, "**10 km** in 50:00 · 5:00/km · easy\n-# This week: 2 runs · 18 km");
    let aside = club.told_privately("jess", "Strong run!").await;
    assert!(aside.content.contains("easy is 5:34/km or slower"), "{}", aside.content);
    assert_eq!(aside.content.matches('\n').count(), 1, "nothing else is said: {}", aside.content);
    assert!(!club.public_messages().iter().any(|said| said.contains("Strong run!")));
    // Three runs are enough to know what is far.
    club.types("jess", "/run 10 km fri").await;
    club.types("jess", "/run 15.5 km").await;
    let aside = club.told_privately("jess", "55 % longer").await;
    assert!(aside.content.contains("Frandsen 2025"), "{}", aside.content);
    club.types("jess", "/run 42.2 km race").await;
    let asides = club.sandbox.messages("recovery", "jess").unwrap();
    let asides = asides.iter().filter(|message| message.content.contains("% longer")).count();
    assert_eq!(asides, 1, "a race is as long as it is");
    club.end().await;
}
