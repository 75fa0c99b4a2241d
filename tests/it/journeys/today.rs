//! `/today`: a plan in one line, done with one tap, shared without its reasons.

use super::Rehearsal;

/// The name of the step a plan begins with.
fn first_step(plan: &str) -> String {
    let (_, step) = plan.split_once("• **").unwrap();
    step.split_once("**").unwrap().0.to_owned()
}

#[tokio::test]
async fn a_plan_is_private_and_done_with_one_tap_once() {
    let mut club = Rehearsal::start().await;
    let card = club.types("jess", "/today 20 min, calves sore").await;
    assert!(card.is_private());
    assert!(card.content.starts_with("**Some care for your calves.**\n• **"), "{}", card.content);
    let first = first_step(&card.content);
    club.stop_bot().await;
    club.start_bot().await;
    club.presses("jess", &card, "Done").await;
    let click = club.sandbox.last_invocation().unwrap();
    club.sandbox.redeliver(click);
    club.types("jess", "/history").await;
    let public = club.public_messages();
    assert_eq!(public.len(), 1, "{public:?}");
    assert!(public[0].contains(&first) && !public[0].contains("calves"), "{public:?}");
    club.end().await;
}

#[tokio::test]
async fn shorter_and_swap_change_the_plan_and_share_keeps_the_reasons_back() {
    let club = Rehearsal::start().await;
    let card = club.types("jess", "/today 30 min, calves sore").await;
    let swapped = club.presses("jess", &card, "Swap").await;
    let leading = format!("**{}**", first_step(&card.content));
    assert!(!swapped.content.contains(&leading), "{}", swapped.content);
    let shorter = club.presses("jess", &swapped, "Shorter").await;
    assert_ne!(shorter.content, swapped.content);
    let shared = club.presses("jess", &shorter, "Share").await;
    assert!(!shared.is_private());
    assert!(!shared.content.contains("calves"), "{}", shared.content);
    club.end().await;
}

#[tokio::test]
async fn share_tells_the_plan_that_its_owner_saw() {
    let mut club = Rehearsal::start().await;
    let card = club.types("jess", "/today 30 min, calves sore").await;
    let steps: Vec<&str> = card.content.split("• **").skip(1).collect();
    let names = steps.iter().map(|step| step.split_once("**").unwrap().0);
    let minutes = steps.iter().map(|step| {
        let (_, rest) = step.split_once("** ").unwrap();
        rest.split_once(" min").unwrap().0
    });
    let told: Vec<String> =
        names.zip(minutes).map(|(name, minutes)| format!("**{name}** {minutes} min")).collect();
    // By now another plan would come of the same question.
    club.types("jess", &format!("/recover {} 30", first_step(&card.content))).await;
    club.stop_bot().await;
    club.start_bot().await;
    let shared = club.presses("jess", &card, "Share").await;
    assert_eq!(shared.content, format!("Today's plan: {}", told.join(", ")));
    club.end().await;
}

#[tokio::test]
async fn no_time_is_asked_about() {
    let club = Rehearsal::start().await;
    let asked = club.types("jess", "/today 0 min").await;
    assert_eq!(asked.content, "How many minutes have you got? Try `/today 10 min`.");
    club.end().await;
}

#[tokio::test]
async fn a_red_flag_in_the_question_is_answered_instead_of_a_plan() {
    let club = Rehearsal::start().await;
    let seen = club.types("jess", "/today 20 min, left calf swollen and hot").await;
    assert!(seen.is_private());
    assert!(seen.content.starts_with("**Please get this seen today**"), "{}", seen.content);
    assert!(seen.component("Done").is_none() && seen.component("I'm clear").is_some());
    // It stays open, and the plan stays away, until she is clear.
    let still = club.types("jess", "/today").await;
    assert_eq!(still.content, seen.content);
    let sure = club.presses("jess", &still, "I'm clear").await;
    club.presses("jess", &sure, "Yes, I'm clear").await;
    let plan = club.types("jess", "/today 20 min").await;
    assert!(plan.content.contains(" in all"), "{}", plan.content);
    club.end().await;
}

#[tokio::test]
async fn a_plan_takes_what_is_in_the_kit_and_knows_the_race() {
    let club = Rehearsal::start().await;
    let kit = club.types("jess", "/me kit").await;
    let own = kit.component("What do you own or borrow?").unwrap();
    club.client("jess").select(kit.id, &own, &["boots"]).await.unwrap();
    let plan = club.types("jess", "/today 60 min, legs tired").await;
    for lacking in ["Foam roll", "Toe separators", "R8", "Massage gun"] {
        assert!(!plan.content.contains(&format!("• **{lacking}")), "{}", plan.content);
    }
    club.types("jess", "/me race day:tomorrow distance:marathon").await;
    let eve = club.types("jess", "/today").await;
    assert!(eve.content.starts_with("**Race tomorrow."), "{}", eve.content);
    club.end().await;
}
