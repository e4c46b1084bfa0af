//! How often each region may still be tried.

use super::matcher::Regions;

/// How many candidates and parts of candidates may turn out to be no number, in each region, before
/// the rest of the text is left alone. libphonenumber's bound, which its users rely on for time.
const MOST: i64 = 65_535;

/// The tries of all regions. Most are spent by all regions together, and counted once.
pub(super) struct Tries {
    all: Regions,
    /// Spent by every region.
    together: i64,
    /// Spent by each region beside those.
    apart: Vec<i64>,
    /// The most that a region has spent apart.
    most_apart: i64,
}

impl Tries {
    /// The tries of these regions.
    pub(super) fn new(all: Regions) -> Self {
        Self {
            all,
            together: 0,
            apart: vec![0; Regions::BITS as usize],
            most_apart: 0,
        }
    }

    /// Those of the regions that have a try left when `spent` more are gone.
    #[inline]
    pub(super) fn left(&self, regions: Regions, spent: i64) -> Regions {
        if self.together + self.most_apart + spent < MOST {
            return regions;
        }
        self.apart
            .iter()
            .zip(0..)
            .filter(|(apart, _)| self.together + **apart + spent < MOST)
            .fold(0, |left, (_, number)| left | (regions & 1 << number))
    }

    /// Spends tries of these regions.
    #[inline]
    pub(super) fn spend(&mut self, regions: Regions, count: i64) {
        if regions == self.all {
            self.together += count;
            return;
        }
        for (apart, number) in self.apart.iter_mut().zip(0..) {
            if regions >> number & 1 != 0 {
                *apart += count;
                self.most_apart = self.most_apart.max(*apart);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_region_has_its_own_tries() {
        let mut tries = Tries::new(0b11);
        tries.spend(0b11, MOST - 2);
        tries.spend(0b01, 1);
        assert_eq!(tries.left(0b11, 0), 0b11);
        assert_eq!(tries.left(0b11, 1), 0b10);
        tries.spend(0b01, 1);
        assert_eq!(tries.left(0b11, 0), 0b10);
        assert_eq!(tries.left(0b11, 2), 0);
    }
}
