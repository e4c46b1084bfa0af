//! What stands between the municipality and the house number: town, 字, 小字, streets of Kyoto.

use super::area::{Areas, is_place_character};
use super::block::{Block, read_block};
use super::gazetteer::{Gazetteer, TownName};
use super::reader::{char_at, skip, skip_any, skip_spaces, skip_while};
use super::spelling::{digit_value, multiplier, read_number};
use crate::text::script::{is_han, is_hiragana, is_katakana};

/// The part of an address below the municipality and above the house number.
#[derive(Clone, Copy)]
pub(super) struct Town<'g> {
    /// The byte behind it.
    pub(super) end: usize,
    /// Its name in the dictionary, if it has one there.
    pub(super) name: Option<TownName<'g>>,
    /// Whether streets of Kyoto lead to it, or a 字 is written.
    pub(super) is_marked: bool,
    /// The house number behind it.
    pub(super) block: Option<Block>,
}

/// Directions behind a street in Kyoto, longer ones first.
const DIRECTIONS: [&str; 22] = [
    "上がる",
    "上ガル",
    "下がる",
    "下ガル",
    "上ル",
    "下ル",
    "上る",
    "下る",
    "西入ル",
    "東入ル",
    "西入る",
    "東入る",
    "西入上る",
    "西入下る",
    "東入上る",
    "東入下る",
    "北入",
    "南入",
    "西入",
    "東入",
    "上ﾙ",
    "下ﾙ",
];

/// Words that begin with the last character of a municipality: 市役所, 区民会館, 町立病院.
const OFFICES: [&str; 14] = [
    "役所",
    "役場",
    "議会",
    "民会館",
    "民病院",
    "民文化",
    "民体育",
    "立図書館",
    "立病院",
    "立大学",
    "立小学",
    "立中学",
    "立高",
    "営",
];

/// The prefecture of Kyoto by JIS X 0401.
const KYOTO: u8 = 26;

/// How far the streets before a town in Kyoto may reach, in characters.
const LONGEST_STREETS: usize = 40;

/// How long a name may be that the dictionary does not know, in characters.
const LONGEST_UNKNOWN: usize = 14;

/// Reads what stands behind `areas`, from byte `at` on.
pub(super) fn read_town<'g>(
    gazetteer: &'g Gazetteer,
    areas: &Areas<'g>,
    text: &str,
    at: usize,
) -> Option<Town<'g>> {
    // 北区役所, 京都市民: a word that begins with the name.
    if skip_any(text, at, &OFFICES).is_some() {
        return None;
    }
    let at = skip_spaces(text, at, 3);
    let in_kyoto = areas.prefecture_of(gazetteer) == Some(KYOTO);
    let streets = in_kyoto.then(|| read_streets(text, at)).flatten();
    let start = streets.unwrap_or(at);
    let start = skip_spaces(text, start, if streets.is_some() { 2 } else { 0 });
    let plain = skip_any(text, start, &["大字", "字"]).unwrap_or(start);
    let known = gazetteer
        .towns_at(text, plain)
        .into_iter()
        .rev()
        .find(|&town| areas.has_town(gazetteer, town));
    if let Some(found) = read_grid(text, plain) {
        return Some(found);
    }
    // 芝浦3-1 beside 芝: the name that leads to the number is the right one, known or not.
    if let Some(town) = known
        && let Some(found) = behind_town(text, town, streets.is_some())
    {
        return Some(found);
    }
    if let Some(block) = block_at(text, plain, plain == at) {
        // 神戸市 た 12-34 is a number plate.
        let strong = plain > at || ((block.has_unit || block.numbers > 1) && !block.has_letter);
        return strong.then_some(Town {
            end: plain,
            name: None,
            is_marked: plain > at,
            block: Some(block),
        });
    }
    if let Some((end, block)) = read_unknown(text, plain, plain > start) {
        return Some(Town {
            end,
            name: None,
            is_marked: plain > at,
            block: Some(block),
        });
    }
    streets.map(|end| Town {
        end,
        name: None,
        is_marked: true,
        block: None,
    })
}

/// What follows the known `town`: a number, a 字 or 小字 with a number, or nothing of an address.
pub(super) fn behind_town<'g>(
    text: &str,
    town: TownName<'g>,
    in_streets: bool,
) -> Option<Town<'g>> {
    let mut end = town.end;
    let mut is_marked = in_streets;
    if let Some(block) = block_at(text, end, true) {
        return Some(Town {
            end,
            name: Some(town),
            is_marked,
            block: Some(block),
        });
    }
    // 字弁天下 33番地, with or without spaces, up to three times.
    for _ in 0..3 {
        let spaced = skip_spaces(text, end, 2);
        let Some(name) = skip_any(text, spaced, &["大字", "字", "小字"]) else {
            break;
        };
        let name_end = skip_while(text, name, LONGEST_UNKNOWN, |character| {
            character != '字'
                && (is_han(character)
                    || is_katakana(character)
                    || matches!(character, 'の' | 'が' | 'つ'))
        });
        let hiragana_end = if name_end == name {
            skip_while(text, name, LONGEST_UNKNOWN, is_hiragana)
        } else {
            name_end
        };
        is_marked = true;
        if let Some((behind, block)) = read_unknown(text, name, true) {
            return Some(Town {
                end: behind,
                name: Some(town),
                is_marked,
                block: Some(block),
            });
        }
        if hiragana_end == name {
            break;
        }
        end = hiragana_end;
        if let Some(block) = block_at(text, end, true) {
            return Some(Town {
                end,
                name: Some(town),
                is_marked,
                block: Some(block),
            });
        }
    }
    if is_marked && end > town.end {
        return Some(Town {
            end,
            name: Some(town),
            is_marked,
            block: None,
        });
    }
    if let Some((behind, block)) = read_unknown(text, end, false) {
        return Some(Town {
            end: behind,
            name: Some(town),
            is_marked,
            block: Some(block),
        });
    }
    // Nothing of an address follows: the town stands alone, if its name ends here.
    let next = char_at(text, end);
    let goes_on = next.is_some_and(|next| is_han(next) || is_katakana(next) || next == '々');
    (!goes_on || is_marked).then_some(Town {
        end,
        name: Some(town),
        is_marked,
        block: None,
    })
}

