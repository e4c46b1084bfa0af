//! Which places are there: the postal dictionary, looked up in canonical spelling.

use std::sync::OnceLock;

use super::spelling::{canonical_char, digit_value, multiplier, read_number};
use crate::dictionary::{Dictionary, Lexicon};
use crate::{Error, ErrorKind, Result};

/// The postal dictionary that is shipped.
static SHIPPED: &[u8] = include_bytes!("../../data/postal/postal.dict");

/// What kind of name an area goes by. The order is that of strength: a name that is several things
/// counts as the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum AreaKind {
    /// 東京都, 北海道.
    Prefecture,
    /// 札幌市, 札幌市中央区, 中央区, ニセコ町.
    Municipality,
    /// 虻田郡: a municipality must follow.
    County,
    /// 東京, 神奈川: only before a municipality of it.
    ShortPrefecture,
}

impl AreaKind {
    fn from_byte(byte: u8) -> Option<Self> {
        [
            Self::Prefecture,
            Self::Municipality,
            Self::County,
            Self::ShortPrefecture,
        ]
        .into_iter()
        .find(|kind| *kind as u8 == byte)
    }
}

/// How many bits the filter of beginnings has.
pub const START_BITS: usize = 1 << 17;

/// The bit of the filter that stands for a name beginning with these two characters.
#[inline]
pub const fn start_bit(first: char, second: char) -> usize {
    let pair = (first as u32)
        .wrapping_mul(0x9E37_79B1)
        .wrapping_add(second as u32);
    (pair.wrapping_mul(0x85EB_CA6B) >> 15) as usize & (START_BITS - 1)
}

/// The places of Japan.
pub(super) struct Gazetteer {
    areas: Lexicon,
    area_lists: Box<[u32]>,
    area_kinds: Box<[AreaKind]>,
    area_members: Box<[u16]>,
    prefectures: Box<[u8]>,
    towns: Lexicon,
    town_lists: Box<[u32]>,
    town_members: Box<[u32]>,
    codes: Box<[u32]>,
    code_areas: Box<[u16]>,
    starts: Box<[u8]>,
}

/// A name of an area that stands in the text.
#[derive(Clone, Copy)]
pub(super) struct AreaName<'g> {
    pub(super) end: usize,
    pub(super) kind: AreaKind,
    pub(super) members: &'g [u16],
}

/// A name of towns that stands in the text.
#[derive(Clone, Copy)]
pub(super) struct TownName<'g> {
    pub(super) end: usize,
    /// Indices of the postal codes of all towns of this name.
    members: &'g [u32],
}

