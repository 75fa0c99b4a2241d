//! What is packed in a file, piece by piece as it is read: nothing is laid out in memory, and no more
//! comes out than a file of that size can well hold.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use flate2::bufread::MultiGzDecoder;
use zip::ZipArchive;

use super::FileRefused;

/// The most that comes out of one document, in bytes: two days at a point a second, in the wordiest GPX.
const MOST_UNPACKED: u64 = 64 * 1024 * 1024;

/// The most that comes out of a whole archive, in bytes.
const MOST_OF_ALL: u64 = 512 * 1024 * 1024;

/// How many bytes may come out for one that is there; deflate does at most 1,032, and tracks 30.
const MOST_RATIO: u64 = 250;

/// What any document may come to, however well it packs, in bytes.
const ALWAYS: u64 = 1024 * 1024;

/// What a file is, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    /// It is as it is.
    None,
    /// One document.
    Gzip,
    /// An archive of several.
    Zip,
}

impl Packing {
    pub(super) fn of(head: &[u8]) -> Self {
        if head.starts_with(&[0x1f, 0x8b]) {
            Self::Gzip
        } else if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            Self::Zip
        } else {
            Self::None
        }
    }
}

/// Bytes that come out of others, of which only so many are let through.
pub(super) struct Capped<R> {
    inner: R,
    most: u64,
    left: u64,
}

impl<R: Read> Capped<R> {
    fn new(inner: R, most: u64) -> Self {
        Self { inner, most, left: most }
    }

    /// Whether more wanted to come out than was let through.
    pub(super) fn is_exhausted(&self) -> bool {
        self.left == 0
    }

    /// How much has come out.
    pub(super) fn taken(&self) -> u64 {
        self.most - self.left
    }
}

impl<R: Read> Read for Capped<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::ErrorKind::QuotaExceeded.into());
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        let read = self.inner.read(&mut into[..most])?;
        self.left -= read as u64;
        Ok(read)
    }
}

/// How much may come out of so many bytes.
fn most_of(packed: u64) -> u64 {
    packed.saturating_mul(MOST_RATIO).clamp(ALWAYS, MOST_UNPACKED)
}

/// The document that a gzip stream holds, several members one after the other.
pub(super) fn gunzipped<'b>(bytes: impl BufRead + 'b, packed: u64) -> Capped<Box<dyn Read + 'b>> {
    Capped::new(Box::new(MultiGzDecoder::new(bytes)), most_of(packed))
}

/// An archive, whose documents are taken out one by one.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// The places of what may be a file of an activity.
    places: Vec<usize>,
    /// What may still come out of all of it.
    left: u64,
}

impl<'b> Archive<'b> {
    /// An archive, without what is none of a watch's: folders, pictures, tables, what a Mac adds.
    ///
    /// # Errors
    ///
    /// It breaks off, or is none.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, FileRefused> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileRefused::Broken)?;
        let name = |place: usize| zip.name_for_index(place)?.ok();
        let is_wanted = |place: &usize| name(*place).is_some_and(|name| may_be_an_activity(&name));
        let places = (0..zip.len()).filter(is_wanted).collect();
        Ok(Self { zip, places, left: MOST_OF_ALL })
    }

    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// Counts what came out of a document.
    pub(super) fn spend(&mut self, bytes: u64) {
        self.left = self.left.saturating_sub(bytes);
    }

    /// The name of a document, how many bytes it is packed in, and its own, as they come out.
    ///
    /// # Errors
    ///
    /// It is locked, packed in a way nobody uses, or more has come out already than should.
    pub(super) fn document(
        &mut self,
        at: usize,
    ) -> Result<(String, u64, BufReader<Capped<impl Read>>), FileRefused> {
        let file = self.zip.by_index(self.places[at]).map_err(|_| FileRefused::Packed)?;
        let packed = file.compressed_size();
        let most = most_of(packed).min(self.left);
        if most == 0 {
            return Err(FileRefused::TooBig);
        }
        let name = file.name().map_err(|_| FileRefused::Packed)?;
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        Ok((name, packed, BufReader::new(Capped::new(file, most))))
    }
}

/// Whether a name in an archive is of what may be an activity.
fn may_be_an_activity(name: &str) -> bool {
    let name = name.to_lowercase();
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_hidden = file.is_empty() || file.starts_with('.') || name.contains("__macosx/");
    let ends = [".gz", ".xml", ".zip"];
    let is_wanted = is_of_an_activity(file) || ends.iter().any(|end| file.ends_with(end));
    !is_hidden && (is_wanted || !file.contains('.'))
}

/// Whether a name says that it is of an activity.
pub(super) fn is_of_an_activity(name: &str) -> bool {
    let name = name.to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    [".fit", ".gpx", ".tcx"].iter().any(|end| name.ends_with(end))
}
