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

/// A pattern by its place in the engine's list.
pub(crate) type PatternId = u16;

/// Runs of this many characters or more share one row of a dispatch table.
const LONGEST_RUN: usize = 64;

/// Most characters that may stand between a label and its value.
const LABEL_GAP: usize = 12;

/// Finds the places where patterns may begin.
pub(crate) struct CandidateScanner {
    classes: Box<[Class; 256]>,
    numbers: DispatchTable,
    letters: DispatchTable,
    mixed: DispatchTable,
    bytes: Vec<(u8, Entry)>,
    literals: LiteralTable,
}

/// What the scanning loop does at a byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Nothing begins here.
    Plain,
    Digit,
    Letter,
    /// Punctuation that some anchor names.
    Mark,
    /// Lead byte of a character of so many bytes.
    Lead2,
    Lead3,
    Lead4,
}

/// A pattern to try, and how far before the trigger it may begin.
#[derive(Clone, Copy)]
struct Entry {
    pattern: PatternId,
    reach: Option<Reach>,
}

/// Which characters may stand between the start of a match and its trigger, and how many.
#[derive(Clone, Copy)]
struct Reach {
    class: fn(char) -> bool,
    max: u8,
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
                        literals.extend(
                            texts
                                .iter()
                                .map(|text| Literal::new(text, pattern, Place::Here)),
                        );
                    }
                    Anchor::Label(texts) => {
                        literals.extend(
                            texts
                                .iter()
                                .map(|text| Literal::new(text, pattern, Place::Behind)),
                        );
                    }
                }
            }
        }
        bytes.sort_by_key(|&(byte, entry)| (byte, entry.pattern));
        let literals = LiteralTable::new(literals);
        let mut classes = Box::new([Class::Plain; 256]);
        for (class, byte) in classes.iter_mut().zip(0u8..=255) {
            *class = match byte {
                b'0'..=b'9' => Class::Digit,
                b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
                0xC2..=0xDF => Class::Lead2,
                0xE0..=0xEF => Class::Lead3,
                0xF0..=0xF4 => Class::Lead4,
                _ if bytes.iter().any(|&(mark, _)| mark == byte)
                    || literals.starts_with_mark(byte) =>
                {
                    Class::Mark
                }
                _ => Class::Plain,
            };
        }
        Self {
            classes,
            numbers: numbers.build(),
            letters: letters.build(),
            mixed: mixed.build(),
            bytes,
            literals,
        }
    }

    /// Calls `visit` with each pattern and the places where it may begin: byte offsets from the first
    /// to the last, to be tried at every character boundary between. Linear in the length of `text`.
    pub(crate) fn scan(&self, text: &str, mut visit: impl FnMut(PatternId, RangeInclusive<usize>)) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            match self.classes[usize::from(byte)] {
                Class::Plain => at += 1,
                Class::Digit | Class::Letter => at = self.visit_run(text, at, &mut visit),
                Class::Mark => {
                    let first = self.bytes.partition_point(|&(mark, _)| mark < byte);
                    for &(mark, entry) in self.bytes.get(first..).unwrap_or_default() {
                        if mark != byte {
                            break;
                        }
                        visit(entry.pattern, entry.starts(text, at));
                    }
                    self.literals.visit_at_mark(text, at, &mut visit);
                    at += 1;
                }
                Class::Lead2 => {
                    self.literals.visit_at_character(text, at, 2, &mut visit);
                    at += 2;
                }
                Class::Lead3 => {
                    self.literals.visit_at_character(text, at, 3, &mut visit);
                    at += 3;
                }
                Class::Lead4 => at += 4,
            }
        }
    }

    /// Visits what may begin in the run of letters and digits at `start`; answers the run's end.
    fn visit_run(
        &self,
        text: &str,
        start: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) -> usize {
        let bytes = text.as_bytes();
        let mut digits = 0;
        let mut end = start;
        while let Some(&byte) = bytes.get(end) {
            match self.classes[usize::from(byte)] {
                Class::Digit => digits += 1,
                Class::Letter => {}
                _ => break,
            }
            end += 1;
        }
        self.literals.visit_at_run(text, start, visit);
        let then = Then::of(bytes.get(end).copied());
        if digits == 0 {
            self.letters.visit(text, start, end, then, visit);
            return end;
        }
        if digits == end - start {
            self.numbers.visit(text, start, end, then, visit);
            return end;
        }
        self.mixed.visit(text, start, end, then, visit);
        let mut at = start;
        while at < end {
            let from = at;
            while at < end && bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            if at > from {
                let then = Then::of(bytes.get(at).copied());
                self.numbers.visit(text, from, at, then, visit);
            } else {
                at += 1;
            }
        }
        end
    }
}

