//! Figures asked for in words: one's own whole, of others what the club may see.

use chrono::DateTime;
use fresh_legs::actions::{self, Asker, Found, LogRun, RaceWish};
use fresh_legs::cards::{self, Card, Names};
use fresh_legs::domain::figures::{FiguresAsked, FiguresSpan, Measure, Whose};
use fresh_legs::domain::ids::MemberId;
use fresh_legs::domain::reading::Reading;
use fresh_legs::error::{Failure, UserError};

use super::{Desk, Seat, after, alone, id, in_club, refusal};

const JESS: u64 = 7;
const SAM: u64 = 8;
const KIM: u64 = 9;

fn member(number: u64) -> MemberId {
    MemberId(id(number))
}

/// What is asked on Monday evening, and the card that answers it.
async fn asks(
    desk: &Desk,
    seat: Seat,
    whose: Whose,
    measure: Measure,
    modality: &str,
    span: FiguresSpan,
) -> Result<Card, Failure> {
    let modality = (!modality.is_empty()).then(|| modality.parse().unwrap());
    let asked = FiguresAsked { whose, measure, modality, span };
    let asker = desk.asker(seat, 60).await;
    let figures = actions::figures(&desk.app, &asker, &asked).await?;
    let names = [(member(SAM), "Sam"), (member(JESS), "Jess")];
    let names: Names = names.into_iter().map(|(who, name)| (who, name.to_owned())).collect();
    Ok(cards::figures(&figures, &names))
}

/// One's own, asked in the club.
async fn mine(desk: &Desk, measure: Measure, modality: &str, span: FiguresSpan) -> String {
    let card = asks(desk, in_club(JESS), Whose::Mine, measure, modality, span).await.unwrap();
    assert!(card.private, "{card:?}");
    card.text
}

async fn sams(desk: &Desk, measure: Measure, modality: &str, span: FiguresSpan) -> String {
    let whose = Whose::Member(member(SAM));
    let card = asks(desk, in_club(JESS), whose, measure, modality, span).await.unwrap();
    assert!(card.private, "{card:?}");
    card.text
}

async fn clubs(desk: &Desk, measure: Measure, modality: &str, span: FiguresSpan) -> String {
    let card = asks(desk, in_club(JESS), Whose::Club, measure, modality, span).await.unwrap();
    assert!(!card.private && card.pings.is_empty(), "{card:?}");
    card.text
}

async fn runs(desk: &Desk, seat: Seat, minutes: i64, what: &str) {
    let run = LogRun {
        origin: after(minutes),
        member: member(seat.member),
        place: seat.place,
        what: Some(&desk.app.read(None, what).await.unwrap()),
        kind: None,
    };
    actions::log_run(&desk.app, run).await.unwrap();
}

#[tokio::test]
async fn ones_own_figures_are_whole_wherever_they_are_asked_for() {
    let desk = Desk::open().await;
    let (here, direct) = (in_club(JESS), alone(JESS));
    desk.logs(here, 0, "boots 30").await;
    desk.logs(direct, 1, "boots 40 yesterday").await;
    desk.logs(here, 2, "boots 10 yesterday, slept 8h, cryo 3 on tuesday").await;
    runs(&desk, direct, 3, "8 km 45:00").await;
    runs(&desk, here, 4, "10 km yesterday").await;
    let month = FiguresSpan::ThisMonth;
    for (measure, modality, span, text) in [
        (
            Measure::Times,
            "boots",
            month,
            "**Boots**: 3 times this month, 1 h 20 min\n-# Last: today",
        ),
        (
            Measure::Minutes,
            "boots",
            FiguresSpan::ThisWeek,
            "**Boots**: 30 min this week, once\n-# Last: today",
        ),
        (
            Measure::Days,
            "boots",
            FiguresSpan::All,
            "**Boots**: 2 days in all, 3 times, 1 h 20 min\n-# Last: today",
        ),
        // A night's hours stay out of the minutes of all else.
        (
            Measure::Days,
            "",
            month,
            "Your log: 3 recovery days this month, 5 entries, 1 h 23 min\n-# Last: today",
        ),
        (Measure::Times, "sauna", month, "**Sauna**: nothing this month yet."),
        (
            Measure::Times,
            "cryo",
            FiguresSpan::ThisWeek,
            "**Cryo**: nothing this week yet.\n-# Last: on Tue 17 Nov, 6 days ago",
        ),
        (Measure::Last, "cryo", month, "**Cryo**: last on Tue 17 Nov, 6 days ago, 3 min"),
        (Measure::Last, "sauna", month, "**Sauna**: not in the log yet."),
        (
            Measure::List,
            "",
            FiguresSpan::LastDays(7),
            "**In the last 7 days**: 3 recovery days\n\
             Boots ×3 1 h 20 min · Cryo 3 min · Sleep 8 h · 2 runs, 18 km, 45:00",
        ),
        (
            Measure::List,
            "",
            FiguresSpan::Day("2026-11-21".parse().unwrap()),
            "Your log: nothing on Sat 21 Nov.",
        ),
        (Measure::Runs, "", FiguresSpan::ThisWeek, "**This week**: 1 run, 8 km, 45:00"),
        (Measure::Distance, "", FiguresSpan::LastWeek, "**Last week**: 1 run, 10 km"),
        (Measure::Runs, "", FiguresSpan::LastMonth, "Your log: no runs last month."),
        (
            Measure::Streak,
            "",
            month,
            "No week kept yet; this one can be the first.\n-# This week: 1 of 4 days",
        ),
    ] {
        assert_eq!(mine(&desk, measure, modality, span).await, text, "{measure:?} {modality}");
    }
}

