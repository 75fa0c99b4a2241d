//! What a member is told of a red flag: calm, what to do now, and for nobody else's eyes.

use super::{Button, Card, ComponentId, FlagClick, Style};
use crate::actions::Minded;
use crate::domain::catalogue::Urgency;
use crate::domain::flags::Flag;

/// What is said beside an answer.
#[must_use]
pub fn minded(minded: &Minded) -> Card {
    match minded {
        Minded::Raised(flag) => advice(*flag, None),
        Minded::RaisedBeside { flag, label } => advice(*flag, Some(label)),
        Minded::OfSomebodyElse(flag) => for_somebody_else(*flag),
        Minded::RuledOut { flag, label } => Card::private(format!(
            "{label} is saved. You also told me about {}: please leave out whatever squeezes or \
             kneads until somebody has looked.\n-# Only you see this.",
            about(*flag)
        ))
        .with_row(vec![clear_button()]),
        Minded::SaysClear => ask_clear(),
    }
}

/// What to do now about a red flag, with the way to clear it.
#[must_use]
pub fn flagged(flag: Flag) -> Card {
    advice(flag, None)
}

/// What to do for somebody else, whom nothing here is about.
fn for_somebody_else(flag: Flag) -> Card {
    let advice = match flag.urgency() {
        _ if flag == Flag::Crisis => {
            "**Please don't leave them alone with that**\nAsk them straight, and listen. In danger, \
             call the emergency number. US and Canada: 988. UK and Ireland: Samaritans, 116 123. \
             Elsewhere: findahelpline.com"
        }
        Urgency::Emergency => {
            "**Please get them help now**\nCall the emergency number for them, and stay with them."
        }
        _ => "**Please have them seen today**\nTheir doctor, an out-of-hours line or urgent care.",
    };
    Card::private(format!(
        "{advice}\nI'm no doctor and can't advise for somebody else. Nothing changes for you.\n\
         -# Only you see this."
    ))
}

/// What to do about a red flag, with the short name of what was logged beside it and is ruled out.
fn advice(flag: Flag, logged: Option<&str>) -> Card {
    if flag == Flag::Crisis {
        return Card::private(
            "I'm glad you said it. Please don't carry that alone: talk to somebody now.\n\
             In danger, call your emergency number. US and Canada: call or text 988. UK and Ireland: \
             Samaritans, 116 123. Elsewhere: findahelpline.com\n\
             Running can wait, and nobody here will nudge you.\n-# Only you see this.",
        )
        .with_row(vec![clear_button()]);
    }
    let mut lines = vec![
        format!("**{}**", heading(flag.urgency())),
        format!(
            "You told me about {}. I'm no doctor, and this one is for somebody who can look.",
            about(flag)
        ),
        what_to_do(flag.urgency()).to_owned(),
    ];
    lines.extend(logged.map(|label| format!("{label} is saved, but no more of it.")));
    lines.extend(until_then(flag).map(str::to_owned));
    lines.push(
        "Until you're clear I suggest rest and nothing else; board, streak and nudges wait quietly."
            .to_owned(),
    );
    lines.push(
        "-# Only you see this. I'm clear is for when somebody has looked, or I got you wrong."
            .to_owned(),
    );
    Card::private(lines.join("\n")).with_row(vec![clear_button()])
}

/// The open red flag as its owner sees it, or that there is none.
#[must_use]
pub fn open_flag(open: Option<Flag>) -> Card {
    open.map_or_else(|| cleared(false), flagged)
}

/// Asks once more before what is open is cleared.
#[must_use]
pub fn ask_clear() -> Card {
    Card::private(
        "Good, if somebody has looked at it and said so, or if I got you wrong. Then I go on as \
         before: plans, board, streak and nudges.\nStill unsure? Leave it as it is and have it seen.",
    )
    .with_row(vec![Button {
        id: ComponentId::Flag(FlagClick::Sure),
        label: "Yes, I'm clear".to_owned(),
        style: Style::Primary,
    }])
}

