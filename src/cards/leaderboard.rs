//! The boards in words, at phone width: the club first, then the first places, never the last one.

use chrono::NaiveDate;

use super::board_picture::board_picture;
use super::logged::count;
use super::{BoardClick, Button, Card, ComponentId, Names, Style};
use crate::actions::{OwnPlace, Ranked, Standpoint, WeeklyBoard};
use crate::domain::board::{Board, Period, SEASON_BEST, Standing};
use crate::pictures::Picture;

/// From how many on the middle is told: of two it would tell what the other one has.
const MIDDLE_OF: usize = 3;

/// What everyone sees of a board that a member asked for.
#[must_use]
pub fn leaderboard(ranked: &Ranked, names: &Names) -> Card {
    if ranked.board.took_part == 0 {
        let when = period_words(ranked.board.period, ranked.runs());
        return Card::public(if ranked.runs() {
            format!("{when}\nNothing yet. `/recover boots 30` puts the first points on it.")
        } else {
            format!("{when}\nNothing was logged here then.")
        });
    }
    let text = lines(&ranked.board, ranked.runs(), names).join("\n");
    let card = Card::public(text).with_row(my_place(ranked.board.period));
    in_picture(card, ranked, ranked.runs(), names)
}

/// The board posted at the end of a week.
#[must_use]
pub fn weekly_board(weekly: &WeeklyBoard, names: &Names) -> Card {
    // Posted on its last evening, it is that week's board all the same.
    let mut lines = lines(&weekly.ranked.board, false, names);
    if weekly.late {
        lines.push("-# A little late: I was away when it was due.".to_owned());
    }
    let card = Card::public(lines.join("\n")).with_row(my_place(weekly.ranked.board.period));
    in_picture(card, &weekly.ranked, false, names)
}

/// The card with its board drawn, where there are places to show.
fn in_picture(card: Card, ranked: &Ranked, runs: bool, names: &Names) -> Card {
    if ranked.board.shown().is_empty() {
        return card;
    }
    card.with_picture(Picture::Board(board_picture(ranked, runs, names)))
}

/// What a member alone sees of where they stand.
#[must_use]
pub fn own_place(own: &OwnPlace, names: &Names) -> Card {
    let board = &own.ranked.board;
    let when = period_words(board.period, own.ranked.runs());
    let Some(around) = board.around(own.member) else {
        return Card::private(match own.standpoint {
            Standpoint::Out => "You're off the board, as you wished. Back on it? `/me board in`",
            Standpoint::Resting => "The board waits while you rest. Take the time you need.",
            Standpoint::On | Standpoint::NothingYet if own.ranked.runs() => {
                "No points here yet. `/recover boots 30` in the club's channel is a start."
            }
            Standpoint::On | Standpoint::NothingYet => "You have no points in that time here.",
        });
    };
    let beside = |standing: &Standing| format!("{} {}", names.of(standing.member), standing.points);
    let mut lines = vec![when];
    lines.extend(around.above.map(beside));
    let points = count(around.own.points as usize, "point", "points");
    let place =
        if around.is_last { String::new() } else { format!(" · place {}", around.own.rank) };
    let days = count(around.own.days as usize, "day", "days");
    lines.push(format!("**You** {points}{place} · {days}"));
    lines.extend(around.below.map(beside));
    if board.standings.len() >= MIDDLE_OF {
        lines.push(format!("-# The middle of the club has {}", around.median));
    }
    Card::private(lines.join("\n"))
}

fn my_place(period: Period) -> Vec<Button> {
    let id = ComponentId::Board(BoardClick::MyPlace(period));
    vec![Button { id, label: "My place".to_owned(), style: Style::Secondary }]
}

