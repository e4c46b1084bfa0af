//! Fields that hold a name and nothing else: the display name before a mail address, the value behind
//! a label, a line of a signature.
//!
//! Running text parts names from their surroundings by cost. In a field the borders are given, so the
//! question turns round: is there anything in it that is no name? That also finds names that no
//! dictionary has, and names whose parts are in different scripts.

use super::evidence::{marks_before, skip, skip_back};
use super::format::{Kind, affix, kana};
use super::mention::{Mention, Part, Reason};
use super::model::Model;
use super::page::{Page, Script};
use super::spelled::latin;
use crate::text::block::{BLOCK, Block, places};

/// Longest field, in characters.
const LONGEST_FIELD: usize = 40;
/// Most words of a name.
const MOST_WORDS: usize = 5;

/// What a word of a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    /// The dictionary knows it as a name or as two.
    Name,
    /// The dictionary does not know it at all.
    Unknown,
    /// An ordinary word or a place.
    Common,
    /// A title, a role or a label.
    Title,
    /// An organisation, a department, a shop.
    Organisation,
}

/// Adds the names that fill a field.
pub(super) fn find(model: &Model, page: &Page<'_>, mentions: &mut Vec<Mention>) {
    let bytes = page.text().as_bytes();
    let mut line_start = 0;
    for base in (0..bytes.len()).step_by(BLOCK) {
        // The last byte of 】 stands for all of it; which other characters end so is seen below.
        let marks = Block::load(bytes, base).any_of(b"<:\n\r\x91");
        for place in places(marks) {
            let byte = base + place;
            match bytes.get(byte) {
                Some(b'<') => {
                    before_address(model, page, line_start, page.position(byte), mentions);
                }
                Some(b':') => behind_label(model, page, line_start, page.position(byte), mentions),
                Some(b'\n' | b'\r') => {
                    let at = page.position(byte);
                    signature_line(model, page, line_start, at, mentions);
                    line_start = at + 1;
                }
                _ => {
                    let start = byte.saturating_sub(2);
                    if bytes.get(start..=byte) == Some("】".as_bytes()) {
                        behind_label(model, page, line_start, page.position(start), mentions);
                    }
                }
            }
        }
    }
    signature_line(model, page, line_start, page.len(), mentions);
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t')
}

fn is_quote(character: char) -> bool {
    matches!(
        character,
        '"' | '\'' | '「' | '」' | '『' | '』' | '“' | '”' | ' ' | '\t'
    )
}

/// 山田 太郎 <yamada@example.jp>
fn before_address(
    model: &Model,
    page: &Page<'_>,
    line_start: usize,
    open: usize,
    mentions: &mut Vec<Mention>,
) {
    let inside = page.slice(open + 1, (open + 80).min(page.len()));
    let address = inside.split(['>', '\n', ' ']).next().unwrap_or_default();
    if !address.contains('@') {
        return;
    }
    let end = skip_back(page, open, is_quote);
    let floor = line_start.max(end.saturating_sub(LONGEST_FIELD));
    let mut start = end;
    while start > floor
        && page.char_before(start).is_some_and(|character| {
            !matches!(character, ':' | ';' | '<' | '>' | '"' | '、' | ')' | ']')
                && (character != ',' || page.script_before(start - 1) == Script::Latin)
        })
    {
        start -= 1;
    }
    // The time of a quoted mail: 18:41 神田 橋之介 <…>
    let start = skip(page, start, |character| {
        is_quote(character) || character.is_ascii_digit()
    });
    judge(model, page, start, end, Reason::MailAddress, mentions);
}

/// 氏名：山田 太郎
fn behind_label(
    model: &Model,
    page: &Page<'_>,
    line_start: usize,
    colon: usize,
    mentions: &mut Vec<Mention>,
) {
    let mut label_end = skip_back(page, colon, is_quote);
    if page.char_before(label_end) == Some(')') {
        let open = skip_back(page, label_end - 1, |character| {
            !matches!(character, '(' | '\n')
        });
        if open > line_start && label_end - open < 12 {
            label_end = open - 1;
        }
    }
    if label_end <= line_start || marks_before(model, page, label_end) & affix::LABEL == 0 {
        return;
    }
    let mut start = skip(page, colon + 1, is_quote);
    // Several names may follow, parted by ; or 、
    for _ in 0..16 {
        let end = value_end(page, start);
        judge(model, page, start, end, Reason::Label, mentions);
        let next = skip(page, end, |character| {
            matches!(character, ';' | '、' | ',' | '/' | ' ' | '"')
        });
        if next == end || page.script(next) == Script::LineEnd {
            return;
        }
        start = next;
    }
}

/// Where the value that begins at `start` ends.
fn value_end(page: &Page<'_>, start: usize) -> usize {
    let mut end = start;
    while end < page.len() && end < start + LONGEST_FIELD {
        let is_end = match page.script(end) {
            Script::LineEnd | Script::Digit => true,
            Script::Other => !matches!(page.char(end), Some('・' | '=' | '-' | '\'' | '’' | '.')),
            Script::Space => {
                page.script(end + 1) == Script::Space && page.script(end + 2) == Script::Space
            }
            _ => false,
        };
        if is_end {
            break;
        }
        end += 1;
    }
    skip_back(page, end, is_quote)
}

