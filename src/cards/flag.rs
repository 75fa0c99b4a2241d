//! What a member is told of a red flag: calm, what to do now, and for nobody else's eyes.

use super::{Button, Card, ComponentId, FlagClick, Style, flag_question};
use crate::actions::Minded;
use crate::domain::catalogue::Urgency;
use crate::domain::flags::Flag;
use crate::domain::help_lines::HelpLines;

/// Stands in the catalogue's words for calling an emergency number.
const CALL: &str = "{call}";

/// What is said beside an answer, to somebody who can call `help`.
#[must_use]
pub fn minded(minded: &Minded, help: HelpLines) -> Card {
    match minded {
        Minded::Raised(flag) => advice(*flag, None, help),
        Minded::RaisedBeside { flag, label } => advice(*flag, Some(label), help),
        Minded::Ask(asked) => flag_question(*asked),
        Minded::OfSomebodyElse(flag) => for_somebody_else(*flag, help),
        Minded::RuledOut { flag, label } => Card::private(format!(
            "{label} is saved. You also told me about {}: please no more of it, nor of anything \
             like it, until somebody has looked.\n-# Only you see this.",
            flag.about()
        ))
        .with_row(vec![clear_button()]),
        Minded::SaysClear => ask_clear(),
    }
}

/// What to do now about a red flag, with the way to clear it.
#[must_use]
pub fn flagged(flag: Flag, help: HelpLines) -> Card {
    advice(flag, None, help)
}

/// What to do for somebody else, whom nothing here is about.
fn for_somebody_else(flag: Flag, help: HelpLines) -> Card {
    let call = call(help);
    let advice = match flag.urgency() {
        _ if flag == Flag::Crisis => format!(
            "**Please don't leave them alone with that**\nAsk them straight whether they think of \
             ending their life, and listen: asking harms nobody. In danger, {call}.\nWho listens, \
             to them and to you: {}",
            crisis_line(help)
        ),
        Urgency::Emergency => {
            let call = capitalised(&call);
            format!("**Please get them help now**\n{call} for them, and stay with them.")
        }
        _ => "**Please have them seen today**\nTheir doctor, an out-of-hours line or urgent care."
            .to_owned(),
    };
    Card::private(format!(
        "{advice}\nI'm no doctor and can't advise for somebody else. Nothing changes for you.\n\
         -# Only you see this."
    ))
}