/// The answer to being clear.
#[must_use]
pub fn cleared(was_open: bool) -> Card {
    Card::private(if was_open {
        "Good to hear. Plans, board and nudges go on as before.\n\
         -# If it comes back, tell me, and see somebody again."
    } else {
        "Nothing is open. All is running."
    })
}

/// In a line: what `/me show` says of it.
pub(super) fn flag_line(flag: Flag) -> String {
    format!("**Resting** {}: {}", about(flag), in_short(flag.urgency()))
}

pub(super) fn clear_button() -> Button {
    Button {
        id: ComponentId::Flag(FlagClick::Clear),
        label: "I'm clear".to_owned(),
        style: Style::Secondary,
    }
}

fn heading(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "Please get help now",
        Urgency::SameDay => "Please get this seen today",
        Urgency::StopRunningAndSee => "Please stop running until this is seen",
        Urgency::SeeSoon => "Please get this seen soon",
    }
}

fn in_short(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "get help now",
        Urgency::SameDay => "get it seen today",
        Urgency::StopRunningAndSee => "no running until it is seen",
        Urgency::SeeSoon => "get it seen soon",
    }
}

fn what_to_do(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => {
            "Call your emergency number, and have somebody stay with you. Don't wait for it to pass."
        }
        Urgency::SameDay => "Call your doctor, an out-of-hours line or urgent care today.",
        Urgency::StopRunningAndSee => {
            "See a doctor or physio in the next few days, and don't run on it until then."
        }
        Urgency::SeeSoon => "See a doctor or physio in the coming days.",
    }
}

fn about(flag: Flag) -> &'static str {
    match flag {
        Flag::Chest => "your chest or heart, or passing out",
        Flag::Lung => "your breathing",
        Flag::Urine => "your urine after hard work",
        Flag::Heat => "collapsing, confusion or not keeping anything down",
        Flag::Saddle => "numbness down there, or bladder or bowels out of control",
        Flag::Limb => "an arm or leg that can't wait",
        Flag::Head => "your head",
        Flag::Crisis => "how heavy things are",
        // True too where they told of it by its name, which is theirs to say.
        Flag::Clot => "swelling, heat or blood flow in one leg",
        Flag::Infection => "a joint or skin that looks angry",
        Flag::Tear => "an injury that wants a look",
        Flag::Cold => "what the cold left behind",
        Flag::Stool => "blood where it doesn't belong, or a black stool",
        Flag::Groin => "pain deep in the groin or hip",
        Flag::Bone => "pain in a bone",
        Flag::Nerve => "numbness or weakness in a leg",
        Flag::Gait => "pain that changes how you run",
        Flag::Lasting => "a sore spot that isn't settling",
        Flag::Energy => "signs of running on too little",
        Flag::Worn => "tiredness that rest doesn't touch",
    }
}

