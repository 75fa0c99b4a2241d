//! Turning the page's clock to tonight and to Sunday, and what falls due then.

use chrono::DateTime;
use fresh_legs::actions::follow_club;
use fresh_legs::cli;
use fresh_legs::domain::ids::ChannelId;
use fresh_legs::sandbox::Page;
use fresh_legs::store::ClubChange;

use super::{LAST, check_layout};
use crate::browser::{Browser, PHONE};
use crate::journeys::Rehearsal;

#[tokio::test]
async fn a_jump_to_tonight_shows_the_nudge_and_one_to_sunday_the_board() {
    let Some(mut browser) = Browser::start().await else { return };
    let rehearsal = Rehearsal::start().await;
    let app = rehearsal.app().await;
    let guild = Some(rehearsal.guild());
    rehearsal.sandbox.set_landmarks(cli::landmarks(app.clone(), guild));
    let recovery = rehearsal.sandbox.channel("recovery").unwrap().to_string().parse().unwrap();
    let change = ClubChange {
        channel: Some(ChannelId(recovery)),
        nudge_at: Some("20:30".parse().unwrap()),
        board_at: Some(Some("sun 18:00".parse().unwrap())),
        ..ClubChange::default()
    };
    app.store.change_club(rehearsal.guild(), change, DateTime::UNIX_EPOCH).await.unwrap();
    follow_club(&app, rehearsal.guild(), rehearsal.clock.now()).await.unwrap();
    rehearsal.types("sam", "/remind on").await;
    rehearsal.types("jess", "/recover boots 30").await;

    let page = Page::serve(rehearsal.sandbox.clone(), 0).await.unwrap();
    browser.open(&page.url(), PHONE).await;
    let jump = |to: &str| {
        format!(
            "((button) => button?.click() ?? Boolean(button))\
             ([...document.querySelectorAll('#clock-jumps button')].find((b) => b.textContent === 'To {to}'))"
        )
    };
    browser.click("#clock summary").await;
    browser.screenshot("phone-jumps").await;
    check_layout(&mut browser, PHONE).await;
    browser.wait(&jump("tonight")).await;
    browser.wait(&format!("({LAST}).includes('Nothing logged yet today')")).await;
    browser.screenshot("phone-tonight").await;
    // Tonight is over: the next one is tomorrow's, and Sunday is as far as it was.
    browser.wait(&jump("Sunday")).await;
    browser.wait(&format!("({LAST}).includes('Week of 23 Nov')")).await;
    browser.screenshot("phone-sunday").await;
    let nudges = "[...document.querySelectorAll('#log article')]\
        .filter((node) => node.innerText.includes('Nothing logged yet')).length";
    assert_eq!(browser.eval(nudges).await, 1, "the evenings between were missed");
    assert_eq!(browser.complaints(), [""; 0]);
    app.store.close().await;
    rehearsal.end().await;
}
