//! South African numbers told apart: mobile ones, and all others.

use super::{
    FindMatches, FoundNumber, Kind, Leniency, Match, PhoneConfig, PhoneFinder, Plans, Result,
};

/// The country code.
const SOUTH_AFRICA: u16 = 27;

/// Finds South African numbers, mobile ones or all others.
#[derive(Debug)]
pub struct SouthAfricanFinder {
    finder: PhoneFinder,
    mobile: bool,
}

impl SouthAfricanFinder {
    /// A finder of mobile numbers, or else of all others.
    pub fn new(mobile: bool, leniency: Leniency) -> Self {
        let config = PhoneConfig {
            regions: vec!["ZA".to_owned()],
            leniency,
        };
        Self {
            finder: PhoneFinder::new(&config),
            mobile,
        }
    }

    /// The numbers of the text by place.
    pub fn find(&self, text: &str) -> Vec<Match> {
        self.finder.matches(text, |found| {
            found.number.country_code == SOUTH_AFRICA && is_mobile(found) == self.mobile
        })
    }
}

impl FindMatches for SouthAfricanFinder {
    fn find(&self, text: &str) -> Result<Vec<Match>> {
        Ok(Self::find(self, text))
    }
}

/// Whether a number is mobile. One of no known kind is judged by its first two digits, leading zeros
/// left out: 6, 7 and 8 are mobile but for 80, 86 and 87, which are of toll-free, shared cost and
/// internet telephony.
fn is_mobile(found: &FoundNumber) -> bool {
    let national = &found.number.national;
    if let Some(kind) = Plans::get().kind_of(SOUTH_AFRICA, national.as_bytes()) {
        return matches!(kind, Kind::Mobile | Kind::FixedLineOrMobile);
    }
    let digits = national.as_str().trim_start_matches('0');
    digits.starts_with(['6', '7', '8'])
        && !["80", "86", "87"]
            .iter()
            .any(|range| digits.starts_with(range))
}
