//! Failures by whose move it is: the member's, told kindly, or the operator's, logged with a reference.

use chrono::NaiveDate;

use crate::domain::advisor::AskRefused;
use crate::domain::ahead::NotAhead;
use crate::domain::calendar::DayRefused;
use crate::domain::catalogue::OwnRefused;
use crate::domain::checkin::LevelRefused;
use crate::domain::choice::Choice;
use crate::domain::day_sum::TooLong;
use crate::domain::ids::{MemberId, Snowflake};
use crate::domain::last_log::Repeat;
use crate::domain::log::{Phrase, Refused};
use crate::domain::pace::ResultRefused;
use crate::domain::recurrence::NotARecurrence;
use crate::domain::run::file::{FileRefused, OtherSport};
use crate::domain::run::{LengthUnit, Odd, Run, RunUnread};
use crate::store::{NotWritten, StoreError};

/// Why an action came to nothing.
#[derive(Debug)]
pub enum Failure {
    /// The member can do something about it.
    Person(UserError),
    /// Only the operator can.
    Ours(StoreError),
}

impl From<NotWritten> for Failure {
    fn from(why: NotWritten) -> Self {
        match why {
            NotWritten::SetSince => Self::Person(UserError::SetSince),
            NotWritten::ForgottenSince => Self::Person(UserError::ForgottenSince),
            NotWritten::Failed(error) => Self::Ours(error),
        }
    }
}

impl From<UserError> for Failure {
    fn from(error: UserError) -> Self {
        Self::Person(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Ours(error)
    }
}

/// What a member is told when what they asked for can't be done; nothing was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserError {
    /// They set the same later, and that stands.
    SetSince,
    /// They were forgotten later.
    ForgottenSince,
    /// Their words tell of no entry.
    Phrase(Refused),
    /// They name something nobody knows; one tap on an offer logs what they meant.
    UnknownModality {
        /// The words nobody knows.
        said: String,
        /// What they may have meant.
        offers: Vec<Offer>,
        /// The interaction that said it, which any offer still counts as.
        origin: Snowflake,
    },
    /// They may tell of these, or of nothing that was done; one tap logs them.
    MaybeDone {
        /// What it would be.
        phrase: Phrase,
        /// The interaction that said it, which the entries would count as.
        origin: Snowflake,
    },
    /// The day can't be logged for.
    Day(DayRefused),
    /// The time of day said hasn't come yet.
    TimeAhead,
    /// The day can't have held all that.
    DayTooLong {
        /// Which day.
        day: NaiveDate,
        /// The short name of what there is too much of; none where it is all together.
        label: Option<String>,
        /// How much there would be.
        too_long: TooLong,
    },
    /// The `when` names no day.
    WhenUnread(String),
    /// The note is longer than allowed.
    NoteTooLong {
        /// How long it is.
        chars: usize,
    },
    /// The words of a check-in are more than are kept.
    CheckinTooLong {
        /// How long they are.
        chars: usize,
    },
    /// The question is longer than is read.
    AskTooLong {
        /// How long it is.
        chars: usize,
    },
    /// They want an entry to be something nobody knows.
    UnknownInEdit {
        /// The words nobody knows.
        said: String,
        /// What they may have meant.
        offers: Vec<Offer>,
    },
    /// They want one entry to be several.
    OneEntryOnly,
    /// The minutes are no length of time.
    MinutesUnread(String),
    /// A level of a check-in is off its scale.
    Level(LevelRefused),
    /// The day of that check-in is over.
    CheckinOver(NaiveDate),
    /// Their clock shows what no clock shows at that moment.
    NoSuchClock(String),
    /// They live somewhere nobody knows.
    UnknownZone(String),
    /// Their words name no day ahead.
    NotAhead {
        /// The words.
        said: String,
        /// Why not.
        why: NotAhead,
    },
    /// Their words name no day for a race.
    RaceDay {
        /// The words.
        said: String,
        /// Why not.
        why: NotAhead,
    },
    /// A race without a day.
    RaceNeedsDay,
    /// Their words name no distance.
    RaceDistance(String),
    /// A race without a distance.
    RaceNeedsDistance,
    /// Their words tell of no result to go by.
    Result(ResultRefused),
    /// The day of a result can't be that one.
    ResultDay(DayRefused),
    /// Their words name no time.
    Time(NotARecurrence),
    /// A question whose minutes are better asked back.
    Ask(AskRefused),
    /// No run came of it.
    Run(RunRefused),
    /// The entry is somebody else's.
    NotYours,
    /// They correct something, and have logged nothing here of late.
    NothingToCorrect,
    /// They correct what they logged last, which is a run.
    CorrectsARun,
    /// They want something once more that isn't there.
    NothingToRepeat(Repeat),
    /// They want once more what they logged last, which is a run.
    RepeatsARun,
    /// They have changed that entry since they asked for this.
    ChangedSince,
    /// The question they answer is from another day.
    QuestionOver,
    /// Nothing goes by that name.
    NoSuchModality(String),
    /// They ask about somebody whose name is nobody's here, or several people's.
    NobodyNamed(String),
    /// Whom they ask about keeps out of the club's sight.
    OutOfSight,
    /// It makes sense in a club's channel only.
    OnlyInAClub,
    /// The tip is longer than a line.
    TipTooLong {
        /// How long it is.
        chars: usize,
    },
    /// There is no such entry, or no longer.
    NoSuchEntry,
    /// Only those who may manage the guild may do that.
    OnlyOrganisers,
    /// A setting of the club can't be that.
    Setting(SettingRefused),
    /// The weekdays for a nudge are none.
    DaysUnread(String),
    /// The guild can't have such a modality of its own.
    Own(OwnUnfit),
    /// They named no time for their nudge, and the club wants none.
    NudgeOff,
    /// They want to log a modality of this name, most likely a club's own, where it isn't on offer.
    NotOnOffer(String),
}

