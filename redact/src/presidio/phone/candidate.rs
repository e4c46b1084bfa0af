//! Where something stands that could be a telephone number.
//!
//! A candidate is an optional opening (`+`, brackets), up to 21 runs of digits with a few characters of
//! punctuation between them, and an optional extension. That is libphonenumber's pattern; it can be
//! followed without going back, since digits and punctuation exclude each other.

use super::character::{FIRST_BYTES_OF_WIDE_DIGITS, digit_value, is_lead, is_plus, is_punctuation};
use super::extension;
use crate::text::block::{BLOCK, Block};

/// The longest run of digits taken as one: a national number with its country code.
const LONGEST_RUN: usize = 20;
/// How many more runs may follow the first.
const MORE_RUNS: usize = 20;
/// How many characters of punctuation may stand together.
const LONGEST_PUNCTUATION: usize = 4;
/// How many characters may stand before the first digit.
const LONGEST_OPENING: usize = 2 * (1 + LONGEST_PUNCTUATION);

/// A character of a candidate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Symbol {
    pub(super) character: char,
    /// Its value if it is a decimal digit of any script.
    pub(super) digit: Option<u8>,
    /// Its first byte in the text.
    pub(super) start: usize,
    /// How many digits stand before it in the candidate.
    digits_before: usize,
}

impl Symbol {
    /// The character at byte `start` of the text, behind the symbols of its candidate.
    pub(super) fn behind(before: &[Self], start: usize, character: char) -> Self {
        Self {
            character,
            digit: digit_value(character),
            start,
            digits_before: before.last().map_or(0, |last| {
                last.digits_before + usize::from(last.digit.is_some())
            }),
        }
    }

    /// The symbols of a text that is one candidate.
    #[cfg(test)]
    pub(super) fn all(text: &str) -> Vec<Self> {
        let mut symbols = Vec::new();
        for (at, character) in text.char_indices() {
            symbols.push(Self::behind(&symbols, at, character));
        }
        symbols
    }

    /// Whether it is a digit, or punctuation that has no other meaning.
    #[inline]
    pub(super) fn is_plain(&self) -> bool {
        self.digit.is_some()
            || (is_punctuation(self.character) && !matches!(self.character, 'x' | 'X' | '~' | '～'))
    }

    /// The byte behind it in the text.
    pub(super) fn end(&self) -> usize {
        self.start + self.character.len_utf8()
    }
}

/// The digits of a text in order of their places, looked for in blocks.
pub(super) struct DigitPlaces<'t> {
    text: &'t str,
    base: usize,
    /// The bytes of the block at `base` that may begin a digit.
    mask: u64,
}

impl<'t> DigitPlaces<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut places = Self {
            text,
            base: 0,
            mask: 0,
        };
        places.load(0);
        places
    }

    #[inline]
    fn load(&mut self, base: usize) {
        let block = Block::load(self.text.as_bytes(), base);
        self.base = base;
        self.mask = block.digits();
        if block.wide() != 0 {
            self.mask |= block.any_of(&FIRST_BYTES_OF_WIDE_DIGITS);
        }
    }

    /// The first digit at byte `from` or behind it.
    pub(super) fn next(&mut self, from: usize) -> Option<usize> {
        let mut from = from;
        while from < self.text.len() {
            if from < self.base || from >= self.base + BLOCK {
                self.load(from);
            }
            let left = self.mask >> (from - self.base);
            if left == 0 {
                from = self.base + BLOCK;
                continue;
            }
            from += left.trailing_zeros() as usize;
            let character = self.text.get(from..)?.chars().next()?;
            if digit_value(character).is_some() {
                return Some(from);
            }
            from += character.len_utf8();
        }
        None
    }
}

