//! The chat page: what its server gives and refuses, and in a real browser what a newcomer meets.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod answers;
mod evenings;
mod hostile;
mod in_browser;
mod over_http;
mod pictures;
mod security;
mod web;

use serde_json::json;

use crate::browser::{Browser, Screen};

/// The text of the newest message.
const LAST: &str = "[...document.querySelectorAll('#log article')].at(-1)?.innerText ?? ''";

/// Nothing is wider than the window, and nothing one taps on a phone is too small for a thumb.
async fn check_layout(browser: &mut Browser, screen: Screen) {
    let wide = "[...document.querySelectorAll('body *')].filter((node) => \
        node.getBoundingClientRect().right > innerWidth + 1 \
        && node.checkVisibility({ visibilityProperty: true }) \
        && !node.closest('#tour-steps, pre')).map((node) => node.outerHTML.slice(0, 120))";
    assert_eq!(browser.eval(wide).await, json!([]), "{}", screen.name);
    let scrolls = browser.eval("document.documentElement.scrollWidth - innerWidth").await;
    assert!(scrolls.as_i64().unwrap() <= 0, "{} scrolls by {scrolls}", screen.name);
    let small = "[...document.querySelectorAll('button:not(.mention), summary, select, \
        input:not([type=file], [type=checkbox]), textarea, a.button')].filter((node) => { \
        const box = node.getBoundingClientRect(); \
        return node.checkVisibility({ visibilityProperty: true }) && box.height < 42; \
        }).map((node) => node.outerHTML.slice(0, 120))";
    if screen.is_phone {
        assert_eq!(browser.eval(small).await, json!([]));
    }
    let tiny = "[...document.querySelectorAll('input, textarea, select')].filter((node) => \
        parseFloat(getComputedStyle(node).fontSize) < 16).map((node) => node.outerHTML)";
    assert_eq!(browser.eval(tiny).await, json!([]), "a phone would zoom in on these");
}
