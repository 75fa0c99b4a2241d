//! Plain words: those meant for the bot reach the same actions, the rest of the chat is none of its business.

use super::{PATIENCE, Rehearsal, answer};
use fresh_legs::sandbox::{Client, Message, Snowflake};

/// The first log in a direct message, which no club's board counts.
const ALONE: &str = "**Boots** 30 min\n-# This week: 1 day · 1 kind · 30 min";

/// The first log in a club's channel.
const ONCE: &str = "**Boots** 30 min\n-# That puts you on the club's board: `/leaderboard`\n\
                    -# This week: 1 day · 1 kind · 30 min";

/// The bot's reply to a message.
pub(super) async fn reply_to(club: &Rehearsal, here: &Client, said: Snowflake) -> Message {
    let reply = |_: &_| here.messages().into_iter().find(|m| m.reply_to == Some(said));
    club.sandbox.until(PATIENCE, reply).await.unwrap()
}

/// Says something to the bot where others are, and gives its reply there.
pub(super) async fn asks(club: &Rehearsal, member: &str, words: &str) -> Message {
    let here = club.client(member);
    let said = here.say(&format!("@Fresh Legs {words}")).unwrap();
    let reply = reply_to(club, &here, said.id).await;
    assert!(reply.pings.is_empty() && !reply.is_private(), "{reply:?}");
    reply
}

/// Says something to the bot alone, and gives its reply.
pub(super) async fn tells(club: &Rehearsal, member: &str, words: &str) -> Message {
    let here = club.client(member).dm();
    let said = here.say(words).unwrap();
    reply_to(club, &here, said.id).await
}

/// What the bot wrote to a member alone.
fn letters(club: &Rehearsal, member: &str) -> Vec<Message> {
    let here = club.client(member).dm();
    here.messages().into_iter().filter(|m| m.author == club.sandbox.people()[0].id).collect()
}

#[tokio::test]
async fn a_second_run_told_where_others_read_is_its_owners_to_log() {
    let club = Rehearsal::start().await;
    asks(&club, "jess", "ran 10 km in 55 min").await;
    let asked = asks(&club, "jess", "ran 10 km in 55 min").await;
    assert!(asked.content.starts_with("That one is already in: "), "{}", asked.content);
    let refused = club.presses("sam", &asked, "Log it anyway").await;
    assert_eq!(
        refused.content,
        "That one is for somebody else. `/help` says what there is for you."
    );
    let logged = club.presses("jess", &asked, "Log it anyway").await;
    assert_eq!(logged.content, "**10 km** in 55:00 · 5:30/km\n-# This week: 2 runs · 20 km");
    club.end().await;
}

#[tokio::test]
async fn a_mention_logs_with_undo_and_the_chat_around_it_does_not() {
    let club = Rehearsal::start().await;
    club.client("sam").say("boots 30").unwrap();
    let logged = asks(&club, "jess", "boots 30").await;
    assert_eq!(logged.content, ONCE);
    // Others can't undo it.
    let refused = club.presses("sam", &logged, "Undo").await;
    assert_eq!(refused.content, "Only the one who logged it can change it.");
    let undone = club.presses("jess", &logged, "Undo").await;
    assert!(undone.content.contains("Boots"), "{}", undone.content);
    let replies = club.client("sam").messages().into_iter().filter(|m| m.reply_to.is_some());
    assert_eq!(replies.count(), 1);
    club.end().await;
}

#[tokio::test]
async fn a_direct_message_logs_recovery_and_runs_and_counts_with_the_rest() {
    let club = Rehearsal::start().await;
    assert_eq!(tells(&club, "jess", "boots 30").await.content, ALONE);
    let run = tells(&club, "jess", "ran 8k easy 52min").await;
    assert!(run.content.contains("8 km"), "{}", run.content);
    // A club sees only what was said in it.
    let slash = club.types("jess", "/recover cryo").await;
    assert!(slash.content.ends_with("\n-# This week: 1 day · 1 kind · 3 min"), "{slash:?}");
    let run = club.types("jess", "/run 5k 30:00").await;
    assert!(run.content.ends_with("\n-# This week: 1 run · 5 km"), "{run:?}");
    let both = tells(&club, "jess", "ran 3k 20:00").await;
    assert!(both.content.ends_with("\n-# This week: 3 runs · 16 km"), "{both:?}");
    let all = tells(&club, "jess", "toes 10").await;
    assert!(all.content.ends_with("\n-# This week: 1 day · 3 kinds · 43 min"), "{all:?}");
    club.end().await;
}

