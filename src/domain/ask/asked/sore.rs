//! Where it is sore, by what a question says, and where it isn't.

use std::collections::BTreeSet;

use crate::domain::ask::checkin;
use crate::domain::catalogue::{Area, normalise};
use crate::domain::checkin::Answer;

/// Where it aches, and where it doesn't; `names` are modalities, which may sound like parts of the
/// body.
pub(super) fn areas(text: &str, names: &[String]) -> (BTreeSet<Area>, BTreeSet<Area>) {
    let text = without_coming_back(&without_names(text, names));
    let sore = areas_of(&text);
    let named: BTreeSet<Area> = text.split_whitespace().flat_map(areas_of).collect();
    let fine = named.difference(&sore).copied().collect();
    (sore, fine)
}

/// Whether a word is a part of the body.
pub(super) fn is_area(word: &str) -> bool {
    !areas_of(word).is_empty()
}

/// The words without "back" where it is a way and no part of the body: "first run back", "back from".
fn without_coming_back(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_way = |at: usize| {
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        let after = words.get(at + 1).copied().unwrap_or_default();
        let leaves = ["from", "to", "into", "at", "after", "home", "running"].contains(&after);
        let comes =
            ["run", "running", "get", "got", "come", "coming", "came", "going", "way", "just"];
        words[at] == "back" && (leaves || comes.contains(&before))
    };
    let kept = (0..words.len()).filter(|at| !is_way(*at)).map(|at| words[at]);
    kept.collect::<Vec<_>>().join(" ")
}

/// The words of `text` without the names in it.
fn without_names(text: &str, names: &[String]) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    for name in names {
        let len = name.split(' ').count();
        let stands = |here: &[&str]| normalise(&here.join(" ")) == *name;
        if let Some(at) = words.windows(len).position(stands) {
            // What stood before a name, "no" say, isn't said of what stands behind it.
            words.splice(at..at + len, [","]);
        }
    }
    words.join(" ")
}

fn areas_of(text: &str) -> BTreeSet<Area> {
    // A level off its scale says where all the same, and a question saves nothing.
    let answers = checkin::read(text).unwrap_or_default();
    let areas = answers.into_iter().filter_map(|answer| match answer {
        Answer::Areas(areas) => Some(areas),
        _ => None,
    });
    areas.flatten().collect()
}
