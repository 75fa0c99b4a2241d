//! Every kind of answer as a browser shows it, and what one can do with each.

use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Club, Page, Sandbox};
use reqwest::Method;
use serde_json::{Value, json};

use super::{LAST, check_layout};
use crate::browser::{Browser, DESKTOP, PHONE};
use crate::sandbox::bot;
use crate::sandbox::refusals::Rest;

#[tokio::test]
async fn every_kind_of_answer_is_shown_and_can_be_used() {
    let Some(mut browser) = Browser::start().await else { return };
    let sandbox = Sandbox::start(Club::default(), Clock::system()).await.unwrap();
    let _bot = bot::start(&sandbox).await;
    let page = Page::serve(sandbox.clone(), 0).await.unwrap();
    browser.prefer("dark").await;
    browser.open(&page.url(), PHONE).await;
    let line = async |browser: &mut Browser, line: &str| {
        browser.wait("!document.querySelector('#composer.is-sending')").await;
        browser.type_text(line).await;
        browser.press("Enter").await;
    };

    line(&mut browser, "/private ").await;
    browser.wait(&format!("({LAST}).includes('Only you can see this')")).await;
    browser.screenshot("phone-private").await;
    browser.click("#log article:last-of-type .private-note button").await;
    browser.wait("!document.querySelector('#log article')").await;

    line(&mut browser, "/think ").await;
    browser.wait(&format!("({LAST}).includes('and more')")).await;
    browser.wait("document.querySelector('#log img[alt=\"card.png\"]')").await;

    line(&mut browser, "/form ").await;
    browser.wait("document.querySelector('dialog')?.open").await;
    browser.screenshot("phone-form").await;
    check_layout(&mut browser, PHONE).await;
    browser.press("Enter").await;
    browser.wait("document.querySelector('dialog input:invalid')").await;
    browser.type_text("sore").await;
    browser.press("Enter").await;
    browser.wait(&format!("({LAST}).includes('noted: sore')")).await;
    browser.wait("!document.querySelector('dialog') && document.activeElement.id === 'line'").await;
    line(&mut browser, "/form ").await;
    browser.wait("document.querySelector('dialog')?.open").await;
    browser.press("Escape").await;
    browser.wait("!document.querySelector('dialog')").await;

    line(&mut browser, "/buttons ").await;
    browser.wait("document.querySelector('#log select')").await;
    browser.screenshot("phone-buttons").await;
    check_layout(&mut browser, PHONE).await;
    let choose = "(() => { const menu = document.querySelector('#log select'); \
        menu.value = 'hips'; menu.dispatchEvent(new Event('change')); })()";
    browser.eval(choose).await;
    browser.wait(&format!("({LAST}).includes('hips')")).await;

    let attach = "(() => { const held = new DataTransfer(); \
        held.items.add(new File(['<gpx/>'], 'run.gpx')); \
        const field = document.querySelector('#attach'); field.files = held.files; \
        field.dispatchEvent(new Event('change')); })()";
    browser.eval(attach).await;
    browser.wait("document.querySelector('.held-file')").await;
    line(&mut browser, "my run").await;
    browser.wait(&format!("({LAST}).includes('run.gpx')")).await;
    check_layout(&mut browser, PHONE).await;

    // A reply that mentions someone picked from the list.
    browser.click("#log article:last-of-type .reply-button").await;
    browser.wait("document.querySelector('#reply-to').textContent.includes('Jess')").await;
    line(&mut browser, "thanks @sa").await;
    line(&mut browser, "!").await;
    browser.wait(&format!("({LAST}).includes('@Sam !')")).await;
    browser.wait("document.querySelector('#log .replied').textContent === 'my run'").await;

    // Tapped all the way: the command, then an optional option from the list.
    browser.type_text("/ec").await;
    browser.wait("document.querySelector('#suggestions [role=option]')").await;
    browser.click("#suggestions [role=option]").await;
    browser.type_text("hello").await;
    browser.click(".more").await;
    browser.wait("document.querySelectorAll('#suggestions [role=option]').length === 3").await;
    browser.click("#suggestions li:nth-child(2)").await;
    browser.wait("document.activeElement.ariaLabel?.startsWith('who')").await;
    browser.type_text("sa").await;
    browser.wait("document.querySelectorAll('#suggestions [role=option]').length === 1").await;
    browser.click("#suggestions [role=option]").await;
    browser.screenshot("phone-chips").await;
    check_layout(&mut browser, PHONE).await;
    browser.click("#send").await;
    browser.wait(&format!("({LAST}).includes('who=User')")).await;

    line(&mut browser, "/silent ").await;
    browser.wait(&format!("({LAST}).includes('did not respond')")).await;

    let channel = sandbox.channel("general").unwrap();
    let posts = format!("/channels/{channel}/messages");
    let rest = Rest::new(&sandbox);
    let (_, post) = rest.ask(Method::POST, &posts, &json!({ "content": "look here" })).await;
    browser.click("#menu").await;
    browser.wait("document.querySelector('.unread')").await;
    browser.wait("!document.querySelector('#sidebar').getAnimations().length").await;
    browser.screenshot("phone-drawer").await;
    check_layout(&mut browser, PHONE).await;
    browser.click("#channels li:nth-child(2) button").await;
    browser.wait(&format!("({LAST}).includes('look here')")).await;
    let path = format!("{posts}/{}", post["id"].as_str().unwrap());
    rest.ask(Method::DELETE, &path, &json!(null)).await;
    browser.wait("!document.querySelector('#log article')").await;
    assert_eq!(browser.complaints(), [""; 0]);
}