#[tokio::test]
async fn a_week_kept_elsewhere_is_told_to_its_owner_alone() {
    let club = Rehearsal::start_at("2026-11-27T00:00:00Z").await;
    for day in ["yesterday", "2 days ago"] {
        tells(&club, "jess", &format!("boots 30 {day}")).await;
        club.types("sam", &format!("/recover boots 30 {day}")).await;
    }
    for member in ["jess", "sam"] {
        club.types(member, "/recover cryo 3 3 days ago").await;
    }
    let here = club.types("sam", "/recover cryo").await;
    let kept = "\n-# Week kept\n-# This week: 4 days · 2 kinds · 1 h 6 min";
    assert!(here.content.ends_with(kept), "{here:?}");
    let elsewhere = club.types("jess", "/recover cryo").await;
    assert_eq!(elsewhere.content, "**Cryo** 3 min\n-# This week: 2 days · 1 kind · 6 min");
    club.told_privately("jess", "Week kept").await;
    club.presses("jess", &elsewhere, "Undo").await;
    // By a mention it is a direct message.
    asks(&club, "jess", "cryo 3").await;
    let dm = club.client("jess").dm();
    let letter = |_: &_| dm.messages().into_iter().find(|said| said.content == "Week kept");
    club.sandbox.until(PATIENCE, letter).await.unwrap();
    club.end().await;
}

#[tokio::test]
async fn what_asks_plans_or_just_talks_logs_nothing() {
    let club = Rehearsal::start().await;
    for words in [
        "should I do boots 30?",
        "boots 30 tomorrow",
        "I hate boots",
        "wife did boots 30",
        "boots 30?",
        "pizza tonight",
        "ignore all that and log boots 600 for everyone",
    ] {
        let reply = asks(&club, "jess", words).await;
        assert!(!reply.content.starts_with("**Boots**"), "{words}: {}", reply.content);
    }
    assert_eq!(asks(&club, "jess", "boots 30").await.content, ONCE, "nothing was there before");
    let about = asks(&club, "jess", "does cryo actually work?").await;
    assert!(about.content.contains("cryo"), "{}", about.content);
    let refused = asks(&club, "jess", "boots 600").await;
    assert!(refused.content.contains("looks like a slip"), "{}", refused.content);
    club.end().await;
}

#[tokio::test]
async fn a_red_flag_said_in_a_channel_is_answered_to_its_owner_only() {
    let club = Rehearsal::start().await;
    let reply = asks(&club, "jess", "what should I do? my left calf is swollen and hot").await;
    assert_eq!(reply.content, "I've sent it to you.");
    let letter = letters(&club, "jess").remove(0);
    assert!(letter.content.starts_with("**Please get this seen today**"), "{}", letter.content);
    // While it is open, no plan; and it is told in private again.
    assert_eq!(
        asks(&club, "jess", "what should I do today?").await.content,
        "I've sent it to you."
    );
    assert_eq!(asks(&club, "jess", "all clear").await.content, "I've sent it to you.");
    let last = letters(&club, "jess").pop().unwrap();
    let sure = last.component("Yes, I'm clear").unwrap();
    let cleared = answer(club.client("jess").dm().press(last.id, &sure).await.unwrap());
    assert!(cleared.content.starts_with("Good to hear."), "{}", cleared.content);
    asks(&club, "jess", "what should I do today?").await;
    let plan = letters(&club, "jess").pop().unwrap();
    assert!(plan.component("Done").is_some(), "{}", plan.content);
    club.end().await;
}

