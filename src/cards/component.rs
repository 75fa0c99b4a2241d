//! What a click on one of our buttons means, written into the button itself.
//!
//! So a button works after a restart. The first character is the version of this writing.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};

use super::{
    BoardClick, CheckinClick, ClubClick, FlagClick, HistoryClick, InsightClick, MeClick,
    ModalityClick, NudgeClick, OpenClick, RunClick, StatsClick, TodayClick, TodaySteps,
};
use crate::domain::choice::Choice;
use crate::domain::ids::{RunsOf, Snowflake};
use crate::domain::last_log::ChangeBack;

/// The most of a text that Discord keeps for us in a component, in UTF-16 units.
pub const MAX_UNITS: usize = 100;

const VERSION: &str = "1";

/// Everything a click can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComponentId {
    /// Take back what this interaction logged.
    Undo {
        /// The interaction.
        origin: Snowflake,
    },
    /// Put back what an Undo of it took.
    PutBack {
        /// The interaction.
        origin: Snowflake,
        /// The moment of that Undo, in whole milliseconds.
        undone_at: DateTime<Utc>,
    },
    /// Have an entry say what it said before it was corrected.
    ChangeBack(ChangeBack),
    /// Something on the card of a modality, or on the shelves of all.
    Modality(ModalityClick),
    /// Take back runs that an interaction logged.
    UndoRuns(RunsOf),
    /// Put them back.
    PutBackRuns(RunsOf),
    /// Log a run beside one that is the same.
    RunAgain(RunClick),
    /// What was meant by words that could mean several things.
    Choose {
        /// The interaction or message with the words, which a row holds.
        question: Snowflake,
        /// What was meant.
        choice: Choice,
    },
    /// Something about one's history.
    History(HistoryClick),
    /// Something about one's check-in.
    Checkin(CheckinClick),
    /// Something about a board.
    Board(BoardClick),
    /// Something below a plan.
    Today(TodayClick),
    /// A plan was done.
    Done(TodaySteps),
    /// A plan is for everyone.
    Share(TodaySteps),
    /// Something on a card of `/me`.
    Me(MeClick),
    /// Something about what seems to help.
    Insight(InsightClick),
    /// Something under a member's weeks.
    Stats(StatsClick),
    /// Something about one's red flag.
    Flag(FlagClick),
    /// Something for one pair of eyes.
    Open(OpenClick),
    /// Something on a nudge, or about having one.
    Nudge(NudgeClick),
    /// Something that an organiser sets or looks at.
    Club(ClubClick),
}

/// A component that isn't ours, or no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a component of this version")]
pub struct NotAComponent;

impl ComponentId {
    /// Whether Discord will keep it whole.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.to_string().encode_utf16().count() <= MAX_UNITS
    }
}

impl fmt::Display for ComponentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undo { origin } => write!(f, "{VERSION}:undo:{origin}"),
            Self::PutBack { origin, undone_at } => {
                write!(f, "{VERSION}:back:{origin}:{}", undone_at.timestamp_millis())
            }
            Self::ChangeBack(ChangeBack { entry, changed_at, modality, minutes, day }) => {
                let changed_at = changed_at.timestamp_millis();
                write!(f, "{VERSION}:was:{entry}:{changed_at}:{modality}:{minutes}:{day}")
            }
            Self::Modality(click) => write!(f, "{VERSION}:modality:{click}"),
            Self::UndoRuns(of) => write!(f, "{VERSION}:undo-run:{of}"),
            Self::PutBackRuns(of) => write!(f, "{VERSION}:back-run:{of}"),
            Self::RunAgain(click) => write!(f, "{VERSION}:run:{click}"),
            Self::Choose { question, choice } => write!(f, "{VERSION}:choose:{question}:{choice}"),
            Self::History(click) => write!(f, "{VERSION}:history:{click}"),
            Self::Checkin(click) => write!(f, "{VERSION}:checkin:{click}"),
            Self::Board(click) => write!(f, "{VERSION}:board:{click}"),
            Self::Today(click) => write!(f, "{VERSION}:today:{click}"),
            Self::Done(steps) => write!(f, "{VERSION}:done:{steps}"),
            Self::Share(steps) => write!(f, "{VERSION}:share:{steps}"),
            Self::Me(click) => write!(f, "{VERSION}:me:{click}"),
            Self::Insight(click) => write!(f, "{VERSION}:insight:{click}"),
            Self::Stats(click) => write!(f, "{VERSION}:stats:{click}"),
            Self::Open(click) => write!(f, "{VERSION}:open:{click}"),
            Self::Flag(click) => write!(f, "{VERSION}:flag:{click}"),
            Self::Nudge(click) => write!(f, "{VERSION}:nudge:{click}"),
            Self::Club(click) => write!(f, "{VERSION}:club:{click}"),
        }
    }
}