impl Gazetteer {
    /// The dictionary that is shipped: read when it is first asked for, and kept for all recognizers
    /// of the process.
    pub(super) fn shipped() -> Result<&'static Self> {
        static KEPT: OnceLock<Option<Gazetteer>> = OnceLock::new();
        KEPT.get_or_init(|| Self::read(&Dictionary::new(SHIPPED).ok()?).ok())
            .as_ref()
            .ok_or_else(|| Error::new(ErrorKind::InvalidFormat, "the postal dictionary is damaged"))
    }

    /// Reads a dictionary; see `xtask` for its sections.
    pub(super) fn read(dictionary: &Dictionary) -> Result<Self> {
        let area_kinds = dictionary
            .section("area-kinds")?
            .iter()
            .map(|&byte| AreaKind::from_byte(byte))
            .collect::<Option<_>>()
            .ok_or_else(|| {
                Error::new(
                    ErrorKind::InvalidFormat,
                    "the postal dictionary names an unknown kind of area",
                )
            })?;
        let starts: Box<[u8]> = dictionary.section("starts")?.into();
        if starts.len() != START_BITS / 8 {
            return Err(Error::new(
                ErrorKind::InvalidFormat,
                "the postal dictionary's filter has a wrong size",
            ));
        }
        Ok(Self {
            areas: Lexicon::read(dictionary, "areas")?,
            area_lists: offsets(dictionary.section("area-lists")?),
            area_kinds,
            area_members: numbers(dictionary.section("area-members")?, u16::from_le_bytes),
            prefectures: dictionary.section("prefectures")?.into(),
            towns: Lexicon::read(dictionary, "towns")?,
            town_lists: offsets(dictionary.section("town-lists")?),
            town_members: numbers(dictionary.section("town-members")?, u32::from_le_bytes),
            codes: running_sums(numbers(dictionary.section("codes")?, u32::from_le_bytes)),
            code_areas: numbers(dictionary.section("code-areas")?, u16::from_le_bytes),
            starts,
        })
    }

    /// Whether the name of an area may begin with these two characters.
    #[inline]
    pub(super) fn may_start(&self, first: char, second: char) -> bool {
        let bit = start_bit(first, second);
        self.starts
            .get(bit / 8)
            .is_some_and(|byte| byte & (1 << (bit % 8)) != 0)
    }

    /// The names of areas that stand at byte `at`, shortest first.
    pub(super) fn areas_at(&self, text: &str, at: usize) -> Vec<AreaName<'_>> {
        let mut names = Vec::new();
        walk(&self.areas, text, at, |end, value| {
            let index = value as usize - 1;
            if let (Some(&kind), Some(members)) = (
                self.area_kinds.get(index),
                list(&self.area_lists, &self.area_members, index),
            ) {
                names.push(AreaName { end, kind, members });
            }
        });
        names
    }

    /// The names of towns that stand at byte `at`, shortest first.
    pub(super) fn towns_at(&self, text: &str, at: usize) -> Vec<TownName<'_>> {
        let mut names = Vec::new();
        walk(&self.towns, text, at, |end, value| {
            if let Some(members) = list(&self.town_lists, &self.town_members, value as usize - 1) {
                names.push(TownName { end, members });
            }
        });
        names
    }

    /// The prefecture of a municipality, 1 to 47.
    pub(super) fn prefecture(&self, area: u16) -> u8 {
        self.prefectures
            .get(usize::from(area))
            .copied()
            .unwrap_or_default()
    }

    /// The municipalities and postal codes that a town name stands for.
    pub(super) fn towns_of<'g>(
        &'g self,
        town: TownName<'g>,
    ) -> impl Iterator<Item = (u16, u32)> + 'g {
        town.members.iter().filter_map(|&index| {
            let index = index as usize;
            Some((*self.code_areas.get(index)?, *self.codes.get(index)?))
        })
    }

    /// The municipalities that a postal code leads to.
    pub(super) fn areas_of_code(&self, code: u32) -> impl Iterator<Item = u16> + '_ {
        let from = self.codes.partition_point(|&known| known < code);
        self.codes
            .iter()
            .zip(&self.code_areas)
            .skip(from)
            .take_while(move |&(&known, _)| known == code)
            .map(|(_, &area)| area)
    }
}

/// Calls `found` for each entry of `lexicon` that stands at byte `at`, in any spelling: with the byte
/// behind it and its value. An entry does not end inside a number.
fn walk(lexicon: &Lexicon, text: &str, at: usize, mut found: impl FnMut(usize, u32)) {
    let mut state = lexicon.start();
    let mut position = at;
    while let Some(character) = text.get(position..).and_then(|rest| rest.chars().next()) {
        let is_numeral = digit_value(character).is_some() || multiplier(character).is_some();
        let number = is_numeral.then(|| read_number(text, position)).flatten();
        let next = if let Some(number) = number {
            position = number.end;
            step_decimal(lexicon, state, number.value)
        } else {
            position += character.len_utf8();
            lexicon.step(state, canonical_char(character))
        };
        let Some(next) = next else { return };
        state = next;
        if let Some(value) = lexicon.value(state) {
            found(position, value);
        }
    }
}

fn step_decimal(
    lexicon: &Lexicon,
    state: crate::dictionary::State,
    value: u32,
) -> Option<crate::dictionary::State> {
    let mut divisor = 1;
    while value / divisor >= 10 {
        divisor *= 10;
    }
    let mut state = state;
    while divisor > 0 {
        let digit = char::from_digit(value / divisor % 10, 10)?;
        state = lexicon.step(state, digit)?;
        divisor /= 10;
    }
    Some(state)
}

/// The members of list `index`.
fn list<'g, T>(offsets: &[u32], members: &'g [T], index: usize) -> Option<&'g [T]> {
    let start = *offsets.get(index)? as usize;
    let end = *offsets.get(index + 1)? as usize;
    members.get(start..end)
}

fn numbers<const N: usize, T>(bytes: &[u8], read: fn([u8; N]) -> T) -> Box<[T]> {
    bytes
        .as_chunks::<N>()
        .0
        .iter()
        .map(|&chunk| read(chunk))
        .collect()
}

/// Where each list begins, and where the last one ends, from their lengths.
fn offsets(lengths: &[u8]) -> Box<[u32]> {
    let lengths = lengths
        .as_chunks::<2>()
        .0
        .iter()
        .map(|&chunk| u32::from(u16::from_le_bytes(chunk)));
    running_sums(std::iter::once(0).chain(lengths).collect())
}

fn running_sums(mut numbers: Box<[u32]>) -> Box<[u32]> {
    let mut sum = 0_u32;
    for number in &mut numbers {
        sum = sum.wrapping_add(*number);
        *number = sum;
    }
    numbers
}
