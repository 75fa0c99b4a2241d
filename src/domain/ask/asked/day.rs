//! What a question says that days are: "rest day today, long run tomorrow", "marathon on Sunday".

use chrono::Weekday;

use super::distance::distance;
use crate::domain::advisor::RaceSaid;
use crate::domain::parse::{Token, words};
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

/// From this far on a run is a long one, in metres.
const LONG_METRES: f64 = 18_000.0;

/// A race further off than this, in days, is not what somebody asks about.
const FAR: i64 = 120;

/// So many words a comma is worth.
const COMMA: usize = 5;

/// Words that make "marathon" and "race" a kind of training.
const TRAINING: &[&str] =
    &["training", "build", "block", "plan", "prep", "preparation", "pace", "season", "shoes"];

/// Says that a run was done.
const TELLS: &[&str] = &["did", "ran", "raced", "was", "done", "had", "finished", "after", "post"];

/// The kinds of day that were said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct DaysSaid {
    /// Of yesterday's run.
    pub(super) yesterday: Option<RunKind>,
    /// Today's, or of a run just done.
    pub(super) today: Option<DayKind>,
    /// A race that no day was said of: the one just run, where one was.
    pub(super) is_race: bool,
    /// Tomorrow's.
    pub(super) tomorrow: Option<DayKind>,
    /// When the race is, or was.
    pub(super) race: Option<RaceSaid>,
    /// Tomorrow was said at all.
    pub(super) says_tomorrow: bool,
    /// A day gone by was.
    pub(super) says_past: bool,
    /// It asks for a day to come.
    pub(super) asks_ahead: bool,
    /// The run it speaks of is on a day to come.
    pub(super) run_ahead: bool,
}

/// A kind of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Of(DayKind),
    Race,
}

impl Kind {
    /// How much it asks: what is heavier is what one minds.
    fn weight(self) -> u8 {
        match self {
            Self::Of(DayKind::Rest) => 0,
            Self::Of(DayKind::Easy) => 1,
            Self::Of(DayKind::Workout) => 2,
            Self::Of(DayKind::Long) => 3,
            Self::Race => 4,
        }
    }
}

/// Reads the days in a question asked on a `weekday`. Each day is of the kind that stands nearest to
/// it; of two kinds for today, rest wins: a rest day is defended.
pub(super) fn days(tokens: &[Token], weekday: Weekday) -> DaysSaid {
    let mut kinds: Vec<(usize, Kind)> =
        (0..tokens.len()).filter_map(|at| Some((at, kind(tokens, at)?))).collect();
    let mut said = DaysSaid { race: race_time(tokens), ..DaysSaid::default() };
    let is_today = |token: &Token| matches!(token.word(), Some("today" | "tonight" | "now"));
    let says_today = tokens.iter().any(is_today);
    // What is said of another day goes first: "tonight 40 min, race saturday".
    let (today, other): (Vec<_>, Vec<_>) =
        offsets(tokens, weekday).into_iter().partition(|(_, offset)| *offset == 0);
    for (at, offset) in other.into_iter().chain(today) {
        said.says_tomorrow |= offset == 1;
        said.says_past |= offset < 0;
        let nearest = (0..kinds.len()).min_by_key(|of| distance_between(tokens, kinds[*of].0, at));
        let kind = nearest.map(|of| kinds.remove(of).1);
        // "ten days to Valencia": what days are counted to is a race.
        let kind = kind.or_else(|| counts_down(tokens, at).then_some(Kind::Race));
        if let Some(kind) = kind {
            said.of(offset, kind);
        }
        let is_known = matches!((offset, kind), (1, Some(_)) | (_, Some(Kind::Race)));
        let is_before = at > 0 && word(tokens, at - 1) == "before";
        said.asks_ahead |= offset >= 1 && !is_known && !is_before && !says_today;
        said.run_ahead |= offset >= 1 && kind.is_some();
    }
    said.is_race = kinds.iter().any(|(_, kind)| *kind == Kind::Race);
    let unplaced = kinds.into_iter().map(|(_, kind)| kind).filter(|kind| *kind != Kind::Race);
    for kind in unplaced {
        said.of(0, kind);
    }
    said
}

