//! The words by which plain sentences are told apart. Lists only, no logic.

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
    um well and to it your help tip plan";

/// May stand before what a sentence asks.
pub(super) const OPENING: &str = "so ok okay oh um well bot coach please and there good";

/// A call for help and nothing else.
pub(super) const CALL: &str = "help me please pls i need with this bot some";

pub(super) const TAKES_BACK: &str = "undo delete remove erase revert";

pub(super) const REMINDER: &str = "remind reminds reminder reminders nudge nudges nudging notify \
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
    "start reminders",
    "start nudges",
];

/// Says that a nudge is to end.
pub(super) const ENDS: &str =
    "stop off cancel dont never unsubscribe disable remove delete without quit";

pub(super) const END_PHRASES: &[&str] = &["no more", "leave me alone", "no reminders", "no nudges"];

/// Says that a nudge is to wait.
pub(super) const QUIETS: &str = "pause pauses paused snooze quiet mute silence";

/// Asks when a nudge comes.
pub(super) const WHEN_IT_COMES: &str = "when whens status next what whats";

/// A day of the week, as people shorten it and chrono doesn't read it.
pub(super) const DAY: &str = "tue tues wed weds thu thur weekday weekend workday";

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

pub(super) const RUN: &str =
    "ran run jog jogged parkrun race raced long tempo easy intervals fartlek";

pub(super) const QUESTION: &str = "should shall how hows what whats when whens why which who whos \
    where wheres is are can could does do would will am any has have isnt arent doesnt tell explain \
    wonder wondering";

/// After "did", these ask: "did I do boots". Otherwise it tells: "did boots".
pub(super) const ASKED_OF: &str = "i you we he she they anyone";

/// Says that something was done.
pub(super) const DEED: &str = "did done had used finished completed rolled stretched iced napped \
    slept wore soaked sat took went log logged add got just managed massaged foamrolled swam walked \
    rested spun";

/// Says when, or nothing.
pub(super) const FRAME: &str = "i ive my the a an some yesterday today tonight last night this \
    morning evening afternoon on monday tuesday wednesday thursday friday saturday sunday mon tue \
    wed thu fri sat sun and again finally quick";

/// Speaks of others, or to the bot.
pub(super) const SOMEBODY_ELSE: &str = "he she they his her their we us wife husband wifes husbands \
    friend friends mom mum dad son daughter kid kids dog cat brother sister partner girlfriend \
    boyfriend everyone everybody someone somebody anyone anybody people coach you your youre u hes \
    shes theyre sam jess who nobody bot teammate boss mate guys";

/// Talks of a thing and not of doing it.
pub(super) const TALK: &str = "hate hates love loves loved like dislike best worst favourite favorite expensive cheap buy \
    buying bought sell selling sold cost costs price broke broken lost prefer wish think believe \
    recommend heard read reading never always usually normally often sometimes cant couldnt \
    cannot doesnt wont overrated underrated sucks boring stupid scam useless amazing smell stink \
    charging dead ordered order arrived new old borrow ignore pretend instructions system prompt \
    print drop select joke weather movie song story imagine needs booked every miss would if \
    than vs versus or almost nearly hurt hurts works work boot should could because cancelled \
    canceled closed sale anymore stopped quit sick dreamed dreamt form says said watched waited \
    commute traffic film late nothing wanted supposed meant peace meeting gallery dice";

/// Tells of a day of rest, beside its name.
pub(super) const RESTS: &str =
    "rest rested resting day days off full complete for me was is taking";

/// A day of the week: last one's, or the next one's.
pub(super) const WEEKDAY: &str = "monday tuesday wednesday thursday friday saturday sunday mon tue \
    tues wed weds thu thur fri sat sun";

/// Says that something named was not done.
pub(super) const DENIES: &str =
    "not no without skip skipped skipping missed forgot didnt dont instead";

/// Still to come.
pub(super) const AHEAD: &str = "tomorrow tmrw tmw later soon will gonna plan planning planned want \
    wanna must hope hoping might maybe intend thinking need next upcoming someday ill until before \
    let lets";

/// A length of time in words.
pub(super) const LENGTH: &str = "hour ten fifteen twenty thirty five forty";

pub(super) const UNIT: &str = "min mins minute minutes m hour hours h hr";

/// A time is had, where its length follows.
pub(super) const HAS_TIME: &str = "got have only just spare about like maybe max left";

/// A time is had, where its length came before.
pub(super) const TIME_LEFT: &str = "tops max spare free left only";

/// Asks for something to do, beside a time.
pub(super) const WONDERS: &str = "what whats wat wot whatve which idea ideas suggest suggestion \
    suggestions help best recommend should advice";

/// A moment that something could be done in.
pub(super) const MOMENT: &str =
    "today tonight tomorrow evening now bed bedtime recovery recover again";

/// What a day is turned to, before or after.
pub(super) const RUN_TO_COME: &str =
    "run runs race marathon tempo intervals workout miles miler km";

pub(super) const HOW_DO_I: &[&str] =
    &["how do i", "how should i", "how can i", "how shall i", "how to", "how would you"];

/// Asks for something else than what to do.
pub(super) const OTHER_QUESTION: &str = "did was were happened won time weather everyone they he she \
    his her their people anyone name mean called cost costs count counts pace paces pacing open \
    closed eat dinner many much log logged";

/// What may stand beside a time to fill.
pub(super) const BUDGET_TALK: &str = "half an a quarter of spare free time left to now before bed \
    work dinner lunch tonight today i ive have got only just here about around my are is and feel \
    with so very really bit after this evening morning run long but the for me at home kill window \
    hey hi ok well break in no not going tomorrow race day please quick roughly until on hotel room \
    boots roller";

pub(super) const BODY: &str = "legs leg calf calves quad quads hamstring hamstrings hammies glute \
    glutes hip hips foot feet ankle ankles shin shins knee knees back achilles toes arches it band \
    itb body";

pub(super) const SORE: &str = "sore tight stiff aching ache achy killing hurt hurting heavy tired \
    trashed toast dead wrecked shot screaming cooked destroyed fried burning smashed \
    knackered battered ruined grumpy tender concrete lead bricks omg ugh ouch oof";

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

pub(super) const TODAY_PHRASES: &[&str] = &[
    "what should i",
    "what shall i",
    "what do i do",
    "what now",
    "what next",
    "whats next",
    "what to do",
    "what would you",
    "what can i do",
    "what do you suggest",
    "what do you recommend",
    "what could i",
    "any ideas",
    "any suggestions",
    "any advice",
    "any tips",
    "suggest something",
    "recommend something",
    "give me a plan",
    "plan for today",
    "plan for tonight",
    "whats the plan",
    "whats my plan",
    "make me a plan",
    "plan my",
    "should i",
    "what is the plan",
    "what helps",
    "help me recover",
    "how should i recover",
    "how do i recover",
    "best thing",
    "something quick",
    "what about today",
    "whats good for",
    "what is good for",
    "surprise me",
    "coach me",
    "shall i",
    "ideas for",
    "suggestions",
    "recommend me",
    "what recovery",
    "what i should",
    "i should do",
    "what else",
    "help me decide",
    "plan me",
    "need a plan",
    "best for me",
    "shud i",
];

pub(super) const AHEAD_PHRASES: &[&str] = &[
    "going to",
    "have to",
    "about to",
    "got to",
    "off to",
    "heading to",
    "time for",
    "ready for",
    "looking forward",
];
