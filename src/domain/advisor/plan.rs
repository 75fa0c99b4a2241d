//! The answer: its steps, what would come next, and what was passed over.

use std::collections::BTreeSet;

use super::beside::{book, fuel, next, rest, unserved, wants_more, worn};
use super::care::{care, runs_wait};
use super::free::{Free, free, unused};
use super::heading::{Heading, heading as about};
use super::limits::MOST_STEPS;
use super::passed::passed_over;
use super::reasons::{Reason, reason};
use super::replies::{Reply, needs_nothing, replies};
use super::rules::Rule;
use super::search::{self, Candidate};
use super::when::{When, when};
use super::{Situation, State, limits, rules, value};
use crate::domain::catalogue::{Area, Family, Modality, ModalityId};

/// Lengths are told in steps of so many minutes.
const STEP: usize = 5;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub modality: ModalityId,
    /// For how long; 0 for what takes no minutes.
    pub minutes: u32,
    /// When.
    pub when: When,
    /// The step, by its place, that goes on at the same time.
    pub with: Option<usize>,
    /// Why.
    pub reason: Reason,
}

/// A whole answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What it is about.
    pub heading: Heading,
    /// What to do, first things first.
    pub steps: Vec<Step>,
    /// Minutes in all, shared ones once.
    pub total: u32,
    /// The minutes it was made for.
    pub asked: u32,
    /// What would come next with more time.
    pub next: Option<ModalityId>,
    /// What its owner asked about or does often, and the rule that keeps it out today.
    pub passed_over: Vec<(ModalityId, Rule)>,
    /// What is due and takes an appointment that doesn't fit now.
    pub book: Option<(ModalityId, Reason)>,
    /// What to mind with what they live with.
    pub care: Vec<&'static str>,
    /// Whether running waits for that.
    pub runs_wait: bool,
    /// What takes no minutes and matters more than a step.
    pub free: Option<Free>,
    /// What is answered to what they ask beside the plan.
    pub replies: Vec<Reply>,
    /// Where it is sore and no step is for.
    pub unserved: Vec<Area>,
    /// What they tell of themselves that changes nothing.
    pub unused: Vec<State>,
    /// Nothing is known of them, so that what they ran today would change the answer.
    pub asks_run: bool,
    /// How good it is, in hundredths; to compare plans for one situation.
    pub worth: i32,
}

/// The best plan for a situation.
#[must_use]
pub fn advise(situation: &Situation<'_>) -> Plan {
    let asked = situation.minutes();
    let heading = about(situation, None);
    let mut plan = Plan {
        heading,
        steps: Vec::new(),
        total: 0,
        asked,
        next: None,
        passed_over: Vec::new(),
        book: None,
        care: care(situation),
        runs_wait: runs_wait(situation),
        free: None,
        replies: Vec::new(),
        unserved: Vec::new(),
        unused: Vec::new(),
        asks_run: false,
        worth: 0,
    };
    let is_whole = match heading {
        Heading::Seen(_) | Heading::Ill => true,
        Heading::Rest | Heading::Rested => !wants_more(situation),
        Heading::Plenty => true,
        _ => needs_nothing(situation),
    };
    if is_whole {
        let rests = matches!(heading, Heading::Seen(_) | Heading::Ill | Heading::Rest);
        plan.steps = if rests { rest(situation) } else { Vec::new() };
        let is_told = matches!(heading, Heading::Rested);
        plan.passed_over = if is_told { Vec::new() } else { passed_over(situation, &[]) };
        let is_seen = matches!(heading, Heading::Seen(_) | Heading::Ill);
        plan.free = free(situation, &plan.steps).filter(|free| free.leads() && !is_seen);
        plan.replies = match heading {
            Heading::Plenty if situation.is(State::TooMuch) => {
                vec![Reply::Enough(situation.done_lately())]
            }
            _ if is_seen => Vec::new(),
            _ => replies(situation, &plan.steps),
        };
        return plan;
    }
    let mut candidates = candidates(situation);
    let mut steps = if heading == Heading::Rest { rest(situation) } else { Vec::new() };
    let moved = steps.len();
    let (fuel, worn) = (fuel(situation), worn(situation));
    let is_worn = |modality: &Modality| worn.as_ref().is_some_and(|of| of.modality == modality.id);
    if let Some(worn) = situation.modalities.iter().find(|modality| is_worn(modality)) {
        candidates.retain(|of| !limits::are_much_the_same(of.modality, worn));
    }
    let beside = usize::from(fuel.is_some()) + usize::from(worn.is_some());
    let most = limits::most_steps(asked)
        .min(limits::steps_left(situation).saturating_sub(moved))
        .min(MOST_STEPS.saturating_sub(moved + beside));
    // A rest day has its answer already, for whoever asks for nothing more.
    let owed = if moved == 0 || wants_more(situation) { value::OWED } else { 0 };
    let found = search::best(&candidates, asked, most, owed);
    let pairs = search::pairs(&candidates, &found.steps);
    plan.worth = found.worth;
    plan.total = search::total(&candidates, &found.steps);
    let chosen: Vec<&Modality> =
        found.steps.iter().map(|(at, _)| candidates[*at].modality).collect();
    plan.next = next(situation, &chosen, asked.saturating_sub(plan.total));
    let moment = |&(at, _): &search::Chosen| when(situation, candidates[at].modality);
    let whens: Vec<When> = found.steps.iter().map(moment).collect();
    let sore = situation.sore();
    let is_for_sore = |place: usize| {
        let areas = &candidates[found.steps[place].0].modality.areas;
        areas.iter().any(|area| sore.contains(area))
    };
    for (place, when, is_guest) in order(&found.steps, &pairs, &whens, is_for_sore) {
        let (at, minutes) = found.steps[place];
        let modality = candidates[at].modality;
        let terms = value::terms(situation, modality);
        let told: Vec<Reason> = plan.steps.iter().map(|step| step.reason).collect();
        plan.steps.push(Step {
            modality: modality.id.clone(),
            minutes,
            when,
            // What goes on meanwhile stands right below what it goes on during.
            with: is_guest.then(|| moved + plan.steps.len() - 1),
            reason: reason(situation, modality, terms, &told),
        });
    }
    steps.append(&mut plan.steps);
    plan.steps = steps;
    // What is eaten comes before what is worn, and both before what takes its time.
    for step in [worn, fuel].into_iter().flatten() {
        put_first(&mut plan.steps, step);
    }
    // Nobody is promised care for what no step is for.
    let for_sore = plan.steps.iter().find_map(|step| match step.reason {
        Reason::Sore(area) => Some(area),
        _ => None,
    });
    plan.heading = about(situation, for_sore);
    plan.book = book(situation, &plan.steps);
    plan.free = free(situation, &plan.steps);
    plan.replies = replies(situation, &plan.steps);
    plan.unused = unused(situation, plan.free);
    // Heels up and down are something for the legs.
    if plan.free != Some(Free::Seated) {
        plan.unserved = unserved(situation, &chosen, plan.heading);
    }
    plan.asks_run = situation.is_unknown() && !plan.steps.is_empty();
    // What wants more time is told so already.
    plan.passed_over = passed_over(situation, &chosen);
    let is_step = |id: &ModalityId| plan.steps.iter().any(|step| step.modality == *id);
    plan.passed_over.retain(|(id, _)| plan.next.as_ref() != Some(id) && !is_step(id));
    plan
}