impl FromStr for ComponentId {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        let rest = text.strip_prefix(VERSION).and_then(|rest| rest.strip_prefix(':'));
        let (kind, of) = rest.and_then(|rest| rest.split_once(':')).ok_or(NotAComponent)?;
        let origin = || of.parse().map_err(|_| NotAComponent);
        let runs = || of.parse().map_err(|_| NotAComponent);
        match kind {
            "undo" => Ok(Self::Undo { origin: origin()? }),
            "undo-run" => Ok(Self::UndoRuns(runs()?)),
            "back-run" => Ok(Self::PutBackRuns(runs()?)),
            "run" => of.parse().map(Self::RunAgain),
            "back" => put_back(of),
            "choose" => choose(of),
            "was" => change_back(of),
            "history" => of.parse().map(Self::History),
            "checkin" => of.parse().map(Self::Checkin),
            "modality" => of.parse().map(Self::Modality),
            "board" => of.parse().map(Self::Board),
            "today" => of.parse().map(Self::Today),
            "done" => of.parse().map(Self::Done),
            "share" => of.parse().map(Self::Share),
            "me" => of.parse().map(Self::Me),
            "insight" => of.parse().map(Self::Insight),
            "stats" => of.parse().map(Self::Stats),
            "open" => of.parse().map(Self::Open),
            "flag" => of.parse().map(Self::Flag),
            "nudge" => of.parse().map(Self::Nudge),
            "club" => of.parse().map(Self::Club),
            _ => Err(NotAComponent),
        }
    }
}

fn put_back(of: &str) -> Result<ComponentId, NotAComponent> {
    let (origin, ms) = of.split_once(':').ok_or(NotAComponent)?;
    let origin = origin.parse().map_err(|_| NotAComponent)?;
    let ms = ms.parse().map_err(|_| NotAComponent)?;
    let undone_at = DateTime::from_timestamp_millis(ms).ok_or(NotAComponent)?;
    Ok(ComponentId::PutBack { origin, undone_at })
}

fn choose(of: &str) -> Result<ComponentId, NotAComponent> {
    let (question, choice) = of.split_once(':').ok_or(NotAComponent)?;
    let question = question.parse().map_err(|_| NotAComponent)?;
    Ok(ComponentId::Choose { question, choice: choice.parse().map_err(|_| NotAComponent)? })
}

