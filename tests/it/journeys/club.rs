//! `/club`: what organisers set for their guild, and the modalities that only it has.

use fresh_legs::sandbox::{Club, GuildSetup, Message};

use super::{MONDAY_EVENING, PATIENCE, Rehearsal, answer};

/// Coach's club, and the one sam runs, where jess is too.
fn two_clubs() -> Club {
    let mut club = Club::default();
    club.guilds.push(GuildSetup {
        name: "Hill Harriers".to_owned(),
        owner: "sam".to_owned(),
        members: vec!["sam".to_owned(), "jess".to_owned()],
        channels: vec!["hills".to_owned()],
        roles: Vec::new(),
    });
    club
}

async fn in_hills(club: &Rehearsal, member: &str, line: &str) -> Message {
    let client = club.sandbox.client(member, "hills").unwrap();
    answer(client.type_line(line).await.unwrap())
}

#[tokio::test]
async fn what_an_organiser_sets_holds_after_a_restart_and_for_that_club_alone() {
    let mut club = Rehearsal::start_with(two_clubs(), MONDAY_EVENING).await;
    let line = "/club setup channel:#recovery timezone:london reminders:8pm leaderboard:sun 19:00";
    let set = club.types("coach", line).await;
    assert!(set.is_private());
    let channel = club.sandbox.channel("recovery").unwrap();
    let told = format!(
        "**Channel** <#{channel}>\n**Clock** London, Tue 12:00 am\n\
         **Nudge** every day at 8:00 pm\n**Board** Sun at 7:00 pm\n-# `/club setup` changes it"
    );
    assert_eq!(set.content, told);
    club.stop_bot().await;
    club.start_bot().await;
    let off = club.types("coach", "/club setup reminders:off").await;
    assert!(off.content.contains("**Nudge** off"), "{}", off.content);
    assert!(off.content.contains("**Board** Sun at 7:00 pm"), "{}", off.content);
    let other = in_hills(&club, "sam", "/club show").await;
    assert!(other.content.contains("**Clock** New York, Mon 7:00 pm"), "{}", other.content);
    assert!(other.content.contains("**Channel** not set"), "{}", other.content);
    club.end().await;
}

#[tokio::test]
async fn what_cant_be_read_says_what_would_work_and_changes_nothing() {
    let club = Rehearsal::start().await;
    for (line, says) in [
        ("/club setup timezone:london reminders:whenever", "`reminders`: I can't read a time"),
        ("/club setup reminders:20:00 leaderboard:25:99", "`leaderboard`: I can't read a weekday"),
        ("/club setup timezone:mars", "`timezone`: Did you mean Marseille?"),
        ("/club setup timezone:london reminders:0 */2 * * *", "Once a day at most."),
        ("/club setup timezone:london leaderboard:20:00", "Try `sun 19:00` or `mon 8am`."),
        ("/club setup leaderboard:0 19 * * sun,mon", "it needs one weekday"),
        ("/club setup reminders:20:00 timezone:zzzz", "I don't know where “zzzz” is"),
        ("/club setup reminders:20:00 timezone:portland", "Which one? Pick it from the list"),
    ] {
        let refused = club.types("coach", line).await;
        assert!(refused.is_private() && refused.content.contains(says), "{}", refused.content);
        assert!(refused.content.ends_with("\nNothing has changed."), "{}", refused.content);
    }
    let shown = club.types("coach", "/club show").await;
    assert!(shown.content.contains("New York, Mon 7:00 pm, until you set yours"));
    assert!(shown.content.contains("**Nudge** every day at 8:00 pm, until you set yours"));
    club.end().await;
}

