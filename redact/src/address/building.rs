//! What follows the house number: the building, its floor, the room.
//!
//! ルネ中立売 2-C, KSビル3階, 第3松井ビル3F, 県営花園団地 2棟305号, A-1204, 五〇一: a name is taken when it
//! holds a word for a kind of building or when a room follows it; whatever else stands behind an
//! address (a company, a person, a particle and a verb) is not. Names of buildings are free, so this
//! is a judgement by shape; a bare name without such a word or a room stays outside.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::reader::{char_at, is_line_end, next_line, skip, skip_any, skip_spaces, skip_while};
use super::spelling::{digit_value, read_number};
use crate::text::script::{is_han, is_hiragana, is_katakana};

/// Words for kinds of buildings. What stands before and behind them is the name.
const KINDS: [&str; 74] = [
    "ビルディング",
    "ビルヂング",
    "ビル",
    "マンション",
    "ハイツ",
    "ハイム",
    "コーポラス",
    "コーポレート",
    "コーポ",
    "アパートメント",
    "アパート",
    "メゾン",
    "レジデンス",
    "レヂデンス",
    "タワー",
    "プラザ",
    "プレイス",
    "パークス",
    "パーク",
    "ガーデン",
    "テラス",
    "シティ",
    "団地",
    "住宅",
    "ハウス",
    "コート",
    "パレス",
    "ヴィラ",
    "ビラ",
    "カーサ",
    "スクエア",
    "スクウェア",
    "ステージ",
    "センター",
    "ヒルズ",
    "ホームズ",
    "ドエル",
    "エステート",
    "シャトー",
    "シャルム",
    "ヴィレッジ",
    "ビレッジ",
    "ライオンズ",
    "プラウド",
    "ブリリア",
    "コスモ",
    "グラン",
    "グレイス",
    "セジュール",
    "フォレスト",
    "リバーサイド",
    "ゲート",
    "キャッスル",
    "ウィング",
    "フロント",
    "コンフォ",
    "リバティ",
    "ロイヤル",
    "サニー",
    "ベルメゾン",
    "フラット",
    "ルミエール",
    "エクセル",
    "ドミール",
    "会館",
    "公舎",
    "官舎",
    "社宅",
    "宿舎",
    "寮",
    "荘",
    "棟",
    "館",
    "庵",
];

/// Kinds that are as often the end of a company's or an office's name: they count only with a room.
const WEAK_KINDS: [&str; 3] = ["センター", "会館", "館"];

/// Words that make a name something other than a building, wherever they stand in it.
const OTHER_NAMES: [&str; 30] = [
    "株式会社",
    "有限会社",
    "合同会社",
    "合資会社",
    "(株)",
    "(有)",
    "㈱",
    "㈲",
    "法人",
    "組合",
    "管理",
    "様",
    "御中",
    "電話",
    "携帯",
    "担当",
    "図書館",
    "映画館",
    "美術館",
    "博物館",
    "体育館",
    "水族館",
    "旅館",
    "TEL",
    "Tel",
    "FAX",
    "Fax",
    "mail",
    "Mail",
    "MAIL",
];

/// Hiragana with which running text goes on behind a name.
const RUNNING_TEXT: [&str; 30] = [
    "です",
    "でし",
    "でご",
    "でお",
    "でよ",
    "にて",
    "には",
    "にも",
    "にお",
    "にあ",
    "にご",
    "にし",
    "にな",
    "へ",
    "を",
    "から",
    "まで",
    "より",
    "という",
    "とな",
    "とし",
    "って",
    "だっ",
    "だと",
    "ます",
    "さん",
    "さま",
    "など",
    "なの",
    "あて",
];

/// Single hiragana that are a particle when they stand alone.
const PARTICLES: [&str; 10] = ["で", "に", "は", "が", "と", "も", "の", "や", "だ", "か"];

/// A name or a room has no more characters than this.
const LONGEST_NAME: usize = 30;

/// More parts than any building has.
const MOST_PARTS: usize = 6;

/// Behind the building, floor and room that begin at `at`, directly or after a space; `at` itself if
/// there is none.
pub(super) fn read_building(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut named = false;
    for _ in 0..MOST_PARTS {
        let glued = char_at(text, end).is_some_and(|character| character != ' ');
        let start = if glued {
            end
        } else {
            skip_spaces(text, end, 4)
        };
        if let Some(behind) = read_room(text, start, named || !glued) {
            end = behind;
            named = true;
        } else if let Some(behind) = read_name(text, start, glued) {
            end = behind;
            named = true;
        } else {
            break;
        }
    }
    end
}

