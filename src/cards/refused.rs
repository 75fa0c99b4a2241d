//! What a member is told when something can't be done: kindly, and with what would work.

mod phrase;

use chrono::NaiveDate;

use super::logged::day_words;
use super::run_refused::run_refused;
use super::{Button, Card, ComponentId, Style, plain, shall_i_log};
use crate::actions::{MAX_NOTE_CHARS, MAX_OWN, MAX_TIP_CHARS};
use crate::domain::advisor::{AskRefused, MAX_CHARS as MOST_OF_ASK};
use crate::domain::ahead::NotAhead;
use crate::domain::calendar::{DAYS_BACK, DayRefused};
use crate::domain::catalogue::{Catalogue, CatalogueError, OwnRefused};
use crate::domain::checkin::{LevelRefused, MAX_CHARS as MOST_OF_CHECKIN, Scale};
use crate::domain::choice::Choice;
use crate::domain::day_sum::TooLong;
use crate::domain::duration;
use crate::domain::last_log::Repeat;
use crate::domain::pace::ResultRefused;
use crate::domain::recurrence::NotARecurrence;
use crate::error::{Offer, OwnUnfit, SettingRefused, UserError};
pub use phrase::how_to_undo;
use phrase::phrase_refused;

/// How much of a member's words is repeated to them.
const QUOTED: usize = 40;

/// How much of a sentence about them is.
const LONG_QUOTED: usize = 200;

