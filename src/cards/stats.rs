//! A member's weeks and seasons: the numbers in words, and the picture that shows them.

use chrono::NaiveDate;

use super::logged::count;
use super::{Button, Card, ComponentId, StatsClick, Style, plain};
use crate::actions::{Season, StatsShown};
use crate::domain::duration;
use crate::pictures::{Picture, SeasonPicture, Soreness, StatsPicture};

/// As much of a name as a line has room for.
const NAME_CHARS: usize = 32;

/// Modalities named in the text; the picture and the history have the rest.
const NAMED: usize = 3;

/// A member's own weeks, with what only they may see; where a club listens, they can share.
#[must_use]
pub fn own_stats(shown: &StatsShown, name: &str, in_club: bool) -> Card {
    if shown.stats.recovery_days == 0 && shown.soreness.is_empty() {
        return Card::private(format!(
            "Nothing logged in the last {} weeks. `/recover boots 30` starts it.",
            shown.weeks
        ));
    }
    let mut lines = vec![format!("**Your {}**", period(shown))];
    lines.extend(numbers(shown));
    if let Some(sore) = soreness_words(shown) {
        lines.push(sore);
    }
    if shown.has_just_raced() {
        lines.push("-# Your race is run: Season recap looks back on the whole build.".to_owned());
    }
    let mut buttons = Vec::new();
    if in_club && shown.stats.recovery_days > 0 {
        if !shown.soreness.is_empty() {
            lines.push("-# Only you see this. Share leaves your soreness out.".to_owned());
        }
        buttons.push(button(StatsClick::Share { weeks: shown.weeks }, "Share", Style::Secondary));
    }
    let style = if shown.has_just_raced() { Style::Primary } else { Style::Secondary };
    buttons.push(button(StatsClick::Season, "Season recap", style));
    Card::private(lines.join("\n")).with_picture(picture(shown, name)).with_row(buttons)
}

/// What stays with the owner once everyone has seen their weeks: the same, with nothing to share.
#[must_use]
pub fn stats_shared(shown: &StatsShown) -> Card {
    let mut lines = vec![format!("**Your {}** · shared", period(shown))];
    lines.extend(numbers(shown));
    Card::private(lines.join("\n")).with_row(vec![button(
        StatsClick::Season,
        "Season recap",
        Style::Secondary,
    )])
}

/// A member's weeks for everyone, because they chose to show them.
#[must_use]
pub fn shared_stats(shown: &StatsShown, name: &str) -> Card {
    let mut lines = vec![format!("**{}** · {}", plain(name, NAME_CHARS), period(shown))];
    lines.extend(numbers(shown));
    Card::public(lines.join("\n")).with_picture(picture(shown, name))
}

/// What the club may see of another member, for the one who asked.
#[must_use]
pub fn stats_of(shown: &StatsShown, name: &str) -> Card {
    let whose = plain(name, NAME_CHARS);
    if shown.stats.recovery_days == 0 {
        let weeks = shown.weeks;
        return Card::private(format!(
            "Nothing of {whose}'s in this club in the last {weeks} weeks."
        ));
    }
    let mut lines = vec![format!("**{whose}** · {}", period(shown))];
    lines.extend(numbers(shown));
    lines.push("-# What they logged in this club.".to_owned());
    Card::private(lines.join("\n")).with_picture(picture(shown, name))
}

/// A season for its owner, who can share it where a club listens.
#[must_use]
pub fn own_season(season: &Season, name: &str, in_club: bool) -> Card {
    if season.days == 0 {
        let weeks = season.weeks.len();
        return Card::private(format!(
            "Nothing logged in the last {weeks} weeks, so there is no season to look back on yet."
        ));
    }
    let text = format!("**Your season** · {}", season_lines(season));
    let card = Card::private(text).with_picture(season_picture(season, name));
    let share = button(StatsClick::ShareSeason, "Share", Style::Primary);
    if in_club { card.with_row(vec![share]) } else { card }
}

/// What stays with the owner once everyone has seen their season.
#[must_use]
pub fn season_shared(season: &Season) -> Card {
    Card::private(format!("**Your season** · shared · {}", season_lines(season)))
}

/// A season for everyone, because its owner chose to show it.
#[must_use]
pub fn shared_season(season: &Season, name: &str) -> Card {
    let text = format!("**{}'s season** · {}", plain(name, NAME_CHARS), season_lines(season));
    Card::public(text).with_picture(season_picture(season, name))
}