/// Behind the building that takes up a whole line of its own behind `at`; `None` if the next line
/// is something else.
pub(super) fn read_building_line(text: &str, at: usize) -> Option<usize> {
    let start = next_line(text, at)?;
    let end = read_building(text, start);
    (end > start && is_line_end(text, end)).then_some(end)
}

/// Behind a building with its room that follows a comma: 二丁目8、コーポ早川202.
pub(super) fn read_listed_building(text: &str, at: usize) -> Option<usize> {
    let start = skip_any(text, at, &["、", ", ", ","])?;
    let end = read_building(text, start);
    let name = text.get(start..end)?;
    let has_room = name.ends_with(|last: char| {
        digit_value(last).is_some() || matches!(last, '室' | '号' | '階' | 'A'..='Z')
    });
    (has_room && Words::of(name, 0).kind_end.is_some()).then_some(end)
}

/// Behind a bracket that holds nothing but a building or a room: (A棟), (みどりビル3階).
pub(super) fn read_bracketed_building(text: &str, at: usize) -> Option<usize> {
    let inside = skip(text, at, "(")?;
    let end = read_building(text, inside);
    (end > inside).then(|| skip(text, end, ")")).flatten()
}

/// A floor, a wing or a room. A bare number is one only if `bare` says that a name or a space led
/// here.
fn read_room(text: &str, at: usize, bare: bool) -> Option<usize> {
    let at = skip(text, at, "の")
        .filter(|&behind| read_number(text, behind).is_some())
        .unwrap_or(at);
    if let Some(end) = skip_any(
        text,
        at,
        &[
            "東棟",
            "西棟",
            "南棟",
            "北棟",
            "中央棟",
            "本館",
            "別館",
            "新館",
            "東館",
            "西館",
            "南館",
            "北館",
            "地階",
        ],
    ) {
        return Some(end).filter(|&end| ends_here(text, end));
    }
    let start = skip_any(text, at, &["地下", "地上"]).unwrap_or(at);
    if let Some(number) = read_number(text, start) {
        if number.characters > 5 {
            return None;
        }
        let units = [
            "号室", "号棟", "号館", "番館", "番室", "階建", "階", "号", "棟", "室", "FL", "F",
        ];
        let apart = skip_any(text, number.end, &[" 号室", " 号棟", " 階"]);
        if let Some(end) = apart.or_else(|| skip_any(text, number.end, &units)) {
            let unit = text.get(number.end..end).unwrap_or_default();
            let latin = unit.ends_with(['F', 'L']);
            if unit == "階建" || (latin && !ends_word(text, end)) {
                return None;
            }
            return Some(end);
        }
        if number.leading_zero && number.characters > 3 {
            return None;
        }
        // 2-C, 2-203, 3C.
        let joined = skip(text, number.end, "-").unwrap_or(number.end);
        if let Some(letter) = char_at(text, joined).filter(char::is_ascii_uppercase) {
            let end = joined + letter.len_utf8();
            let end = skip_any(text, end, &["号室", "号", "室"]).unwrap_or(end);
            return ends_word(text, end).then_some(end);
        }
        if joined > number.end {
            let second = read_number(text, joined).filter(|second| second.characters <= 4)?;
            let end = skip_any(text, second.end, &["号室", "号", "室"]).unwrap_or(second.end);
            return (bare && number.characters <= 4 && ends_number(text, end)).then_some(end);
        }
        let long_enough = if number.kanji { 3..=4 } else { 2..=4 };
        return (bare && long_enough.contains(&number.characters) && ends_number(text, number.end))
            .then_some(number.end);
    }
    let letter = char_at(text, at)?;
    let behind = at + letter.len_utf8();
    if letter.is_ascii_uppercase() {
        // B201, A-1204, B1F, C棟.
        let joined = skip(text, behind, "-").unwrap_or(behind);
        if let Some(number) = read_number(text, joined).filter(|number| !number.kanji) {
            let end = skip_any(text, number.end, &["号室", "号棟", "号", "階", "室", "F"])
                .unwrap_or(number.end);
            return (number.characters <= 4 && ends_number(text, end) && ends_word(text, end))
                .then_some(end);
        }
        return skip_any(text, behind, &["号室", "号棟", "棟", "号", "館"]);
    }
    if is_katakana(letter) || is_hiragana(letter) {
        return skip_any(text, behind, &["号室", "号棟", "棟", "号"]);
    }
    None
}

