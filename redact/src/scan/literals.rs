//! Literals and labels, found by their beginnings.

use std::ops::RangeInclusive;

use super::PatternId;
use super::dispatch::Reach;

/// Most characters that may stand between a label and its value.
const LABEL_GAP: usize = 12;

/// A text by which a pattern finds its start.
pub(super) struct Literal {
    /// In lower case where ASCII.
    text: Box<str>,
    pattern: PatternId,
    place: Place,
}

/// Where a match begins, seen from its literal.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Here,
    /// Behind a label and what parts it from its value.
    Behind,
    Before(Reach),
}

impl Literal {
    pub(super) fn new(text: &str, pattern: PatternId, place: Place) -> Self {
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
pub(super) struct LiteralTable {
    /// Sorted by key.
    ascii: Vec<(u16, Literal)>,
    wide: Vec<(u16, Literal)>,
    ascii_keys: BitMap,
    wide_keys: BitMap,
}

impl LiteralTable {
    pub(super) fn new(literals: Vec<Literal>) -> Self {
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

    /// The punctuation that literals begin with.
    pub(super) fn marks(&self) -> impl Iterator<Item = u8> {
        let first = self
            .ascii
            .iter()
            .filter_map(|(_, literal)| literal.text.bytes().next());
        first.filter(|byte| !byte.is_ascii_alphanumeric())
    }

    /// Visits the literals that stand at `at`, where an ASCII character begins.
    #[inline]
    pub(super) fn visit_ascii(
        &self,
        text: &str,
        at: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        let Some(&[first, second]) = text
            .as_bytes()
            .get(at..)
            .and_then(|rest| rest.first_chunk())
        else {
            return;
        };
        let key = pair_key(first, second);
        if self.ascii_keys.has(key) {
            visit_literals(&self.ascii, key, text, at, visit);
        }
    }

    /// Visits the literals that stand at `at`, where a character of two or three bytes begins.
    #[inline]
    pub(super) fn visit_wide(
        &self,
        text: &str,
        at: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        let Some(&[first, second]) = text
            .as_bytes()
            .get(at..)
            .and_then(|rest| rest.first_chunk())
        else {
            return;
        };
        // The code point, put together by hand: this is done for every character of Japanese text.
        let key = if first < 0xE0 {
            u16::from(first & 0x1F) << 6 | u16::from(second & 0x3F)
        } else {
            let third = text.as_bytes().get(at + 2).copied().unwrap_or_default();
            u16::from(first) << 12 | u16::from(second & 0x3F) << 6 | u16::from(third & 0x3F)
        };
        if self.wide_keys.has(key) {
            visit_literals(&self.wide, key, text, at, visit);
        }
    }
}

#[cold]
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

    #[inline]
    fn has(&self, key: u16) -> bool {
        self.0
            .get(usize::from(key >> 6))
            .is_some_and(|word| word >> (key & 63) & 1 == 1)
    }
}
