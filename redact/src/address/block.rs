//! How are the numbers of an address written, and where do they end?
//!
//! 三丁目20番16号, 2-14-9, 70番地の1, 4の1の2, 甲517番地18, ワ部14番地の6, 第5地割12-3, 無番地: numbers in
//! ASCII or kanji digits, each with its unit or parted from the next by a hyphen or a の. What looks
//! the same but counts something else (3月, 10分, 2名, 12:30) ends the chain before it.

use super::reader::{char_at, char_before, skip, skip_any, skip_spaces};
use super::spelling::{Number, digit_value, multiplier, read_number};
use crate::text::script::{is_hiragana, is_katakana};

/// The numbers of an address from 丁目 to the room that is written with a hyphen.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the chain"
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// The byte behind it.
    pub(super) end: usize,
    /// How many numbers it holds.
    pub(super) numbers: usize,
    /// Whether a unit of addresses (丁目, 番地, 番, 号, 地割) stands in it.
    pub(super) has_unit: bool,
    /// Whether it holds 丁目, 番地 or 地割, which nothing but an address has.
    pub(super) is_certain: bool,
    /// Whether it ends in 丁目, behind which the house number may be written apart.
    pub(super) ends_in_chome: bool,
    /// Whether it is a single kanji number without a unit, which may be part of a word.
    pub(super) is_weak: bool,
    /// Whether a letter of a parcel (甲, イ) begins it.
    pub(super) has_letter: bool,
}

/// More numbers than any address has; a longer chain is something else.
const MOST_NUMBERS: usize = 7;

/// Units behind a number, longer ones first.
const UNITS: [&str; 15] = [
    "街区", "丁目", "番地", "番丁", "番町", "地割", "号線", "丁", "番", "号", "線", "条", "区",
    "部", "通",
];

/// What may stand behind 番 or 号 when the number is no part of an address.
const OTHER_NUMBERS: [&str; 10] = [
    "線",
    "機",
    "車",
    "目",
    "手",
    "出口",
    "のりば",
    "乗り場",
    "窓口",
    "組",
];

/// The Japanese calendar's letters for parcels of land, before a number or a 地番.
const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/// Reads the numbers that begin at byte `at`.
pub(super) fn read_block(text: &str, at: usize) -> Option<Block> {
    if !char_at(text, at).is_some_and(may_begin) {
        return None;
    }
    if let Some(end) = skip_any(text, at, &["官有無番地", "無番地", "番外地"]) {
        return Some(Block {
            end,
            numbers: 1,
            has_unit: true,
            is_certain: true,
            ends_in_chome: false,
            is_weak: false,
            has_letter: false,
        });
    }
    let start = skip_parcel_letter(text, at);
    let has_letter = start > at;
    let start = skip(text, start, "第").unwrap_or(start);
    let mut block: Option<Block> = None;
    let mut position = start;
    while let Some(part) = read_part(text, position, block.as_ref()) {
        let numbers = block.map_or(0, |block| block.numbers) + 1;
        if numbers > MOST_NUMBERS {
            return None;
        }
        let (has_unit, is_certain) =
            block.map_or((false, false), |block| (block.has_unit, block.is_certain));
        block = Some(Block {
            end: part.end,
            numbers,
            has_unit: has_unit || part.has_unit,
            is_certain: is_certain || part.is_certain,
            ends_in_chome: part.is_chome,
            is_weak: block.is_none() && part.is_kanji && !part.has_unit,
            has_letter,
        });
        match separator(text, part.end, part.has_unit) {
            Some(next) => position = next,
            None => break,
        }
    }
    let mut block = block?;
    if let Some(end) = skip_any(text, block.end, &["無番地", "番外地", "地先"])
        .or_else(|| lettered_end(text, block.end))
        .or_else(|| parcel_end(text, block.end))
    {
        block.end = end;
    }
    (is_bounded(text, block.end) && !is_date(text, start, &block)).then_some(block)
}

/// Whether a house number may begin with `character`.
fn may_begin(character: char) -> bool {
    digit_value(character).is_some()
        || multiplier(character).is_some()
        || matches!(character, '第' | '無' | '番' | '官')
        || STEMS.contains(&character)
        || is_katakana(character)
        || is_hiragana(character)
}

