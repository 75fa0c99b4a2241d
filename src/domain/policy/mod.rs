//! What is done about a message: what it surely wants, in the order said, or what is asked back.
//!
//! The only place that weighs what the model makes of it against what is plain from the words. It holds no
//! words, and does nothing itself.

mod asked;
mod last_log;
mod parts;
mod plain;

use super::catalogue::{Catalogue, ModalityId};
use super::choice::Choice;
use super::figures::{Explained, FiguresAsked};
use super::last_log::{Correction, Repeat};
use super::log::{self, Refused};
use super::reading::{Cue, Intent, Kind, Reading, Setting};

/// From here on what only shows something is done.
const SHOWS: f32 = 0.28;

/// From here on what saves or changes something is done.
const CHANGES: f32 = 0.36;

/// From here on what is logged is taken back.
const TAKES_BACK: f32 = 0.5;

/// How much likelier than the next it has to be, where it is less likely than even.
const AHEAD_BY: f32 = 0.05;

/// From here on something was done that is to be saved, whatever its words mean.
const TELLS: f32 = 0.6;

/// From here on something beside what is to come may have been done.
const MAY_TELL: f32 = 0.4;

/// From here on nothing is offered beside what is done.
const CLEARLY: f32 = 0.7;

/// From here on something else is.
const INSTEAD: f32 = 0.1;

/// Below this nothing is offered.
const OFFERS: f32 = 0.06;

/// How many of the likeliest are offered.
const OFFERED: usize = 3;

/// One thing that a message wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// A plan for now.
    Today,
    /// To log what was done.
    Log,
    /// To log a run.
    Run,
    /// To say how they are.
    CheckIn,
    /// Something about their nudge.
    Remind,
    /// A number of theirs, of somebody's or of the club's.
    Figures(FiguresAsked),
    /// How it works.
    Explained(Explained),
    /// Their weeks as a picture.
    Stats,
    /// Their last days.
    History,
    /// What helps them.
    Insights,
    /// Whether a modality works.
    Evidence(Option<ModalityId>),
    /// How a modality is done.
    About(Option<ModalityId>),
    /// A break.
    Pause,
    /// The end of one.
    Resume,
    /// To take back what was logged last.
    Undo,
    /// To have what was logged last otherwise.
    Correct(Correction),
    /// To log once more what was logged.
    Repeat(Repeat),
    /// To set something.
    Set(Option<Setting>),
    /// Nothing yet: it is still to come.
    Ahead,
    /// Something an organiser sets.
    Club,
    /// What there is to say.
    Help,
    /// A greeting.
    Hello,
    /// Thanks.
    Thanks,
}

/// What is done about a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Decision {
    /// Something is done.
    Act {
        /// These, in order, each with the part of the message it was said in.
        wishes: Vec<(Wish, Reading)>,
        /// What it may have been instead, where that isn't far from likely.
        or: Vec<Choice>,
    },
    /// Nobody can be sure: these are offered, the likeliest first.
    Ask(Vec<Choice>),
    /// It is nothing that the bot does.
    Other,
}

impl Decision {
    /// To do these, and nothing else can be meant.
    fn act(wishes: Vec<(Wish, Reading)>) -> Self {
        Self::Act { wishes, or: Vec::new() }
    }
}

/// Decides what is done about a message that was read and scored.
#[must_use]
pub fn decide(reading: &Reading, catalogue: &Catalogue) -> Decision {
    let act = |wish| Decision::act(vec![(wish, reading.clone())]);
    if !reading
        .tokens
        .iter()
        .any(|token| token.word.chars().any(char::is_alphanumeric) || token.kind != Kind::Word)
    {
        return act(Wish::Hello);
    }
    if let Some(wish) = last_log::of_last_log(reading) {
        return wish;
    }
    let Some(scores) = &reading.scores else { return Decision::Other };
    let parts = parts::parts(reading, scores, catalogue);
    let is_plain_log = plain::is_plain_log(reading, catalogue);
    if parts.len() > 1 && !(is_plain_log && last_log::corrects_itself(reading)) {
        let wish = |intent, part: &Reading| match intent {
            // What was done stands in a part of its own.
            Intent::Ahead => Wish::Ahead,
            intent => wish(intent, part, catalogue),
        };
        let wishes = parts.into_iter().map(|(intent, part)| (wish(intent, &part), part));
        return Decision::act(wishes.collect());
    }
    if let Some(wishes) = last_log::undo(reading) {
        return wishes;
    }
    if is_plain_log {
        return act(Wish::Log);
    }
    if let Some(explained) = asked::explained(reading).filter(|_| asks(reading)) {
        return act(Wish::Explained(explained));
    }
    if plain::is_plain_run(reading, scores) {
        return act(Wish::Run);
    }
    if plain::is_plain_checkin(reading, scores) {
        return act(Wish::CheckIn);
    }
    let mut ranked = scores.intents.iter();
    let (Some((first, p)), Some((_, next))) = (ranked.next(), ranked.next()) else {
        return Decision::Other;
    };
    let needed = if changes(*first) { CHANGES } else { SHOWS };
    let is_sure = match first {
        // To lose something is worse than to be asked.
        Intent::Undo => *p >= TAKES_BACK,
        // "is it healed after 6 weeks?" takes no break.
        Intent::Pause | Intent::Resume if asks(reading) && !reading.has(Cue::AsksToDo) => false,
        _ => *p >= 0.5 || *p >= needed && p - next >= AHEAD_BY,
    };
    let logged = || log::log(reading, catalogue);
    let may_be_log = is_sure && *first == Intent::Log || plain::is_bare(reading);
    // "boots 30?": it was done, or they ask whether to.
    if may_be_log && reading.asks() && matches!(logged(), Err(Refused::Unsure(_))) {
        return Decision::Ask(vec![Choice::Log, Choice::Today]);
    }
    if is_sure && *first == Intent::Other {
        return Decision::Other;
    }
    if is_sure {
        let is_clear = *p >= CLEARLY;
        let or = scores.likeliest(OFFERED, INSTEAD).filter(|intent| intent != first);
        let or = or.filter_map(Choice::of).filter(|_| !is_clear).collect();
        let wishes = vec![(wish(*first, reading, catalogue), reading.clone())];
        return Decision::Act { wishes, or };
    }
    // Something was done, and only what is unknown: that is asked.
    if scores.saves >= TELLS && matches!(logged(), Err(Refused::UnknownModality { .. })) {
        return act(Wish::Log);
    }
    let offered = scores.likeliest(OFFERED + 1, OFFERS).filter(|intent| *intent != Intent::Other);
    let offered: Vec<Choice> = offered.filter_map(Choice::of).take(OFFERED).collect();
    if offered.is_empty() { Decision::Other } else { Decision::Ask(offered) }
}

