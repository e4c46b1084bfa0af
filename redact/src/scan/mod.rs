//! Where rules may match: one pass over the text for all of them.
//!
//! Searching a whole text with every rule's pattern costs as many passes as there are rules. Here
//! one loop steps over the text and stops where some anchor may hold: at the start of a run of
//! letters and digits, at a few punctuation marks, at characters that begin a literal. A run is
//! parsed once and dispatched by its length and by what follows to the rules that could want it, so
//! that a further rule costs a table entry, not a pass. What the scanner answers is a place to try a
//! pattern, never a find; trying more places than needed is harmless, trying fewer is a bug, which
//! a differential test over the whole catalogue looks for.

use std::ops::RangeInclusive;

use crate::recognizer::{Anchor, Run, Then};
use crate::text::block::{BLOCK, Block, places};
use crate::{Error, ErrorKind, Result};

mod dispatch;
mod literals;

use dispatch::{DispatchTable, Entry, LONGEST_RUN, Reach, TableBuilder};
use literals::{Literal, LiteralTable, Place};

#[cfg(test)]
pub(crate) use literals::value_start;

/// A pattern by its place in the engine's list.
pub(crate) type PatternId = u16;

/// Fails when an engine has more patterns, or rules, than there are numbers: none may be left out in silence.
///
/// # Errors
///
/// [`ErrorKind::InvalidArgument`].
pub(crate) fn check_count(patterns: usize) -> Result<()> {
    if patterns <= usize::from(PatternId::MAX) {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::InvalidArgument,
        "more than 65535 patterns; split the recognizers over several engines",
    ))
}

/// Finds the places where patterns may begin.
pub(crate) struct CandidateScanner {
    /// The punctuation at which something begins.
    marks: Vec<u8>,
    numbers: DispatchTable,
    letters: DispatchTable,
    mixed: DispatchTable,
    /// For each length of a run of letters what must follow it for any pattern to want it.
    wanted_letters: [Then; LONGEST_RUN + 1],
    /// The same for runs of letters and digits.
    wanted_mixed: [Then; LONGEST_RUN + 1],
    bytes: Vec<(u8, Entry)>,
    literals: LiteralTable,
}

