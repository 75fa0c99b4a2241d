//! A watch's file → the runs in it: when each began, how long and how far, or why it is none. Told
//! apart by content, never by name.
//!
//! A file is read as it streams by. Positions only sum up to a distance and are gone; no XML entity
//! unfolds, what is packed comes out piece by piece, and every count has its limit.

mod activity;
mod find;
mod fit;
mod gpx;
mod sport;
mod tcx;
mod text;
mod track;
mod unpack;
mod xml;

use std::io::{BufRead, BufReader, Cursor, Read};

use chrono::{DateTime, Utc};

pub use find::{Doubt, FileRun, Found, OtherSport};
pub use sport::Sport;

use self::activity::Activity;
use self::unpack::{Archive, Packing, gunzipped};
use super::Absurd;

/// The largest file read: what Discord lets everyone upload.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// The most files of one archive that are read.
pub const MOST_FILES: usize = 500;

/// More points than five days hold at one a second.
const MOST_POINTS: u32 = 500_000;

/// More stretches than anybody's watch was stopped and started.
const MOST_STRETCHES: usize = 10_000;

/// More activities than one file holds, all of a watch's history in it.
const MOST_ACTIVITIES: usize = 500;

/// How many of the first bytes are looked at to tell what they are.
const HEAD: u64 = 512;

/// Why a file, or an activity in it, tells of no run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileRefused {
    /// Neither FIT nor GPX nor TCX.
    Unknown,
    /// Packed in a way that can't be opened: with a password, or twice over.
    Packed,
    /// Larger than [`MOST_BYTES`], or more in it than anyone runs.
    TooBig,
    /// It breaks off or makes no sense.
    Broken,
    /// No times in it: a route, not a run.
    NoTimes,
    /// A course, a workout, settings: nothing that was done.
    NoActivity,
    /// Its clock was wrong: it begins before the first such watch, or in times to come.
    Clock,
    /// Figures no run has.
    Absurd(Absurd),
    /// It could not be fetched.
    Unreachable,
    /// It takes longer to read than a member should wait.
    TooSlow,
}

/// What was handed over: one file, or an archive of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOver {
    /// The files, in their order.
    pub files: Vec<FileTold>,
    /// How many more than [`MOST_FILES`] there are, which stay unread.
    pub unread: usize,
}

/// What one file tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileTold {
    /// What it is called in its archive; one that came by itself needs no name.
    pub name: Option<String>,
    /// What is in it, in the order it was done; never nothing.
    pub found: Result<Vec<Found>, FileRefused>,
    /// It is damaged: this is what could be read before.
    pub is_cut: bool,
}

/// What one document holds.
#[derive(Debug, Default)]
struct Document {
    activities: Vec<Activity>,
    is_cut: bool,
}

/// Reads what was handed over at `now`; `progress` is told how many files are read, and of how many.
///
/// # Errors
///
/// Says why where nothing of it can be read.
pub fn read(
    bytes: &[u8],
    now: DateTime<Utc>,
    progress: impl Fn(usize, usize),
) -> Result<HandedOver, FileRefused> {
    if bytes.len() > MOST_BYTES {
        return Err(FileRefused::TooBig);
    }
    if Packing::of(bytes) != Packing::Zip {
        let packed = Packed::In(bytes.len() as u64);
        let told = told(None, document(bytes, packed, &mut 0), now);
        return Ok(HandedOver { files: vec![told], unread: 0 });
    }
    let mut archive = Archive::open(bytes)?;
    let count = archive.len().min(MOST_FILES);
    let unread = archive.len() - count;
    let mut files = Vec::with_capacity(count);
    for at in 0..count {
        progress(at, count);
        let mut spent = 0;
        let (name, read) = match archive.document(at) {
            Ok((name, packed, mut bytes)) => {
                let read = document(&mut bytes, Packed::In(packed), &mut spent);
                spent += bytes.get_ref().taken();
                let is_exhausted = bytes.get_ref().is_exhausted();
                (name, if is_exhausted { Err(FileRefused::TooBig) } else { read })
            }
            Err(refused) => (String::new(), Err(refused)),
        };
        if matches!(read, Err(FileRefused::TooBig)) {
            // Who packs one such file means no good with the others.
            spent = u64::MAX;
        }
        archive.spend(spent);
        files.push(told((count > 1).then_some(name), read, now));
    }
    // What nobody calls an activity's file is none: it stands beside them in an export.
    files.retain(|file| {
        let is_called_one = file.name.as_deref().is_none_or(unpack::is_of_an_activity);
        is_called_one || file.found != Err(FileRefused::Unknown)
    });
    if files.is_empty() { Err(FileRefused::Unknown) } else { Ok(HandedOver { files, unread }) }
}

fn told(name: Option<String>, read: Result<Document, FileRefused>, now: DateTime<Utc>) -> FileTold {
    match read {
        Ok(document) => {
            let is_cut = document.is_cut;
            let found = find::found(document.activities, now);
            let found = match found.as_slice() {
                [] if is_cut => Err(FileRefused::Broken),
                [] => Err(FileRefused::NoTimes),
                // Of what broke off, it isn't the missing times that are to be told.
                [Found::Not(FileRefused::NoTimes)] if is_cut => Err(FileRefused::Broken),
                [Found::Not(refused)] => Err(*refused),
                _ => Ok(found),
            };
            let is_cut = is_cut && found.is_ok();
            FileTold { name, found, is_cut }
        }
        Err(refused) => FileTold { name, found: Err(refused), is_cut: false },
    }
}

/// Whether a document may be packed by itself.
#[derive(Clone, Copy, Debug)]
enum Packed {
    /// It may, in so many bytes.
    In(u64),
    /// It was, and is opened.
    No,
}

/// Reads one document; one that is packed by itself is opened once. What comes out of it is added to
/// `spent`, in bytes.
fn document(
    mut bytes: impl BufRead,
    packed: Packed,
    spent: &mut u64,
) -> Result<Document, FileRefused> {
    let mut head = Vec::new();
    let _ = bytes.by_ref().take(HEAD).read_to_end(&mut head);
    let packing = Packing::of(&head);
    let is_fit = head.get(8..12) == Some(b".FIT");
    let mut bytes = Cursor::new(head).chain(bytes);
    match (packing, packed) {
        (Packing::Gzip, Packed::In(packed)) => {
            let mut unpacked = BufReader::new(gunzipped(bytes, packed));
            // Behind a pointer, as otherwise it would be of a type that holds itself.
            let read = document(&mut unpacked as &mut dyn BufRead, Packed::No, spent);
            *spent += unpacked.get_ref().taken();
            if unpacked.get_ref().is_exhausted() { Err(FileRefused::TooBig) } else { read }
        }
        (Packing::Gzip | Packing::Zip, _) => Err(FileRefused::Packed),
        (Packing::None, _) if is_fit => fit::read(&mut bytes),
        (Packing::None, _) => xml::read(bytes),
    }
}

#[cfg(test)]
mod tests;
