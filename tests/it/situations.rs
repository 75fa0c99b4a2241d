//! Whole answers to "what should I do today?" for situations that coaches, nurses and runners wrote down: read by
//! people before they are accepted, so that a change of the rules shows what it changes for somebody.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write;
use std::path::Path;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use fresh_legs::actions::{self, App, Asker, Today};
use fresh_legs::cards;
use fresh_legs::domain::checkin::{self, Answer, Level, Scale};
use fresh_legs::domain::help_lines::HelpLines;
use fresh_legs::domain::ids::{ChannelId, GuildId, MemberId, Snowflake};
use fresh_legs::domain::kit::Shelf;
use fresh_legs::domain::race::Race;
use fresh_legs::domain::run::{LengthUnit, Metres, Run, Seconds};
use fresh_legs::store::{Kept, KeptRuns, NewEntry, Place, Source, Store};
use serde::Deserialize;

use crate::journeys::{app, url_of};

/// Somebody, what they did of late, and what they ask.
#[derive(Deserialize)]
struct Situation {
    id: String,
    /// Their own clock.
    now: NaiveDateTimeText,
    /// What, on which days ago, for how many minutes.
    log: Vec<(String, Vec<u64>, u32)>,
    runs: Vec<RunText>,
    /// From Monday to Sunday.
    week: Option<String>,
    race: Option<RaceText>,
    kit: Option<Vec<String>>,
    checkin: Option<CheckinText>,
    ask: String,
}

#[derive(Deserialize)]
#[serde(transparent)]
struct NaiveDateTimeText(String);

#[derive(Deserialize)]
struct RunText {
    ago: u64,
    km: Option<f64>,
    kind: Option<String>,
    /// The minute of today at which it was over, where a watch told.
    ended: Option<String>,
}

#[derive(Deserialize)]
struct RaceText {
    r#in: i64,
    km: f64,
}

#[derive(Deserialize)]
struct CheckinText {
    soreness: Option<u8>,
    energy: Option<u8>,
    sleep: Option<u8>,
    slept: Option<String>,
    #[serde(default)]
    areas: Vec<String>,
    words: Option<String>,
}

/// Everybody's clock is that of the tests' club, five hours behind.
fn instant(local: NaiveDateTime) -> DateTime<Utc> {
    local.and_utc() + TimeDelta::hours(5)
}

