//! Telephone numbers in texts, as libphonenumber's `PhoneNumberMatcher` finds them.
//!
//! The algorithm is the one published with libphonenumber and its Python port `phonenumbers` 9.0.43
//! (Apache-2.0), which is what Presidio calls; it was written anew here. `candidate` finds what
//! could be a number, `shape` drops what looks like something else, `written` and `parse` read
//! it in each region, `plans` and `leniency` judge it, `inner` takes candidates apart, and
//! `matcher` and `run` do all that
//! for all regions at once.

mod beginnings;
mod candidate;
mod character;
mod compiler;
mod digits;
mod extension;
mod format;
mod grouping;
mod inner;
mod leniency;
mod matcher;
mod parse;
mod pattern;
mod plans;
mod prefix;
mod region;
mod run;
mod shape;
mod south_africa;
mod tries;
mod written;

use super::Match;
use super::analyzer::FindMatches;
use crate::Result;
use crate::recognizer::Validity;
use matcher::{FoundNumber, Matcher};
use plans::Plans;
use region::Kind;

pub use leniency::Leniency;
pub use south_africa::SouthAfricanFinder;

/// The score of a telephone number in Presidio.
pub const SCORE: f64 = 0.4;

/// The regions of Presidio's `PhoneRecognizer` when none are named.
const DEFAULT_REGIONS: [&str; 8] = ["US", "GB", "DE", "FR", "IL", "IN", "CA", "BR"];

/// Where numbers are dialled, and how strictly they are judged.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PhoneConfig {
    /// The regions, as ISO codes, whose way of dialling numbers without a plus sign may have. Numbers
    /// with a plus sign are found for every country as long as one region is named.
    pub regions: Vec<String>,
    /// How strictly.
    pub leniency: Leniency,
}

impl Default for PhoneConfig {
    fn default() -> Self {
        Self {
            regions: DEFAULT_REGIONS.map(str::to_owned).to_vec(),
            leniency: Leniency::Valid,
        }
    }
}

/// A configuration made ready to run.
pub struct PhoneFinder {
    matchers: Vec<Matcher>,
}

impl std::fmt::Debug for PhoneFinder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("PhoneFinder")
            .finish_non_exhaustive()
    }
}

impl PhoneFinder {
    /// Makes a configuration ready.
    pub fn new(config: &PhoneConfig) -> Self {
        Self {
            matchers: config
                .regions
                .chunks(Matcher::MOST_REGIONS)
                .map(|regions| Matcher::new(regions, config.leniency))
                .collect(),
        }
    }

    /// The numbers of the text by place, each place once. Numbers of different regions may overlap.
    pub fn find(&self, text: &str) -> Vec<Match> {
        self.matches(text, |_| true)
    }

    fn matches(&self, text: &str, wanted: impl Fn(&FoundNumber) -> bool) -> Vec<Match> {
        let mut places: Vec<_> = self
            .matchers
            .iter()
            .flat_map(|matcher| run::find(matcher, text))
            .filter(wanted)
            .map(|found| (found.start, found.end))
            .collect();
        places.sort_unstable();
        places.dedup();
        places
            .into_iter()
            .map(|(start, end)| Match {
                start,
                end,
                score: SCORE,
                pattern: None,
                validity: Validity::Unknown,
            })
            .collect()
    }
}

impl FindMatches for PhoneFinder {
    fn find(&self, text: &str) -> Result<Vec<Match>> {
        Ok(Self::find(self, text))
    }
}

/// The telephone numbers of a text by place. To search many texts, keep a [`PhoneFinder`].
pub fn find(text: &str, config: &PhoneConfig) -> Vec<Match> {
    PhoneFinder::new(config).find(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found<'t>(text: &'t str, regions: &[&str], level: u8) -> Vec<&'t str> {
        let config = PhoneConfig {
            regions: regions.iter().map(|&name| name.to_owned()).collect(),
            leniency: Leniency::from_level(level).unwrap(),
        };
        find(text, &config)
            .into_iter()
            .map(|found| &text[found.start..found.end])
            .collect()
    }

    #[test]
    fn numbers_are_found_in_running_text() {
        for (text, wanted) in [
            ("電話番号は+12015550123です。", &["+12015550123"][..]),
            (
                "Call (201) 555-0123 or 201-555-0124.",
                &["(201) 555-0123", "201-555-0124"],
            ),
            ("2015550123/2015550124", &["2015550123", "2015550124"]),
            ("on 3/10/2011 at 2012-01-02 08:00", &[]),
            ("$2015550123 abc2015550123 2015550123%", &[]),
            (
                "＋１（２０１）５５５－０１２３",
                &["＋１（２０１）５５５－０１２３"],
            ),
            ("201-555-0123 ext. 45", &["201-555-0123 ext. 45"]),
        ] {
            assert_eq!(found(text, &["US"], 1), wanted, "{text}");
        }
    }

    #[test]
    fn leniency_decides() {
        let regions = &["US"];
        assert_eq!(found("555-0123", regions, 0), ["555-0123"]);
        assert!(found("555-0123", regions, 1).is_empty());
        assert_eq!(found("20 15 55 01 23", regions, 1), ["20 15 55 01 23"]);
        assert!(found("20 15 55 01 23", regions, 2).is_empty());
        assert_eq!(found("201 5550123", regions, 2), ["201 5550123"]);
        assert!(found("201 5550123", regions, 3).is_empty());
        assert_eq!(found("201 555 0123", regions, 3), ["201 555 0123"]);
    }

    #[test]
    fn regions_decide_on_national_numbers() {
        assert_eq!(found("03-1234-5678", &["JP"], 1), ["03-1234-5678"]);
        assert!(found("03-1234-5678", &["US"], 1).is_empty());
        assert!(found("3-1234-5678", &["JP"], 1).is_empty());
        assert_eq!(found("+81 3-1234-5678", &["FR"], 1), ["+81 3-1234-5678"]);
        assert_eq!(
            found("+81 3-1234-5678", &["nowhere"], 1),
            ["+81 3-1234-5678"]
        );
        assert!(found("+81 3-1234-5678", &[], 1).is_empty());
    }

    #[test]
    fn the_search_ends_after_many_tries() {
        let mut text = "1,".repeat(65_534);
        text.push_str(" +81 3-1234-5678");
        assert_eq!(found(&text, &["US"], 1).len(), 1);
        assert!(found(&format!("1,{text}"), &["US"], 1).is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn any_text_is_searched(text in "[0-9０-９+＋() ./x#,;:a-zー―～\u{a0}-]{0,80}", level in 0_u8..4) {
            for found in found(&text, &["US", "JP", "DE", "BR", "AR", "SM"], level) {
                prop_assert!(!found.is_empty());
            }
        }

        #[test]
        fn regions_together_find_what_each_finds(text in "[0-9 ()+./-]{0,60}") {
            let together = found(&text, &["US", "GB", "DE", "BR"], 1);
            let mut apart: Vec<_> = ["US", "GB", "DE", "BR"]
                .iter()
                .flat_map(|region| found(&text, &[region], 1))
                .map(|number| (number.as_ptr() as usize, number.len(), number))
                .collect();
            apart.sort_unstable();
            apart.dedup();
            let apart: Vec<_> = apart.into_iter().map(|(_, _, number)| number).collect();
            prop_assert_eq!(together, apart);
        }
    }
}
