//! What a plain sentence to the bot wants, without any model: known words, and nothing guessed.
//!
//! A log is only what surely tells of something done; whatever asks, plans, denies, tells of others
//! or just talks is none. What isn't sure is [`Wish::Unsure`].

mod asked;
pub(super) mod checkin;
mod heard;
mod log;
mod mine;
pub(super) mod run;
mod today;
mod way;
mod words;

use super::board::Span;
use super::catalogue::{Catalogue, Modality, ModalityId};
use super::choice::Choice;
use super::flags;
use super::parse::{NotDone, Refused, parse, tokens};
use heard::Heard;

pub use way::Way;

/// What a sentence wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// "What should I do today?"
    Today,
    /// It tells of recovery that was done, or tries to: the log's own reading says which.
    Log,
    /// It may tell of recovery by a name nobody knows: what is near is asked back.
    Unknown,
    /// It tells of a run.
    Run,
    /// It tells how they are today.
    CheckIn,
    /// About nudges and reminders.
    Remind,
    /// About their figures.
    Stats,
    /// About their last days.
    History,
    /// About the club's ranking.
    Board(Span),
    /// To be on the boards, or off them.
    OnBoard(bool),
    /// What of theirs is kept, and how they have it or end it.
    Mine,
    /// It tells of what is being done, and not over.
    Running,
    /// It may well tell of recovery that was done, with words beside it that nobody knows: it is asked
    /// back.
    Maybe,
    /// It tells of a run and of recovery at once: one after the other is asked for.
    Both,
    /// It plans recovery, which is no entry yet.
    Ahead,
    /// What a command does, and no words.
    Way(Way),
    /// How and how long a modality is done.
    About(ModalityId),
    /// Whether a modality works, as far as anyone knows.
    Evidence(ModalityId),
    /// What helps them, as far as their own days tell.
    Insights,
    /// To take a break, up to the day said.
    Pause(Option<String>),
    /// To come back from one.
    Resume,
    /// To take back what was logged.
    Undo,
    /// They are clear of what was flagged.
    Clear,
    /// What there is to say.
    Help,
    /// A greeting.
    Hello,
    /// Thanks.
    Thanks,
    /// None of these for sure.
    Unsure,
}

/// Reads what `text` wants; total on any text.
#[must_use]
pub fn wish(text: &str, catalogue: &Catalogue) -> Wish {
    let tokens = tokens(text);
    let heard = Heard::of(&tokens);
    if heard.words.is_empty() {
        let is_greeting = !text.chars().any(char::is_alphanumeric);
        return if is_greeting { Wish::Hello } else { Wish::Unsure };
    }
    let names = named(&heard, catalogue).is_some();
    small_talk(&heard)
        .or_else(|| flags::says_clear(text).then_some(Wish::Clear))
        .or_else(|| setting(text, &heard, catalogue))
        .or_else(|| is_running(&heard, names).then_some(Wish::Running))
        .or_else(|| insights(&heard, catalogue))
        .or_else(|| figures(&heard))
        .or_else(|| {
            let is_for_them = today::asks_for_their_health(text, &heard, catalogue);
            if is_for_them { None } else { about(&heard, catalogue) }
        })
        .or_else(|| {
            let wants = named(&heard.undenied(), catalogue).is_some();
            let is_bare = !names && today::is_bare(text, &heard, catalogue);
            let is_for_them = names && today::asks_for_their_health(text, &heard, catalogue);
            (is_bare || is_for_them || today::asks(&heard, names, wants)).then_some(Wish::Today)
        })
        .or_else(|| way::way(&heard, names).map(Wish::Way))
        .or_else(|| told(text, &heard, catalogue))
        .or_else(|| today::is_sore(&heard, names).then_some(Wish::Today))
        .or_else(|| today::tells_of_a_day(text, &heard, names, catalogue).then_some(Wish::Today))
        .or_else(|| plans(text, &heard, catalogue).then_some(Wish::Ahead))
        .unwrap_or(Wish::Unsure)
}