/// A line with a name and nothing else, or a name and its reading.
fn signature_line(
    model: &Model,
    page: &Page<'_>,
    line_start: usize,
    line_end: usize,
    mentions: &mut Vec<Mention>,
) {
    let start = skip(page, line_start, |character| {
        is_blank(character) || matches!(character, '>' | '-' | '=' | '*' | '|' | '_')
    });
    if start >= line_end || line_end - start > LONGEST_FIELD + 30 {
        return;
    }
    let end = value_end(page, start).min(line_end);
    let is_alone = end == line_end
        || matches!(page.char(skip(page, end, is_blank)), Some('(' | '/' | '<'))
        || page.script(skip(page, end, is_blank)) == Script::LineEnd;
    if is_alone && end > start {
        judge(model, page, start, end, Reason::Line, mentions);
    }
}

/// Adds the name that fills the field from `start` to `end`, if it is one.
fn judge(
    model: &Model,
    page: &Page<'_>,
    start: usize,
    end: usize,
    reason: Reason,
    mentions: &mut Vec<Mention>,
) {
    let end = without_honorific(model, page, start, end);
    if end <= start || end - start > LONGEST_FIELD {
        return;
    }
    let words = split(page, start, end);
    let kinds: Vec<Word> = words
        .iter()
        .map(|&(start, end)| classify(model, page, start, end))
        .collect();
    // 株式会社ことのは舎 経理部 服部: what stands behind the last part that is no name.
    let first = kinds
        .iter()
        .rposition(|kind| matches!(kind, Word::Organisation | Word::Title))
        .map_or(0, |index| index + 1);
    let is_headed = first > 0;
    let all_kinds = kinds;
    let (Some(words), Some(kinds)) = (words.get(first..), all_kinds.get(first..)) else {
        return;
    };
    let is_latin = words
        .iter()
        .all(|&(start, _)| page.script(start) == Script::Latin);
    let is_katakana = words
        .iter()
        .all(|&(start, _)| page.script(start) == Script::Katakana);
    let is_titled = first > 0 && all_kinds.get(first - 1) == Some(&Word::Title);
    let is_strong = reason > Reason::Line || is_titled;
    // 氏名 十河 勲 旧姓なし: a Japanese name has two parts.
    let is_pair_and_more = words.len() > 2
        && !is_latin
        && !is_katakana
        && words
            .iter()
            .take(2)
            .all(|&(start, _)| page.script(start) == Script::Kanji)
        && kinds.first() == Some(&Word::Name)
        && kinds.get(1) == Some(&Word::Name)
        && is_strong;
    let (words, kinds) = if is_pair_and_more {
        (
            words.get(..2).unwrap_or_default(),
            kinds.get(..2).unwrap_or_default(),
        )
    } else {
        (words, kinds)
    };
    let count = |wanted: Word| kinds.iter().filter(|&&kind| kind == wanted).count();
    let (names, common) = (count(Word::Name), count(Word::Common));
    let is_name = match words.len() {
        0 => false,
        1 => {
            names == 1 && (is_strong && !is_headed || reason != Reason::Line) || {
                kinds == [Word::Unknown] && is_strong && !is_headed && fits_one_word(page, words)
            }
        }
        2 if !is_strong => {
            !is_latin
                && kinds.first() == Some(&Word::Name)
                && common == 0
                && words.iter().all(|&(start, end)| end - start <= 5)
        }
        2 => {
            names == 2
                || (names == 1
                    && (common == 0 || words.iter().all(|&(start, end)| end - start <= 3)))
                || (names == 0 && common == 0 && !is_headed)
        }
        3..=MOST_WORDS if is_katakana => is_strong && kinds.first() != Some(&Word::Common),
        3..=MOST_WORDS => {
            let has_kana = words
                .iter()
                .any(|&(start, _)| page.script(start) == Script::Katakana);
            common == 0 && (is_latin && is_strong || has_kana && names >= 2 && is_strong)
        }
        _ => false,
    };
    let (Some(&(start, first_end)), Some(&(last_start, end))) = (words.first(), words.last())
    else {
        return;
    };
    if !is_name || end - start < 2 && (is_headed || !is_strong) {
        return;
    }
    let is_pair = words.len() == 2;
    mentions.push(Mention {
        start,
        end,
        part: if is_pair { Part::Full } else { Part::Other },
        reason,
        parts: is_pair.then_some((first_end, last_start)),
    });
}

/// A single unknown word is a name only if it looks like one: a few kanji, or a capitalised word.
fn fits_one_word(page: &Page<'_>, words: &[(usize, usize)]) -> bool {
    words
        .first()
        .is_some_and(|&(start, end)| match page.script(start) {
            Script::Kanji => {
                (start..end).all(|at| page.script(at) == Script::Kanji) && end - start <= 4
            }
            Script::Latin => end - start >= 3,
            _ => false,
        })
}

