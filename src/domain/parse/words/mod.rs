//! The small words of a phrase and what each does to its meaning, by what they are about.

mod amount;
mod body;
mod deed;
mod person;
mod setting;

pub(in crate::domain) use amount::{is_hours, is_minutes, is_seconds, number};
pub(super) use amount::{
    is_other_unit, is_part_of_day, is_times, is_twice_a_day, is_unit, makes_number_no_minutes,
    opens_moment,
};
pub(super) use body::{is_about_health, is_area, is_each_side};
pub(super) use deed::{
    can_be_lacking, is_deed, is_denial_pair, is_lack, is_plan_pair, opens_question,
    says_how_without_how_long, takes_back,
};
pub(in crate::domain) use deed::{is_denial, is_plan, is_tomorrow};
pub(super) use person::{
    is_advice, is_any_deed, is_between, is_kin, is_lead_in, is_no_name, is_oneself,
    is_other_pronoun, is_persons_deed, is_running, is_whose,
};
pub(super) use setting::{
    describes_circumstance, goes_before_many, is_aside_pair, is_joint, is_turn, opens_circumstance,
    opens_reason, sets_day_aside,
};
