//! Which prefecture and municipality begin here?

use super::gazetteer::{AreaKind, AreaName, Gazetteer, TownName};
use super::reader::{char_at, skip_spaces};
use crate::text::script::{is_han, is_hiragana, is_katakana};

/// Prefecture, county, city and ward are at most this many names in a row.
const MOST_NAMES: usize = 4;

/// The names of areas that an address begins with.
#[derive(Clone)]
pub(super) struct Areas<'g> {
    pub(super) end: usize,
    /// The prefecture, 1 to 47, if it is named.
    pub(super) prefecture: Option<u8>,
    /// Whether a municipality is named.
    pub(super) has_municipality: bool,
    /// Whether the dictionary does not know a part: a former municipality.
    pub(super) is_unknown: bool,
    names: Vec<&'g [u16]>,
}

impl<'g> Areas<'g> {
    /// Reads the names of areas that begin at byte `at`.
    pub(super) fn read(gazetteer: &'g Gazetteer, text: &str, at: usize) -> Option<Self> {
        let mut areas = Self {
            end: at,
            prefecture: None,
            has_municipality: false,
            is_unknown: false,
            names: Vec::new(),
        };
        let mut is_short = false;
        for _ in 0..MOST_NAMES {
            let start = if areas.names.is_empty() {
                at
            } else {
                skip_spaces(text, areas.end, 2)
            };
            let Some(name) = areas.longest_fitting(gazetteer, text, start) else {
                break;
            };
            match name.kind {
                AreaKind::Prefecture | AreaKind::ShortPrefecture => {
                    is_short = name.kind == AreaKind::ShortPrefecture;
                    areas.prefecture = name.members.first().map(|&area| gazetteer.prefecture(area));
                }
                AreaKind::Municipality => areas.has_municipality = true,
                AreaKind::County => {}
            }
            areas.names.push(name.members);
            areas.end = name.end;
        }
        if areas.end == at || (is_short && areas.names.len() < 2) {
            return None;
        }
        areas.read_former(text);
        Some(areas)
    }

    fn longest_fitting(
        &self,
        gazetteer: &'g Gazetteer,
        text: &str,
        at: usize,
    ) -> Option<AreaName<'g>> {
        let is_first = self.names.is_empty();
        gazetteer
            .areas_at(text, at)
            .into_iter()
            .rev()
            .find(|name| match name.kind {
                AreaKind::Prefecture | AreaKind::ShortPrefecture => is_first,
                AreaKind::Municipality | AreaKind::County => {
                    is_first || name.members.iter().any(|&area| self.contains(area))
                }
            })
    }

    /// Behind a prefecture, a county or a city: a municipality or ward that the dictionary does not
    /// know, mostly one that was merged into another.
    fn read_former(&mut self, text: &str) {
        let at = skip_spaces(text, self.end, 1);
        let marks: &[char] = if self.has_municipality {
            &['区']
        } else {
            &['市', '区', '郡', '町', '村']
        };
        let mut end = at;
        let mut found = None;
        for (index, character) in text
            .get(at..)
            .unwrap_or_default()
            .chars()
            .take(7)
            .enumerate()
        {
            end += character.len_utf8();
            if index > 0 && marks.contains(&character) {
                found = Some(end);
                break;
            }
            if !(is_han(character) || is_katakana(character))
                || (self.has_municipality && index >= 3)
            {
                break;
            }
        }
        // 京都市役所, 大阪市立: an office, no ward.
        let Some(end) = found else { return };
        if matches!(
            char_at(text, end),
            Some('役' | '立' | '民' | '長' | '議' | '営' | '内')
        ) {
            return;
        }
        if self.has_municipality && self.names.last().is_none_or(|names| names.len() < 2) {
            return;
        }
        self.end = end;
        self.has_municipality = true;
        self.is_unknown = true;
    }

    /// Whether the municipality carries all the names.
    pub(super) fn contains(&self, area: u16) -> bool {
        self.names
            .iter()
            .all(|members| members.binary_search(&area).is_ok())
    }

    /// The prefecture that is named or that the first municipality of these names lies in.
    pub(super) fn prefecture_of(&self, gazetteer: &Gazetteer) -> Option<u8> {
        let first = self
            .names
            .last()
            .and_then(|names| names.iter().find(|&&area| self.contains(area)));
        self.prefecture
            .or_else(|| first.map(|&area| gazetteer.prefecture(area)))
    }

    /// Whether a town of this name lies here.
    pub(super) fn has_town(&self, gazetteer: &Gazetteer, town: TownName<'_>) -> bool {
        self.is_unknown
            || gazetteer
                .towns_of(town)
                .any(|(area, _)| self.contains(area))
    }

    /// Whether the postal code leads here.
    pub(super) fn has_code(&self, gazetteer: &Gazetteer, code: u32) -> bool {
        gazetteer
            .areas_of_code(code)
            .any(|area| self.contains(area))
    }
}

/// Whether `character` may stand in the name of a place.
pub(super) fn is_place_character(character: char) -> bool {
    is_han(character) || is_katakana(character) || is_hiragana(character)
}
