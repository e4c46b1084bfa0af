//! Names in Latin letters.

use super::super::evidence::{self, Evidence};
use super::super::format::kana;
use super::super::mention::{Mention, Part, Reason};
use super::super::model::Model;
use super::super::page::{Page, Script};
use super::super::romaji;
use crate::text::block::{BLOCK, Block, places};

/// Most words of a name.
const MOST_WORDS: usize = 5;

/// Small words inside names.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "di", "del", "la", "le", "van", "von", "der", "den", "bin", "al",
    "el", "y",
];

/// Vietnamese family names, which stand before two or three given ones.
const VIETNAMESE: &[&str] = &[
    "nguyen", "nguyễn", "tran", "trần", "pham", "phạm", "hoang", "hoàng", "phan", "vu", "vũ",
    "dang", "đặng", "bui", "bùi", "ngo", "ngô", "duong", "dương", "le", "lê", "ho", "hồ", "huynh",
    "huỳnh", "vo", "võ", "do", "đỗ", "ly", "lý", "dinh", "đinh", "truong", "trương",
];

/// Titles before a name.
const TITLES: &[&str] = &[
    "Mr", "Ms", "Mrs", "Miss", "Dr", "Prof", "Sir", "Madam", "Dear", "Hi", "Hello",
];

/// Relations that stand before a name in English.
const RELATIONS: &[&str] = &[
    "husband",
    "wife",
    "son",
    "daughter",
    "mother",
    "father",
    "brother",
    "sister",
    "colleague",
    "friend",
    "partner",
    "assistant",
    "boss",
    "uncle",
    "aunt",
    "cousin",
    "nephew",
    "niece",
    "c/o",
    "named",
    "name is",
    "am",
    "I'm",
];

/// Lines behind which a writer signs.
const CLOSINGS: &[&str] = &[
    "regards",
    "best",
    "sincerely",
    "thanks",
    "thank you",
    "cheers",
    "yours",
    "cordially",
    "respectfully",
    "warmly",
];

/// Adds the mentions of a text of ASCII. Only a word that begins with a capital can be one, so that all
/// other bytes are passed over by the block.
pub(in super::super) fn find_ascii(model: &Model, page: &Page<'_>, mentions: &mut Vec<Mention>) {
    let bytes = page.text().as_bytes();
    // Where to go on behind the last word that was read.
    let mut next = 0;
    let mut is_in_word = 0;
    for base in (0..bytes.len()).step_by(BLOCK) {
        let block = Block::load(bytes, base);
        let letters = block.letters();
        let starts = block.in_range(b'A', 26) & !(letters << 1 | is_in_word);
        is_in_word = letters >> 63;
        for place in places(starts) {
            let at = base + place;
            // O'Neill, Jean-Luc: what joins words is inside one.
            let is_joined = matches!(page.char_before(at), Some('\'' | '-'))
                && at >= 2
                && page.script(at - 2) == Script::Latin;
            if at >= next && (!is_joined || at == next) {
                next = read(model, page, at, mentions);
            }
        }
    }
}

