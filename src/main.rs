//! The program: starts the runtime and hands over to the command line.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    fresh_legs::cli::main().await
}
