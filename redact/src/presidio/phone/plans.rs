//! The numbering plans of all countries.
//!
//! `data/phone/numbering_plans.tsv` is made of libphonenumber's metadata (`cargo xtask
//! phone-metadata`). Its regions are listed when a text first needs one; what stands below a region is
//! read when a number of the region first has to be judged.

use std::ops::Range;
use std::sync::OnceLock;

use super::digits::Digits;
use super::format::Format;
use super::region::{Kind, Region};

/// The table.
const TABLE: &str = include_str!("../../../data/phone/numbering_plans.tsv");

/// Before each region in the table.
const REGION: &str = "\nregion\t";

/// Every region, in the order in which country codes are resolved.
pub(super) struct Plans {
    regions: Vec<Region>,
    /// The regions of each country code.
    countries: Vec<Range<usize>>,
}

impl Plans {
    /// The plans.
    pub(super) fn get() -> &'static Self {
        static PLANS: OnceLock<Plans> = OnceLock::new();
        PLANS.get_or_init(|| Self::read(TABLE))
    }

    fn read(table: &'static str) -> Self {
        let mut plans = Self {
            regions: Vec::with_capacity(256),
            countries: vec![0..0; 1000],
        };
        for records in table.split(REGION).skip(1) {
            let region = Region::read(records);
            let at = plans.regions.len();
            if let Some(country) = plans.countries.get_mut(usize::from(region.country_code)) {
                // The regions of a country code stand together.
                if country.end == 0 {
                    country.start = at;
                }
                country.end = at + 1;
            }
            plans.regions.push(region);
        }
        plans
    }

    /// The country of this name; none for `001`.
    pub(super) fn region(&self, name: &str) -> Option<&Region> {
        self.regions
            .iter()
            .find(|region| region.name == name && region.is_geographical())
    }

    /// The name of a country by its place in the table.
    #[cfg(test)]
    pub(super) fn name_of(&self, place: usize) -> Option<&'static str> {
        let region = self.regions.get(place)?;
        region.is_geographical().then_some(region.name)
    }

    /// The regions that share a country code, the main one first.
    pub(super) fn country(&self, code: u16) -> &[Region] {
        self.countries
            .get(usize::from(code))
            .and_then(|range| self.regions.get(range.clone()))
            .unwrap_or_default()
    }

    /// The main region of a country code.
    pub(super) fn main_region(&self, code: u16) -> Option<&Region> {
        self.country(code).first()
    }

    /// The country code that the digits begin with, and the digits behind it. Country codes do not
    /// begin with 0, and none is the beginning of another.
    pub(super) fn split_country_code(&self, digits: &Digits) -> Option<(u16, Digits)> {
        let mut code = 0;
        for (&digit, length) in digits.as_bytes().iter().take(3).zip(1..) {
            code = code * 10 + u16::from(digit - b'0');
            if code == 0 {
                return None;
            }
            if !self.country(code).is_empty() {
                return Some((code, digits.without_first(length)));
            }
        }
        None
    }

    /// The formats of a country code that are usual beside those of its region, for numbers like this
    /// one.
    pub(super) fn alternatives(&self, code: u16, digits: &[u8]) -> impl Iterator<Item = &Format> {
        // They stand below the last of its regions.
        self.country(code)
            .last()
            .into_iter()
            .flat_map(|region| region.alternatives(digits))
    }

    /// Whether a number of the country code with so many digits, the first two being `pair`, is only
    /// one if it is written with the national prefix. Says no where it takes more to know.
    pub(super) fn needs_prefix(&self, code: u16, length: usize, pair: usize) -> bool {
        self.main_region(code)
            .is_some_and(|region| region.is_geographical() && region.needs_prefix(length, pair))
    }

    /// Whether it is a valid number, judged as [`Self::kind_of`] does.
    pub(super) fn is_valid(&self, code: u16, digits: &[u8]) -> bool {
        match self.country(code) {
            [region] => region.is_valid(digits),
            country => country
                .iter()
                .find_map(|region| match region.begins_with_leading_digits(digits) {
                    Some(false) => None,
                    Some(true) => Some(region.is_valid(digits)),
                    None => region.is_valid(digits).then_some(true),
                })
                .unwrap_or(false),
        }
    }

    /// What a number is for, judged by the region it belongs to among those of its country code;
    /// nothing if it is no valid number.
    pub(super) fn kind_of(&self, code: u16, digits: &[u8]) -> Option<Kind> {
        match self.country(code) {
            [region] => region.kind(digits),
            country => country
                .iter()
                .find_map(|region| match region.begins_with_leading_digits(digits) {
                    Some(false) => None,
                    Some(true) => Some(region.kind(digits)),
                    None => region.kind(digits).map(Some),
                })
                .flatten(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presidio::phone::matcher::FEWEST_DIGITS_WITH_COUNTRY;

    #[test]
    fn the_whole_table_is_well_formed() {
        let plans = Plans::get();
        assert!(plans.regions.len() > 240);
        for region in &plans.regions {
            region.assert_well_formed();
            let fewest = region.fewest_digits() + region.country_code.to_string().len();
            assert!(fewest >= FEWEST_DIGITS_WITH_COUNTRY, "{}", region.name);
        }
    }

    #[test]
    fn a_kind_is_told() {
        let plans = Plans::get();
        assert_eq!(plans.kind_of(81, b"312345678"), Some(Kind::FixedLine));
        assert_eq!(plans.kind_of(81, b"9012345678"), Some(Kind::Mobile));
        assert_eq!(
            plans.kind_of(1, b"2015550123"),
            Some(Kind::FixedLineOrMobile)
        );
        assert_eq!(plans.kind_of(1, b"2685550123"), None);
        assert_eq!(plans.kind_of(44, b"1"), None);
        for number in 0..20_000_u64 {
            let digits = (number * 499_979).to_string();
            for code in [1, 7, 44, 49, 91] {
                let digits = digits.as_bytes();
                let is_valid = plans.kind_of(code, digits).is_some();
                assert_eq!(plans.is_valid(code, digits), is_valid);
            }
        }
    }
}
