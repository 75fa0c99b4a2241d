//! What is asked about: figures and their span, a modality, how it works, a setting.

use super::Wish;
use crate::domain::calendar::DaySaid;
use crate::domain::catalogue::ModalityId;
use crate::domain::figures::{Explained, FiguresAsked, FiguresSpan, Measure, Whose};
use crate::domain::reading::{Cue, Intent, Meaning, Reading, Said, Setting};
use crate::domain::run::RunKind;

/// From here on words mean a modality.
const MEANT: f32 = 0.4;

fn first<T>(reading: &Reading, of: impl Fn(Meaning) -> Option<T>) -> Option<T> {
    reading.marks.iter().find_map(|mark| of(mark.meaning))
}

/// The modality that is named, or that the words mean.
pub(super) fn modality(reading: &Reading) -> Option<ModalityId> {
    let named = reading.spans.iter().find_map(|span| match &span.said {
        Said::Modality(id) => Some(id.clone()),
        _ => None,
    });
    named.or_else(|| {
        let (id, p) = reading.scores.as_ref()?.meant.first()?.near.first()?;
        (*p >= MEANT).then(|| id.clone())
    })
}

/// What is asked of how it works.
pub(super) fn explained(reading: &Reading) -> Option<Explained> {
    first(reading, |meaning| if let Meaning::Explained(of) = meaning { Some(of) } else { None })
}

/// What a setting is about; to be off the board is more than to speak of it.
pub(super) fn setting(reading: &Reading) -> Option<Setting> {
    let said =
        first(reading, |meaning| if let Meaning::Setting(of) = meaning { Some(of) } else { None });
    said.or_else(|| {
        first(reading, |meaning| match meaning {
            Meaning::RunKind(RunKind::Race) => Some(Setting::Race),
            _ => None,
        })
    })
}

/// The figures asked for, by an intent that asks for some; a picture or a list where nothing says which.
pub(super) fn figures(intent: Intent, reading: &Reading) -> Wish {
    if let Some(explained) = explained(reading) {
        return Wish::Explained(explained);
    }
    if intent == Intent::Board
        && let Some(Setting::OffBoard) = setting(reading)
    {
        return Wish::Set(setting(reading));
    }
    let measure =
        first(reading, |meaning| if let Meaning::Measure(of) = meaning { Some(of) } else { None });
    let modality = reading.spans.iter().find_map(|span| match &span.said {
        Said::Modality(id) => Some(id.clone()),
        _ => None,
    });
    let whose = whose(intent, reading, measure);
    // How somebody else is, is theirs alone.
    let is_of_others = matches!(whose, Whose::Named(_) | Whose::Member(_));
    if is_of_others && reading.has(Cue::Health) {
        return Wish::Explained(Explained::Privacy);
    }
    let plain = match intent {
        Intent::History => Wish::History,
        Intent::Board => Wish::Figures(FiguresAsked {
            whose: Whose::Club,
            measure: Measure::Points,
            modality: None,
            span: span(reading, Measure::Points),
        }),
        _ => Wish::Stats,
    };
    let measure = match measure {
        // A run stands among the last days.
        Some(Measure::Last) if modality.is_none() && reading.has(Cue::Run) => return Wish::History,
        Some(Measure::Points | Measure::Place)
            if intent == Intent::Board && whose == Whose::Club =>
        {
            return plain;
        }
        Some(Measure::Most) if modality.is_none() => return plain,
        Some(measure) => measure,
        None if modality.is_some() && intent == Intent::Board => Measure::Most,
        None if modality.is_some() => Measure::Times,
        None if matches!(whose, Whose::Named(_) | Whose::Member(_)) => Measure::List,
        None => return plain,
    };
    let span = span(reading, measure);
    let whose = if measure == Measure::Most { Whose::Club } else { whose };
    Wish::Figures(FiguresAsked { whose, measure, modality, span })
}

fn whose(intent: Intent, reading: &Reading, measure: Option<Measure>) -> Whose {
    if let Some(member) = mentioned(&reading.text) {
        return Whose::Member(member);
    }
    let mine = reading.has(Cue::Mine) || reading.has(Cue::Own) || measure == Some(Measure::Place);
    let somebody = reading.tokens.iter().enumerate().find(|(at, token)| {
        let is_name = reading.is(*at, Cue::Theirs)
            || !token.known && token.word.chars().all(char::is_alphabetic);
        is_name
            && !token.word.is_empty()
            && reading.text[token.at.clone()].chars().next().is_some_and(char::is_uppercase)
    });
    match somebody {
        Some((_, token)) if !mine && intent != Intent::History => Whose::Named(token.word.clone()),
        _ if intent == Intent::Board && !mine => Whose::Club,
        _ => Whose::Mine,
    }
}

/// The member that a text mentions as Discord writes it.
fn mentioned(text: &str) -> Option<crate::domain::ids::MemberId> {
    let (_, rest) = text.split_once("<@")?;
    let digits = rest.trim_start_matches('!').split('>').next()?;
    digits.parse().ok().map(crate::domain::ids::MemberId)
}

/// Over which days, else over those that such a question mostly means.
fn span(reading: &Reading, measure: Measure) -> FiguresSpan {
    let said =
        first(reading, |meaning| if let Meaning::Period(of) = meaning { Some(of) } else { None });
    let day = reading.spans.iter().find_map(|span| match span.said {
        Said::Day(DaySaid::Exact(day)) => Some(FiguresSpan::Day(day)),
        Said::Day(DaySaid::Yesterday | DaySaid::LastNight) => Some(FiguresSpan::DaysAgo(1)),
        Said::Day(DaySaid::DaysAgo(days)) => Some(FiguresSpan::DaysAgo(days)),
        Said::Day(DaySaid::Weekday(weekday)) => Some(FiguresSpan::On(weekday)),
        _ => None,
    });
    // "in may", and not "may I".
    let month = || {
        reading.marks.iter().find_map(|mark| match mark.meaning {
            Meaning::Month(month) if reading.cue_before(mark.start, Cue::In) => {
                Some(FiguresSpan::Month(month))
            }
            _ => None,
        })
    };
    let usual = match measure {
        Measure::List | Measure::Runs | Measure::Distance => FiguresSpan::ThisWeek,
        Measure::Points | Measure::Place => FiguresSpan::ThisWeek,
        _ => FiguresSpan::All,
    };
    // The days of a week that is named are of it.
    said.or(day).or_else(month).unwrap_or(usual)
}