/// Puts a step ahead of all others.
fn put_first(steps: &mut Vec<Step>, first: Step) {
    for with in steps.iter_mut().filter_map(|step| step.with.as_mut()) {
        *with += 1;
    }
    steps.insert(0, first);
}

/// The places of steps in the order they are told, when each is, and whether it goes on during the
/// one before it, which takes longer.
fn order(
    steps: &[search::Chosen],
    pairs: &[(usize, usize)],
    whens: &[When],
    is_for_sore: impl Fn(usize) -> bool,
) -> Vec<(usize, When, bool)> {
    let guest_of = |place: usize| {
        pairs.iter().find_map(|&(one, other)| {
            let (host, guest) =
                if steps[other].1 > steps[one].1 { (other, one) } else { (one, other) };
            (host == place).then_some(guest)
        })
    };
    let is_guest = |place: usize| (0..steps.len()).any(|host| guest_of(host) == Some(place));
    // The earlier moment holds for both.
    let moment = |place: usize| {
        // What belongs ahead of bed takes what goes on meanwhile along.
        let own = whens[place];
        let of_guest = guest_of(place).filter(|_| own != When::AheadOfBed);
        of_guest.map_or(own, |guest| whens[guest].min(own))
    };
    let mut hosts: Vec<usize> = (0..steps.len()).filter(|place| !is_guest(*place)).collect();
    // At one moment, what somebody asks about comes first.
    let for_sore = |place: usize| is_for_sore(place) || guest_of(place).is_some_and(&is_for_sore);
    hosts.sort_by_key(|place| (moment(*place), !for_sore(*place)));
    let with_guest = hosts.into_iter().flat_map(|place| {
        let when = moment(place);
        [Some((place, when, false)), guest_of(place).map(|guest| (guest, when, true))]
    });
    with_guest.flatten().collect()
}

/// Everything that obeys the rules and is worth doing, the most valued first.
pub(super) fn candidates<'a>(situation: &Situation<'a>) -> Vec<Candidate<'a>> {
    let allowed = situation
        .modalities
        .iter()
        .filter(|modality| is_searched(modality) && rules::allows(situation, modality));
    let mut candidates: Vec<Candidate<'a>> = allowed
        .map(|modality| Candidate { modality, lengths: lengths(situation, modality) })
        .filter(|candidate| !candidate.lengths.is_empty())
        .collect();
    search::sort(&mut candidates);
    if situation.ask.is(State::Either) {
        // Of two that somebody can't choose between, the better.
        let mut named = 0;
        candidates.retain(|candidate| {
            named += usize::from(situation.is_named(candidate.modality));
            named < 2 || !situation.is_named(candidate.modality)
        });
    }
    candidates
}

/// What takes minutes of one's own: not what is eaten, nor what is worn all day.
fn is_searched(modality: &Modality) -> bool {
    modality.family != Family::Fuel && !modality.is_worn()
}

/// The lengths of a step worth looking at: its shortest, its usual, and round ones between.
fn lengths(situation: &Situation<'_>, modality: &Modality) -> Vec<(u32, i32)> {
    let shortest = modality.minutes.shortest;
    let usual = value::usual(situation, modality);
    let longest = usual.min(limits::longest(situation, modality, situation.minutes()));
    if longest < shortest {
        return Vec::new();
    }
    let terms = value::terms(situation, modality);
    let between = (shortest.next_multiple_of(5)..longest).step_by(STEP);
    let minutes: BTreeSet<u32> = between.chain([shortest, longest]).collect();
    let mut lengths: Vec<(u32, i32)> = minutes
        .into_iter()
        .map(|minutes| (minutes, value::of_minutes(terms, modality, usual, minutes)))
        .filter(|(_, worth)| worth + value::OWED > 0)
        .collect();
    lengths.sort_by_key(|(minutes, worth)| (std::cmp::Reverse(*worth), *minutes));
    lengths
}
