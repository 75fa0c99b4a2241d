//! The words that tell of something done, and those that make it no entry. Lists only, no logic.

pub(in crate::domain::ask) const RUN: &str =
    "ran run jog jogged parkrun race raced long tempo easy intervals fartlek";

/// Says that something was done.
pub(in crate::domain::ask) const DEED: &str = "did done had used finished completed rolled stretched iced napped \
    slept wore soaked sat took went log logged add got just managed massaged foamrolled swam walked \
    rested spun";

/// Says when, or nothing.
pub(in crate::domain::ask) const FRAME: &str = "i ive my the a an some yesterday today tonight last night this \
    morning evening afternoon on monday tuesday wednesday thursday friday saturday sunday mon tue \
    wed thu fri sat sun and again finally quick";

/// Talks of a thing and not of doing it.
pub(in crate::domain::ask) const TALK: &str = "hate hates love loves loved like dislike best worst favourite favorite expensive cheap buy \
    buying bought sell selling sold cost costs price broke broken lost prefer wish think believe \
    recommend heard read reading never always usually normally often sometimes cant couldnt \
    cannot doesnt wont overrated underrated sucks boring stupid scam useless amazing smell stink \
    charging dead ordered order arrived new old borrow ignore pretend instructions system prompt \
    print drop select joke weather movie song story imagine needs booked every miss would if \
    than vs versus or almost nearly hurt hurts works work boot should could because cancelled \
    canceled closed sale anymore stopped quit sick dreamed dreamt form says said watched waited \
    commute traffic film late nothing wanted supposed meant peace meeting gallery dice";

/// Says that it is over.
pub(in crate::domain::ask) const DONE: &str = "did done had finished completed out";

/// What is answered with a level; a night is rather told by its hours.
pub(in crate::domain::ask) const SCALE: &str =
    "soreness sore energy tight stiff ache aches aching achy";

/// Tells of a day of rest, beside its name.
pub(in crate::domain::ask) const RESTS: &str =
    "rest rested resting day days off full complete for me was is taking";

/// A day of the week: last one's, or the next one's.
pub(in crate::domain::ask) const WEEKDAY: &str = "monday tuesday wednesday thursday friday saturday sunday mon tue \
    tues wed weds thu thur fri sat sun";

/// Says that something named was not done.
pub(in crate::domain::ask) const DENIES: &str =
    "not no without skip skipped skipping missed forgot didnt dont instead";

/// What runners have none of and say so, beside what they did.
pub(in crate::domain::ask) const LACKING: &str =
    "pain soreness problem problems issue issues run running workout training gym";

/// Still to come.
pub(in crate::domain::ask) const AHEAD: &str = "tomorrow tmrw tmw later soon will gonna plan planning planned want \
    wanna must hope hoping might maybe intend thinking need next upcoming someday ill until before \
    let lets";

/// It is being done, and not over.
pub(in crate::domain::ask) const RUNNING_PHRASES: &[&str] =
    &["in progress", "still going", "halfway through", "as we speak", "right now", "in there now"];

/// Beside "now", that it is being done.
pub(in crate::domain::ask) const DOING: &str = "doing im in having using getting currently";

pub(in crate::domain::ask) const AHEAD_PHRASES: &[&str] = &[
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