fn button(click: StatsClick, label: &str, style: Style) -> Button {
    Button { id: ComponentId::Stats(click), label: label.to_owned(), style }
}

fn period(shown: &StatsShown) -> String {
    format!("{} weeks to {}", shown.weeks, shown.today.format("%-d %B"))
}

/// The numbers there are, and the modalities of most minutes; nobody is read a row of noughts.
fn numbers(shown: &StatsShown) -> Vec<String> {
    let mut numbers = Vec::new();
    let StatsShown { streak, best_28, .. } = *shown;
    if shown.stats.recovery_days > 0 {
        let days = shown.stats.recovery_days as usize;
        numbers.push(count(days, "recovery day", "recovery days"));
    }
    if streak > 0 {
        numbers.push(format!("{} kept in a row", count(streak as usize, "week", "weeks")));
    }
    if best_28 > 0 {
        numbers.push(format!("{best_28} in the best 28 days"));
    }
    let of = |(label, minutes): &(String, u64)| format!("{label} {}", duration::minutes(*minutes));
    let most: Vec<String> = shown.minutes.iter().take(NAMED).map(of).collect();
    let mut lines = Vec::new();
    if !numbers.is_empty() {
        lines.push(numbers.join(" · "));
    }
    if !most.is_empty() {
        lines.push(most.join(" · "));
    }
    lines
}

fn soreness_words(shown: &StatsShown) -> Option<String> {
    let levels: Vec<f64> = shown.soreness.iter().map(|(_, level)| f64::from(level.get())).collect();
    let average = levels.iter().sum::<f64>() / levels.len() as f64;
    let checkins = count(levels.len(), "check-in", "check-ins");
    (!levels.is_empty()).then(|| format!("Soreness {average:.1} of 5 in {checkins}"))
}

fn picture(shown: &StatsShown, name: &str) -> Picture {
    let soreness = |(day, level): &(_, crate::domain::checkin::Level)| Soreness {
        day: *day,
        level: level.get(),
    };
    Picture::Stats(StatsPicture {
        name: name.to_owned(),
        period: period(shown),
        first: shown.stats.first,
        weeks: shown.weeks,
        days: shown.stats.kinds.clone(),
        races: shown.races.clone(),
        recovery_days: shown.stats.recovery_days,
        streak: shown.streak,
        best_28: shown.best_28,
        minutes: shown
            .minutes
            .iter()
            .map(|(label, minutes)| (label.clone(), whole(*minutes)))
            .collect(),
        soreness: shown.soreness.iter().map(soreness).collect(),
    })
}

fn season_period(season: &Season) -> String {
    format!("{} weeks to {}", season.weeks.len(), season.today.format("%-d %B"))
}

fn season_lines(season: &Season) -> String {
    let kept = season.weeks.iter().filter(|days| **days >= u32::from(season.goal)).count();
    let mut days = count(season.days as usize, "recovery day", "recovery days");
    if kept > 0 {
        let (weeks, in_a_row) = (season.weeks.len(), season.longest_streak);
        // "15 of 16 kept, 16 in a row" would puzzle anyone.
        let before = if in_a_row as usize > kept { " with those before" } else { "" };
        days = format!("{days} · {kept} of {weeks} weeks kept, {in_a_row} in a row{before}");
    }
    let mut lines = vec![season_period(season), days];
    let favourite = |(label, times): &(String, u32)| {
        format!("{label} {}", count(*times as usize, "time", "times"))
    };
    let favourites: Vec<String> = season.favourites.iter().take(NAMED).map(favourite).collect();
    lines.push(favourites.join(" · "));
    if season.boots_minutes > 0 {
        lines.push(format!("{} in the boots", duration::minutes(season.boots_minutes)));
    }
    lines.join("\n")
}

fn season_picture(season: &Season, name: &str) -> Picture {
    Picture::Season(SeasonPicture {
        name: name.to_owned(),
        period: season_period(season),
        race: season.race.map(|day| race_words(season, day)),
        days: season.days,
        weeks: season.weeks.clone(),
        goal: u32::from(season.goal),
        favourites: season.favourites.clone(),
        cryo: season.cryo,
        boots_minutes: whole(season.boots_minutes),
        longest_streak: season.longest_streak,
    })
}

fn race_words(season: &Season, day: NaiveDate) -> String {
    let day = day.format("%-d %B");
    match &season.race_name {
        Some(name) => format!("{name} on {day}"),
        None => format!("race on {day}"),
    }
}

