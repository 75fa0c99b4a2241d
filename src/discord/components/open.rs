//! Clicks that open something for its owner alone, wherever the button is.

use poise::serenity_prelude as serenity;

use super::{Given, Shown};
use crate::actions::{self, App, Asker, PlanPlace, USUAL_WEEKS};
use crate::cards::{self, Behind, Card, OpenClick, Opens, TodayClick};
use crate::discord::said::Said;
use crate::discord::{Event, figures};
use crate::error::Failure;

/// How many days of their log a member sees first.
const DAYS: u8 = 7;

pub(super) async fn act(
    app: &App,
    http: &serenity::Http,
    event: Event,
    click: OpenClick,
    given: &Given,
) -> Result<Shown, Failure> {
    let Event { origin, member, place } = event;
    if click.member != member {
        return Ok(Shown::Told(cards::not_for_you()));
    }
    let at = origin.instant();
    let what = match click.behind {
        Behind::Named(what) => Some(what),
        Behind::AskedBy(asked) => {
            let kept = actions::behind_button(app, asked, member).await?;
            kept.and_then(|opens| opens.parse().ok())
        }
    };
    let Some(what) = what else { return Ok(Shown::Told(cards::no_longer_there())) };
    Ok(Shown::Told(match what {
        Opens::Flag => {
            let open = actions::open_flag(app, member).await?;
            match (open, actions::open_flag_question(app, member, at).await?) {
                (None, Some(asked)) => cards::flag_question(asked),
                (open, asked) => {
                    let help = actions::help_lines(app, member, place.guild).await?;
                    cards::with_flag_question(cards::open_flag(open, help), asked)
                }
            }
        }
        Opens::Checkin => {
            cards::check_in(&actions::check_in_of(app, member, place.guild, at).await?)
        }
        Opens::History => {
            cards::history(&actions::history(app, member, place.guild, at, DAYS, 0).await?)
        }
        Opens::Me => cards::member(&actions::show_member(app, member, place.guild, at).await?),
        Opens::Help => cards::help(),
        Opens::Stats => {
            let shown = actions::own_stats(app, member, place.guild, USUAL_WEEKS, at).await?;
            cards::own_stats(&shown, &given.name, place.guild.is_some())
        }
        Opens::Insights => cards::insights(&actions::insights(app, member, at).await?),
        Opens::Nudges => {
            cards::reminder_status(actions::remind_status(app, member, at).await?.as_ref())
        }
        Opens::Question(asked) => {
            let Some(question) = actions::take_question(app, member, asked, at).await? else {
                return Ok(Shown::Told(cards::not_for_you()));
            };
            let catalogue = app.catalogue_in(question.place.guild).await?;
            Card { private: true, ..cards::question(&question, &catalogue) }
        }
        Opens::Plan(click) => {
            let TodayClick { ask, swapped, .. } = *click;
            let planned = actions::plan_again(
                app,
                member,
                PlanPlace::here(place.guild),
                origin,
                ask,
                swapped,
            )
            .await?;
            cards::plan(&planned, origin)
        }
        Opens::Figures(asked) => {
            let asker = Asker::of(app, origin, member, place).await?;
            match figures::answer(app, http, &asker, *asked).await? {
                // Whatever it is, it opens for its owner alone.
                Said::Openly(card) | Said::OpenlyBeside(card, _) | Said::Privately(card, _) => {
                    Card { private: true, ..card }
                }
            }
        }
    }))
}
