//! The page as people use it: the tour, the keyboard alone, a phone's width, hostile words.

use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Club, Page, Sandbox};
use reqwest::Method;
use serde_json::{Value, json};

use crate::browser::{Browser, DESKTOP, PHONE, Screen};
use crate::journeys::Rehearsal;
use crate::sandbox::bot;
use crate::sandbox::refusals::Rest;

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

const HOSTILE: [&str; 8] = [
    "<img src=x onerror=\"window.hacked = 1\">",
    "<script>window.hacked = 1</script>",
    "[click](javascript:window.hacked=1) and <javascript:window.hacked=1>",
    "[a](https://example.org/\"onmouseover=\"window.hacked=1)",
    "\"><svg onload=window.hacked=1>",
    "**<b onclick=window.hacked=1>bold</b>** || <i>hidden</i> ||",
    "> <iframe srcdoc='<script>parent.hacked=1</script>'>",
    "- </li></ul><form action=https://evil.example><button>x</button></form>",
];

#[tokio::test]
async fn hostile_words_stay_words() {
    let Some(mut browser) = Browser::start().await else { return };
    let mut club = Club::default();
    let eve = "<img src=x onerror=window.hacked=1>";
    club.people.push(eve.to_owned());
    club.guilds[0].members.push(eve.to_owned());
    let sandbox = Sandbox::start(club, Clock::system()).await.unwrap();
    let writer = sandbox.client(eve, "recovery").unwrap();
    for words in HOSTILE {
        writer.say(words).unwrap();
    }
    // Marks that never close must not keep the page busy either.
    for mark in ["*", "_", "`", "|", "[", "<", "~", "\\"] {
        writer.say(&mark.repeat(1_900)).unwrap();
    }
    let channel = sandbox.channel("recovery").unwrap();
    let posts = format!("/channels/{channel}/messages");
    let rest = Rest::new(&sandbox);
    // As many as the channel's rate limit lets through at once.
    for words in &HOSTILE[..5] {
        let short: String = words.chars().take(70).collect();
        let body = json!({
            "embeds": [{
                "title": words, "description": words, "url": "https://example.org",
                "author": { "name": words }, "footer": { "text": words },
                "fields": [{ "name": words, "value": words, "inline": true }],
                "image": { "url": "https://example.org/picture.png" },
            }],
            "components": [
                { "type": 1, "components": [
                    { "type": 2, "style": 1, "label": short, "custom_id": words },
                    { "type": 2, "style": 5, "label": "link", "url": "https://example.org/" },
                ] },
                { "type": 1, "components": [{ "type": 3, "custom_id": "menu", "placeholder": short,
                    "max_values": 2, "options": [
                        { "label": short, "value": "1", "description": short },
                        { "label": "other", "value": "2" },
                    ] }] },
            ],
        });
        let (status, posted) = rest.ask(Method::POST, &posts, &body).await;
        assert_eq!(status, 200, "{posted}");
    }
    let page = Page::serve(sandbox.clone(), 0).await.unwrap();
    for screen in [PHONE, DESKTOP] {
        browser.open(&page.url(), screen).await;
        browser.wait("document.querySelectorAll('#log article').length === 21").await;
        let planted = "document.querySelectorAll('#log :is(script, img, svg, iframe, form, b b, i i), \
            #log [onclick], #log [onerror], #log [onmouseover], #log a:not([href^=http])').length";
        assert_eq!(browser.eval(planted).await, 0);
        assert_eq!(browser.eval("window.hacked === undefined").await, true);
        let shown = browser.eval("document.querySelector('#log').innerText").await;
        assert!(shown.as_str().unwrap().contains(HOSTILE[1]));
        check_layout(&mut browser, screen).await;
        browser.screenshot(&format!("{}-hostile", screen.name)).await;
    }
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
