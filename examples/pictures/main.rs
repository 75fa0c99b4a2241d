//! Writes every picture into a folder, at realistic and at extreme data: `cargo run --example pictures -- FOLDER`.

mod samples;

use std::path::PathBuf;

fn main() -> anyhow::Result<()> {
    let folder =
        std::env::args_os().nth(1).map_or_else(|| PathBuf::from("pictures"), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    for (name, picture) in samples::all() {
        std::fs::write(folder.join(format!("{name}.png")), picture.draw()?)?;
    }
    Ok(())
}
