//! Is what begins here an address, where does it end, and how sure is that?

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use super::area::Areas;
use super::block::{Block, read_block};
use super::building::{
    read_bracketed_building, read_building, read_building_line, read_listed_building,
};
use super::gazetteer::Gazetteer;
use super::reader::{char_at, char_before, is_line_end, next_line, skip_spaces, skip_while};
use super::town::{Town, behind_town, ends_like_a_town, read_marked, read_town};
use crate::recognizer::OperatingPoint;
use crate::text::script::{is_han, is_hiragana, is_japanese, is_katakana};

/// An address in the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Address {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) score: f64,
    pub(super) because: &'static str,
}

/// What came of looking at a place where a name of an area stands.
pub(super) enum Outcome {
    /// An address.
    Found(Address),
    /// A bare place that ends here.
    Place(usize),
    /// Nothing.
    Nothing,
}

/// How far before an address its postal code or label is looked for, in bytes.
const LOOK_BACK: usize = 48;

/// Words before an address, which make a weak shape one.
const LABELS: [&str; 16] = [
    "住所",
    "所在地",
    "居所",
    "本籍",
    "届け先",
    "届先",
    "送付先",
    "送り先",
    "お届け",
    "宛先",
    "現住",
    "在所",
    "住まい",
    "自宅",
    "返送先",
    "配送先",
];

/// Reads the address that begins with the name of an area at byte `at`.
pub(super) fn read_from_area(
    gazetteer: &Gazetteer,
    text: &str,
    at: usize,
    point: OperatingPoint,
) -> Outcome {
    let Some(areas) = Areas::read(gazetteer, text, at) else {
        return Outcome::Nothing;
    };
    let place = Outcome::Place(areas.end);
    if !areas.has_municipality && areas.prefecture.is_none() {
        return place;
    }
    // A prefecture alone leads on only to a town that is known there.
    let knows_town = || {
        let start = skip_spaces(text, areas.end, 2);
        let mut towns = gazetteer.towns_at(text, start).into_iter();
        towns.any(|town| areas.has_town(gazetteer, town))
    };
    if !areas.has_municipality && !knows_town() {
        return place;
    }
    let town = read_town(gazetteer, &areas, text, areas.end).or_else(|| {
        let start = next_line(text, areas.end)?;
        read_town(gazetteer, &areas, text, start).filter(|town| town.block.is_some())
    });
    let Some(town) = town else { return place };
    if !areas.has_municipality && (town.name.is_none() || town.block.is_none()) {
        return place;
    }
    let code = code_before(text, at);
    let code_agrees = code.is_some_and(|code| areas.has_code(gazetteer, code));
    let block = town
        .block
        .or_else(|| block_on_next_line(text, town.end))
        .or_else(|| next_line(text, town.end).and_then(|start| read_marked(text, start)));
    let block = block.map(|block| behind_chome(text, block));
    let Some((score, because)) = judge(&areas, &town, block, code_agrees, point) else {
        return place;
    };
    Outcome::Found(Address {
        start: at,
        end: read_tail(text, block.map_or(town.end, |block| block.end)),
        score,
        because,
    })
}

fn judge(
    areas: &Areas<'_>,
    town: &Town<'_>,
    block: Option<Block>,
    code_agrees: bool,
    point: OperatingPoint,
) -> Option<(f64, &'static str)> {
    let is_known = town.name.is_some() && !areas.is_unknown;
    Some(match (block, is_known) {
        (Some(_), true) if code_agrees => {
            (1.0, "municipality, town and number; the postal code agrees")
        }
        (Some(_), true) if areas.prefecture.is_some() => {
            (0.95, "prefecture, municipality, town and number")
        }
        (Some(_), true) => (0.9, "municipality, town and number"),
        (Some(_), false) if code_agrees || areas.prefecture.is_some() => (
            0.85,
            "municipality and number around a name that is not in the dictionary",
        ),
        (Some(_), false) => (0.75, "municipality and number"),
        (None, _) if town.is_marked => (0.8, "municipality and 字 or streets"),
        (None, true) if code_agrees => (0.85, "municipality and town; the postal code agrees"),
        (None, true) if areas.prefecture.is_some() => (0.7, "prefecture, municipality and town"),
        (None, true) if point == OperatingPoint::Recall => (0.55, "municipality and town"),
        (None, _) => return None,
    })
}