/// A name that the dictionary does not know, up to the number that proves it.
fn read_unknown(text: &str, at: usize, is_marked: bool) -> Option<(usize, Block)> {
    let first = char_at(text, at)?;
    if !(is_han(first) || is_katakana(first) || is_marked && is_hiragana(first)) {
        return None;
    }
    let mut end = at;
    let mut characters = 0;
    while let Some(character) = char_at(text, end) {
        if characters > 0
            && let Some(block) = block_at(text, end, true)
        {
            let is_numeral = digit_value(character).is_some() || multiplier(character).is_some();
            let from_kanji = is_numeral && !character.is_ascii();
            if !from_kanji || block.has_unit || is_marked {
                return Some((end, block));
            }
        }
        let belongs = is_han(character)
            || is_katakana(character)
            || matches!(character, 'の' | 'が' | 'つ' | 'ヶ' | 'り')
            || (is_marked && is_place_character(character));
        if character == ' ' && characters > 0 {
            return read_marked(text, skip_spaces(text, end, 2)).map(|block| (end, block));
        }
        if !belongs || characters == LONGEST_UNKNOWN || ends_name(text, end) {
            return None;
        }
        end += character.len_utf8();
        characters += 1;
    }
    None
}

/// The number of the 字 that is written at `at` with that mark.
pub(super) fn read_marked(text: &str, at: usize) -> Option<Block> {
    let name = skip_any(text, at, &["大字", "字", "小字"])?;
    read_unknown(text, name, true).map(|(_, block)| block)
}

/// Whether a word stands here that no name of a place goes on over.
fn ends_name(text: &str, at: usize) -> bool {
    const WORDS: [&str; 12] = [
        "様",
        "宛",
        "在住",
        "市役所",
        "区役所",
        "町役場",
        "駅前店",
        "電話",
        "株式会社",
        "担当",
        "勤務",
        "出身",
    ];
    let begins = matches!(
        char_at(text, at),
        Some('様' | '宛' | '在' | '市' | '区' | '町' | '駅' | '電' | '株' | '担' | '勤' | '出')
    );
    begins && skip_any(text, at, &WORDS).is_some()
}

/// The house number at `at`, behind a space if `spaced` allows it. 一 before a name is none.
fn block_at(text: &str, at: usize, spaced: bool) -> Option<Block> {
    let block = read_block(text, at).or_else(|| {
        let behind = skip_spaces(text, at, 2);
        (spaced && behind > at)
            .then(|| read_block(text, behind))
            .flatten()
    });
    block
        .filter(|block| !block.is_weak || !char_at(text, block.end).is_some_and(is_place_character))
}

/// Behind the streets of Kyoto that begin at `at`: up to the last 上る, 西入 and the like, and the
/// 二丁目 or 二筋目 that may follow it.
fn read_streets(text: &str, at: usize) -> Option<usize> {
    let mut end = None;
    let mut position = at;
    for _ in 0..LONGEST_STREETS {
        let character = char_at(text, position);
        let may_turn = matches!(character, Some('上' | '下' | '東' | '西' | '南' | '北'));
        if position > at
            && may_turn
            && let Some(mut behind) = skip_any(text, position, &DIRECTIONS)
        {
            if let Some(number) = read_number(text, behind)
                && let Some(unit) = skip_any(text, number.end, &["丁目", "筋目"])
            {
                behind = unit;
            }
            end = Some(behind);
            position = behind;
            continue;
        }
        match character {
            Some(character)
                if is_place_character(character)
                    || character.is_ascii_digit()
                    || (character == ' ' && position > at) =>
            {
                position += character.len_utf8();
            }
            _ => break,
        }
    }
    end
}

/// The short form of a place in a grid of streets: 南4西10-1-2 for 南四条西十丁目1-2.
fn read_grid<'g>(text: &str, at: usize) -> Option<Town<'g>> {
    const WINDS: [&str; 4] = ["東", "西", "南", "北"];
    let number = read_number(text, skip_any(text, at, &WINDS)?)?;
    let second = skip_any(text, number.end, &WINDS)?;
    let block = read_block(text, second)?;
    Some(Town {
        end: second,
        name: None,
        is_marked: true,
        block: Some(block),
    })
}

/// Whether a name ends where a house number begins: 町, 丁, 通 and the like, which make even a name
/// that the dictionary does not know one of a place.
pub(super) fn ends_like_a_town(text: &str, start: usize, end: usize) -> bool {
    let name = text.get(start..end).unwrap_or_default();
    name.ends_with(['町', '丁', '通', '条', '台', '丘', '村']) || skip(name, 0, "大字").is_some()
}