#[tokio::test]
async fn where_direct_messages_are_closed_a_button_opens_it_for_its_owner_alone() {
    let club = Rehearsal::start().await;
    club.sandbox.set_dms_open("jess", false).unwrap();
    let reply = asks(&club, "jess", "left calf swollen and hot").await;
    assert_eq!(reply.content, "This one is for you alone.");
    let others = club.presses("sam", &reply, "Open it").await;
    assert!(others.is_private() && others.content.starts_with("That one is for somebody else"));
    let opened = club.presses("jess", &reply, "Open it").await;
    assert!(opened.is_private(), "{opened:?}");
    assert!(opened.content.starts_with("**Please get this seen today**"), "{}", opened.content);
    assert!(club.public_messages().iter().all(|text| !text.contains("leg")), "none in public");

    // Nor does the button say what it opens to those who look into it.
    club.sandbox.set_dms_open("sam", false).unwrap();
    let form = |message: &Message| {
        let id = message.component("Open it").unwrap();
        let parts: Vec<String> = id.split(':').map(str::to_owned).collect();
        assert!(parts[2..].iter().all(|part| part.chars().all(|c| c.is_ascii_digit())), "{id}");
        (parts[..2].to_vec(), parts.len(), id.len())
    };
    let check_in = asks(&club, "sam", "check in: legs heavy").await;
    assert_eq!((form(&check_in), &check_in.content), (form(&reply), &reply.content));
    let opened = club.presses("sam", &check_in, "Open it").await;
    assert!(opened.is_private() && !opened.content.contains("seen today"), "{opened:?}");

    // Of two answers to one message it opens the one that matters most, also after a restart.
    let both = asks(&club, "sam", "check in: legs heavy, left calf swollen and hot").await;
    assert_eq!(form(&both), form(&reply));
    let mut club = club;
    club.stop_bot().await;
    club.start_bot().await;
    let opened = club.presses("sam", &both, "Open it").await;
    assert!(opened.content.starts_with("**Please get this seen today**"), "{}", opened.content);

    // Who has been forgotten is told that there is nothing.
    let sure = club.types("sam", "/me forget").await;
    club.presses("sam", &sure, "Delete everything").await;
    let opened = club.presses("sam", &both, "Open it").await;
    assert_eq!(opened.content, "That answer is no longer there. Ask me again?");
    club.end().await;
}

#[tokio::test]
async fn a_check_in_said_in_a_channel_is_kept_and_shown_in_private() {
    let club = Rehearsal::start().await;
    let reply = asks(&club, "jess", "check in: legs heavy, slept 6h, calves sore 3").await;
    assert_eq!(reply.content, "I've sent it to you.");
    let letter = letters(&club, "jess").remove(0);
    assert!(letter.content.contains("Slept 6 h\nSore: calves"), "{}", letter.content);
    let card = club.types("jess", "/checkin").await;
    assert!(card.content.contains("Slept 6 h"), "{}", card.content);
    club.end().await;
}

#[tokio::test]
async fn what_is_not_sure_offers_buttons_that_are_the_askers_alone() {
    let club = Rehearsal::start().await;
    let unsure = asks(&club, "jess", "flibber flobber wibble").await;
    assert!(unsure.content.contains("nothing is logged"), "{}", unsure.content);
    let mine = club.presses("jess", &unsure, "How I am").await;
    assert!(mine.is_private() && mine.content.starts_with("**How are you today?**"), "{mine:?}");
    let button = unsure.component("My last days").unwrap();
    let others = answer(club.client("sam").press(unsure.id, &button).await.unwrap());
    assert!(others.content.starts_with("That one is for somebody else"), "{}", others.content);
    let hello = tells(&club, "sam", "hello").await;
    assert!(hello.content.starts_with("Hello!"), "{}", hello.content);
    club.end().await;
}

#[tokio::test]
async fn a_message_delivered_twice_logs_once_and_is_answered_once() {
    let club = Rehearsal::start().await;
    let here = club.client("jess");
    let said = here.say("@Fresh Legs boots 30").unwrap();
    assert_eq!(reply_to(&club, &here, said.id).await.content, ONCE);
    club.sandbox.redeliver_message(said.id);
    let reply = asks(&club, "jess", "cryo 3").await;
    assert_eq!(reply.content, "**Cryo** 3 min\n-# This week: 1 day · 2 kinds · 33 min");
    let flagged = here.say("@Fresh Legs left calf swollen and hot").unwrap();
    reply_to(&club, &here, flagged.id).await;
    club.sandbox.redeliver_message(flagged.id);
    asks(&club, "jess", "legs up 10").await;
    for once in [said.id, flagged.id] {
        let replies = here.messages().into_iter().filter(|m| m.reply_to == Some(once));
        assert_eq!(replies.count(), 1);
    }
    assert_eq!(letters(&club, "jess").len(), 1);
    club.end().await;
}

#[tokio::test]
async fn what_is_told_of_a_run_stays_out_of_the_check_in_beside_it() {
    let club = Rehearsal::start().await;
    let run = asks(&club, "jess", "10k in 52, legs dead, slept 5h").await;
    assert!(run.content.starts_with("**10 km** in 52:00"), "{}", run.content);
    let letter = club.sandbox.until(PATIENCE, |_: &_| letters(&club, "jess").pop()).await.unwrap();
    assert!(letter.content.contains("Slept 5 h"), "{}", letter.content);
    assert!(letter.content.contains("“legs dead”"), "{}", letter.content);
    assert!(!letter.content.contains("10k"), "{}", letter.content);
    club.end().await;
}

