//! Names in Latin letters.

use super::super::evidence::{self, Evidence};
use super::super::format::kana;
use super::super::mention::{Mention, Part, Reason};
use super::super::model::Model;
use super::super::page::{Page, Script};
use super::super::romaji;

/// Most words of a name.
const MOST_WORDS: usize = 5;

/// Words of company names, departments and headings, in small letters: no name holds them.
const NO_NAMES: &[&str] = &[
    "account",
    "accounting",
    "accounts",
    "admin",
    "administration",
    "agency",
    "airlines",
    "airport",
    "and",
    "answer",
    "app",
    "asia",
    "association",
    "auto",
    "avenue",
    "bank",
    "billing",
    "board",
    "book",
    "box",
    "building",
    "business",
    "button",
    "campaign",
    "card",
    "care",
    "center",
    "centre",
    "city",
    "class",
    "client",
    "cloud",
    "club",
    "co",
    "code",
    "college",
    "company",
    "contact",
    "corp",
    "corporation",
    "customer",
    "data",
    "date",
    "dear",
    "delivery",
    "department",
    "dept",
    "design",
    "desk",
    "development",
    "digital",
    "division",
    "electric",
    "email",
    "engineering",
    "error",
    "fax",
    "finance",
    "for",
    "foundation",
    "freight",
    "from",
    "global",
    "gmbh",
    "group",
    "hall",
    "hello",
    "help",
    "helpdesk",
    "hi",
    "holdings",
    "home",
    "hospital",
    "hotel",
    "hr",
    "import",
    "export",
    "inc",
    "info",
    "information",
    "insurance",
    "international",
    "invoice",
    "japan",
    "kk",
    "lab",
    "laboratory",
    "labs",
    "lead",
    "limited",
    "list",
    "llc",
    "logistics",
    "ltd",
    "mail",
    "mailer",
    "manager",
    "market",
    "marketing",
    "master",
    "media",
    "member",
    "message",
    "mobile",
    "news",
    "no",
    "noreply",
    "note",
    "notice",
    "number",
    "office",
    "official",
    "online",
    "order",
    "original",
    "payment",
    "phone",
    "press",
    "product",
    "products",
    "project",
    "public",
    "purchase",
    "reply",
    "report",
    "request",
    "research",
    "reservation",
    "road",
    "sales",
    "school",
    "science",
    "security",
    "sent",
    "service",
    "services",
    "shipment",
    "shop",
    "site",
    "software",
    "solution",
    "solutions",
    "store",
    "street",
    "studio",
    "subject",
    "support",
    "system",
    "systems",
    "tech",
    "technical",
    "technologies",
    "technology",
    "tel",
    "test",
    "the",
    "ticket",
    "to",
    "tokyo",
    "tower",
    "trade",
    "trading",
    "travel",
    "union",
    "university",
    "update",
    "user",
    "web",
    "webmaster",
    "world",
    "your",
    "regards",
    "best",
    "kind",
    "sincerely",
    "thanks",
    "thank",
    "you",
    "cheers",
    "warm",
    "yours",
    "am",
    "pm",
    "on",
    "at",
    "in",
    "of",
    "is",
    "re",
    "fw",
    "fwd",
    "cc",
    "bcc",
    "attn",
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "printing",
    "press",
    "works",
    "factory",
    "gallery",
    "museum",
    "institute",
    "clinic",
    "cafe",
    "restaurant",
    "bar",
    "park",
    "room",
    "floor",
    "suite",
    "station",
    "line",
    "north",
    "south",
    "east",
    "west",
    "new",
    "old",
    "mt",
    "st",
    "this",
    "that",
    "we",
    "our",
    "my",
    "it",
    "he",
    "she",
    "they",
    "i",
    "a",
    "an",
    "please",
    "could",
    "would",
    "if",
    "as",
    "by",
    "with",
    "not",
    "yes",
    "ok",
    "pdf",
    "url",
    "id",
    "api",
    "faq",
    "html",
    "http",
    "https",
    "www",
    "google",
    "windows",
    "apple",
    "iphone",
    "android",
    "microsoft",
    "amazon",
    "twitter",
    "facebook",
    "line",
    "mr",
    "ms",
    "mrs",
    "dr",
    "prof",
    "miss",
];

/// Small words inside names.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "di", "del", "la", "le", "van", "von", "der", "den", "bin", "al",
    "el", "y",
];

/// Titles before a name.
const TITLES: &[&str] = &[
    "Mr", "Ms", "Mrs", "Miss", "Dr", "Prof", "Sir", "Madam", "Dear", "Hi", "Hello",
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
        .position(|&(start, end)| is_no_name(page.slice(start, end)))
    {
        words.truncate(index);
    }
    let (Some(&(start, first_end)), Some(&(last_start, end))) = (words.first(), words.last())
    else {
        return first_end;
    };
    if touches_code(page, start, end) {
        return first_end;
    }
    let readings: Vec<u32> = words
        .iter()
        .map(|&(start, end)| reading_bits(model, page.slice(start, end)))
        .collect();
    let evidence = Evidence::around(model, page, start, end);
    let is_known = readings.iter().any(|&bits| bits != 0);
    let mut reason = has_title.then_some(Reason::Title);
    let mut consider = |found: Option<Reason>| reason = found.max(reason);
    if ["-san", "-sama", " san", "-sensei", "-kun"]
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
    if evidence.is_line && follows_closing(page, start) {
        consider(Some(Reason::Introduction));
    }
    if evidence.is_line && words.len() >= 2 && words.len() <= 3 && precedes_contact(page, end) {
        consider(Some(Reason::Line));
    }
    // Family and given name of the dictionary, in either order.
    if let [first, second] = readings[..] {
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
    if is_no_name(word) || !(word.starts_with(char::is_uppercase) || is_particle) {
        return None;
    }
    if word.chars().any(|character| {
        !(character.is_alphabetic() || matches!(character, '.' | '\'' | '’' | '-'))
    }) {
        return None;
    }
    Some(reading_bits(model, word) != 0)
}

fn is_no_name(word: &str) -> bool {
    let small = word.trim_end_matches('.').to_lowercase();
    NO_NAMES.contains(&small.as_str())
}

/// A name in Latin letters in brackets right behind a name.
pub(super) fn reading_behind(page: &Page<'_>, end: usize) -> Option<(usize, usize)> {
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
        .all(|&(start, end)| !is_no_name(page.slice(start, end)));
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
            && PARTICLES.contains(&page.slice(next, particle_end))
            && page.char(particle_end) == Some(' ')
            && page.char(particle_end + 1).is_some_and(char::is_uppercase);
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

/// Whether the words are part of an address, a path or a code.
fn touches_code(page: &Page<'_>, start: usize, end: usize) -> bool {
    let joins = |character: Option<char>| {
        character.is_some_and(|character| {
            character.is_ascii_digit()
                || matches!(character, '@' | '_' | '/' | '\\' | '#' | '&' | '+')
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
    let listed = model.kana.get(&word.to_lowercase()).unwrap_or_default()
        & (kana::LATIN_GIVEN | kana::LATIN_FAMILY);
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
