//! What `/remind` answers: when the next nudges come and where, or that none does.

use super::logged::day_words;
use super::{Button, Card, ComponentId, NudgeClick, Style};
use crate::actions::{QuietSet, Reminding};
use crate::domain::nudge_time::Quiet;

/// A reminder was set.
#[must_use]
pub fn reminder_on(reminding: &Reminding) -> Card {
    Card::private(format!(
        "Done: {}, {}. Only on days you've logged nothing.{}{}\n-# `/remind off` ends it",
        reminding.reminder.recurrence.words(),
        place_words(reminding),
        ended_words(reminding),
        next_words(reminding)
    ))
}

/// A member's reminder, or how to have one.
#[must_use]
pub fn reminder_status(reminding: Option<&Reminding>) -> Card {
    let Some(reminding) = reminding else {
        return Card::private(
            "No nudges for you so far. `/remind on` asks for one in the evening.",
        )
        .with_row(vec![Button {
            id: ComponentId::Nudge(NudgeClick::Start),
            label: "Nudge me in the evening".to_owned(),
            style: Style::Primary,
        }]);
    };
    let snoozed = reminding.snoozed.map(|at| format!("\nSnoozed until <t:{}:t>.", at.timestamp()));
    let snoozed = snoozed.unwrap_or_default();
    Card::private(format!(
        "I nudge you {}, {}, on days you've logged nothing.{snoozed}{}{}",
        reminding.reminder.recurrence.words(),
        place_words(reminding),
        quiet_words(reminding),
        next_words(reminding)
    ))
}

/// A reminder was taken away, or there was none.
#[must_use]
pub fn reminder_off(was_on: bool) -> Card {
    Card::private(if was_on {
        "No more nudges. `/remind on` brings them back."
    } else {
        "You had no nudges coming. `/remind on` asks for one in the evening."
    })
}

/// What is asked back where a time can't be read.
#[must_use]
pub fn which_time() -> Card {
    Card::private(
        "When shall I nudge you? Say `nudge me at 8:30pm`, or `nudge me mon wed at 8pm`. Nothing \
         has changed yet.",
    )
}

/// What is told where a single nudge is asked for.
#[must_use]
pub fn only_daily() -> Card {
    Card::private(
        "I can't nudge just once: mine come each evening, on days you've logged nothing. Want that? \
         Say `nudge me at 9pm`. Nothing has changed yet.",
    )
}

/// Reminders are quiet for a while, or no longer.
#[must_use]
pub fn quiet(set: QuietSet, reminding: &Reminding) -> Card {
    let told = match set {
        QuietSet::Begun(Quiet::Until(day)) => {
            format!("Quiet until {}, that day included.", day_words(day))
        }
        QuietSet::Begun(Quiet::Open) => {
            "Quiet until you say so: `/remind pause until:now` ends it.".to_owned()
        }
        QuietSet::Ended if reminding.ended.is_some() => "Your quiet is over.".to_owned(),
        QuietSet::Ended => "You had no quiet to end.".to_owned(),
    };
    let hint = match set {
        QuietSet::Begun(_) => "\n-# A break from everything, streak included: `/me pause`",
        QuietSet::Ended => "",
    };
    Card::private(format!("{told}{}{hint}", next_words(reminding)))
}

/// The quiet that runs, and its end.
fn quiet_words(reminding: &Reminding) -> String {
    let until = match reminding.quiet {
        None => return String::new(),
        Some(Quiet::Until(day)) => day_words(day),
        Some(Quiet::Open) => "you say so".to_owned(),
    };
    format!("\nQuiet until {until}; `/remind pause until:now` ends it.")
}

/// The quiet that asking for a nudge has ended.
fn ended_words(reminding: &Reminding) -> String {
    match reminding.ended {
        None => String::new(),
        Some(Quiet::Until(day)) => format!("\nThat ends your quiet until {}.", day_words(day)),
        Some(Quiet::Open) => "\nThat ends your quiet.".to_owned(),
    }
}

fn place_words(reminding: &Reminding) -> String {
    match reminding.channel {
        Some(channel) => format!("in <#{channel}>"),
        None => "by direct message".to_owned(),
    }
}