fn lines(board: &Board, runs: bool, names: &Names) -> Vec<String> {
    let mut lines = vec![period_words(board.period, runs), club_words(board, runs)];
    let shown = board.shown();
    lines.extend(shown.iter().map(|standing| row(standing, names)));
    let others = (board.took_part as usize).saturating_sub(shown.len());
    if others > 0 {
        lines.push(match (board.total, shown.is_empty()) {
            (0, _) => format!("-# {others} taking part"),
            (_, true) => format!("-# and {others} taking part"),
            (_, false) => format!("-# and {others} more taking part"),
        });
    }
    lines
}

/// "**This week** so far", "**Week of 16 Nov**", "**November**", "**Season** since 21 Sep".
fn period_words(period: Period, runs: bool) -> String {
    let day = |day: NaiveDate| day.format("%-d %b").to_string();
    match period {
        Period::Week(_) if runs => "**This week** so far".to_owned(),
        Period::Week(week) => format!("**Week of {}**", day(week.first())),
        Period::Month(first) => first.format("**%B**").to_string(),
        Period::Season(season) => {
            format!("**Season** since {} · best {SEASON_BEST} weeks count", day(season.first()))
        }
    }
}

/// What the club did together, above any place.
fn club_words(board: &Board, runs: bool) -> String {
    let points = count(board.total as usize, "point", "points");
    let days = count(board.days as usize, "recovery day", "recovery days");
    if board.total == 0 {
        let to_come = if runs { " so far; the first points are still to come" } else { "" };
        return format!("The club: **{days}**{to_come}");
    }
    let together = format!("The club: **{points}** from {days}");
    // While nobody has, nobody needs to hear it.
    if board.kept == 0 {
        return together;
    }
    let kept = match board.period {
        Period::Week(_) => format!("{} of {} kept the week", board.kept, board.took_part),
        Period::Month(_) | Period::Season(_) => {
            count(board.kept as usize, "week kept", "weeks kept")
        }
    };
    format!("{together}\n{kept}")
}

