//! `/modalities`: looking one up, how sure anyone is, and what the club says.

use fresh_legs::sandbox::{Club, GuildSetup, Message, Outcome};

use super::{MONDAY_EVENING, Rehearsal, answer, messages::asks};

#[tokio::test]
async fn a_name_a_typo_or_a_beginning_finds_it_and_all_of_it_is_private() {
    let club = Rehearsal::start().await;
    for named in ["boots", "NormaTec", "normatek", "pneum"] {
        let card = club.types("jess", &format!("/modalities {named}")).await;
        assert!(card.is_private());
        assert!(
            card.content.starts_with("**Pneumatic compression boots**\n"),
            "{named}: {}",
            card.content
        );
        for part in ["15 min to 1 h, usually 30 min", "**Not:** falling asleep in them"] {
            assert!(card.content.contains(part), "{part}: {}", card.content);
        }
    }
    let unknown = club.types("jess", "/modalities zzzz").await;
    assert_eq!(
        unknown.content,
        "I don't know “zzzz”. `/modalities` without a name shows all there is."
    );
    let offered = club.client("jess").suggest("/modalities cry").await.unwrap();
    assert_eq!(offered[0].name, "Whole-body cryotherapy");
    club.end().await;
}

#[tokio::test]
async fn the_whole_catalogue_can_be_browsed() {
    let club = Rehearsal::start().await;
    let shelves = club.types("jess", "/modalities").await;
    let menu = shelves.component("Somewhere to go").unwrap();
    let chosen = club.client("jess").select(shelves.id, &menu, &["cryo"]).await.unwrap();
    assert!(answer(chosen).content.starts_with("**Whole-body cryotherapy**\n"));
    club.end().await;
}

#[tokio::test]
async fn cautions_are_one_tap_away_so_that_the_card_is_short() {
    let club = Rehearsal::start().await;
    for (named, full_name) in [("boots", "compression boots**"), ("cryo", "cryotherapy**")] {
        let about = club.types("jess", &format!("/modalities {named}")).await;
        assert!(about.content.contains(full_name), "{}", about.content);
        assert!(about.content.lines().count() <= 7, "{}", about.content);
        let cautions = club.presses("jess", &about, "Cautions").await;
        assert!(cautions.content.contains(": what to mind**\n**Leave it with:** "));
        assert!(cautions.content.contains("\n**Ask a doctor first with:** "));
        let back = club.presses("jess", &cautions, "Back").await;
        assert_eq!(back.content, about.content);
    }
    club.end().await;
}

#[tokio::test]
async fn evidence_is_one_tap_away_and_so_is_the_way_back() {
    let club = Rehearsal::start().await;
    let about = club.types("jess", "/modalities boots").await;
    let evidence = club.presses("jess", &about, "How sure is that?").await;
    assert!(
        evidence.content.contains("• Soreness: seems to help, limited evidence"),
        "{}",
        evidence.content
    );
    assert!(evidence.content.contains("doi:10.5114/biolsport.2024.133665"), "{}", evidence.content);
    let back = club.presses("jess", &evidence, "Back").await;
    assert_eq!(back.content, about.content);
    club.end().await;
}

async fn leaves_tip(club: &Rehearsal, member: &str, about: &Message, tip: &str) -> Message {
    let client = club.client(member);
    let asked = client.press(about.id, &about.component("Leave a tip").unwrap()).await.unwrap();
    let Outcome::Modal(form) = asked else { panic!("{asked:?}") };
    answer(client.submit(&form, &[("tip", tip)]).await.unwrap())
}

#[tokio::test]
async fn the_club_says_what_it_thinks_once_a_member_and_harmlessly() {
    let club = Rehearsal::start().await;
    let (jess, sam) = (club.sandbox.person("jess").unwrap(), club.sandbox.person("sam").unwrap());
    let about = club.types("jess", "/modalities boots").await;
    club.presses("jess", &about, "I'd do it again").await;
    // A change of mind counts once.
    club.presses("jess", &about, "Not for me").await;
    club.presses("jess", &about, "I'd do it again").await;
    let about = club.types("sam", "/modalities boots").await;
    let card = club.presses("sam", &about, "Not for me").await;
    assert!(card.content.contains("\n**The club:** 1 of 2 would do it again"), "{}", card.content);
    let card = leaves_tip(&club, "sam", &about, "**loud**\n@everyone").await;
    let shown = format!(r"“\*\*loud\*\* \@everyone” <@{}>", sam.get());
    assert!(card.content.ends_with(&shown), "{}", card.content);
    assert!(card.pings.is_empty() && !card.pings_everyone);
    let card = leaves_tip(&club, "sam", &about, "  ").await;
    assert!(!card.content.contains(&format!("<@{}>", sam.get())), "{}", card.content);
    let about = club.types("jess", "/modalities boots").await;
    let card = leaves_tip(&club, "jess", &about, "with a book").await;
    assert!(
        card.content.ends_with(&format!("“with a book” <@{}>", jess.get())),
        "{}",
        card.content
    );
    club.end().await;
}

#[tokio::test]
async fn one_club_never_hears_what_another_says() {
    let mut two = Club::default();
    two.guilds.push(GuildSetup {
        name: "Hill Climbers".to_owned(),
        owner: "sam".to_owned(),
        members: vec!["sam".to_owned(), "jess".to_owned()],
        channels: vec!["hills".to_owned()],
        roles: Vec::new(),
    });
    let club = Rehearsal::start_with(two, MONDAY_EVENING).await;
    let about = club.types("jess", "/modalities boots").await;
    club.presses("jess", &about, "I'd do it again").await;
    let hills = club.sandbox.client("jess", "hills").unwrap();
    let elsewhere = answer(hills.type_line("/modalities boots").await.unwrap());
    assert!(!elsewhere.content.contains("The club"), "{}", elsewhere.content);
    let dm = answer(club.client("jess").dm().type_line("/modalities boots").await.unwrap());
    assert!(dm.component("Leave a tip").is_none(), "a tip is for a club");
    club.end().await;
}

#[tokio::test]
async fn a_doctors_word_comes_first_for_whoever_tells_of_what_it_is_kept_for() {
    let club = Rehearsal::start().await;
    let told = asks(&club, "jess", "is it ok to ice bath with heart disease").await;
    assert!(told.content.starts_with("**Ask a doctor first.**"), "{}", told.content);
    assert!(!told.content.lines().next().unwrap().contains("heart"), "others may read it");
    let plain = asks(&club, "jess", "how long should an ice bath be").await;
    assert!(!plain.content.contains("doctor first"), "{}", plain.content);
    club.end().await;
}

#[tokio::test]
async fn what_an_open_red_flag_could_be_harmed_by_is_not_explained() {
    let club = Rehearsal::start().await;
    asks(&club, "jess", "left calf swollen and hot").await;
    let told = asks(&club, "jess", "how long should I sit in the boots").await;
    assert_eq!(told.content, "I've sent it to you.");
    let harmless = asks(&club, "jess", "how do I do breathing").await;
    assert!(harmless.content.contains("reath"), "{}", harmless.content);
    club.end().await;
}
