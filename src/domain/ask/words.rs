//! The words by which plain sentences are told apart. Lists only, no logic.

mod mine;
mod today;
mod told;
mod way;

pub(super) use mine::*;
pub(super) use today::*;
pub(super) use told::*;
pub(super) use way::*;

/// Whether `word` stands in a list of words parted by spaces.
pub(super) fn is_in(word: &str, list: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

pub(super) const HELLO: &str =
    "hi hello hey hiya yo morning evening afternoon sup howdy gm hallo greetings";

pub(super) const THANKS: &str =
    "thanks thank thx ty cheers ta tysm thankyou appreciated merci danke";

/// Adds nothing to a greeting or to thanks.
pub(super) const SMALL: &str = "there you u bot coach good so much a lot everyone all fresh legs \
    please pls again for that this the very many awesome great nice buddy friend mate legend star ok okay oh \
    um well and to it your help tip plan x xx xxx";

/// Asks how it goes, and nothing more.
pub(super) const HOW_GOES_IT: &str = "how are hows is going whats up doing you today tonight happy merry \
    thanksgiving christmas easter new year friday weekend sunday";

/// Says good night.
pub(super) const BYE: &str = "night goodnight gn nite bye goodbye cya ciao";

pub(super) const PRAISE_PHRASES: &[&str] = &[
    "good bot",
    "nice bot",
    "best bot",
    "good job",
    "great job",
    "nice work",
    "great work",
    "well done",
    "youre the best",
    "you are the best",
    "you rock",
    "love you",
    "love this bot",
    "youre great",
    "youre awesome",
];

/// May stand before what a sentence asks.
pub(super) const OPENING: &str = "so ok okay oh um well bot coach please and there good";

/// A call for help and nothing else.
pub(super) const CALL: &str = "help me please pls i need with this bot some";

pub(super) const TAKES_BACK: &str = "undo delete remove erase revert";

pub(super) const REMINDER: &str = "remind reminds reminding reminder reminders nudge nudges nudging notify \
    notification notifications snooze";

/// Asks for a nudge; anything else about nudges sets none.
pub(super) const REMIND_ME: &[&str] = &[
    "remind me",
    "nudge me",
    "notify me",
    "ping me",
    "poke me",
    "dm me",
    "message me at",
    "set a reminder",
    "set reminder",
    "a reminder at",
    "reminders on",
    "nudges on",
    "reminder on",
    "nudge on",
    "turn on reminders",
    "turn on the reminder",
    "turn on the reminders",
    "turn on my reminder",
    "turn on my reminders",
    "turn on nudges",
    "start reminders",
    "start nudges",
];

/// Asks the bot to be still, and for nothing else.
pub(super) const HUSH: &str = "stop unsubscribe mute quiet";

pub(super) const HUSHES: &str =
    "please pls messaging me it dming pinging texting writing bot be coach";

/// Says that it is asked for oneself.
pub(super) const FOR_ME: &[&str] = &[
    "help me",
    "helps me",
    "helping me",
    "helped me",
    "work for me",
    "works for me",
    "working for me",
    "for me",
    "a difference",
    "any difference",
    "help my",
    "helping my",
];

pub(super) const INSIGHT_PHRASES: &[&str] = &[
    "my insights",
    "insights",
    "what works for me",
    "what works best for me",
    "what helps me",
    "what helps me most",
    "whats helping me",
];

pub(super) const BOARD: &str =
    "leaderboard leaderboards leaderbord board standings ranking rankings scoreboard";

pub(super) const STATS: &str = "stats statistics streak streaks totals progress";

pub(super) const QUESTION: &str = "should shall how hows what whats when whens why which who whos \
    where wheres is are can could does do would will am any has have isnt arent doesnt tell explain \
    wonder wondering";

/// After "did", these ask: "did I do boots". Otherwise it tells: "did boots".
pub(super) const ASKED_OF: &str = "i you we he she they anyone";

/// Speaks of others, or to the bot.
pub(super) const SOMEBODY_ELSE: &str = "he she they his her their we us wife husband wifes husbands \
    friend friends mom mum dad son daughter kid kids dog cat brother sister partner girlfriend \
    boyfriend everyone everybody someone somebody anyone anybody people coach you your youre u hes \
    shes theyre sam jess who nobody bot teammate boss mate guys";

/// Asks about a thing: "does cryo work?", "any evidence for boots?".
pub(super) const ABOUT: &str = "does is are why evidence worth works work helps help legit safe \
    placebo science";

/// Asks whether it works rather than how it is done.
pub(super) const EVIDENCE: &str = "evidence worth works work helps help legit placebo science";

pub(super) const ABOUT_PHRASES: &[&str] = &[
    "tell me about",
    "worth it",
    "how long",
    "how often",
    "does it work",
    "any evidence",
    "evidence for",
    "evidence on",
    "what is",
    "whats",
    "info on",
    "explain",
    "how do i use",
    "how does",
    "how do",
    "what does",
    "what do you know about",
    "actually work",
    "good for",
    "help with",
    "when is best",
];

pub(super) const HELP_PHRASES: &[&str] = &[
    "what can you do",
    "what can i say",
    "what can i ask",
    "what can i type",
    "what do you do",
    "how do you work",
    "how does this work",
    "how do i log",
    "how can i log",
    "show me commands",
    "what are you",
    "who are you",
    "what commands",
    "what do you understand",
    "how do i use this",
    "what can i log",
    "can i log",
    "what can i track",
    "what modalities",
    "which modalities",
    "list modalities",
    "are you a bot",
    "are you real",
    "are you human",
    "who made you",
    "what is this bot",
];

pub(super) const TAKE_BACK_PHRASES: &[&str] = &[
    "take that back",
    "take it back",
    "scratch that",
    "scrap that",
    "that was wrong",
    "didnt mean that",
    "wrong one",
    "oops wrong",
    "cancel that",
];

pub(super) const PAUSE_PHRASES: &[&str] =
    &["pause me", "pause my", "take a break", "taking a break", "im pausing", "put me on pause"];

pub(super) const RESUME_PHRASES: &[&str] = &[
    "im back",
    "i am back",
    "unpause me",
    "resume me",
    "back from my break",
    "end my pause",
    "unpause",
];

pub(super) const BOARD_PHRASES: &[&str] = &[
    "whos winning",
    "whos leading",
    "who is leading",
    "who won last week",
    "who won this week",
    "who won the week",
    "who is winning",
    "whos ahead",
    "whos top",
    "who is top",
    "who leads",
    "who is first",
    "whos first",
    "who came first",
    "who got first",
    "who was first",
    "who came top",
    "who topped",
    "where am i ranked",
    "my rank",
    "am i winning",
];

pub(super) const STATS_PHRASES: &[&str] = &[
    "how many days",
    "how much have i",
    "how many times",
    "how many weeks",
    "my week",
    "how am i doing this week",
    "how was my week",
    "how many minutes",
    "my numbers",
    "how am i doing",
    "my month",
];

pub(super) const HISTORY_PHRASES: &[&str] = &[
    "what did i log",
    "did i log",
    "what i logged",
    "what ive logged",
    "what have i logged",
    "what have i done",
    "what did i do",
    "my history",
    "my log",
    "show history",
    "my last days",
    "my entries",
];
