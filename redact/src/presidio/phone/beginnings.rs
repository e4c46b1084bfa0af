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
        let prefix = plan.pairs_of_national_prefix();
        // Whether the prefix was written is asked of the main region.
        let asked = plans
            .main_region(plan.country_code)
            .map_or(0, Region::pairs_of_national_prefix);
        let abroad = plan.pairs_of_international_prefix();
        let literal = plan.literal_national_prefix().map(str::len);
        let has = |length: Option<usize>| {
            length.is_some_and(|length| length < LENGTHS && lengths >> length & 1 != 0)
        };
        for (length, row) in self.regions.chunks_exact_mut(PAIRS).enumerate() {
            for (pair, cell) in row.iter_mut().enumerate() {
                let is_among = |pairs: Pairs| pairs >> pair & 1 != 0;
                let may_be = is_among(abroad)
                    || is_among(code)
                    || if is_among(prefix) {
                        has(Some(length))
                            || literal.is_none_or(|prefix| has(length.checked_sub(prefix)))
                    } else {
                        has(Some(length))
                            && (!is_judged
                                || (is_among(national)
                                    && (is_among(asked)
                                        || !plans.needs_prefix(plan.country_code, length, pair))))
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

    #[test]
    fn country_codes_are_pairs() {
        assert_eq!(pairs_that_begin_with(1), 0x3FF << 10);
        assert_eq!(pairs_that_begin_with(44), 1 << 44);
        assert_eq!(pairs_that_begin_with(972), 1 << 97);
    }
}