/// The name of a building, with the floor and room that are glued to it.
fn read_name(text: &str, at: usize, glued: bool) -> Option<usize> {
    let first = char_at(text, at)?;
    if glued && is_hiragana(first) {
        return None;
    }
    let token_end = skip_while(text, at, LONGEST_NAME, is_name_character);
    let token_end = cut_running_text(text, at, token_end);
    let token = text.get(at..token_end)?;
    let words = Words::of(token, first.len_utf8());
    if token.is_empty() || words.is_other || char_at(text, token_end) == Some('@') {
        return None;
    }
    let kind_end = words.kind_end.map(|end| at + end);
    // Where the first digit or capital letter behind the kind (or behind the name's first character)
    // may begin a room.
    let from = kind_end.unwrap_or(at + first.len_utf8());
    if let Some(end) = glued_room(text, from, token_end) {
        let before_room = token.chars().any(is_katakana);
        if kind_end.is_some() || before_room {
            return Some(end);
        }
    }
    let room_follows = {
        let behind = skip_spaces(text, token_end, 2);
        behind > token_end && read_room(text, behind, true).is_some()
    };
    let Some(kind_end) = kind_end else {
        let looks_like_a_name = token.chars().any(is_katakana) && token.chars().count() >= 3;
        return (looks_like_a_name && room_follows).then_some(token_end);
    };
    if room_follows {
        return Some(token_end);
    }
    if kind_end == token_end {
        return words.is_strong.then_some(token_end);
    }
    // ハイツ桃谷 at the end of its line; ビル前, ビル内 and the like end at the kind.
    let tail = text.get(kind_end..token_end).unwrap_or_default();
    let is_part = tail.chars().count() <= 6
        && tail
            .chars()
            .all(|character| is_han(character) || is_katakana(character))
        && !tail.starts_with([
            '前', '内', '横', '隣', '裏', '近', '南', '北', '東', '西', '方', '宛', '様', '行',
        ])
        && !tail.ends_with(['店', '部', '課', '係', '社', '所', '院', '局', '校', '場'])
        && !["公園", "学園", "稚園", "育園"]
            .iter()
            .any(|end| tail.ends_with(end));
    let rest_is_name = is_line_end(text, token_end)
        || matches!(
            char_at(text, token_end),
            Some(' ' | '」' | ')' | '、' | '。')
        );
    if is_part && rest_is_name {
        return Some(token_end);
    }
    let tail_starts_sentence = char_at(text, kind_end).is_some_and(is_hiragana);
    let place_beside = tail.starts_with(['前', '内', '横', '隣', '裏', '宛', '行', '様', '方']);
    (tail_starts_sentence || place_beside).then_some(kind_end)
}

/// Behind the rooms that fill the token from somewhere behind `from` to its end.
fn glued_room(text: &str, from: usize, token_end: usize) -> Option<usize> {
    let tail = text.get(from..token_end)?;
    let starts = tail.char_indices().filter(|&(index, character)| {
        let before = tail.get(..index).and_then(|head| head.chars().next_back());
        let begins = character.is_ascii_digit()
            || character.is_ascii_uppercase()
            || digit_value(character).is_some()
            || character == '地';
        begins && !before.is_some_and(|before| before.is_ascii_alphanumeric() || before == '-')
    });
    for (index, _) in starts.take(4) {
        let mut end = from + index;
        while let Some(behind) = read_room(text, end, true) {
            end = behind;
            if end >= token_end {
                break;
            }
        }
        if end > from + index && (end >= token_end || ends_here(text, end)) {
            return Some(end);
        }
    }
    None
}

/// What the words in a name say of it.
struct Words {
    /// Behind the last word for a kind of building.
    kind_end: Option<usize>,
    /// Whether one of the kinds is enough by itself.
    is_strong: bool,
    /// Whether it is the name of something else.
    is_other: bool,
}

impl Words {
    /// Looks at the name `token`; a kind that ends at or before `from` does not count.
    fn of(token: &str, from: usize) -> Self {
        static AUTOMATON: OnceLock<Option<AhoCorasick>> = OnceLock::new();
        let automaton = AUTOMATON.get_or_init(|| {
            AhoCorasick::builder()
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .build(KINDS.iter().chain(&OTHER_NAMES))
                .ok()
        });
        let mut words = Self {
            kind_end: None,
            is_strong: false,
            is_other: false,
        };
        for found in automaton
            .iter()
            .flat_map(|words| words.find_overlapping_iter(token))
        {
            if found.pattern().as_usize() >= KINDS.len() {
                words.is_other = true;
            } else if found.end() > from {
                words.kind_end = words.kind_end.max(Some(found.end()));
                let kind = KINDS.get(found.pattern().as_usize()).unwrap_or(&"");
                words.is_strong |= !WEAK_KINDS.contains(kind);
            }
        }
        words
    }
}