/// What to do about a red flag, with the short name of what was logged beside it and is ruled out.
fn advice(flag: Flag, logged: Option<&str>, help: HelpLines) -> Card {
    if flag == Flag::Crisis {
        return crisis(help);
    }
    let mut lines = vec![
        format!("**{}**", heading(flag.urgency())),
        format!(
            "You told me about {}. I'm no doctor, and this one is for somebody who can look.",
            flag.about()
        ),
        what_to_do(flag.urgency(), help),
    ];
    lines.extend(logged.map(|label| format!("{label} is saved, but no more of it.")));
    lines.extend(flag.meanwhile().map(|advice| advice.replace(CALL, &call(help))));
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

/// What a member is told who thinks of ending their life: that they were heard, and who listens.
fn crisis(help: HelpLines) -> Card {
    Card::private(format!(
        "I'm glad you told me. That sounds like a lot to carry, and you don't have to carry it \
         alone.\nPlease talk to somebody now: {}\nOr tell somebody you trust just what you told \
         me, and ask them to stay with you.\nIf you might act on it, {}, and move away from \
         anything you could hurt yourself with.\nRunning can wait, and nobody here will nudge \
         you.\n-# Only you see this. I'm a bot, and you deserve a person.",
        crisis_line(help),
        call(help)
    ))
    .with_row(vec![clear_button()])
}

/// Who listens, where the member is and elsewhere: a time zone is only a guess at that.
fn crisis_line(help: HelpLines) -> String {
    match help.crisis {
        Some(line) => format!("**{line}** (elsewhere: findahelpline.com)"),
        None => "**findahelpline.com** has a free line near you. US and Canada: 988. UK and \
                 Ireland: Samaritans, 116 123."
            .to_owned(),
    }
}

/// "call 999": what to do where it can't wait.
fn call(help: HelpLines) -> String {
    match help.emergency {
        Some(number) => format!("call {number}"),
        None => "call your emergency number (112 in much of the world)".to_owned(),
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The open red flag as its owner sees it, or that there is none.
#[must_use]
pub fn open_flag(open: Option<Flag>, help: HelpLines) -> Card {
    open.map_or_else(|| cleared(false), |flag| flagged(flag, help))
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
    format!("**Resting** {}: {}", flag.about(), in_short(flag.urgency()))
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

fn what_to_do(urgency: Urgency, help: HelpLines) -> String {
    match urgency {
        Urgency::Emergency => {
            let call = capitalised(&call(help));
            format!("{call}, and have somebody stay with you. Don't wait for it to pass.")
        }
        Urgency::SameDay => {
            "Call your doctor, an out-of-hours line or urgent care today.".to_owned()
        }
        Urgency::StopRunningAndSee => {
            "See a doctor or physio in the next few days, and don't run on it until then."
                .to_owned()
        }
        Urgency::SeeSoon => "See a doctor or physio in the coming days.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where nothing is known of the country.
    const ANYWHERE: HelpLines = HelpLines { emergency: None, crisis: None };

    fn in_(zone: &str) -> HelpLines {
        HelpLines::for_zone(zone.parse().unwrap())
    }

    #[test]
    fn what_cant_wait_says_so_first() {
        insta::assert_snapshot!(flagged(Flag::Chest, in_("Europe/London")), @"
        (private) **Please get help now**
        You told me about your chest or heart, or passing out. I'm no doctor, and this one is for somebody who can look.
        Call 999, and have somebody stay with you. Don't wait for it to pass.
        Until you're clear I suggest rest and nothing else; board, streak and nudges wait quietly.
        -# Only you see this. I'm clear is for when somebody has looked, or I got you wrong.
        [I'm clear](1:flag:clear)
        ");
        insta::assert_snapshot!(flagged(Flag::Clot, ANYWHERE), @r"
        (private) **Please get this seen today**
        You told me about swelling, heat or blood flow in one leg. I'm no doctor, and this one is for somebody who can look.
        Call your doctor, an out-of-hours line or urgent care today.
        No boots, massage or rolling until then. Sudden breathlessness or chest pain: call your emergency number (112 in much of the world) at once.
        Until you're clear I suggest rest and nothing else; board, streak and nudges wait quietly.
        -# Only you see this. I'm clear is for when somebody has looked, or I got you wrong.
        [I'm clear](1:flag:clear)
        ");
    }

    #[test]
    fn what_can_wait_is_calm_and_a_crisis_is_met_with_people() {
        insta::assert_snapshot!(flagged(Flag::Bone, ANYWHERE), @"
        (private) **Please stop running until this is seen**
        You told me about pain in a bone. I'm no doctor, and this one is for somebody who can look.
        See a doctor or physio in the next few days, and don't run on it until then.
        Until you're clear I suggest rest and nothing else; board, streak and nudges wait quietly.
        -# Only you see this. I'm clear is for when somebody has looked, or I got you wrong.
        [I'm clear](1:flag:clear)
        ");
        insta::assert_snapshot!(flagged(Flag::Crisis, in_("America/Denver")), @"
        (private) I'm glad you told me. That sounds like a lot to carry, and you don't have to carry it alone.
        Please talk to somebody now: **call or text 988** (elsewhere: findahelpline.com)
        Or tell somebody you trust just what you told me, and ask them to stay with you.
        If you might act on it, call 911, and move away from anything you could hurt yourself with.
        Running can wait, and nobody here will nudge you.
        -# Only you see this. I'm a bot, and you deserve a person.
        [I'm clear](1:flag:clear)
        ");
        let text = flagged(Flag::Crisis, ANYWHERE).text;
        assert!(text.contains("findahelpline.com") && text.contains("112"), "{text}");
    }

    #[test]
    fn for_somebody_else_it_is_their_help_that_is_called() {
        let of = |flag| minded(&Minded::OfSomebodyElse(flag), in_("Australia/Hobart"));
        insta::assert_snapshot!(of(Flag::Limb), @"
        (private) **Please get them help now**
        Call 000 for them, and stay with them.
        I'm no doctor and can't advise for somebody else. Nothing changes for you.
        -# Only you see this.
        ");
        insta::assert_snapshot!(of(Flag::Crisis), @"
        (private) **Please don't leave them alone with that**
        Ask them straight whether they think of ending their life, and listen: asking harms nobody. In danger, call 000.
        Who listens, to them and to you: **Lifeline, 13 11 14** (elsewhere: findahelpline.com)
        I'm no doctor and can't advise for somebody else. Nothing changes for you.
        -# Only you see this.
        ");
    }

    #[test]
    fn what_is_ruled_out_is_saved_and_said() {
        let ruled_out = Minded::RuledOut { flag: Flag::Clot, label: "Boots".to_owned() };
        insta::assert_snapshot!(minded(&ruled_out, ANYWHERE), @r"
        (private) Boots is saved. You also told me about swelling, heat or blood flow in one leg: please no more of it, nor of anything like it, until somebody has looked.
        -# Only you see this.
        [I'm clear](1:flag:clear)
        ");
        insta::assert_snapshot!(minded(&Minded::SaysClear, ANYWHERE), @"
        (private) Good, if somebody has looked at it and said so, or if I got you wrong. Then I go on as before: plans, board, streak and nudges.
        Still unsure? Leave it as it is and have it seen.
        [Yes, I'm clear](1:flag:sure)
        ");
        insta::assert_snapshot!(open_flag(None, ANYWHERE), @"(private) Nothing is open. All is running.");
    }

    #[test]
    fn what_was_logged_beside_it_is_saved_and_not_to_be_gone_on_with() {
        let beside = Minded::RaisedBeside { flag: Flag::Clot, label: "Boots".to_owned() };
        insta::assert_snapshot!(minded(&beside, ANYWHERE), @"
        (private) **Please get this seen today**
        You told me about swelling, heat or blood flow in one leg. I'm no doctor, and this one is for somebody who can look.
        Call your doctor, an out-of-hours line or urgent care today.
        Boots is saved, but no more of it.
        No boots, massage or rolling until then. Sudden breathlessness or chest pain: call your emergency number (112 in much of the world) at once.
        Until you're clear I suggest rest and nothing else; board, streak and nudges wait quietly.
        -# Only you see this. I'm clear is for when somebody has looked, or I got you wrong.
        [I'm clear](1:flag:clear)
        ");
        let text = minded(&Minded::Raised(Flag::Clot), ANYWHERE).text;
        assert!(!text.contains("is saved"), "{text}");
    }

    #[test]
    fn no_card_claims_or_names_an_illness() {
        for flag in Flag::ALL {
            let beside = Minded::RaisedBeside { flag, label: "Boots".to_owned() };
            let beside = minded(&beside, ANYWHERE).text;
            let text = flagged(flag, ANYWHERE).text + &beside;
            let text = text.to_lowercase();
            for word in ["clot", "dvt", "rhabdo", "fracture", "heal", "safe", "diagnos", "{"] {
                assert!(!text.contains(word), "{flag:?}: {text}");
            }
            assert!(beside.chars().count() < 700, "{flag:?}");
        }
    }
}
