//! Failures by whose move it is: the member's, told kindly, or the operator's, logged with a reference.

use chrono::NaiveDate;

use crate::domain::ahead::NotAhead;
use crate::domain::calendar::DayRefused;
use crate::domain::checkin::LevelRefused;
use crate::domain::ids::Snowflake;
use crate::domain::parse::Refused;
use crate::domain::run::file::FileRefused;
use crate::domain::run::{LengthUnit, Run, RunUnread};
use crate::store::StoreError;

/// Why an action came to nothing.
#[derive(Debug)]
pub enum Failure {
    /// The member can do something about it.
    Person(UserError),
    /// Only the operator can.
    Ours(StoreError),
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
        /// The note that goes with it.
        note: Option<String>,
    },
    /// The day can't be logged for.
    Day(DayRefused),
    /// The `when` names no day.
    WhenUnread(String),
    /// The note is longer than allowed.
    NoteTooLong {
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
    /// They live somewhere nobody knows.
    UnknownZone(String),
    /// Their words name no day ahead.
    NotAhead {
        /// The words.
        said: String,
        /// Why not.
        why: NotAhead,
    },
    /// No run came of it.
    Run(RunRefused),
    /// The entry is somebody else's.
    NotYours,
    /// They have changed that entry since they asked for this.
    ChangedSince,
    /// The question they answer is from another day.
    QuestionOver,
    /// Nothing goes by that name.
    NoSuchModality(String),
    /// It makes sense in a club's channel only.
    OnlyInAClub,
    /// The tip is longer than a line.
    TipTooLong {
        /// How long it is.
        chars: usize,
    },
    /// There is no such entry, or no longer.
    NoSuchEntry,
}

/// Why no run was logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunRefused {
    /// The words tell of none.
    Words(RunUnread),
    /// The file tells of none.
    File(FileRefused),
    /// The log has it.
    Already {
        /// As it stands in the log.
        run: Run,
        /// What the member reads distances in.
        unit: LengthUnit,
    },
}

impl From<RunRefused> for Failure {
    fn from(refused: RunRefused) -> Self {
        UserError::Run(refused).into()
    }
}

/// A modality offered in place of words nobody knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its short name.
    pub label: String,
    /// The whole phrase with it put in, where that makes sense.
    pub phrase: Option<String>,
}
