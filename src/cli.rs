//! The command line: what is asked for, and how a failure is told.

mod backup;
mod check;
mod demo_club;
mod evenings;
mod health;
mod log;
mod online;
mod restore;
mod run;
mod try_out;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use evenings::landmarks;
pub use online::Online;

use crate::clock::Clock;
use crate::config::{self, SettingError, Settings};
use crate::discord::ConnectError;
use crate::store::{BackupError, OpenError, Store};

/// The operator can put it right: a setting, the token, the database's place.
const EXIT_SETTING: u8 = 2;

/// A recovery coach for a running club, living in the club's Discord.
#[derive(Debug, Parser)]
#[command(
    version,
    after_help = "Without a command: `run` if DISCORD_TOKEN is set, else `try`.\n\n\
        Environment (also read from a file called .env):\n  \
        DISCORD_TOKEN       the bot's token\n  \
        DATABASE_URL        where the data lives [default: sqlite://fresh-legs.db]\n  \
        FRESH_LEGS_CONFIG   a TOML file with settings; config/fresh-legs.toml shows every one\n  \
        RUST_LOG            how much the log tells: error, warn, info, debug or trace\n  \
        DISCORD_API_URL     another server that speaks Discord's language, https://host:port\n  \
        DISCORD_API_CA      the PEM file of the authority that vouches for it\n  \
        FRESH_LEGS_NOW      an RFC 3339 moment the clock starts at, for rehearsals"
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Connect to Discord with DISCORD_TOKEN and stay online
    Run,
    /// Try the bot without Discord: a chat page in the browser and a prompt here, on this machine only
    #[command(
        after_help = "Lines given are typed one after the other, and it leaves; so it does at the end of \
                      lines piped in.\nWith neither, it serves the chat page until stopped, and asks for \
                      lines where there is a terminal."
    )]
    Try(TryArgs),
    /// Look at the settings, the catalogue, the database and the token, and say what is wrong
    Check,
    /// Ask the running bot, at monitoring.listen, whether it answers members
    Health,
    /// Copy the database into a new file, also while the bot is running
    Backup {
        /// The new file
        file: PathBuf,
    },
    /// Put a copy back in place of the database, which is kept beside it; stop the bot first
    Restore {
        /// The copy
        file: PathBuf,
    },
}

#[derive(Debug, clap::Args)]
struct TryArgs {
    /// Serve the chat page on this port of 127.0.0.1
    #[arg(long, default_value_t = DEFAULT_PORT)]
    port: u16,
    /// Start with a club of eight that has been logging for 16 weeks
    #[arg(long)]
    demo: bool,
    /// Keep the data in this file, instead of one that is gone at the end
    #[arg(long, value_name = "FILE")]
    db: Option<PathBuf>,
    /// Lines to type, one after the other: "/recover boots 30" "@sam /recover cryo" "1"
    #[arg(value_name = "LINE")]
    lines: Vec<String>,
}

/// Where the chat page is served unless said otherwise.
const DEFAULT_PORT: u16 = 8137;

impl Default for TryArgs {
    fn default() -> Self {
        Self { port: DEFAULT_PORT, demo: false, db: None, lines: Vec::new() }
    }
}

/// Why a run ended early.
#[derive(Debug, thiserror::Error)]
enum Ended {
    #[error(transparent)]
    Setting(#[from] SettingError),
    #[error(transparent)]
    Store(#[from] OpenError),
    #[error(transparent)]
    Backup(#[from] BackupError),
    #[error(transparent)]
    Connect(#[from] ConnectError),
    #[error("{0:#}")]
    Other(#[from] anyhow::Error),
}

/// Runs the program as its arguments say.
pub async fn main() -> ExitCode {
    let cli = Cli::parse();
    match start(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(ended) => {
            // Standard error may be closed; the exit code still tells.
            let _ = writeln!(std::io::stderr(), "fresh-legs: {ended}");
            ExitCode::from(match ended {
                Ended::Setting(_) | Ended::Store(_) | Ended::Backup(_) => EXIT_SETTING,
                Ended::Connect(
                    ConnectError::Unreachable(_)
                    | ConnectError::Refused(_)
                    | ConnectError::Stalled
                    | ConnectError::Ended(_),
                ) => 1,
                Ended::Connect(_) => EXIT_SETTING,
                Ended::Other(_) => 1,
            })
        }
    }
}

async fn start(cli: Cli) -> Result<(), Ended> {
    let settings = Settings::read(&config::environment()?)?;
    let clock = settings.now.map_or_else(Clock::system, Clock::starting_at);
    match cli.command {
        Some(Command::Run) => run::run(settings, clock).await,
        Some(Command::Check) => check::check(&settings).await,
        Some(Command::Health) => health::health(&settings).await,
        Some(Command::Backup { file }) => backup::backup(&settings, &file).await,
        Some(Command::Restore { file }) => restore::restore(&settings, &clock, &file).await,
        Some(Command::Try(args)) => try_out::try_out(settings, clock, args).await,
        None if settings.token.is_some() => run::run(settings, clock).await,
        None => try_out::try_out(settings, clock, TryArgs::default()).await,
    }
}

/// Where the nightly copies go: beside the database, unless the folder's path starts at the root.
fn nightly_folder(settings: &Settings) -> Option<PathBuf> {
    let database = Store::file_of(&settings.database_url)?;
    let beside = database.parent().unwrap_or(Path::new(""));
    Some(beside.join(settings.backup_folder.as_ref()?))
}

/// Goes on when the terminal it was started from is closed: a bot is stopped, not hung up on.
async fn ignore_hangups() {
    let hangups = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup());
    let Ok(mut hangups) = hangups else { return };
    while hangups.recv().await.is_some() {
        tracing::info!("a hangup changes nothing; settings are read at the start");
    }
}

/// Ends when the system or the keyboard asks the program to stop.
async fn asked_to_stop() {
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = terminated => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