/// Whether what stands at byte `at`, behind a number, says that it counts something.
fn counts_other(text: &str, at: usize) -> bool {
    const WORDS: [&str; 27] = [
        "ヶ月",
        "か月",
        "カ月",
        "ケ月",
        "ヵ月",
        "千円",
        "割引",
        "セット",
        "ポイント",
        "キロ",
        "メートル",
        "センチ",
        "グラム",
        "リットル",
        "ページ",
        "km",
        "kg",
        "cm",
        "mm",
        "GB",
        "MB",
        "ml",
        "kW",
        "世帯",
        "学年",
        "番線",
        "番ホーム",
    ];
    match char_at(text, at) {
        Some(
            '時' | '分' | '秒' | '年' | '月' | '日' | '週' | '名' | '人' | '個' | '本' | '枚'
            | '台' | '件' | '回' | '度' | '円' | '万' | '億' | '割' | '%' | '歳' | '才' | 'つ'
            | '泊' | '点' | '冊' | '杯' | '匹' | '着' | '足' | '頭' | '羽' | '種' | '倍' | '代'
            | '位' | '社' | '店' | '箱' | '袋' | '組' | '階',
        ) => true,
        Some(
            'G' | 'M' | 'c' | 'k' | 'm' | 'か' | 'カ' | 'キ' | 'グ' | 'ケ' | 'セ' | 'ペ' | 'ポ'
            | 'メ' | 'リ' | 'ヵ' | 'ヶ' | '世' | '千' | '学' | '番',
        ) => skip_any(text, at, &WORDS).is_some(),
        _ => false,
    }
}

/// A number with its unit.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the number"
)]
struct Part {
    end: usize,
    has_unit: bool,
    is_certain: bool,
    is_chome: bool,
    is_kanji: bool,
}

/// Behind the letter that parts a parcel: 3601番地ロ.
fn parcel_end(text: &str, at: usize) -> Option<usize> {
    let head = text.get(..at)?;
    let letter = char_at(text, at).filter(|letter| "イロハニホヘトチリヌ".contains(*letter))?;
    let end = at + letter.len_utf8();
    let end = skip(text, end, "号").unwrap_or(end);
    let is_alone = !char_at(text, end).is_some_and(is_katakana);
    (is_alone && (head.ends_with("番地") || head.ends_with('番'))).then_some(end)
}

/// Behind the letter of a room or wing at the end of a chain of hyphens: 5-30-A, 2-3-B201.
fn lettered_end(text: &str, at: usize) -> Option<usize> {
    let letter_at = skip(text, at, "-")?;
    let letter = char_at(text, letter_at).filter(char::is_ascii_uppercase)?;
    let end = letter_at + letter.len_utf8();
    let end = read_number(text, end).map_or(end, |number| number.end);
    let is_word_end = !char_at(text, end).is_some_and(|next| next.is_ascii_alphanumeric());
    is_word_end.then_some(end)
}

fn read_part(text: &str, at: usize, before: Option<&Block>) -> Option<Part> {
    let number = read_number(text, at)?;
    if !could_be_house_number(&number, before) {
        return None;
    }
    let unit_at = number.end;
    let may_be_unit = matches!(
        char_at(text, unit_at),
        Some('街' | '丁' | '番' | '地' | '号' | '線' | '条' | '区' | '部' | '通')
    );
    if let Some(end) = may_be_unit
        .then(|| skip_any(text, unit_at, &UNITS))
        .flatten()
    {
        let unit = text.get(unit_at..end).unwrap_or_default();
        let counts_other = match unit {
            "番" | "号" => skip_any(text, end, &OTHER_NUMBERS).is_some(),
            // 1号棟 and 2号室 belong to the building; 3条, 2区, 4部 need a further number.
            "線" | "条" | "区" | "部" | "通" | "号線" => next_number(text, end).is_none(),
            _ => false,
        };
        if unit == "号" && skip_any(text, end, &["室", "棟", "館"]).is_some() {
            // The room stage reads it; a hyphen before it is part of the chain.
            return before.is_some().then_some(Part {
                end: end + "室".len(),
                has_unit: true,
                is_certain: false,
                is_chome: false,
                is_kanji: number.kanji,
            });
        }
        if !counts_other {
            return Some(Part {
                end,
                has_unit: true,
                is_certain: matches!(unit, "丁目" | "番地" | "地割" | "番丁"),
                is_chome: unit == "丁目",
                is_kanji: number.kanji,
            });
        }
        if matches!(unit, "番" | "号") {
            return None;
        }
    }
    if counts_other(text, unit_at) {
        return None;
    }
    Some(Part {
        end: unit_at,
        has_unit: false,
        is_certain: false,
        is_chome: false,
        is_kanji: number.kanji,
    })
}

fn could_be_house_number(number: &Number, before: Option<&Block>) -> bool {
    let first = before.is_none();
    if number.leading_zero {
        // A room may be 05; a first number never is, and 0120-… is a telephone.
        return !first && number.characters <= 3;
    }
    number.value > 0 && number.characters <= if number.kanji { 7 } else { 5 }
}