/// Reads the address without a municipality whose house number begins at byte `at`.
pub(super) fn read_from_number(
    gazetteer: &Gazetteer,
    text: &str,
    from: usize,
    at: usize,
    point: OperatingPoint,
) -> Option<Address> {
    let block = read_block(text, at)?;
    if block.numbers < 2 && !block.is_certain {
        let worth_a_look = code_before(text, at).is_some() || char_before(text, at) == Some('町');
        if !worth_a_look {
            return None;
        }
    }
    let name_end = text.get(..at)?.trim_end_matches(' ').len();
    if at - name_end > 1 {
        return None;
    }
    let starts = name_starts(text, from, name_end);
    let mut known = None;
    for &start in starts.iter().rev() {
        let town = gazetteer
            .towns_at(text, start)
            .into_iter()
            .rev()
            .find(|town| {
                (town.end == name_end
                    && (starts_before(text, start, name_end) || is_vouched(text, start)))
                    || (is_mark_next(text, town.end)
                        && behind_town(text, *town, false).is_some_and(|town| {
                            town.is_marked && town.block.is_some_and(|found| found.end == block.end)
                        }))
            });
        if let Some(town) = town {
            known = Some((start, town));
            break;
        }
    }
    let characters = |start: usize| {
        text.get(start..name_end)
            .unwrap_or_default()
            .chars()
            .count()
    };
    let code_at = |start: usize| code_before(text, start);
    if let Some((start, town)) = known {
        let code_agrees = code_at(start)
            .is_some_and(|code| gazetteer.towns_of(town).any(|(_, known)| known == code));
        let is_labelled = has_label(text, start);
        let strong_block = block.numbers >= 3 || block.is_certain;
        let (score, because) = if code_agrees {
            (0.95, "town and number; the postal code agrees")
        } else if is_labelled && (block.numbers >= 2 || block.has_unit) {
            (0.8, "town and number behind a label")
        } else if strong_block && characters(start) >= 2 {
            (0.65, "town and number")
        } else if block.numbers >= 2
            && name_end == at
            && characters(start) >= 2
            && ends_like_a_town(text, start, name_end)
            && point == OperatingPoint::Recall
        {
            (0.5, "town and two numbers")
        } else {
            return None;
        };
        return Some(Address {
            start,
            end: read_tail(text, block.end),
            score,
            because,
        });
    }
    // A name that the dictionary does not know: only with 町 and the like, and a strong number.
    if block.numbers < 3 && !block.is_certain {
        return None;
    }
    let start = unknown_start(text, *starts.last()?, name_end);
    let is_labelled = has_label(text, start) || code_at(start).is_some();
    if !(2..=8).contains(&characters(start)) {
        return None;
    }
    if is_labelled {
        return Some(Address {
            start,
            end: read_tail(text, block.end),
            score: 0.6,
            because: "number behind a label",
        });
    }
    (ends_like_a_town(text, start, name_end) && point == OperatingPoint::Recall).then(|| Address {
        start,
        end: read_tail(text, block.end),
        score: 0.45,
        because: "a name like a town's and a number",
    })
}

/// Whether a 字 may follow.
fn is_mark_next(text: &str, at: usize) -> bool {
    matches!(char_at(text, at), Some('字' | '大' | '小' | ' '))
}

/// Whether the name has more than one character: 町 and 中 are names of towns, too.
fn starts_before(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end)
        .unwrap_or_default()
        .chars()
        .nth(1)
        .is_some()
}

/// Whether a label or a postal code leads to byte `at`, and the name begins there.
fn is_vouched(text: &str, at: usize) -> bool {
    !char_before(text, at).is_some_and(is_japanese)
        && (has_label(text, at) || code_before(text, at).is_some())
}

/// Where a name that ends at `end` may begin, nearest first; not before `from`.
fn name_starts(text: &str, from: usize, end: usize) -> Vec<usize> {
    const LONGEST: usize = 16;
    let head = text.get(from..end).unwrap_or_default();
    head.char_indices()
        .rev()
        .take(LONGEST)
        .take_while(|&(_, character)| {
            is_han(character)
                || is_katakana(character)
                || is_hiragana(character)
                || character.is_ascii_digit()
        })
        .map(|(index, _)| from + index)
        .collect()
}

