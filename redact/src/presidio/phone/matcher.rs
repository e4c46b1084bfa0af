//! In which regions a candidate, or a part of one, is a telephone number.
//!
//! What does not depend on the region is looked at once for all of them.

use std::sync::OnceLock;

use super::Leniency;
use super::beginnings::Beginnings;
use super::candidate::{Symbol, count_digits};
use super::character::{forbids_neighbour, is_lead};
use super::parse::{International, Number};
use super::plans::Plans;
use super::region::Region;
use super::shape::{brackets_match, holds_pages};
use super::written::Written;

/// The fewest digits of a valid number with its country code.
pub(super) const FEWEST_DIGITS_WITH_COUNTRY: usize = 4;

/// The most digits that are tried: a national number of 17, prefixes before it, an extension behind.
const MOST_DIGITS: usize = 60;

/// Regions as bits.
pub(super) type Regions = u64;

/// What is looked for.
pub(super) struct Matcher {
    plans: &'static Plans,
    regions: Vec<RegionToTry>,
    leniency: Leniency,
    /// Made when the first number is judged.
    beginnings: OnceLock<Beginnings>,
    /// Numbers with fewer digits are in no region.
    pub(super) fewest_digits: usize,
}

/// A region whose way of dialling is assumed for numbers without a plus sign.
pub(super) struct RegionToTry {
    pub(super) plan: Option<&'static Region>,
    /// Whether the region is known by exactly this name.
    pub(super) is_known: bool,
    /// Bits: how many digits a national number of its country code has.
    pub(super) lengths: u32,
}

/// A number found.
pub(super) struct FoundNumber {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) number: Number,
}

impl Matcher {
    /// How many regions one matcher takes.
    pub(super) const MOST_REGIONS: usize = 64;

    /// A matcher for at most [`Self::MOST_REGIONS`] regions.
    pub(super) fn new(names: &[String], leniency: Leniency) -> Self {
        let plans = Plans::get();
        let is_valid = leniency >= Leniency::Valid;
        let mut regions: Vec<_> = names
            .iter()
            .take(Self::MOST_REGIONS)
            .map(|name| {
                let known = plans.region(name);
                let plan = known.or_else(|| plans.region(&name.to_uppercase()));
                let country = plan.map(|plan| plans.country(plan.country_code));
                let lengths = country.unwrap_or_default().iter().map(|region| {
                    if is_valid {
                        region.valid_lengths()
                    } else {
                        region.possible_lengths()
                    }
                });
                RegionToTry {
                    plan,
                    is_known: known.is_some(),
                    lengths: lengths.fold(0, |all, lengths| all | lengths),
                }
            })
            .collect();
        regions.sort_by_key(|region| region.plan.map(|plan| plan.country_code));
        let fewest_digits = if is_valid {
            let plans = regions.iter().filter_map(|region| region.plan);
            plans
                .map(Region::fewest_digits)
                .fold(FEWEST_DIGITS_WITH_COUNTRY, usize::min)
        } else {
            2
        };
        Self {
            plans,
            regions,
            leniency,
            beginnings: OnceLock::new(),
            fewest_digits,
        }
    }

    /// All regions.
    pub(super) fn all_regions(&self) -> Regions {
        match self.regions.len() {
            0 => 0,
            count => Regions::MAX >> Self::MOST_REGIONS.saturating_sub(count),
        }
    }

    /// In which regions digits can be a number.
    pub(super) fn beginnings(&self) -> &Beginnings {
        self.beginnings
            .get_or_init(|| Beginnings::new(self.plans, &self.regions, self.leniency))
    }

    /// In which of the regions the symbols are a number that touches nothing that forbids it.
    pub(super) fn accept(
        &self,
        text: &str,
        symbols: &[Symbol],
        regions: Regions,
    ) -> (Regions, Option<Number>) {
        let nothing = (0, None);
        let (Some(first), Some(last)) = (symbols.first(), symbols.last()) else {
            return nothing;
        };
        if !(self.fewest_digits..=MOST_DIGITS).contains(&count_digits(symbols)) {
            return nothing;
        }
        let regions = match first_digits_without_plus(symbols) {
            Some((first, second)) => {
                regions
                    & self
                        .beginnings()
                        .regions(count_digits(symbols), first, second)
            }
            None => regions,
        };
        if regions == 0
            || !brackets_match(symbols)
            || holds_pages(symbols)
            || (self.leniency >= Leniency::Valid && touches_letter(text, first, last))
        {
            return nothing;
        }
        let Some(written) = Written::read(symbols) else {
            return nothing;
        };
        let extension = written.extension.as_deref();
        let admits = |number: &Number| self.leniency.admits(self.plans, number, extension, symbols);
        if written.has_plus {
            match Number::international(self.plans, &written) {
                International::Number(number) => {
                    return if admits(&number) {
                        (regions, Some(number))
                    } else {
                        nothing
                    };
                }
                International::TooShort => return nothing,
                International::UnknownCountry => {}
            }
        }
        let mut accepted = 0;
        let mut found = None;
        // Regions that share a country code stand together and mostly read the same number.
        let mut judged: Option<(Number, bool)> = None;
        for (region, bit) in self.regions.iter().zip((0..).map(|bit| 1 << bit)) {
            let Some(plan) = region.plan.filter(|_| regions & bit != 0) else {
                continue;
            };
            let number = if written.has_plus {
                Number::with_country_dialled_in(self.plans, plan, &written.digits)
            } else if region.is_known {
                Number::dialled_in(self.plans, plan, &written.digits)
            } else {
                None
            };
            let Some(number) = number else { continue };
            let is_admitted = match &judged {
                Some((other, is_admitted)) if number.is_same(other) => *is_admitted,
                _ => admits(&number),
            };
            if is_admitted {
                accepted |= bit;
                found = Some(number.clone());
            }
            judged = Some((number, is_admitted));
        }
        (accepted, found)
    }
}

/// The first two digits of symbols that hold nothing but digits and punctuation between them.
fn first_digits_without_plus(symbols: &[Symbol]) -> Option<(u8, u8)> {
    if !symbols.iter().all(Symbol::is_plain) {
        return None;
    }
    let mut digits = symbols.iter().filter_map(|symbol| symbol.digit);
    Some((digits.next()?, digits.next()?))
}

/// Whether a letter, a currency sign or a per cent sign stands directly before or behind.
fn touches_letter(text: &str, first: &Symbol, last: &Symbol) -> bool {
    let before = text
        .get(..first.start)
        .and_then(|before| before.chars().next_back())
        .filter(|_| !is_lead(first.character));
    let behind = text
        .get(last.end()..)
        .and_then(|behind| behind.chars().next());
    before.is_some_and(forbids_neighbour) || behind.is_some_and(forbids_neighbour)
}
