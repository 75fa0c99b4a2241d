//! A real browser, driven through its DevTools protocol: it opens, types, taps and looks; it judges nothing.
//!
//! Without Chromium on the machine there is none, unless `FRESH_LEGS_BROWSER_REQUIRED` says there must be.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::print_stderr, reason = "a test that can't look says so")]

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use base64::Engine as _;
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

/// Longer than anything a page does, also on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

const FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
];

/// A browser with one page open.
pub(crate) struct Browser {
    process: Child,
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    session: Option<String>,
    last_id: u64,
    /// What the page complained about: exceptions, refused loads, console errors.
    complaints: Vec<String>,
    _profile: tempfile::TempDir,
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// How wide and high the window is, and whether it is a phone's.
#[derive(Clone, Copy)]
pub(crate) struct Screen {
    pub(crate) name: &'static str,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) is_phone: bool,
}

pub(crate) const PHONE: Screen = Screen { name: "phone", width: 360, height: 740, is_phone: true };
pub(crate) const DESKTOP: Screen =
    Screen { name: "desktop", width: 1280, height: 800, is_phone: false };

impl Browser {
    /// Starts the browser there is; none if there is none and none is required.
    pub(crate) async fn start() -> Option<Self> {
        let Some(program) = find() else {
            assert!(
                std::env::var_os("FRESH_LEGS_BROWSER_REQUIRED").is_none(),
                "a browser is required here, and none of {NAMES:?} is installed"
            );
            eprintln!("no browser ({}): what it would show is not tested", NAMES.join(", "));
            return None;
        };
        let profile = tempfile::tempdir().unwrap();
        let mut process = Command::new(program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (found, address) = oneshot::channel();
        let stderr = process.stderr.take().unwrap();
        std::thread::spawn(move || {
            let mut found = Some(found);
            // Reads to the end, so that the browser never waits for room to complain in.
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                if let Some(address) = line.strip_prefix("DevTools listening on ")
                    && let Some(found) = found.take()
                {
                    let _ = found.send(address.to_owned());
                }
            }
        });
        let address = tokio::time::timeout(PATIENCE, address).await.unwrap().unwrap();
        let (socket, _) = tokio_tungstenite::connect_async(address).await.unwrap();
        let mut browser = Self {
            process,
            socket,
            session: None,
            last_id: 0,
            complaints: Vec::new(),
            _profile: profile,
        };
        let target = browser.ask("Target.createTarget", json!({ "url": "about:blank" })).await;
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let attached = browser.ask("Target.attachToTarget", attach).await;
        browser.session = attached["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log"] {
            browser.ask(&format!("{domain}.enable"), json!({})).await;
        }
        Some(browser)
    }

    /// Opens a page in a window of this size and waits until it says that it is ready.
    pub(crate) async fn open(&mut self, url: &str, screen: Screen) {
        let size = json!({
            "width": screen.width,
            "height": screen.height,
            "deviceScaleFactor": 1,
            "mobile": screen.is_phone,
        });
        self.ask("Emulation.setDeviceMetricsOverride", size).await;
        let touch = json!({ "enabled": screen.is_phone });
        self.ask("Emulation.setTouchEmulationEnabled", touch).await;
        self.ask("Page.navigate", json!({ "url": url })).await;
        self.wait("document.body?.dataset.ready === 'true'").await;
    }