#[tokio::test]
async fn what_is_due_is_told_by_ones_own_gap_and_not_beside_a_red_flag() {
    let desk = Desk::open().await;
    let jess = alone(JESS);
    let due = async |modality| mine(&desk, Measure::Due, modality, FiguresSpan::All).await;
    assert_eq!(
        due("art").await,
        "**ART**: not in your log yet, so nothing is due.\n-# The usual is every 14 days"
    );
    for (days_ago, what) in [(7 * 9, "art"), (7 * 6, "art"), (7 * 3, "art"), (0, "boots 20")] {
        desk.logs(jess, -60 * 24 * days_ago, what).await;
    }
    assert_eq!(
        due("art").await,
        "**ART**: due now, whenever it suits you.\n\
         -# Last on Mon 2 Nov, 21 days ago; you go every 21 days"
    );
    assert_eq!(
        due("boots").await,
        "**Boots**: again from tomorrow.\n-# Last today; the usual is every day"
    );
    assert_eq!(due("").await, "Which one? Ask me like `when is ART due`.");
    let said = "my left calf is swollen, hot and red";
    let said = desk.app.read_from(member(JESS), None, said).await.unwrap();
    actions::mind(&desk.app, after(5), member(JESS), &[&said]).await.unwrap();
    let flagged = due("art").await;
    assert!(!flagged.contains("due"), "{flagged}");
}

#[tokio::test]
async fn of_others_a_club_is_told_what_was_logged_in_it_and_no_more() {
    let desk = Desk::open().await;
    desk.logs(in_club(SAM), 0, "boots 30 and cryo 3").await;
    desk.logs(alone(SAM), 1, "sauna 15 and boots 99").await;
    runs(&desk, in_club(SAM), 2, "10 km 50:00").await;
    runs(&desk, alone(SAM), 3, "21 km").await;
    let week = FiguresSpan::ThisWeek;
    let only_here = "\n-# What was logged in this club.";
    assert_eq!(
        sams(&desk, Measure::List, "", week).await,
        format!(
            "**Sam** · this week: 1 recovery day\nBoots 30 min · Cryo 3 min · 1 run, 10 km, 50:00{only_here}"
        )
    );
    assert_eq!(
        sams(&desk, Measure::Times, "boots", week).await,
        format!("**Sam** · **Boots**: once this week, 30 min\n-# Last: today{only_here}")
    );
    assert_eq!(
        sams(&desk, Measure::Last, "sauna", week).await,
        format!("**Sam** · **Sauna**: not in the log yet.{only_here}")
    );
    for measure in [Measure::Streak, Measure::Race, Measure::Due] {
        assert_eq!(
            sams(&desk, measure, "boots", week).await,
            "That's each one's own to tell: I keep it between them and me."
        );
    }
    // In a direct message there is no club, and a name that nobody found is nobody's.
    let theirs = |seat, whose| asks(&desk, seat, whose, Measure::List, "", week);
    let sam = Whose::Member(member(SAM));
    assert_eq!(refusal(theirs(alone(JESS), sam.clone()).await), UserError::OnlyInAClub);
    assert_eq!(refusal(theirs(alone(JESS), Whose::Club).await), UserError::OnlyInAClub);
    let named = Whose::Named("Alex".to_owned());
    let nobody = UserError::NobodyNamed("Alex".to_owned());
    assert_eq!(refusal(theirs(in_club(JESS), named).await), nobody);
    // Their own id is the asker's own.
    let own = theirs(in_club(SAM), sam.clone()).await.unwrap();
    assert!(own.text.contains("Sauna"), "{own:?}");
    // Whoever keeps off the board is out of sight.
    actions::set_on_board(&desk.app, member(SAM), false, DateTime::UNIX_EPOCH).await.unwrap();
    assert_eq!(refusal(theirs(in_club(JESS), sam).await), UserError::OutOfSight);
}

