//! Which digits behind a `+` are a telephone number: country codes, lengths and first digits.
//!
//! The table is read when it is first asked, about 200 lines; an engine that meets no `+` never pays.

use std::sync::OnceLock;

const TABLE: &str = include_str!("../../data/phone/countries.tsv");

/// What is known of the numbers of one country code.
#[derive(Default)]
struct Country {
    code: u16,
    /// Bit n: national numbers of n digits exist.
    lengths: u32,
    /// Bit n: national numbers beginning with the two digits n exist.
    beginnings: u128,
}

/// What the table says of digits in international form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum International {
    /// A number of a country; `is_longest` if it has as many digits as numbers there can have.
    Number {
        /// No digit could follow.
        is_longest: bool,
    },
    /// The country exists; its numbers have another length or beginning.
    CountryOnly,
    /// No country code begins so.
    None,
}

/// What the digits (country code first; a national `0` written in brackets left out) are.
pub(crate) fn international(digits: &[u8]) -> International {
    // Country codes are prefix-free, so the first that fits is the one.
    if digits.first() == Some(&0) {
        return International::None;
    }
    let mut code = 0;
    for (index, &digit) in digits.iter().take(3).enumerate() {
        code = code * 10 + u16::from(digit);
        let Ok(at) = countries().binary_search_by_key(&code, |country| country.code) else {
            continue;
        };
        let Some(country) = countries().get(at) else {
            continue;
        };
        let national = digits.get(index + 1..).unwrap_or_default();
        return match *national {
            [first, second, ..]
                if country.lengths >> national.len().min(31) & 1 == 1
                    && country.beginnings >> (first * 10 + second).min(127) & 1 == 1 =>
            {
                International::Number {
                    is_longest: country.lengths >> (national.len() + 1).min(31) == 0,
                }
            }
            _ => International::CountryOnly,
        };
    }
    International::None
}

fn countries() -> &'static [Country] {
    static COUNTRIES: OnceLock<Vec<Country>> = OnceLock::new();
    COUNTRIES.get_or_init(|| TABLE.lines().filter_map(country).collect())
}

fn country(line: &str) -> Option<Country> {
    let mut columns = line.split('\t');
    let code = columns.next()?.parse().ok()?;
    let (lengths, beginnings) = (columns.nth(1)?, columns.next()?);
    Some(Country {
        code,
        lengths: members(lengths)
            .filter(|&number| number < 32)
            .fold(0, |set, number| set | 1 << number),
        beginnings: members(beginnings).fold(0, |set, number| set | 1 << number),
    })
}

/// The members, all under 128, of a set written as `3-5 8`.
fn members(written: &str) -> impl Iterator<Item = u32> {
    written
        .split(' ')
        .filter_map(|part| {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            Some(first.parse().ok()?..=last.parse().ok()?)
        })
        .flatten()
        .filter(|&number| number < 128)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(digits: &str) -> International {
        let digits: Vec<u8> = digits.bytes().map(|digit| digit - b'0').collect();
        international(&digits)
    }

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(countries().len(), lines);
        assert!(lines > 200);
        assert!(
            countries()
                .iter()
                .all(|country| country.lengths > 0 && country.beginnings > 0)
        );
        assert!(countries().is_sorted_by_key(|country| country.code));
    }

    #[test]
    fn numbers_have_the_lengths_of_their_country() {
        assert_eq!(
            of("12065550143"),
            International::Number { is_longest: true }
        );
        assert_eq!(
            of("821055502381"),
            International::Number { is_longest: false }
        );
        assert_eq!(
            of("442079460958"),
            International::Number { is_longest: true }
        );
        assert_eq!(of("1206555014"), International::CountryOnly);
        assert_eq!(of("10000000000"), International::CountryOnly);
        assert_eq!(of("0123456789"), International::None);
    }
}
