//! `fresh-legs try`: the unchanged bot on a Discord of our own, with lines to type into it.

use std::io::{self, BufRead, IsTerminal, Write};
use std::os::unix::fs::FileTypeExt;
use std::thread;
use std::time::Duration;

use anyhow::{Context, anyhow};
use tokio::sync::{mpsc, oneshot};
use tracing::Level;
use tracing_subscriber::filter::Targets;

use super::evenings::{guild_of, landmarks};
use super::{Ended, Online, TryArgs, asked_to_stop, demo_club, log};
use crate::actions::App;
use crate::clock::Clock;
use crate::config::Settings;
use crate::discord::{Api, Bot};
use crate::sandbox::{Club, Next, Page, Sandbox, Terminal};
use crate::store::Store;

/// Far more than a start takes, also on a small box.
const START: Duration = Duration::from_secs(30);

/// Where a trial begins.
const CHANNEL: &str = "recovery";

const WELCOME: &str = "\
Fresh Legs on a Discord of our own: nothing here leaves this machine.
You are jess in #recovery; sam and coach are here too. Try:
  /recover boots 30
  /recover roll 10 and toes 15
.help says what else, .quit leaves.";

/// A line that was read.
struct Line {
    text: String,
    /// Whoever typed it has seen it already.
    shown: bool,
    /// Says who types next, and that the next line may be read.
    done: oneshot::Sender<String>,
}