fn whole(minutes: u64) -> u32 {
    u32::try_from(minutes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::stats::{Done, Stats};

    fn shown() -> StatsShown {
        let today = "2026-11-24".parse().unwrap();
        let done = |day: &str, modality: &str, minutes| Done {
            day: day.parse().unwrap(),
            modality: modality.parse().unwrap(),
            minutes,
            times: 1,
        };
        let done = [done("2026-11-23", "boots", 90), done("2026-11-20", "cryo", 3)];
        StatsShown {
            today,
            weeks: 4,
            stats: Stats::of(&done, today, 4),
            minutes: vec![("Boots".to_owned(), 90), ("Cryo".to_owned(), 3)],
            streak: 2,
            best_28: 2,
            soreness: vec![("2026-11-23".parse().unwrap(), "4".parse().unwrap())],
            races: Vec::new(),
        }
    }

    #[test]
    fn own_weeks_tell_all_and_can_be_shared() {
        insta::assert_snapshot!(own_stats(&shown(), "Jess", true), @r"
        (private) **Your 4 weeks to 24 November**
        2 recovery days · 2 weeks kept in a row · 2 in the best 28 days
        Boots 1 h 30 min · Cryo 3 min
        Soreness 4.0 of 5 in 1 check-in
        -# Only you see this. Share leaves your soreness out.
        [picture stats.png: Jess, 4 weeks to 24 November: 2 recovery days, 2 weeks kept in a row, 2 in the best 28 days. Soreness 4.0 of 5 in 1 check-in. Boots 1 h 30, Cryo 3 min.]
        [Share](1:stats:share:4) [Season recap](1:stats:season)
        ");
        let raced = StatsShown { races: vec!["2026-11-22".parse().unwrap()], ..shown() };
        let primary = |card: &Card| format!("{:?}", card.rows).contains("Primary");
        assert!(
            primary(&own_stats(&raced, "Jess", false))
                && !primary(&own_stats(&shown(), "J", false))
        );
    }

    #[test]
    fn shared_weeks_never_tell_soreness() {
        let shared = shared_stats(&shown().to_share(), "*Jess* @everyone");
        insta::assert_snapshot!(shared, @r"
        **\*Jess\* \@everyone** · 4 weeks to 24 November
        2 recovery days · 2 weeks kept in a row · 2 in the best 28 days
        Boots 1 h 30 min · Cryo 3 min
        [picture stats.png: *Jess* @everyone, 4 weeks to 24 November: 2 recovery days, 2 weeks kept in a row, 2 in the best 28 days. Boots 1 h 30, Cryo 3 min.]
        ");
        assert!(!shared.to_string().to_lowercase().contains("sore"));
    }

    #[test]
    fn weeks_without_anything_have_no_picture() {
        let none = StatsShown {
            stats: Stats::of(&[], shown().today, 4),
            soreness: Vec::new(),
            minutes: Vec::new(),
            ..shown()
        };
        insta::assert_snapshot!(own_stats(&none, "Jess", true), @"(private) Nothing logged in the last 4 weeks. `/recover boots 30` starts it.");
        insta::assert_snapshot!(stats_of(&none, "Jess"), @"(private) Nothing of Jess's in this club in the last 4 weeks.");
    }

    #[test]
    fn a_season_is_told_in_four_lines() {
        let season = Season {
            today: "2026-11-24".parse().unwrap(),
            race: Some("2026-11-08".parse().unwrap()),
            race_name: Some("Harbour Marathon".to_owned()),
            days: 9,
            weeks: vec![4, 5],
            goal: 4,
            favourites: vec![("Boots".to_owned(), 7), ("Cryo".to_owned(), 1)],
            cryo: 1,
            boots_minutes: 210,
            longest_streak: 2,
        };
        insta::assert_snapshot!(own_season(&season, "Jess", true), @r"
        (private) **Your season** · 2 weeks to 24 November
        9 recovery days · 2 of 2 weeks kept, 2 in a row
        Boots 7 times · Cryo 1 time
        3 h 30 min in the boots
        [picture season.png: Jess, 2 weeks to 24 November · Harbour Marathon on 8 November: 9 recovery days. Most weeks kept in a row: 2. Cryo 1 time, boots 3 h 30. Favourites: Boots 7 times, Cryo 1 time.]
        [Share](1:stats:share-season)
        ");
        let longer = Season { longest_streak: 5, ..season };
        let text = own_season(&longer, "Jess", true).text;
        assert!(text.contains("2 of 2 weeks kept, 5 in a row with those before"), "{text}");
    }
}
