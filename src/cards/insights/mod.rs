//! What one's own days tell of each modality, said no surer than it is.
//!
//! Nothing here says that anything heals, works or is proven: days picked by oneself show a pattern.

mod words;

use std::cmp::Reverse;

use super::{Button, Card, Choice, ComponentId, InsightClick, Menu, Style};
use crate::actions::{InsightLine, Insights};
use crate::domain::insight::{Comparison, FEWEST, HINT, LEAN, Verdict};
use crate::pictures::{InsightPicture, Picture};
use words::{capital, days, finding, in_short, missing, remark, scarce};

/// How many modalities get a line of their own; the menu has them all.
const MOST_LINES: usize = 8;

/// How many choices a menu has room for.
const MOST_CHOICES: usize = 25;

const A_PATTERN: &str = "You picked the days, so this is a pattern, not proof.";

/// Every modality of the season, the ones with the most to tell first.
#[must_use]
pub fn insights(insights: &Insights) -> Card {
    let mut told: Vec<&InsightLine> = insights.lines.iter().filter(|line| is_told(line)).collect();
    told.sort_by_key(|line| Reverse(rank(&line.insight.verdict)));
    if told.is_empty() {
        return Card::private(nothing_yet(insights));
    }
    let mut lines =
        vec!["**Does it help you?** Soreness the next day, after days with and without".to_owned()];
    lines.extend(
        told.iter().take(MOST_LINES).map(|line| format!("**{}**: {}", line.label, in_short(line))),
    );
    let more = told.len().saturating_sub(MOST_LINES);
    if more > 0 {
        lines.push(format!("-# and {more} more in the list below"));
    }
    lines.extend(set_aside(insights));
    lines.push(format!("-# {A_PATTERN}"));
    let choice = |line: &&InsightLine| Choice {
        value: line.insight.modality.to_string(),
        label: line.label.clone(),
        chosen: false,
    };
    Card::private(lines.join("\n")).with_menu(Menu {
        id: ComponentId::Insight(InsightClick::Pick),
        placeholder: "See the numbers".to_owned(),
        choices: told.iter().take(MOST_CHOICES).map(choice).collect(),
        takes: 1..=1,
    })
}

/// The numbers of one modality, and how they came about.
#[must_use]
pub fn insight(line: &InsightLine) -> Card {
    let insight = &line.insight;
    let mut lines = vec![
        format!("**{}: the day after**", line.label),
        format!(
            "{} with it and {} without, in your last 16 weeks",
            days(insight.with),
            insight.without
        ),
        match &insight.verdict {
            Verdict::NotByDays => "Not testable day by day.".to_owned(),
            Verdict::TooFew => format!("Too few: I need {FEWEST} with and {FEWEST} without."),
            Verdict::Soon => format!("{}.", missing(insight)),
            Verdict::Hint(found) | Verdict::Unclear(found) | Verdict::Lean(found) => format!(
                "Soreness on average: {:.1} after days with, {:.1} after days without\n{}",
                mean(&found.with),
                mean(&found.without),
                capital(&finding(line, found))
            ),
        },
    ];
    lines.push(
        "-# From 1 none to 5 very sore, by the next day's check-in, whatever the hour. Days are first \
         made alike in how sore you were and how long you ran; what else you did is not weighed."
            .to_owned(),
    );
    if insight.verdict.comparison().is_some() {
        lines.push(format!(
            "-# Plausible is where it would lie 4 times in 5. I lean one way from {LEAN} days of each, \
             and most true effects are too small to show in one season."
        ));
    }
    lines.push(format!("-# {A_PATTERN}"));
    let card = Card::private(lines.join("\n")).with_row(vec![Button {
        id: ComponentId::Insight(InsightClick::List),
        label: "Back".to_owned(),
        style: Style::Secondary,
    }]);
    match insight.verdict.comparison() {
        Some(found) => card.with_picture(Picture::Insight(picture(line, found))),
        None => card,
    }
}