/// What the member is told; only they see it, and nothing was saved.
#[must_use]
pub fn refused(error: &UserError, catalogue: &Catalogue) -> Card {
    match error {
        UserError::SetSince => {
            Card::private("You've changed that again since, and the newer one stands.")
        }
        UserError::ForgottenSince => {
            Card::private("That's from before you had me forget you, so I've left it out.")
        }
        UserError::Phrase(refused) => Card::private(phrase_refused(refused, catalogue)),
        UserError::MaybeDone { phrase, origin } => shall_i_log(phrase, catalogue, *origin),
        UserError::UnknownModality { said, offers, origin } => {
            let said = plain(said, QUOTED);
            let buttons: Vec<Button> = offers
                .iter()
                .filter_map(|offer| {
                    let choice = offer.choice.clone()?;
                    let id = ComponentId::Choose { question: *origin, choice };
                    Some(Button { id, label: offer.label.clone(), style: Style::Secondary })
                })
                .collect();
            if offers.is_empty() {
                return Card::private(format!(
                    "I don't know “{said}” yet, so nothing is saved. `/modalities` shows all I know."
                ));
            }
            if buttons.is_empty() {
                return Card::private(format!(
                    "I don't know “{said}” yet. Nearest I have: {}.\nNothing is saved yet, try one of those.",
                    labels(offers)
                ));
            }
            let id = ComponentId::Choose { question: *origin, choice: Choice::NotThat };
            let none = Button { id, label: "None of these".to_owned(), style: Style::Secondary };
            let buttons = buttons.into_iter().chain([none]).collect();
            let asks = if offers.len() == 1 { "Is it this?" } else { "Is it one of these?" };
            Card::private(format!("I don't know “{said}” yet. {asks}\nNothing is saved yet."))
                .with_row(buttons)
        }
        UserError::Day(refused) => Card::private(day_refused(refused)),
        UserError::TimeAhead => Card::private(
            "That time is still ahead, so nothing is logged yet. Tell me when it's done, or add \
             `yesterday` if it was then.",
        ),
        UserError::DayTooLong { day, label, too_long } => {
            Card::private(day_too_long(*day, label.as_deref(), too_long))
        }
        UserError::WhenUnread(said) => Card::private(format!(
            "I can't tell which day “{}” is. Try `yesterday`, `sunday` or `nov 22`.",
            plain(said, QUOTED)
        )),
        UserError::NoteTooLong { chars } => Card::private(format!(
            "That note is {chars} characters, and I keep up to {MAX_NOTE_CHARS}. A shorter one? \
             Nothing is saved yet."
        )),
        UserError::CheckinTooLong { chars } => Card::private(format!(
            "Those words are {chars} characters, and a check-in keeps up to {MOST_OF_CHECKIN}. Fewer? \
             Nothing is saved yet."
        )),
        UserError::AskTooLong { chars } => Card::private(format!(
            "That question is {chars} characters, and I read up to {MOST_OF_ASK}. A shorter one? \
             `/today 20 min, calves sore`"
        )),
        UserError::UnknownInEdit { said, offers } if offers.is_empty() => Card::private(format!(
            "I don't know “{}”, so nothing has changed. Send it without, or put it in the note.",
            plain(said, QUOTED)
        )),
        UserError::UnknownInEdit { said, offers } => Card::private(format!(
            "I don't know “{}”. Nearest I have: {}.\nNothing has changed.",
            plain(said, QUOTED),
            labels(offers)
        )),
        UserError::OneEntryOnly => Card::private(
            "That would be more than one, and an entry holds one: `boots 30`.\n\
             Nothing has changed; `/recover` logs the rest.",
        ),
        UserError::MinutesUnread(said) => Card::private(format!(
            "I can't tell how long “{}” is. Try `30` or `1h15`.",
            plain(said, QUOTED)
        )),
        UserError::Level(LevelRefused(scale)) => Card::private(level_refused(*scale)),
        UserError::Ask(AskRefused::NoSuchTime) => {
            Card::private("How many minutes have you got? Try `/today 10 min`.")
        }
        UserError::Ask(AskRefused::TwoLengths(one, other)) => Card::private(format!(
            "Is it {one} or {other} minutes? Ask again with one of them, like `/today {one} min`."
        )),
        UserError::CheckinOver(day) => Card::private(format!(
            "That check-in was for {}. `/checkin` opens a new one.",
            day_words(*day)
        )),
        UserError::NoSuchClock(said) => Card::private(format!(
            "No clock shows that just now: “{}”. Look once more, or tell me the nearest big city.",
            plain(said, QUOTED)
        )),
        UserError::UnknownZone(said) => Card::private(unknown_zone(said)),
        UserError::NotAhead { said, why } => Card::private(not_ahead(said, *why)),
        UserError::RaceDay { said, why } => Card::private(race_day(said, *why)),
        UserError::RaceNeedsDay => Card::private("When is it? Add its `day`, like `apr 19`."),
        UserError::RaceDistance(said) => Card::private(format!(
            "I can't tell how far “{}” is. Try `marathon`, `half`, `10k` or `50 mi`.",
            plain(said, QUOTED)
        )),
        UserError::RaceNeedsDistance => {
            Card::private("How far is it? Add its `distance`: `marathon`, `half`, `10k`.")
        }
        UserError::Result(refused) => Card::private(result_refused(refused)),
        UserError::ResultDay(refused) => Card::private(result_day(*refused)),
        UserError::Time(refused) => Card::private(refused.to_string()),
        UserError::Run(refused) => run_refused(refused),
        UserError::NotYours => Card::private("Only the one who logged it can change it."),
        UserError::QuestionOver => {
            Card::private("That question is from another day. Just tell me anew.")
        }
        UserError::NoSuchModality(named) => Card::private(format!(
            "I don't know “{}”. `/modalities` without a name shows all there is.",
            plain(named, QUOTED)
        )),
        UserError::NobodyNamed(name) => Card::private(format!(
            "I can't tell who “{}” is here. Mention them with an @, or pick them: `/stats member`.",
            plain(name, QUOTED)
        )),
        UserError::OutOfSight => {
            Card::private("They keep their weeks to themselves. Yours are a `/stats` away.")
        }
        UserError::OnlyInAClub => Card::private("That one is for your club: do it in its channel."),
        UserError::TipTooLong { chars } => Card::private(format!(
            "That tip is {chars} characters, and a line has room for {MAX_TIP_CHARS}. A shorter one?"
        )),
        UserError::NothingToCorrect => Card::private(
            "There is nothing of yours here from the last day to correct. `/history` has all the \
             rest.",
        ),
        UserError::CorrectsARun => Card::private(
            "The last thing you logged here is a run, and that stays as it is: tap Undo under it \
             and tell me anew, like `ran 8k in 45min`.",
        ),
        UserError::NothingToRepeat(repeat) => Card::private(nothing_to_repeat(*repeat)),
        UserError::RepeatsARun => Card::private(
            "The last thing you logged is a run, and no two are the same: tell me the new one, \
             like `ran 8k in 45min`.",
        ),
        UserError::ChangedSince => {
            Card::private("You've changed that one since, so it stays as it is now.")
        }
        UserError::NoSuchEntry => Card::private("That entry isn't in the log any more."),
        UserError::OnlyOrganisers => Card::private(
            "That's for your organisers: it takes the Manage Server permission. `/me` has what is \
             yours to set.",
        ),
        UserError::Setting(refused) => {
            Card::private(format!("{}\nNothing has changed.", setting_refused(refused)))
        }
        UserError::DaysUnread(said) => Card::private(format!(
            "I can't tell which days “{}” are. Try `mon,wed` or `mon-fri`.",
            plain(said, QUOTED)
        )),
        UserError::Own(unfit) => Card::private(own_unfit(unfit)),
        UserError::NudgeOff => Card::private(
            "Your club keeps its evening nudge off. A time of your own works all the same: \
             `/remind on time:20:00`",
        ),
        UserError::NotOnOffer(label) => Card::private(format!(
            "**{}** isn't on offer here. A club's own logs in that club, while it has it.",
            plain(label, QUOTED)
        )),
    }
}

