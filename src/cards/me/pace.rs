//! What a race result says of a member's paces: easy as a ceiling, times as a range.

use super::MeClick;
use crate::actions::PaceSet;
use crate::cards::logged::day_words;
use crate::cards::run::{clock, race_length};
use crate::cards::{Button, Card, ComponentId, Style};
use crate::domain::pace::Easy;
use crate::domain::run::LengthUnit;

/// The paces, with a way to drop the result; or how to tell of one.
#[must_use]
pub fn pace(set: &PaceSet) -> Card {
    let Some(paces) = &set.paces else {
        return Card::private(
            "No result yet. Tell me a race of this year, like `10k 48:30 on nov 2`: then I can \
             say how easy your easy is.",
        );
    };
    let result = paces.result;
    let mut lines = vec![
        format!(
            "**Your result** {} in {} · {}",
            race_length(result.metres, set.unit),
            clock(result.seconds.0),
            day_words(result.day)
        ),
        format!("**Easy for you** {}", easy_words(&paces.easy, set.unit)),
    ];
    if let Some((metres, time)) = &paces.expected {
        lines.push(format!(
            "**A {}** {} to {}, going by this race alone",
            race_length(*metres, set.unit),
            to_the_minute(time.from),
            to_the_minute(time.to)
        ));
    }
    lines.push(format!(
        "-# Can you talk in sentences? Then it's easy. From VDOT {:.0} (Daniels & Gilbert 1979); \
         a range is no promise (Riegel 1981, Vickers & Vertosick 2016).",
        paces.vdot.value()
    ));
    Card::private(lines.join("\n")).with_row(vec![Button {
        id: ComponentId::Me(MeClick::ClearPace),
        label: "Forget this result".to_owned(),
        style: Style::Secondary,
    }])
}

/// The answer to dropping it.
#[must_use]
pub fn pace_cleared() -> Card {
    Card::private("That result is gone. `/me pace` takes a new one.")
}

/// "5:34/km or slower".
pub(super) fn easy_words(easy: &Easy, unit: LengthUnit) -> String {
    format!("{} or slower", crate::cards::run::pace_words(easy.ceiling, unit))
}

/// "3:18": hours and minutes, or minutes and seconds below an hour.
fn to_the_minute(seconds: f64) -> String {
    let minutes = (seconds / 60.0).round() as u32;
    if minutes < 60 {
        return clock(seconds.round() as u32);
    }
    format!("{}:{:02} h", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actions::Paces;
    use crate::domain::pace::{RaceResult, Vdot, easy, expected};
    use crate::domain::run::{Metres, Seconds};

    #[test]
    fn a_result_becomes_a_ceiling_and_a_range() {
        let result = RaceResult {
            metres: Metres(21_098),
            seconds: Seconds(95 * 60),
            day: "2026-11-02".parse().unwrap(),
        };
        let vdot = Vdot::of(result.metres, result.seconds).unwrap();
        let marathon = Metres(42_195);
        let time = expected(marathon, (result.metres, result.seconds), vdot, 64.4).unwrap();
        let paces = Paces { result, vdot, easy: easy(vdot), expected: Some((marathon, time)) };
        let set = PaceSet { paces: Some(paces), unit: LengthUnit::Km };
        insta::assert_snapshot!(pace(&set), @"
        (private) **Your result** half marathon in 1:35:00 · Mon 2 Nov
        **Easy for you** 5:18/km or slower
        **A marathon** 3:18 h to 3:30 h, going by this race alone
        -# Can you talk in sentences? Then it's easy. From VDOT 48 (Daniels & Gilbert 1979); a range is no promise (Riegel 1981, Vickers & Vertosick 2016).
        [Forget this result](1:me:clear-pace)
        ");
    }
}