impl Entry {
    /// Where the match may begin whose trigger stands at `at`.
    fn starts(self, text: &str, at: usize) -> RangeInclusive<usize> {
        self.reach.map_or(at, |reach| reach.first(text, at))..=at
    }
}

impl Reach {
    /// The first of the characters right before `at` that this reach takes, or `at` if there is none.
    fn first(self, text: &str, at: usize) -> usize {
        text.get(..at)
            .unwrap_or_default()
            .char_indices()
            .rev()
            .take(usize::from(self.max))
            .take_while(|&(_, character)| (self.class)(character))
            .last()
            .map_or(at, |(first, _)| first)
    }
}

/// Entries by the length of a run and by what follows it.
struct DispatchTable {
    /// For each (length, follower) the end of its entries; they begin where the one before ends.
    ends: Vec<u32>,
    entries: Vec<Entry>,
}

#[derive(Default)]
struct TableBuilder {
    cells: Vec<(usize, Entry)>,
}

impl TableBuilder {
    fn add(&mut self, lengths: (u8, u8), then: Then, entry: Entry) {
        for length in usize::from(lengths.0)..=usize::from(lengths.1).min(LONGEST_RUN) {
            for index in 0..8 {
                if then.meets(Then::from_index(index)) {
                    self.cells.push((length * 8 + index, entry));
                }
            }
        }
    }

    fn build(mut self) -> DispatchTable {
        self.cells
            .sort_by_key(|&(cell, entry)| (cell, entry.pattern));
        let mut ends = Vec::with_capacity((LONGEST_RUN + 1) * 8);
        let mut done = 0;
        for cell in 0..(LONGEST_RUN + 1) * 8 {
            done += self
                .cells
                .get(done..)
                .unwrap_or_default()
                .partition_point(|&(other, _)| other <= cell);
            ends.push(u32::try_from(done).expect("a catalogue has far fewer patterns"));
        }
        DispatchTable {
            ends,
            entries: self.cells.into_iter().map(|(_, entry)| entry).collect(),
        }
    }
}

impl DispatchTable {
    fn visit(
        &self,
        text: &str,
        start: usize,
        end: usize,
        then: Then,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        let cell = (end - start).min(LONGEST_RUN) * 8 + then.index();
        let first = cell
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(0, |&end| end);
        let last = self.ends.get(cell).map_or(0, |&end| end);
        for entry in self
            .entries
            .get(first as usize..last as usize)
            .unwrap_or_default()
        {
            visit(entry.pattern, entry.starts(text, start));
        }
    }
}

/// A text by which a pattern finds its start.
struct Literal {
    /// In lower case where ASCII.
    text: Box<str>,
    pattern: PatternId,
    place: Place,
}

/// Where a match begins, seen from its literal.
#[derive(Clone, Copy)]
enum Place {
    Here,
    /// Behind a label and what parts it from its value.
    Behind,
    Before(Reach),
}

impl Literal {
    fn new(text: &str, pattern: PatternId, place: Place) -> Self {
        debug_assert!(
            text.chars().count() >= 2,
            "a literal needs two characters: {text}"
        );
        Self {
            text: text.to_ascii_lowercase().into_boxed_str(),
            pattern,
            place,
        }
    }

    /// The literal's first character, or for an ASCII literal its first two, as a number.
    fn key(&self) -> u16 {
        let mut bytes = self.text.bytes();
        match (bytes.next(), bytes.next()) {
            (Some(first), Some(second)) if first.is_ascii() => pair_key(first, second),
            _ => self
                .text
                .chars()
                .next()
                .and_then(|first| u16::try_from(u32::from(first)).ok())
                .unwrap_or(0),
        }
    }
}

fn pair_key(first: u8, second: u8) -> u16 {
    u16::from_be_bytes([first.to_ascii_lowercase(), second.to_ascii_lowercase()])
}

/// All literals, found by their beginnings. A bit map answers for nearly every place that no literal
/// begins there.
struct LiteralTable {
    /// Sorted by key.
    ascii: Vec<(u16, Literal)>,
    wide: Vec<(u16, Literal)>,
    ascii_keys: BitMap,
    wide_keys: BitMap,
}