/// What a member is told when the fault is ours; the log has the same reference.
#[must_use]
pub fn trouble(reference: &str) -> Card {
    Card::private(format!(
        "Something went wrong on my side, sorry. Give it another try in a minute.\n\
         -# If it stays, tell your organiser: `{reference}`"
    ))
}

/// What there was in an earlier version, and isn't any more.
#[must_use]
pub fn gone(what: &str) -> Card {
    Card::private(format!(
        "That {what} is from another version of me. `/help` shows what I know now."
    ))
}

fn unknown_zone(said: &str) -> String {
    format!(
        "I don't know where “{}” is. Try the nearest big city, a country, or `my clock says 9:40pm`.",
        plain(said, QUOTED)
    )
}

/// Which option it is about, first.
fn setting_refused(refused: &SettingRefused) -> String {
    match refused {
        SettingRefused::Timezone(said) => format!("`timezone`: {}", unknown_zone(said)),
        SettingRefused::WhichTimezone(places) => match places.as_slice() {
            [place] => {
                format!("`timezone`: Did you mean {place}? Pick it from the list while you type.")
            }
            places => format!(
                "`timezone`: That could be {}. Which one? Pick it from the list while you type.",
                places.join(" or ")
            ),
        },
        SettingRefused::Channel => {
            "`channel`: I can't find that one in this club. Pick one of its text channels."
                .to_owned()
        }
        SettingRefused::Reminders(why) => format!("`reminders`: {why} `off` turns it off."),
        SettingRefused::Leaderboard(why) => {
            let why = match why {
                NotARecurrence::Unread => {
                    "I can't read a weekday and a time in that. Try `sun 19:00` or `mon 8am`."
                        .to_owned()
                }
                NotARecurrence::WhichHalf(hour) => format!(
                    "{hour} in the morning or in the evening? Try `sun {hour}am` or `sun {hour}pm`."
                ),
                // The other examples are a nudge's.
                _ => NotARecurrence::NotWeekly.to_string(),
            };
            format!("`leaderboard`: {why} `off` turns it off.")
        }
    }
}

fn own_unfit(unfit: &OwnUnfit) -> String {
    match unfit {
        OwnUnfit::Signs(name) => format!(
            "“{}” has signs in it that I'd trip over. Letters, digits, spaces and hyphens work: \
             `Salt cave`.",
            plain(name, QUOTED)
        ),
        OwnUnfit::ReadOtherwise(name) => format!(
            "When somebody types “{}”, I'd read something else in it. Try another name, without \
             amounts or days.",
            plain(name, QUOTED)
        ),
        OwnUnfit::Refused(OwnRefused::Taken { name, by }) => format!(
            "“{}” is {by}, or so near to it that a typo could mean either. Try another name.",
            plain(name, QUOTED)
        ),
        OwnUnfit::Refused(OwnRefused::Invalid(CatalogueError::Invalid {
            field, problem, ..
        })) => {
            let what = if *field == "aliases" { "Each other name" } else { "Its name" };
            format!("{what} {}.", plain(problem, LONG_QUOTED))
        }
        OwnUnfit::Refused(OwnRefused::Invalid(_)) => {
            "I can't keep that one. Try a short name and its usual minutes.".to_owned()
        }
        OwnUnfit::Full => format!(
            "Your club has {MAX_OWN} of its own, and more don't fit a menu. `/club remove` makes \
             room."
        ),
        OwnUnfit::None(name) => format!(
            "Your club has none called “{}”. `/club remove` offers those it has while you type.",
            plain(name, QUOTED)
        ),
    }
}

