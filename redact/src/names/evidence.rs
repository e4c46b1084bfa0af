//! What the text around a name says.

use super::format::{affix, kana};
use super::mention::Reason;
use super::model::Model;
use super::page::{Page, Script};

/// Longest label or role that is looked for before a name, in characters.
const LONGEST_MARK: usize = 10;
/// Longest reading in brackets.
const LONGEST_READING: usize = 24;

/// Phrases behind a name with which people introduce or sign.
const INTRODUCTIONS: &[&str] = &[
    "と申し",
    "ともうし",
    "と言いま",
    "といいま",
    "という者",
    "というもの",
    "でございます",
    "で御座います",
    "と名乗",
    "宛",
    "あて",
    "拝\n",
    "より\n",
    "記\n",
    "こと",
];

/// The first characters of [`INTRODUCTIONS`].
fn may_begin_introduction(character: char) -> bool {
    matches!(
        character,
        'と' | 'で' | '宛' | 'あ' | '拝' | 'よ' | '記' | 'こ'
    )
}

/// What stands around a piece of text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    pub(super) before: Option<Reason>,
    pub(super) after: Option<Reason>,
    /// Nothing else stands on the line.
    pub(super) is_line: bool,
    /// です and the like behind it: worth something behind の or at the start of a sentence.
    pub(super) is_copula_behind: bool,
    /// It stands at the start of a line or field.
    pub(super) starts_field: bool,
}

impl Evidence {
    pub(super) fn around(model: &Model, page: &Page<'_>, start: usize, end: usize) -> Self {
        let line_start = skip_back(page, start, |character| {
            is_blank(character) || is_bullet(character)
        });
        let line_end = skip(page, end, is_blank);
        let starts_field = page.script_before(line_start) == Script::LineEnd;
        Self {
            before: before(model, page, start),
            after: after(model, page, end),
            is_line: starts_field && page.script(line_end) == Script::LineEnd,
            is_copula_behind: page.starts_with(end, "です") || page.starts_with(end, "でした"),
            starts_field,
        }
    }
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t')
}

fn is_bullet(character: char) -> bool {
    matches!(
        character,
        '>' | '・' | '-' | '*' | '■' | '□' | '●' | '○' | '◆' | '◇' | '▼' | '※' | '|'
    )
}

pub(super) fn skip(page: &Page<'_>, from: usize, what: impl Fn(char) -> bool) -> usize {
    let mut at = from;
    while page.char(at).is_some_and(&what) {
        at += 1;
    }
    at
}

pub(super) fn skip_back(page: &Page<'_>, from: usize, what: impl Fn(char) -> bool) -> usize {
    let mut at = from;
    while page.char_before(at).is_some_and(&what) {
        at -= 1;
    }
    at
}

/// A quick look: whether a character beside a stretch can belong to evidence at all.
pub(super) fn may_stand_beside(page: &Page<'_>, start: usize, end: usize) -> bool {
    let before = match page.char_before(start) {
        None => true,
        Some('の' | 'は') => matches!(
            page.script_before(start - 1),
            Script::Kanji | Script::Katakana
        ),
        Some(character) => {
            !matches!(page.script_before(start), Script::Hiragana | Script::Digit)
                && !matches!(character, '、' | '。' | '!' | '?')
        }
    };
    before
        || match page.char(end) {
            None => true,
            Some('と') => matches!(page.char(end + 1), Some('申' | '言' | 'い' | 'も' | '名')),
            Some('で') => matches!(page.char(end + 1), Some('す' | 'ご' | '御' | 'し')),
            Some('さ') => matches!(page.char(end + 1), Some('ん' | 'ま')),
            Some('く' | 'ち' | 'せ' | 'よ' | 'あ' | 'こ') => true,
            Some(character) => {
                !matches!(
                    page.script(end),
                    Script::Hiragana | Script::Digit | Script::Latin
                ) && !matches!(character, '、' | '。' | '!' | '?')
            }
        }
}

/// The affix bits of all marks that end right before `end`.
pub(super) fn marks_before(model: &Model, page: &Page<'_>, end: usize) -> u32 {
    model.affixes_ending((0..end).rev().map_while(|at| page.char(at)))
}

/// What stands before a name.
pub(super) fn before(model: &Model, page: &Page<'_>, start: usize) -> Option<Reason> {
    let quoted = skip_back(page, start, |character| {
        matches!(character, '「' | '『' | '"' | '“' | '\'')
    });
    let at = skip_back(page, quoted, is_blank);
    let has_space = at < quoted;
    match page.char_before(at) {
        Some(':' | '】' | ']' | '=' | '→' | '》' | '〉') => {
            let mut label_end = skip_back(page, at - 1, is_blank);
            // 氏名(カナ):
            if page.char_before(label_end) == Some(')') {
                let open = skip_back(page, label_end - 1, |character| {
                    !matches!(character, '(' | '\n') && !character.is_ascii_digit()
                });
                if label_end - open < LONGEST_MARK {
                    label_end = open.saturating_sub(1);
                }
            }
            (marks_before(model, page, label_end) & affix::LABEL != 0).then_some(Reason::Label)
        }
        Some(';' | ',') => {
            // A further recipient behind a mail address.
            let line = line_before(page, at);
            (line.contains('@') || line.contains('>')).then_some(Reason::Label)
        }
        Some('の') if !has_space => {
            let bits = marks_before(model, page, at - 1);
            if bits & (affix::ROLE | affix::TITLE) != 0 {
                Some(Reason::Role)
            } else {
                None
            }
        }
        // 夫(亮)
        Some('(') => {
            let bits = marks_before(model, page, at - 1);
            (bits & affix::ROLE != 0).then_some(Reason::Role)
        }
        Some('は') if !has_space => {
            let bits = marks_before(model, page, at - 1);
            (bits & (affix::ROLE | affix::LABEL) != 0).then_some(Reason::Role)
        }
        Some('.') => {
            let line = line_before(page, at);
            ["Mr.", "Ms.", "Mrs.", "Dr.", "Prof.", "Miss."]
                .iter()
                .any(|title| line.ends_with(title))
                .then_some(Reason::Title)
        }
        _ => {
            let bits = marks_before(model, page, at);
            if quoted < start && bits & affix::LABEL != 0 {
                return Some(Reason::Label);
            }
            if has_space && bits & affix::LABEL != 0 && starts_line(page, at) {
                return Some(Reason::Label);
            }
            if bits & affix::TITLE != 0 && (has_space || page.script_before(at) == Script::Katakana)
            {
                return Some(Reason::Title);
            }
            (has_space && bits & affix::ROLE != 0).then_some(Reason::Role)
        }
    }
}