#[tokio::test]
async fn markdown_mentions_and_moments_read_as_in_the_chat() {
    let Some(mut browser) = Browser::start().await else { return };
    let clock = Clock::starting_at("2026-11-23T19:00:00Z".parse().unwrap());
    let sandbox = Sandbox::start(Club::default(), clock).await.unwrap();
    let (jess, general) = (sandbox.person("jess").unwrap(), sandbox.channel("general").unwrap());
    let text = format!(
        "# Big\n**bold** *slanted* __under__ ~~gone~~ `code` foam_roll_it\n\
         - one\n  - deeper\n- two\n1. first\n> quoted\n-# small print\n||secret|| \
         [a link](https://example.org/) \\*stars\\*\n<@{jess}> <#{general}> </recover:1> <t:1795568400:R>\n\
         ```rust\nlet a = 1;\n```"
    );
    let button = |style: u8| {
        json!({ "type": 2, "style": style, "label": format!("Style {style}"),
            "custom_id": style.to_string(), "disabled": style == 2 })
    };
    let buttons: Vec<Value> = (1..=4).map(button).collect();
    let embed = json!({
        "title": "This week", "description": "Four **days** of six", "color": 0x0f_76_6e,
        "fields": [{ "name": "Boots", "value": "90 min", "inline": true },
                   { "name": "Roll", "value": "40 min", "inline": true }],
        "footer": { "text": "Riverside Runners" },
    });
    let rows = json!([{ "type": 1, "components": buttons }]);
    let body = json!({ "content": text, "embeds": [embed], "components": rows });
    let posts = format!("/channels/{}/messages", sandbox.channel("recovery").unwrap());
    let (status, posted) = Rest::new(&sandbox).ask(Method::POST, &posts, &body).await;
    assert_eq!(status, 200, "{posted}");
    let page = Page::serve(sandbox.clone(), 0).await.unwrap();
    browser.prefer("light").await;
    browser.open(&page.url(), DESKTOP).await;
    for node in [
        ".heading-1",
        "strong",
        "em",
        "u",
        "s",
        "code",
        "ul ul",
        "ol",
        "blockquote",
        "p.small",
        ".spoiler[role=button]",
        "a[href='https://example.org/']",
        ".mention.is-me",
        "pre code",
        ".embed-title",
        ".embed-footer",
        ".button.danger",
        ".button.secondary:disabled",
    ] {
        browser.wait(&format!("document.querySelector(`#log {node}`)")).await;
    }
    let shown = browser.eval(LAST).await;
    let shown = shown.as_str().unwrap();
    for words in ["foam_roll_it", "*stars*", "@Jess", "#general", "/recover", "tomorrow"] {
        assert!(shown.contains(words), "{words} in {shown}");
    }
    browser.screenshot("desktop-markdown-light").await;
    // The clock is turned elsewhere, and the page follows.
    sandbox.clock().turn(chrono::TimeDelta::days(3));
    browser.wait(&format!("({LAST}).includes('2 days ago')")).await;
    browser.click("#trouble summary").await;
    browser.click("[data-trouble=closed_dms]").await;
    browser.wait("document.querySelector('[data-trouble=closed_dms][aria-pressed=true]')").await;
    browser.wait("document.querySelector('#trouble-log').innerText.includes('are closed')").await;
    browser.screenshot("desktop-trouble-light").await;

    browser.click("#clock summary").await;
    // Once it is open it offers a moment of its own.
    browser.wait("document.querySelector('#clock-to').value").await;
    browser.eval("document.querySelector('#clock-to').value = '2026-11-20T12:00'; 0").await;
    browser.click("#clock-jump button").await;
    let back = "document.querySelector('#clock-problem').textContent.includes('only goes forward')";
    browser.wait(back).await;
    let before = sandbox.clock().now();
    browser.click("#clock-jumps button:nth-child(2)").await;
    browser.wait(&format!("({LAST}).includes('3 days ago')")).await;
    assert!(sandbox.clock().now() - before >= chrono::TimeDelta::days(1));
    assert_eq!(browser.complaints(), [""; 0]);
}