impl DaysSaid {
    /// The day so many days from today is of a kind.
    fn of(&mut self, offset: i64, kind: Kind) {
        match (offset, kind) {
            (_, Kind::Race) if offset.abs() <= FAR => self.race = Some(RaceSaid::In(offset)),
            (-1, Kind::Of(kind)) => self.yesterday = run_of(kind).max(self.yesterday),
            (0, Kind::Of(kind)) => self.today = Some(defended(self.today, kind)),
            (1, Kind::Of(kind)) => self.tomorrow = Some(heavier(self.tomorrow, kind)),
            _ => {}
        }
    }
}

/// What somebody ran on a day of a kind.
fn run_of(kind: DayKind) -> Option<RunKind> {
    match kind {
        DayKind::Rest => None,
        DayKind::Easy => Some(RunKind::Easy),
        DayKind::Workout => Some(RunKind::Workout),
        DayKind::Long => Some(RunKind::Long),
    }
}

fn heavier(one: Option<DayKind>, other: DayKind) -> DayKind {
    let weight = |kind: &DayKind| Kind::Of(*kind).weight();
    one.into_iter().chain([other]).max_by_key(weight).unwrap_or(other)
}

fn defended(one: Option<DayKind>, other: DayKind) -> DayKind {
    if one == Some(DayKind::Rest) || other == DayKind::Rest {
        DayKind::Rest
    } else {
        heavier(one, other)
    }
}

/// How far two words are from each other; a comma between parts what it parts.
fn distance_between(tokens: &[Token], one: usize, other: usize) -> usize {
    let between = &tokens[one.min(other)..one.max(other)];
    let commas = between.iter().filter(|token| **token == Token::Break).count();
    between.len() + commas * COMMA
}

/// The kind of day whose word stands at `at`.
fn kind(tokens: &[Token], at: usize) -> Option<Kind> {
    let word = |at: usize| word(tokens, at);
    match (word(at), word(at + 1)) {
        ("rest", "day") | ("day", "off") => Some(Kind::Of(DayKind::Rest)),
        ("easy" | "recovery", "run" | "jog" | "day") | ("shakeout", _) => {
            Some(Kind::Of(DayKind::Easy))
        }
        ("race" | "marathon" | "raced" | "racing", next) if !TRAINING.contains(&next) => {
            // "marathon race", "half marathon": one race.
            let is_again = at > 0 && matches!(word(at - 1), "marathon" | "race");
            (next != "week" && !is_again).then_some(Kind::Race)
        }
        ("long" | "longrun", next) if !matches!(next, "time" | "day" | "week" | "enough") => {
            Some(Kind::Of(DayKind::Long))
        }
        (
            "workout" | "intervals" | "tempo" | "track" | "hills" | "session" | "speedwork"
            | "parkrun",
            _,
        ) => Some(Kind::Of(DayKind::Workout)),
        ("marathon", "pace") => Some(Kind::Of(DayKind::Workout)),
        _ => is_long(tokens, at).then_some(Kind::Of(DayKind::Long)),
    }
}

/// A distance that makes a run a long one: "20 miles", "32k"; not that of a race or of a week.
fn is_long(tokens: &[Token], at: usize) -> bool {
    let Some((metres, len)) = distance(tokens, at) else { return false };
    let after = [0, 1].map(|places| word(tokens, at + len + places));
    let is_other = matches!(after[0], "race" | "long" | "week" | "weeks" | "weekly" | "per" | "pr")
        || after == ["a", "week"]
        || after == ["this", "week"];
    metres >= LONG_METRES && !is_other
}

/// The days said, each with its place, as days from today.
fn offsets(tokens: &[Token], weekday: Weekday) -> Vec<(usize, i64)> {
    let mut offsets = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let found = offset(tokens, at, weekday);
        offsets.extend(found.map(|(offset, _)| (at, offset)));
        at += found.map_or(1, |(_, len)| len);
    }
    offsets
}

