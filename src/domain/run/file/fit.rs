//! FIT: the session a watch summed up, else its records one by one.

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, Utc};
use fitparser::de::{FitObject, FitStreamProcessor};
use fitparser::profile::MesgNum;
use fitparser::{FitDataField, FitDataRecord, Value};

use super::{FileRefused, Track};

/// More messages than a day's file holds, whatever they are.
const MOST_MESSAGES: u32 = 500_000;

/// Degrees in a turn over the numbers FIT has for one.
const SEMICIRCLE: f64 = 180.0 / 2_147_483_648.0;

pub(super) fn read(bytes: &[u8]) -> Result<Track, FileRefused> {
    // The reader trusts the length a header claims, and panics where there is less.
    if !matches!(bytes.first(), Some(12 | 14)) || bytes.len() < 14 {
        return Err(FileRefused::Broken);
    }
    // It trusts lengths within, too. It shares nothing, so what it leaves behind is dropped with it.
    catch_unwind(AssertUnwindSafe(|| messages(bytes))).unwrap_or(Err(FileRefused::Broken))
}

fn messages(mut bytes: &[u8]) -> Result<Track, FileRefused> {
    let mut reader = FitStreamProcessor::new();
    let mut track = Track::default();
    let mut session = None;
    let mut count = 0;
    // A second file behind the checksum of the first is none of ours.
    loop {
        // One message at a time: a small file can hold millions of empty ones.
        count += 1;
        if count > MOST_MESSAGES {
            return Err(FileRefused::TooBig);
        }
        let (rest, object) = reader.deserialize_next(bytes).map_err(|_| FileRefused::Broken)?;
        bytes = rest;
        match object {
            FitObject::Crc(_) => break,
            FitObject::DataMessage(message) => {
                let record = reader.decode_message(message).map_err(|_| FileRefused::Broken)?;
                match record.kind() {
                    MesgNum::Record => note(&mut track, &record)?,
                    MesgNum::Session if session.is_none() => session = Some(record),
                    _ => {}
                }
            }
            FitObject::Header(_) | FitObject::DefinitionMessage(_) => {}
        }
    }
    if let Some(session) = session {
        sum_up(&mut track, &session)?;
    }
    Ok(track)
}

fn note(track: &mut Track, record: &FitDataRecord) -> Result<(), FileRefused> {
    track.point()?;
    if let Some(at) = time(record, "timestamp") {
        track.time(at);
    }
    if let Some(metres) = number(record, "distance") {
        track.metres = Some(metres);
    }
    if let Some((latitude, longitude)) =
        number(record, "position_lat").zip(number(record, "position_long"))
    {
        track.position(latitude * SEMICIRCLE, longitude * SEMICIRCLE);
    }
    Ok(())
}

fn sum_up(track: &mut Track, session: &FitDataRecord) -> Result<(), FileRefused> {
    if let Some(Value::String(sport)) = field(session, "sport")
        && !matches!(sport.as_str(), "running" | "generic" | "walking" | "hiking" | "training")
    {
        return Err(FileRefused::NotARun);
    }
    track.start = time(session, "start_time").or(track.start);
    track.seconds = number(session, "total_timer_time");
    track.metres = number(session, "total_distance").or(track.metres);
    Ok(())
}

fn field<'a>(record: &'a FitDataRecord, name: &str) -> Option<&'a Value> {
    record.fields().iter().find(|field| field.name() == name).map(FitDataField::value)
}

fn time(record: &FitDataRecord, name: &str) -> Option<DateTime<Utc>> {
    match field(record, name)? {
        Value::Timestamp(at) => Some(at.to_utc()),
        _ => None,
    }
}

fn number(record: &FitDataRecord, name: &str) -> Option<f64> {
    field(record, name)?.clone().try_into().ok()
}
