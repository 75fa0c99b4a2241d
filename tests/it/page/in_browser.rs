//! The page as people use it: the tour, the keyboard alone, a phone's width, hostile words.

use fresh_legs::sandbox::Page;

use crate::browser::{Browser, DESKTOP, PHONE, Screen};
use crate::journeys::Rehearsal;

/// Nothing is wider than the window, and nothing one taps on a phone is too small for a thumb.
async fn check_layout(browser: &mut Browser, screen: Screen) {
    let wide = "[...document.querySelectorAll('body *')].filter((node) => \
        node.getBoundingClientRect().right > innerWidth + 1 \
        && node.checkVisibility({ visibilityProperty: true }) \
        && !node.closest('#tour-steps, pre')).map((node) => node.outerHTML.slice(0, 120))";
    assert_eq!(browser.eval(wide).await, serde_json::json!([]), "{}", screen.name);
    let scrolls = browser.eval("document.documentElement.scrollWidth - innerWidth").await;
    assert!(scrolls.as_i64().unwrap() <= 0, "{} scrolls by {scrolls}", screen.name);
}

async fn take_tour(screen: Screen) {
    let Some(mut browser) = Browser::start().await else { return };
    let rehearsal = Rehearsal::start().await;
    let page = Page::serve(rehearsal.sandbox.clone(), 0).await.unwrap();
    browser.prefer("dark").await;
    browser.open(&page.url(), screen).await;
    browser.screenshot(&format!("{}-start", screen.name)).await;
    let steps = browser.eval("document.querySelectorAll('.step').length").await;
    for step in 1..=steps.as_u64().unwrap() {
        let says = "document.querySelectorAll('#log article').length + \
                    document.querySelectorAll('#log .edited').length";
        let before = browser.eval(says).await;
        browser.click(&format!("#tour-steps li:nth-child({step}) button")).await;
        browser.wait(&format!("{says} !== {before}")).await;
        browser
            .wait(&format!("document.querySelectorAll('.step.is-done').length === {step}"))
            .await;
        check_layout(&mut browser, screen).await;
    }
    browser.wait("document.querySelector('#me').textContent === 'as sam'").await;
    browser.screenshot(&format!("{}-toured", screen.name)).await;
    browser.prefer("light").await;
    browser.screenshot(&format!("{}-toured-light", screen.name)).await;
    assert_eq!(browser.complaints(), [""; 0]);
    rehearsal.end().await;
}

#[tokio::test]
async fn a_newcomer_takes_the_tour_on_a_phone() {
    take_tour(PHONE).await;
}

#[tokio::test]
async fn a_newcomer_takes_the_tour_on_a_desktop() {
    take_tour(DESKTOP).await;
}
