//! Strings to values, one character at a time.
//!
//! A double array (Aoe 1989, "An efficient digital search algorithm by using a double-array
//! structure") over character codes with exclusive-or addressing: from a state with base `b` the
//! character of code `c` leads to slot `b ^ c`, if that slot says that it belongs to `c`. No two
//! states share a base, so the code alone tells whose slot it is.
//!
//! Characters get their codes from an alphabet, in which several characters may share one code:
//! that is how variants (髙 and 高, 﨑 and 崎) are folded at no cost.
//!
//! A section is laid out in planes, all integers little-endian: number of characters (4), number of
//! slots (4), the alphabet (character 4, code 2 a piece), then for all slots the lower bytes of the
//! codes, the upper bytes, three planes of bases and three of values.

use super::Dictionary;
use super::container::{invalid, take};
use crate::Result;

/// Bytes that the alphabet takes for a character.
pub(super) const ALPHABET_ENTRY_LEN: usize = 6;
/// Planes of one byte a slot.
pub(super) const PLANES: usize = 8;
/// The largest base and the largest value.
pub(super) const LARGEST: u32 = 0xFF_FFFF;

/// A map from strings to values from 1 to 2²⁴ - 1.
///
/// ```
/// use redact::dictionary::{Dictionary, DictionaryBuilder, Lexicon, LexiconBuilder};
///
/// let mut names = LexiconBuilder::new();
/// names.fold('髙', '高');
/// names.insert("高", 1);
/// names.insert("高橋", 2);
/// let mut builder = DictionaryBuilder::new();
/// builder.section("surnames", names.build()?)?;
///
/// let dictionary = Dictionary::new(builder.build()?)?;
/// let surnames = Lexicon::read(&dictionary, "surnames")?;
/// assert_eq!(surnames.get("高橋"), Some(2));
/// let found: Vec<_> = surnames.prefixes("髙橋様").collect();
/// assert_eq!(found, [(3, 1), (6, 2)]);
/// # Ok::<(), redact::Error>(())
/// ```
pub struct Lexicon {
    /// Code of each character of the basic plane, 0 for none.
    codes: Box<[u16]>,
    /// Codes of the others, sorted by character.
    rare_codes: Vec<(char, u16)>,
    /// Code in bits 0 to 15, base in 16 to 39, value in 40 to 63.
    slots: Box<[u64]>,
}

/// How far a walk through a [`Lexicon`] has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State(u64);

impl State {
    /// The value of the string walked so far, if that is an entry.
    pub fn value(self) -> Option<u32> {
        let value = (self.0 >> 40) as u32;
        (value != 0).then_some(value)
    }

    fn base(self) -> usize {
        ((self.0 >> 16) & u64::from(LARGEST)) as usize
    }
}

impl Lexicon {
    /// Reads a section of a dictionary: one pass that copies it into memory.
    ///
    /// # Errors
    ///
    /// [`crate::ErrorKind::InvalidFormat`] when there is no such section or it is no lexicon.
    pub fn read(dictionary: &Dictionary, section: &str) -> Result<Self> {
        let bytes = dictionary.section(section)?;
        let (alphabet_len, rest) = take::<4>(bytes)?;
        let (slot_count, rest) = take::<4>(rest)?;
        let alphabet_len = u32::from_le_bytes(*alphabet_len) as usize;
        let slot_count = u32::from_le_bytes(*slot_count) as usize;
        let expected = alphabet_len
            .checked_mul(ALPHABET_ENTRY_LEN)
            .zip(slot_count.checked_mul(PLANES))
            .and_then(|(alphabet, slots)| alphabet.checked_add(slots));
        if expected != Some(rest.len()) || slot_count == 0 {
            return Err(invalid(format!(
                "the section `{section}` of the dictionary is no lexicon"
            )));
        }
        let (alphabet, planes) = rest.split_at(alphabet_len * ALPHABET_ENTRY_LEN);
        let mut codes = vec![0; 0x1_0000].into_boxed_slice();
        let mut rare_codes = Vec::new();
        for entry in alphabet.chunks_exact(ALPHABET_ENTRY_LEN) {
            let (character, code) = take::<4>(entry)?;
            let (code, _) = take::<2>(code)?;
            let code = u16::from_le_bytes(*code);
            let number = u32::from_le_bytes(*character);
            let character = char::from_u32(number)
                .ok_or_else(|| invalid("the lexicon's alphabet holds what is no character"))?;
            match codes.get_mut(number as usize) {
                Some(place) => *place = code,
                None => rare_codes.push((character, code)),
            }
        }
        rare_codes.sort_unstable();
        let slots = weave(planes, slot_count)
            .ok_or_else(|| invalid("the lexicon's planes are cut short"))?;
        Ok(Self {
            codes,
            rare_codes,
            slots,
        })
    }

