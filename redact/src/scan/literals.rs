//! Literals and labels, found by their beginnings.

use std::ops::RangeInclusive;

use super::PatternId;
use super::dispatch::Reach;
use crate::text::block::{BLOCK, Block};

/// The places of a block that have both bytes of their character behind them in the block.
const FOLLOWED: u64 = u64::MAX >> (64 - (BLOCK - 2));

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
}

/// All literals, found by their beginnings.
pub(super) struct LiteralTable {
    /// ASCII literals of three characters and more, and those of two.
    ascii: Group,
    ascii_pairs: Group,
    /// The keys of three characters with which any ASCII literal may begin.
    ascii_heads: BitMap,
    /// Literals that begin with another character: those of six bytes and more (two kana or kanji),
    /// and shorter ones.
    wide: Group,
    wide_short: Group,
    /// The keys of the first characters of all those.
    wide_heads: BitMap,
    /// The last bytes of such first characters as are hiragana or stand in the block of 、。「」.
    frequent_heads: Vec<u8>,
}

/// Literals with a key of one kind. A bit map answers for nearly every place that none of them stands
/// there.
struct Group {
    /// Sorted by key.
    literals: Vec<(u32, Literal)>,
    keys: BitMap,
}

impl Group {
    fn new(literals: Vec<Literal>, key: impl Fn(&[u8]) -> Option<u32>) -> Self {
        let mut keys = BitMap::new();
        let mut keyed: Vec<(u32, Literal)> = literals
            .into_iter()
            .filter_map(|literal| Some((key(literal.text.as_bytes())?, literal)))
            .collect();
        for (key, _) in &keyed {
            keys.set(*key);
        }
        keyed.sort_by_key(|&(key, _)| key);
        Self {
            literals: keyed,
            keys,
        }
    }

    /// Visits the literals that stand at `at`, where the text's own key is `key`.
    #[inline]
    fn visit(
        &self,
        key: Option<u32>,
        text: &str,
        at: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        if let Some(key) = key
            && self.keys.has(key)
        {
            self.visit_key(key, text, at, visit);
        }
    }

    #[cold]
    fn visit_key(
        &self,
        key: u32,
        text: &str,
        at: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        let first = self.literals.partition_point(|&(other, _)| other < key);
        let alike = self.literals.get(first..).unwrap_or_default();
        for (_, literal) in alike.iter().take_while(|&&(other, _)| other == key) {
            literal.visit(text, at, visit);
        }
    }
}

/// Six bits of a byte that tell ASCII letters apart in any case. Unlike bytes may share them.
#[inline]
fn six_bits(byte: u8) -> u32 {
    u32::from((byte | 0x20) & 0x3F)
}

/// A number for the first three bytes of an ASCII literal.
#[inline]
fn ascii_key(bytes: &[u8]) -> Option<u32> {
    let [one, two, three] = *bytes.first_chunk()?;
    Some(six_bits(one) << 12 | six_bits(two) << 6 | six_bits(three))
}

/// A number for the first two bytes of an ASCII literal.
#[inline]
fn pair_key(bytes: &[u8]) -> Option<u32> {
    let [one, two] = *bytes.first_chunk()?;
    Some(six_bits(one) << 6 | six_bits(two))
}

/// A number for the first six bytes of a literal that does not begin with ASCII.
#[inline]
fn wide_key(bytes: &[u8]) -> Option<u32> {
    let [one, two, three, four, five, six] = *bytes.first_chunk()?;
    let first = u32::from(one) << 12 | u32::from(two & 0x3F) << 6 | u32::from(three & 0x3F);
    let second = six_bits(four) << 12 | six_bits(five) << 6 | six_bits(six);
    Some(first ^ second.rotate_left(14))
}