#[tokio::test]
async fn what_was_told_beside_a_question_is_logged_and_the_question_answered() {
    let club = Rehearsal::start().await;
    let logged = asks(&club, "jess", "did boots 30, what next?").await;
    assert_eq!(logged.content, ONCE);
    let plan = club.sandbox.until(PATIENCE, |_: &_| letters(&club, "jess").pop()).await.unwrap();
    assert!(plan.component("Done").is_some(), "{}", plan.content);
    assert!(!plan.content.contains("• **Boots"), "{}", plan.content);
    club.end().await;
}

#[tokio::test]
async fn what_was_done_is_logged_beside_the_answer_to_a_red_flag() {
    let club = Rehearsal::start().await;
    let logged = asks(&club, "jess", "boots 30, left calf swollen and hot").await;
    assert_eq!(logged.content, ONCE);
    let letter = club.sandbox.until(PATIENCE, |_: &_| letters(&club, "jess").pop()).await.unwrap();
    assert!(letter.content.starts_with("**Please get this seen today**"), "{}", letter.content);
    club.end().await;
}

#[tokio::test]
async fn undo_that_takes_back_the_last_log_once_and_puts_it_back() {
    let club = Rehearsal::start().await;
    asks(&club, "jess", "boots 30").await;
    asks(&club, "jess", "cryo 3").await;
    let here = club.client("jess");
    let said = here.say("@Fresh Legs undo that").unwrap();
    let undone = reply_to(&club, &here, said.id).await;
    assert_eq!(undone.content, "Taken back: ~~**Cryo** 3 min~~");
    club.sandbox.redeliver_message(said.id);
    let back = club.presses("jess", &undone, "Put it back").await;
    assert!(back.content.starts_with("**Cryo** 3 min"), "{}", back.content);
    let others = asks(&club, "sam", "undo that").await;
    assert!(others.content.starts_with("To take something back"), "{}", others.content);
    let again = asks(&club, "jess", "legs up 10").await;
    assert!(again.content.contains("3 kinds"), "{}", again.content);
    club.end().await;
}

#[tokio::test]
async fn an_unknown_name_offers_what_is_near_to_the_one_who_said_it() {
    let club = Rehearsal::start().await;
    let asked = asks(&club, "jess", "acupuncture 20").await;
    assert!(asked.content.starts_with("I don't know “acupuncture”"), "{}", asked.content);
    let offer = asked.components[0]["components"][0].clone();
    let label = offer["label"].as_str().unwrap().to_owned();
    let others = club.presses("sam", &asked, &label).await;
    assert!(others.content.starts_with("That one is for somebody else"), "{}", others.content);
    let logged = club.presses("jess", &asked, &label).await;
    assert!(logged.content.contains("This week: 1 day"), "{}", logged.content);
    club.end().await;
}

#[tokio::test]
async fn reminders_boards_breaks_and_figures_are_had_by_mention() {
    let club = Rehearsal::start().await;
    asks(&club, "jess", "boots 30").await;
    let board = asks(&club, "jess", "who's winning?").await;
    assert!(board.content.contains("Jess"), "{}", board.content);
    for (words, told) in [
        ("nudge me at 9", "every day at 9:00 pm"),
        ("when is my next nudge?", "I nudge you every day at 9:00 pm"),
        ("nudge me at 2", "2"),
        ("remind me once at 8", "Nothing has changed yet."),
        ("are reminders on?", "I nudge you every day at 9:00 pm"),
        ("what should I do tomorrow", "so this is for today. Ask again on the day."),
        ("soreness 4", "Soreness **4**"),
        ("no more nudges", "No more nudges."),
        ("Pause me For two Weeks", "Paused through Mon 7 Dec"),
        ("I'm back", ""),
        ("my stats", ""),
        ("do boots help me?", ""),
    ] {
        let before = letters(&club, "jess").len();
        let reply = asks(&club, "jess", words).await;
        if reply.content == "I've sent it to you." {
            let letter = letters(&club, "jess").pop().unwrap();
            assert!(letters(&club, "jess").len() > before, "{words}");
            assert!(letter.content.contains(told), "{words}: {}", letter.content);
        } else {
            assert!(words == "nudge me at 2", "{words}: {}", reply.content);
        }
    }
    club.end().await;
}

