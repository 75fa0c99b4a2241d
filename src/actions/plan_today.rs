//! "What should I do today?": gathers what the advisor looks at, in a bounded number of queries.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Datelike, Days, Utc};

use super::red_flags::{Minded, ask_flag, mind, open_flag};
use super::time_zone::local_time;
use super::{App, Asker};
use crate::domain::advisor::{self, Ask, AskedAt, Done, Plan, Situation};
use crate::domain::catalogue::{Catalogue, CautionLevel, Does, Modality, ModalityId};
use crate::domain::fingerprint;
use crate::domain::flags::{self, Flag, Signs};
use crate::domain::ids::{GuildId, MemberId, Snowflake};
use crate::domain::reading::Reading;
use crate::domain::run;
use crate::error::{Failure, UserError};
use crate::store::FlagQuestion;

/// How far back entries tell of kit and habits: most of a marathon's training.
const LOG_DAYS: u64 = 182;

/// How far back runs and cadences matter.
const RUN_DAYS: u64 = 28;

/// What comes of asking "what should I do today?".
#[derive(Clone, Debug)]
pub enum Today {
    /// The question itself raised a red flag, or cleared what was open.
    Minded(Minded),
    /// A red flag is open: nothing is suggested but rest, and getting seen.
    Flagged(Flag),
    /// A plan.
    Planned(Box<Planned>),
}

/// A plan, as its owner is told.
#[derive(Clone, Debug)]
pub struct Planned {
    /// What was asked, as it was understood.
    pub ask: Ask,
    /// What was swapped for something else, by its place in the catalogue.
    pub swapped: BTreeSet<usize>,
    /// The plan.
    pub plan: Plan,
    /// Modalities with cautions that the member hasn't been shown yet.
    pub cautions: Vec<ModalityId>,
    /// The question about a red flag that is open.
    pub asked: Option<FlagQuestion>,
    /// What the plan's ids stand for.
    pub catalogue: Arc<Catalogue>,
}

/// Answers "what should I do today?" in these words; a red flag comes first.
///
/// # Errors
///
/// The words are better asked back; or the store's own.
pub async fn today(app: &App, asker: &Asker, said: &Reading) -> Result<Today, Failure> {
    let Asker { origin, member, place, .. } = *asker;
    // What is asked about holds back some of a plan, and stands above it.
    let minded = mind(app, origin, member, &[said]).await?;
    if let Some(minded) = minded.filter(|minded| !matches!(minded, Minded::Ask(_))) {
        return Ok(Today::Minded(minded));
    }
    if let Some(flag) = open_flag(app, member).await? {
        return Ok(Today::Flagged(flag));
    }
    let planned = plan_today(app, asker, place.guild, said).await?;
    Ok(Today::Planned(Box::new(planned)))
}

/// Where a plan is asked for and where it is told, which differ where a mention is answered in a
/// direct message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanPlace {
    /// The guild it is asked for in, by whose clock a day runs for whoever has set none.
    pub asked: Option<GuildId>,
    /// The guild it is told in, whose modalities it may hold: those can be logged there.
    pub told: Option<GuildId>,
}

impl PlanPlace {
    /// Asked for and told in one place.
    #[must_use]
    pub fn here(guild: Option<GuildId>) -> Self {
        Self { asked: guild, told: guild }
    }
}

/// The plan for a question in these words, to be told in the guild `told`, for whoever has minded them already.
///
/// # Errors
///
/// As [`today`].
pub async fn plan_today(
    app: &App,
    asker: &Asker,
    told: Option<GuildId>,
    said: &Reading,
) -> Result<Planned, Failure> {
    let chars = said.said().chars().count();
    if chars > advisor::MAX_CHARS {
        return Err(UserError::AskTooLong { chars }.into());
    }
    let catalogue = app.catalogue_in(told).await?;
    let now = asker.now;
    let asked_at = AskedAt { weekday: now.recovery_day().weekday(), minute: now.minute() };
    let ask = advisor::ask(said, &catalogue, asked_at).map_err(UserError::Ask)?;
    let place = PlanPlace { asked: asker.place.guild, told };
    plan_again(app, asker.member, place, asker.origin, ask, BTreeSet::new()).await
}

