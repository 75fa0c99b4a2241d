//! A member's week as they mean it to be, with menus to change it.

use chrono::Weekday;

use super::MeClick;
use crate::actions::WeekSet;
use crate::cards::{Card, Choice, ComponentId, Menu};
use crate::domain::streak::GOALS;
use crate::domain::training_week::{DayKind, WEEKDAYS};

/// The week, and a menu for each thing to change.
#[must_use]
pub fn week(set: &WeekSet) -> Card {
    let day = |weekday: &Weekday| format!("{weekday} {}", set.training.on(*weekday).name());
    let days: Vec<String> = WEEKDAYS.iter().map(day).collect();
    let text =
        format!("**Your week** {}\n**Kept with** {} recovery days", days.join(" · "), set.goal);
    let menus = [DayKind::Rest, DayKind::Workout, DayKind::Long].map(|kind| days_menu(set, kind));
    menus.into_iter().fold(Card::private(text).with_menu(goal_menu(set)), Card::with_menu)
}

fn goal_menu(set: &WeekSet) -> Menu {
    let choice = |goal: u8| Choice {
        value: goal.to_string(),
        label: format!("{goal} recovery days keep a week"),
        chosen: goal == set.goal,
    };
    Menu {
        id: ComponentId::Me(MeClick::Goal),
        placeholder: "Recovery days that keep a week".to_owned(),
        choices: GOALS.map(choice).collect(),
        takes: 1..=1,
    }
}

fn days_menu(set: &WeekSet, kind: DayKind) -> Menu {
    let name = match kind {
        DayKind::Rest => "Rest",
        DayKind::Easy => "Easy",
        DayKind::Workout => "Workout",
        DayKind::Long => "Long run",
    };
    let choice = |weekday: &Weekday| Choice {
        value: weekday.to_string(),
        label: format!("{name} on {weekday}"),
        chosen: set.training.on(*weekday) == kind,
    };
    Menu {
        id: ComponentId::Me(MeClick::Days(kind)),
        placeholder: format!("{name}: which days?"),
        choices: WEEKDAYS.iter().map(choice).collect(),
        takes: 0..=7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::training_week::TrainingWeek;

    #[test]
    fn the_week_is_one_line_over_its_menus() {
        let training = TrainingWeek::default().with(DayKind::Long, &[Weekday::Sun]);
        let card = week(&WeekSet { training, goal: 4 });
        assert_eq!(
            card.text,
            "**Your week** Mon easy · Tue easy · Wed easy · Thu easy · Fri easy · Sat easy · \
             Sun long\n**Kept with** 4 recovery days"
        );
        assert_eq!(card.rows.len(), 4);
    }
}
