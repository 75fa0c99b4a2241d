//! What a member may have meant, as one tap tells it: every kind of wish, and words nobody knew as a
//! modality.
//!
//! It says nothing of how likely each is, nor what a button says.

use std::fmt;
use std::str::FromStr;

use super::catalogue::ModalityId;
use super::reading::Intent;

/// One of the answers to "which did you mean?".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A plan for today.
    Today,
    /// It was done: log it.
    Log,
    /// It was done, and what nobody knew was this modality.
    LogAs(ModalityId),
    /// It tells of a run.
    Run,
    /// It tells how they are.
    CheckIn,
    /// About their nudge.
    Remind,
    /// Their figures.
    Stats,
    /// Their last days.
    History,
    /// The club's board.
    Board,
    /// What seems to help them.
    Insights,
    /// Whether something works.
    Evidence,
    /// How something is done, and for how long.
    About,
    /// A break.
    Pause,
    /// The end of a break.
    Resume,
    /// To take back what was logged last.
    Undo,
    /// What they have set.
    Settings,
    /// What an organiser sets.
    Club,
    /// What there is to say.
    Help,
    /// It is still to come.
    Ahead,
    /// None of these.
    NotThat,
}

/// Text that is no choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a choice")]
pub struct NotAChoice;

/// What stands before a modality.
const LOG_AS: &str = "log:";

impl Choice {
    /// Those that say all with a word.
    pub const PLAIN: [Self; 19] = [
        Self::Today,
        Self::Log,
        Self::Run,
        Self::CheckIn,
        Self::Remind,
        Self::Stats,
        Self::History,
        Self::Board,
        Self::Insights,
        Self::Evidence,
        Self::About,
        Self::Pause,
        Self::Resume,
        Self::Undo,
        Self::Settings,
        Self::Club,
        Self::Help,
        Self::Ahead,
        Self::NotThat,
    ];

    /// The choice that an intent can be, if it is any.
    #[must_use]
    pub fn of(intent: Intent) -> Option<Self> {
        Some(match intent {
            Intent::Today => Self::Today,
            Intent::Log => Self::Log,
            Intent::Run => Self::Run,
            Intent::Checkin => Self::CheckIn,
            Intent::Remind => Self::Remind,
            Intent::Stats => Self::Stats,
            Intent::History => Self::History,
            Intent::Board => Self::Board,
            Intent::Insights => Self::Insights,
            Intent::Evidence => Self::Evidence,
            Intent::About => Self::About,
            Intent::Pause => Self::Pause,
            Intent::Resume => Self::Resume,
            Intent::Undo => Self::Undo,
            Intent::Settings => Self::Settings,
            Intent::Club => Self::Club,
            Intent::Help => Self::Help,
            Intent::Ahead => Self::Ahead,
            Intent::Hello | Intent::Thanks | Intent::Other => return None,
        })
    }

    fn word(&self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Log => "log",
            Self::LogAs(_) => LOG_AS,
            Self::Run => "run",
            Self::CheckIn => "checkin",
            Self::Remind => "remind",
            Self::Stats => "stats",
            Self::History => "history",
            Self::Board => "board",
            Self::Insights => "insights",
            Self::Evidence => "evidence",
            Self::About => "about",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::Undo => "undo",
            Self::Settings => "settings",
            Self::Club => "club",
            Self::Help => "help",
            Self::Ahead => "ahead",
            Self::NotThat => "not",
        }
    }

    /// Whether it keeps or changes what the words tell of, which then counts from when they were said;
    /// the rest only looks, and looks at how things stand now.
    #[must_use]
    pub fn is_as_said(&self) -> bool {
        matches!(
            self,
            Self::Log
                | Self::LogAs(_)
                | Self::Run
                | Self::CheckIn
                | Self::Remind
                | Self::Pause
                | Self::Resume
                | Self::Undo
        )
    }
}

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())?;
        match self {
            Self::LogAs(modality) => modality.fmt(f),
            _ => Ok(()),
        }
    }
}

impl FromStr for Choice {
    type Err = NotAChoice;

    fn from_str(text: &str) -> Result<Self, NotAChoice> {
        match text.strip_prefix(LOG_AS) {
            Some(modality) => modality.parse().map(Self::LogAs).map_err(|_| NotAChoice),
            None => Self::PLAIN.into_iter().find(|choice| choice.word() == text).ok_or(NotAChoice),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_prints_as_what_reads_as_it() {
        let boots = Choice::LogAs("boots".parse().unwrap());
        assert_eq!(boots.to_string(), "log:boots");
        for choice in Choice::PLAIN.into_iter().chain([boots]) {
            assert_eq!(choice.to_string().parse(), Ok(choice));
        }
        for text in ["", "log:", "log:Boots", "nap", "today,log"] {
            assert_eq!(text.parse::<Choice>(), Err(NotAChoice), "{text:?}");
        }
    }
}