impl LiteralTable {
    fn new(literals: Vec<Literal>) -> Self {
        let (mut ascii, mut wide) = (Vec::new(), Vec::new());
        let (mut ascii_keys, mut wide_keys) = (BitMap::new(), BitMap::new());
        for literal in literals {
            let key = literal.key();
            if literal.text.starts_with(|first: char| first.is_ascii()) {
                ascii_keys.set(key);
                ascii.push((key, literal));
            } else {
                wide_keys.set(key);
                wide.push((key, literal));
            }
        }
        ascii.sort_by_key(|&(key, _)| key);
        wide.sort_by_key(|&(key, _)| key);
        Self {
            ascii,
            wide,
            ascii_keys,
            wide_keys,
        }
    }

    fn starts_with_mark(&self, mark: u8) -> bool {
        !mark.is_ascii_alphanumeric()
            && self
                .ascii
                .iter()
                .any(|(_, literal)| literal.text.as_bytes().first() == Some(&mark))
    }

    fn visit_at_run(
        &self,
        text: &str,
        at: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        let bytes = text.as_bytes();
        if let (Some(&first), Some(&second)) = (bytes.get(at), bytes.get(at + 1)) {
            let key = pair_key(first, second);
            if self.ascii_keys.has(key) {
                visit_literals(&self.ascii, key, text, at, visit);
            }
        }
    }

    fn visit_at_mark(
        &self,
        text: &str,
        at: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        self.visit_at_run(text, at, visit);
    }

    fn visit_at_character(
        &self,
        text: &str,
        at: usize,
        length: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        let bytes = text.as_bytes();
        let key = match (length, bytes.get(at), bytes.get(at + 1), bytes.get(at + 2)) {
            (2, Some(&first), Some(&second), _) => {
                u16::from(first & 0x1F) << 6 | u16::from(second & 0x3F)
            }
            (3, Some(&first), Some(&second), Some(&third)) => {
                u16::from(first) << 12 | u16::from(second & 0x3F) << 6 | u16::from(third & 0x3F)
            }
            _ => return,
        };
        if self.wide_keys.has(key) {
            visit_literals(&self.wide, key, text, at, visit);
        }
    }
}

fn visit_literals(
    literals: &[(u16, Literal)],
    key: u16,
    text: &str,
    at: usize,
    visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
) {
    let first = literals.partition_point(|&(other, _)| other < key);
    for (other, literal) in literals.get(first..).unwrap_or_default() {
        if *other != key {
            break;
        }
        let end = at + literal.text.len();
        let stands_here = text
            .as_bytes()
            .get(at..end)
            .is_some_and(|bytes| bytes.eq_ignore_ascii_case(literal.text.as_bytes()));
        if !stands_here {
            continue;
        }
        let starts = match literal.place {
            Place::Here => at..=at,
            Place::Behind => {
                let start = value_start(text, end);
                start..=start
            }
            Place::Before(reach) => reach.first(text, at)..=at,
        };
        visit(literal.pattern, starts);
    }
}

/// Where the value begins behind a label that ends at `end`: past spaces, one line break, a colon or
/// equals sign, は or が, brackets and quotes.
pub(crate) fn value_start(text: &str, end: usize) -> usize {
    let mut start = end;
    let mut breaks = 0;
    for character in text.get(end..).unwrap_or_default().chars().take(LABEL_GAP) {
        match character {
            ' ' | '\t' | '\r' | ':' | '=' | '>' | 'は' | 'が' | '(' | ')' | '[' | ']' | '【'
            | '】' | '「' | '『' | '〔' | '〕' | '<' | '"' | '\'' | '`' | '*' | '#' | '・'
            | '…' | '→' => {}
            '\n' if breaks == 0 => breaks += 1,
            _ => break,
        }
        start += character.len_utf8();
    }
    start
}

/// A set of 16-bit keys.
struct BitMap(Box<[u64]>);

impl BitMap {
    fn new() -> Self {
        Self(vec![0; 1024].into_boxed_slice())
    }

    fn set(&mut self, key: u16) {
        if let Some(word) = self.0.get_mut(usize::from(key >> 6)) {
            *word |= 1 << (key & 63);
        }
    }

    fn has(&self, key: u16) -> bool {
        self.0
            .get(usize::from(key >> 6))
            .is_some_and(|word| word >> (key & 63) & 1 == 1)
    }
}