    /// The state before the first character.
    pub fn start(&self) -> State {
        State(self.slots.first().copied().unwrap_or_default())
    }

    /// The state behind one more character, or `None` if no entry goes on like this.
    #[inline]
    pub fn step(&self, state: State, character: char) -> Option<State> {
        self.step_code(state, self.code(character))
    }

    /// The code of a character, 0 if no entry holds it. Walks from many places of one text look
    /// each character up once and then use [`Lexicon::step_code`].
    #[inline]
    pub fn code(&self, character: char) -> u16 {
        match self.codes.get(character as usize) {
            Some(&code) => code,
            None => self.rare_code(character),
        }
    }

    #[cold]
    fn rare_code(&self, character: char) -> u16 {
        self.rare_codes
            .binary_search_by_key(&character, |&(known, _)| known)
            .ok()
            .and_then(|index| self.rare_codes.get(index))
            .map_or(0, |&(_, code)| code)
    }

    /// As [`Lexicon::step`], by the character's code.
    #[inline]
    pub fn step_code(&self, state: State, code: u16) -> Option<State> {
        let base = state.base();
        if code == 0 || base == 0 {
            return None;
        }
        let slot = *self.slots.get(base ^ usize::from(code))?;
        (slot & 0xFFFF == u64::from(code)).then_some(State(slot))
    }

    /// The value of `key`, if it is an entry.
    pub fn get(&self, key: &str) -> Option<u32> {
        let mut state = self.start();
        for character in key.chars() {
            state = self.step(state, character)?;
        }
        state.value()
    }

    /// Every entry that `text` begins with, shortest first: its length in bytes of `text`, and its
    /// value.
    pub fn prefixes<'l>(&'l self, text: &'l str) -> impl Iterator<Item = (usize, u32)> + 'l {
        let mut state = Some(self.start());
        text.char_indices()
            .map_while(move |(at, character)| {
                state = self.step(state?, character);
                Some((at + character.len_utf8(), state?))
            })
            .filter_map(|(end, state)| Some((end, state.value()?)))
    }

    /// The longest entry that `text` begins with: its length in bytes of `text`, and its value.
    pub fn longest_prefix(&self, text: &str) -> Option<(usize, u32)> {
        self.prefixes(text).last()
    }
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Lexicon")
            .field("slots", &self.slots.len())
            .finish_non_exhaustive()
    }
}

/// Puts the eight planes together, a slot a number.
fn weave(planes: &[u8], slot_count: usize) -> Option<Box<[u64]>> {
    let mut plane = planes.chunks_exact(slot_count);
    let mut next = || plane.next().map(|bytes| bytes.iter().copied());
    let low = next()?.zip(next()?).zip(next()?).zip(next()?);
    let high = next()?.zip(next()?).zip(next()?).zip(next()?);
    Some(
        low.zip(high)
            .map(|((((a, b), c), d), (((e, f), g), h))| {
                u64::from_le_bytes([a, b, c, d, e, f, g, h])
            })
            .collect(),
    )
}