/// Whether only a short word stands on the line before `at`.
fn starts_line(page: &Page<'_>, at: usize) -> bool {
    let start = skip_back(page, at, |character| {
        !matches!(character, '\n' | '\r' | ' ')
    });
    let start = skip_back(page, start, |character| {
        is_blank(character) || is_bullet(character)
    });
    page.script_before(start) == Script::LineEnd
}

/// The line up to `at`, bounded.
fn line_before<'t>(page: &Page<'t>, at: usize) -> &'t str {
    let floor = at.saturating_sub(80);
    let mut start = at;
    while start > floor && page.script(start - 1) != Script::LineEnd {
        start -= 1;
    }
    page.slice(start, at)
}

/// What stands behind a name.
pub(super) fn after(model: &Model, page: &Page<'_>, end: usize) -> Option<Reason> {
    let quoted = skip(page, end, |character| {
        matches!(character, '」' | '』' | '"' | '”' | '\'')
    });
    let at = skip(page, quoted, is_blank);
    if let Some(bits) = model.longest_affix(page, at, LONGEST_MARK) {
        if bits & affix::HONORIFIC != 0 {
            return Some(Reason::Honorific);
        }
        if bits & affix::TITLE != 0 && bits & (affix::ROLE | affix::ORGANISATION) == 0 && at == end
        {
            return Some(Reason::Title);
        }
    }
    if page.char(at) == Some('<') {
        let inside = page.slice(at + 1, (at + 80).min(page.len()));
        let address = inside.split(['>', '\n']).next().unwrap_or_default();
        if address.contains('@') {
            return Some(Reason::MailAddress);
        }
    }
    if let Some((start, close)) = reading_behind(page, end)
        && is_name_reading(model, page.slice(start, close))
        && page.char(close) == Some(')')
    {
        return Some(Reason::Reading);
    }
    if !page.char(at).is_some_and(may_begin_introduction) {
        return None;
    }
    let rest = page.slice(at, (at + LONGEST_MARK).min(page.len()));
    INTRODUCTIONS
        .iter()
        .any(|phrase| rest.starts_with(phrase) || (rest.len() == 3 && phrase.trim_end() == rest))
        .then_some(Reason::Introduction)
}

/// Whether kana are the reading of a name: of one, or of a family and a given name.
pub(super) fn is_name_reading(model: &Model, reading: &str) -> bool {
    const NAME: u32 = kana::SURNAME | kana::GIVEN;
    let is_name = |text: &str| model.kana.get(text).is_some_and(|bits| bits & NAME != 0);
    // A rare name's reading is in no list, but it is no ordinary word either.
    let is_rare = model.kana.get(reading).is_none() && (2..=5).contains(&reading.chars().count());
    is_name(reading)
        || is_rare
        || reading
            .split([' ', '・'])
            .filter(|part| is_name(part))
            .count()
            * 2
            > 1
            && reading.contains([' ', '・'])
        || reading.char_indices().skip(2).any(|(at, _)| {
            let (family, given) = reading.split_at_checked(at).unwrap_or_default();
            given.chars().count() >= 2 && is_name(family) && is_name(given)
        })
}

/// Behind the honorific that stands at `at`, if one does.
pub(super) fn skip_honorific(model: &Model, page: &Page<'_>, at: usize) -> usize {
    let rest = page.slice(at, (at + 4).min(page.len()));
    match model.affixes.longest_prefix(rest) {
        Some((length, bits)) if bits & affix::HONORIFIC != 0 => {
            at + rest.get(..length).map_or(0, |mark| mark.chars().count())
        }
        _ => at,
    }
}

/// A reading in kana in brackets right behind a name: where it begins and ends.
pub(super) fn reading_behind(page: &Page<'_>, end: usize) -> Option<(usize, usize)> {
    let open = skip(page, end, |character| character == ' ');
    if page.char(open) != Some('(') {
        return None;
    }
    let start = skip(page, open + 1, is_blank);
    let is_kana = |at: usize| matches!(page.script(at), Script::Hiragana | Script::Katakana);
    let mut at = start;
    while at < start + LONGEST_READING && (is_kana(at) || matches!(page.char(at), Some(' ' | '・')))
    {
        at += 1;
    }
    let mut close = skip_back(page, at, is_blank);
    // (ひかるくん)
    for honorific in ["さん", "くん", "ちゃん", "さま"] {
        let length = honorific.chars().count();
        if close > start + length + 1 && page.slice(close - length, close) == honorific {
            close -= length;
        }
    }
    let is_closed = matches!(page.char(at), Some(')' | '、' | ',' | '/'));
    (is_closed && close > start && is_kana(start)).then_some((start, close))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_introduction_passes_the_first_look() {
        for phrase in INTRODUCTIONS {
            assert!(phrase.starts_with(may_begin_introduction), "{phrase}");
        }
    }
}