/// Every day as a dot, and the difference with its plausible range.
fn picture(line: &InsightLine, found: &Comparison) -> InsightPicture {
    let hundredths = |points: f64| (points * 100.0).round() as i32;
    let all = |days: &[f64]| days.iter().map(|day| hundredths(*day)).collect();
    let (low, high) = found.range;
    InsightPicture {
        modality: line.label.clone(),
        scale: "Soreness the next day, 1 none to 5 very sore".to_owned(),
        ends: (100, 500),
        with: all(&found.with),
        without: all(&found.without),
        difference: hundredths(found.effect.points()),
        range: (hundredths(low.points()), hundredths(high.points())),
        words: format!("{} {A_PATTERN}", remark(line, found)),
    }
}

fn is_told(line: &InsightLine) -> bool {
    rank(&line.insight.verdict) > 0
}

/// How much there is to tell; 0 for what gets no line of its own.
fn rank(verdict: &Verdict) -> u8 {
    match verdict {
        Verdict::NotByDays | Verdict::TooFew => 0,
        Verdict::Soon => 1,
        Verdict::Hint(_) => 2,
        Verdict::Unclear(_) => 3,
        Verdict::Lean(_) => 4,
    }
}

/// What gets no line of its own, and why.
fn set_aside(insights: &Insights) -> Vec<String> {
    let listed = |heading: &str, verdict: Verdict, words: fn(&InsightLine) -> String| {
        let of = insights.lines.iter().filter(|line| line.insight.verdict == verdict);
        let words: Vec<String> = of.map(words).collect();
        (!words.is_empty()).then(|| format!("-# {heading}: {}", words.join(", ")))
    };
    let counted = |line: &InsightLine| format!("{} ({})", line.label, scarce(&line.insight));
    let few = listed("Too few days yet", Verdict::TooFew, counted);
    let slow = listed("Not testable day by day", Verdict::NotByDays, |line| line.label.clone());
    few.into_iter().chain(slow).collect()
}