fn nothing_to_repeat(repeat: Repeat) -> &'static str {
    match repeat {
        Repeat::Last => "There is nothing of yours here to log again. Tell me once: `boots 30`.",
        Repeat::Usual => {
            "You have no usual yet: what you log twice in one go becomes it. Try `boots 30, rolled 10`."
        }
        Repeat::Of(_) => "You logged nothing here that day. Tell me what you did: `boots 30`.",
    }
}

fn labels(offers: &[Offer]) -> String {
    offers.iter().map(|offer| offer.label.as_str()).collect::<Vec<_>>().join(", ")
}

fn not_ahead(said: &str, why: NotAhead) -> String {
    match why {
        NotAhead::Unread => format!(
            "I can't tell when “{}” is. Try `2 weeks`, `sunday` or `dec 3`, or leave it empty.",
            plain(said, QUOTED)
        ),
        NotAhead::Past(day) => {
            format!("{} is over. Try `2 weeks` or `sunday`.", day_words(day))
        }
        NotAhead::TooFar => {
            "That's more than a year away. Leave the day empty to pause until you're back."
                .to_owned()
        }
    }
}

fn race_day(said: &str, why: NotAhead) -> String {
    match why {
        NotAhead::Unread => format!(
            "I can't tell when “{}” is. Try `apr 19`, `2027-04-19` or `in 12 weeks`.",
            plain(said, QUOTED)
        ),
        NotAhead::Past(day) => format!("{} is over. Which one comes next?", day_words(day)),
        NotAhead::TooFar => "That's more than a year away. Set it when it's nearer.".to_owned(),
    }
}

fn result_refused(refused: &ResultRefused) -> String {
    match refused {
        ResultRefused::Unread(_) | ResultRefused::Half => {
            "A result is a distance and a time. Try `10k 48:30` or `half 1:50:00 on nov 2`."
                .to_owned()
        }
        ResultRefused::OutOfBounds => {
            "I can go by races from about 1 km up to 5 hours. Have you one like `10k 48:30`?"
                .to_owned()
        }
    }
}

fn result_day(refused: DayRefused) -> String {
    match refused {
        DayRefused::Ahead(_) | DayRefused::LaterToday => {
            "That's still ahead. Tell me when it's run.".to_owned()
        }
        DayRefused::TooLongAgo(_) => {
            "More than a year ago says little of today. Have you a newer one?".to_owned()
        }
        DayRefused::NoSuchDay => "There is no such day. Try `10k 48:30 on nov 2`.".to_owned(),
    }
}

fn day_refused(refused: &DayRefused) -> String {
    match refused {
        DayRefused::Ahead(day) => {
            format!("{} is still ahead. Tell me when it's done.", day_words(*day))
        }
        DayRefused::LaterToday => {
            "Good plan for tonight. Nothing is logged yet: tell me when it's done.".to_owned()
        }
        DayRefused::TooLongAgo(day) => {
            format!("{} is too far back: I log up to {DAYS_BACK} days ago.", day_words(*day))
        }
        DayRefused::NoSuchDay => {
            "The calendar has no such day. Try `yesterday`, `sunday` or `nov 22`.".to_owned()
        }
    }
}

fn day_too_long(day: NaiveDate, label: Option<&str>, too_long: &TooLong) -> String {
    let TooLong { would_be, logged, accepts_up_to, .. } = too_long;
    let (day, most) = (day_words(day), duration::minutes(*accepts_up_to));
    let of = label.map(|label| format!(" of {}", label.to_lowercase())).unwrap_or_default();
    let would_be = duration::minutes(*would_be);
    let fits = match accepts_up_to.saturating_sub(*logged) {
        0 => "no more fits".to_owned(),
        left if left == *accepts_up_to => format!("I log up to {most} a day"),
        left => format!("I log up to {most} a day, so {} more fits", duration::minutes(left)),
    };
    format!(
        "{day} would have {would_be}{of}, and {fits}.\n\
         Was it another day? Add which: `yesterday`, `tue`. Nothing is saved yet."
    )
}

fn level_refused(scale: Scale) -> String {
    let (lowest, highest) = scale.ends();
    let (name, example) = match scale {
        Scale::Soreness => ("Soreness", "`soreness 3`"),
        Scale::Sleep => ("Sleep", "`sleep 4` or `slept 7h`"),
        Scale::Energy => ("Energy", "`energy 3`"),
    };
    format!("{name} runs from 1 ({lowest}) to 5 ({highest}): try {example}.\nNothing is saved yet.")
}
