//! Slots that a model left to be filled in (`[Customer_Name]`, `[お名前]`, `{name}`), and brackets that hold more
//! than one placeholder's number (`[PERSON_1と2]`).
//!
//! By words, so that brackets of prose (`[1]`, `{x}`, 【重要】, `<b>`) are none.

use super::grammar::{Attempt, attempt};
use super::label::{FlatLabel, Label, known_by_any_name};
use super::leftover::{LeftoverKind, Look};
use super::unit::{Escape, Read, Unit, Window};

/// Most characters between the brackets.
const MAX_CHARACTERS: usize = 40;

/// What English slots name; flat labels and their synonyms count as well.
const NAMES: &[&str] = &[
    "account",
    "address",
    "agent",
    "amount",
    "city",
    "client",
    "clients",
    "code",
    "company",
    "contact",
    "country",
    "customer",
    "customers",
    "date",
    "day",
    "deadline",
    "department",
    "email",
    "employee",
    "event",
    "firstname",
    "fullname",
    "item",
    "lastname",
    "link",
    "location",
    "manager",
    "month",
    "name",
    "names",
    "order",
    "organisation",
    "organization",
    "person",
    "phone",
    "position",
    "price",
    "product",
    "project",
    "recipient",
    "representative",
    "role",
    "sender",
    "service",
    "signature",
    "staff",
    "surname",
    "team",
    "telephone",
    "time",
    "title",
    "tracking",
    "url",
    "user",
    "username",
    "website",
    "year",
];

/// What stands beside them.
const FILLERS: &[&str] = &[
    "a",
    "add",
    "an",
    "and",
    "enter",
    "first",
    "full",
    "here",
    "id",
    "insert",
    "last",
    "my",
    "new",
    "no",
    "number",
    "of",
    "or",
    "our",
    "placeholder",
    "please",
    "s",
    "the",
    "to",
    "your",
];

/// How Japanese slots end.
const ENDINGS: &[&str] = &[
    "名",
    "様",
    "さま",
    "氏名",
    "名前",
    "住所",
    "番号",
    "日付",
    "日時",
    "期日",
    "納期",
    "金額",
    "電話",
    "メール",
    "アドレス",
    "担当",
    "担当者",
    "部署",
    "会社",
    "御社",
    "貴社",
    "商品",
    "署名",
    "役職",
    "宛先",
    "宛名",
    "連絡先",
    "顧客",
    "お客様",
    "氏",
    "URL",
];

/// Elements of HTML that are named by such words.
const ELEMENTS: &[&str] = &["address", "code", "data", "link", "time", "title"];

/// Looks at the bracket at byte `start`; gives the length of what it encloses and its kind.
pub(super) fn look(
    window: &Window<'_>,
    start: usize,
    opening: Unit,
) -> Look<(usize, LeftoverKind)> {
    let closing = match opening.character {
        '[' => ']',
        '{' => '}',
        '<' => '>',
        '【' => '】',
        '〔' => '〕',
        _ => return Look::No,
    };
    let mut at = start + opening.len;
    let mut content = String::new();
    for count in 0.. {
        let unit = match window.read(at) {
            Read::Unit(unit) => unit,
            Read::End => return Look::No,
            Read::More => return Look::More,
        };
        if unit.character == closing {
            break;
        }
        let lawful = unit.character.is_alphanumeric()
            || matches!(
                unit.character,
                ' ' | '\t'
                    | '\n'
                    | '\r'
                    | '_'
                    | '-'
                    | '.'
                    | '/'
                    | '#'
                    | ':'
                    | '・'
                    | '、'
                    | ','
                    | '\''
                    | '’'
                    | '&'
                    | '〇'
                    | '○'
                    | '●'
                    | '◯'
                    | '*'
                    | '+'
                    | '~'
                    | '…'
            );
        if !lawful || count == MAX_CHARACTERS {
            return Look::No;
        }
        content.push(unit.character);
        at += unit.len;
    }
    let inside = start + opening.len..at;
    let len = match window.read(at) {
        // The backslash before one of our own placeholders makes no slot of it.
        Read::Unit(closing)
            if opening.escape != Escape::Markdown || closing.escape == opening.escape =>
        {
            at + closing.len - start
        }
        _ => return Look::No,
    };
    match placeholders(window, inside) {
        Look::More => return Look::More,
        Look::Found(true) => return Look::Found((len, LeftoverKind::UnclearPlaceholder)),
        // They are restored one by one.
        Look::Found(false) => return Look::No,
        Look::No => {}
    }
    let Some(kind) = kind(opening.character, &content) else {
        return Look::No;
    };
    // 【お名前】 is a heading, 【お名前】様 is not.
    if opening.character == '【' {
        match window.read(start + len) {
            Read::More => return Look::More,
            Read::Unit(next) if matches!(next.character, '様' | '殿' | '氏' | 'さ' | '御') => {
            }
            _ if window
                .before(start)
                .is_some_and(|before| before.is_alphanumeric() || before == '、') => {}
            _ => return Look::No,
        }
    }
    Look::Found((len, kind))
}

