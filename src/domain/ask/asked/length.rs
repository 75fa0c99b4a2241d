//! The minutes that a question leaves: "20 min", "half an hour", "20 calves sore"; not those of runs
//! or nights.

use crate::domain::parse::{LengthSaid, Token, lengths};

/// A number without a unit is minutes from here on; less may be a level of a check-in.
const LEAST_BARE: u32 = 6;

/// And up to here; more counts something else.
const MOST_BARE: u32 = 120;

/// A long run takes no less, in minutes.
const LEAST_LONG: u32 = 60;

/// How many words back a length still belongs to what was done.
const REACH: usize = 4;

/// A length behind one of these is that of a run or of a night.
const TOLD: &[&str] = &[
    "ran", "run", "running", "jogged", "slept", "sleep", "cycled", "biked", "swam", "walked",
    "hiked", "did", "done",
];

/// A bare number behind one of these is no minutes.
const NO_MINUTES_BEHIND: &[&str] = &[
    "at",
    "by",
    "its",
    "fever",
    "temp",
    "temperature",
    "until",
    "till",
    "til",
    "since",
    "in",
    "mile",
    "miles",
    "km",
    "week",
    "zone",
    "level",
    "hr",
    "pulse",
    "im",
    "am",
    "age",
    "aged",
    "soreness",
    "energy",
    "number",
    "over",
];

/// A bare number ahead of one of these counts something else.
const COUNTED: &[&str] = &[
    "times",
    "x",
    "repeats",
    "hills",
    "intervals",
    "strides",
    "years",
    "year",
    "months",
    "month",
    "miler",
    "milers",
    "squats",
    "lunges",
    "people",
    "of",
];

/// Stands between a length and the run it is of.
const KINDS_OF_RUN: &[&str] = &["easy", "steady", "tempo", "recovery", "progression", "trail"];

/// Ahead of a small bare number, says that it is the minutes one has.
const HAS: &[&str] = &["got", "have", "only", "about", "max", "just", "with", "ive", "spare"];

/// The time a question is about: of two lengths, the one beside it is meant.
const NOW: &[&str] = &["now", "tonight", "today", "first"];

/// What starts in so many minutes.
const EVENTS: &[&str] = &[
    "run",
    "race",
    "workout",
    "session",
    "marathon",
    "off",
    "start",
    "bed",
    "tempo",
    "intervals",
    "track",
    "speedwork",
    "parkrun",
    "work",
    "racing",
    "line",
    "goes",
    "gun",
    "starts",
];

/// A run that starts in so many minutes is what one gets ready for.
const SOON: u32 = 180;

/// What a question says of lengths of time.
#[derive(Debug, Default)]
pub(super) struct LengthsSaid {
    /// The minutes there are, those with a unit before all others.
    pub(super) minutes: Vec<u32>,
    /// A run starts soon.
    pub(super) run_soon: bool,
    /// The words without any length.
    pub(super) rest: String,
}

/// Reads the lengths; `told` are the names of what was done.
pub(super) fn lengths_said(tokens: &[Token], told: &[String]) -> LengthsSaid {
    let lengths: Vec<Place<'_>> =
        lengths(tokens).into_iter().map(|said| Place { tokens, told, said }).collect();
    let left = |explicit: bool| -> Vec<&Place<'_>> {
        let of_kind = lengths.iter().filter(|place| place.said.explicit == explicit);
        of_kind.filter(|place| place.is_left()).collect()
    };
    let mut places = left(true);
    if places.is_empty() {
        places = left(false);
    }
    if let Some(now) = places.iter().position(|place| place.is_of_now()) {
        places = vec![places.swap_remove(now)];
    }
    let minutes = places.iter().map(|place| place.said.least).collect();
    let run_soon = lengths.iter().any(|place| {
        place.said.minutes <= SOON
            && place.says_when()
            && !matches!(place.before(2), "bed" | "work")
    });
    let is_length = |at: usize| {
        let covers = |said: LengthSaid| (said.at..said.at + said.len).contains(&at);
        lengths.iter().any(|place| covers(place.said) && !place.may_be_level())
    };
    let rest = tokens.iter().enumerate().filter(|(at, _)| !is_length(*at));
    let rest: Vec<String> = rest
        .map(|(_, token)| match token {
            Token::Word(word) => word.clone(),
            Token::Number(number) if (1.0..=5.0).contains(number) => number.to_string(),
            Token::Break | Token::Question => ",".to_owned(),
            _ => String::new(),
        })
        .collect();
    LengthsSaid { minutes, run_soon, rest: rest.join(" ") }
}

