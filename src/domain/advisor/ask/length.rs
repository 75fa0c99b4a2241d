//! The lengths of time in a question: "20 min", "half an hour", "1h30"; not those of runs or nights.

/// The lengths of time said, in minutes, and the words without them.
pub(super) fn lengths(words: &[&str]) -> (Vec<u32>, String) {
    let (mut lengths, mut rest) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).copied();
        match length(&words[at..]) {
            Some((minutes, taken)) => {
                let after = words.get(at + taken).copied().unwrap_or_default();
                // "slept 6h", "ran for 90 min" and "a 40 min run" tell of other time.
                let told = |word: &&str| matches!(*word, "slept" | "sleep" | "ran" | "run");
                let is_other = before.as_ref().is_some_and(told)
                    || before == Some("for") && words[at.saturating_sub(4)..at].iter().any(told)
                    || after.starts_with("run")
                    || after.starts_with("sleep");
                if !is_other {
                    lengths.push(minutes);
                }
                at += taken;
            }
            None => {
                rest.push(*word);
                at += 1;
            }
        }
    }
    // "20" alone is minutes, too.
    if let ([only], true) = (words, lengths.is_empty())
        && let Ok(minutes) = only.parse()
    {
        lengths.push(minutes);
    }
    (lengths, rest.join(" "))
}

/// The length that `words` begin with, and how many of them it takes.
fn length(words: &[&str]) -> Option<(u32, usize)> {
    let word = |at: usize| {
        words.get(at).map_or("", |w| w.trim_matches(|c: char| !c.is_alphanumeric() && c != '\''))
    };
    let hour = |at: usize| matches!(word(at), "hour" | "hr" | "h" | "hours");
    let (first, second) = (word(0), word(1));
    match (first, second) {
        ("half", "an" | "a") if hour(2) => return Some((30, 3)),
        ("half", _) if hour(1) => return Some((30, 2)),
        ("quarter", "of") if hour(3) => return Some((15, 4)),
        ("three" | "3", "quarters") if word(2) == "of" && hour(4) => return Some((45, 5)),
        ("an" | "one" | "1", _) if hour(1) => {
            let and_half = (word(2), word(3), word(4)) == ("and", "a", "half");
            return Some(if and_half { (90, 5) } else { (60, 2) });
        }
        _ => {}
    }
    // Less than none is a slip; which is asked back like none.
    if words.first().is_some_and(|word| word.starts_with(['-', '−'])) && is_minutes(second) {
        return first.parse::<u32>().ok().map(|_| (0, 2));
    }
    // "10-20 min": they have up to the second.
    if let Some((from, to)) = first.split_once(['-', '–'])
        && from.parse::<u32>().is_ok()
    {
        let (minutes, taken) = length(&[&[to], &words[1..]].concat())?;
        return Some((minutes, taken));
    }
    let digits = first.find(|c: char| !c.is_ascii_digit()).unwrap_or(first.len());
    let (number, unit) = first.split_at(digits);
    let number: u32 = match number {
        "" => ten(first)?,
        number => number.parse().unwrap_or(u32::MAX),
    };
    if !unit.is_empty() && digits > 0 {
        let minutes = match unit.split_once('h') {
            Some(("", more)) => {
                let more = more.trim_end_matches(|c: char| c.is_alphabetic());
                let more: u32 = if more.is_empty() { 0 } else { more.parse().ok()? };
                number.saturating_mul(60).saturating_add(more)
            }
            _ => is_minutes(unit).then_some(number)?,
        };
        return Some((minutes, 1));
    }
    let spare = usize::from(matches!(second, "spare" | "free" | "quick" | "more" | "short"));
    if is_minutes(word(1 + spare)) {
        Some((number, 2 + spare))
    } else {
        hour(1 + spare).then(|| (number.saturating_mul(60), 2 + spare))
    }
}

fn is_minutes(word: &str) -> bool {
    matches!(word, "m" | "min" | "mins" | "minute" | "minutes" | "'")
}

fn ten(word: &str) -> Option<u32> {
    Some(match word {
        "zero" | "no" => 0,
        "five" => 5,
        "ten" => 10,
        "fifteen" => 15,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "forty-five" => 45,
        "sixty" => 60,
        "ninety" => 90,
        "two" => 2,
        "three" => 3,
        _ => return None,
    })
}
