//! What a modality needs of the place it is done in, and what each kind of place lacks.
//!
//! It hears of no place in anybody's words; that is the advisor's to do.

use serde::Deserialize;

/// Something that not every place has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Room on the floor to lie or kneel on.
    Floor,
    /// Leave to make a noise.
    Noise,
    /// A tub, or a bathroom of one's own.
    Bath,
    /// Getting changed, or bare feet.
    Change,
    /// Somewhere to lie, or to put one's feet up.
    Lying,
    /// Getting up and standing.
    Standing,
    /// Room to stretch an arm and a leg.
    Room,
    /// Going out of the door.
    Out,
}

/// Where somebody is, or how they are there, as far as it rules something out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// On a train, a plane, in a car, or in a row of chairs.
    Seat,
    /// At a desk, or at work.
    Desk,
    /// In a meeting, or on a call that shows them.
    Call,
    /// In bed.
    Bed,
    /// With somebody asleep on them.
    Pinned,
    /// Where nobody is to be woken.
    Hushed,
    /// Alone with somebody who sleeps.
    Watching,
    /// In clothes that stay on.
    Dressed,
    /// Without room on the floor.
    Cramped,
    /// With a shower and no tub.
    NoBath,
    /// Not to go out.
    Indoors,
    /// Not to lie down.
    Upright,
    /// In a wheelchair.
    Wheelchair,
}

impl Place {
    /// Every one, in the order that buttons pack them.
    pub const ALL: [Self; 13] = [
        Self::Seat,
        Self::Desk,
        Self::Call,
        Self::Bed,
        Self::Pinned,
        Self::Hushed,
        Self::Watching,
        Self::Dressed,
        Self::Cramped,
        Self::NoBath,
        Self::Indoors,
        Self::Upright,
        Self::Wheelchair,
    ];

    /// What isn't to be had there.
    #[must_use]
    pub fn lacks(self) -> &'static [Need] {
        use Need::{Bath, Change, Floor, Lying, Noise, Out, Room, Standing};
        match self {
            Self::Seat | Self::Pinned => &[Floor, Noise, Bath, Change, Lying, Standing, Room, Out],
            Self::Desk => &[Floor, Bath, Change, Lying],
            Self::Call => &[Floor, Bath, Change, Lying, Standing, Room, Out],
            Self::Bed => &[Floor, Bath, Change, Standing, Out],
            Self::Hushed => &[Noise],
            Self::Watching => &[Noise, Out],
            Self::Dressed => &[Floor, Change],
            Self::Cramped => &[Floor],
            Self::NoBath => &[Bath],
            Self::Indoors => &[Out],
            Self::Upright => &[Floor, Lying],
            Self::Wheelchair => &[Standing],
        }
    }

    /// Whether one sits there for as long as one is there.
    #[must_use]
    pub fn is_sat_in(self) -> bool {
        matches!(self, Self::Seat | Self::Desk | Self::Call)
    }
}