impl CandidateScanner {
    /// A scanner for patterns given with their anchors.
    pub(crate) fn new(patterns: impl Iterator<Item = (PatternId, &'static [Anchor])>) -> Self {
        let mut numbers = TableBuilder::default();
        let mut letters = TableBuilder::default();
        let mut mixed = TableBuilder::default();
        let mut bytes = Vec::new();
        let mut literals = Vec::new();
        for (pattern, anchors) in patterns {
            for &anchor in anchors {
                let here = Entry {
                    pattern,
                    reach: None,
                };
                match anchor {
                    Anchor::Number { digits, then } => numbers.add(digits, then, here),
                    Anchor::BeforeNumber {
                        digits,
                        then,
                        class,
                        max,
                    } => {
                        numbers.add(
                            digits,
                            then,
                            Entry {
                                pattern,
                                reach: Some(Reach { class, max }),
                            },
                        );
                    }
                    Anchor::Word {
                        run: Run::Letters,
                        length,
                        then,
                    } => letters.add(length, then, here),
                    Anchor::Word {
                        run: Run::Mixed,
                        length,
                        then,
                    } => mixed.add(length, then, here),
                    Anchor::Before { byte, class, max } => {
                        bytes.push((
                            byte,
                            Entry {
                                pattern,
                                reach: Some(Reach { class, max }),
                            },
                        ));
                    }
                    Anchor::Bytes(list) => bytes.extend(list.iter().map(|&byte| (byte, here))),
                    Anchor::BeforeText { text, class, max } => {
                        let place = Place::Before(Reach { class, max });
                        literals.push(Literal::new(text, pattern, place));
                    }
                    Anchor::Literal(texts) => {
                        let literal = |text: &&str| Literal::new(text, pattern, Place::Here);
                        literals.extend(texts.iter().map(literal));
                    }
                    Anchor::Label(texts) => {
                        let literal = |text: &&str| Literal::new(text, pattern, Place::Behind);
                        literals.extend(texts.iter().map(literal));
                    }
                }
            }
        }
        bytes.sort_by_key(|&(byte, entry)| (byte, entry.pattern));
        let literals = LiteralTable::new(literals);
        let mut marks: Vec<u8> = bytes
            .iter()
            .map(|&(mark, _)| mark)
            .chain(literals.marks())
            .collect();
        marks.sort_unstable();
        marks.dedup();
        let (letters, mixed) = (letters.build(), mixed.build());
        Self {
            marks,
            numbers: numbers.build(),
            wanted_letters: std::array::from_fn(|length| letters.followers(length)),
            wanted_mixed: std::array::from_fn(|length| mixed.followers(length)),
            letters,
            mixed,
            bytes,
            literals,
        }
    }

    /// Calls `visit` with each pattern and the places where it may begin: byte offsets from the first
    /// to the last, to be tried at every character boundary between. Linear in the length of `text`.
    pub(crate) fn scan(&self, text: &str, mut visit: impl FnMut(PatternId, RangeInclusive<usize>)) {
        let bytes = text.as_bytes();
        // Whether the byte before the block was alphanumeric, or a digit: a run goes on then.
        let (mut in_run, mut in_number) = (0, 0);
        for base in (0..bytes.len()).step_by(BLOCK) {
            let block = Block::load(bytes, base);
            let digits = block.digits();
            let alphanumeric = digits | block.letters();
            let wide = match block.wide() {
                0 => 0,
                // Lead bytes of characters of two and three bytes; no literal begins with more.
                _ => self
                    .literals
                    .possible_heads(&block, block.in_range(0xC2, 0xF0 - 0xC2)),
            };
            let marks = block.any_of(&self.marks);
            let runs = alphanumeric & !(alphanumeric << 1 | in_run);
            let numbers = digits & !(digits << 1 | in_number);
            in_run = alphanumeric >> (BLOCK - 1);
            in_number = digits >> (BLOCK - 1);
            for place in places(runs | numbers | marks | wide) {
                let at = base + place;
                let bit = 1 << place;
                if wide & bit != 0 {
                    self.literals.visit_wide(text, at, &mut visit);
                } else if marks & bit != 0 {
                    self.visit_mark(text, at, &mut visit);
                } else {
                    if runs & bit != 0 {
                        self.literals.visit_ascii(text, at, &mut visit);
                        let end = run_end(bytes, at, base, alphanumeric, u8::is_ascii_alphanumeric);
                        let then = Then::of(bytes.get(end).copied());
                        let length = (end - at).min(LONGEST_RUN);
                        // A run that goes on in the next block may have its digits there.
                        let has_digit =
                            digits >> place & run_mask(length) != 0 || end > base + BLOCK;
                        let wanted = if has_digit {
                            &self.wanted_mixed
                        } else {
                            &self.wanted_letters
                        };
                        if wanted[length].meets(then) || end > base + BLOCK {
                            self.visit_run(text, at, end, then, &mut visit);
                        }
                    }
                    if numbers & bit != 0 {
                        let end = run_end(bytes, at, base, digits, u8::is_ascii_digit);
                        let then = Then::of(bytes.get(end).copied());
                        self.numbers.visit(text, at, end, then, &mut visit);
                    }
                }
            }
        }
    }

    /// Visits what may begin at a punctuation mark.
    #[cold]
    fn visit_mark(
        &self,
        text: &str,
        at: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        let Some(&byte) = text.as_bytes().get(at) else {
            return;
        };
        let first = self.bytes.partition_point(|&(mark, _)| mark < byte);
        let here = self.bytes.get(first..).unwrap_or_default();
        for &(_, entry) in here.iter().take_while(|&&(mark, _)| mark == byte) {
            visit(entry.pattern, entry.starts(text, at));
        }
        self.literals.visit_ascii(text, at, visit);
    }

    /// Visits what may begin at the run of letters and digits from `start` to `end`, numbers and
    /// literals apart.
    #[cold]
    fn visit_run(
        &self,
        text: &str,
        start: usize,
        end: usize,
        then: Then,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        let run = text.as_bytes().get(start..end).unwrap_or_default();
        match (
            run.iter().any(u8::is_ascii_digit),
            run.iter().any(u8::is_ascii_alphabetic),
        ) {
            (false, _) => self.letters.visit(text, start, end, then, visit),
            (true, true) => self.mixed.visit(text, start, end, then, visit),
            (true, false) => {}
        }
    }
}

/// A mask of the lowest `length` bits.
#[inline]
fn run_mask(length: usize) -> u64 {
    match length {
        0..64 => (1 << length) - 1,
        _ => u64::MAX,
    }
}

/// The end of the run that begins at `at`, where `mask` has the bytes of the run's kind in the block
/// at `base`.
#[inline]
fn run_end(bytes: &[u8], at: usize, base: usize, mask: u64, is_inside: fn(&u8) -> bool) -> usize {
    let length = (!(mask >> (at - base))).trailing_zeros() as usize;
    let end = at + length;
    if end < base + BLOCK {
        return end;
    }
    run_end_beyond(bytes, end, is_inside)
}

/// The end of a run that goes on at `end`, in the next block.
#[cold]
fn run_end_beyond(bytes: &[u8], end: usize, is_inside: fn(&u8) -> bool) -> usize {
    let rest = bytes.get(end..).unwrap_or_default();
    end + rest.iter().take_while(|byte| is_inside(byte)).count()
}
