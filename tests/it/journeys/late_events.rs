//! Events that come late or come again: what was done later stands, and who was forgotten stays so.

use fresh_legs::sandbox::{Sandbox, Snowflake};

use super::{PATIENCE, Rehearsal, rows_of};

/// Sends an interaction's event again and waits until the bot has tried to answer it.
async fn redeliver(club: &Rehearsal, invocation: Snowflake) {
    let refusals = |sandbox: &Sandbox| {
        let exchanges = sandbox.exchanges();
        exchanges.iter().filter(|exchange| exchange.response["code"] == 40060).count()
    };
    let before = refusals(&club.sandbox);
    club.sandbox.redeliver(invocation);
    let again = |sandbox: &Sandbox| (refusals(sandbox) > before).then_some(());
    club.sandbox.until(PATIENCE, again).await.unwrap();
}

/// What is set twice, the older first, and what then shows how it is.
const SETTINGS: [(&str, &str, &str, &str); 14] = [
    ("jess", "/me timezone london", "/me timezone tokyo", "/me show"),
    ("jess", "/me board out", "/me board in", "/me show"),
    ("jess", "/me units mi", "/me units km", "/me show"),
    (
        "jess",
        "/me race boston 2027-04-19 marathon",
        "/me race berlin 2027-09-26 marathon",
        "/me show",
    ),
    ("jess", "/me pace result:10k 45:13", "/me pace result:5k 22:00", "/me show"),
    ("jess", "/me pause", "/me resume", "/me show"),
    ("jess", "/me resume", "/me pause until:sunday", "/me show"),
    ("jess", "/remind on 21:00", "/remind on 20:30", "/remind status"),
    ("jess", "/remind on", "/remind off", "/remind status"),
    ("jess", "/remind off", "/remind on 19:15", "/remind status"),
    ("jess", "/remind pause until:sunday", "/remind pause until:off", "/remind status"),
    ("coach", "/club setup timezone:berlin", "/club setup timezone:lisbon", "/club show"),
    ("coach", "/club setup reminders:19:00", "/club setup reminders:off", "/club show"),
    (
        "coach",
        "/club setup leaderboard:sun 18:00",
        "/club setup leaderboard:mon 8:00",
        "/club show",
    ),
];

#[tokio::test]
async fn an_older_setting_that_comes_late_changes_nothing() {
    let club = Rehearsal::start().await;
    for (member, older, newer, shown) in SETTINGS {
        club.types(member, older).await;
        let old = club.sandbox.last_invocation().unwrap();
        let before = club.types(member, shown).await.content;
        club.types(member, newer).await;
        let new = club.sandbox.last_invocation().unwrap();
        let after = club.types(member, shown).await.content;
        assert_ne!(before, after, "{newer}");
        redeliver(&club, old).await;
        assert_eq!(club.types(member, shown).await.content, after, "{older} came late");
        redeliver(&club, new).await;
        assert_eq!(club.types(member, shown).await.content, after, "{newer} came again");
    }
    club.end().await;
}

#[tokio::test]
async fn an_older_choice_that_comes_late_changes_nothing() {
    let club = Rehearsal::start().await;
    let jess = club.client("jess");
    // By menus and buttons: goal, week, kit and opinions.
    for (command, component, older, newer) in [
        ("/me week", "Recovery days that keep a week", "3", "5"),
        ("/me week", "Long run: which days?", "Sat", "Sun"),
        ("/me kit", "What do you own or borrow?", "boots", "foam_roll"),
    ] {
        let card = club.types("jess", command).await;
        let menu = card.component(component).unwrap_or_else(|| panic!("{card:?}"));
        jess.select(card.id, &menu, &[older]).await.unwrap();
        let old = club.sandbox.last_invocation().unwrap();
        jess.select(card.id, &menu, &[newer]).await.unwrap();
        let after = club.types("jess", command).await.content;
        redeliver(&club, old).await;
        assert_eq!(club.types("jess", command).await.content, after, "{component}");
    }
    let about = club.types("jess", "/modalities boots").await;
    club.presses("jess", &about, "I'd do it again").await;
    let old = club.sandbox.last_invocation().unwrap();
    club.presses("jess", &about, "Not for me").await;
    let after = club.types("jess", "/modalities boots").await.content;
    redeliver(&club, old).await;
    assert_eq!(club.types("jess", "/modalities boots").await.content, after);
    // A modality of the club's own.
    club.types("coach", "/club add name:Salt cave minutes:10").await;
    let old = club.sandbox.last_invocation().unwrap();
    club.types("coach", "/club remove name:Salt cave").await;
    redeliver(&club, old).await;
    let gone = club.types("jess", "/recover salt cave 10").await;
    assert!(gone.content.contains("don't know"), "{}", gone.content);
    club.end().await;
}

#[tokio::test]
async fn forgotten_stays_forgotten_whatever_comes_again() {
    let club = Rehearsal::start().await;
    let mut said = Vec::new();
    for line in [
        "/recover boots 30",
        "/run 8k easy 52min",
        "/checkin legs heavy",
        "/checkin left calf swollen and hot",
        "/today boots, 30 min",
        "/me timezone london",
        "/me race day:2027-04-19 distance:marathon name:Boston",
        "/me pause",
        "/remind on",
        "/recover zappers 20",
        "/today one calf really sore after a long flight",
    ] {
        club.types("jess", line).await;
        said.push(club.sandbox.last_invocation().unwrap());
    }
    let before = rows_of(&club, "jess").await;
    for table in
        ["entry", "run", "checkin_answer", "flag", "member", "pause", "reminder", "question"]
    {
        assert!(before.iter().any(|(of, rows)| of == table && *rows > 0), "{table}: {before:?}");
    }
    let asked = club.types("jess", "/me forget").await;
    club.presses("jess", &asked, "Delete everything").await;
    let forgetting = club.sandbox.last_invocation().unwrap();
    for invocation in said {
        redeliver(&club, invocation).await;
    }
    let left = rows_of(&club, "jess").await;
    assert!(left.iter().all(|(_, rows)| *rows == 0), "{left:?}");
    // What they do afterwards counts, and the wish to be forgotten, come again, leaves it.
    club.types("jess", "/recover cryo").await;
    redeliver(&club, forgetting).await;
    let history = club.types("jess", "/history").await;
    assert!(history.content.contains("Cryo"), "{}", history.content);
    club.end().await;
}

#[tokio::test]
async fn the_words_of_the_forgotten_are_gone_from_the_file() {
    let mut club = Rehearsal::start().await;
    club.types("jess", "/recover what:boots 30 note:zogwart in the knee").await;
    club.types("jess", "/recover what:cryo note:zogwart again").await;
    let asked = club.types("jess", "/me forget").await;
    club.presses("jess", &asked, "Delete everything").await;
    let folder = club.database().parent().unwrap().to_owned();
    let holds = || {
        let files = std::fs::read_dir(&folder).unwrap();
        let texts = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
        texts.into_iter().any(|text| text.windows(7).any(|part| part == b"zogwart"))
    };
    assert!(!holds());
    club.stop_bot().await;
    assert!(!holds());
    club.end().await;
}
