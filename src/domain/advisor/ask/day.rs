//! What a question says that today and tomorrow are: "rest day today, long run tomorrow".

use crate::domain::training_week::DayKind;

/// The kinds of day that were said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct DaysSaid {
    /// Today's, or of a run just done.
    pub(super) today: Option<DayKind>,
    /// Today's is a race.
    pub(super) is_race: bool,
    /// Tomorrow's.
    pub(super) tomorrow: Option<DayKind>,
    /// Tomorrow was said at all.
    pub(super) says_tomorrow: bool,
}

/// Reads the days in normalised words. Each "tomorrow" is of the kind that stands nearest to it; of
/// two kinds for today, rest wins: a rest day is defended.
pub(super) fn days(words: &[&str]) -> DaysSaid {
    let mut kinds: Vec<(usize, DayKind)> =
        (0..words.len()).filter_map(|at| Some((at, kind(&words[at..])?))).collect();
    let mut said = DaysSaid::default();
    let is_tomorrow = |word: &str| matches!(word, "tomorrow" | "tomorrows" | "tmrw" | "tmw");
    for (at, _) in words.iter().enumerate().filter(|(_, word)| is_tomorrow(word)) {
        said.says_tomorrow = true;
        let nearest = (0..kinds.len()).min_by_key(|of| kinds[*of].0.abs_diff(at));
        if let Some(of) = nearest {
            let (_, kind) = kinds.remove(of);
            said.tomorrow =
                said.tomorrow.filter(|other| weight(*other) > weight(kind)).or(Some(kind));
        }
    }
    let rests = kinds.iter().any(|(_, kind)| *kind == DayKind::Rest);
    let hardest = kinds.iter().map(|(_, kind)| *kind).max_by_key(|kind| weight(*kind));
    said.today = if rests { Some(DayKind::Rest) } else { hardest };
    said.is_race = kinds.iter().any(|(at, _)| matches!(words[*at], "race" | "marathon" | "raced"));
    said
}

/// The kind of day that `words` begin with.
fn kind(words: &[&str]) -> Option<DayKind> {
    let second = words.get(1).copied().unwrap_or_default();
    match (*words.first()?, second) {
        ("rest", "day") | ("day", "off") => Some(DayKind::Rest),
        ("long" | "longrun" | "race" | "marathon" | "raced", _) => Some(DayKind::Long),
        ("workout" | "intervals" | "tempo" | "track" | "hills" | "session", _) => {
            Some(DayKind::Workout)
        }
        _ => None,
    }
}

/// How much a day asks: what is heavier is what one minds.
fn weight(kind: DayKind) -> u8 {
    match kind {
        DayKind::Rest => 0,
        DayKind::Easy => 1,
        DayKind::Workout => 2,
        DayKind::Long => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_day_is_the_one_it_was_said_of() {
        let (rest, workout, long) =
            (Some(DayKind::Rest), Some(DayKind::Workout), Some(DayKind::Long));
        for (text, today, tomorrow) in [
            ("rest day today long run tomorrow", rest, long),
            ("rest day long run tomorrow", rest, long),
            ("tomorrow long run", None, long),
            ("just did my long run workout tomorrow", long, workout),
            ("rest day 40 min hard session", rest, None),
            ("long run tomorrow and rest day tomorrow", None, long),
            ("what should i do tomorrow before the race", None, long),
            ("tempo done", workout, None),
            ("tomorrow", None, None),
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            let said = days(&words);
            assert_eq!((said.today, said.tomorrow), (today, tomorrow), "{text:?}");
        }
    }
}