/// Answers the same question once more, without what was swapped.
///
/// # Errors
///
/// The store's own.
pub async fn plan_again(
    app: &App,
    member: MemberId,
    place: PlanPlace,
    origin: Snowflake,
    ask: Ask,
    swapped: BTreeSet<usize>,
) -> Result<Planned, Failure> {
    let at = origin.instant();
    let now = local_time(app, member, place.asked, at).await?;
    let today = now.recovery_day();
    let since = |days| today.checked_sub_days(Days::new(days)).unwrap_or(today);
    let settings = app.store.settings(member).await?;
    let entries = app.store.entries_since(member, since(LOG_DAYS)).await?;
    let pauses = app.store.pauses(member).await?;
    let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
    let kind = |day: chrono::NaiveDate| settings.training.map(|week| week.on(day.weekday()));
    let running = pauses.iter().any(|pause| pause.covers(today));
    let ended = pauses.iter().filter_map(|pause| pause.until).map(|day| (today - day).num_days());
    let catalogue = app.catalogue_in(place.told).await?;
    let modalities = catalogue.modalities();
    let race = settings.race.filter(|race| race.phase(today).is_some());
    // What a guild has of its own is in the kit of whoever has logged it.
    let own = entries.iter().map(|entry| &entry.modality).filter(|id| id.guild().is_some());
    let own: Vec<ModalityId> = own.cloned().collect();
    let kit = settings.kit.map(|kit| kit.modalities().cloned().chain(own).collect());
    let runs = app.store.runs_between(member, since(RUN_DAYS), today).await?;
    let checkin = app.store.checkin(member, today).await?;
    let words = checkin.words.as_deref().unwrap_or_default();
    let words = app.language.read(words, &catalogue, &[]);
    // What a check-in tells of today holds for its plans.
    let told = advisor::conditions(&words);
    let by_question = ask.conditions.clone();
    let ask = Ask { conditions: &ask.conditions | &told, ..ask };
    let mut situation = Situation {
        modalities,
        today,
        minute: now.minute(),
        checkin,
        told: advisor::told(&words),
        log: entries
            .into_iter()
            .map(|entry| Done { modality: entry.modality, minutes: entry.minutes, day: entry.day })
            .collect(),
        since_run: run::minutes_since(&runs, today, at),
        runs,
        today_is: kind(today),
        tomorrow_is: kind(tomorrow),
        race,
        back_for: if running { Some(0) } else { ended.filter(|days| *days > 0).min() },
        flag: app.store.open_flag(member).await?.map(|open| open.flag),
        asked: Vec::new(),
        kit,
        again: app.store.own_opinions(member).await?,
        swapped: swapped
            .union(&ask.without)
            .filter_map(|at| modalities.get(*at))
            .map(|m| m.id.clone())
            .collect(),
        ask,
    };
    // What the question and the check-in tell only together: of what the question tells by itself, its words have
    // been minded, and may have answered it.
    let ask = &situation.ask;
    let swollen = ask.is(advisor::State::Swollen);
    let signs = Signs { sat: ask.is(advisor::State::Travel), swollen: false };
    let by_itself = flags::asked_of_sore(&ask.areas, &by_question, signs);
    let signs = Signs { sat: situation.has_sat(), swollen };
    let together = flags::asked_of_sore(&situation.sore(), &ask.conditions, signs);
    if let Some(flag) = together.filter(|flag| by_itself != Some(*flag)) {
        ask_flag(app, origin, member, flag).await?;
    }
    let asked = app.store.open_flag_questions(member, at).await?;
    situation.asked = asked.iter().map(|asked| asked.flag).collect();
    let plan = advisor::advise(&situation);
    let ask = situation.ask;
    let cautions = new_cautions(app, member, &plan, &catalogue, at).await?;
    let asked = asked.into_iter().next();
    Ok(Planned { ask, swapped, plan, cautions, asked, catalogue })
}

/// What may harm somebody who doesn't know of it: nobody is warned of a stretch.
const CAUTIONED: [Does; 3] = [Does::Squeeze, Does::Heat, Does::Cool];

/// The modality of a plan whose cautions its owner sees for the first time, which is remembered: one a
/// plan, so that they are read, and only what keeps somebody from it: what to take care with stands in
/// `/modalities`.
async fn new_cautions(
    app: &App,
    member: MemberId,
    plan: &Plan,
    catalogue: &Catalogue,
    at: DateTime<Utc>,
) -> Result<Vec<ModalityId>, Failure> {
    let seen = app.store.cautions_seen(member).await?;
    let with_cautions = plan.steps.iter().filter_map(|step| catalogue.get(&step.modality));
    let new: Vec<(ModalityId, i64)> = with_cautions
        .filter(|modality| CAUTIONED.iter().any(|does| modality.does.contains(does)))
        .filter(|modality| modality.cautions.iter().any(|of| of.level != CautionLevel::Care))
        .map(|modality| (modality.id.clone(), edition(modality)))
        .filter(|(id, edition)| seen.get(id.as_ref()) != Some(edition))
        .take(1)
        .collect();
    app.store.keep_cautions_seen(member, &new, at).await?;
    Ok(new.into_iter().map(|(id, _)| id).collect())
}

/// A number that changes with the words of the cautions.
fn edition(modality: &Modality) -> i64 {
    let words = modality.cautions.iter().flat_map(|caution| caution.text.bytes());
    i64::from(fingerprint::of(words))
}

impl Planned {
    /// The place in the catalogue of the step that Swap replaces: the one that leads.
    #[must_use]
    pub fn leading(&self) -> Option<usize> {
        let first = self.plan.steps.iter().find(|step| step.minutes > 0)?;
        self.catalogue.modalities().iter().position(|modality| modality.id == first.modality)
    }

    /// A modality's short name.
    #[must_use]
    pub fn label<'s>(&'s self, id: &'s ModalityId) -> &'s str {
        let known = self.catalogue.modalities().iter().find(|modality| modality.id == *id);
        known.map_or(id.as_ref(), |modality| &modality.label)
    }
}
