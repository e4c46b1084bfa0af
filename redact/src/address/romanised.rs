//! Japanese addresses in Latin letters: 1-2-3 Nishi-Shinjuku, Shinjuku-ku, Tokyo.
//!
//! Either order is read: number first, as letters abroad have it, or prefecture first. An address is
//! a row of parts between commas around a ward, city or prefecture, one of which holds a number.
//! Words that are neither capitalised nor numbers, other scripts and line ends (unless a comma
//! stands before them) end the row.

use super::grammar::Address;

/// Prefectures, without suffix, in Hepburn letters.
const PREFECTURES: [&str; 47] = [
    "hokkaido",
    "aomori",
    "iwate",
    "miyagi",
    "akita",
    "yamagata",
    "fukushima",
    "ibaraki",
    "tochigi",
    "gunma",
    "saitama",
    "chiba",
    "tokyo",
    "kanagawa",
    "niigata",
    "toyama",
    "ishikawa",
    "fukui",
    "yamanashi",
    "nagano",
    "gifu",
    "shizuoka",
    "aichi",
    "mie",
    "shiga",
    "kyoto",
    "osaka",
    "hyogo",
    "nara",
    "wakayama",
    "tottori",
    "shimane",
    "okayama",
    "hiroshima",
    "yamaguchi",
    "tokushima",
    "kagawa",
    "ehime",
    "kochi",
    "fukuoka",
    "saga",
    "nagasaki",
    "kumamoto",
    "oita",
    "miyazaki",
    "kagoshima",
    "okinawa",
];

/// Cities designated by ordinance (地方自治法第252条の19) that share no name with their prefecture.
const CITIES: [&str; 11] = [
    "sapporo",
    "sendai",
    "yokohama",
    "kawasaki",
    "sagamihara",
    "hamamatsu",
    "nagoya",
    "sakai",
    "kobe",
    "kitakyushu",
    "kumamoto",
];

/// Suffixes of wards, cities, towns and the like.
const SUFFIXES: [&str; 14] = [
    "ku", "shi", "cho", "machi", "gun", "mura", "son", "ken", "fu", "to", "chome", "dori", "jo",
    "banchi",
];

/// Words for buildings and rooms.
const BUILDINGS: [&str; 34] = [
    "room",
    "rm",
    "apt",
    "apartment",
    "apartments",
    "unit",
    "floor",
    "bldg",
    "building",
    "heights",
    "mansion",
    "tower",
    "towers",
    "house",
    "court",
    "plaza",
    "residence",
    "corpo",
    "maison",
    "hills",
    "place",
    "terrace",
    "garden",
    "gardens",
    "park",
    "city",
    "heim",
    "haitsu",
    "biru",
    "suite",
    "no",
    "flat",
    "villa",
    "center",
];

/// How far around an anchor an address may reach, in bytes.
const REACH: usize = 160;

/// No word and no gap between words is longer than this, in bytes.
const LONGEST_WORD: usize = 40;
const LONGEST_GAP: usize = 40;

/// More words than any address has.
const MOST_WORDS: usize = 24;

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// 1-2-3, 2F, #501.
    Number,
    /// Shinjuku-ku, Tokyo.
    Place,
    /// Heights, Room.
    Building,
    /// Japan.
    Country,
    /// Any other capitalised word.
    Name,
}

#[derive(Clone, Copy)]
struct Word {
    start: usize,
    end: usize,
    kind: Kind,
    /// Whether a comma or a line end stands behind it.
    ends_part: bool,
}

/// Whether byte `at`, a hyphen or a comma, is one that stands in or before the name of a place.
pub(super) fn is_anchor(bytes: &[u8], at: usize) -> bool {
    let is_comma = bytes.get(at) == Some(&b',');
    let start = match (is_comma, bytes.get(at + 1)) {
        (true, Some(b' ' | b'\n')) => at + 2,
        (true, _) => return false,
        (false, _) => at + 1,
    };
    let word = bytes
        .get(start..(start + 10).min(bytes.len()))
        .unwrap_or_default();
    let length = word
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let Some(word) = word.get(..length) else {
        return false;
    };
    if is_comma {
        word.first().is_some_and(u8::is_ascii_uppercase) && names_one_of(word, &PREFECTURES)
    } else {
        let touches = at
            .checked_sub(1)
            .and_then(|before| bytes.get(before))
            .is_some_and(u8::is_ascii_alphabetic);
        touches
            && names_one_of(
                word,
                &["ku", "shi", "cho", "machi", "gun", "mura", "ken", "chome"],
            )
    }
}

fn names_one_of(word: &[u8], names: &[&str]) -> bool {
    names
        .iter()
        .any(|name| word.eq_ignore_ascii_case(name.as_bytes()))
}