/// Characters of which the name of a building is made.
fn is_name_character(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || is_han(character)
        || is_katakana(character)
        || is_hiragana(character)
        || matches!(character, '・' | '&' | '\'' | '-' | '.' | 'ヶ' | 'Ⅰ'..='Ⅻ' | 'ⅰ'..='ⅻ')
}

/// Where the token ends if running text begins inside it.
fn cut_running_text(text: &str, at: usize, end: usize) -> usize {
    let token = text.get(at..end).unwrap_or_default();
    let mut before_is_hiragana = false;
    for (index, character) in token.char_indices() {
        if matches!(character, '宛' | '様') && index > 0 {
            return at + index;
        }
        let is_hiragana_now = is_hiragana(character);
        if is_hiragana_now && !before_is_hiragana && index > 0 {
            let run_end = skip_while(text, at + index, LONGEST_NAME, is_hiragana);
            let run = text.get(at + index..run_end).unwrap_or_default();
            let goes_on = RUNNING_TEXT.iter().any(|start| run.starts_with(start));
            let stands_alone = PARTICLES.contains(&run);
            let is_inside = matches!(run, "の" | "が")
                && char_at(text, run_end).is_some_and(is_han)
                && run_end < end;
            if goes_on || (stands_alone && !is_inside) {
                return at + index;
            }
        }
        before_is_hiragana = is_hiragana_now;
    }
    end
}

/// Whether no Latin letter or digit follows.
fn ends_word(text: &str, at: usize) -> bool {
    !char_at(text, at).is_some_and(|next| next.is_ascii_alphanumeric())
}

/// Whether a bare number ends at `at` and counts nothing.
fn ends_number(text: &str, at: usize) -> bool {
    match char_at(text, at) {
        None => true,
        Some(next) if next.is_ascii_alphanumeric() => false,
        Some('-' | ':' | '.' | ',' | '/' | '%') => {
            !char_at(text, at + 1).is_some_and(|beyond| beyond.is_ascii_digit())
                && !matches!(char_at(text, at), Some('%' | ':' | '/'))
        }
        Some(next) => {
            !is_han(next) && !matches!(next, 'つ' | 'ヶ' | 'カ' | 'ケ' | 'セ' | 'ポ' | 'キ' | 'メ')
                || matches!(next, '様' | '宛' | '方')
        }
    }
}

/// Whether the name of a wing ends here and is no beginning of another word.
fn ends_here(text: &str, at: usize) -> bool {
    !char_at(text, at)
        .is_some_and(|next| is_han(next) || is_katakana(next) || next.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn building(text: &str) -> &str {
        text.get(..read_building(text, 0)).unwrap()
    }

    #[test]
    fn buildings_floors_and_rooms() {
        for whole in [
            " ルネ中立売 2-C",
            " サンビル覚王山601",
            " 御池室町アパートメント 407号室",
            " KSビル B1",
            "KSビル3階",
            " 第3松井ビル3F",
            " コーポ荒川203",
            " メゾンやなぎ106",
            " リバーサイド石上B201",
            " ハーバーゲート神戸 9階",
            " 県営花園団地 2棟305号",
            " 吾妻ガーデンズA-1204",
            " 理化棟 B414",
            " 2階",
            " さくらハイツ五〇一",
            " ライフ川口本町 1002",
            " みどりビル",
            " 沢田荘 ろ号",
            " ハイツ桃谷 3C",
            " 第二丸の内館12階",
        ] {
            assert_eq!(building(whole), whole);
            let sentence = format!("{whole}です");
            assert_eq!(building(&sentence), whole, "{sentence}");
        }
    }

    #[test]
    fn what_is_no_building_stays_outside() {
        for text in [
            " 西尾工業 第三工場",
            " 山田太郎様",
            " 03-1234-5678",
            "です",
            "に送ってください",
            "の「ホテル海」",
            " TEL 03-1234-5678",
            " 株式会社サンビル",
            " yamada@example.jp",
            " 3月4日",
            " 10時",
        ] {
            assert_eq!(building(text), "", "{text}");
        }
    }
}
