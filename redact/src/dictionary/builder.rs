//! Writes dictionaries. Only the program that prepares them and tests come here; the same input
//! gives the same bytes.

use std::collections::{BTreeMap, VecDeque};

use super::container::{
    HEADER_LEN, MAGIC, SECTION_ENTRY_LEN, SECTION_NAME_LEN, VERSION, checksum_of, invalid,
};
use super::lexicon::{ALPHABET_ENTRY_LEN, LARGEST, PLANES};
use crate::{Error, ErrorKind, Result};

/// Writes a dictionary file.
#[derive(Default)]
pub struct DictionaryBuilder {
    sections: Vec<(String, Vec<u8>)>,
}

impl DictionaryBuilder {
    /// A file without sections.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a section. Names are ASCII, up to 16 bytes.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] for a name that is empty, too long, not ASCII or there
    /// already, and for more than 4 GiB.
    pub fn section(&mut self, name: &str, bytes: Vec<u8>) -> Result<&mut Self> {
        let fits = !name.is_empty()
            && name.len() <= SECTION_NAME_LEN
            && name.bytes().all(|byte| byte.is_ascii_graphic())
            && self.sections.iter().all(|(known, _)| known != name)
            && u32::try_from(bytes.len()).is_ok();
        if !fits {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                format!("`{name}` cannot be a section: see DictionaryBuilder::section"),
            ));
        }
        self.sections.push((name.to_owned(), bytes));
        Ok(self)
    }

    /// The bytes of the file.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] for more than 65,535 sections.
    pub fn build(self) -> Result<Vec<u8>> {
        let count = u16::try_from(self.sections.len()).map_err(|_| {
            Error::new(
                ErrorKind::InvalidArgument,
                "a dictionary has too many sections",
            )
        })?;
        let mut checked = Vec::new();
        for (name, bytes) in &self.sections {
            let mut entry = [0; SECTION_ENTRY_LEN];
            for (place, byte) in entry.iter_mut().zip(name.bytes()) {
                *place = byte;
            }
            let length =
                u32::try_from(bytes.len()).map_err(|_| invalid("a section is too long"))?;
            for (place, byte) in entry
                .iter_mut()
                .skip(SECTION_NAME_LEN)
                .zip(length.to_le_bytes())
            {
                *place = byte;
            }
            checked.extend_from_slice(&entry);
        }
        for (_, bytes) in &self.sections {
            checked.extend_from_slice(bytes);
        }
        let mut file = Vec::with_capacity(HEADER_LEN + checked.len());
        file.extend_from_slice(MAGIC);
        file.extend_from_slice(&VERSION.to_le_bytes());
        file.extend_from_slice(&count.to_le_bytes());
        file.extend_from_slice(&[0; 4]);
        file.extend_from_slice(&checksum_of(count, &checked).to_le_bytes());
        file.extend_from_slice(&checked);
        Ok(file)
    }
}

impl std::fmt::Debug for DictionaryBuilder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("DictionaryBuilder")
            .field("sections", &self.sections.len())
            .finish()
    }
}

/// Collects strings and their values and writes them as the section of a
/// [`Lexicon`](super::Lexicon).
#[derive(Default)]
pub struct LexiconBuilder {
    entries: BTreeMap<String, u32>,
    variants: BTreeMap<char, char>,
}

/// A state of the tree under construction.
#[derive(Default)]
struct Node {
    children: BTreeMap<u16, usize>,
    value: u32,
}

impl LexiconBuilder {
    /// An empty lexicon.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads `variant` as `canonical` from now on, in entries and in lookups.
    pub fn fold(&mut self, variant: char, canonical: char) -> &mut Self {
        self.variants.insert(variant, canonical);
        self
    }

    /// Adds an entry, in place of an earlier one with the same key. A value is 1 to 2²⁴ - 1.
    pub fn insert(&mut self, key: &str, value: u32) -> &mut Self {
        let key = self.folded(key);
        self.entries.insert(key, value);
        self
    }