/// Whether placeholders stand in `inside`, and digits besides them.
fn placeholders(window: &Window<'_>, inside: std::ops::Range<usize>) -> Look<bool> {
    let mut found = false;
    let mut digits = false;
    let mut at = inside.start;
    while at < inside.end {
        let unit = match window.read(at) {
            Read::Unit(unit) => unit,
            Read::End => break,
            Read::More => return Look::More,
        };
        match attempt(window, at) {
            Attempt::More => return Look::More,
            Attempt::Shape(shape)
                if at + shape.len <= inside.end && matches!(shape.label, Label::Known(_)) =>
            {
                found = true;
                at += shape.len;
            }
            _ => {
                digits |= unit.character.is_numeric();
                at += unit.len.max(1);
            }
        }
    }
    if found { Look::Found(digits) } else { Look::No }
}

/// What the words between brackets are, if they are no prose.
fn kind(opening: char, content: &str) -> Option<LeftoverKind> {
    let content = content.trim_matches(|c: char| c.is_whitespace() || c == '/');
    if content.chars().count() > 1
        && content
            .chars()
            .all(|c| matches!(c, '〇' | '○' | '●' | '◯' | 'X' | 'x' | '*'))
    {
        return Some(LeftoverKind::Slot);
    }
    let is_identifier = !content.contains([' ', '\n', ',', ':', '.', '/', '#', '、']);
    let words = words(content);
    if opening == '<' && words.len() == 1 && ELEMENTS.contains(&content) {
        return None;
    }
    let letters: String = content
        .chars()
        .filter(|c| c.is_alphabetic() && *c != '様')
        .collect();
    let is_known = |word: &str| {
        FlatLabel::of(word).is_some_and(|flat| known_by_any_name(flat.as_str()).is_some())
    };
    let has_number = content.chars().any(char::is_numeric);
    if is_known(&letters) {
        return Some(if has_number {
            LeftoverKind::UnclearPlaceholder
        } else {
            LeftoverKind::Slot
        });
    }
    if content.chars().any(|c| !c.is_ascii() && c.is_alphabetic()) {
        let stem =
            content.trim_end_matches(|c: char| c.is_numeric() || matches!(c, '_' | '-' | ' '));
        let is_slot = ENDINGS.iter().any(|ending| stem.ends_with(ending));
        if is_slot {
            return Some(LeftoverKind::Slot);
        }
        // [Téléphone_1], [ЕMAIL_1]
        return (opening == '[' && content.contains('_') && has_number)
            .then_some(LeftoverKind::UnclearPlaceholder);
    }
    let is_name = |word: &&String| NAMES.contains(&word.as_str()) || is_known(word);
    let is_filler =
        |word: &&String| FILLERS.contains(&word.as_str()) || word.chars().all(char::is_numeric);
    let named = words.iter().any(|word| is_name(&word));
    let all = words.iter().all(|word| is_name(&word) || is_filler(&word));
    if named && (all || is_identifier && content.contains('_')) {
        return Some(LeftoverKind::Slot);
    }
    // [ORDER_1] names nothing that the map could hold.
    (opening == '[' && is_identifier && content.contains('_') && has_number)
        .then_some(LeftoverKind::UnclearPlaceholder)
}

/// The words in small letters; `customerName` is two.
fn words(content: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for character in content.chars() {
        if character.is_alphanumeric() {
            let begins = before.is_none_or(|before| {
                !before.is_alphanumeric()
                    || before.is_lowercase() && character.is_uppercase()
                    || before.is_numeric() != character.is_numeric()
            });
            if begins {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.extend(character.to_lowercase());
            }
        }
        before = Some(character);
    }
    words
}