fn without_honorific(model: &Model, page: &Page<'_>, start: usize, end: usize) -> usize {
    let end = skip_back(page, end, is_quote);
    for from in (start + 1).max(end.saturating_sub(4))..end {
        let bits = model.affix_bits(page.slice(from, end));
        if bits & affix::HONORIFIC != 0 {
            return skip_back(page, from, is_quote);
        }
    }
    end
}

fn split(page: &Page<'_>, start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut from = start;
    while from < end {
        let mut to = from;
        while to < end && !matches!(page.char(to), Some(' ' | '\t' | ',')) {
            to += 1;
        }
        if to > from {
            words.push((from, to));
        }
        from = to + 1;
    }
    words
}

fn classify(model: &Model, page: &Page<'_>, start: usize, end: usize) -> Word {
    let text = page.slice(start, end);
    if page.script(start) == Script::Latin {
        return match latin::is_name_word(model, text) {
            Some(true) => Word::Name,
            Some(false) => Word::Unknown,
            None => Word::Organisation,
        };
    }
    if !(start..end).all(|at| {
        matches!(
            page.script(at),
            Script::Kanji | Script::Hiragana | Script::Katakana
        ) || matches!(page.char(at), Some('・' | '='))
    }) {
        return Word::Organisation;
    }
    if end - start == 1 && page.script(start) != Script::Kanji {
        return Word::Common;
    }
    let whole = model.affix_bits(text);
    let senses = senses(model, text);
    let bits = kana_bits(model, text);
    let is_name = senses.iter().any(|kind| kind.0)
        || bits & (kana::SURNAME | kana::GIVEN) != 0 && bits & WORD == 0
        || bits & NAME != 0 && bits & (WORD | kana::PLACE) == 0;
    if whole & (affix::TITLE | affix::ROLE | affix::LABEL) != 0 && !is_name {
        return Word::Title;
    }
    if whole & (affix::ORGANISATION | affix::COMPANY | affix::OTHER) != 0 {
        return Word::Organisation;
    }
    if is_name {
        return Word::Name;
    }
    if has_organisation(model, page, start, end) {
        return Word::Organisation;
    }
    // Family and given name without a space, in any scripts; foreign names with their dots.
    if (start + 1..end).any(|at| is_pair(model, page.slice(start, at), page.slice(at, end))) {
        return Word::Name;
    }
    let parts: Vec<&str> = text.split(['・', '=']).collect();
    if parts.len() > 1 {
        let is_word = |part: &&str| {
            kana_bits(model, part) & (WORD | NAME) == WORD & kana_bits(model, part)
                && kana_bits(model, part) != 0
        };
        return if parts.iter().any(is_word) {
            Word::Common
        } else {
            Word::Name
        };
    }
    if senses.is_empty() && bits == 0 {
        let is_mixed = (start + 1..end).any(|at| page.script(at) != page.script(start));
        let is_long = end - start > 5;
        return if is_long || is_mixed && end - start > 4 {
            Word::Common
        } else {
            Word::Unknown
        };
    }
    Word::Common
}

const NAME: u32 = kana::SURNAME | kana::GIVEN | kana::FOREIGN | kana::HIRAGANA_NAME;
const WORD: u32 = kana::KATAKANA_WORD | kana::HIRAGANA_WORD;

fn kana_bits(model: &Model, text: &str) -> u32 {
    model.kana_bits(text)
}

/// For each sense of a word, whether it is a person's name.
fn senses(model: &Model, text: &str) -> Vec<(bool, Kind)> {
    model
        .words
        .get(text)
        .map_or(&[][..], |profile| model.senses(profile))
        .iter()
        .map(|sense| {
            let is_person = matches!(sense.kind, Kind::Surname | Kind::Given | Kind::Person);
            (is_person, sense.kind)
        })
        .collect()
}

fn is_pair(model: &Model, family: &str, given: &str) -> bool {
    let is_family = senses(model, family)
        .iter()
        .any(|sense| sense.1 == Kind::Surname);
    let bits = kana_bits(model, given);
    is_family
        && (senses(model, given)
            .iter()
            .any(|sense| sense.1 == Kind::Given)
            || bits & kana::HIRAGANA_NAME != 0
            || bits & kana::GIVEN != 0 && bits & WORD == 0)
}

/// Whether a word ends in, or holds behind its first characters, a mark of an organisation.
fn has_organisation(model: &Model, page: &Page<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|from| {
        let ends = model.affix_bits(page.slice(from, end));
        let begins =
            model
                .affixes
                .longest_prefix(page.slice(from, end))
                .map_or(0, |(length, bits)| {
                    if length > 3 || from > start + 1 {
                        bits
                    } else {
                        0
                    }
                });
        ends & (affix::ORGANISATION | affix::COMPANY | affix::OTHER) != 0
            || begins & (affix::COMPANY | affix::OTHER) != 0
            || begins & affix::ORGANISATION != 0 && from > start
    })
}