#[tokio::test]
async fn a_clubs_own_modality_is_offered_there_and_its_entries_keep_their_name_everywhere() {
    let mut club = Rehearsal::start_with(two_clubs(), MONDAY_EVENING).await;
    let added = club.types("coach", "/club add name:Salt cave minutes:10 aliases:cave room").await;
    assert!(added.content.starts_with("**Salt cave** is in"), "{}", added.content);
    club.stop_bot().await;
    club.start_bot().await;
    for said in ["salt cave", "cave room 12", "salt caev"] {
        let logged = club.types("jess", &format!("/recover {said}")).await;
        assert!(logged.content.starts_with("**Salt cave** 1"), "{}", logged.content);
    }
    let offered = club.client("jess").suggest("/recover salt").await.unwrap();
    assert!(offered[0].name.starts_with("Salt cave"), "{offered:?}");
    let picked = offered[0].value.as_str().unwrap();
    let logged = club.types("jess", &format!("/recover {picked}")).await;
    assert!(logged.content.starts_with("**Salt cave** 1"), "{picked}: {}", logged.content);
    let elsewhere = in_hills(&club, "sam", "/recover salt cave").await;
    assert!(elsewhere.content.starts_with("I don't know"), "{}", elsewhere.content);
    let hills = club.sandbox.client("sam", "hills").unwrap();
    let offered = hills.suggest("/recover salt").await.unwrap();
    assert!(offered.iter().all(|choice| !choice.name.starts_with("Salt cave")), "{offered:?}");

    let removed = club.types("coach", "/club remove cave room").await;
    assert!(removed.content.starts_with("**Salt cave** is out"), "{}", removed.content);
    let gone = club.types("jess", "/recover salt cave").await;
    assert!(gone.content.starts_with("I don't know"), "{}", gone.content);
    let history = in_hills(&club, "jess", "/history").await;
    assert!(history.content.contains("Salt cave"), "{}", history.content);
    club.end().await;
}

#[tokio::test]
async fn a_plan_told_in_a_direct_message_holds_only_what_can_be_logged_there() {
    let club = Rehearsal::start().await;
    club.types("coach", "/club add name:Salt cave minutes:10").await;
    club.types("jess", "/recover salt cave 10 yesterday").await;
    let here = club.types("jess", "/today 10 min, salt cave").await;
    assert!(here.content.contains("• **Salt cave"), "{}", here.content);
    let asked = "@Fresh Legs what should I do today? 10 min, salt cave";
    club.client("jess").say(asked).unwrap();
    let dm = club.client("jess").dm();
    let plan = |_: &_| dm.messages().into_iter().find(|m| m.component("Done").is_some());
    let plan = club.sandbox.until(PATIENCE, plan).await.unwrap();
    let done = answer(dm.press(plan.id, &plan.component("Done").unwrap()).await.unwrap());
    assert!(done.content.starts_with("Got it: "), "{}", done.content);
    club.end().await;
}

#[tokio::test]
async fn only_organisers_are_shown_it() {
    let club = Rehearsal::start().await;
    for line in ["/club show", "/club setup reminders:20:00", "/club add name:Cave minutes:10"] {
        assert!(club.client("jess").type_line(line).await.is_err(), "{line}");
    }
    let shown = club.types("coach", "/club show").await;
    assert!(shown.content.contains("**Nudge** every day at 8:00 pm"), "{}", shown.content);
    club.end().await;
}

#[tokio::test]
async fn a_name_that_could_be_mistaken_is_refused() {
    let club = Rehearsal::start().await;
    for (line, says) in [
        ("/club add name:Boots minutes:10", "is Boots"),
        ("/club add name:bots minutes:10", "is Boots"),
        ("/club add name:Yesterday minutes:10", "I'd read something else"),
        ("/club add name:Plunge yesterday minutes:10", "I'd read something else"),
        ("/club add name:Undo minutes:10", "I'd read something else"),
        ("/club add name:**Barrel** minutes:10", "signs in it"),
        ("/club add name:30 minutes:10", "bare number"),
        ("/club remove boots", "Your club has none called “boots”"),
    ] {
        let refused = club.types("coach", line).await;
        assert!(refused.content.contains(says), "{line}: {}", refused.content);
    }
    club.end().await;
}