/// What to leave out or watch for meanwhile.
fn until_then(flag: Flag) -> Option<&'static str> {
    match flag {
        Flag::Clot => Some(
            "No boots, massage or rolling until then. Sudden breathlessness or chest pain: emergency \
             number at once.",
        ),
        Flag::Urine | Flag::Lung | Flag::Limb => Some("No boots, massage or rolling until then."),
        Flag::Tear => Some("Keep it still, with no weight on it, until then."),
        Flag::Cold => Some(
            "No more cold, and no rubbing: dry and warm. Shivering that won't stop, or confusion: \
             emergency number at once.",
        ),
        Flag::Infection => Some("No massage or heat on it until then."),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cant_wait_says_so_first() {
        insta::assert_snapshot!(flagged(Flag::Chest), @"
        (private) **Please get help now**
        You told me about your chest or heart, or passing out. I'm no doctor, and this one is for somebody who can look.
        Call your emergency number, and have somebody stay with you. Don't wait for it to pass.
        Until you're clear I suggest rest and nothing else; board, streak and nudges wait quietly.
        -# Only you see this. I'm clear is for when somebody has looked, or I got you wrong.
        [I'm clear](1:flag:clear)
        ");
        insta::assert_snapshot!(flagged(Flag::Clot), @r"
        (private) **Please get this seen today**
        You told me about swelling, heat or blood flow in one leg. I'm no doctor, and this one is for somebody who can look.
        Call your doctor, an out-of-hours line or urgent care today.
        No boots, massage or rolling until then. Sudden breathlessness or chest pain: emergency number at once.
        Until you're clear I suggest rest and nothing else; board, streak and nudges wait quietly.
        -# Only you see this. I'm clear is for when somebody has looked, or I got you wrong.
        [I'm clear](1:flag:clear)
        ");
    }

    #[test]
    fn what_can_wait_is_calm_and_a_crisis_is_met_with_people() {
        insta::assert_snapshot!(flagged(Flag::Bone), @"
        (private) **Please stop running until this is seen**
        You told me about pain in a bone. I'm no doctor, and this one is for somebody who can look.
        See a doctor or physio in the next few days, and don't run on it until then.
        Until you're clear I suggest rest and nothing else; board, streak and nudges wait quietly.
        -# Only you see this. I'm clear is for when somebody has looked, or I got you wrong.
        [I'm clear](1:flag:clear)
        ");
        insta::assert_snapshot!(flagged(Flag::Crisis), @"
        (private) I'm glad you said it. Please don't carry that alone: talk to somebody now.
        In danger, call your emergency number. US and Canada: call or text 988. UK and Ireland: Samaritans, 116 123. Elsewhere: findahelpline.com
        Running can wait, and nobody here will nudge you.
        -# Only you see this.
        [I'm clear](1:flag:clear)
        ");
    }

    #[test]
    fn what_is_ruled_out_is_saved_and_said() {
        let ruled_out = Minded::RuledOut { flag: Flag::Clot, label: "Boots".to_owned() };
        insta::assert_snapshot!(minded(&ruled_out), @r"
        (private) Boots is saved. You also told me about swelling, heat or blood flow in one leg: please leave out whatever squeezes or kneads until somebody has looked.
        -# Only you see this.
        [I'm clear](1:flag:clear)
        ");
        insta::assert_snapshot!(minded(&Minded::SaysClear), @"
        (private) Good, if somebody has looked at it and said so, or if I got you wrong. Then I go on as before: plans, board, streak and nudges.
        Still unsure? Leave it as it is and have it seen.
        [Yes, I'm clear](1:flag:sure)
        ");
        insta::assert_snapshot!(open_flag(None), @"(private) Nothing is open. All is running.");
    }

    #[test]
    fn what_was_logged_beside_it_is_saved_and_not_to_be_gone_on_with() {
        let beside = Minded::RaisedBeside { flag: Flag::Clot, label: "Boots".to_owned() };
        insta::assert_snapshot!(minded(&beside), @"
        (private) **Please get this seen today**
        You told me about swelling, heat or blood flow in one leg. I'm no doctor, and this one is for somebody who can look.
        Call your doctor, an out-of-hours line or urgent care today.
        Boots is saved, but no more of it.
        No boots, massage or rolling until then. Sudden breathlessness or chest pain: emergency number at once.
        Until you're clear I suggest rest and nothing else; board, streak and nudges wait quietly.
        -# Only you see this. I'm clear is for when somebody has looked, or I got you wrong.
        [I'm clear](1:flag:clear)
        ");
        let text = minded(&Minded::Raised(Flag::Clot)).text;
        assert!(!text.contains("is saved"), "{text}");
    }

    #[test]
    fn no_card_claims_or_names_an_illness() {
        for flag in Flag::ALL {
            let beside = Minded::RaisedBeside { flag, label: "Boots".to_owned() };
            let text = flagged(flag).text + &minded(&beside).text;
            let text = text.to_lowercase();
            for word in ["clot", "dvt", "rhabdo", "fracture", "heal", "safe", "diagnos"] {
                assert!(!text.contains(word), "{flag:?}: {text}");
            }
            assert!(minded(&beside).text.chars().count() < 700, "{flag:?}");
        }
    }
}
