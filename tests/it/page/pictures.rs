//! Pictures as a phone shows them: there, not wider than the chat, and with their words.

use fresh_legs::sandbox::Page;

use super::{LAST, check_layout};
use crate::browser::{Browser, PHONE};
use crate::journeys::Rehearsal;

#[tokio::test]
async fn pictures_fit_a_phone_and_say_what_they_show() {
    let Some(mut browser) = Browser::start().await else { return };
    let club = Rehearsal::start().await;
    for (member, line) in [
        ("sam", "/recover rolled 10 yesterday"),
        ("sam", "/recover boots 30"),
        ("jess", "/recover boots 30, toes 15, cryo 3"),
        ("jess", "/recover boots 30 yesterday"),
        ("jess", "/checkin sore 3"),
    ] {
        club.types(member, line).await;
    }
    let page = Page::serve(club.sandbox.clone(), 0).await.unwrap();
    browser.prefer("dark").await;
    browser.open(&page.url(), PHONE).await;
    for (line, says, alt) in [
        ("/stats ", "recovery day", "Jess, 16 weeks to 23 November"),
        ("/leaderboard ", "This week", "Riverside Runners, Week of 23 to 29 November"),
    ] {
        browser.wait("!document.querySelector('#composer.is-sending')").await;
        browser.type_text(line).await;
        browser.press("Enter").await;
        browser.wait(&format!("({LAST}).includes('{says}')")).await;
        let picture = format!("document.querySelector('#log img[alt^=\"{alt}\"]')");
        browser.wait(&format!("{picture}?.complete && {picture}.naturalWidth === 1000")).await;
        check_layout(&mut browser, PHONE).await;
        browser.screenshot(&format!("phone-picture-{}", &line[1..line.len() - 1])).await;
    }
    let mute = "[...document.querySelectorAll('#log img')].filter((image) => !image.alt).length";
    assert_eq!(browser.eval(mute).await, 0);
    assert_eq!(browser.complaints(), [""; 0]);
    club.end().await;
}