/// What a text that isn't sure may well want, best first: it names a modality and says no more.
#[must_use]
pub fn maybe(text: &str, catalogue: &Catalogue) -> Vec<Choice> {
    if named(&Heard::of(&tokens(text)), catalogue).is_none() {
        return Vec::new();
    }
    let told = parse(text, catalogue).is_ok().then_some(Choice::Log);
    told.into_iter().chain([Choice::About, Choice::Today]).collect()
}

/// What a text wants, given which kind of wish it is; nothing where it names no modality to look up,
/// or the choice is no wish.
#[must_use]
pub fn meant(choice: &Choice, text: &str, catalogue: &Catalogue) -> Option<Wish> {
    let about = || Some(named(&Heard::of(&tokens(text)), catalogue)?.id.clone());
    // Its words may say more than the choice does: which board, or until when.
    let said = |bare: Wish| {
        let wished = wish(text, catalogue);
        let is_alike = std::mem::discriminant(&wished) == std::mem::discriminant(&bare);
        Some(if is_alike { wished } else { bare })
    };
    match choice {
        Choice::Today => Some(Wish::Today),
        Choice::Log | Choice::LogAs(_) => Some(Wish::Log),
        Choice::Run => Some(Wish::Run),
        Choice::CheckIn => Some(Wish::CheckIn),
        Choice::Remind => said(Wish::Remind),
        Choice::Stats => Some(Wish::Stats),
        Choice::History => Some(Wish::History),
        Choice::Board => said(Wish::Board(Span::Week)),
        Choice::Insights => Some(Wish::Insights),
        Choice::Evidence => about().map(Wish::Evidence),
        Choice::About => about().map(Wish::About),
        Choice::Pause => said(Wish::Pause(None)),
        Choice::Resume => Some(Wish::Resume),
        Choice::Undo => Some(Wish::Undo),
        Choice::Help => Some(Wish::Help),
        Choice::Ahead => Some(Wish::Ahead),
        Choice::Settings | Choice::Club | Choice::NotThat => None,
    }
}

/// The parts of a text that raise no red flag and surely tell of recovery: what can be logged beside
/// an answer to the rest.
#[must_use]
pub fn told_beside_a_flag(text: &str, catalogue: &Catalogue) -> Option<String> {
    let parts = text.split([',', ';', '\n', '!']).flat_map(|part| part.split(". "));
    let parts = parts.flat_map(|part| part.split(" but "));
    let is_told =
        |part: &&str| flags::flag_in(part).is_none() && wish(part, catalogue) == Wish::Log;
    let told: Vec<&str> = parts.map(str::trim).filter(is_told).collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// What a text tells of in the wording of a request, without it: "can you log boots 30 for me?" asks
/// nothing.
#[must_use]
pub fn without_request(text: &str) -> &str {
    let words: Vec<&str> = text.split_whitespace().take(4).collect();
    let word = |at: usize| words.get(at).map(|word| word.to_lowercase()).unwrap_or_default();
    let asks = matches!(word(0).as_str(), "can" | "could" | "will" | "would")
        && matches!(word(1).as_str(), "you" | "u" | "ya");
    let at = 2 + usize::from(matches!(word(2).as_str(), "please" | "pls"));
    if !asks || !matches!(word(at).as_str(), "log" | "add" | "record") {
        return text;
    }
    let told = words.get(at).and_then(|log| text.find(log)).map_or(text, |at| &text[at..]);
    told.trim_end_matches(['?', ' '])
}

/// A check-in without the parts that surely tell of recovery, and those: "boots 30 and check in
/// soreness 2". Nothing of a check-in is logged, so they are worth a word.
#[must_use]
pub fn told_beside_a_check_in(text: &str, catalogue: &Catalogue) -> (String, Option<String>) {
    let parts = text.split([',', ';', '\n', '!']).flat_map(|part| part.split(". "));
    let parts: Vec<&str> = parts.flat_map(|part| part.split(" and ")).map(str::trim).collect();
    // How long a night was is for the check-in; and what is one part is all of it one or the other.
    let is_told = |part: &&str| {
        parts.len() > 1 && wish(part, catalogue) == Wish::Log && !part.contains("sle")
    };
    let (told, rest): (Vec<&str>, Vec<&str>) = parts.iter().copied().partition(is_told);
    if told.is_empty() {
        return (text.to_owned(), None);
    }
    (rest.join(", "), Some(told.join(", ")))
}

/// The parts of a question that surely tell of something done before it asks: "boots 30 done, what
/// next". Nothing of a question is logged, so it is worth a word.
#[must_use]
pub fn told_beside_a_question(text: &str, catalogue: &Catalogue) -> Option<String> {
    let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if words::is_in(&bare.replace(['\'', '’'], ""), words::TURNS_TO_ASK) {
            parts.push(Vec::new());
        }
        let ends = word.ends_with([',', ';', '.', '!']);
        if let Some(part) = parts.last_mut() {
            part.push(word.trim_end_matches([',', ';', '.', '!']));
        }
        if ends {
            parts.push(Vec::new());
        }
    }
    let parts = parts.into_iter().map(|mut part| {
        // "boots 30 and what else": what joins the two is of neither.
        while part.last().is_some_and(|word| matches!(*word, "and" | "but" | "so" | "&" | "then")) {
            part.pop();
        }
        part.join(" ")
    });
    // The run of "long run tomorrow, half an hour" is still ahead.
    let tokens = tokens(text);
    let is_ahead = Heard::of(&tokens).is_ahead();
    let is_told = |part: &String| match wish(part, catalogue) {
        Wish::Log => true,
        Wish::Run => !is_ahead,
        _ => false,
    };
    let told: Vec<String> = parts.filter(is_told).collect();
    (!told.is_empty()).then(|| told.join(", "))
}

