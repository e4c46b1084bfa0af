//! A number as it is written: its digits, whether a plus sign precedes them, its extension.

use std::sync::LazyLock;

use regex::Regex;

use super::candidate::{Symbol, is_plus_sign, second_number};
use super::digits::Digits;
use super::extension;
use super::inner::trimmed;

/// The longest text that is read as a number, in characters.
const LONGEST: usize = 250;

/// What is written, before any region is asked.
pub(super) struct Written {
    /// Whether it begins with a plus sign.
    pub(super) has_plus: bool,
    /// The digits, without those of the extension.
    pub(super) digits: Digits,
    /// The extension's digits as they are written, of whatever script.
    pub(super) extension: Option<String>,
}

/// A whole number: two digits alone, or three and more with punctuation, letters and an extension.
static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let punctuation = r"\-x\x{2010}-\x{2015}\x{2212}\x{30FC}\x{FF0D}-\x{FF0F} \x{A0}\x{AD}\x{200B}\x{2060}\x{3000}()\x{FF08}\x{FF09}\x{FF3B}\x{FF3D}.\[\]/~\x{2053}\x{223C}\x{FF5E}*";
    let extension = extension::pattern_at_end()?;
    let extension = extension.strip_prefix("(?i)")?.strip_suffix('$')?;
    Regex::new(&format!(
        "(?i)^(?:[0-9]{{2}}|[+＋]*(?:[{punctuation}]*[0-9]){{3}}[{punctuation}A-Z0-9]*(?:{extension})?)$"
    ))
    .ok()
});

impl Written {
    /// Reads what the symbols say; nothing if they cannot be a number in any region.
    pub(super) fn read(symbols: &[Symbol]) -> Option<Self> {
        if symbols.len() > LONGEST {
            return None;
        }
        let first = symbols
            .iter()
            .position(|symbol| symbol.digit.is_some() || is_plus_sign(symbol))?;
        let symbols = symbols.get(trimmed(symbols, first..symbols.len()))?;
        let symbols = symbols.get(..second_number(symbols))?;
        let is_plain = symbols
            .iter()
            .all(|symbol| symbol.is_plain() || is_plus_sign(symbol));
        if is_plain {
            Self::read_plain(symbols)
        } else {
            Self::read_any(symbols)
        }
    }

    /// Reads digits with punctuation that marks no extension.
    fn read_plain(symbols: &[Symbol]) -> Option<Self> {
        let pluses = symbols.iter().take_while(|symbol| is_plus_sign(symbol));
        let pluses = pluses.count();
        let rest = symbols.get(pluses..)?;
        let mut digits = Digits::EMPTY;
        for symbol in rest {
            if let Some(value) = symbol.digit {
                digits.push(b'0' + value)?;
            } else if is_plus_sign(symbol) {
                return None;
            }
        }
        let is_viable = digits.len() >= 3 || (digits.len() == 2 && symbols.len() == 2);
        is_viable.then_some(Self {
            has_plus: pluses > 0,
            digits,
            extension: None,
        })
    }

    /// Reads a number with letters or other marks.
    fn read_any(symbols: &[Symbol]) -> Option<Self> {
        let text: String = symbols
            .iter()
            .map(|symbol| extension::plain_digit(symbol.character))
            .collect();
        let number = NUMBER.as_ref()?;
        if text.len() < 2 || !number.is_match(&text) {
            return None;
        }
        let found = extension::at_end(&text).and_then(|(start, digits)| {
            let before = text.get(..start)?;
            (before.len() >= 2 && number.is_match(before)).then_some((before, digits))
        });
        let (before, extension) = match found {
            Some((before, digits)) => (before, Some(as_written(symbols, before, digits))),
            None => (&*text, None),
        };
        let before = symbols.get(..before.chars().count())?;
        let pluses = before.iter().take_while(|symbol| is_plus_sign(symbol));
        Some(Self {
            has_plus: before.first().is_some_and(is_plus_sign),
            digits: dialled(before.get(pluses.count()..)?)?,
            extension,
        })
    }
}

/// The digits of an extension as they are written: the first digits behind the number before it.
fn as_written(symbols: &[Symbol], before: &str, digits: &str) -> String {
    symbols
        .iter()
        .skip(before.chars().count())
        .filter(|symbol| symbol.digit.is_some())
        .take(digits.len())
        .map(|symbol| symbol.character)
        .collect()
}

/// The digits of a number. With three letters or more, letters stand for digits as on a telephone's
/// keys, and digits of other scripts stand for nothing.
fn dialled(symbols: &[Symbol]) -> Option<Digits> {
    let is_letter = |symbol: &&Symbol| symbol.character.is_ascii_alphabetic();
    let has_letters = symbols.iter().filter(is_letter).count() >= 3;
    let mut digits = Digits::EMPTY;
    for symbol in symbols {
        let digit = match symbol.character.to_ascii_uppercase() {
            digit @ '0'..='9' => digit,
            _ if !has_letters => match symbol.digit {
                Some(value) => char::from(b'0' + value),
                None => continue,
            },
            'A'..='C' => '2',
            'D'..='F' => '3',
            'G'..='I' => '4',
            'J'..='L' => '5',
            'M'..='O' => '6',
            'P'..='S' => '7',
            'T'..='V' => '8',
            'W'..='Z' => '9',
            _ => continue,
        };
        digits.push(u8::try_from(digit).ok()?)?;
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(bool, String, Option<String>)> {
        let symbols = Symbol::all(text);
        let written = Written::read(&symbols)?;
        let digits = written.digits.as_str().to_owned();
        Some((written.has_plus, digits, written.extension))
    }

    #[test]
    fn digits_and_extension_are_told_apart() {
        let some = |plus, digits: &str, extension: Option<&str>| {
            Some((plus, digits.to_owned(), extension.map(str::to_owned)))
        };
        assert_eq!(read("(０３) 1234-5678"), some(false, "0312345678", None));
        assert_eq!(
            read("++81 3 1234 5678 x9"),
            some(true, "81312345678", Some("9"))
        );
        assert_eq!(
            read("0312345678 ext. １２"),
            some(false, "0312345678", Some("１２"))
        );
        assert_eq!(read("12 ext 3"), None);
        assert_eq!(read("1-2"), None);
        assert_eq!(read("12"), some(false, "12", None));
        assert_eq!(read("+1+234567"), None);
        assert_eq!(read("()"), None);
    }
}
