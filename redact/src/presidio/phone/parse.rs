//! What number is written: its country code and its national digits, seen from a region.

use super::digits::Digits;
use super::plans::Plans;
use super::region::{Length, Region, starts_with_number};
use super::written::Written;

/// How few and how many digits a national number can have.
const SHORTEST: usize = 2;
const LONGEST: usize = 17;

/// Where the country code comes from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Source {
    /// It is written behind a plus sign.
    Plus,
    /// It is written behind the region's prefix for calls abroad.
    InternationalPrefix,
    /// It is written without any mark.
    Unmarked,
    /// It is not written; it is the region's.
    Region,
}

/// A number.
#[derive(Clone)]
pub(super) struct Number {
    pub(super) country_code: u16,
    pub(super) source: Source,
    /// The national number, its leading zeros included, without a national prefix.
    pub(super) national: Digits,
}

impl Number {
    /// Whether it is the same number, read the same way.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.country_code == other.country_code
            && self.source == other.source
            && self.national.as_bytes() == other.national.as_bytes()
    }

    /// Reads a number that is written with a plus sign; nothing if its country code is of no country.
    pub(super) fn international(plans: &Plans, written: &Written) -> International {
        if written.digits.len() <= SHORTEST {
            return International::TooShort;
        }
        match plans.split_country_code(&written.digits) {
            None => International::UnknownCountry,
            Some((code, rest)) => match finish(plans.main_region(code), code, Source::Plus, rest) {
                Some(number) => International::Number(number),
                None => International::TooShort,
            },
        }
    }

    /// Reads a number as it is dialled in `region`.
    pub(super) fn dialled_in(plans: &Plans, region: &Region, digits: &Digits) -> Option<Self> {
        if let Some((source, code, rest)) = country_written(plans, region, digits)? {
            finish(plans.main_region(code), code, source, rest)
        } else {
            finish(Some(region), region.country_code, Source::Region, *digits)
        }
    }

    /// Reads a number as it is dialled in `region`, but only with a country code in its digits.
    pub(super) fn with_country_dialled_in(
        plans: &Plans,
        region: &Region,
        digits: &Digits,
    ) -> Option<Self> {
        let (source, code, rest) = country_written(plans, region, digits)??;
        finish(plans.main_region(code), code, source, rest)
    }
}

/// What is written behind a plus sign.
pub(super) enum International {
    Number(Number),
    /// The digits begin with no country code: the plus sign is taken as a mistake.
    UnknownCountry,
    TooShort,
}

/// The country code written in the digits without a plus sign, and the digits behind it. The outer
/// `None` says that they are no number.
#[expect(
    clippy::option_option,
    reason = "no number and no country code are different answers"
)]
fn country_written(
    plans: &Plans,
    region: &Region,
    digits: &Digits,
) -> Option<Option<(Source, u16, Digits)>> {
    if let Some(rest) = region.without_international_prefix(digits) {
        if rest.len() <= SHORTEST {
            return None;
        }
        let (code, rest) = plans.split_country_code(&rest)?;
        return Some(Some((Source::InternationalPrefix, code, rest)));
    }
    let code = region.country_code;
    let Some(rest) = without_code(digits, code) else {
        return Some(None);
    };
    let rest = region.without_national_prefix(&rest).unwrap_or(rest);
    // The country code is believed if that makes a number of what was none.
    let is_better = (!region.is_general(digits.as_bytes()) && region.is_general(rest.as_bytes()))
        || region.judge_length(digits.len()) == Length::TooLong;
    Some(is_better.then_some((Source::Unmarked, code, rest)))
}

/// The digits behind the country code, if they begin with it.
fn without_code(digits: &Digits, code: u16) -> Option<Digits> {
    let length = if code < 10 {
        1
    } else if code < 100 {
        2
    } else {
        3
    };
    starts_with_number(digits.as_bytes(), code).then(|| digits.without_first(length))
}

/// Strips the national prefix where the rest is still long enough to be a number.
fn finish(
    region: Option<&Region>,
    country_code: u16,
    source: Source,
    digits: Digits,
) -> Option<Number> {
    if digits.len() < SHORTEST {
        return None;
    }
    let region = region?;
    let national = region
        .without_national_prefix(&digits)
        .filter(|stripped| {
            matches!(
                region.judge_length(stripped.len()),
                Length::Possible | Length::TooLong
            )
        })
        .unwrap_or(digits);
    (SHORTEST..=LONGEST)
        .contains(&national.len())
        .then_some(Number {
            country_code,
            source,
            national,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialled(region: &str, digits: &str) -> Option<(u16, Source, String)> {
        let plans = Plans::get();
        let digits = Digits::of(digits.as_bytes()).unwrap();
        Number::dialled_in(plans, plans.region(region).unwrap(), &digits).map(|number| {
            let national = number.national.as_str().to_owned();
            (number.country_code, number.source, national)
        })
    }

    #[test]
    fn prefixes_are_stripped() {
        let number = |code, source, national: &str| Some((code, source, national.to_owned()));
        assert_eq!(
            dialled("JP", "0312345678"),
            number(81, Source::Region, "312345678")
        );
        assert_eq!(
            dialled("JP", "010120155501 23".replace(' ', "").as_str()),
            number(1, Source::InternationalPrefix, "2015550123")
        );
        assert_eq!(
            dialled("US", "12015550123"),
            number(1, Source::Unmarked, "2015550123")
        );
        assert_eq!(
            dialled("FR", "0123456789"),
            number(33, Source::Region, "123456789")
        );
        assert_eq!(
            dialled("BR", "01511961234567"),
            number(55, Source::Region, "11961234567")
        );
        assert_eq!(dialled("US", "1"), None);
    }
}