/// Reads the candidate whose first digit is at byte `digit`, opening at byte `from` or behind it.
///
/// `symbols` holds those of the candidate read before, or nothing. A candidate often begins within it,
/// behind a number found there; what is known of it is not read again.
pub(super) fn read(text: &str, from: usize, digit: usize, symbols: &mut Vec<Symbol>) {
    let start = opening(text, from, digit);
    match symbols.binary_search_by_key(&start, |symbol| symbol.start) {
        Ok(known) => drop(symbols.drain(..known)),
        Err(_) => symbols.clear(),
    }
    let mut form = Form::default();
    let mut goes_on = true;
    for symbol in &*symbols {
        goes_on = symbol.start < digit || form.takes(symbol);
        if !goes_on {
            break;
        }
        form.count += 1;
    }
    if goes_on {
        let behind = symbols.last().map_or(start, Symbol::end);
        let rest = text.get(behind..).unwrap_or_default();
        for (at, character) in rest.char_indices() {
            let symbol = Symbol::behind(symbols, behind + at, character);
            if symbol.start >= digit && !form.takes(&symbol) {
                break;
            }
            symbols.push(symbol);
            form.count += 1;
        }
    }
    symbols.truncate(form.kept);
    let extension = symbols
        .last()
        .map(Symbol::end)
        .and_then(|end| Some((end, text.get(end..extension::behind(text, end)?)?)));
    if let Some((end, extension)) = extension {
        for (at, character) in extension.char_indices() {
            symbols.push(Symbol::behind(symbols, end + at, character));
        }
    }
    // No backslash is part of a candidate, and no slash of an extension.
    if form.has_slash {
        let second = second_number(symbols);
        symbols.truncate(second);
    }
}

/// What has been read of a candidate from its first digit on.
#[derive(Default)]
struct Form {
    /// How many symbols, those before the digit included.
    count: usize,
    /// How many up to the last digit that belongs to the candidate.
    kept: usize,
    /// How many digits stand in the last run.
    run: usize,
    /// How many runs follow the first.
    runs: usize,
    /// How many characters of punctuation follow the last digit.
    punctuation: usize,
    has_slash: bool,
}

impl Form {
    /// Whether the candidate goes on over the symbol; if so, it is noted.
    #[inline]
    fn takes(&mut self, symbol: &Symbol) -> bool {
        if symbol.digit.is_some() {
            if self.punctuation > 0 || self.run == LONGEST_RUN {
                if self.runs == MORE_RUNS {
                    return false;
                }
                self.runs += 1;
                self.run = 0;
            }
            self.run += 1;
            self.punctuation = 0;
            self.kept = self.count + 1;
            return true;
        }
        self.punctuation += 1;
        self.has_slash |= symbol.character == '/';
        self.punctuation <= LONGEST_PUNCTUATION && is_punctuation(symbol.character)
    }
}

/// Where the candidate with its first digit at `digit` opens: the leftmost place from which two
/// openings at most, each with a little punctuation, lead to the digit.
fn opening(text: &str, from: usize, digit: usize) -> usize {
    let before = text.get(from..digit).unwrap_or_default();
    let mut window = [(0, '\0'); LONGEST_OPENING];
    let mut count = 0;
    let mut has_lead = false;
    for (at, character) in before.char_indices().rev() {
        let Some(slot) = window.get_mut(count) else {
            break;
        };
        if !is_lead(character) && !is_punctuation(character) {
            break;
        }
        has_lead |= is_lead(character);
        *slot = (from + at, character);
        count += 1;
    }
    if !has_lead {
        return digit;
    }
    (1..=count)
        .rev()
        .find_map(|length| {
            let candidate = window.get(..length)?;
            let (first, behind) = candidate.split_last()?;
            (is_lead(first.1) && leads_on(behind)).then_some(first.0)
        })
        .unwrap_or(digit)
}