fn small_talk(heard: &Heard<'_>) -> Option<Wish> {
    if heard.any(words::HELLO) && heard.only(&[words::HELLO, words::SMALL]) {
        return Some(Wish::Hello);
    }
    if heard.any(words::THANKS) && heard.only(&[words::THANKS, words::HELLO, words::SMALL]) {
        return Some(Wish::Thanks);
    }
    if heard.only(&[words::HELLO, words::SMALL, words::HOW_GOES_IT])
        && (heard.any("hows happy merry") || heard.has(&["how are you", "whats up"]))
    {
        return Some(Wish::Hello);
    }
    let praises = heard.has(words::PRAISE_PHRASES) && heard.words.len() <= 6 && !heard.denies();
    let leaves = heard.any(words::BYE) && heard.only(&[words::BYE, words::SMALL, words::HELLO]);
    if praises || leaves {
        return Some(Wish::Thanks);
    }
    let calls = heard.said("help") && heard.only(&[words::CALL]);
    (calls || heard.has(words::HELP_PHRASES)).then_some(Wish::Help)
}

fn setting(text: &str, heard: &Heard<'_>, catalogue: &Catalogue) -> Option<Wish> {
    let first = heard.words.first().copied().unwrap_or_default();
    if heard.said("checkin") || heard.has(&["check in", "checking in"]) {
        return Some(if heard.asks { Wish::Help } else { Wish::CheckIn });
    }
    if heard.any(words::HUSH) && heard.only(&[words::HUSH, words::HUSHES]) {
        return Some(Wish::Remind);
    }
    if heard.any(words::REMINDER) || heard.has(words::REMIND_ME) {
        return Some(Wish::Remind);
    }
    if let Some(wish) = mine::mine(heard) {
        return Some(wish);
    }
    let short = heard.words.len() <= 6;
    if heard.any(words::TAKES_BACK) && short || heard.has(words::TAKE_BACK_PHRASES) {
        // Who asks how is told how, and which one is meant by a name only they can tell.
        let is_last = !(heard.asks && heard.any("how where")) && named(heard, catalogue).is_none();
        return Some(if is_last { Wish::Undo } else { Wish::Way(Way::Change) });
    }
    if first == "resume" || heard.has(words::RESUME_PHRASES) {
        return Some(Wish::Resume);
    }
    let pauses = !heard.asks && heard.is_mine();
    let pauses = pauses && (first == "pause" || heard.has(words::PAUSE_PHRASES));
    pauses.then(|| Wish::Pause(until(text)))
}