/// A number for the first three bytes of a literal that does not begin with ASCII.
#[inline]
fn short_key(bytes: &[u8]) -> Option<u32> {
    let [one, two, three] = *bytes.first_chunk()?;
    // Of a character of two bytes the third byte is the next character's.
    let three = if one < 0xE0 { 0 } else { three };
    Some(u32::from_be_bytes([0, one, two, three]))
}

impl LiteralTable {
    pub(super) fn new(literals: Vec<Literal>) -> Self {
        let (ascii, wide): (Vec<Literal>, Vec<Literal>) = literals
            .into_iter()
            .partition(|literal| literal.text.starts_with(|first: char| first.is_ascii()));
        let (ascii, pairs) = ascii
            .into_iter()
            .partition(|literal| literal.text.len() > 2);
        let (wide, short) = wide.into_iter().partition(|literal| literal.text.len() > 5);
        let (mut ascii_heads, mut wide_heads) = (BitMap::new(), BitMap::new());
        let ascii = Group::new(ascii, ascii_key);
        let ascii_pairs = Group::new(pairs, pair_key);
        for &(key, _) in &ascii.literals {
            ascii_heads.set(key);
        }
        for (pair, _) in &ascii_pairs.literals {
            for third in 0..64 {
                ascii_heads.set(pair << 6 | third);
            }
        }
        let wide = Group::new(wide, wide_key);
        let wide_short = Group::new(short, short_key);
        let mut frequent_heads = Vec::new();
        for (_, literal) in wide.literals.iter().chain(&wide_short.literals) {
            if let Some(key) = short_key(literal.text.as_bytes()) {
                wide_heads.set(key);
            }
            if let Some(&[0xE3, 0x80..=0x82, last]) = literal.text.as_bytes().first_chunk() {
                frequent_heads.push(last);
            }
        }
        frequent_heads.sort_unstable();
        frequent_heads.dedup();
        Self {
            ascii,
            ascii_pairs,
            ascii_heads,
            wide,
            wide_short,
            wide_heads,
            frequent_heads,
        }
    }

    /// Of the lead bytes `wide` of characters of two and three bytes those where a literal may begin,
    /// as far as that can be told for a block at once: hiragana and 、。「」, half of Japanese text,
    /// begin few literals.
    #[inline]
    pub(super) fn possible_heads(&self, block: &Block, wide: u64) -> u64 {
        let second =
            block.in_range(0x80, 2) >> 1 | block.equal(0x82) >> 1 & block.in_range(0x80, 0x20) >> 2;
        let frequent = block.equal(0xE3) & second;
        wide & !(frequent & !(block.any_of(&self.frequent_heads) >> 2) & FOLLOWED)
    }

    /// The punctuation that literals begin with.
    pub(super) fn marks(&self) -> impl Iterator<Item = u8> {
        let ascii = self.ascii.literals.iter().chain(&self.ascii_pairs.literals);
        let first = ascii.filter_map(|(_, literal)| literal.text.bytes().next());
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
        let head = text.as_bytes().get(at..).unwrap_or_default();
        // Two characters before the end there is no key, and nothing to save.
        if ascii_key(head).is_none_or(|key| self.ascii_heads.has(key)) {
            self.visit_ascii_head(text, at, visit);
        }
    }

    #[cold]
    fn visit_ascii_head(
        &self,
        text: &str,
        at: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        let head = text.as_bytes().get(at..).unwrap_or_default();
        self.ascii.visit(ascii_key(head), text, at, visit);
        self.ascii_pairs.visit(pair_key(head), text, at, visit);
    }

    /// Visits the literals that stand at `at`, where a character of two or three bytes begins.
    #[inline]
    pub(super) fn visit_wide(
        &self,
        text: &str,
        at: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        let head = text.as_bytes().get(at..).unwrap_or_default();
        if short_key(head).is_some_and(|key| self.wide_heads.has(key)) {
            self.visit_wide_head(text, at, visit);
        }
    }

