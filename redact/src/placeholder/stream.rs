//! Restoring text that arrives in pieces, cut anywhere.

use super::Restorer;
use super::report::RestoreReport;
use super::restorer::Progress;
use super::unit::{Tail, Window};

/// Restores text that arrives in pieces, cut anywhere, inside a placeholder or a character too.
///
/// The pieces together give exactly what [`Restorer::restore`] gives for the whole: a place is
/// decided only when no further text could change the decision. What is held back is never more
/// than one possible placeholder.
///
/// Bytes that are no UTF-8 become U+FFFD, as in [`String::from_utf8_lossy`].
///
/// ```
/// # use redact::placeholder::{PlaceholderMap, Restorer};
/// let map = PlaceholderMap::new();
/// let mut stream = Restorer::new(&map).stream();
/// let mut answer = stream.push("Hello [EMA");
/// assert_eq!(answer, "Hello ");
/// answer += &stream.push_bytes("IL_9] 様".as_bytes());
/// let (rest, report) = stream.finish();
/// answer += &rest;
/// assert_eq!(answer, "Hello [EMAIL_9] 様");
/// assert_eq!(report.unresolved.len(), 1);
/// ```
#[derive(Debug)]
pub struct StreamRestorer<'m> {
    restorer: Restorer<'m>,
    held: Held,
    progress: Progress,
}

/// What arrived and is not decided.
#[derive(Default)]
struct Held {
    /// The last character that was decided.
    before: Option<char>,
    text: String,
    /// The first bytes of a character that is not complete.
    bytes: Vec<u8>,
}

/// A stream between two pieces, without its map: for those who cannot hold the borrow that long, such as
/// another language's objects. [`StreamRestorer::pause`] makes it, [`Restorer::resume`] goes on.
///
/// ```
/// # use redact::placeholder::{PausedStream, PlaceholderMap, Restorer};
/// let map = PlaceholderMap::new();
/// let mut stream = Restorer::new(&map).resume(PausedStream::default());
/// assert_eq!(stream.push("Hello [EMA"), "Hello ");
/// let paused = stream.pause();
///
/// let mut stream = Restorer::new(&map).resume(paused);
/// assert_eq!(stream.push("IL_9]!"), "[EMAIL_9]!");
/// ```
#[derive(Debug, Default)]
pub struct PausedStream {
    held: Held,
    progress: Progress,
}

impl<'m> Restorer<'m> {
    /// Goes on with a stream that was paused, or begins one with the default.
    pub fn resume(self, paused: PausedStream) -> StreamRestorer<'m> {
        StreamRestorer {
            restorer: self,
            held: paused.held,
            progress: paused.progress,
        }
    }
}

impl std::fmt::Debug for Held {
    /// Lengths only.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} bytes", self.text.len() + self.bytes.len())
    }
}

impl<'m> StreamRestorer<'m> {
    pub(super) fn new(restorer: Restorer<'m>) -> Self {
        Self {
            restorer,
            held: Held::default(),
            progress: Progress::default(),
        }
    }

    /// Takes the next piece and gives what is decided.
    pub fn push(&mut self, piece: &str) -> String {
        self.flush_bytes();
        self.held.text.push_str(piece);
        self.decide(Tail::Open)
    }

    /// Takes the next piece as bytes, which may begin or end inside a character.
    pub fn push_bytes(&mut self, piece: &[u8]) -> String {
        let joined;
        let mut rest = if self.held.bytes.is_empty() {
            piece
        } else {
            let mut bytes = std::mem::take(&mut self.held.bytes);
            bytes.extend_from_slice(piece);
            joined = bytes;
            &joined
        };
        loop {
            match std::str::from_utf8(rest) {
                Ok(text) => {
                    self.held.text.push_str(text);
                    break;
                }
                Err(error) => {
                    let (valid, tail) = rest.split_at(error.valid_up_to());
                    self.held
                        .text
                        .push_str(std::str::from_utf8(valid).unwrap_or_default());
                    let Some(wrong) = error.error_len() else {
                        self.held.bytes.extend_from_slice(tail);
                        break;
                    };
                    self.held.text.push(char::REPLACEMENT_CHARACTER);
                    rest = tail.get(wrong..).unwrap_or_default();
                }
            }
        }
        self.decide(Tail::Open)
    }

    /// Ends the text: gives what was held back, and the report.
    pub fn finish(mut self) -> (String, RestoreReport) {
        self.flush_bytes();
        let rest = self.decide(Tail::End);
        (rest, self.restorer.finish(self.progress))
    }

    /// Lets go of the map until [`Restorer::resume`].
    pub fn pause(self) -> PausedStream {
        PausedStream {
            held: self.held,
            progress: self.progress,
        }
    }

    /// How many bytes are held back.
    pub fn held_bytes(&self) -> usize {
        self.held.text.len() + self.held.bytes.len()
    }

    fn flush_bytes(&mut self) {
        if !self.held.bytes.is_empty() {
            self.held.bytes.clear();
            self.held.text.push(char::REPLACEMENT_CHARACTER);
        }
    }

    fn decide(&mut self, tail: Tail) -> String {
        let mut output = String::with_capacity(self.held.text.len());
        let window = Window {
            text: &self.held.text,
            before: self.held.before,
            tail,
        };
        let decided = self.restorer.run(&window, &mut self.progress, &mut output);
        if decided > 0 {
            self.held.before = window.before(decided);
            self.held.text.drain(..decided);
        }
        output
    }
}
