//! The classes of words that decisions are made on; which words they are stands in the word lists.

use chrono::Weekday;
use serde::Deserialize;

use crate::domain::catalogue::{Area, Condition, Place, Property};
use crate::domain::checkin::{Level, Scale};
use crate::domain::figures::{Explained, FiguresSpan, Measure};
use crate::domain::run::{LengthUnit, RunKind};

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant says all there is to say")]
pub enum TimeUnit {
    Seconds,
    Minutes,
    Hours,
    Days,
    Weeks,
    Fortnights,
    Months,
}

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant says all there is to say")]
pub enum PartOfDay {
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

/// A set of weekdays that goes by a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant says all there is to say")]
pub enum DaySet {
    Weekdays,
    Weekend,
}

/// What a phrase of the word lists means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// It belongs to a class.
    Cue(Cue),
    /// A number in words.
    Number(f64),
    /// A unit of time.
    Unit(TimeUnit),
    /// A day of the week.
    Weekday(Weekday),
    /// A month, 1–12.
    Month(u32),
    /// A part of the day.
    PartOfDay(PartOfDay),
    /// A part of the body.
    Area(Area),
    /// What is asked of figures.
    Measure(Measure),
    /// Over which days.
    Period(FiguresSpan),
    /// What is asked of how it works.
    Explained(Explained),
    /// What a setting is about.
    Setting(Setting),
    /// A time of day by its name, in minutes since midnight.
    Clock(f64),
    /// A set of weekdays.
    DaySet(DaySet),
    /// A day, by how many lie between.
    DaysAhead(u32),
    /// How far, by its name, in metres.
    Distance(f64),
    /// A unit of length.
    LengthUnit(LengthUnit),
    /// A kind of run.
    RunKind(RunKind),
    /// What somebody lives with.
    Condition(Condition),
    /// What of a thing is asked about.
    Property(Property),
    /// Where they are.
    Place(Place),
    /// What is answered with a level.
    Scale(Scale),
    /// A feeling, by its scale and level.
    Feeling(Scale, Level),
    /// How good a thing was, whatever it was.
    Goodness(Level),
    /// How much it changes the feeling behind it.
    Strength(Level),
}

/// What a setting is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant says all there is to say")]
pub enum Setting {
    TimeZone,
    Race,
    Units,
    Kit,
    Week,
    Pace,
    OffBoard,
    OnBoard,
    Data,
    Change,
}

/// A class of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the word lists say what each is, with its words")]
pub enum Cue {
    // What turns the words around it.
    Denies,
    DeniesBefore,
    DeniesNothing,
    Ends,
    Ahead,
    AheadAround,
    Supposes,
    Past,
    Theirs,
    Mine,
    Aside,
    SameDay,
    Reason,
    // Lengths, days and times.
    Joint,
    Turn,
    Each,
    EachSide,
    Side,
    Times,
    Twice,
    CountsOtherwise,
    PlacesNumber,
    OfClock,
    OpensTime,
    LoosensTime,
    TellsTime,
    OpensLength,
    PlacesDays,
    From,
    BeforeUnit,
    OneHour,
    Turns,
    Sat,
    Seated,
    Range,
    Between,
    Ago,
    About,
    Half,
    Quarter,
    Article,
    Of,
    OutOf,
    Today,
    Tonight,
    Yesterday,
    LastNight,
    DayBeforeYesterday,
    Am,
    Pm,
    PastHour,
    ToHour,
    NextMonth,
    Next,
    This,
    Until,
    SomeDay,
    Last,
    On,
    The,
    // What is done with what was said.
    Question,
    Deed,
    LogRequest,
    Undo,
    HowItWas,
    Badly,
    NoName,
    Filler,
    Beside,
    Own,
    Receives,
    PersonsDeed,
    StandsIn,
    Advises,
    Corrects,
    OpensCorrection,
    Repeats,
    RepeatsUsual,
    Body,
    // How somebody is.
    Slept,
    Elsewhere,
    Frame,
    Way,
    // Runs.
    Metres,
    Pace,
    Per,
    Took,
    Stands,
    Doing,
    // The nudge.
    RemindMe,
    RemindOff,
    Nudge,
    Quiets,
    EndsQuiet,
    AsksWhen,
    AsksToDo,
    Moves,
    Once,
    Every,
    Direct,
    // What a question for a plan tells.
    Before,
    After,
    In,
    ToGo,
    Run,
    Ran,
    Done,
    Start,
    RunAhead,
    Training,
    RaceWeek,
    RaceDay,
    Taper,
    MayRun,
    MayDo,
    HardlyAny,
    AllTime,
    NoWish,
    Lifted,
    Bedtime,
    NoKit,
    Away,
    Only,
    Has,
    Except,
    NotToHand,
    WhatNext,
    Left,
    Now,
    ItsNow,
    Gauge,
    Temperature,
    Travel,
    LongTravel,
    Legs,
    Ill,
    Unwell,
    Recovered,
    ShortNight,
    NightShift,
    Hot,
    Degrees,
    Sits,
    HeatSymptom,
    Collapse,
    Underfuels,
    NotNow,
    EffortSign,
    OnEffort,
    Bruise,
    Large,
    HeadSymptom,
    Drives,
    Fed,
    LittleUrine,
    Urine,
    OddColour,
    ColoursUrine,
    PelvicSign,
    Chest,
    Presses,
    HeartSign,
    HeadSign,
    Head,
    ChestSign,
    CrisisSign,
    EasesAtRest,
    Suffices,
    SaddleSign,
    ClotSign,
    Hops,
    IsNormal,
    NeedsAny,
    Buys,
    Drunk,
    Wheeze,
    AtHome,
    NeverDone,
    Usually,
    EitherOr,
    SinceThen,
    OpensAge,
    Old,
    OpensDay,
    Duty,
    Session,
    Newcomer,
    LongBreak,
    TooMuch,
    Age,
    Figure,
    Carer,
    // What is told of a red flag.
    Clear,
    Expert,
    WordGiven,
    Fine,
    Doubts,
    Health,
    HarmsMe,
}