    #[cold]
    fn visit_wide_head(
        &self,
        text: &str,
        at: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        let head = text.as_bytes().get(at..).unwrap_or_default();
        self.wide.visit(wide_key(head), text, at, visit);
        self.wide_short.visit(short_key(head), text, at, visit);
    }
}

impl Literal {
    /// Visits where the match begins, if the literal stands at `at`.
    fn visit(
        &self,
        text: &str,
        at: usize,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        let end = at + self.text.len();
        let stands_here = text
            .as_bytes()
            .get(at..end)
            .is_some_and(|bytes| bytes.eq_ignore_ascii_case(self.text.as_bytes()));
        if !stands_here {
            return;
        }
        let starts = match self.place {
            Place::Here => at..=at,
            Place::Behind => {
                let start = value_start(text, end);
                start..=start
            }
            Place::Before(reach) => reach.first(text, at)..=at,
        };
        visit(self.pattern, starts);
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

/// A set of keys by their hashes: now and then it claims to hold one that it does not.
struct BitMap(Box<[u64; Self::WORDS]>);

impl BitMap {
    const WORDS: usize = 512;

    fn new() -> Self {
        Self(Box::new([0; Self::WORDS]))
    }

    /// The place of a key's bit (multiplicative hashing).
    #[inline]
    fn place(key: u32) -> (usize, u32) {
        let hash = key.wrapping_mul(0x9E37_79B1) >> 17;
        (hash as usize >> 6, hash & 63)
    }

    fn set(&mut self, key: u32) {
        let (word, bit) = Self::place(key);
        self.0[word % Self::WORDS] |= 1 << bit;
    }

    #[inline]
    fn has(&self, key: u32) -> bool {
        let (word, bit) = Self::place(key);
        self.0[word % Self::WORDS] >> bit & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The literals that stand at the beginning of `text`, by their places in the list.
    fn at_start(literals: &[&str], text: &str) -> Vec<PatternId> {
        let literals = literals.iter().zip(0..);
        let literals = literals
            .map(|(text, id)| Literal::new(text, id, Place::Here))
            .collect();
        let mut found = Vec::new();
        let mut note = |id, _| found.push(id);
        let table = LiteralTable::new(literals);
        if text.is_ascii() {
            table.visit_ascii(text, 0, &mut note);
        } else {
            table.visit_wide(text, 0, &mut note);
        }
        found.sort_unstable();
        found
    }

    #[test]
    fn literals_of_every_length_are_found() {
        let ascii = ["ey", "key-", "PASSWORD", "pass"];
        assert_eq!(at_start(&ascii, "eyJh"), [0]);
        assert_eq!(at_start(&ascii, "ey"), [0]);
        assert_eq!(at_start(&ascii, "Key-1"), [1]);
        assert_eq!(at_start(&ascii, "Password: x"), [2, 3]);
        let wide = ["口座番号", "口座", "旧T", "éa"];
        assert_eq!(at_start(&wide, "口座番号1"), [0, 1]);
        assert_eq!(at_start(&wide, "口座"), [1]);
        assert_eq!(at_start(&wide, "旧t12345"), [2]);
        assert_eq!(at_start(&wide, "éabcdef"), [3]);
        assert_eq!(at_start(&wide, "日本語です"), [0; 0]);
    }

    #[test]
    fn hiragana_that_begin_a_literal_are_looked_at_in_every_place_of_a_block() {
        let literal = Literal::new("でんわ", 0, Place::Here);
        let table = LiteralTable::new(vec![literal]);
        for before in 0..70 {
            let text = format!("{}でんわのはなし、です", "x".repeat(before));
            let base = before / BLOCK * BLOCK;
            let block = Block::load(text.as_bytes(), base);
            let wide = block.in_range(0xC2, 0xF0 - 0xC2);
            let kept = table.possible_heads(&block, wide);
            assert_eq!(kept >> (before - base) & 1, 1, "{before}");
            assert!(before > 40 || kept.count_ones() < wide.count_ones());
        }
    }
}
