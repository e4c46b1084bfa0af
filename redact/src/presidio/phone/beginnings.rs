//! In which regions digits without a plus sign can be a number, judged by how many they are and by the
//! first two: most rows of digits in a text are no telephone number, and this says so at once.

use super::leniency::Leniency;
use super::matcher::{RegionToTry, Regions};
use super::plans::Plans;
use super::region::Region;

/// How many numbers of digits are told apart; what is longer is judged by its first digits alone.
const LENGTHS: usize = 32;

/// How many pairs of digits there are.
const PAIRS: usize = 100;

/// For each number of digits and each first two digits the regions.
pub(super) struct Beginnings {
    regions: Vec<Regions>,
}

/// Pairs of digits, as bits.
pub(super) type Pairs = u128;

/// All pairs of digits.
pub(super) const ALL_PAIRS: Pairs = (1 << PAIRS) - 1;

impl Beginnings {
    /// The table for these regions.
    pub(super) fn new(plans: &Plans, regions: &[RegionToTry], leniency: Leniency) -> Self {
        let mut table = Self {
            regions: vec![0; LENGTHS * PAIRS],
        };
        for (region, number) in regions.iter().zip(0..) {
            if let Some(plan) = region.plan.filter(|_| region.is_known) {
                table.add(plans, plan, region.lengths, leniency, 1 << number);
            }
        }
        table
    }

    fn add(
        &mut self,
        plans: &Plans,
        plan: &Region,
        lengths: u32,
        leniency: Leniency,
        bit: Regions,
    ) {
        let is_judged = leniency >= Leniency::Valid;
        let country = plans.country(plan.country_code);
        let national = country
            .iter()
            .fold(0, |all, region| all | region.pairs_of_numbers());
        let code = pairs_that_begin_with(plan.country_code);
        let code_length = plan
            .country_code
            .checked_ilog10()
            .map_or(0, |log| log as usize)
            + 1;
        let prefix = plan.pairs_of_national_prefix();
        // Whether the prefix was written is asked of the main region.
        let asked = plans
            .main_region(plan.country_code)
            .map_or(0, Region::pairs_of_national_prefix);
        let abroad = plan.pairs_of_international_prefix();
        let shortest_abroad = plan.literal_international_prefix().map_or(0, str::len) + 3;
        let literal = plan.literal_national_prefix();
        let is_same_prefix = plans
            .main_region(plan.country_code)
            .is_some_and(|main| literal.is_some() && main.literal_national_prefix() == literal);
        let prefix_length = literal.map_or(0, str::len);
        let has = |length: usize, prefixes: usize| {
            length
                .checked_sub(prefixes * prefix_length)
                .is_some_and(|length| length < LENGTHS && lengths >> length & 1 != 0)
        };
        for (length, row) in self.regions.chunks_exact_mut(PAIRS).enumerate() {
            // Behind the country code a prefix may be left out twice.
            let behind_code = length.saturating_sub(code_length);
            let has_code_length = !is_same_prefix
                || length == LENGTHS - 1
                || (0..=2).any(|prefixes| has(behind_code, prefixes));
            for (pair, cell) in row.iter_mut().enumerate() {
                let is_among = |pairs: Pairs| pairs >> pair & 1 != 0;
                let is_national = !is_judged || is_among(national);
                let may_be = (is_among(abroad) && length >= shortest_abroad)
                    || (is_among(code) && has_code_length)
                    || if is_among(prefix) {
                        // Of a number behind a prefix of one digit the first digit is known.
                        let behind_prefix = 0x3FF << (pair % 10 * 10);
                        has(length, 0) && is_national
                            || literal.is_none()
                            || has(length, 1)
                                && (!is_judged
                                    || prefix_length != 1
                                    || national & behind_prefix != 0)
                    } else {
                        has(length, 0)
                            && is_national
                            && (!is_judged
                                || is_among(asked)
                                || !plans.needs_prefix(plan.country_code, length, pair))
                    };
                if may_be {
                    *cell |= bit;
                }
            }
        }
    }

    /// The regions in which so many digits that begin with these two values can be a number. Says yes
    /// where it takes more to know.
    #[inline]
    pub(super) fn regions(&self, length: usize, first: u8, second: u8) -> Regions {
        let pair = usize::from(first) * 10 + usize::from(second);
        self.regions
            .get(length.min(LENGTHS - 1) * PAIRS + pair)
            .copied()
            .unwrap_or(Regions::MAX)
    }
}

/// The pairs with which digits begin that begin with a country code.
fn pairs_that_begin_with(code: u16) -> Pairs {
    let mut code = usize::from(code);
    while code >= PAIRS {
        code /= 10;
    }
    if code < 10 {
        0x3FF << (code * 10)
    } else {
        1 << code
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presidio::phone::candidate::Symbol;
    use crate::presidio::phone::digits::Digits;
    use crate::presidio::phone::matcher::Matcher;
    use crate::presidio::phone::parse::Number;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn every_number_has_a_beginning_of_its_region(
            digits in "(0|00|000|1|11|011|8|810|[1-9][0-9]|)[0-9]{2,12}",
            region in 0_usize..400,
            level in 0_u8..2,
        ) {
            let plans = Plans::get();
            let leniency = Leniency::from_level(level).unwrap();
            let Some(name) = plans.name_of(region) else {
                return Ok(());
            };
            let plan = plans.region(name).unwrap();
            let symbols = Symbol::all(&digits);
            let bytes = digits.as_bytes();
            let number = Number::dialled_in(plans, plan, &Digits::of(bytes).unwrap());
            if number.is_some_and(|number| leniency.admits(plans, &number, None, &symbols)) {
                let matcher = Matcher::new(&[name.to_owned()], leniency);
                let (first, second) = (bytes[0] - b'0', bytes[1] - b'0');
                let regions = matcher.beginnings().regions(bytes.len(), first, second);
                prop_assert_eq!(regions, 1, "{} {}", name, digits);
            }
        }
    }

    #[test]
    fn country_codes_are_pairs() {
        assert_eq!(pairs_that_begin_with(1), 0x3FF << 10);
        assert_eq!(pairs_that_begin_with(44), 1 << 44);
        assert_eq!(pairs_that_begin_with(972), 1 << 97);
    }
}