#[tokio::test]
async fn a_clubs_figures_count_who_is_on_its_board_and_name_nobody_as_last() {
    let desk = Desk::open().await;
    let week = FiguresSpan::ThisWeek;
    assert_eq!(
        clubs(&desk, Measure::Most, "boots", week).await,
        "**Boots**: nobody this week so far."
    );
    desk.logs(in_club(SAM), 0, "boots 30").await;
    desk.logs(in_club(SAM), 1, "boots 20").await;
    desk.logs(in_club(SAM), 2, "boots 10").await;
    desk.logs(in_club(JESS), 3, "boots 30").await;
    desk.logs(in_club(JESS), 4, "boots 30").await;
    desk.logs(alone(JESS), 5, "boots 30").await;
    desk.logs(in_club(KIM), 6, "boots 30 and cryo 3").await;
    assert_eq!(
        clubs(&desk, Measure::Most, "boots", week).await,
        "**Boots** this week\n**1** Sam · 3 times\n**2** Jess · twice\n-# The club: 6 times, by 3 members"
    );
    assert_eq!(
        clubs(&desk, Measure::Times, "boots", week).await,
        "The club · **Boots**: 6 times this week, 2 h 30 min\n-# by 3 members"
    );
    assert_eq!(
        clubs(&desk, Measure::Minutes, "", week).await,
        "The club: 2 h 33 min this week, 7 entries\n-# by 3 members"
    );
    assert_eq!(
        clubs(&desk, Measure::Distance, "", week).await,
        "I count the club's recovery, not its kilometres: `/leaderboard` has it."
    );
    actions::set_on_board(&desk.app, member(KIM), false, DateTime::UNIX_EPOCH).await.unwrap();
    let open = Reading::default();
    let jess = Asker::of(&desk.app, after(7), member(JESS), alone(JESS).place).await.unwrap();
    actions::pause(&desk.app, &jess, &open, false).await.unwrap();
    assert_eq!(
        clubs(&desk, Measure::Most, "boots", week).await,
        "**Boots** this week\n**1** Sam · 3 times\n-# The club: 3 times, by one member"
    );
}

#[tokio::test]
async fn places_points_and_races_are_told_as_ever() {
    let desk = Desk::open().await;
    desk.logs(in_club(JESS), 0, "boots 30").await;
    let wish = RaceWish { day: Some("apr 19"), distance: Some("marathon"), name: Some("Boston") };
    actions::set_race(&desk.app, member(JESS), None, after(1).instant(), wish).await.unwrap();
    let race = mine(&desk, Measure::Race, "", FiguresSpan::All).await;
    assert_eq!(race, "**Boston** in 21 weeks\nMon 19 Apr 2027 · marathon");
    let asker = desk.asker(in_club(JESS), 60).await;
    let mut asked = FiguresAsked {
        whose: Whose::Mine,
        measure: Measure::Place,
        modality: None,
        span: FiguresSpan::ThisWeek,
    };
    let found = actions::figures(&desk.app, &asker, &asked).await.unwrap().found;
    let Found::Place(own) = found else { panic!("{found:?}") };
    assert_eq!(own.ranked.board.around(member(JESS)).unwrap().own.points, 5);
    asked.whose = Whose::Club;
    for measure in [Measure::Most, Measure::Points, Measure::Days] {
        asked.measure = measure;
        let found = actions::figures(&desk.app, &asker, &asked).await.unwrap().found;
        assert!(matches!(&found, Found::Board(board) if board.board.total == 5), "{found:?}");
    }
}
