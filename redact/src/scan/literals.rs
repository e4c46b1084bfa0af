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

/// A number under 4096 for two ASCII characters in any case: small, so that the bit map stays in the
/// nearest cache. Unlike pairs may share one.
#[inline]
fn pair_key(first: u8, second: u8) -> u16 {
    let fold = |byte: u8| u16::from((byte | 0x20) & 0x3F);
    fold(first) << 6 | fold(second)
}

/// All literals, found by their beginnings.
pub(super) struct LiteralTable {
    ascii: Group<4, 64>,
    wide: Group<6, 1024>,
}

/// Literals that begin alike, in ASCII or not. Two bit maps answer for nearly every place that none
/// begins there: the first by one or two characters, of which there are
/// `64 * KEYS`, the second by `N` bytes.
struct Group<const N: usize, const KEYS: usize> {
    /// Sorted by key.
    literals: Vec<(u16, Literal)>,
    keys: BitMap<KEYS>,
    /// The hashes of the first `N` bytes.
    hashes: BitMap<1024>,
    /// The keys of literals that are shorter than `N` bytes.
    short: BitMap<KEYS>,
}

impl<const N: usize, const KEYS: usize> Group<N, KEYS> {
    fn new(literals: Vec<Literal>) -> Self {
        let (mut keys, mut hashes, mut short) = (BitMap::new(), BitMap::new(), BitMap::new());
        let mut literals: Vec<(u16, Literal)> = literals
            .into_iter()
            .map(|literal| (literal.key(), literal))
            .collect();
        for (key, literal) in &literals {
            keys.set(*key);
            match literal.text.as_bytes().first_chunk::<N>() {
                Some(head) => hashes.set(hash(head)),
                None => short.set(*key),
            }
        }
        literals.sort_by_key(|&(key, _)| key);
        Self {
            literals,
            keys,
            hashes,
            short,
        }
    }

    /// Visits the literals that stand at `at`, where the text's own key is `key`.
    #[inline]
    fn visit(
        &self,
        key: u16,
        text: &str,
        at: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        if self.keys.has(key) {
            self.visit_key(key, text, at, visit);
        }
    }

    /// The same where some literal has the key.
    #[cold]
    fn visit_key(
        &self,
        key: u16,
        text: &str,
        at: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        let head = text
            .as_bytes()
            .get(at..)
            .and_then(|rest| rest.first_chunk::<N>());
        if head.is_some_and(|head| self.hashes.has(hash(head))) || self.short.has(key) {
            visit_literals(&self.literals, key, text, at, visit);
        }
    }
}

/// A number for some bytes in any ASCII case (FNV-1a, folded).
fn hash<const N: usize>(bytes: &[u8; N]) -> u16 {
    let hash = bytes.iter().fold(0x811C_9DC5_u32, |hash, byte| {
        (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
    });
    let [one, two, three, four] = hash.to_le_bytes();
    u16::from_le_bytes([one ^ three, two ^ four])
}

impl LiteralTable {
    pub(super) fn new(literals: Vec<Literal>) -> Self {
        let (ascii, wide) = literals
            .into_iter()
            .partition(|literal| literal.text.starts_with(|first: char| first.is_ascii()));
        Self {
            ascii: Group::new(ascii),
            wide: Group::new(wide),
        }
    }

    /// The punctuation that literals begin with.
    pub(super) fn marks(&self) -> impl Iterator<Item = u8> {
        let first = self
            .ascii
            .literals
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
        self.ascii.visit(pair_key(first, second), text, at, visit);
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
        self.wide.visit(key, text, at, visit);
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

/// A set of keys under `64 * WORDS`; greater keys count modulo that.
struct BitMap<const WORDS: usize>(Box<[u64; WORDS]>);

impl<const WORDS: usize> BitMap<WORDS> {
    fn new() -> Self {
        Self(Box::new([0; WORDS]))
    }

    fn set(&mut self, key: u16) {
        if let Some(word) = self.0.get_mut(usize::from(key >> 6) % WORDS) {
            *word |= 1 << (key & 63);
        }
    }

    #[inline]
    fn has(&self, key: u16) -> bool {
        self.0[usize::from(key >> 6) % WORDS] >> (key & 63) & 1 == 1
    }
}
