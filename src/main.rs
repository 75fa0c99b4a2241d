//! The program: starts the runtime and hands over to the command line.

use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

/// How long work that can't be interrupted, like drawing a picture, may hold up the end.
const LAST_WORK: Duration = Duration::from_millis(200);

fn main() -> ExitCode {
    match tokio::runtime::Runtime::new() {
        Ok(runtime) => {
            let code = runtime.block_on(fresh_legs::cli::main());
            runtime.shutdown_timeout(LAST_WORK);
            code
        }
        Err(error) => {
            // Standard error may be closed; the exit code still tells.
            let _ = writeln!(std::io::stderr(), "fresh-legs: no threads to run on ({error})");
            ExitCode::FAILURE
        }
    }
}