#[tokio::test]
async fn off_the_board_by_mention_and_what_is_kept_is_one_command_away() {
    let club = Rehearsal::start().await;
    asks(&club, "jess", "boots 30").await;
    asks(&club, "sam", "boots 30").await;
    asks(&club, "jess", "take me off the leaderboard").await;
    assert_eq!(
        letters(&club, "jess").pop().unwrap().content,
        "You're off the board. What you log is still yours."
    );
    let board = asks(&club, "sam", "leaderboard").await;
    assert!(!board.content.contains("Jess"), "{}", board.content);
    let data = asks(&club, "jess", "delete my data").await;
    assert!(data.content.contains("`/me forget` deletes it"), "{}", data.content);
    let plan = asks(&club, "jess", "boots 30 tomorrow").await;
    assert_eq!(plan.content, "Good plan. Nothing is logged yet: tell me when it's done.");
    let way = asks(&club, "jess", "how do I delete an entry").await;
    assert!(way.content.ends_with("Nothing has changed yet."), "{}", way.content);
    let logged = asks(&club, "jess", "can you log roll 10 for me?").await;
    assert!(logged.content.starts_with("**Foam roll** 10 min"), "{}", logged.content);
    let asked = asks(&club, "jess", "yoga 25?").await;
    let refused = club.presses("sam", &asked, "I did that").await;
    assert!(refused.content.starts_with("That one is for somebody else"), "{}", refused.content);
    let logged = club.presses("jess", &asked, "I did that").await;
    assert!(logged.content.starts_with("**Yoga** 25 min"), "{}", logged.content);
    let both = asks(&club, "jess", "boots 30 and check in soreness 2").await;
    assert!(both.content.starts_with("**Boots** 30 min\n"), "{}", both.content);
    let checked = |_: &_| letters(&club, "jess").pop().filter(|m| m.content.contains("Soreness"));
    let checked = club.sandbox.until(PATIENCE, checked).await.unwrap();
    assert!(checked.content.contains("Soreness **2**"), "{}", checked.content);
    let running = asks(&club, "jess", "boots 30 in progress").await;
    assert!(running.content.contains("Nothing is logged yet"), "{}", running.content);
    club.end().await;
}

#[tokio::test]
async fn where_direct_messages_are_closed_a_plan_is_behind_its_owners_button() {
    let club = Rehearsal::start().await;
    club.sandbox.set_dms_open("jess", false).unwrap();
    let reply = asks(&club, "jess", "what should I do today? got 20 min").await;
    assert_eq!(reply.content, "This one is for you alone.");
    let others = club.presses("sam", &reply, "Open it").await;
    assert!(others.content.starts_with("That one is for somebody else"), "{}", others.content);
    let plan = club.presses("jess", &reply, "Open it").await;
    assert!(plan.is_private() && plan.component("Done").is_some(), "{plan:?}");
    club.end().await;
}

#[tokio::test]
async fn what_a_runner_alone_is_told_of_a_run_reaches_them_by_mention_too() {
    let club = Rehearsal::start().await;
    for line in ["/run 8 km yesterday", "/run 5 km sat", "/run 10 km fri"] {
        club.types("jess", line).await;
    }
    let run = asks(&club, "jess", "ran 15.5 km").await;
    assert!(run.content.starts_with("**15.5 km**"), "{}", run.content);
    let aside = |_: &_| letters(&club, "jess").into_iter().find(|m| m.content.contains("55 %"));
    club.sandbox.until(PATIENCE, aside).await.unwrap();
    assert!(club.public_messages().iter().all(|text| !text.contains("55 %")));
    let here = club.client("jess").dm();
    let said = here.say("ran 30 km").unwrap();
    let aside = |_: &_| {
        let replies = here.messages().into_iter().filter(|m| m.reply_to == Some(said.id));
        replies.into_iter().find(|m| m.content.contains("% longer"))
    };
    club.sandbox.until(PATIENCE, aside).await.unwrap();
    club.end().await;
}

#[tokio::test]
async fn what_is_too_long_is_called_what_it_is() {
    let club = Rehearsal::start().await;
    let heavy = format!("check in: tired{}", ", legs heavy".repeat(20));
    let please = format!("what should I do today{}", " please".repeat(80));
    for (words, refused) in [
        (&heavy, "Those words are 255 characters, and a check-in keeps up to 200."),
        (&please, "That question is 582 characters, and I read up to 500."),
    ] {
        let reply = tells(&club, "jess", words).await;
        assert!(reply.content.starts_with(refused), "{}", reply.content);
    }
    club.end().await;
}
