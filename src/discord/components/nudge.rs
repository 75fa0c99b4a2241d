//! Clicks on a nudge: each acts on the one who clicks, and answers them alone.

use super::Shown;
use crate::actions::{self, App, Clicked, RemindOn};
use crate::cards::{self, NudgeClick};
use crate::discord::Event;
use crate::domain::job::NudgePlace;
use crate::domain::nudge_time::NudgeWhen;
use crate::domain::reading::Reading;
use crate::error::Failure;

pub(super) async fn act(app: &App, event: Event, click: NudgeClick) -> Result<Shown, Failure> {
    let Event { origin, member, place } = event;
    let clicked = Clicked { origin, member, place };
    match click {
        NudgeClick::Start => {
            let request = RemindOn {
                member,
                place,
                at: origin.instant(),
                when: NudgeWhen::Clubs,
                to: NudgePlace::Club,
            };
            // A tap on an old offer leaves what they have set since.
            let reminding = match actions::remind_status(app, member, request.at).await? {
                Some(reminding) => {
                    return Ok(Shown::Told(cards::reminder_status(Some(&reminding))));
                }
                None => actions::remind_on(app, &request).await?,
            };
            Ok(Shown::Told(cards::reminder_on(&reminding)))
        }
        NudgeClick::Log { day } => {
            let choices = actions::usual_choices(app, clicked, day).await?;
            Ok(Shown::Told(cards::usual_choices(&choices)))
        }
        NudgeClick::Plan => {
            let nothing = Reading::default();
            let today = actions::today(app, &event.asker(app).await?, &nothing).await?;
            let help = actions::help_lines(app, event.member, event.place.guild).await?;
            Ok(Shown::Told(cards::today(&today, origin, help)))
        }
        NudgeClick::Rest { run, day } => {
            let logged = actions::rest_by_nudge(app, clicked, run, day).await?;
            Ok(Shown::Told(cards::logged_privately(&logged)))
        }
        NudgeClick::Snooze { run } => {
            Ok(Shown::Told(cards::snoozed(actions::snooze(app, clicked, run).await?)))
        }
        NudgeClick::Did { origin, day, phrase } => {
            let logged = actions::log_choice(app, clicked, origin, day, &phrase).await?;
            Ok(Shown::Changed(cards::logged_privately(&logged)))
        }
    }
}