    /// Switches between "light" and "dark".
    pub(crate) async fn prefer(&mut self, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.ask("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Evaluates an expression in the page, waiting for what it promises.
    pub(crate) async fn eval(&mut self, expression: &str) -> Value {
        let request =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.ask("Runtime.evaluate", request).await;
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    /// Waits until an expression is true in the page.
    pub(crate) async fn wait(&mut self, condition: &str) {
        let poll = format!(
            "new Promise((done) => {{ const from = Date.now(); const look = () => {{ \
             if ({condition}) done(true); else if (Date.now() - from > {}) done(false); \
             else setTimeout(look, 20); }}; look(); }})",
            PATIENCE.as_millis() / 2
        );
        if self.eval(&poll).await != true {
            let shown = self.eval("document.body.innerText").await;
            panic!(
                "never so: {condition}\n{}\n{:?}",
                shown.as_str().unwrap_or_default(),
                self.complaints
            );
        }
    }

    /// Clicks in the middle of the first element that fits, as a finger or mouse would.
    pub(crate) async fn click(&mut self, selector: &str) {
        // What happens meanwhile may push it elsewhere: it is clicked where it has come to rest.
        let middle = format!(
            "new Promise((done) => {{ const node = document.querySelector({}); \
             node.scrollIntoView({{ block: 'nearest', inline: 'nearest' }}); \
             const look = (was) => requestAnimationFrame(() => {{ \
             const box = node.getBoundingClientRect(); \
             const at = [box.x + box.width / 2, box.y + box.height / 2]; \
             if (was && was[0] === at[0] && was[1] === at[1]) done(at); else look(at); }}); \
             look(null); }})",
            json!(selector)
        );
        let at = self.eval(&middle).await;
        for kind in ["mousePressed", "mouseReleased"] {
            let event =
                json!({ "type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1 });
            self.ask("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Types text letter by letter into whatever has the focus.
    pub(crate) async fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            let text = letter.to_string();
            let down = json!({ "type": "keyDown", "key": text, "text": text });
            self.ask("Input.dispatchKeyEvent", down).await;
            self.ask("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": text })).await;
        }
    }

    /// Presses a key that isn't a letter; "Shift+Tab" holds the first.
    pub(crate) async fn press(&mut self, key: &str) {
        let (modifiers, key) = match key.strip_prefix("Shift+") {
            Some(key) => (8, key),
            None => (0, key),
        };
        let (code, text) = match key {
            "Enter" => (13, "\r"),
            "Tab" => (9, ""),
            "Escape" => (27, ""),
            "Backspace" => (8, ""),
            "ArrowUp" => (38, ""),
            "ArrowDown" => (40, ""),
            " " => (32, " "),
            other => panic!("no key {other}"),
        };
        let name = if key == " " { "Space" } else { key };
        for kind in ["keyDown", "keyUp"] {
            let mut event = json!({
                "type": kind,
                "key": key,
                "code": name,
                "windowsVirtualKeyCode": code,
                "modifiers": modifiers,
            });
            if kind == "keyDown" && !text.is_empty() {
                event["text"] = json!(text);
            }
            self.ask("Input.dispatchKeyEvent", event).await;
        }
    }

    /// Saves what the window shows into the folder `FRESH_LEGS_SCREENSHOTS` names, if it does.
    pub(crate) async fn screenshot(&mut self, name: &str) {
        let Some(folder) = std::env::var_os("FRESH_LEGS_SCREENSHOTS").map(PathBuf::from) else {
            return;
        };
        let shot = self.ask("Page.captureScreenshot", json!({ "format": "png" })).await;
        let encoded = shot["data"].as_str().unwrap();
        let png = base64::engine::general_purpose::STANDARD.decode(encoded).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), png).unwrap();
    }

    /// Everything the page complained about so far.
    pub(crate) fn complaints(&self) -> &[String] {
        &self.complaints
    }

    async fn ask(&mut self, method: &str, params: Value) -> Value {
        self.last_id += 1;
        let id = self.last_id;
        let mut request = json!({ "id": id, "method": method, "params": params });
        if let Some(session) = &self.session {
            request["sessionId"] = json!(session);
        }
        self.socket.send(Message::text(request.to_string())).await.unwrap();
        tokio::time::timeout(PATIENCE, self.answer_to(id))
            .await
            .unwrap_or_else(|_| panic!("no answer to {method}"))
    }

    async fn answer_to(&mut self, id: u64) -> Value {
        loop {
            let message = self.socket.next().await.unwrap().unwrap();
            let Ok(text) = message.to_text() else { continue };
            let Ok(message) = serde_json::from_str::<Value>(text) else { continue };
            if message["id"] == id {
                assert!(message.get("error").is_none(), "{message}");
                return message["result"].clone();
            }
            self.note_complaint(&message);
        }
    }

    fn note_complaint(&mut self, event: &Value) {
        let params = &event["params"];
        let is_complaint = match event["method"].as_str() {
            Some("Runtime.exceptionThrown") => true,
            Some("Runtime.consoleAPICalled") => params["type"] == "error",
            // The page asks first and is refused: that is how it works, and the browser notes it.
            Some("Log.entryAdded") => {
                let is_refusal =
                    params["entry"]["text"].as_str().is_some_and(|text| text.contains("of 422"));
                params["entry"]["level"] == "error" && !is_refusal
            }
            _ => false,
        };
        if is_complaint {
            self.complaints.push(params.to_string());
        }
    }
}

fn find() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let mut places =
        NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.find(|place| place.is_file())
}