/// Reads the Latin word that begins at `at`; answers where to go on.
pub(in super::super) fn read(
    model: &Model,
    page: &Page<'_>,
    at: usize,
    mentions: &mut Vec<Mention>,
) -> usize {
    let first_end = word_end(page, at);
    if !page.char(at).is_some_and(char::is_uppercase) {
        return first_end;
    }
    let first = page.slice(at, first_end);
    if is_no_name(model, first) && !TITLES.contains(&first.trim_end_matches('.')) {
        return first_end;
    }
    let mut words = words(page, at);
    // A title is no part of the name, nor is any word that no name holds.
    let mut has_title = false;
    while let Some(&(start, end)) = words.first() {
        if !TITLES.contains(&page.slice(start, end).trim_end_matches('.')) {
            break;
        }
        has_title = true;
        words.remove(0);
    }
    if let Some(index) = words
        .iter()
        .position(|&(start, end)| is_no_name(model, page.slice(start, end)))
    {
        words.truncate(index);
    }
    let (Some(&(start, first_end)), Some(&(last_start, end))) = (words.first(), words.last())
    else {
        return first_end;
    };
    if touches_code(page, start, end, words.len()) {
        return first_end;
    }
    let bits_of = |&(start, end): &(usize, usize)| reading_bits(model, page.slice(start, end));
    let evidence = Evidence::around(model, page, start, end);
    let needs_known = matches!(evidence.after, Some(Reason::Introduction | Reason::Title))
        || evidence.before == Some(Reason::Role);
    let is_known = needs_known && words.iter().any(|word| bits_of(word) != 0);
    let mut reason = has_title.then_some(Reason::Title);
    let mut consider = |found: Option<Reason>| reason = found.max(reason);
    if matches!(page.char(end), Some('-' | ' '))
        && ["-san", "-sama", " san", "-sensei", "-kun"]
            .iter()
            .any(|honorific| page.starts_with(end, honorific))
    {
        consider(Some(Reason::Honorific));
    }
    match evidence.after {
        Some(Reason::Honorific) => consider(evidence.after),
        Some(Reason::Introduction | Reason::Title) if is_known => consider(evidence.after),
        _ => {}
    }
    if evidence.before == Some(Reason::Title) || evidence.before == Some(Reason::Role) && is_known {
        consider(evidence.before);
    }
    if page.char_before(start) == Some(' ')
        && RELATIONS
            .iter()
            .any(|relation| ends_with_word(page, start, relation))
    {
        consider(Some(Reason::Role));
    }
    if evidence.is_line && follows_closing(page, start) {
        consider(Some(Reason::Introduction));
    }
    if evidence.is_line && words.len() >= 2 && words.len() <= 3 && precedes_contact(page, end) {
        consider(Some(Reason::Line));
    }
    // A common given name and what follows it; a Vietnamese family name and two more.
    let is_listed = (2..=4).contains(&words.len())
        && model.latin_bits(page.slice(start, first_end)) & kana::LATIN_GIVEN != 0;
    let is_vietnamese = words.len() >= 3
        && words.first().is_some_and(|&(start, end)| {
            VIETNAMESE.contains(&page.slice(start, end).to_lowercase().as_str())
        });
    if is_listed || is_vietnamese {
        consider(Some(Reason::FullName));
    }
    // Family and given name of the dictionary, in either order.
    if let [first, second] = &words[..] {
        let (first, second) = (bits_of(first), bits_of(second));
        let is_pair = (first & kana::SURNAME != 0 && second & kana::GIVEN != 0)
            || (first & kana::GIVEN != 0 && second & kana::SURNAME != 0)
            || (first & kana::LATIN_GIVEN != 0 && second & kana::LATIN_FAMILY != 0);
        if is_pair && first_end - start >= 2 {
            consider(Some(Reason::FullName));
        }
    }
    let Some(reason) = reason else {
        return first_end;
    };
    mentions.push(Mention {
        start,
        end,
        part: if words.len() == 1 {
            Part::Other
        } else {
            Part::Full
        },
        reason,
        parts: (words.len() == 2).then_some((first_end, last_start)),
    });
    end
}

/// Whether a word of a field may be part of a name: `Some(true)` if the dictionary knows it as one,
/// `Some(false)` if it is capitalised, `None` if not.
pub(in super::super) fn is_name_word(model: &Model, word: &str) -> Option<bool> {
    let is_particle = PARTICLES.contains(&word);
    if is_no_name(model, word) || !(word.starts_with(char::is_uppercase) || is_particle) {
        return None;
    }
    if word.chars().any(|character| {
        !(character.is_alphabetic() || matches!(character, '.' | '\'' | '’' | '-'))
    }) {
        return None;
    }
    Some(reading_bits(model, word) != 0)
}

fn is_no_name(model: &Model, word: &str) -> bool {
    model.latin_bits(word.trim_end_matches('.')) & kana::LATIN_WORD != 0
}

/// A name in Latin letters in brackets right behind a name.
pub(super) fn reading_behind(model: &Model, page: &Page<'_>, end: usize) -> Option<(usize, usize)> {
    let open = evidence::skip(page, end, |character| character == ' ');
    let start = open + 1;
    if page.char(open) != Some('(') || !page.char(start)?.is_uppercase() {
        return None;
    }
    if page.script(start) != Script::Latin {
        return None;
    }
    let words = words(page, start);
    let &(_, end) = words.last()?;
    let is_closed = matches!(page.char(end), Some(')' | '、' | ',' | '/'));
    let is_name = words
        .iter()
        .all(|&(start, end)| !is_no_name(model, page.slice(start, end)));
    (is_closed && is_name && end - start >= 3 && (words.len() > 1 || page.char(end) == Some(')')))
        .then_some((start, end))
}

/// Whether the next lines hold a mail address, a telephone number or a postal code: a signature.
fn precedes_contact(page: &Page<'_>, end: usize) -> bool {
    let below = page.slice(end, (end + 200).min(page.len()));
    let block: String = below
        .split("\n\n")
        .next()
        .unwrap_or_default()
        .to_lowercase();
    [
        "@",
        "tel",
        "phone",
        "〒",
        "fax",
        "ltd",
        "inc.",
        "http",
        "株式会社",
        "mobile",
    ]
    .iter()
    .any(|sign| block.contains(sign))
}