fn change_back(of: &str) -> Result<ComponentId, NotAComponent> {
    let parts: Vec<&str> = of.split(':').collect();
    let [entry, changed_at, modality, minutes, day] = parts.as_slice() else {
        return Err(NotAComponent);
    };
    let ms = changed_at.parse().map_err(|_| NotAComponent)?;
    Ok(ComponentId::ChangeBack(ChangeBack {
        entry: entry.parse().map_err(|_| NotAComponent)?,
        changed_at: DateTime::from_timestamp_millis(ms).ok_or(NotAComponent)?,
        modality: modality.parse().map_err(|_| NotAComponent)?,
        minutes: minutes.parse().map_err(|_| NotAComponent)?,
        day: day.parse().map_err(|_| NotAComponent)?,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cards::{Behind, CheckinWish, HistoryView, HistoryWish, Opens};
    use crate::domain::board::Period;
    use crate::domain::calendar::Week;
    use crate::domain::checkin::Scale;
    use crate::domain::ids::{EntryId, MemberId};
    use crate::domain::kit::Shelf;
    use crate::domain::run::{
        LengthUnit, MOST_METRES, MOST_SECONDS, Metres, Run, RunKind, Seconds,
    };
    use crate::domain::season::Season;
    use crate::domain::training_week::DayKind;
    use crate::error::RunAgain;
    use proptest::prelude::*;

    #[test]
    fn a_component_reads_back_as_it_was_written() {
        let origin = "1442200000000000001".parse().unwrap();
        let longest_name = "a".repeat(32).parse().unwrap();
        let entry = EntryId { origin, place: 7 };
        let view = HistoryView { days: 31, page: 9 };
        let history = |wish| ComponentId::History(HistoryClick { view, wish });
        let day = "2026-11-23".parse().unwrap();
        let run = "ffffffffffffffff".parse().unwrap();
        let longest = Run {
            metres: Some(Metres(MOST_METRES)),
            seconds: Some(Seconds(MOST_SECONDS)),
            kind: Some(RunKind::Workout),
            day,
            started_at: Some("2026-11-24T06:00:00Z".parse().unwrap()),
        };
        let checkin = |wish| ComponentId::Checkin(CheckinClick { day, wish, unkept: None });
        let open = |behind| ComponentId::Open(OpenClick { member: MemberId(origin), behind });
        let banana = Some("a banana: 3|4, as long as a button has room for".to_owned());
        for id in [
            ComponentId::Undo { origin },
            ComponentId::PutBack { origin, undone_at: "2026-11-24T00:00:00Z".parse().unwrap() },
            ComponentId::ChangeBack(ChangeBack {
                entry,
                changed_at: "2026-11-24T00:00:00Z".parse().unwrap(),
                modality: "plunge_barrel_1__2c1hq5n0w3k12aa".parse().unwrap(),
                minutes: 1440,
                day,
            }),
            ComponentId::UndoRuns(RunsOf { origin, place: None }),
            ComponentId::PutBackRuns(RunsOf { origin, place: Some(499) }),
            ComponentId::RunAgain(RunClick {
                again: RunAgain {
                    origin,
                    place: 99,
                    member: MemberId(origin),
                    run: longest,
                    unit: LengthUnit::Mi,
                },
                asked_openly: true,
            }),
            ComponentId::Choose { question: origin, choice: Choice::CheckIn },
            ComponentId::Choose { question: origin, choice: Choice::LogAs(longest_name) },
            history(HistoryWish::List),
            history(HistoryWish::Pick),
            history(HistoryWish::Edit(entry)),
            history(HistoryWish::Change(entry)),
            history(HistoryWish::Delete(entry)),
            history(HistoryWish::Restore(entry)),
            history(HistoryWish::LogAgain(entry)),
            checkin(CheckinWish::Level(Scale::Soreness, "3".parse().unwrap())),
            checkin(CheckinWish::Areas),
            checkin(CheckinWish::Words),
            checkin(CheckinWish::KeepWords),
            ComponentId::Checkin(CheckinClick {
                day,
                wish: CheckinWish::KeepUnkept,
                unkept: banana,
            }),
            ComponentId::Board(BoardClick::KeepOff(MemberId(origin))),
            ComponentId::Board(BoardClick::MyPlace(Period::Week(Week::of(day)))),
            ComponentId::Board(BoardClick::MyPlace(Period::Month("2026-11-01".parse().unwrap()))),
            ComponentId::Board(BoardClick::MyPlace(Period::Season(Season::of(Week::of(day))))),
            ComponentId::Flag(FlagClick::Clear),
            ComponentId::Flag(FlagClick::Sure),
            ComponentId::Flag(FlagClick::Answer { question: origin, is_so: true }),
            ComponentId::Flag(FlagClick::Answer { question: origin, is_so: false }),
            open(Behind::AskedBy(origin)),
            open(Behind::Named(Opens::Checkin)),
            open(Behind::Named(Opens::Question(origin))),
            ComponentId::Me(MeClick::Forget),
            ComponentId::Me(MeClick::Unlearn),
            ComponentId::Insight(InsightClick::List),
            ComponentId::Insight(InsightClick::Pick),
            ComponentId::Me(MeClick::Goal),
            ComponentId::Me(MeClick::Days(DayKind::Workout)),
            ComponentId::Me(MeClick::Keep),
            ComponentId::Me(MeClick::Kit(Shelf::Own)),
            ComponentId::Me(MeClick::Kit(Shelf::GoTo)),
            ComponentId::Me(MeClick::ClearRace),
            ComponentId::Me(MeClick::ClearPace),
            ComponentId::Me(MeClick::Zone(chrono_tz::America::New_York)),
            ComponentId::Stats(StatsClick::Share { weeks: 16 }),
            ComponentId::Stats(StatsClick::Season),
            ComponentId::Stats(StatsClick::ShareSeason),
            ComponentId::Club(ClubClick::SetUp),
            ComponentId::Club(ClubClick::ZoneSaid),
            ComponentId::Club(ClubClick::Zone(chrono_tz::America::Argentina::ComodRivadavia)),
            ComponentId::Nudge(NudgeClick::Start),
            ComponentId::Nudge(NudgeClick::Log { day }),
            ComponentId::Nudge(NudgeClick::Plan),
            ComponentId::Nudge(NudgeClick::Rest { run, day }),
            ComponentId::Nudge(NudgeClick::Snooze { run }),
            ComponentId::Nudge(NudgeClick::Did { origin, day, phrase: "boots 30 min".to_owned() }),
        ] {
            assert_eq!(id.to_string().parse(), Ok(id.clone()), "{id}");
            assert!(id.fits(), "{id}");
        }
    }

    #[test]
    fn a_button_from_before_an_update_still_opens_what_it_did() {
        let member = MemberId("42".parse().unwrap());
        let behind = Behind::Named(Opens::Flag);
        assert_eq!("1:open:42:flag".parse(), Ok(ComponentId::Open(OpenClick { member, behind })));
    }

    #[test]
    fn what_is_not_ours_is_told_apart() {
        for text in [
            "",
            "1",
            "1:undo",
            "1:undo:0",
            "1:undo:abc",
            "2:undo:1",
            "1:undo:1:x",
            "1:choose:1",
            "1:choose:1:nap",
            "1:choose:x:log",
            "1:was:1-0:5:boots:30",
            "1:was:1-0:5:Boots:30:2026-11-23",
            "1:back:1",
            "1:back:1:soon",
            "1:run:own:1:1:2026-11-23:8000:0x1::km",
            "1:run:own:1:1:2026-11-23:08000:::km",
            "1:run:all:1:1:2026-11-23:8000:::km",
            "1:run:own:1:1:2026-11-23:8000:::km:",
            "1:run:own:1:1:2026-11-23:8000:::km:zz:0",
            "1:run:own:1:1:2026-11-23:8000:::km:_1:0",
            "1:undo-run:1-x",
            "1:history:7:0",
            "1:history:7:0:list:5-0",
            "1:history:7:0:edit:5",
            "1:history:700:0:list",
            "1:checkin:2026-11-23:soreness:6",
            "1:checkin:2026-11-23:mood:3",
            "1:checkin:yesterday:areas",
            "1:flag:yes:",
            "1:me:zone:Nowhere",
            "1:club:zone:Nowhere",
            "1:club:everything",
            "1:insight:boots",
            "1:board:week:2026-11-24",
            "1:board:season:2026-11-23",
            "1:board:month:2026-11",
            "1:board:week:+12026-11-23",
            "1:board:off:me",
            "1:stats:share:all",
            "1:stats:season:2",
            "1:nudge:rest:zz:2026-11-23",
            "1:nudge:log:soon",
            "1:nudge:did:1:2026-11-23",
            "vote:yes",
        ] {
            assert_eq!(text.parse::<ComponentId>(), Err(NotAComponent), "{text:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_from_outside_is_read_or_refused(text in any::<String>()) {
            if let Ok(id) = text.parse::<ComponentId>() {
                prop_assert_eq!(id.to_string().parse(), Ok(id));
            }
        }
    }
}
