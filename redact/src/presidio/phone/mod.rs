//! Telephone numbers in texts, as libphonenumber's `PhoneNumberMatcher` finds them.
//!
//! The algorithm is the one published with libphonenumber and its Python port `phonenumbers` 9.0.43
//! (Apache-2.0), which is what Presidio calls; it was written anew here. [`candidate`] finds what
//! could be a number, [`shape`] drops what looks like something else, [`written`] and [`parse`] read
//! it in each region, [`plans`] and [`leniency`] judge it, [`inner`] takes candidates apart, and
//! [`matcher`] and [`run`] do
//! all that for all regions at once.

mod candidate;
mod character;
mod digits;
mod extension;
mod format;
mod grouping;
mod inner;
mod leniency;
mod matcher;
mod parse;
mod pattern_set;
mod plans;
mod prefix;
mod region;
mod run;
mod shape;
mod south_africa;
mod tries;
mod written;

use super::Match;
use crate::recognizer::Validity;
use matcher::{FoundNumber, Matcher};
use plans::Plans;
use region::Kind;

pub use leniency::Leniency;
pub(crate) use south_africa::SouthAfricanFinder;

/// The score of a telephone number in Presidio.
const SCORE: f64 = 0.4;

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

/// The telephone numbers of a text by place. To search many texts, keep a [`PhoneFinder`].
pub fn find(text: &str, config: &PhoneConfig) -> Vec<Match> {
    PhoneFinder::new(config).find(text)
}