    /// The value that `key` has so far.
    pub fn get(&self, key: &str) -> Option<u32> {
        self.entries.get(&self.folded(key)).copied()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry yet.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn folded(&self, key: &str) -> String {
        key.chars()
            .map(|character| self.canonical(character))
            .collect()
    }

    /// Follows a chain of variants to its end; bounded, in case someone closes a circle.
    fn canonical(&self, character: char) -> char {
        let mut character = character;
        for _ in 0..4 {
            match self.variants.get(&character) {
                Some(&next) => character = next,
                None => break,
            }
        }
        character
    }

    /// The bytes of the section.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] for an empty key, a value out of bounds, or too many
    /// characters or entries.
    pub fn build(&self) -> Result<Vec<u8>> {
        let refused = |message: &str| Error::new(ErrorKind::InvalidArgument, message);
        if self
            .entries
            .iter()
            .any(|(key, &value)| key.is_empty() || value == 0 || value > LARGEST)
        {
            return Err(refused(
                "a lexicon holds non-empty keys and values from 1 to 2^24 - 1",
            ));
        }
        let codes = self
            .codes()
            .ok_or_else(|| refused("a lexicon has too many characters"))?;
        let tree = self.tree(&codes);
        let nodes = by_level(&tree).ok_or_else(|| refused("a lexicon has too many entries"))?;

        let mut alphabet: BTreeMap<char, u16> = codes.clone();
        for &variant in self.variants.keys() {
            if let Some(&code) = codes.get(&self.canonical(variant)) {
                alphabet.insert(variant, code);
            }
        }
        let count = |length: usize| {
            u32::try_from(length).map_err(|_| refused("a lexicon has too many entries"))
        };
        let mut bytes =
            Vec::with_capacity(8 + alphabet.len() * ALPHABET_ENTRY_LEN + nodes.len() * PLANES);
        bytes.extend_from_slice(&count(alphabet.len())?.to_le_bytes());
        bytes.extend_from_slice(&count(nodes.len())?.to_le_bytes());
        for (character, code) in alphabet {
            bytes.extend_from_slice(&u32::from(character).to_le_bytes());
            bytes.extend_from_slice(&code.to_le_bytes());
        }
        for plane in 0..PLANES {
            bytes.extend(nodes.iter().filter_map(|node| node.get(plane).copied()));
        }
        Ok(bytes)
    }

    /// Codes from 1, the most frequent character first: small codes keep siblings near each other.
    fn codes(&self) -> Option<BTreeMap<char, u16>> {
        let mut frequency: BTreeMap<char, usize> = BTreeMap::new();
        for character in self.entries.keys().flat_map(|key| key.chars()) {
            *frequency.entry(character).or_default() += 1;
        }
        let mut by_frequency: Vec<(char, usize)> = frequency.into_iter().collect();
        by_frequency.sort_by_key(|&(character, count)| (std::cmp::Reverse(count), character));
        by_frequency
            .into_iter()
            .enumerate()
            .map(|(index, (character, _))| Some((character, u16::try_from(index + 1).ok()?)))
            .collect()
    }

    fn tree(&self, codes: &BTreeMap<char, u16>) -> Vec<Node> {
        let mut nodes = vec![Node::default()];
        for (key, &value) in &self.entries {
            let mut at = 0;
            for code in key.chars().filter_map(|character| codes.get(&character)) {
                let next = nodes.len();
                let Some(node) = nodes.get_mut(at) else { break };
                at = *node.children.entry(*code).or_insert(next);
                if at == next {
                    nodes.push(Node::default());
                }
            }
            if let Some(node) = nodes.get_mut(at) {
                node.value = value;
            }
        }
        nodes
    }
}

impl std::fmt::Debug for LexiconBuilder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("LexiconBuilder")
            .field("entries", &self.entries.len())
            .finish_non_exhaustive()
    }
}

/// The nodes level by level, siblings by their codes, each as the bytes of its planes.
fn by_level(tree: &[Node]) -> Option<Vec<[u8; PLANES]>> {
    let write = |code_step: u16, node: &Node| {
        let mut planes = [0; PLANES];
        let code = code_step.to_le_bytes();
        let children = u16::try_from(node.children.len()).ok()?.to_le_bytes();
        let value = node.value.to_le_bytes();
        let bytes = code.iter().chain(&children).chain(&value);
        for (plane, byte) in planes.iter_mut().zip(bytes) {
            *plane = *byte;
        }
        Some(planes)
    };
    let root = tree.first()?;
    let mut nodes = vec![write(0, root)?];
    let mut queue = VecDeque::from([root]);
    while let Some(parent) = queue.pop_front() {
        let mut last_code = 0;
        for (&code, &child) in &parent.children {
            let child = tree.get(child)?;
            nodes.push(write(code - last_code, child)?);
            last_code = code;
            queue.push_back(child);
        }
    }
    (nodes.len() <= LARGEST as usize).then_some(nodes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    use super::super::{Dictionary, DictionaryBuilder, Lexicon, LexiconBuilder};

    fn lexicon(entries: &BTreeMap<String, u32>) -> Lexicon {
        let mut builder = LexiconBuilder::new();
        for (key, &value) in entries {
            builder.insert(key, value);
        }
        let mut file = DictionaryBuilder::new();
        file.section("x", builder.build().unwrap()).unwrap();
        Lexicon::read(&Dictionary::new(file.build().unwrap()).unwrap(), "x").unwrap()
    }

    proptest! {
        #[test]
        fn a_lexicon_answers_like_a_map(
            entries in prop::collection::btree_map("[a-c田中山𠮷]{1,5}", 1_u32..0x100_0000, 0..60),
            text in "[a-d田中山𠮷口]{0,8}",
        ) {
            let lexicon = lexicon(&entries);
            for (key, &value) in &entries {
                prop_assert_eq!(lexicon.get(key), Some(value));
            }
            prop_assert_eq!(lexicon.get(&text), entries.get(&text).copied());
            let expected: Vec<(usize, u32)> = (1..=text.len())
                .filter_map(|end| Some((end, *entries.get(text.get(..end)?)?)))
                .collect();
            prop_assert_eq!(lexicon.prefixes(&text).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn variants_share_a_code() {
        let mut builder = LexiconBuilder::new();
        builder.fold('﨑', '崎').fold('𠮷', '吉');
        builder.insert("山﨑", 1).insert("吉田", 2);
        assert_eq!(builder.get("山崎"), Some(1));
        let mut file = DictionaryBuilder::new();
        file.section("x", builder.build().unwrap()).unwrap();
        let lexicon = Lexicon::read(&Dictionary::new(file.build().unwrap()).unwrap(), "x").unwrap();
        for key in ["山崎", "山﨑"] {
            assert_eq!(lexicon.get(key), Some(1), "{key}");
        }
        assert_eq!(lexicon.get("𠮷田"), Some(2));
    }

    #[test]
    fn what_cannot_be_built_is_refused() {
        assert!(LexiconBuilder::new().insert("", 1).build().is_err());
        assert!(LexiconBuilder::new().insert("a", 0).build().is_err());
        assert!(
            LexiconBuilder::new()
                .insert("a", 0x100_0000)
                .build()
                .is_err()
        );
        assert!(
            DictionaryBuilder::new()
                .section("a name that is too long", vec![])
                .is_err()
        );
    }
}
