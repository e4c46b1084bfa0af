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
    "account", "accounting", "accounts", "admin", "administration", "agency", "airlines", "airport", "and",
    "answer", "app", "asia", "association", "auto", "avenue", "bank", "billing", "board", "book", "box",
    "building", "business", "button", "campaign", "card", "care", "center", "centre", "city", "class", "client",
    "cloud", "club", "co", "code", "college", "company", "contact", "corp", "corporation", "customer", "data",
    "date", "dear", "delivery", "department", "dept", "design", "desk", "development", "digital", "division",
    "electric", "email", "engineering", "error", "fax", "finance", "for", "foundation", "freight", "from", "global",
    "gmbh", "group", "hall", "hello", "help", "helpdesk", "hi", "holdings", "home", "hospital", "hotel", "hr", "import",
    "export", "inc", "info", "information", "insurance", "international", "invoice", "japan", "kk", "lab",
    "laboratory", "labs", "lead", "limited", "list", "llc", "logistics", "ltd", "mail", "mailer", "manager",
    "market", "marketing", "master", "media", "member", "message", "mobile", "news", "no", "noreply", "note",
    "notice", "number", "office", "official", "online", "order", "original", "payment", "phone", "press", "product",
    "products", "project", "public", "purchase", "reply", "report", "request", "research", "reservation", "road",
    "sales", "school", "science", "security", "sent", "service", "services", "shipment", "shop", "site", "software",
    "solution", "solutions", "store", "street", "studio", "subject", "support", "system", "systems", "tech",
    "technical", "technologies", "technology", "tel", "test", "the", "ticket", "to", "tokyo", "tower", "trade", "trading",
    "travel", "union", "university", "update", "user", "web", "webmaster", "world", "your", "regards", "best", "kind",
    "sincerely", "thanks", "thank", "you", "cheers", "warm", "yours", "mr", "ms", "mrs", "dr", "prof", "miss",
];

/// Titles before a name.
const TITLES: &[&str] = &["Mr", "Ms", "Mrs", "Miss", "Dr", "Prof", "Sir", "Madam", "Dear", "Hi", "Hello"];

/// Lines behind which a writer signs.
const CLOSINGS: &[&str] = &[
    "regards", "best", "sincerely", "thanks", "thank you", "cheers", "yours", "cordially", "respectfully", "warmly",
];

/// Reads the Latin word that begins at `at`; answers where to go on.
pub(super) fn read(
    model: &Model,
    page: &Page<'_>,
    at: usize,
    mentions: &mut Vec<Mention>,
) -> usize {
    let mut words = words(page, at);
    let end = words.last().map_or(at + 1, |&(_, end)| end);
    // A title is no part of the name.
    let mut has_title = false;
    while let Some(&(start, word_end)) = words.first() {
        let word = page.slice(start, word_end);
        if !TITLES.contains(&word.trim_end_matches('.')) {
            break;
        }
        has_title = true;
        words.remove(0);
    }
    if words.is_empty() || touches_code(page, at, end) {
        return end;
    }
    let (Some(&(start, first_end)), Some(&(last_start, last_end))) = (words.first(), words.last())
    else {
        return end;
    };
    let text = |&(start, end): &(usize, usize)| page.slice(start, end);
    let is_no_name = words.iter().any(|word| {
        let small = text(word).trim_end_matches('.').to_lowercase();
        NO_NAMES.contains(&small.as_str())
    });
    let is_capitalised = words.iter().all(|word| text(word).starts_with(char::is_uppercase));
    if is_no_name || !is_capitalised {
        return end;
    }
    let readings: Vec<u32> = words.iter().map(|word| reading_bits(model, text(word))).collect();
    let evidence = Evidence::around(model, page, start, last_end);
    let mut reason = None;
    let mut consider = |found: Option<Reason>| reason = found.max(reason);
    if has_title {
        consider(Some(Reason::Title));
    }
    if page.starts_with(last_end, "-san") || page.starts_with(last_end, "-sama") || page.starts_with(last_end, " san") {
        consider(Some(Reason::Honorific));
    }
    match evidence.after {
        Some(Reason::Honorific | Reason::MailAddress) => consider(evidence.after),
        Some(Reason::Introduction | Reason::Title) if readings.iter().any(|&bits| bits != 0) => {
            consider(evidence.after);
        }
        _ => {}
    }
    match evidence.before {
        Some(Reason::Label | Reason::Title) => consider(evidence.before),
        _ => {}
    }
    if evidence.is_line && follows_closing(page, start) {
        consider(Some(Reason::Introduction));
    }
    // Family and given name of the dictionary, in either order.
    if let [first, second] = readings[..] {
        let is_pair = (first & kana::SURNAME != 0 && second & kana::GIVEN != 0)
            || (first & kana::GIVEN != 0 && second & kana::SURNAME != 0);
        if is_pair && page.slice(start, first_end).len() >= 2 {
            consider(Some(Reason::FullName));
        }
    }
    let is_single = words.len() == 1;
    let reason = match reason {
        Some(Reason::MailAddress | Reason::Label) if is_single && readings == [0] => {
            // A single unknown word before a mail address may be a shop.
            (page.slice(start, last_end).len() > 2).then_some(Reason::Label)
        }
        found => found,
    };
    if let Some(reason) = reason {
        mentions.push(Mention {
            start,
            end: last_end,
            part: if is_single { Part::Other } else { Part::Full },
            reason,
            parts: (words.len() == 2).then_some((first_end, last_start)),
        });
        return last_end;
    }
    end
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
            && page.script(next) == Script::Latin;
        if !goes_on || words.len() == MOST_WORDS {
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
            character.is_ascii_digit() || matches!(character, '@' | '_' | '/' | '\\' | '#' | '&' | '+')
        })
    };
    joins(page.char_before(start))
        || joins(page.char(end))
        || page.char(end) == Some('.') && page.script(end + 1) == Script::Latin
        || page.char_before(start) == Some('.') && start >= 2 && page.script(start - 2) == Script::Latin
        || page.char_before(start) == Some('-') && start >= 2 && page.script(start - 2) != Script::LineEnd
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
    if word.len() < 2 || word.len() > 16 || !word.is_ascii() {
        return 0;
    }
    romaji::kana_spellings(word, |state, kana| model.kana.step(state, kana), model.kana.start())
        .into_iter()
        .filter_map(|state| model.kana.value(state))
        .fold(0, |all, bits| all | bits)
        & (kana::SURNAME | kana::GIVEN)
}