/// "boots 30 tomorrow": the log's own reading calls it a plan.
fn plans(text: &str, heard: &Heard<'_>, catalogue: &Catalogue) -> bool {
    let is_own = !text.contains("<@") && !heard.asks && heard.is_mine() && !heard.talks();
    let planned = || parse(text, catalogue) == Err(Refused::NotDone(NotDone::Planned));
    is_own && heard.numbers > 0 && planned()
}

/// "boots 30 in progress", "in the boots now".
fn is_running(heard: &Heard<'_>, names: bool) -> bool {
    let now = heard.any("now currently") && heard.any(words::DOING);
    let runs = heard.has(words::RUNNING_PHRASES) || now || heard.any("underway ongoing");
    let almost = heard.has(&["almost done", "nearly done"]);
    let is_over = heard.any(words::DONE) && !almost;
    (runs || almost) && names && !heard.asks && heard.is_mine() && !is_over
}

/// The day or the while that a sentence names by "until" or "for", however it is spelt.
fn until(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let openings = [" until ", " till ", " for "];
    let (_, day) = openings.iter().find_map(|opening| text.split_once(opening))?;
    Some(day.trim().to_owned())
}

fn figures(heard: &Heard<'_>) -> Option<Wish> {
    let who_won = heard.words == ["who", "won"];
    if heard.any(words::BOARD) || heard.has(words::BOARD_PHRASES) || who_won {
        return Some(Wish::Board(span(heard)));
    }
    let counts = heard.has(&["how many", "how much"]) && heard.is_mine();
    // How far is told beside each run.
    let counts = counts && !heard.any("miles mile km kms kilometres kilometers");
    let shows = heard.has(&["show me"]) && !heard.any(words::BOARD) && !heard.any("log logged did");
    if (counts || shows) && heard.any("week month year") && heard.any("this last") {
        return Some(Wish::Stats);
    }
    if heard.any(words::STATS) && !heard.has(&["in progress"]) || heard.has(words::STATS_PHRASES) {
        return Some(Wish::Stats);
    }
    heard.has(words::HISTORY_PHRASES).then_some(Wish::History)
}

/// What a board is asked for.
fn span(heard: &Heard<'_>) -> Span {
    if heard.has(&["last week", "last weeks"]) {
        Span::LastWeek
    } else if heard.any("month months monthly") {
        Span::Month
    } else if heard.any("season seasons") {
        Span::Season
    } else {
        Span::Week
    }
}

/// Whether something helps the one who asks, which their own days may tell.
fn insights(heard: &Heard<'_>, catalogue: &Catalogue) -> Option<Wish> {
    let asks = heard.asks || heard.words.first() == Some(&"do");
    let of_me = asks
        && heard.has(words::FOR_ME)
        && !heard.has(&["should i", "shall i", "what should"])
        && named(heard, catalogue).is_some();
    (of_me || heard.has(words::INSIGHT_PHRASES)).then_some(Wish::Insights)
}

/// The modality it names.
fn named<'a>(heard: &Heard<'_>, catalogue: &'a Catalogue) -> Option<&'a Modality> {
    let named =
        |len: usize| heard.words.windows(len).find_map(|name| catalogue.by_alias(&name.join(" ")));
    (1..=heard.words.len().min(3)).rev().find_map(named)
}

/// A question about a modality, by its name.
fn about(heard: &Heard<'_>, catalogue: &Catalogue) -> Option<Wish> {
    if !heard.asks_about()
        || heard.any("everyone people")
        || heard.said("you") && !heard.has(&["tell me about"])
    {
        return None;
    }
    let id = named(heard, catalogue)?.id.clone();
    let of_effect = heard.any(words::EVIDENCE) || heard.has(&["do anything"]);
    Some(if of_effect { Wish::Evidence(id) } else { Wish::About(id) })
}

/// What it surely tells of; a question, a wish or talk of others tells of nothing.
fn told(text: &str, heard: &Heard<'_>, catalogue: &Catalogue) -> Option<Wish> {
    // The bot's own mention is taken off at the door; one that is left is somebody else's.
    let of_others = text.contains("<@");
    let tells = !of_others && !heard.asks && heard.is_mine() && !heard.talks() && !heard.is_ahead();
    tells.then(|| log::told(text, heard, catalogue))?
}

#[cfg(test)]
mod tests;
