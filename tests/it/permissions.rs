//! Who may do what: a row for every command there is, tried in a club and in a direct message, by a member
//! and by an organiser, and each button of an answer pressed by somebody else.

use std::collections::BTreeSet;

use fresh_legs::actions;
use fresh_legs::domain::ids::MemberId;
use fresh_legs::sandbox::{Client, Command, Message, Outcome};

use crate::journeys::Rehearsal;

/// Who may use a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Anyone,
    /// Whoever may manage the guild, whatever shows the command to others.
    Organiser,
}
use Who::{Anyone, Organiser};

/// Whom its answer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum For {
    Everyone,
    OneAlone,
}
use For::{Everyone, OneAlone};

/// Where it can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Where {
    Anywhere,
    InAClub,
}
use Where::{Anywhere, InAClub};

/// Every command, as it is typed, and who may do what with it.
const MAY: &[(&str, Who, For, Where)] = &[
    ("/recover boots 30", Anyone, Everyone, Anywhere),
    ("/run 8k easy 52min", Anyone, Everyone, Anywhere),
    ("/today 20 min", Anyone, OneAlone, Anywhere),
    ("/checkin legs heavy", Anyone, OneAlone, Anywhere),
    ("/history", Anyone, OneAlone, Anywhere),
    ("/insights", Anyone, OneAlone, Anywhere),
    ("/leaderboard", Anyone, Everyone, InAClub),
    ("/stats", Anyone, OneAlone, Anywhere),
    ("/modalities boots", Anyone, OneAlone, Anywhere),
    ("/help", Anyone, OneAlone, Anywhere),
    ("/remind on", Anyone, OneAlone, Anywhere),
    ("/remind off", Anyone, OneAlone, Anywhere),
    ("/remind status", Anyone, OneAlone, Anywhere),
    ("/remind pause", Anyone, OneAlone, Anywhere),
    ("/me show", Anyone, OneAlone, Anywhere),
    ("/me timezone london", Anyone, OneAlone, Anywhere),
    ("/me kit", Anyone, OneAlone, Anywhere),
    ("/me week", Anyone, OneAlone, Anywhere),
    ("/me race boston apr 19 marathon", Anyone, OneAlone, Anywhere),
    ("/me pace 10k 48:30", Anyone, OneAlone, Anywhere),
    ("/me pause", Anyone, OneAlone, Anywhere),
    ("/me resume", Anyone, OneAlone, Anywhere),
    ("/me board in", Anyone, OneAlone, Anywhere),
    ("/me units mi", Anyone, OneAlone, Anywhere),
    ("/me export", Anyone, OneAlone, Anywhere),
    ("/me forget", Anyone, OneAlone, Anywhere),
    ("/club setup timezone:berlin", Organiser, OneAlone, InAClub),
    ("/club show", Organiser, OneAlone, InAClub),
    ("/club check", Organiser, OneAlone, InAClub),
    ("/club preview", Organiser, OneAlone, InAClub),
    ("/club add name:Salt cave minutes:10", Organiser, OneAlone, InAClub),
    ("/club remove name:Salt cave", Organiser, OneAlone, InAClub),
];

/// Every command and sub-command by its path: "/me show".
fn paths(commands: &[Command]) -> BTreeSet<String> {
    const SUB_COMMAND: u8 = 1;
    let mut paths = BTreeSet::new();
    for command in commands {
        let subs: Vec<_> = command.options.iter().filter(|of| of.kind == SUB_COMMAND).collect();
        if subs.is_empty() {
            paths.insert(format!("/{}", command.name));
        }
        paths.extend(subs.iter().map(|sub| format!("/{} {}", command.name, sub.name)));
    }
    paths
}

/// The path that a line begins with.
fn path_of(line: &str, paths: &BTreeSet<String>) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let both = words.iter().take(2).copied().collect::<Vec<_>>().join(" ");
    if paths.contains(&both) { both } else { words[0].to_owned() }
}

async fn types(client: &Client, line: &str) -> Option<Message> {
    match client.type_line(line).await {
        Ok(outcome) => outcome.message().cloned(),
        Err(_) => None,
    }
}

#[tokio::test]
async fn every_command_has_its_row_and_keeps_to_it() {
    let club = Rehearsal::start().await;
    club.sandbox.show_command("club", "jess").unwrap();
    let (jess, coach) = (club.client("jess"), club.client("coach"));
    let known = paths(&coach.commands());
    let rows: BTreeSet<String> = MAY.iter().map(|(line, ..)| path_of(line, &known)).collect();
    assert_eq!(rows, known, "each command has a row, and each row a command");
    for &(line, who, whom, place) in MAY {
        let answer = types(&jess, line).await.unwrap_or_else(|| panic!("no answer to {line}"));
        let is_refused = answer.content.contains("Manage Server");
        assert_eq!(is_refused, who == Organiser, "{line}: {}", answer.content);
        let is_alone = whom == OneAlone;
        assert_eq!(answer.is_private(), is_alone, "{line}: {}", answer.content);
        if who == Organiser {
            let answer = types(&coach, line).await.unwrap_or_else(|| panic!("no answer to {line}"));
            assert!(!answer.content.contains("Manage Server"), "{line}: {}", answer.content);
        }
        let direct = types(&jess.dm(), line).await;
        let is_done = direct.as_ref().is_some_and(|said| !said.content.contains("in its channel"));
        assert_eq!(is_done, place == Anywhere, "{line} in a direct message: {direct:?}");
    }
    club.end().await;
}

#[tokio::test]
async fn nobody_changes_what_is_anothers_by_a_button() {
    let club = Rehearsal::start().await;
    let jess = MemberId(club.sandbox.person("jess").unwrap().to_string().parse().unwrap());
    let app = club.app().await;
    for line in ["/recover boots 30", "/run 8k easy 52min", "/leaderboard"] {
        let answer = club.types("jess", line).await;
        assert!(!answer.is_private());
        let before = actions::export(&app, jess).await.unwrap();
        let parts = answer.components.iter().flat_map(|row| row["components"].as_array().unwrap());
        let ids: Vec<String> =
            parts.filter_map(|part| Some(part["custom_id"].as_str()?.to_owned())).collect();
        assert!(!ids.is_empty(), "{line} has buttons");
        for id in ids {
            for other in ["sam", "coach"] {
                let pressed = club.client(other).press(answer.id, &id).await.unwrap();
                if let Outcome::Replied(reply) = &pressed {
                    assert!(reply.is_private(), "{line}, {id}: {}", reply.content);
                }
                assert_eq!(actions::export(&app, jess).await.unwrap(), before, "{line}, {id}");
            }
        }
    }
    app.store.close().await;
    club.end().await;
}
