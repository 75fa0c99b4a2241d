//! Figures behind a button: names looked up, and each answer for the one who asked.

use fresh_legs::actions;
use fresh_legs::domain::ids::{MemberId, Snowflake};
use fresh_legs::sandbox::Message;

use super::messages::asks;
use super::{PATIENCE, Rehearsal};

/// Has the button of a reply to jess open the figures asked for, and opens it.
async fn opens(club: &Rehearsal, reply: &Message, asked: &str) -> Message {
    let member = club.sandbox.person("jess").unwrap().get().to_string();
    let member = MemberId(member.parse().unwrap());
    let origin: Snowflake = reply.reply_to.unwrap().get().to_string().parse().unwrap();
    let app = club.app().await;
    actions::put_behind_button(&app, origin, member, asked, true).await.unwrap();
    club.presses("jess", reply, "Open it").await
}

#[tokio::test]
async fn a_name_said_is_somebody_of_the_club_and_the_board_is_the_clubs() {
    let club = Rehearsal::start().await;
    club.types("sam", "/recover boots 30").await;
    club.types("jess", "/recover boots 30 and cryo").await;
    club.sandbox.set_dms_open("jess", false).unwrap();
    let reply = asks(&club, "jess", "my stats").await;
    for (asked, told) in [
        ("figures:times:week:boots:mine", "**Boots**: once this week, 30 min\n-# Last: today"),
        (
            "figures:list:week::named:Sam",
            "**Sam** · this week: 1 recovery day\nBoots 30 min\n-# What was logged in this club.",
        ),
        (
            "figures:most:week:cryo:club",
            "**Cryo** this week\n**1** Jess · once\n-# The club: once, by one member",
        ),
        (
            "figures:list:week::named:nobody",
            "I can't tell who “nobody” is here. Mention them with an @, or pick them: `/stats member`.",
        ),
    ] {
        let shown = opens(&club, &reply, asked).await;
        assert_eq!(shown.content, told, "{asked}");
        assert!(shown.is_private() && shown.pings.is_empty(), "{shown:?}");
    }
    let board = opens(&club, &reply, "figures:points:week::club").await;
    assert!(
        board.content.starts_with("**This week** so far\nThe club: **12 points**"),
        "{board:?}"
    );
    let place = opens(&club, &reply, "figures:place:week::mine").await;
    assert!(place.content.contains("**You** 7 points · place 1"), "{}", place.content);
    // What can't be read any more says so.
    let gone = opens(&club, &reply, "figures:everything").await;
    assert_eq!(gone.content, "That answer is no longer there. Ask me again?");
    let public = club.sandbox.until(PATIENCE, |_: &_| Some(club.public_messages())).await.unwrap();
    assert!(!public.iter().any(|said| said.contains("once this week")), "{public:?}");
    club.end().await;
}