/// "**1** jess · 34 · 5 days · up 2": of a move only what is good news.
fn row(standing: &Standing, names: &Names) -> String {
    let days = count(standing.days as usize, "day", "days");
    let up = standing.up().map(|up| format!(" · up {up}")).unwrap_or_default();
    format!(
        "**{}** {} **{}** · {days}{up}",
        standing.rank,
        names.of(standing.member),
        standing.points
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::board::{Done, Limits, Taker, What, board};
    use crate::domain::calendar::Week;
    use crate::domain::ids::{GuildId, MemberId, Snowflake};
    use chrono::{DateTime, Days, Utc};

    fn who(number: u64) -> MemberId {
        MemberId(Snowflake::new(number).unwrap())
    }

    fn week() -> Week {
        Week::of("2026-11-23".parse().unwrap())
    }

    /// A board on which member `n` of these has so many recovery days.
    fn of(days: &[u64]) -> Ranked {
        let at: DateTime<Utc> = "2026-11-23T20:00:00Z".parse().unwrap();
        let done = |day| Done {
            day: week().first() + Days::new(day),
            at: at + Days::new(day),
            what: What::Entry { modality: "boots".parse().unwrap(), minutes: 30 },
        };
        let taker = |(number, days): (u64, &u64)| Taker {
            member: who(number),
            goal: 4,
            done: (0..*days).map(done).collect(),
        };
        let takers: Vec<Taker> = (1..).zip(days).map(taker).collect();
        let limits = |_: &_| Some(Limits { shortest: 15, per_week: 7 });
        let board = board(Period::Week(week()), &takers, limits);
        Ranked {
            guild: GuildId(Snowflake::new(9).unwrap()),
            board,
            today: week().last(),
            kinds: vec![("boots".parse().unwrap(), "Boots".to_owned())],
        }
    }

    fn names(names: &[&str]) -> Names {
        (1..).zip(names).map(|(number, name)| (who(number), (*name).to_owned())).collect()
    }

    #[test]
    fn an_empty_board_invites() {
        insta::assert_snapshot!(leaderboard(&of(&[]), &Names::default()), @"
        **This week** so far
        Nothing yet. `/recover boots 30` puts the first points on it.
        ");
        let over = Ranked { today: week().last() + Days::new(1), ..of(&[]) };
        insta::assert_snapshot!(leaderboard(&over, &Names::default()), @"
        **Week of 23 Nov**
        Nothing was logged here then.
        ");
    }

    #[test]
    fn one_member_stands_first_and_a_few_leave_nobody_last() {
        insta::assert_snapshot!(leaderboard(&of(&[4]), &names(&["jess"])), @"
        **This week** so far
        The club: **20 points** from 4 recovery days
        1 of 1 kept the week
        **1** jess **20** · 4 days
        [picture board.png: The club, Week of 23 to 29 November, so far: 4 recovery days together, 1 of 1 kept their week. 1. jess: 20 points.]
        [My place](1:board:week:2026-11-23)
        ");
        let mut ranked = of(&[3, 5, 4, 2]);
        ranked.board = ranked.board.compared_with(&[(who(2), 3), (who(3), 1)].into());
        let names = names(&["jess", "sam", "coach", "tom"]);
        insta::assert_snapshot!(leaderboard(&ranked, &names), @"
        **This week** so far
        The club: **70 points** from 14 recovery days
        2 of 4 kept the week
        **1** sam **25** · 5 days · up 2
        **2** coach **20** · 4 days
        **3** jess **15** · 3 days
        -# and 1 more taking part
        [picture board.png: The club, Week of 23 to 29 November, so far: 14 recovery days together, 2 of 4 kept their week. 1. sam: 25 points, up 2. 2. coach: 20 points. 3. jess: 15 points, new.]
        [My place](1:board:week:2026-11-23)
        ");
        let weekly = WeeklyBoard { ranked, late: true };
        insta::assert_snapshot!(weekly_board(&weekly, &names), @"
        **Week of 23 Nov**
        The club: **70 points** from 14 recovery days
        2 of 4 kept the week
        **1** sam **25** · 5 days · up 2
        **2** coach **20** · 4 days
        **3** jess **15** · 3 days
        -# and 1 more taking part
        -# A little late: I was away when it was due.
        [picture board.png: The club, Week of 23 to 29 November: 14 recovery days together, 2 of 4 kept their week. 1. sam: 25 points, up 2. 2. coach: 20 points. 3. jess: 15 points, new.]
        [My place](1:board:week:2026-11-23)
        ");
    }

    #[test]
    fn names_of_any_kind_stay_in_their_line() {
        let ranked = of(&[7, 6, 5, 4, 3, 2]);
        let names = names(&[
            "Bartholomew the Unstoppable of Riverside",
            "\u{202e}evil\u{202c} **bold** <@1>",
            "\u{5d3}\u{5d5}\u{5d3} \u{5db}\u{5d4}\u{5df}",
            "走る人",
            "\u{200b}\u{200b}",
        ]);
        let card = leaderboard(&ranked, &names);
        // The marks that set a name apart are seen below.
        let seen = card.to_string().replace(['\u{2068}', '\u{2069}'], "");
        insta::assert_snapshot!(seen, @r"
        **This week** so far
        The club: **135 points** from 27 recovery days
        4 of 6 kept the week
        **1** Bartholomew the Uns… **35** · 7 days
        **2** evil \*\*bold\*\* \<\@1\> **30** · 6 days
        **3** דוד כהן **25** · 5 days
        **4** 走る人 **20** · 4 days
        **5** <@5> **15** · 3 days
        -# and 1 more taking part
        [picture board.png: The club, Week of 23 to 29 November, so far: 27 recovery days together, 4 of 6 kept their week. 1. Bartholomew the Unstoppable of Riverside: 35 points. 2. evil **bold** <@1>: 30 points. 3. דוד כהן: 25 points. 4. 走る人: 20 points. 5. A member: 15 points.]
        [My place](1:board:week:2026-11-23)
        ");
        assert!(card.text.contains("\u{2068}\u{5d3}\u{5d5}\u{5d3} \u{5db}\u{5d4}\u{5df}\u{2069}"));
    }

    #[test]
    fn fifty_fit_a_phone_and_a_message() {
        let days: Vec<u64> = (0..50).map(|number| 1 + number % 7).collect();
        let all: Vec<String> = (1..=50).map(|number| format!("runner number {number}")).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        insta::assert_snapshot!(leaderboard(&of(&days), &names(&all)), @"
        **This week** so far
        The club: **985 points** from 197 recovery days
        28 of 50 kept the week
        **1** runner number 7 **35** · 7 days
        **1** runner number 14 **35** · 7 days
        **1** runner number 21 **35** · 7 days
        **1** runner number 28 **35** · 7 days
        **1** runner number 35 **35** · 7 days
        **1** runner number 42 **35** · 7 days
        **1** runner number 49 **35** · 7 days
        **8** runner number 6 **30** · 6 days
        **8** runner number 13 **30** · 6 days
        **8** runner number 20 **30** · 6 days
        -# and 40 more taking part
        [picture board.png: The club, Week of 23 to 29 November, so far: 197 recovery days together, 28 of 50 kept their week. 1. runner number 7: 35 points. 1. runner number 14: 35 points. 1. runner number 21: 35 points. 1. runner number 28: 35 points. 1. runner number 35: 35 points. 1. runner number 42: 35 points. 1. runner number 49: 35 points. 8. runner number 6: 30 points.]
        [My place](1:board:week:2026-11-23)
        ");
    }

    #[test]
    fn ones_own_place_has_its_neighbours_and_no_shame() {
        let ranked = of(&[3, 5, 4, 2]);
        let names = names(&["jess", "sam", "coach", "tom"]);
        let own = |member, standpoint| {
            let own = OwnPlace { ranked: ranked.clone(), member: who(member), standpoint };
            own_place(&own, &names)
        };
        insta::assert_snapshot!(own(3, Standpoint::On), @"
        (private) **This week** so far
        sam 25
        **You** 20 points · place 2 · 4 days
        jess 15
        -# The middle of the club has 17
        ");
        insta::assert_snapshot!(own(4, Standpoint::On), @"
        (private) **This week** so far
        jess 15
        **You** 10 points · 2 days
        -# The middle of the club has 17
        ");
        insta::assert_snapshot!(own(5, Standpoint::NothingYet), @"
        (private) No points here yet. `/recover boots 30` in the club's channel is a start.
        ");
        insta::assert_snapshot!(own(5, Standpoint::Out), @"
        (private) You're off the board, as you wished. Back on it? `/me board in`
        ");
        insta::assert_snapshot!(own(5, Standpoint::Resting), @"
        (private) The board waits while you rest. Take the time you need.
        ");
    }

    #[test]
    fn longer_boards_say_what_counts() {
        let mut ranked = of(&[4, 2]);
        for period in [
            Period::Month("2026-11-01".parse().unwrap()),
            Period::Season(crate::domain::season::Season::of(week())),
        ] {
            ranked.board.period = period;
            let card = leaderboard(&ranked, &names(&["jess", "sam"]));
            match period {
                Period::Month(_) => insta::assert_snapshot!(card, @"
                **November**
                The club: **30 points** from 6 recovery days
                1 week kept
                **1** jess **20** · 4 days
                -# and 1 more taking part
                [picture board.png: The club, November, so far: 6 recovery days together, 2 took part. 1. jess: 20 points.]
                [My place](1:board:month:2026-11-01)
                "),
                _ => insta::assert_snapshot!(card, @"
                **Season** since 21 Sep · best 6 weeks count
                The club: **30 points** from 6 recovery days
                1 week kept
                **1** jess **20** · 4 days
                -# and 1 more taking part
                [picture board.png: The club, Season since 21 September, best 6 weeks count: 6 recovery days together, 2 took part. 1. jess: 20 points.]
                [My place](1:board:season:2026-09-21)
                "),
            }
        }
    }
}
