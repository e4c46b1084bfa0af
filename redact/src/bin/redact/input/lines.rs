//! Reading line by line, without waiting longer than the caller wants to.
//!
//! A thread reads ahead, a few blocks at most, so that whoever holds answers back can let them go when no
//! further line comes.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use anyhow::Context;
use indicatif::ProgressBar;

use super::document::{BadLine, Document};

/// Bytes of a block.
const BLOCK: usize = 1 << 16;

/// Blocks that are read ahead.
const AHEAD: usize = 2;

/// The lines of an input.
pub(crate) struct Lines {
    blocks: Receiver<io::Result<Vec<u8>>>,
    /// What was read and is not yet served, from `at` on.
    buffer: Vec<u8>,
    at: usize,
    /// The bytes before here hold no line end that is not served.
    searched: usize,
    is_at_end: bool,
    number: u64,
    progress: ProgressBar,
}

/// What comes next, be it a line as it stands or what it says.
pub(crate) enum Next<L> {
    Line(L),
    /// Nothing came in time.
    Idle,
    End,
}

impl Lines {
    pub(super) fn new(mut input: Box<dyn Read + Send>, progress: ProgressBar) -> Self {
        let (sender, blocks) = sync_channel(AHEAD);
        thread::spawn(move || {
            loop {
                let mut block = vec![0; BLOCK];
                let read = match input.read(&mut block) {
                    Ok(length) => {
                        block.truncate(length);
                        Ok(block)
                    }
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    Err(error) => Err(error),
                };
                let is_last = read.as_ref().map_or(true, Vec::is_empty);
                // Nobody listens any more when the run is over.
                if sender.send(read).is_err() || is_last {
                    return;
                }
            }
        });
        Self {
            blocks,
            buffer: Vec::new(),
            at: 0,
            searched: 0,
            is_at_end: false,
            number: 0,
            progress,
        }
    }

    /// The next document, or why its line is none. Waits at most for `wait`, and without it until
    /// something comes. The error means that reading failed.
    pub(crate) fn next(
        &mut self,
        wait: Option<Duration>,
    ) -> anyhow::Result<Next<Result<Document, BadLine>>> {
        Ok(match self.next_raw(wait)? {
            Next::Line(line) => {
                Next::Line(Document::parse(&line).map_err(|error| self.bad(&error)))
            }
            Next::Idle => Next::Idle,
            Next::End => Next::End,
        })
    }

    /// The next line as it stands, without its end; empty lines are passed over.
    pub(crate) fn next_raw(&mut self, wait: Option<Duration>) -> anyhow::Result<Next<Vec<u8>>> {
        loop {
            match self.take_line() {
                Some(line) if line.trim_ascii().is_empty() => {}
                Some(line) => return Ok(Next::Line(line)),
                None if self.is_at_end => {
                    self.progress.finish_and_clear();
                    return Ok(Next::End);
                }
                None => {
                    if !self.read_on(wait)? {
                        return Ok(Next::Idle);
                    }
                }
            }
        }
    }

    /// The error of the line that was read last.
    pub(crate) fn bad(&self, error: &impl std::fmt::Display) -> BadLine {
        BadLine {
            number: self.number,
            error: error.to_string(),
        }
    }

    /// A whole line from the buffer; at the end of the input what is left of it.
    fn take_line(&mut self) -> Option<Vec<u8>> {
        let unsearched = self.buffer.get(self.searched..).unwrap_or_default();
        let length = unsearched.iter().position(|byte| *byte == b'\n');
        let (end, behind) = if let Some(length) = length {
            (self.searched + length, self.searched + length + 1)
        } else {
            self.searched = self.buffer.len();
            if !self.is_at_end || self.at == self.buffer.len() {
                return None;
            }
            (self.buffer.len(), self.buffer.len())
        };
        let line = self.buffer.get(self.at..end).unwrap_or_default().to_vec();
        self.progress.inc((behind - self.at) as u64);
        self.at = behind;
        self.searched = behind;
        self.number += 1;
        Some(line)
    }

    /// Takes a further block; says whether one came.
    fn read_on(&mut self, wait: Option<Duration>) -> anyhow::Result<bool> {
        let block = match wait {
            None => self.blocks.recv().ok(),
            Some(wait) => match self.blocks.recv_timeout(wait) {
                Ok(block) => Some(block),
                Err(RecvTimeoutError::Timeout) => return Ok(false),
                Err(RecvTimeoutError::Disconnected) => None,
            },
        };
        match block.transpose().context("cannot read on")? {
            Some(block) if !block.is_empty() => {
                self.buffer.drain(..self.at);
                self.searched -= self.at;
                self.at = 0;
                self.buffer.extend(block);
            }
            _ => self.is_at_end = true,
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An input that hands out one piece at a time.
    struct Pieces(Vec<&'static [u8]>);

    impl Read for Pieces {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let Some(piece) = (!self.0.is_empty()).then(|| self.0.remove(0)) else {
                return Ok(0);
            };
            into[..piece.len()].copy_from_slice(piece);
            Ok(piece.len())
        }
    }

    fn lines(pieces: &[&'static [u8]]) -> Vec<(u64, Vec<u8>)> {
        let mut lines = Lines::new(Box::new(Pieces(pieces.to_vec())), ProgressBar::hidden());
        let mut found = Vec::new();
        while let Next::Line(line) = lines.next_raw(None).unwrap() {
            found.push((lines.number, line));
        }
        found
    }

    #[test]
    fn lines_are_whole_wherever_blocks_end() {
        let expected = [(1, b"ab".to_vec()), (3, b"c".to_vec()), (4, b"d".to_vec())];
        assert_eq!(lines(&[b"ab\n\nc\nd"]), expected);
        assert_eq!(lines(&[b"a", b"b", b"\n", b"\n", b"c\nd", b"\n"]), expected);
        assert_eq!(lines(&[b"ab\n \nc\n", b"d"]), expected);
        assert!(lines(&[]).is_empty() && lines(&[b"\n", b"\n"]).is_empty());
    }

    #[test]
    fn waiting_ends_in_time() {
        struct Never;
        impl Read for Never {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                thread::sleep(Duration::from_mins(1));
                Ok(0)
            }
        }
        let mut lines = Lines::new(Box::new(Never), ProgressBar::hidden());
        let next = lines.next_raw(Some(Duration::from_millis(5))).unwrap();
        assert!(matches!(next, Next::Idle));
    }
}
