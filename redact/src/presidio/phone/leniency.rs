//! How much a number must look like one: the four levels of libphonenumber.

use super::candidate::Symbol;
use super::digits::Digits;
use super::grouping;
use super::parse::{International, Number, Source};
use super::plans::Plans;
use super::region::Length;
use super::written::Written;

/// How strictly a candidate is judged.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub enum Leniency {
    /// The number of digits is one that the region has.
    Possible,
    /// The number belongs to a range in use, and is written with the national prefix where that is
    /// usual.
    #[default]
    Valid,
    /// Valid, and no group of digits of the usual format is broken up.
    StrictGrouping,
    /// Valid, and grouped as usual or not at all.
    ExactGrouping,
}

impl Leniency {
    /// The level by its number, 0 to 3.
    pub fn from_level(level: u8) -> Option<Self> {
        [
            Self::Possible,
            Self::Valid,
            Self::StrictGrouping,
            Self::ExactGrouping,
        ]
        .get(usize::from(level))
        .copied()
    }

    /// Whether a number, written as these symbols, passes.
    pub(super) fn admits(
        self,
        plans: &Plans,
        number: &Number,
        extension: Option<&str>,
        symbols: &[Symbol],
    ) -> bool {
        if self == Self::Possible {
            return plans
                .main_region(number.country_code)
                .is_some_and(|region| {
                    matches!(
                        region.judge_length(number.national.len()),
                        Length::Possible | Length::PossibleWithinArea
                    )
                });
        }
        plans.is_valid(number.country_code, number.national.as_bytes())
            && letters_fit(plans, number, extension, symbols)
            && (self == Self::Valid || !grouping::has_too_many_slashes(number, symbols))
            && has_prefix_if_usual(plans, number, symbols)
            && match self {
                Self::StrictGrouping => {
                    grouping::is_grouped(plans, number, extension, symbols, false)
                }
                Self::ExactGrouping => {
                    grouping::is_grouped(plans, number, extension, symbols, true)
                }
                Self::Possible | Self::Valid => true,
            }
    }
}

/// Whether each `x` is what it can be: two together stand for a carrier before the number, one stands
/// before the extension.
fn letters_fit(
    plans: &Plans,
    number: &Number,
    extension: Option<&str>,
    symbols: &[Symbol],
) -> bool {
    let is_x = |at: usize| {
        symbols
            .get(at)
            .is_some_and(|symbol| matches!(symbol.character, 'x' | 'X'))
    };
    let mut at = 0;
    while at + 1 < symbols.len() {
        if is_x(at) {
            if is_x(at + 1) {
                at += 1;
                let behind = symbols.get(at..).unwrap_or_default();
                if !is_same_number(plans, number, extension, behind) {
                    return false;
                }
            } else {
                let behind = digits_of(symbols.get(at..).unwrap_or_default());
                if extension != behind.as_ref().map(Digits::as_str) {
                    return false;
                }
            }
        }
        at += 1;
    }
    true
}

/// Whether the symbols, read in the number's own country, are the same number.
fn is_same_number(
    plans: &Plans,
    number: &Number,
    extension: Option<&str>,
    symbols: &[Symbol],
) -> bool {
    let Some(written) = Written::read(symbols) else {
        return false;
    };
    let Some(region) = plans
        .main_region(number.country_code)
        .filter(|region| region.is_geographical())
    else {
        return false;
    };
    let other = if written.has_plus {
        // A number with a country code of its own is never the mere rest of another.
        match Number::international(plans, &written) {
            International::UnknownCountry => {
                Number::with_country_dialled_in(plans, region, &written.digits)
            }
            _ => None,
        }
    } else {
        Number::dialled_in(plans, region, &written.digits)
    };
    other.is_some_and(|other| {
        other.country_code == number.country_code
            && other.national.as_bytes() == number.national.as_bytes()
            && written.extension.as_deref() == extension
    })
}

/// Whether the national prefix is written, where numbers like this one usually have it.
fn has_prefix_if_usual(plans: &Plans, number: &Number, symbols: &[Symbol]) -> bool {
    if number.source != Source::Region {
        return true;
    }
    let Some(region) = plans
        .main_region(number.country_code)
        .filter(|region| region.is_geographical())
    else {
        return true;
    };
    let Some(format) = region.national_format(number.national.as_bytes()) else {
        return true;
    };
    if !format.needs_prefix() {
        return true;
    }
    digits_of(symbols).is_some_and(|digits| region.without_national_prefix(&digits).is_some())
}

/// All digits of the symbols; nothing if they are more than a number can have.
pub(super) fn digits_of(symbols: &[Symbol]) -> Option<Digits> {
    let mut digits = Digits::EMPTY;
    for value in symbols.iter().filter_map(|symbol| symbol.digit) {
        digits.push(b'0' + value)?;
    }
    Some(digits)
}
