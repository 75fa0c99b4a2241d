//! What else a question tells of how things stand: ill, tired, nothing at hand.

use crate::domain::catalogue::Place;

/// How things stand, as a question tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// They had something, or are a little unwell.
    Unwell,
    /// Their legs are heavy, wherever it is that they feel it.
    Heavy,
    /// They have nothing at hand but themselves.
    NoKit,
    /// It is another day's plan that they ask for.
    AnotherDay,
    /// They are ill: a fever, or what keeps somebody in bed.
    Ill,
    /// They are where nobody bathes: at work, on a train.
    Away,
    /// They want what they name and nothing else.
    Only,
    /// What they name is at hand, whatever their kit says.
    AtHand,
    /// The night was short.
    ShortNight,
    /// They ask whether to run.
    MayRun,
    /// They lifted something today.
    Lifted,
    /// They haven't run today, as they answered.
    NotRun,
    /// They work at night.
    NightShift,
    /// It is hot where they run.
    Hot,
    /// There is little in them.
    Tired,
    /// They are new to running.
    Newcomer,
    /// They come back to running after weeks.
    LongBreak,
    /// They ask whether they do too much.
    TooMuch,
    /// They tell how old they are.
    Age,
    /// They sit for hours: in a car, on a plane.
    Travel,
    /// They would rather do nothing.
    NoWish,
    /// They are giddy, sick or have a headache.
    Giddy,
    /// They have eaten.
    Fed,
    /// They ask which of two.
    Either,
    /// They have all the time they want.
    AllTime,
    /// They ask whether what they feel is normal.
    IsNormal,
    /// They ask whether there is anything to do at all.
    NeedsAny,
    /// They ask what to buy, or what they are missing.
    Buys,
    /// They ask about somebody's advice.
    Advised,
    /// They have had a drink.
    Drunk,
    /// They wheeze.
    Wheezy,
    /// Something is swollen.
    Swollen,
    /// What they name they do as ever.
    Usual,
    /// What they name they never did.
    NeverDone,
    /// It is tomorrow's plan that they ask for.
    Tomorrow,
    /// They are about to drive.
    Drives,
    /// They have a drink today, before or after.
    Drinks,
    /// They are in such a place.
    At(Place),
}

impl State {
    /// Every one, in the order that buttons pack them: a new one goes last.
    pub const ALL: [Self; 50] = [
        Self::Unwell,
        Self::Heavy,
        Self::NoKit,
        Self::AnotherDay,
        Self::Ill,
        Self::Away,
        Self::Only,
        Self::AtHand,
        Self::ShortNight,
        Self::MayRun,
        Self::Lifted,
        Self::NotRun,
        Self::NightShift,
        Self::Hot,
        Self::Tired,
        Self::Newcomer,
        Self::LongBreak,
        Self::TooMuch,
        Self::Age,
        Self::Travel,
        Self::NoWish,
        Self::Giddy,
        Self::Fed,
        Self::Either,
        Self::AllTime,
        Self::IsNormal,
        Self::NeedsAny,
        Self::Buys,
        Self::Advised,
        Self::Drunk,
        Self::Wheezy,
        Self::Tomorrow,
        Self::Swollen,
        Self::Usual,
        Self::NeverDone,
        Self::At(Place::Seat),
        Self::At(Place::Desk),
        Self::At(Place::Call),
        Self::At(Place::Bed),
        Self::At(Place::Pinned),
        Self::At(Place::Hushed),
        Self::At(Place::Watching),
        Self::At(Place::Dressed),
        Self::At(Place::Cramped),
        Self::At(Place::NoBath),
        Self::At(Place::Indoors),
        Self::At(Place::Upright),
        Self::At(Place::Wheelchair),
        Self::Drives,
        Self::Drinks,
    ];
}