fn nothing_yet(insights: &Insights) -> String {
    let so_far = match insights.comparable_days {
        0 => "none".to_owned(),
        some => format!("{} like that", days(some)),
    };
    let mut lines = vec![
        "**Does it help you?** Nothing to tell yet.".to_owned(),
        "I compare how sore you are the day after you did something with the day after you didn't. \
         That takes `/checkin` on two days running; one tap on soreness is enough."
            .to_owned(),
        format!("So far you have {so_far}. An early hint takes {HINT} days with it and {HINT} without."),
    ];
    lines.extend(set_aside(insights));
    lines.join("\n")
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::words::range;
    use super::*;
    use crate::domain::insight::{HalfPoints, Insight};

    fn comparison(effect: f64, low: f64, high: f64) -> Comparison {
        Comparison {
            effect: HalfPoints::nearest(effect),
            range: (HalfPoints::nearest(low), HalfPoints::nearest(high)),
            with: vec![2.0, 2.5],
            without: vec![3.0, 3.5],
        }
    }

    fn line(id: &str, label: &str, with: usize, without: usize, verdict: Verdict) -> InsightLine {
        let modality = id.parse().unwrap();
        let insight = Insight { modality, with, without, verdict, beside: None };
        InsightLine { label: label.to_owned(), insight, beside: None }
    }

    #[test]
    fn each_is_said_no_surer_than_it_is() {
        let card = insights(&Insights {
            comparable_days: 53,
            lines: vec![
                line("foam_roll", "Foam roll", 7, 9, Verdict::Soon),
                line("boots", "Boots", 22, 31, Verdict::Lean(comparison(-1.0, -1.5, -0.5))),
                line("art", "ART", 3, 50, Verdict::NotByDays),
                line("cryo", "Cryo", 24, 29, Verdict::Unclear(comparison(-0.5, -1.0, 0.5))),
                line("ice_bath", "Ice bath", 20, 33, Verdict::Lean(comparison(0.5, 0.2, 1.0))),
                line("nap", "Nap", 12, 41, Verdict::Hint(comparison(0.1, -0.5, 0.6))),
                line("legs_up", "Legs up", 26, 27, Verdict::Unclear(comparison(0.1, -0.1, 0.2))),
                line("yoga", "Yoga", 2, 51, Verdict::TooFew),
            ],
        });
        insta::assert_snapshot!(card, @r"
        (private) **Does it help you?** Soreness the next day, after days with and without
        **Boots**: after 22 days with and 31 without, 1 lower, plausible 0.5 to 1.5 lower. You felt less sore; that can include expectation.
        **Ice bath**: after 20 days with and 33 without, 0.5 higher, plausible 0 to 1 higher. You felt sorer; maybe those were the harder days.
        **Cryo**: 0.5 lower, plausible 1 lower to 0.5 higher. Could easily be chance.
        **Legs up**: about the same. Nothing to see so far.
        **Nap**: early hint: about the same, plausible 0.5 lower to 0.5 higher. Too soon to tell.
        **Foam roll**: 7 days with, 9 without so far. 3 more with it and 1 without, and I can say something.
        -# Too few days yet: Yoga (2 with)
        -# Not testable day by day: ART
        -# You picked the days, so this is a pattern, not proof.
        <See the numbers>(1:insight:pick: boots=Boots, ice_bath=Ice bath, cryo=Cryo, legs_up=Legs up, nap=Nap, foam_roll=Foam roll)
        ");
    }

    #[test]
    fn the_numbers_are_one_tap_away() {
        let mut boots = line("boots", "Boots", 22, 31, Verdict::Lean(comparison(-1.0, -1.5, -0.5)));
        boots.beside = Some("Foam roll".to_owned());
        insta::assert_snapshot!(insight(&boots), @r"
        (private) **Boots: the day after**
        22 days with it and 31 without, in your last 16 weeks
        Soreness on average: 2.2 after days with, 3.2 after days without
        1 lower, plausible 0.5 to 1.5 lower. You felt less sore; that can include expectation. Mostly on days with Foam roll too, so it may be that.
        -# From 1 none to 5 very sore, by the next day's check-in, whatever the hour. Days are first made alike in how sore you were and how long you ran; what else you did is not weighed.
        -# Plausible is where it would lie 4 times in 5. I lean one way from 20 days of each, and most true effects are too small to show in one season.
        -# You picked the days, so this is a pattern, not proof.
        [picture insight.png: Boots. Soreness the next day, 1 none to 5 very sore. After 2 days with it 2.2 on average, after 2 without 3.2. Difference 1 lower, plausible range 1.5 lower to 0.5 lower. You felt less sore; that can include expectation. Mostly on days with Foam roll too, so it may be that. You picked the days, so this is a pattern, not proof.]
        [Back](1:insight:list)
        ");
    }

    #[test]
    fn a_member_with_nothing_to_compare_learns_what_it_takes() {
        let empty = Insights { comparable_days: 0, lines: Vec::new() };
        insta::assert_snapshot!(insights(&empty), @r"
        (private) **Does it help you?** Nothing to tell yet.
        I compare how sore you are the day after you did something with the day after you didn't. That takes `/checkin` on two days running; one tap on soreness is enough.
        So far you have none. An early hint takes 10 days with it and 10 without.
        ");
    }

    #[test]
    fn what_is_missing_is_counted() {
        let check = |with: usize, without: usize, expect: &str| {
            let line = line("boots", "Boots", with, without, Verdict::Soon);
            assert_eq!(missing(&line.insight), format!("{expect}, and I can say something"));
        };
        check(7, 30, "3 more with it");
        check(30, 9, "1 more without it");
        check(7, 9, "3 more with it and 1 without");
    }

    #[test]
    fn a_range_is_told_from_the_nearer_end() {
        let check = |low: f64, high: f64, expect: &str| {
            assert_eq!(range(&comparison(0.0, low, high)), expect);
        };
        check(-1.0, 0.5, "1 lower to 0.5 higher");
        check(-1.5, -0.5, "0.5 to 1.5 lower");
        check(0.0, 0.5, "0 to 0.5 higher");
        check(0.0, 0.0, "about the same");
    }
}