/// Reads the address around the anchor at byte `at`; not before `from`. Without one, the byte up to
/// which no anchor needs a further look.
pub(super) fn read_romanised(text: &str, from: usize, at: usize) -> Result<Address, usize> {
    let words = words_around(text, from, at).unwrap_or_default();
    let looked_at = words.last().map_or(at + 1, |word| word.end);
    address_in(&words).ok_or(looked_at)
}

fn address_in(words: &[Word]) -> Option<Address> {
    let parts = parts(words);
    let mut first = parts.iter().position(|part| is_edge(part))?;
    let mut last = parts.iter().rposition(|part| is_edge(part))?;
    // A country or a building behind the place; a name before the number is a person's.
    while first < last && !is_edge(parts.get(first)?) {
        first += 1;
    }
    while last > first && !is_edge(parts.get(last)?) {
        last -= 1;
    }
    let chosen = parts.get(first..=last)?;
    let all = || chosen.iter().flat_map(|part| part.iter());
    let has_number = all().any(|word| word.kind == Kind::Number);
    let has_place = all().any(|word| word.kind == Kind::Place);
    if !has_number || !has_place {
        return None;
    }
    let start = part_start(chosen.first()?);
    let end = chosen.last()?.last()?.end;
    (start < end).then_some(Address {
        start,
        end,
        score: 0.8,
        because: "number and place in Latin letters",
    })
}

/// Whether an address may begin or end with this part.
fn is_edge(part: &[Word]) -> bool {
    part.iter().any(|word| word.kind != Kind::Name)
}

/// Where the address begins in its first part: at the number, if the street's name follows it.
fn part_start(part: &[Word]) -> usize {
    let number = part.iter().position(|word| word.kind == Kind::Number);
    let begins = part.first().map_or(0, |word| word.start);
    match number {
        Some(index) if index > 0 && index + 1 < part.len() => {
            let is_building = part
                .iter()
                .take(index)
                .any(|word| word.kind == Kind::Building);
            if is_building {
                begins
            } else {
                part.get(index).map_or(begins, |word| word.start)
            }
        }
        _ => begins,
    }
}

fn parts(words: &[Word]) -> Vec<&[Word]> {
    words.split_inclusive(|word| word.ends_part).collect()
}

/// The row of words that the anchor stands in.
fn words_around(text: &str, from: usize, at: usize) -> Option<Vec<Word>> {
    let bytes = text.as_bytes();
    let floor = from.max(at.saturating_sub(REACH));
    let mut words = std::collections::VecDeque::new();
    // The word that the anchor touches, or the one behind the comma, then to the left and right.
    let mut position = at;
    while position > floor
        && at - position <= LONGEST_WORD
        && is_word_byte(*bytes.get(position - 1)?)
    {
        position -= 1;
    }
    let anchor_start = position;
    if at - anchor_start > LONGEST_WORD {
        return None;
    }
    while words.len() < MOST_WORDS / 2 {
        let Some(word) = word_before(bytes, floor, position) else {
            break;
        };
        position = word.start;
        words.push_front(word);
    }
    position = anchor_start;
    while words.len() < MOST_WORDS && position < at + REACH {
        let Some((word, next)) = word_at(bytes, position) else {
            break;
        };
        position = next;
        words.push_back(word);
    }
    Some(words.into())
}

/// The word that ends before `at`, over a space, a comma, or both with a line end.
fn word_before(bytes: &[u8], floor: usize, at: usize) -> Option<Word> {
    let mut end = at;
    let (mut comma, mut line_end) = (false, false);
    while end > floor {
        match bytes.get(end - 1)? {
            b' ' => {}
            b',' if !comma => comma = true,
            b'\n' | b'\r' | b'>' if !comma => line_end = true,
            _ => break,
        }
        end -= 1;
    }
    if line_end && !comma || end == at {
        return None;
    }
    let mut start = end;
    while start > floor && is_word_byte(*bytes.get(start - 1)?) {
        start -= 1;
    }
    // An abbreviated word keeps its full stop; the end of a sentence does not go on.
    let kind = kind_of(bytes.get(start..end)?)?;
    Some(Word {
        start,
        end,
        kind,
        ends_part: comma,
    })
}