/// The day said at `at`, and how many tokens it takes.
fn offset(tokens: &[Token], at: usize, weekday: Weekday) -> Option<(i64, usize)> {
    let word = |at: usize| word(tokens, at);
    let is_event = |from: usize| {
        let words = [word(from), word(from + 1), word(from + 2)];
        words.iter().any(|word| matches!(*word, "race" | "marathon" | "long" | "workout"))
    };
    match (word(at), word(at + 1)) {
        ("day", "after") if words::is_tomorrow(word(at + 2)) => Some((2, 3)),
        ("day" | "days" | "morning", "after" | "post") if is_event(at + 2) => {
            Some((-counted(tokens, at).unwrap_or(1), 2))
        }
        ("day" | "night" | "evening", "before") if is_event(at + 2) => Some((1, 2)),
        ("today" | "tonight", _) => Some((0, 1)),
        (word, _) if words::is_tomorrow(word) || word == "tomorrows" => Some((1, 1)),
        ("yesterday" | "yesterdays" | "yday", _) | ("last", "night") => Some((-1, 1)),
        (name @ ("day" | "days" | "week" | "weeks"), next) => {
            let days = counted(tokens, at)? * if name.starts_with("week") { 7 } else { 1 };
            let is_ahead = at >= 2 && matches!(word(at - 2), "in" | "another")
                || matches!(next, "to" | "till" | "til" | "until" | "before" | "out" | "away");
            let sign = if matches!(next, "ago" | "since" | "after" | "post") { -1 } else { 1 };
            (is_ahead || sign < 0).then_some((sign * days, 2))
        }
        (name, _) => {
            let day = weekday_of(name)?;
            let ahead = i64::from(day.days_since(weekday));
            let clause = tokens[..at].rsplit(|token| *token == Token::Break).next()?;
            let tells = |token: &Token| token.word().is_some_and(|word| TELLS.contains(&word));
            let is_past = at > 0 && word(at - 1) == "last" || clause.iter().any(tells);
            let is_last = at > 0 && word(at - 1) == "last";
            Some((if is_past && (ahead > 0 || is_last) { ahead - 7 } else { ahead }, 1))
        }
    }
}

/// "10 days to go", "two weeks to Boston".
fn counts_down(tokens: &[Token], at: usize) -> bool {
    let is_span = matches!(word(tokens, at), "day" | "days" | "week" | "weeks");
    let end = matches!(word(tokens, at + 2), "" | "," | "rest" | "recover" | "the" | "my");
    is_span && word(tokens, at + 1) == "to" && !end
}

/// The count that stands right before `at`: "3 days", "a week".
fn counted(tokens: &[Token], at: usize) -> Option<i64> {
    match tokens.get(at.checked_sub(1)?)? {
        Token::Number(number) if number.fract() == 0.0 => Some(*number as i64),
        Token::Word(word) if matches!(word.as_str(), "a" | "one") => Some(1),
        Token::Word(word) => words::number(word).map(|number| number as i64),
        _ => None,
    }
}

/// "sunday", "sundays"; "sat" and "sun" are words of their own.
fn weekday_of(name: &str) -> Option<Weekday> {
    let name = name.strip_suffix("days").map_or_else(|| name.to_owned(), |day| format!("{day}day"));
    name.parse().ok().filter(|_| name.ends_with("day"))
}

/// "race week", "tapering": how close the race is, without a day.
fn race_time(tokens: &[Token]) -> Option<RaceSaid> {
    let is = |test: fn(&str, &str) -> bool| {
        (0..tokens.len()).any(|at| test(word(tokens, at), word(tokens, at + 1)))
    };
    if is(|word, next| matches!(word, "race" | "marathon") && next == "week") {
        return Some(RaceSaid::Week);
    }
    if is(|word, next| matches!(word, "race" | "marathon") && matches!(next, "day" | "morning")) {
        return Some(RaceSaid::In(0));
    }
    is(|word, _| matches!(word, "taper" | "tapering")).then_some(RaceSaid::Taper)
}

fn word(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).and_then(Token::word).unwrap_or_default()
}
