//! Clicks on a check-in.

use super::{Given, Shown};
use crate::actions::{self, App, CheckedIn};
use crate::cards::{self, CheckinClick, CheckinWish};
use crate::discord::Event;
use crate::domain::checkin::{Answer, area_of_id};
use crate::error::Failure;

pub(super) async fn act(
    app: &App,
    event: Event,
    click: CheckinClick,
    given: &Given,
) -> Result<Shown, Failure> {
    let CheckinClick { day, wish, unkept } = click;
    let (member, guild) = (event.member, event.place.guild);
    let answer = match wish {
        CheckinWish::Level(scale, level) => Answer::Level(scale, level),
        CheckinWish::Areas => {
            Answer::Areas(given.chosen.iter().filter_map(|value| area_of_id(value)).collect())
        }
        CheckinWish::Words => {
            let checked = actions::check_in_of(app, member, guild, event.origin.instant()).await?;
            return Ok(Shown::Asked(cards::words_form(&CheckedIn { unkept, ..checked })));
        }
        CheckinWish::KeepWords => Answer::Words(given.field("words").trim().to_owned()),
        CheckinWish::KeepUnkept => Answer::Words(unkept.clone().unwrap_or_default()),
    };
    let unkept = unkept.filter(|_| !matches!(answer, Answer::Words(_)));
    let checked = actions::answer_check_in(app, event.origin, member, guild, day, answer).await?;
    Ok(Shown::Changed(cards::check_in(&CheckedIn { unkept, ..checked })))
}
