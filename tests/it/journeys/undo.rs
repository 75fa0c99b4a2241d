//! Undo: for its owner only, any time later.

use super::{PATIENCE, Rehearsal, answer};

#[tokio::test]
async fn the_owner_takes_it_back_and_puts_it_back() {
    let club = Rehearsal::start().await;
    let logged = club.types("jess", "/recover boots 30 and roll 10").await;
    let undone = club.presses("jess", &logged, "Undo").await;
    assert_eq!(undone.id, logged.id);
    assert_eq!(undone.content, "Taken back: ~~**Boots** 30 min, **Foam roll** 10 min~~");
    let reply = club.types("jess", "/recover cryo").await;
    assert!(reply.content.ends_with("\n-# This week: 1 day · 1 kind · 3 min"), "{}", reply.content);
    let back = club.presses("jess", &undone, "Put it back").await;
    assert_eq!(back.content, "**Boots** 30 min, **Foam roll** 10 min\n-# Back in the log");
    let reply = club.types("jess", "/recover rest day").await;
    assert_eq!(reply.content, "**Rest day**\n-# This week: 1 day · 4 kinds · 43 min");
    club.end().await;
}

#[tokio::test]
async fn nobody_else_can() {
    let club = Rehearsal::start().await;
    let logged = club.types("jess", "/recover boots 30").await;
    for stranger in ["sam", "coach"] {
        let refused = club.presses(stranger, &logged, "Undo").await;
        assert_eq!(refused.content, "Only the one who logged it can change it.");
        assert!(refused.is_private());
    }
    let reply = club.types("jess", "/recover cryo").await;
    assert_eq!(reply.content, "**Cryo** 3 min\n-# This week: 1 day · 2 kinds · 33 min");
    club.end().await;
}

#[tokio::test]
async fn it_still_works_after_a_restart() {
    let mut club = Rehearsal::start().await;
    let logged = club.types("jess", "/recover boots 30").await;
    club.stop_bot().await;
    club.start_bot().await;
    let undone = club.presses("jess", &logged, "Undo").await;
    assert_eq!(undone.content, "Taken back: ~~**Boots** 30 min~~");
    club.end().await;
}

#[tokio::test]
async fn two_quick_taps_say_and_do_the_same() {
    let club = Rehearsal::start().await;
    let mut message = club.types("jess", "/recover boots 30 and roll 10").await;
    let jess = club.client("jess");
    for (label, expect) in [
        ("Undo", "Taken back: ~~**Boots** 30 min, **Foam roll** 10 min~~"),
        ("Put it back", "**Boots** 30 min, **Foam roll** 10 min\n-# Back in the log"),
    ] {
        let id = message.component(label).unwrap();
        let (first, second) =
            tokio::join!(jess.press(message.id, &id), jess.press(message.id, &id));
        // The second finds the button gone, or the same answer.
        for outcome in [first, second].into_iter().flatten() {
            message = answer(outcome);
            assert_eq!(message.content, expect);
        }
    }
    club.end().await;
}

#[tokio::test]
async fn an_undo_delivered_late_takes_nothing_back_again() {
    let club = Rehearsal::start().await;
    let logged = club.types("jess", "/recover boots 30").await;
    let undone = club.presses("jess", &logged, "Undo").await;
    let undo = club.sandbox.last_invocation().unwrap();
    club.presses("jess", &undone, "Put it back").await;
    club.sandbox.redeliver(undo);
    let refused = || {
        let exchanges = club.sandbox.exchanges();
        exchanges.iter().any(|exchange| exchange.response["code"] == 40060).then_some(())
    };
    club.sandbox.until(PATIENCE, |_| refused()).await.unwrap();
    let reply = club.types("jess", "/recover cryo").await;
    assert!(reply.content.ends_with("1 day · 2 kinds · 33 min"), "{}", reply.content);
    club.end().await;
}