/// Where the next number begins, if a separator leads there.
fn separator(text: &str, at: usize, has_unit: bool) -> Option<usize> {
    let is_number = |position: usize| {
        let start = skip_parcel_letter(text, position);
        read_number(text, start).map(|_| start)
    };
    let glued = || is_number(at).filter(|_| has_unit);
    let joined = || {
        skip_any(text, at, &["-", "の", "ノ", "之", "~", "ー", "—"]).and_then(|behind| {
            is_number(behind).or_else(|| is_number(skip_spaces(text, behind, 1)))
        })
    };
    let spaced = || {
        let behind = skip_spaces(text, at, 2);
        if behind == at {
            return None;
        }
        if let Some(next) = skip_any(text, behind, &["- ", "-", "の"]) {
            return is_number(next);
        }
        // 四丁目 八番: only behind a unit, and only if the number has one too or stands alone.
        is_number(behind).filter(|_| has_unit && leads_on(text, behind))
    };
    glued().or_else(joined).or_else(spaced)
}

/// Whether the number at `at` behind a space goes on with the address: with a unit of its own, or as
/// a bare short number (`8丁目 12-3`) that is no telephone number.
fn leads_on(text: &str, at: usize) -> bool {
    let Some(number) = read_number(text, at) else {
        return false;
    };
    !number.leading_zero
        && number.value < 10_000
        && skip_any(text, number.end, &["階", "F", "号室", "号棟", "棟"]).is_none()
}

fn next_number(text: &str, at: usize) -> Option<Number> {
    let at = skip_parcel_letter(text, at);
    read_number(text, at)
}

/// Behind 甲 or イ (also ワ部) if a number or 番地 follows it: the letters of parcels in 石川, 高知,
/// 愛媛 and elsewhere.
fn skip_parcel_letter(text: &str, at: usize) -> usize {
    let Some(letter) = char_at(text, at) else {
        return at;
    };
    if !(STEMS.contains(&letter) || is_katakana(letter) || is_hiragana(letter)) {
        return at;
    }
    // The last letter of a word in kana is none.
    let goes_on = char_before(text, at).is_some_and(|before| {
        (is_katakana(letter) && is_katakana(before)) || (is_hiragana(letter) && is_hiragana(before))
    });
    if goes_on {
        return at;
    }
    let behind = at + letter.len_utf8();
    let behind = skip(text, behind, "部").unwrap_or(behind);
    let behind = skip(text, behind, "の")
        .or_else(|| skip(text, behind, "-"))
        .unwrap_or(behind);
    let behind = skip_spaces(text, behind, 1);
    match read_number(text, behind) {
        // A particle, or the long vowel of the name before.
        Some(_)
            if matches!(
                letter,
                'の' | 'に' | 'は' | 'で' | 'と' | 'を' | 'が' | 'へ' | 'も' | 'や' | 'ー'
            ) =>
        {
            at
        }
        Some(_) => behind,
        None => at,
    }
}

/// Whether the chain is a date written with hyphens: 2024-11-05.
fn is_date(text: &str, start: usize, block: &Block) -> bool {
    let year = read_number(text, start);
    let is_year =
        year.is_some_and(|year| year.characters == 4 && (1900..2100).contains(&year.value));
    is_year && block.numbers == 3 && !block.has_unit
}

/// Whether the chain ends where it ends: not before a digit, a colon, a decimal point, a letter of a
/// longer code.
fn is_bounded(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let mut characters = rest.chars();
    let (next, beyond) = (characters.next(), characters.next());
    match next {
        Some(digit) if digit.is_ascii_digit() => false,
        Some('.' | ',' | ':' | '/' | '%') => !beyond.is_some_and(|next| next.is_ascii_digit()),
        Some('-') => !beyond.is_some_and(|next| next.is_ascii_digit()),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str) -> Option<&str> {
        read_block(text, 0).and_then(|block| text.get(..block.end))
    }

    #[test]
    fn every_writing_is_one_chain() {
        for whole in [
            "三丁目20番16号",
            "2-14-9",
            "70番地の1",
            "1の2",
            "4の1の2",
            "甲517番地18",
            "ワ部14番地の6",
            "ノ14-1",
            "ろ97-1",
            "第5地割12番地3",
            "無番地",
            "四丁目八番二十三号",
            "33番地ノ2",
            "一一一六番地ノ六",
            "六丁目11番3-702号",
            "番外地",
            "三丁目二番地の八",
            "4丁目 7番 22号",
        ] {
            assert_eq!(block(whole), Some(whole), "{whole}");
            let sentence = format!("{whole}です");
            assert_eq!(block(&sentence), Some(whole), "{sentence}");
        }
    }

    #[test]
    fn what_counts_something_else_is_no_chain() {
        for text in [
            "3月",
            "10分",
            "2名",
            "12:30",
            "0120-123-456",
            "3番線",
            "5号車",
            "1.5",
            "1,000",
        ] {
            assert_eq!(block(text), None, "{text}");
        }
    }
}