/// Why a setting of a club, which is named by its option, can't be what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingRefused {
    /// Nobody knows such a place.
    Timezone(String),
    /// The place could be any of these, by name.
    WhichTimezone(Vec<String>),
    /// The channel is none of the club's.
    Channel,
    /// The nudge can't come then.
    Reminders(NotARecurrence),
    /// The board can't come then.
    Leaderboard(NotARecurrence),
}

/// Why a guild can't have a modality of its own, or take it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnUnfit {
    /// A name has signs that names don't have.
    Signs(String),
    /// It would be read as something else when somebody types it.
    ReadOtherwise(String),
    /// As the catalogue says.
    Refused(OwnRefused),
    /// There are as many as a guild can have.
    Full,
    /// The guild has none of that name.
    None(String),
}

impl From<OwnUnfit> for UserError {
    fn from(unfit: OwnUnfit) -> Self {
        Self::Own(unfit)
    }
}

/// Why no run was logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunRefused {
    /// The words tell of none.
    Words(RunUnread),
    /// The words begin with a modality, by its short name: that is for `/recover`.
    Recovery(String),
    /// The file tells of none.
    File(FileRefused),
    /// The file is of another sport.
    OtherSport(OtherSport, LengthUnit),
    /// The file is of another sport, that counts as recovery if it was easy: one tap logs it.
    AsRecovery(AsRecovery),
    /// The log has it.
    Already {
        /// As it stands in the log.
        run: Run,
        /// What the member reads distances in.
        unit: LengthUnit,
    },
    /// Only the one who ran can say: one tap logs it.
    Asked(RunAsked),
}

/// Another sport than running, offered as a modality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsRecovery {
    /// What the file says.
    pub done: OtherSport,
    /// The modality's short name.
    pub label: String,
    /// For how long it would be logged.
    pub minutes: u32,
    /// What the member reads distances in.
    pub unit: LengthUnit,
    /// The interaction that handed it over, by which the words to log wait in a row.
    pub origin: Snowflake,
}

/// A run that may be none, or be in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunAsked {
    /// What logs it.
    pub again: RunAgain,
    /// Why to ask.
    pub why: RunDoubt,
}

/// Why a run is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunDoubt {
    /// Its file names no sport.
    Unsaid,
    /// Hardly anybody runs like that.
    Odd(Odd),
    /// It may be this one, which is in the log.
    Twin(Run),
}

/// A run that waits for a tap, and all that is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunAgain {
    /// The interaction that told of it, which it still counts as.
    pub origin: Snowflake,
    /// Its place among the runs of that, from 0.
    pub place: u16,
    /// Whose it is.
    pub member: MemberId,
    /// The run.
    pub run: Run,
    /// What the member reads distances in.
    pub unit: LengthUnit,
}

impl From<RunRefused> for Failure {
    fn from(refused: RunRefused) -> Self {
        UserError::Run(refused).into()
    }
}

impl From<SettingRefused> for Failure {
    fn from(refused: SettingRefused) -> Self {
        UserError::Setting(refused).into()
    }
}

impl From<NotARecurrence> for Failure {
    fn from(refused: NotARecurrence) -> Self {
        UserError::Time(refused).into()
    }
}

/// A modality offered in place of words nobody knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its short name.
    pub label: String,
    /// What a tap on it means, where it makes sense of the whole phrase.
    pub choice: Option<Choice>,
}