/// The words that begin at `at`, with single spaces between them.
fn words(page: &Page<'_>, at: usize) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = at;
    loop {
        let end = word_end(page, start);
        words.push((start, end));
        let next = end + 1;
        let goes_on = page.char(end) == Some(' ')
            && page.char(next).is_some_and(char::is_uppercase)
            && page.script(next) == Script::Latin
            && page.script(word_end(page, next)) != Script::Digit;
        if goes_on && words.len() < MOST_WORDS {
            start = next;
            continue;
        }
        // Beatriz de Almeida
        let particle_end = page.run_end(next, Script::Latin);
        let is_particle = page.char(end) == Some(' ')
            && page.char(particle_end) == Some(' ')
            && page.char(particle_end + 1).is_some_and(char::is_uppercase)
            && PARTICLES.contains(&page.slice(next, particle_end));
        if !is_particle || words.len() >= MOST_WORDS {
            return words;
        }
        start = next;
    }
}

/// A word: letters, with ' and - between letters and a dot behind a single one or a title.
fn word_end(page: &Page<'_>, start: usize) -> usize {
    let mut end = start;
    loop {
        end = page.run_end(end, Script::Latin);
        let joins = matches!(page.char(end), Some('\'' | '’' | '-'))
            && page.char(end + 1).is_some_and(char::is_uppercase)
            && page.script(end + 1) == Script::Latin;
        if !joins {
            break;
        }
        end += 1;
    }
    let is_short = end - start <= 4;
    let is_abbreviation = is_short
        && page.char(end) == Some('.')
        && page.char(end + 1) == Some(' ')
        && (end - start == 1 || TITLES.contains(&page.slice(start, end)));
    if is_abbreviation { end + 1 } else { end }
}

/// Whether the text before `at` ends in a word and a space.
fn ends_with_word(page: &Page<'_>, at: usize, word: &str) -> bool {
    // The words are ASCII; their last letters tell most of them apart from the text.
    at.checked_sub(word.len() + 1).is_some_and(|start| {
        page.char(at - 2) == word.bytes().last().map(char::from)
            && page.slice(start, at - 1) == word
            && page.char(at - 1) == Some(' ')
            && page.script_before(start) != Script::Latin
    })
}

/// Grows a known name over the capitalised words around it: Oluwaseun Adebayo.
pub(super) fn grow(model: &Model, page: &Page<'_>, start: usize, end: usize) -> (usize, usize) {
    let (mut start, mut end) = (start, end);
    for _ in 0..2 {
        if page.char_before(start) != Some(' ') {
            break;
        }
        let word = page.run_start(start - 1, Script::Latin);
        let is_name = page.char(word).is_some_and(char::is_uppercase)
            && start - 1 - word >= 2
            && !is_no_name(model, page.slice(word, start - 1));
        if !is_name {
            break;
        }
        start = word;
    }
    if let Some(&(_, grown)) = words(page, start)
        .iter()
        .take_while(|&&(start, end)| !is_no_name(model, page.slice(start, end)))
        .last()
    {
        end = end.max(grown);
    }
    (start, end)
}

/// Whether the words are part of an address, a path or a code.
fn touches_code(page: &Page<'_>, start: usize, end: usize, words: usize) -> bool {
    let joins = |character: Option<char>| {
        character.is_some_and(|character| {
            character.is_ascii_digit()
                || matches!(character, '@' | '_' | '\\' | '#' | '&' | '+')
                || character == '/' && words < 2
        })
    };
    joins(page.char_before(start))
        || joins(page.char(end))
        || page.char(end) == Some('.') && page.script(end + 1) == Script::Latin
        || page.char_before(start) == Some('.')
            && start >= 2
            && page.script(start - 2) == Script::Latin
        || page.char_before(start) == Some('-')
            && start >= 2
            && page.script(start - 2) != Script::LineEnd
}

/// Whether the line before is a closing such as "Kind regards,".
fn follows_closing(page: &Page<'_>, start: usize) -> bool {
    let line_end = evidence::skip_back(page, start, |character| {
        matches!(character, ' ' | '\n' | '\r' | '>' | '\t')
    });
    let floor = line_end.saturating_sub(40);
    let mut line_start = line_end;
    while line_start > floor && page.script(line_start - 1) != Script::LineEnd {
        line_start -= 1;
    }
    let line = page.slice(line_start, line_end).to_lowercase();
    let line = line.trim_matches(|character: char| !character.is_alphabetic());
    CLOSINGS.iter().any(|closing| line.ends_with(closing))
}

/// What a romanised Japanese word may be: the union of the bits of every kana spelling it stands for.
fn reading_bits(model: &Model, word: &str) -> u32 {
    let listed = model.latin_bits(word) & (kana::LATIN_GIVEN | kana::LATIN_FAMILY);
    if word.len() < 2 || word.len() > 16 || !word.is_ascii() {
        return listed;
    }
    listed
        | romaji::kana_spellings(
            word,
            |state, kana| model.kana.step(state, kana),
            model.kana.start(),
        )
        .into_iter()
        .filter_map(|state| model.kana.value(state))
        .fold(0, |all, bits| all | bits)
            & (kana::SURNAME | kana::GIVEN)
}