/// Where a name that the dictionary does not know begins: behind the last particle or label.
fn unknown_start(text: &str, from: usize, end: usize) -> usize {
    let name = text.get(from..end).unwrap_or_default();
    let particle = name
        .char_indices()
        .rfind(|(_, character)| {
            matches!(
                character,
                'は' | 'を' | 'へ' | 'で' | 'に' | 'ら' | 'が' | 'も' | 'た'
            )
        })
        .map_or(from, |(index, character)| {
            from + index + character.len_utf8()
        });
    let name = text.get(particle..end).unwrap_or_default();
    labels()
        .iter()
        .flat_map(|labels| labels.find_overlapping_iter(name))
        .map(|found| particle + found.end())
        .max()
        .unwrap_or(particle)
}

/// Behind the building, on this line and the next.
fn read_tail(text: &str, at: usize) -> usize {
    let end = read_building(text, at);
    let end = read_bracketed_building(text, end)
        .or_else(|| read_listed_building(text, end))
        .unwrap_or(end);
    let end = read_building_line(text, end).unwrap_or(end);
    end.max(at)
}

/// The house number on the next line, if the line before ended with the town.
fn block_on_next_line(text: &str, at: usize) -> Option<Block> {
    let start = next_line(text, at)?;
    read_block(text, start).filter(|block| block.has_unit || block.numbers >= 2)
}

/// What follows a 丁目 apart from it: the house number on the next line, or a small name with its
/// number (五丁目浜6番).
fn behind_chome(text: &str, block: Block) -> Block {
    if !block.ends_in_chome {
        return block;
    }
    let on_next_line = || {
        let start = next_line(text, block.end)?;
        read_block(text, start).or_else(|| {
            // 県住3-504: nothing else stands on that line.
            let name_end = skip_while(text, start, 4, is_han);
            let found = read_block(text, name_end).filter(|_| name_end > start)?;
            (found.numbers > 1 && is_line_end(text, found.end)).then_some(found)
        })
    };
    let behind_name = || {
        let end = skip_while(text, block.end, 4, is_han);
        let start = skip_spaces(text, end, 1);
        let named = (end > block.end).then(|| read_block(text, start)).flatten();
        named.filter(|found| found.has_unit || found.numbers > 1)
    };
    on_next_line().or_else(behind_name).unwrap_or(block)
}

/// The postal code that stands shortly before byte `at`.
fn code_before(text: &str, at: usize) -> Option<u32> {
    let before = look_back(text, at);
    let (mut code, mut unit, mut digits) = (0, 1, 0);
    let mut others = 0;
    for character in before.chars().rev() {
        if let Some(digit) = character.to_digit(10) {
            code += digit * unit;
            digits += 1;
            if digits == 7 {
                return Some(code);
            }
            unit *= 10;
        } else if digits == 0 {
            others += 1;
            if others > 14 {
                return None;
            }
        } else if character != '-' || digits != 4 {
            return None;
        }
    }
    None
}

fn has_label(text: &str, at: usize) -> bool {
    let before = look_back(text, at);
    let line = before
        .rsplit('\n')
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    labels().is_some_and(|labels| labels.is_match(line))
}

fn labels() -> Option<&'static AhoCorasick> {
    static AUTOMATON: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    AUTOMATON
        .get_or_init(|| AhoCorasick::new(LABELS).ok())
        .as_ref()
}

fn look_back(text: &str, at: usize) -> &str {
    let mut start = at.saturating_sub(LOOK_BACK);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..at).unwrap_or_default()
}

/// Whether a house number may begin at the digit at byte `at`: behind a name, directly or behind a
/// space.
pub(super) fn may_follow_name(text: &str, at: usize) -> bool {
    let end = if char_before(text, at) == Some(' ') {
        at - 1
    } else {
        at
    };
    char_before(text, end).is_some_and(|character| {
        is_han(character) || is_katakana(character) || is_hiragana(character)
    }) && char_at(text, skip_spaces(text, at, 0)).is_some()
}
