//! The page as people use it: the tour, on a phone and on a desktop, and the keyboard alone.

use fresh_legs::cli;
use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Club, Page, Sandbox};

use super::{LAST, check_layout};
use crate::browser::{Browser, DESKTOP, PHONE, Screen};
use crate::journeys::Rehearsal;

async fn take_tour(screen: Screen) {
    let Some(mut browser) = Browser::start().await else { return };
    let rehearsal = Rehearsal::start().await;
    let app = rehearsal.app().await;
    let guild = Some(rehearsal.guild());
    rehearsal.sandbox.set_landmarks(cli::landmarks(app.clone(), guild));
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
    browser.wait("document.querySelector('#me').textContent === 'as coach'").await;
    browser.wait(&format!("({LAST}).includes('Week of 23 Nov')")).await;
    browser.screenshot(&format!("{}-toured", screen.name)).await;
    browser.prefer("light").await;
    browser.screenshot(&format!("{}-toured-light", screen.name)).await;
    assert_eq!(browser.complaints(), [""; 0]);
    app.store.close().await;
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

/// Goes back through the page with Shift+Tab until the focus is on what fits.
async fn tab_back_to(browser: &mut Browser, fits: &str) {
    for _ in 0..60 {
        browser.press("Shift+Tab").await;
        let here = format!("((node) => Boolean({fits}))(document.activeElement)");
        if browser.eval(&here).await == true {
            return;
        }
    }
    panic!("Tab never comes to {fits}");
}

#[tokio::test]
async fn a_page_that_lost_its_server_comes_back_to_what_happened_meanwhile() {
    let Some(mut browser) = Browser::start().await else { return };
    let sandbox = Sandbox::start(Club::default(), Clock::system()).await.unwrap();
    let page = Page::serve(sandbox.clone(), 0).await.unwrap();
    let url = page.url();
    browser.open(&url, DESKTOP).await;
    drop(page);
    browser.wait("document.querySelector('#status').textContent.includes('not reachable')").await;
    let sam = sandbox.client("sam", "recovery").unwrap();
    sam.say("while you were away").unwrap();
    let port = url.rsplit(':').next().unwrap().parse().unwrap();
    let _page = Page::serve(sandbox.clone(), port).await.unwrap();
    browser.wait(&format!("({LAST}).includes('while you were away')")).await;
    browser.wait("!document.querySelector('#status').textContent.includes('not reachable')").await;
    sam.say("and now").unwrap();
    browser.wait(&format!("({LAST}).includes('and now')")).await;
}

#[tokio::test]
async fn the_keyboard_alone_is_enough() {
    let Some(mut browser) = Browser::start().await else { return };
    let rehearsal = Rehearsal::start().await;
    let page = Page::serve(rehearsal.sandbox.clone(), 0).await.unwrap();
    browser.open(&page.url(), DESKTOP).await;

    // The command list, and out of it again.
    browser.type_text("/").await;
    browser.wait("document.querySelector('#suggestions [aria-selected=true]')").await;
    browser.screenshot("keyboard-commands").await;
    browser.press("Escape").await;
    browser.wait("document.querySelector('#suggestions').hidden").await;

    // A command filled in with Tab, with a value the app refuses first.
    browser.type_text("rec").await;
    browser.press("Tab").await;
    browser.wait("document.activeElement.ariaLabel?.startsWith('what')").await;
    browser.screenshot("keyboard-chips").await;
    browser.type_text("boots").await;
    browser.press("Tab").await;
    browser.wait("document.activeElement.ariaLabel?.startsWith('minutes')").await;
    browser.type_text("1441").await;
    browser.press("Enter").await;
    browser.wait("document.querySelector('#problem').textContent.includes('at most 1440')").await;
    browser.screenshot("keyboard-refused").await;
    assert_eq!(browser.eval("document.activeElement.value").await, "1441");
    for _ in 0..4 {
        browser.press("Backspace").await;
    }
    browser.type_text("30").await;
    browser.press("Enter").await;
    browser.wait(&format!("({LAST}).includes('Boots 30 min')")).await;

    // A literal line with no Tab, and the history.
    browser.wait("document.activeElement.id === 'line' && !document.activeElement.value").await;
    browser.type_text("/recover rolled calves 10").await;
    browser.press("Enter").await;
    browser.wait(&format!("({LAST}).includes('10 min')")).await;
    browser.wait("!document.querySelector('#line').value").await;
    browser.press("ArrowUp").await;
    browser.wait("document.querySelector('#line').value === '/recover rolled calves 10'").await;
    browser.press("ArrowDown").await;
    browser.wait("document.querySelector('#line').value === ''").await;

    // A suggestion taken with an arrow.
    browser.type_text("/recover boo").await;
    browser.wait("document.querySelector('#suggestions [role=option]')").await;
    browser.press("ArrowDown").await;
    browser.screenshot("keyboard-suggestions").await;
    browser.press("Enter").await;
    browser.wait("document.activeElement.value?.startsWith('Boots')").await;
    browser.press("Enter").await;
    browser.wait(&format!("({LAST}).includes('Boots')")).await;

    // Undo, which becomes another button under the same focus.
    tab_back_to(&mut browser, "node.textContent === 'Undo'").await;
    browser.press("Enter").await;
    browser.wait(&format!("({LAST}).includes('(edited)')")).await;
    tab_back_to(&mut browser, "node.closest('#clock')").await;
    browser.press("Enter").await;
    browser.wait("document.querySelector('#clock').open").await;
    browser.screenshot("keyboard-clock").await;
    browser.press("Escape").await;
    browser.wait("!document.querySelector('#clock').open").await;
    tab_back_to(&mut browser, "node.textContent.includes('coach')").await;
    browser.press("Enter").await;
    browser.wait("document.querySelector('#me').textContent === 'as coach'").await;
    assert_eq!(browser.complaints(), [""; 0]);
    rehearsal.end().await;
}
