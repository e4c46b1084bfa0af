//! Strings to values, one character at a time.
//!
//! A tree of characters whose nodes lie level by level, siblings together in the order of their
//! codes. A node's children then begin where those of the node before it end, so that one number a
//! node says where they are, and a child is found by bisection; the first level, which is wide, has a
//! table. (A double array answers a step with one look into memory, but its file was measured at
//! nearly twice this size, for its bases do not compress.)
//!
//! Characters get their codes from an alphabet, the most frequent first, in which several characters
//! may share one code: that is how variants (髙 and 高, 﨑 and 崎) are folded at no cost.
//!
//! A section is laid out in planes, all integers little-endian: number of characters (4), number of
//! nodes (4), the alphabet (character 4, code 2 a piece), then for all nodes the lower bytes of the
//! codes, the upper bytes, the lower and upper bytes of the numbers of children, and three planes of
//! values. A code is written as the difference to that of the sibling before it.

use super::Dictionary;
use super::container::{invalid, take};
use crate::Result;

/// Bytes that the alphabet takes for a character.
pub(super) const ALPHABET_ENTRY_LEN: usize = 6;
/// Planes of one byte a node.
pub(super) const PLANES: usize = 7;
/// The largest value, and the largest number of nodes.
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
    /// Code in bits 0 to 15, first child in 16 to 39, value in 40 to 63; one more at the end.
    nodes: Box<[u64]>,
    /// The node of each code on the first level, 0 for none.
    first_level: Box<[u32]>,
}

/// How far a walk through a [`Lexicon`] has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State(u32);

impl Lexicon {
    /// Reads a section of a dictionary: one pass that copies it into memory.
    ///
    /// # Errors
    ///
    /// [`crate::ErrorKind::InvalidFormat`] when there is no such section or it is no lexicon.
    pub fn read(dictionary: &Dictionary, section: &str) -> Result<Self> {
        let bytes = dictionary.section(section)?;
        let (alphabet_len, rest) = take::<4>(bytes)?;
        let (node_count, rest) = take::<4>(rest)?;
        let alphabet_len = u32::from_le_bytes(*alphabet_len) as usize;
        let node_count = u32::from_le_bytes(*node_count) as usize;
        let expected = alphabet_len
            .checked_mul(ALPHABET_ENTRY_LEN)
            .zip(node_count.checked_mul(PLANES))
            .and_then(|(alphabet, nodes)| alphabet.checked_add(nodes));
        if expected != Some(rest.len()) || node_count == 0 || node_count > LARGEST as usize {
            return Err(invalid(format!(
                "the section `{section}` of the dictionary is no lexicon"
            )));
        }
        let (alphabet, planes) = rest.split_at(alphabet_len * ALPHABET_ENTRY_LEN);
        let mut codes = vec![0; 0x1_0000].into_boxed_slice();
        let mut rare_codes = Vec::new();
        let mut largest_code = 0;
        for entry in alphabet.chunks_exact(ALPHABET_ENTRY_LEN) {
            let (character, code) = take::<4>(entry)?;
            let (code, _) = take::<2>(code)?;
            let code = u16::from_le_bytes(*code);
            largest_code = largest_code.max(code);
            let number = u32::from_le_bytes(*character);
            let character = char::from_u32(number)
                .ok_or_else(|| invalid("the lexicon's alphabet holds what is no character"))?;
            match codes.get_mut(number as usize) {
                Some(place) => *place = code,
                None => rare_codes.push((character, code)),
            }
        }
        rare_codes.sort_unstable();
        let nodes =
            weave(planes, node_count).ok_or_else(|| invalid("the lexicon's tree is damaged"))?;
        let mut first_level = vec![0; usize::from(largest_code) + 1].into_boxed_slice();
        let roots = nodes
            .get(1..first_child(*nodes.get(1).unwrap_or(&0)))
            .unwrap_or_default();
        for (node, index) in roots.iter().zip(1..) {
            if let Some(place) = first_level.get_mut((node & 0xFFFF) as usize) {
                *place = index;
            }
        }
        Ok(Self {
            codes,
            rare_codes,
            nodes,
            first_level,
        })
    }

    /// The state before the first character.
    pub fn start(&self) -> State {
        State(0)
    }

    /// The value of the string walked so far, if that is an entry.
    #[inline]
    pub fn value(&self, state: State) -> Option<u32> {
        let value = (self.nodes.get(state.0 as usize)? >> 40) as u32;
        (value != 0).then_some(value)
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
        if code == 0 {
            return None;
        }
        let at = state.0 as usize;
        if at == 0 {
            let index = *self.first_level.get(usize::from(code))?;
            return (index != 0).then_some(State(index));
        }
        let from = first_child(*self.nodes.get(at)?);
        let to = first_child(*self.nodes.get(at + 1)?);
        let children = self.nodes.get(from..to)?;
        let index = children
            .binary_search_by_key(&code, |node| (node & 0xFFFF) as u16)
            .ok()?;
        u32::try_from(from + index).ok().map(State)
    }

    /// The value of `key`, if it is an entry.
    pub fn get(&self, key: &str) -> Option<u32> {
        let mut state = self.start();
        for character in key.chars() {
            state = self.step(state, character)?;
        }
        self.value(state)
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
            .filter_map(|(end, state)| Some((end, self.value(state)?)))
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
            .field("nodes", &self.nodes.len())
            .finish_non_exhaustive()
    }
}

#[inline]
fn first_child(node: u64) -> usize {
    (node >> 16 & u64::from(LARGEST)) as usize
}

/// Puts the planes together, a node a number, and one behind the last that closes its children.
/// `None` if the numbers of children do not add up.
fn weave(planes: &[u8], count: usize) -> Option<Box<[u64]>> {
    let (code_low, planes) = planes.split_at_checked(count)?;
    let (code_high, planes) = planes.split_at_checked(count)?;
    let (children_low, planes) = planes.split_at_checked(count)?;
    let (children_high, planes) = planes.split_at_checked(count)?;
    let (value_low, planes) = planes.split_at_checked(count)?;
    let (value_middle, value_high) = planes.split_at_checked(count)?;
    let mut nodes = Vec::with_capacity(count + 1);
    let codes = code_low.iter().zip(code_high);
    let values = value_low.iter().zip(value_middle).zip(value_high);
    // At first with the difference to the sibling's code for the code.
    nodes.extend(codes.zip(values).map(|((&a, &b), ((&x, &y), &z))| {
        let value = u64::from(x) | u64::from(y) << 8 | u64::from(z) << 16;
        u64::from(a) | u64::from(b) << 8 | value << 40
    }));
    let mut first_child = 1;
    for (parent, (&low, &high)) in children_low.iter().zip(children_high).enumerate() {
        if let Some(node) = nodes.get_mut(parent) {
            *node |= (first_child as u64) << 16;
        }
        let family = usize::from(u16::from_le_bytes([low, high]));
        if family == 0 {
            continue;
        }
        // No parent stands behind its children.
        let children = nodes.get_mut(first_child.max(parent + 1)..first_child + family)?;
        let mut code = 0_u64;
        for child in children {
            code = (code + *child) & 0xFFFF;
            *child = *child & !0xFFFF | code;
        }
        first_child += family;
    }
    // A tree has one child link for every node but the root.
    if first_child != count {
        return None;
    }
    nodes.push((first_child as u64) << 16);
    Some(nodes.into_boxed_slice())
}
