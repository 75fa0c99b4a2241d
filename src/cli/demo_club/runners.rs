//! Who is in the demo club, and their ways.

use super::training::Training;

/// A member's ways.
pub(super) struct Runner {
    pub(super) name: &'static str,
    /// In how many of 100 days they log something.
    pub(super) keenness: u8,
    /// What they do on an ordinary evening.
    pub(super) evenings: &'static [&'static str],
    /// What they do after Sunday's long run.
    pub(super) long_run: &'static str,
    /// What comes round every so many days.
    pub(super) every: Option<(u64, &'static str)>,
    /// Days of a holiday, counted back from today, without a word.
    pub(super) away: std::ops::Range<u64>,
    /// They have asked for a nudge.
    pub(super) wants_nudge: bool,
    /// How they train, if they tell the bot of it.
    pub(super) training: Option<Training>,
}

pub(super) const RUNNERS: [Runner; 8] = [
    Runner {
        name: "jess",
        keenness: 92,
        evenings: &[
            "boots 30",
            "r8 8 and toes 15",
            "boots 30, roll 10",
            "cryo at lunch",
            "r8 on quads",
        ],
        long_run: "boots 45, roll 15 and toes 20",
        every: Some((14, "ART")),
        away: 0..0,
        wants_nudge: true,
        training: Some(Training { easy_pace: 355, long_km: 16, says_how_they_are: 85 }),
    },
    Runner {
        name: "sam",
        keenness: 60,
        evenings: &["rolled calves for 10", "stretched 10", "roller 2x8", "walked 25"],
        long_run: "epsom bath 20",
        every: None,
        away: 40..54,
        wants_nudge: false,
        training: Some(Training { easy_pace: 330, long_km: 14, says_how_they_are: 20 }),
    },
    Runner {
        name: "coach",
        keenness: 80,
        evenings: &["mobility 10", "foot strength 12", "legs up 10", "yoga 30"],
        long_run: "ice bath 10 and refuel",
        every: Some((21, "sports massage 45")),
        away: 0..0,
        wants_nudge: true,
        training: Some(Training { easy_pace: 300, long_km: 18, says_how_they_are: 60 }),
    },
    Runner {
        name: "priya",
        keenness: 75,
        evenings: &["yoga 40", "yoga 25 and breathing 10", "stretch 15", "nap 20"],
        long_run: "hot bath 20, legs up 15",
        every: None,
        away: 0..0,
        wants_nudge: false,
        training: Some(Training { easy_pace: 390, long_km: 12, says_how_they_are: 40 }),
    },
    Runner {
        name: "tom",
        keenness: 45,
        evenings: &["massage gun 8", "compression socks", "boots 20"],
        long_run: "boots 40",
        every: Some((28, "massage 60")),
        away: 20..31,
        wants_nudge: false,
        training: None,
    },
    Runner {
        name: "mei",
        keenness: 85,
        evenings: &["toes 20", "calf raises 12", "roll 12 and stretch 8", "breathing 10"],
        long_run: "contrast bath 14 and toes 20",
        every: None,
        away: 70..78,
        wants_nudge: false,
        training: Some(Training { easy_pace: 345, long_km: 15, says_how_they_are: 90 }),
    },
    Runner {
        name: "luca",
        keenness: 35,
        evenings: &["sauna 15", "roll 5", "nap 30"],
        long_run: "sauna 15 and cold plunge 3",
        every: None,
        away: 0..0,
        wants_nudge: false,
        training: None,
    },
    Runner {
        name: "ada",
        keenness: 70,
        evenings: &["easy bike 30", "pool run 30", "stretch 12", "r8 6"],
        long_run: "boots 30 and refuel",
        every: Some((14, "active release 30")),
        away: 5..9,
        wants_nudge: false,
        training: Some(Training { easy_pace: 315, long_km: 16, says_how_they_are: 0 }),
    },
];