/// Whether the characters, the nearest to the digit first, may follow the first of an opening.
fn leads_on(behind: &[(usize, char)]) -> bool {
    let is_plain = |part: &[(usize, char)]| {
        part.len() <= LONGEST_PUNCTUATION && part.iter().all(|&(_, c)| is_punctuation(c))
    };
    is_plain(behind)
        || (0..behind.len()).any(|at| {
            behind.get(at).is_some_and(|&(_, c)| is_lead(c))
                && behind.get(..at).is_some_and(is_plain)
                && behind.get(at + 1..).is_some_and(is_plain)
        })
}

/// How many symbols stand before the mark of a second extension, such as `/ x` in `x302/x2303`.
pub(super) fn second_number(symbols: &[Symbol]) -> usize {
    let is_mark = |at: usize| {
        let rest = symbols.get(at + 1..).unwrap_or_default();
        let mut rest = rest.iter().map(|symbol| symbol.character);
        rest.find(|&character| character != ' ') == Some('x')
    };
    symbols
        .iter()
        .enumerate()
        .filter(|(_, symbol)| matches!(symbol.character, '/' | '\\'))
        .map(|(at, _)| at)
        .find(|&at| is_mark(at))
        .unwrap_or(symbols.len())
}

/// How many digits the symbols of a candidate, or of a part of one, hold.
pub(super) fn count_digits(symbols: &[Symbol]) -> usize {
    let (Some(first), Some(last)) = (symbols.first(), symbols.last()) else {
        return 0;
    };
    last.digits_before + usize::from(last.digit.is_some()) - first.digits_before
}

/// Whether the symbol is a plus sign.
pub(super) fn is_plus_sign(symbol: &Symbol) -> bool {
    is_plus(symbol.character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn candidates(text: &str) -> Vec<&str> {
        let mut places = DigitPlaces::new(text);
        let mut symbols = Vec::new();
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(digit) = places.next(from) {
            read(text, from, digit, &mut symbols);
            let (first, last) = (symbols.first().unwrap(), symbols.last().unwrap());
            found.push(&text[first.start..last.end()]);
            from = last.end();
        }
        found
    }

    #[test]
    fn openings_and_extensions_belong_to_the_candidate() {
        assert_eq!(candidates("Call +1 (425) 882-8080!"), ["+1 (425) 882-8080"]);
        assert_eq!(
            candidates("tel: ((03) 1234-5678 ext. 12"),
            ["((03) 1234-5678 ext. 12"]
        );
        assert_eq!(
            candidates("は０３（１２３４）５６７８、"),
            ["０３（１２３４）５６７８"]
        );
        assert_eq!(candidates("12-----34"), ["12", "34"]);
        assert_eq!(
            candidates("(530) 583-6985 x302/x2303"),
            ["(530) 583-6985 x302", "2303"]
        );
        assert_eq!(candidates("no digit, !?＃"), [""; 0]);
    }

    proptest! {
        #[test]
        fn what_is_known_is_not_read_otherwise(
            text in "[0-9０+( ./x#,;a-]{0,60}",
            more in "[0-9 ]{0,400}",
            steps in proptest::collection::vec(1_usize..30, 1..20),
        ) {
            let text = text + &more;
            let mut places = DigitPlaces::new(&text);
            let (mut known, mut fresh) = (Vec::new(), Vec::new());
            let mut from = 0;
            for step in steps {
                let Some(digit) = places.next(from) else { break };
                fresh.clear();
                read(&text, from, digit, &mut known);
                read(&text, from, digit, &mut fresh);
                let shown = |symbols: &[Symbol]| {
                    let all = symbols.iter().map(|symbol| (symbol.start, symbol.character));
                    (all.collect::<Vec<_>>(), count_digits(symbols))
                };
                prop_assert_eq!(shown(&known), shown(&fresh));
                from = text.ceil_char_boundary(known.first().map_or(0, |first| first.start) + step);
            }
        }
    }

    #[test]
    fn the_length_is_bounded() {
        let text = "1".repeat(1000);
        assert_eq!(candidates(&text)[0].len(), 420);
        let text = "1 ".repeat(100);
        assert_eq!(candidates(&text)[0].len(), 41);
    }
}
