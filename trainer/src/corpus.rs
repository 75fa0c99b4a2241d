//! The labelled sentences.

use std::collections::BTreeMap;
use std::path::Path;

use fresh_legs::domain::reading::Intent;
use fresh_legs::language::model::features::number;
use serde::Deserialize;

/// One sentence with its labels; which of them it has, depends on its file.
#[derive(Clone, Debug, Deserialize)]
pub struct Row {
    /// What somebody typed.
    pub text: String,
    /// What is to be saved.
    pub entries: Option<Vec<Entry>>,
    /// What they want, in the order said.
    pub intents: Option<Vec<String>>,
    /// The modality that is meant.
    pub modality: Option<String>,
    /// The red flag that is told of.
    pub flag: Option<String>,
    /// The flag is the writer's own; only sentences about flags say so.
    pub mine: Option<bool>,
    /// It is so now.
    #[serde(default)]
    pub now: bool,
    /// It was added to those written to be hard: it is learnt from, and has no part in the figures.
    #[serde(skip)]
    pub is_added: bool,
}

/// An entry that is to be saved.
#[derive(Clone, Debug, Deserialize)]
pub struct Entry {
    /// Its modality's id.
    pub modality: String,
}

impl Row {
    /// It belongs to the fifth that is never trained on, nor tuned with.
    pub fn is_kept_back(&self) -> bool {
        number(&self.text).is_multiple_of(5)
    }

    /// Which of four folds it is in, for figures by models that haven't seen it.
    pub fn fold(&self) -> u64 {
        number(&self.text) / 5 % FOLDS
    }

    /// It is from the sentences about flags.
    pub fn is_about_flags(&self) -> bool {
        self.mine.is_some()
    }

    /// The writer's own red flag, now.
    pub fn is_stop(&self) -> bool {
        self.flag.is_some() && self.mine == Some(true) && self.now
    }

    /// Somebody else's, now.
    pub fn is_theirs(&self) -> bool {
        self.flag.is_some() && self.mine == Some(false) && self.now
    }

    /// It wants this.
    pub fn wants(&self, intent: Intent) -> bool {
        self.intents.iter().flatten().any(|id| id == intent.id())
    }
}

/// How many folds.
pub const FOLDS: u64 = 4;

/// Reads every sentence of a folder's files, in the order of their names.
pub fn read(folder: &Path) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let mut files: Vec<_> = std::fs::read_dir(folder)?
        .map(|file| Ok(file?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    files.retain(|file| file.extension().is_some_and(|kind| kind == "jsonl"));
    files.sort();
    let mut rows = Vec::new();
    for file in files {
        let is_added =
            file.file_stem().is_some_and(|name| name.to_string_lossy().ends_with("-more"));
        for line in std::fs::read_to_string(&file)?.lines() {
            let row: Row = serde_json::from_str(line)
                .map_err(|e| format!("{}: {e}: {line}", file.display()))?;
            rows.push(Row { is_added, ..row });
        }
    }
    Ok(rows)
}

/// The lists of words alike: each class with its phrases.
pub fn alike(text: &str) -> Result<BTreeMap<String, Vec<String>>, toml::de::Error> {
    let lists: BTreeMap<String, String> = toml::from_str(text)?;
    let phrases = |line: &str| {
        line.split(',')
            .map(|phrase| phrase.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    };
    Ok(lists.into_iter().map(|(class, line)| (class, phrases(&line))).collect())
}