/// A length and the words around it.
struct Place<'a> {
    tokens: &'a [Token],
    told: &'a [String],
    said: LengthSaid,
}

impl Place<'_> {
    /// The word so many places behind the length, from 0.
    fn after(&self, places: usize) -> &str {
        word(self.tokens, Some(self.said.at + self.said.len + places))
    }

    /// The word so many places before it, from 1.
    fn before(&self, places: usize) -> &str {
        word(self.tokens, self.said.at.checked_sub(places))
    }

    /// It is time that somebody has.
    fn is_left(&self) -> bool {
        let is_other = self.is_told()
            || self.is_of_run()
            || self.is_of_night()
            || self.is_of_travel()
            || self.says_when();
        !is_other && (self.said.explicit || self.is_bare())
    }

    /// "calves 3".
    fn may_be_level(&self) -> bool {
        !self.said.explicit && self.said.minutes < LEAST_BARE && !self.opens()
    }

    /// "5 before bed", "got 5": nobody says a level like that.
    fn opens(&self) -> bool {
        let opens = self.said.at == 0 || HAS.contains(&self.before(1));
        opens && self.said.minutes + 1 == LEAST_BARE
    }

    /// "15 now, 30 later": of the two, the one for now.
    fn is_of_now(&self) -> bool {
        NOW.contains(&self.after(0)) || NOW.contains(&self.before(1))
    }

    /// "day 12" counts days, "a long day 20" doesn't.
    fn counts_days(&self) -> bool {
        self.before(1) == "day" && matches!(self.before(2), "" | "," | "on" | "training" | "streak")
    }

    fn is_bare(&self) -> bool {
        let is_alone = self.said.len == self.tokens.len();
        let counts_minutes = (LEAST_BARE..=MOST_BARE).contains(&self.said.minutes)
            && !NO_MINUTES_BEHIND.contains(&self.before(1))
            && !self.counts_days()
            && !COUNTED.contains(&self.after(0));
        is_alone || self.opens() || counts_minutes
    }

    /// "slept 6h", "ran for 90 min", "did my long run in 2 hours".
    fn is_told(&self) -> bool {
        let told = |back: usize| TOLD.contains(&self.before(back));
        let is_of_it = matches!(self.before(1), "for" | "in" | "about");
        told(1) || is_of_it && (2..=REACH).any(told) || self.is_spent()
    }

    /// "boots 30 done", "did 20 min of sauna": the minutes of something done.
    fn is_spent(&self) -> bool {
        let of = usize::from(self.after(0) == "of");
        self.told.iter().any(|name| {
            let first = name.split(' ').next();
            let last = name.rsplit(' ').next();
            first == Some(self.after(of)) || last == Some(self.before(1))
        })
    }

    /// "a 40 min run", "90 min long run".
    fn is_of_run(&self) -> bool {
        let is_long = self.after(0) == "long" && self.said.minutes >= LEAST_LONG;
        let kind = usize::from(is_long || KINDS_OF_RUN.contains(&self.after(0)));
        ["run", "jog"].iter().any(|run| self.after(kind).starts_with(run))
    }

    /// "a 4h drive", "4h in the car".
    fn is_of_travel(&self) -> bool {
        let of = usize::from(self.after(0) == "of") + 2 * usize::from(self.after(0) == "in");
        matches!(self.after(of), "drive" | "driving" | "flight" | "car" | "train" | "plane" | "bus")
    }

    /// "6h sleep", "5 hours of sleep".
    fn is_of_night(&self) -> bool {
        let of = usize::from(self.after(0) == "of");
        self.after(of).starts_with("sleep")
    }

    /// "long run in 2 hours" says when, not how long.
    fn says_when(&self) -> bool {
        self.before(1) == "in" && EVENTS.contains(&self.before(2))
    }
}

fn word(tokens: &[Token], at: Option<usize>) -> &str {
    at.and_then(|at| tokens.get(at)).and_then(Token::word).unwrap_or_default()
}