/// Starts the sandbox and the bot, types the lines given or asks for them, and leaves.
pub(super) async fn try_out(settings: Settings, clock: Clock, args: TryArgs) -> Result<(), Ended> {
    let quiet = || Targets::new().with_default(Level::ERROR);
    log::start(settings.log_override.unwrap_or_else(quiet));
    let folder = tempfile::tempdir().context("making a folder for the trial's data")?;
    let file = args.db.unwrap_or_else(|| folder.path().join("trial.db"));
    let store = Store::open(&format!("sqlite://{}", file.display())).await?;
    let app = App::new(store.clone(), settings.catalogue, settings.language, settings.time_zone);

    let club = if args.demo { demo_club::club() } else { Club::default() };
    let sandbox = Sandbox::start(club, clock.clone()).await?;
    sandbox.set_landmarks(landmarks(app.clone(), guild_of(&sandbox, CHANNEL)));
    if args.demo {
        demo_club::live(&app, &sandbox).await.context("writing the demo club's history")?;
    }
    let api = Api::Elsewhere { addr: sandbox.api_addr(), ca_pem: sandbox.ca_pem().to_owned() };
    let bot = Bot::connect(sandbox.token(), &api, app.clone()).await?;
    let online = Online::new(bot, app, clock);
    let settled = online.settled();
    let (leave, left) = oneshot::channel::<()>();
    let running = tokio::spawn(online.run(async move {
        // Dropping the other end says the same.
        let _ = left.await;
    }));
    sandbox
        .wait_for_bot(START)
        .await
        .map_err(|error| anyhow!("the bot didn't come online: {error}"))?;

    let terminal = Terminal::new(sandbox.clone(), "jess", CHANNEL, io::stdout());
    let talked = async {
        if !args.lines.is_empty() {
            let failures = type_out(terminal, settled, &args.lines).await?;
            anyhow::ensure!(
                failures == 0,
                "{failures} of {} lines came to nothing",
                args.lines.len()
            );
            Ok(())
        } else if io::stdin().is_terminal() {
            let page = serve(&sandbox, args.port).await?;
            writeln!(io::stdout(), "{WELCOME}\n")?;
            let talked = converse(terminal, settled, ask).await;
            drop(page);
            talked
        } else if lines_may_come() {
            // Whoever pipes lines in may look on; they matter more than the page.
            let page = Page::serve(sandbox.clone(), args.port).await.ok();
            if let Some(page) = &page {
                // Beside the transcript, not in it.
                writeln!(io::stderr(), "The chat page is at {}", page.url())?;
            }
            let talked = converse(terminal, settled, read).await;
            drop(page);
            talked
        } else {
            // Nobody at the keyboard and nothing to read: the page is all there is.
            let page = serve(&sandbox, args.port).await?;
            asked_to_stop().await;
            drop(page);
            Ok(())
        }
    };
    let talked = tokio::select! {
        talked = talked => talked,
        () = asked_to_stop() => Ok(()),
    };
    drop(leave);
    let ended = running.await.context("the bot stopped badly")?;
    // The bot says goodbye to a server that is still there.
    drop(sandbox);
    store.close().await;
    match talked {
        // Whoever read along has seen enough.
        Err(error) if is_broken_pipe(&error) => {}
        talked => talked?,
    }
    Ok(ended?)
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Serves the chat page and says where.
async fn serve(sandbox: &Sandbox, port: u16) -> anyhow::Result<Page> {
    let page = Page::serve(sandbox.clone(), port).await.with_context(|| {
        format!("the chat page can't be served on port {port}; --port 0 takes any that is free")
    })?;
    writeln!(io::stdout(), "The chat page is at {}", page.url())?;
    Ok(page)
}

/// Types `lines` one after the other; gives how many came to nothing.
async fn type_out(
    mut terminal: Terminal<io::Stdout>,
    settled: impl AsyncFn(),
    lines: &[String],
) -> anyhow::Result<usize> {
    for line in lines {
        terminal.echo(line)?;
        let next = terminal.enter(line).await?;
        settled().await;
        terminal.catch_up()?;
        if next == Next::Quit {
            break;
        }
    }
    Ok(terminal.failures())
}

/// A way to read lines that blocks, told who types first.
type Reader = fn(&mpsc::Sender<Line>, String);

/// Whether standard input is a pipe or a file, which both end; a service has neither.
fn lines_may_come() -> bool {
    std::fs::metadata("/dev/stdin").is_ok_and(|input| {
        let kind = input.file_type();
        kind.is_fifo() || kind.is_file() || kind.is_socket()
    })
}

/// Reads lines from standard input until it ends.
async fn converse(
    mut terminal: Terminal<io::Stdout>,
    settled: impl AsyncFn(),
    reader: Reader,
) -> anyhow::Result<()> {
    let (lines, mut typed) = mpsc::channel::<Line>(1);
    let member = terminal.member().to_owned();
    // Reading blocks, and may go on blocking when everything else has ended: a thread of its own.
    thread::spawn(move || reader(&lines, member));
    loop {
        let line = tokio::select! {
            line = typed.recv() => line,
            shown = terminal.next_event() => {
                shown?;
                continue;
            }
        };
        let Some(Line { text, shown, done }) = line else { return Ok(()) };
        if !shown {
            terminal.echo(&text)?;
        }
        let next = terminal.enter(&text).await?;
        settled().await;
        terminal.catch_up()?;
        if next == Next::Quit {
            return Ok(());
        }
        // The reader is gone only at the end of the input.
        let _ = done.send(terminal.member().to_owned());
    }
}

/// Asks for line after line, with editing and history.
fn ask(lines: &mpsc::Sender<Line>, mut member: String) {
    let Ok(mut editor) = rustyline::DefaultEditor::new() else { return read(lines, member) };
    while let Ok(line) = editor.readline(&format!("{member} › ")) {
        // A line that can't be remembered can still be typed.
        let _ = editor.add_history_entry(&line);
        match hand_over(lines, line, true) {
            Some(next) => member = next,
            None => return,
        }
    }
}

/// Reads lines as they come; blank ones and those that start with # say nothing.
fn read(lines: &mpsc::Sender<Line>, _: String) {
    for line in io::stdin().lock().split(b'\n').map_while(Result::ok) {
        // A stray byte spoils its own letter, not the lines after it.
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        let blank = line.trim().is_empty() || line.starts_with('#');
        if !blank && hand_over(lines, line, false).is_none() {
            return;
        }
    }
}

/// Hands a line over and waits until it is dealt with; gives who types next.
fn hand_over(lines: &mpsc::Sender<Line>, text: String, shown: bool) -> Option<String> {
    let (done, dealt_with) = oneshot::channel();
    lines.blocking_send(Line { text, shown, done }).ok()?;
    dealt_with.blocking_recv().ok()
}
