//! FIT as bytes: messages one by one, and of each only the fields that are asked for.
//!
//! As Garmin's "FIT Protocol" describes it. A field is as long as its definition says, whatever its
//! type; developer fields are stepped over. No length is believed beyond what is there to read.

use std::io::{self, Read};

/// Local messages have numbers of four bits.
const LOCALS: usize = 16;

/// The field that holds a message's time, in every message.
pub(super) const TIMESTAMP: u8 = 253;

/// One field of a message.
#[derive(Clone, Copy, Debug)]
struct Field {
    number: u8,
    /// Where it begins in the message.
    at: usize,
    size: usize,
    base: u8,
}

/// How messages of a local number are laid out.
#[derive(Debug)]
struct Definition {
    global: u16,
    is_big_endian: bool,
    fields: Vec<Field>,
    size: usize,
}

/// A message's number and its fields.
#[derive(Debug)]
pub(super) struct Message<'m> {
    pub(super) global: u16,
    /// The moment a compressed header gives, in FIT's seconds.
    stamped: Option<u32>,
    definition: &'m Definition,
    bytes: &'m [u8],
}

impl Message<'_> {
    /// The first value of a field; nothing where it is missing or marked as invalid.
    pub(super) fn value(&self, number: u8) -> Option<f64> {
        let field = self.definition.fields.iter().find(|field| field.number == number);
        let Some(field) = field else {
            return self.stamped.filter(|_| number == TIMESTAMP).map(f64::from);
        };
        let bytes = self.bytes.get(field.at..field.at + field.size)?;
        value(bytes, field.base, self.definition.is_big_endian)
    }

    /// The same of a field that holds a small number.
    pub(super) fn byte(&self, number: u8) -> Option<u8> {
        self.value(number).map(|value| value as u8)
    }
}

/// The messages of one FIT file, which may be followed by another.
pub(super) struct Messages<R> {
    bytes: R,
    /// What the header says is left of it; endless where a watch never wrote how much there is.
    left: u64,
    definitions: [Option<Definition>; LOCALS],
    /// The latest time, for headers that count on from it.
    time: u32,
    buffer: Vec<u8>,
}

impl<R: Read> Messages<R> {
    /// Reads the header of a file; nothing where there is none.
    pub(super) fn begin(mut bytes: R) -> Option<Self> {
        let left = header(&mut bytes)?;
        let definitions = [const { None }; LOCALS];
        Some(Self { bytes, left, definitions, time: 0, buffer: Vec::new() })
    }

    /// The next message of those with these numbers; nothing at the end.
    ///
    /// # Errors
    ///
    /// It breaks off, or uses what it didn't define.
    pub(super) fn next(&mut self, wanted: &[u16]) -> io::Result<Option<Message<'_>>> {
        while self.left > 0 {
            let header = self.take::<1>()?[0];
            let (local, stamped) = if header & 0x80 != 0 {
                // Five bits of time, that run over every 32 seconds.
                let passed = (u32::from(header & 0x1f)).wrapping_sub(self.time) & 0x1f;
                self.time = self.time.wrapping_add(passed);
                (header >> 5 & 3, Some(self.time))
            } else if header & 0x40 != 0 {
                self.define(header)?;
                continue;
            } else {
                (header & 0xf, None)
            };
            let local = usize::from(local);
            let known = self.definitions[local].as_ref().ok_or_else(broken)?;
            let (global, size) = (known.global, known.size);
            self.fill(size)?;
            if let Some(time) = self.message(local, stamped)?.value(TIMESTAMP) {
                self.time = time as u32;
            }
            if wanted.contains(&global) {
                return self.message(local, stamped).map(Some);
            }
        }
        Ok(None)
    }

    /// What comes behind the file and its checksum.
    pub(super) fn rest(mut self) -> R {
        let mut checksum = [0; 2];
        // Where there is none, nothing else is there either.
        let _ = self.bytes.read_exact(&mut checksum);
        self.bytes
    }

    fn message(&self, local: usize, stamped: Option<u32>) -> io::Result<Message<'_>> {
        let definition = self.definitions[local].as_ref().ok_or_else(broken)?;
        Ok(Message { global: definition.global, stamped, definition, bytes: &self.buffer })
    }

    fn define(&mut self, header: u8) -> io::Result<()> {
        let [_, order, low, high, count] = self.take::<5>()?;
        let is_big_endian = order == 1;
        let global = [low, high];
        let global =
            if is_big_endian { u16::from_be_bytes(global) } else { u16::from_le_bytes(global) };
        let mut definition = Definition { global, is_big_endian, fields: Vec::new(), size: 0 };
        for _ in 0..count {
            let [number, size, base] = self.take::<3>()?;
            let (at, size) = (definition.size, usize::from(size));
            definition.fields.push(Field { number, at, size, base });
            definition.size += size;
        }
        if header & 0x20 != 0 {
            let [count] = self.take::<1>()?;
            for _ in 0..count {
                let [_, size, _] = self.take::<3>()?;
                definition.size += usize::from(size);
            }
        }
        self.definitions[usize::from(header & 0xf)] = Some(definition);
        Ok(())
    }

    fn take<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        let mut bytes = [0; N];
        self.bytes.read_exact(&mut bytes)?;
        self.left = self.left.saturating_sub(N as u64);
        Ok(bytes)
    }

    fn fill(&mut self, size: usize) -> io::Result<()> {
        self.buffer.resize(size, 0);
        self.bytes.read_exact(&mut self.buffer)?;
        self.left = self.left.saturating_sub(size as u64);
        Ok(())
    }
}

/// How many bytes of messages the header at the front of `bytes` announces.
fn header(bytes: &mut impl Read) -> Option<u64> {
    let mut header = [0; 12];
    bytes.read_exact(&mut header).ok()?;
    if &header[8..] != b".FIT" || header[0] < 12 {
        return None;
    }
    let further = u64::from(header[0]) - 12;
    let skipped = io::copy(&mut bytes.take(further), &mut io::sink()).ok()?;
    let size = u32::from_le_bytes([header[4], header[5], header[6], header[7]]);
    let left = if size == 0 { u64::MAX } else { u64::from(size) };
    (skipped == further).then_some(left)
}

fn broken() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// The first value in the bytes of a field, by its base type; its invalid marks are nothing.
fn value(bytes: &[u8], base: u8, is_big_endian: bool) -> Option<f64> {
    let size = match base & 0x1f {
        0 | 1 | 2 | 10 | 13 => 1,
        3 | 4 | 11 => 2,
        5 | 6 | 8 | 12 => 4,
        _ => return None,
    };
    let byte = |number: u32, byte: &u8| number << 8 | u32::from(*byte);
    let bytes = bytes.get(..size)?;
    let number =
        if is_big_endian { bytes.iter().fold(0, byte) } else { bytes.iter().rev().fold(0, byte) };
    let marks = |mark: u32| (number != mark).then(|| f64::from(number));
    match base & 0x1f {
        0 | 2 | 13 => marks(0xff),
        4 => marks(0xffff),
        6 => marks(u32::MAX),
        10..=12 => marks(0),
        1 => Some(number as u8 as i8).filter(|n| *n != i8::MAX).map(f64::from),
        3 => Some(number as u16 as i16).filter(|n| *n != i16::MAX).map(f64::from),
        5 => Some(number.cast_signed()).filter(|n| *n != i32::MAX).map(f64::from),
        _ => Some(f64::from(f32::from_bits(number))).filter(|n| n.is_finite()),
    }
}
