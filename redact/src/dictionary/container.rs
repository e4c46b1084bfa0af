//! The file around the data: magic number, version, checksum, named sections.
//!
//! Layout, all integers little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `RDCTDICT` |
//! | 2 | format version, 1 |
//! | 2 | number of sections |
//! | 4 | zero |
//! | 8 | XXH3-64 of everything behind this field, mixed with the number of sections |
//! | 20 a section | name (16 bytes of ASCII, zero-padded), length (4) |
//! | … | the sections' bytes, one behind the other |

use std::borrow::Cow;
use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use crate::{Error, ErrorKind, Result};

pub(super) const MAGIC: &[u8; 8] = b"RDCTDICT";
pub(super) const VERSION: u16 = 1;
pub(super) const HEADER_LEN: usize = 24;
pub(super) const SECTION_NAME_LEN: usize = 16;
pub(super) const SECTION_ENTRY_LEN: usize = 20;

/// A checked dictionary file.
///
/// ```
/// use redact::dictionary::{Dictionary, DictionaryBuilder};
///
/// let mut builder = DictionaryBuilder::new();
/// builder.section("origin", b"example".to_vec())?;
/// let dictionary = Dictionary::new(builder.build()?)?;
/// assert_eq!(dictionary.section("origin")?, b"example");
/// # Ok::<(), redact::Error>(())
/// ```
pub struct Dictionary {
    bytes: Cow<'static, [u8]>,
    sections: Vec<(String, Range<usize>)>,
}

impl Dictionary {
    /// Checks `bytes`: those of `include_bytes!`, or a buffer loaded by the caller.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidFormat`] when they are no dictionary, of another format version, cut
    /// short, or changed.
    pub fn new(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self> {
        let bytes = bytes.into();
        let sections = read_sections(&bytes)?;
        Ok(Self { bytes, sections })
    }

    /// The bytes of a section.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidFormat`] when there is no section of this name.
    pub fn section(&self, name: &str) -> Result<&[u8]> {
        self.sections
            .iter()
            .find(|(known, _)| known == name)
            .and_then(|(_, range)| self.bytes.get(range.clone()))
            .ok_or_else(|| invalid(format!("the dictionary has no section `{name}`")))
    }

    /// The names of all sections, in the order of the file.
    pub fn section_names(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().map(|(name, _)| name.as_str())
    }
}

impl std::fmt::Debug for Dictionary {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Dictionary")
            .field("bytes", &self.bytes.len())
            .field("sections", &self.sections.len())
            .finish()
    }
}

fn read_sections(bytes: &[u8]) -> Result<Vec<(String, Range<usize>)>> {
    let (magic, rest) = take::<8>(bytes)?;
    if magic != MAGIC {
        return Err(invalid("this is no dictionary: its magic number is wrong"));
    }
    let (version, rest) = take::<2>(rest)?;
    let version = u16::from_le_bytes(*version);
    if version != VERSION {
        return Err(invalid(format!(
            "the dictionary has format version {version}, this program reads {VERSION}"
        )));
    }
    let (count, rest) = take::<2>(rest)?;
    let (zero, rest) = take::<4>(rest)?;
    if zero != &[0; 4] {
        return Err(invalid("the dictionary's header is damaged"));
    }
    let (checksum, mut table) = take::<8>(rest)?;
    let count = u16::from_le_bytes(*count);
    // The number of sections is mixed in, so that the checksum covers the whole header.
    let checked = bytes.get(HEADER_LEN..).unwrap_or_default();
    if checksum_of(count, checked) != u64::from_le_bytes(*checksum) {
        return Err(invalid(
            "the dictionary is damaged: its checksum does not match",
        ));
    }
    let mut offset = HEADER_LEN + usize::from(count) * SECTION_ENTRY_LEN;
    let mut sections = Vec::new();
    for _ in 0..count {
        let (name, rest) = take::<SECTION_NAME_LEN>(table)?;
        let (length, rest) = take::<4>(rest)?;
        table = rest;
        let name = name.split(|&byte| byte == 0).next().unwrap_or_default();
        let name = std::str::from_utf8(name)
            .map_err(|_| invalid("a section of the dictionary has a damaged name"))?;
        let end = offset + u32::from_le_bytes(*length) as usize;
        if end > bytes.len() {
            return Err(invalid("the dictionary is cut short"));
        }
        sections.push((name.to_owned(), offset..end));
        offset = end;
    }
    if offset != bytes.len() {
        return Err(invalid("the dictionary has bytes behind its last section"));
    }
    Ok(sections)
}

/// The checksum of a file with `count` sections.
pub(super) fn checksum_of(count: u16, checked: &[u8]) -> u64 {
    xxh3_64(checked) ^ u64::from(count).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The first `N` bytes and the rest.
pub(super) fn take<const N: usize>(bytes: &[u8]) -> Result<(&[u8; N], &[u8])> {
    bytes
        .split_first_chunk::<N>()
        .ok_or_else(|| invalid("the dictionary is cut short"))
}

pub(super) fn invalid(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidFormat, message)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{DictionaryBuilder, Lexicon, LexiconBuilder};
    use super::*;

    fn example() -> Vec<u8> {
        let mut lexicon = LexiconBuilder::new();
        for (index, name) in ["田中", "田", "中田", "山田", "山"].iter().enumerate() {
            lexicon.insert(name, u32::try_from(index).unwrap() + 1);
        }
        let mut builder = DictionaryBuilder::new();
        builder.section("names", lexicon.build().unwrap()).unwrap();
        builder.section("other", vec![1, 2, 3]).unwrap();
        builder.build().unwrap()
    }

    #[test]
    fn sections_are_found_by_name() {
        let dictionary = Dictionary::new(example()).unwrap();
        assert_eq!(dictionary.section("other").unwrap(), [1, 2, 3]);
        assert_eq!(
            dictionary.section_names().collect::<Vec<_>>(),
            ["names", "other"]
        );
        let error = dictionary.section("none").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidFormat);
    }

    #[test]
    fn another_version_is_named() {
        let mut bytes = example();
        bytes[8] = 9;
        let error = Dictionary::new(bytes).unwrap_err();
        assert!(error.to_string().contains("version 9"), "{error}");
    }

    #[test]
    fn a_changed_byte_anywhere_is_an_error() {
        let good = example();
        for at in 0..good.len() {
            for change in [1, 0x80, 0xFF] {
                let mut bytes = good.clone();
                bytes[at] ^= change;
                assert!(Dictionary::new(bytes).is_err(), "byte {at} ^ {change}");
            }
        }
        for len in 0..good.len() {
            assert!(Dictionary::new(good[..len].to_vec()).is_err(), "{len}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(Dictionary::new(bytes).is_err());
        }

        /// A file with a right checksum around nonsense: reading and walking it must not panic.
        #[test]
        fn nonsense_in_a_section_never_panics(
            at in any::<prop::sample::Index>(),
            value in any::<u8>(),
            cut in any::<prop::sample::Index>(),
            text in "[田中山\u{0}-\u{10FFFF}]{0,6}",
        ) {
            let good = Dictionary::new(example()).unwrap();
            let mut section = good.section("names").unwrap().to_vec();
            section.truncate(cut.index(section.len()) + 1);
            let at = at.index(section.len());
            section[at] = value;
            let mut builder = DictionaryBuilder::new();
            builder.section("names", section).unwrap();
            let dictionary = Dictionary::new(builder.build().unwrap()).unwrap();
            if let Ok(lexicon) = Lexicon::read(&dictionary, "names") {
                lexicon.prefixes(&text).count();
            }
        }
    }
}