/// The word that begins at or behind `at`, and where the next one may begin.
fn word_at(bytes: &[u8], at: usize) -> Option<(Word, usize)> {
    let mut start = at;
    let mut line_ends = 0;
    while let Some(byte) = bytes.get(start).filter(|_| start < at + LONGEST_GAP) {
        match byte {
            b',' if start == at => {}
            b' ' | b'>' => {}
            b'\n' if line_ends == 0 => line_ends += 1,
            b'\r' => {}
            _ => break,
        }
        start += 1;
    }
    let mut end = start;
    while bytes.get(end).is_some_and(|&byte| is_word_byte(byte)) {
        end += 1;
        if end - start > LONGEST_WORD {
            return None;
        }
    }
    let mut kind = kind_of(bytes.get(start..end)?)?;
    if kind == Kind::Number && is_postal_code(bytes.get(start..end)?) {
        return None;
    }
    if bytes.get(end.saturating_sub(1)) == Some(&b'.') && kind != Kind::Building {
        end -= 1;
    }
    let mut next = end;
    let mut ends_part = false;
    while matches!(bytes.get(next), Some(b' ')) {
        next += 1;
    }
    if bytes.get(next) == Some(&b',') {
        ends_part = true;
        next += 1;
    } else if matches!(bytes.get(next), Some(b'\n' | b'\r')) {
        // The next line belongs to the row only behind a comma: this word is the last.
        next = bytes.len();
    } else if next == end {
        // Something else touches the word; it is the last if it is a place.
        if bytes
            .get(end)
            .is_some_and(|&byte| byte == b'@' || byte == b'/' || byte == b'_')
        {
            kind = Kind::Name;
        }
        next = bytes.len();
    }
    Some((
        Word {
            start,
            end,
            kind,
            ends_part,
        },
        next,
    ))
}

fn is_postal_code(word: &[u8]) -> bool {
    matches!(word, [a, b, c, b'-', rest @ ..] if rest.len() == 4 && [a, b, c].iter().all(|digit| digit.is_ascii_digit()) && rest.iter().all(u8::is_ascii_digit))
        || (word.len() == 7 && word.iter().all(u8::is_ascii_digit))
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'\'' | b'.' | b'#' | b'&')
}

fn kind_of(word: &[u8]) -> Option<Kind> {
    let bare = word.strip_suffix(b".").unwrap_or(word);
    let first = *bare.first()?;
    if first.is_ascii_digit() || first == b'#' {
        let is_chome = bare.iter().any(u8::is_ascii_alphabetic) && bare.len() > 12;
        return (!is_chome && !is_postal_code(bare)).then_some(Kind::Number);
    }
    if bare.eq_ignore_ascii_case(b"japan") {
        return Some(Kind::Country);
    }
    let tail = bare.rsplit(|&byte| byte == b'-').next()?;
    if tail.len() < bare.len() && names_one_of(tail, &SUFFIXES) && first.is_ascii_uppercase() {
        return Some(Kind::Place);
    }
    if names_one_of(bare, &BUILDINGS) && first.is_ascii_uppercase() {
        return Some(Kind::Building);
    }
    if names_one_of(
        bare,
        &[
            "chome",
            "banchi",
            "ku",
            "shi",
            "cho",
            "ward",
            "city",
            "town",
            "pref",
            "prefecture",
        ],
    ) {
        return Some(Kind::Place);
    }
    if !first.is_ascii_uppercase() {
        return None;
    }
    if names_one_of(bare, &PREFECTURES) || names_one_of(bare, &CITIES) {
        return Some(Kind::Place);
    }
    // B1, F3.
    if bare.len() <= 4 && bare.iter().skip(1).all(u8::is_ascii_digit) && bare.len() > 1 {
        return Some(Kind::Number);
    }
    Some(Kind::Name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let anchor = (0..text.len()).find(|&at| {
            matches!(text.as_bytes()[at], b'-' | b',') && is_anchor(text.as_bytes(), at)
        })?;
        let address = read_romanised(text, 0, anchor).ok()?;
        text.get(address.start..address.end)
    }

    #[test]
    fn both_orders_are_read() {
        for whole in [
            "1-2-3 Nishi-Shinjuku, Shinjuku-ku, Tokyo",
            "3-18-6 Kaigandori, Chuo-ku, Kobe, Hyogo",
            "Room 501, Sakura Heights, 4-7-22 Kita-Horie, Nishi-ku, Osaka-shi, Osaka",
            "Tokyo, Shinjuku-ku, Nishi-Shinjuku 1-2-3",
            "1-2-3 Nishi-Shinjuku Shinjuku-ku Tokyo",
            "12-4 Honcho, Naka-ku, Yokohama, Kanagawa",
        ] {
            assert_eq!(found(whole), Some(whole), "{whole}");
            for around in [
                format!("Please send it to {whole} 160-0023, Japan."),
                format!("住所: {whole}\nThanks, Ken"),
                format!("Ken Ito, {whole}"),
            ] {
                assert_eq!(found(&around), Some(whole), "{around}");
            }
        }
    }

    #[test]
    fn places_without_a_number_are_no_address() {
        for text in [
            "We met in Shinjuku-ku, Tokyo last week.",
            "flights to Osaka, Tokyo and Kyoto",
            "In Paris, Tokyo fashion",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