/// The situations of one file, a line each.
fn situations(file: &Path) -> Vec<Situation> {
    let text = std::fs::read_to_string(file).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

impl Situation {
    fn now(&self) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(&self.now.0, "%Y-%m-%dT%H:%M").unwrap()
    }

    /// Keeps what they did and said before they ask.
    async fn keep(&self, app: &App, member: MemberId, place: Place) {
        // Before 3 it is the day before.
        let today = (self.now() - TimeDelta::hours(3)).date();
        let on = |ago: u64| today - Days::new(ago);
        let mut origins = (0..).map(|count| {
            let at = instant(self.now()) - TimeDelta::hours(3) + TimeDelta::seconds(count);
            Snowflake::made_at(at, u16::try_from(member.0.get() % 4096).unwrap()).unwrap()
        });
        for (what, days, minutes) in &self.log {
            for ago in days {
                let entry =
                    NewEntry { modality: what.parse().unwrap(), minutes: *minutes, day: on(*ago) };
                let origin = origins.next().unwrap();
                let at = origin.instant();
                let source = Source::Command;
                let kept = Kept { origin, member, place, at, note: None, source };
                app.store.keep(&kept, &[entry]).await.unwrap();
            }
        }
        for run in &self.runs {
            let origin = origins.next().unwrap();
            let unit = LengthUnit::Km;
            let runs = [(0, run.on(on(run.ago)))];
            let kept = KeptRuns { origin, member, place, unit, runs: &runs, beside_twins: true };
            app.store.keep_runs(&kept).await.unwrap();
        }
        let at = instant(self.now());
        if let Some(week) = &self.week {
            app.store.set_training(member, week.parse().unwrap(), at).await.unwrap();
        }
        if let Some(race) = &self.race {
            let day = today + TimeDelta::days(race.r#in);
            let metres = Metres((race.km * 1000.0).round() as u32);
            let race = Race { name: None, day, metres };
            app.store.set_race(member, Some(&race), at).await.unwrap();
        }
        if let Some(kit) = &self.kit {
            for shelf in [Shelf::Own, Shelf::GoTo] {
                let chosen = kit.iter().map(|id| id.parse().unwrap());
                app.store.set_kit(member, shelf, chosen, at).await.unwrap();
            }
        }
        if let Some(checkin) = &self.checkin {
            let origin = origins.next().unwrap();
            app.store.keep_answers(origin, member, today, &checkin.answers()).await.unwrap();
        }
    }

    /// What they are told.
    async fn answer(&self, app: &App, member: MemberId, place: Place) -> String {
        let origin = Snowflake::made_at(instant(self.now()), 4095).unwrap();
        let asker = Asker::of(app, origin, member, place).await.unwrap();
        let said = app.read_from(member, place.guild, &self.ask).await.unwrap();
        match actions::today(app, &asker, &said).await {
            Ok(today) => {
                let card = cards::today(&today, origin, HelpLines::default());
                let buttons = if let Today::Planned(_) = today { "" } else { "\n(no plan)" };
                format!("{}{buttons}", card.text)
            }
            Err(failure) => format!("{failure:?}"),
        }
    }
}

impl RunText {
    fn on(&self, day: NaiveDate) -> Run {
        let seconds = Seconds((self.km.unwrap_or(5.0) * 360.0) as u32);
        let ended = self.ended.as_ref().map(|ended| {
            let time = chrono::NaiveTime::parse_from_str(ended, "%H:%M").unwrap();
            instant(day.and_time(time))
        });
        Run {
            metres: self.km.map(|km| Metres((km * 1000.0).round() as u32)),
            seconds: Some(seconds),
            kind: self.kind.as_ref().map(|kind| kind.parse().unwrap()),
            day,
            started_at: ended.map(|ended| ended - TimeDelta::seconds(seconds.0.into())),
        }
    }
}

impl CheckinText {
    fn answers(&self) -> Vec<Answer> {
        let level = |scale, level: Option<u8>| {
            let level = Level::ALL.into_iter().find(|known| Some(known.get()) == level)?;
            Some(Answer::Level(scale, level))
        };
        let slept = self.slept.as_ref().map(|slept| {
            let (hours, minutes) = slept.split_once('h').unwrap();
            let minutes: String = minutes.chars().take_while(char::is_ascii_digit).collect();
            Answer::Slept(60 * hours.parse::<u32>().unwrap() + minutes.parse().unwrap_or(0))
        });
        let areas = self.areas.iter().filter_map(|area| checkin::area_of_id(area)).collect();
        [
            level(Scale::Soreness, self.soreness),
            level(Scale::Energy, self.energy),
            level(Scale::Sleep, self.sleep),
            slept,
            (!self.areas.is_empty()).then_some(Answer::Areas(areas)),
            self.words.clone().map(Answer::Words),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Asks in every situation of a file, and gives the answers one after the other.
async fn answers(file: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&url_of(&folder.path().join("club.db"))).await.unwrap();
    let app = app(store);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/situations").join(file);
    let mut told = String::new();
    let id = |number: u64| Snowflake::new(number).unwrap();
    for (number, situation) in (1..).zip(situations(&path)) {
        let place = Place { guild: Some(GuildId(id(1))), channel: ChannelId(id(2)) };
        let member = MemberId(id(number));
        situation.keep(&app, member, place).await;
        let answer = situation.answer(&app, member, place).await;
        let (now, ask) = (situation.now(), &situation.ask);
        writeln!(told, "== {} {} {now} {ask}\n{answer}\n", situation.id, now.weekday()).unwrap();
    }
    told
}

#[tokio::test]
async fn what_people_wrote_is_answered_as_read() {
    for who in ["coach", "nurse", "runner", "club"] {
        insta::assert_snapshot!(who, answers(&format!("{who}.jsonl")).await);
    }
}
