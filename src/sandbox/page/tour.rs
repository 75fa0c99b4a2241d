//! The tour: lines a newcomer can click one after another, and what to look at in each answer.

use serde::Serialize;

/// The whole of it.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Tour {
    /// What a newcomer reads first.
    intro: &'static str,
    steps: &'static [Step],
}

/// One suggestion.
#[derive(Clone, Copy, Debug, Serialize)]
struct Step {
    /// Who does it.
    member: &'static str,
    #[serde(flatten)]
    deed: TourDeed,
    /// What to look at, in at most twelve words.
    look: &'static str,
}

/// What a suggestion does when clicked.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum TourDeed {
    /// Types a line and sends it.
    Line(&'static str),
    /// Presses the last button of this label.
    Press(&'static str),
    /// Turns the clock to the landmark of this name.
    Jump(&'static str),
}

/// The tour there is today.
pub(super) const TOUR: Tour = Tour {
    intro: "Fresh Legs is the club's recovery coach: it logs what you do between runs. Click a line.",
    steps: STEPS,
};

/// The steps in order; a feature adds its own at the end.
const STEPS: &[Step] = &[
    Step {
        member: "jess",
        deed: TourDeed::Line("/recover boots 30"),
        look: "One line logs half an hour; the answer says what it understood.",
    },
    Step {
        member: "jess",
        deed: TourDeed::Line("/recover roll 10 and toes 15"),
        look: "Two things in one phrase become two entries.",
    },
    Step {
        member: "jess",
        deed: TourDeed::Line("/recover bots 30"),
        look: "A typo with one near match is mended, and it says so.",
    },
    Step {
        member: "jess",
        deed: TourDeed::Press("Undo"),
        look: "One press takes the last log back.",
    },
    Step {
        member: "sam",
        deed: TourDeed::Line("/recover cryo"),
        look: "Sam gives no minutes; the usual ones are filled in.",
    },
    Step {
        member: "sam",
        deed: TourDeed::Line("/run 8k easy 52min"),
        look: "A run in one line: pace, kind, and the week so far.",
    },
    Step {
        member: "sam",
        deed: TourDeed::Line("/checkin legs heavy, slept 6h"),
        look: "How Sam is; only Sam sees it, and each tap is saved.",
    },
    Step {
        member: "sam",
        deed: TourDeed::Line("/history"),
        look: "Sam's last days, to change, delete or log again.",
    },
    Step {
        member: "sam",
        deed: TourDeed::Line("/modalities cryo"),
        look: "How, how long, what to mind; one press more: how sure.",
    },
    Step {
        member: "jess",
        deed: TourDeed::Line("/today 20 min, calves sore"),
        look: "A plan for twenty minutes, with a reason for each step.",
    },
    Step {
        member: "jess",
        deed: TourDeed::Line("/stats"),
        look: "Jess's weeks as a picture, hers alone until she shares it.",
    },
    Step {
        member: "jess",
        deed: TourDeed::Line("/leaderboard"),
        look: "The club first; My place is for one pair of eyes.",
    },
    Step {
        member: "jess",
        deed: TourDeed::Line("@Fresh Legs does cryo actually work?"),
        look: "Plain words work too; the answer is honest, with its sources.",
    },
    Step {
        member: "coach",
        deed: TourDeed::Line("/club preview"),
        look: "The organiser sees the next nudge and board, and when they come.",
    },
    Step {
        member: "coach",
        deed: TourDeed::Line("/remind on"),
        look: "She asks for a nudge in the evening; it says when.",
    },
    Step {
        member: "coach",
        deed: TourDeed::Line("/club setup channel:#recovery leaderboard:sun 19:00"),
        look: "The week's board goes here, Sundays at seven.",
    },
    Step {
        member: "coach",
        deed: TourDeed::Jump("tonight"),
        look: "The clock turned to tonight: a nudge comes.",
    },
    Step {
        member: "coach",
        deed: TourDeed::Jump("Sunday"),
        look: "The clock turned to Sunday: the week's board is posted.",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_says_what_to_look_at_in_twelve_words() {
        for step in STEPS {
            let words = step.look.split_whitespace().count();
            assert!((1..=12).contains(&words), "{}", step.look);
        }
    }
}
