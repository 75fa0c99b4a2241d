//! Hostile words in every place a text can stand: they stay words.

use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Club, Page, Sandbox};
use reqwest::Method;
use serde_json::json;

use super::check_layout;
use crate::browser::{Browser, DESKTOP, PHONE};
use crate::sandbox::refusals::Rest;

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