fn next_words(reminding: &Reminding) -> String {
    if reminding.club_off {
        return "\nYour club keeps its nudge off, though, and yours goes by that. \
                `/remind on time:20:00` gives you a time of your own."
            .to_owned();
    }
    let paused = match (reminding.paused, reminding.next.is_empty()) {
        (false, _) => "",
        (true, false) => "\nYou're on a break, so I stay quiet meanwhile.",
        (true, true) => "\nYou're on a break, so I stay quiet until `/me resume`.",
    };
    if reminding.next.is_empty() {
        return paused.to_owned();
    }
    let times: Vec<String> =
        reminding.next.iter().map(|at| format!("\n<t:{}:F>", at.timestamp())).collect();
    format!("{paused}\nNext:{}", times.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ChannelId, MemberId};
    use crate::domain::job::NudgePlace;
    use crate::domain::recurrence::Occurrence;
    use crate::store::Reminder;

    fn reminding(place: NudgePlace, own_time: Option<&str>) -> Reminding {
        let channel = Some(ChannelId("5".parse().unwrap()));
        let at = |text: &str| text.parse().unwrap();
        let recurrence = own_time.unwrap_or("20:00");
        Reminding {
            reminder: Reminder {
                member: MemberId("7".parse().unwrap()),
                guild: None,
                channel,
                place,
                own_time: own_time.map(|time| time.parse().unwrap()),
                quiet_until: None,
                recurrence: recurrence.parse().unwrap(),
                zone: chrono_tz::America::New_York,
                due: Occurrence {
                    wall: "2026-11-23T20:00:00".parse().unwrap(),
                    at: at("2026-11-24T01:00:00Z"),
                },
            },
            channel: channel.filter(|_| place != NudgePlace::Direct),
            next: vec![at("2026-11-24T01:00:00Z"), at("2026-11-25T01:00:00Z")],
            club_off: false,
            paused: false,
            snoozed: None,
            quiet: None,
            ended: None,
        }
    }

    #[test]
    fn a_reminder_says_when_and_where_and_the_next_times() {
        insta::assert_snapshot!(reminder_on(&reminding(NudgePlace::Here, Some("mon,wed 19:30"))), @r"
        (private) Done: Mon and Wed at 7:30 pm, in <#5>. Only on days you've logged nothing.
        Next:
        <t:1795482000:F>
        <t:1795568400:F>
        -# `/remind off` ends it
        ");
        insta::assert_snapshot!(reminder_on(&reminding(NudgePlace::Direct, None)), @r"
        (private) Done: every day at 8:00 pm, by direct message. Only on days you've logged nothing.
        Next:
        <t:1795482000:F>
        <t:1795568400:F>
        -# `/remind off` ends it
        ");
        let paused = Reminding { paused: true, ..reminding(NudgePlace::Club, None) };
        insta::assert_snapshot!(reminder_status(Some(&paused)), @r"
        (private) I nudge you every day at 8:00 pm, in <#5>, on days you've logged nothing.
        You're on a break, so I stay quiet meanwhile.
        Next:
        <t:1795482000:F>
        <t:1795568400:F>
        ");
        insta::assert_snapshot!(reminder_status(None), @r"
        (private) No nudges for you so far. `/remind on` asks for one in the evening.
        [Nudge me in the evening](1:nudge:start:)
        ");
        let until = Quiet::Until("2026-11-29".parse().unwrap());
        let begun = QuietSet::Begun(until);
        insta::assert_snapshot!(quiet(begun, &reminding(NudgePlace::Club, None)), @r"
        (private) Quiet until Sun 29 Nov, that day included.
        Next:
        <t:1795482000:F>
        <t:1795568400:F>
        -# A break from everything, streak included: `/me pause`
        ");
        let quietly = Reminding { quiet: Some(until), ..reminding(NudgePlace::Club, None) };
        insta::assert_snapshot!(reminder_status(Some(&quietly)), @r"
        (private) I nudge you every day at 8:00 pm, in <#5>, on days you've logged nothing.
        Quiet until Sun 29 Nov; `/remind pause until:now` ends it.
        Next:
        <t:1795482000:F>
        <t:1795568400:F>
        ");
        let next = Vec::new();
        let away = Reminding { paused: true, next, ..reminding(NudgePlace::Club, None) };
        insta::assert_snapshot!(reminder_status(Some(&away)), @r"
        (private) I nudge you every day at 8:00 pm, in <#5>, on days you've logged nothing.
        You're on a break, so I stay quiet until `/me resume`.
        ");
        let next = Vec::new();
        let open = Reminding { next, ..reminding(NudgePlace::Club, None) };
        insta::assert_snapshot!(quiet(QuietSet::Begun(Quiet::Open), &open), @r"
        (private) Quiet until you say so: `/remind pause until:now` ends it.
        -# A break from everything, streak included: `/me pause`
        ");
    }
}