fn asks(reading: &Reading) -> bool {
    reading.asks() || reading.is(0, Cue::Question)
}

/// Whether to do it saves or changes something.
fn changes(intent: Intent) -> bool {
    matches!(
        intent,
        Intent::Log
            | Intent::Run
            | Intent::Checkin
            | Intent::Pause
            | Intent::Resume
            | Intent::Remind
    )
}

/// What an intent asks for, as far as the words say.
fn wish(intent: Intent, reading: &Reading, catalogue: &Catalogue) -> Wish {
    match intent {
        Intent::Today => Wish::Today,
        Intent::Log => Wish::Log,
        Intent::Run => Wish::Run,
        Intent::Checkin => Wish::CheckIn,
        Intent::Remind => Wish::Remind,
        // "delete my boots on sunday" stands among the last days, to be changed there.
        Intent::Stats | Intent::History | Intent::Undo if last_log::changes_older(reading) => {
            Wish::History
        }
        Intent::Stats | Intent::History | Intent::Board => asked::figures(intent, reading),
        Intent::Insights => Wish::Insights,
        Intent::Evidence => Wish::Evidence(asked::modality(reading)),
        Intent::About => Wish::About(asked::modality(reading)),
        Intent::Pause => Wish::Pause,
        Intent::Resume => Wish::Resume,
        Intent::Undo if last_log::is_of_data(reading) => Wish::Set(Some(Setting::Data)),
        Intent::Undo if last_log::asks_how(reading) => Wish::Set(Some(Setting::Change)),
        Intent::Undo => match last_log::correction(reading) {
            // Who tells another length wants that one.
            correction if correction.minutes.is_some() => Wish::Correct(correction),
            _ => Wish::Undo,
        },
        Intent::Settings => Wish::Set(asked::setting(reading)),
        Intent::Ahead => ahead(reading, catalogue),
        Intent::Club => Wish::Club,
        Intent::Help => asked::explained(reading).map_or(Wish::Help, Wish::Explained),
        Intent::Hello | Intent::Other => Wish::Hello,
        Intent::Thanks => Wish::Thanks,
    }
}

/// What is still to come logs nothing; but of what was done beside it something may be told.
fn ahead(reading: &Reading, catalogue: &Catalogue) -> Wish {
    let saves = reading.scores.as_ref().is_none_or(|scores| scores.saves >= MAY_TELL);
    match log::log(reading, catalogue) {
        Ok(_) | Err(Refused::Unsure(_)) if saves => Wish::Log,
        _ => Wish::Ahead,
    }
}

impl Wish {
    /// What a choice asks for.
    #[must_use]
    pub fn of(choice: &Choice, reading: &Reading, catalogue: &Catalogue) -> Option<Self> {
        Intent::ALL.into_iter().find(|intent| Choice::of(*intent).as_ref() == Some(choice)).map(
            |intent| match intent {
                // It was said to be so.
                Intent::Ahead => Self::Ahead,
                intent => wish(intent, reading, catalogue),
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reading::Scores;

    #[test]
    fn what_is_likely_but_not_clear_is_done_and_the_next_is_offered_beside_it() {
        let catalogue = Catalogue::embedded().unwrap();
        let decided = |p: f32, next: f32| {
            let reading = crate::corpus::reading("legs, hm");
            let intents = vec![(Intent::Today, p), (Intent::Checkin, next), (Intent::Other, 0.1)];
            let scores = Some(Scores { intents, ..Scores::default() });
            decide(&Reading { scores, ..reading }, &catalogue)
        };
        let offered = |decision| match decision {
            Decision::Act { wishes, or } => {
                assert!(matches!(wishes.as_slice(), [(Wish::Today, _)]), "{wishes:?}");
                or
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(offered(decided(0.55, 0.3)), [Choice::CheckIn]);
        assert_eq!(offered(decided(0.55, 0.05)), []);
        assert_eq!(offered(decided(0.9, 0.3)), [], "it is clear");
        assert_eq!(decided(0.3, 0.28), Decision::Ask(vec![Choice::Today, Choice::CheckIn]));
    }
}
