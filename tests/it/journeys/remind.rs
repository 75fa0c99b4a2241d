//! `/remind`: asking for a nudge, and when it will come.

use super::{Rehearsal, messages::tells};

/// The moments a text shows as Discord's timestamps.
fn moments(text: &str) -> Vec<i64> {
    text.split("<t:").skip(1).map(|rest| rest.split(':').next().unwrap().parse().unwrap()).collect()
}

fn unix(moment: &str) -> i64 {
    moment.parse::<chrono::DateTime<chrono::Utc>>().unwrap().timestamp()
}

#[tokio::test]
async fn on_status_and_off() {
    let club = Rehearsal::start().await;
    let none = club.types("jess", "/remind status").await;
    assert!(none.content.starts_with("No nudges for you so far."), "{}", none.content);
    let on = club.types("jess", "/remind on").await;
    assert!(on.is_private());
    assert!(on.content.starts_with("Done: every day at 8:00 pm"), "{}", on.content);
    // Monday is not over yet: 20:00 in New York.
    let next = ["2026-11-24T01:00:00Z", "2026-11-25T01:00:00Z", "2026-11-26T01:00:00Z"];
    assert_eq!(moments(&on.content), next.map(unix));
    let status = club.types("jess", "/remind status").await;
    assert_eq!(moments(&status.content), next.map(unix));
    assert!(club.types("jess", "/remind off").await.content.starts_with("No more nudges."));
    assert!(club.types("jess", "/remind off").await.content.starts_with("You had no nudges"));
    club.end().await;
}

#[tokio::test]
async fn a_time_and_days_of_ones_own_win_and_follow_ones_clock() {
    let club = Rehearsal::start().await;
    let on = club.types("jess", "/remind on time:7:30pm days:mon,wed where:direct message").await;
    assert!(
        on.content.starts_with("Done: Mon and Wed at 7:30 pm, by direct message."),
        "{}",
        on.content
    );
    assert_eq!(
        moments(&on.content)[..2],
        ["2026-11-24T00:30:00Z", "2026-11-26T00:30:00Z"].map(unix)
    );
    let days = club.types("jess", "/remind on days:sun").await;
    // Days alone keep the hour it comes at.
    assert!(days.content.starts_with("Done: Sun at 7:30 pm"), "{}", days.content);
    club.types("jess", "/me timezone london").await;
    let moved = club.types("jess", "/remind status").await;
    assert_eq!(moments(&moved.content)[0], unix("2026-11-29T19:30:00Z"));
    club.end().await;
}

#[tokio::test]
async fn quiet_until_a_day_skips_up_to_it() {
    let club = Rehearsal::start().await;
    let none = club.types("jess", "/remind pause until:sunday").await;
    assert!(none.content.starts_with("No nudges for you so far."), "{}", none.content);
    club.types("jess", "/remind on").await;
    let quiet = club.types("jess", "/remind pause until:sunday").await;
    assert!(
        quiet.content.starts_with("Quiet until Sun 29 Nov, that day included."),
        "{}",
        quiet.content
    );
    assert_eq!(moments(&quiet.content)[0], unix("2026-12-01T01:00:00Z"));
    let refused = club.types("jess", "/remind pause until:whenever").await;
    assert!(refused.content.starts_with("I can't tell when “whenever” is."), "{}", refused.content);
    club.end().await;
}

#[tokio::test]
async fn a_quiet_without_an_end_is_told_until_it_is_ended() {
    let club = Rehearsal::start().await;
    club.types("jess", "/remind on").await;
    let quiet = club.types("jess", "/remind pause").await;
    assert!(quiet.content.starts_with("Quiet until you say so"), "{}", quiet.content);
    let status = club.types("jess", "/remind status").await;
    assert!(status.content.contains("Quiet until you say so"), "{}", status.content);
    assert_eq!(moments(&status.content), [0; 0]);
    let over = club.types("jess", "/remind pause until:now").await;
    assert!(over.content.starts_with("Your quiet is over.\nNext:"), "{}", over.content);
    club.types("jess", "/remind pause until:dec 25").await;
    let status = club.types("jess", "/remind status").await;
    let told = "Quiet until Fri 25 Dec; `/remind pause until:now` ends it.";
    assert!(status.content.contains(told), "{}", status.content);
    let on = club.types("jess", "/remind on time:21:00").await;
    assert!(on.content.contains("That ends your quiet until Fri 25 Dec."), "{}", on.content);
    let status = club.types("jess", "/remind status").await;
    assert!(!status.content.contains("Quiet"), "{}", status.content);
    assert_eq!(moments(&status.content)[0], unix("2026-11-24T02:00:00Z"));
    club.end().await;
}

#[tokio::test]
async fn status_lists_no_nudge_that_a_break_silences() {
    let club = Rehearsal::start().await;
    club.types("jess", "/remind on").await;
    club.types("jess", "/me pause until:sunday").await;
    let away = club.types("jess", "/remind status").await;
    assert!(away.content.contains("You're on a break"), "{}", away.content);
    assert_eq!(moments(&away.content)[0], unix("2026-12-01T01:00:00Z"));
    club.types("jess", "/me pause").await;
    let away = club.types("jess", "/remind status").await;
    assert!(away.content.ends_with("I stay quiet until `/me resume`."), "{}", away.content);
    assert_eq!(moments(&away.content), [0; 0]);
    club.end().await;
}

#[tokio::test]
async fn a_time_nobody_can_read_changes_nothing_and_says_what_would_work() {
    let club = Rehearsal::start().await;
    for (line, told) in [
        (
            "/remind on time:soonish",
            "I can't read a time in that. Try `20:00` or `mon,wed 7:30pm`.",
        ),
        (
            "/remind on time:8pm days:blursday",
            "I can't tell which days “blursday” are. Try `mon,wed` or `mon-fri`.",
        ),
        ("/remind on time:2", "2 in the morning or in the evening? Try `2am` or `2pm`."),
        (
            "/remind on time:* * * * *",
            "Once a day at most. Try `0 20 * * *` or `30 19 * * mon,wed`.",
        ),
        (
            "/remind on time:0 */2 * * *",
            "Once a day at most. Try `0 20 * * *` or `30 19 * * mon,wed`.",
        ),
    ] {
        let refused = club.types("jess", line).await;
        assert_eq!(refused.content, told);
        assert!(refused.is_private());
    }
    let status = club.types("jess", "/remind status").await;
    assert!(status.content.starts_with("No nudges for you so far."), "{}", status.content);
    club.end().await;
}

#[tokio::test]
async fn a_day_less_another_time_or_another_place_keeps_the_rest() {
    let club = Rehearsal::start().await;
    let none = tells(&club, "jess", "no reminders on sundays").await;
    assert!(none.content.starts_with("No nudges for you so far."), "{}", none.content);
    for (words, done) in [
        ("nudge me weekdays at 9pm", "Done: Monday to Friday at 9:00 pm"),
        ("no reminders on fridays", "Done: Mon, Tue, Wed and Thu at 9:00 pm"),
        ("change my nudge to half seven", "Done: Mon, Tue, Wed and Thu at 7:30 pm"),
        ("dm me the nudge", "Done: Mon, Tue, Wed and Thu at 7:30 pm"),
    ] {
        let told = tells(&club, "jess", words).await;
        assert!(told.content.starts_with(done), "{words}: {}", told.content);
    }
    let none = tells(&club, "jess", "no reminders from monday to thursday").await;
    assert!(none.content.starts_with("No nudges for you so far."), "{}", none.content);
    club.end().await;
}
