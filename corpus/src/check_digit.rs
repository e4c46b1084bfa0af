//! Are the check digits of the labelled numbers what their definitions demand?
//!
//! Written anew rather than taken from `redact`: a corpus that shared the engine's arithmetic would
//! share its mistakes.

use regex::Regex;

/// The digits of a number in any width or in kanji, without its punctuation.
pub fn digits(surface: &str) -> Vec<u32> {
    surface
        .chars()
        .filter_map(|character| match character {
            '０'..='９' => Some(u32::from(character) - u32::from('０')),
            _ => character.to_digit(10).or_else(|| {
                let value = "〇一二三四五六七八九"
                    .chars()
                    .position(|kanji| kanji == character)?;
                u32::try_from(value).ok()
            }),
        })
        .collect()
}

/// Luhn's algorithm (ISO/IEC 7812-1, annex B).
pub fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(index, &digit)| match (index % 2, digit) {
            (0, _) => digit,
            (_, 0..=4) => digit * 2,
            _ => digit * 2 - 9,
        })
        .sum();
    digits.len() >= 12 && sum.is_multiple_of(10)
}

/// The check digit of a 個人番号: 平成26年総務省令第85号, article 5.
pub fn my_number(digits: &[u32]) -> bool {
    let [body @ .., check] = digits else {
        return false;
    };
    let sum: u32 = (2..=7)
        .chain(2..=6)
        .zip(body.iter().rev())
        .map(|(q, p)| q * p)
        .sum();
    let expected = match sum % 11 {
        0 | 1 => 0,
        rest => 11 - rest,
    };
    digits.len() == 12 && *check == expected
}

/// The check digit of a 法人番号: 平成26年財務省令第70号, article 2.
pub fn corporate_number(digits: &[u32]) -> bool {
    let [check, body @ ..] = digits else {
        return false;
    };
    let sum: u32 = [1, 2]
        .into_iter()
        .cycle()
        .zip(body.iter().rev())
        .map(|(q, p)| q * p)
        .sum();
    digits.len() == 13 && *check == 9 - sum % 9
}

/// The check digits of an IBAN: ISO 13616, modulo 97.
pub fn iban(surface: &str) -> bool {
    let characters: Vec<char> = surface
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let (Some(head), Some(tail)) = (characters.get(..4), characters.get(4..)) else {
        return false;
    };
    let rest = tail.iter().chain(head).fold(0, |rest, character| {
        let value = character.to_digit(36).unwrap_or_default();
        (rest * if value < 10 { 10 } else { 100 } + value) % 97
    });
    rest == 1
}

/// Whether a host is reserved for examples: RFC 2606, RFC 6761 and JPRS's `example.jp` family.
pub fn is_example_host(host: &str) -> bool {
    let family = r"(?i)(^|\.)(example|test|invalid|localhost|example\.(com|net|org|jp|(co|ne|or|ac|go|ed|ad|gr|lg)\.jp))$";
    Regex::new(family).is_ok_and(|family| family.is_match(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_are_valid_and_their_neighbours_are_not() {
        assert!(luhn(&digits("4111-1111-1111-1111")));
        assert!(!luhn(&digits("4111-1111-1111-1112")));
        assert!(my_number(&digits("１２３４５６７８９０１８")));
        assert!(!my_number(&digits("123456789019")));
        assert!(corporate_number(&digits("7000012050002")));
        assert!(!corporate_number(&digits("8000012050002")));
        assert!(iban("DE89 3704 0044 0532 0130 00"));
        assert!(!iban("DE88 3704 0044 0532 0130 00"));
    }

    #[test]
    fn only_reserved_hosts_pass() {
        for host in [
            "example.jp",
            "mail.example",
            "a.example.co.jp",
            "www.example.com",
        ] {
            assert!(is_example_host(host), "{host}");
        }
        for host in ["example.jp.evil.com", "myexample.com", "yahoo.co.jp"] {
            assert!(!is_example_host(host), "{host}");
        }
    }
}
