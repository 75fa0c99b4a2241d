//! What somebody can want of the bot with a message.

/// One thing that a message can want.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Intent {
    /// A plan for now.
    Today,
    /// Save what was done.
    Log,
    /// Save a run.
    Run,
    /// Say how they feel.
    Checkin,
    /// When the bot speaks up, and when it doesn't.
    Remind,
    /// Own figures.
    Stats,
    /// Own earlier entries.
    History,
    /// The club's board.
    Board,
    /// What helps me.
    Insights,
    /// Does it work.
    Evidence,
    /// How it is done, and for how long.
    About,
    /// Leave me out for a while.
    Pause,
    /// Count me in again.
    Resume,
    /// Take the last thing back.
    Undo,
    /// What the bot knows of a member.
    Settings,
    /// Planned, and not done.
    Ahead,
    /// What an organiser arranges.
    Club,
    /// How the bot works.
    Help,
    /// A greeting.
    Hello,
    /// Thanks.
    Thanks,
    /// Something else altogether.
    Other,
}

impl Intent {
    /// Every one.
    pub const ALL: [Self; 21] = [
        Self::Today,
        Self::Log,
        Self::Run,
        Self::Checkin,
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
        Self::Ahead,
        Self::Club,
        Self::Help,
        Self::Hello,
        Self::Thanks,
        Self::Other,
    ];

    /// Its name in the sentences that the model learns from.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Log => "log",
            Self::Run => "run",
            Self::Checkin => "checkin",
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
            Self::Ahead => "ahead",
            Self::Club => "club",
            Self::Help => "help",
            Self::Hello => "hello",
            Self::Thanks => "thanks",
            Self::Other => "other",
        }
    }

    /// The intent of that name.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|intent| intent.id() == id)
    }
}
