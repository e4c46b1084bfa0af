//! Verhoeff's formula: check digits over the dihedral group of order ten.
//!
//! Source: J. Verhoeff, Error Detecting Decimal Codes, Mathematical Centre Tract 29, Amsterdam 1969.
//! Catches every single wrong digit and every exchange of neighbours.

/// Products in the dihedral group: turns of a pentagon are 0 to 4, mirrored turns 5 to 9.
fn product(left: u8, right: u8) -> u8 {
    match (left < 5, right < 5) {
        (true, true) => (left + right) % 5,
        (true, false) => 5 + (left + right) % 5,
        (false, true) => 5 + (left - right) % 5,
        (false, false) => (5 + left - right) % 5,
    }
}

/// Verhoeff's permutation, which is applied once more at each place from the right.
const PERMUTATION: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/// Whether `digits` (values 0 to 9, check digit last) satisfy Verhoeff's formula. No digits do not.
///
/// ```
/// use redact::check_digit::verhoeff;
///
/// assert!(verhoeff([2, 3, 6, 3].into_iter()));
/// assert!(!verhoeff([2, 3, 6, 4].into_iter()));
/// ```
pub fn verhoeff(digits: impl DoubleEndedIterator<Item = u8>) -> bool {
    let mut remainder = None;
    for (digit, place) in digits.rev().zip(0u32..) {
        let permuted = (0..place % 8).fold(digit, |digit, _| {
            PERMUTATION.get(usize::from(digit)).copied().unwrap_or(0)
        });
        remainder = Some(product(remainder.unwrap_or(0), permuted));
    }
    remainder == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_example_of_the_tract_holds() {
        assert!(verhoeff([2, 3, 6, 3].into_iter()));
        assert!(verhoeff([1, 4, 2, 8, 5, 7, 0].into_iter()));
        assert!(!verhoeff([].into_iter()));
    }

    proptest! {
        #[test]
        fn exactly_one_check_digit_fits(payload in prop::collection::vec(0u8..10, 0..30)) {
            let fitting = (0u8..10)
                .filter(|&check| verhoeff(payload.iter().copied().chain([check])));
            prop_assert_eq!(fitting.count(), 1);
        }

        #[test]
        fn an_exchange_of_neighbours_is_caught(digits in prop::collection::vec(0u8..10, 2..30), place in any::<prop::sample::Index>()) {
            let place = place.index(digits.len() - 1);
            prop_assume!(digits[place] != digits[place + 1]);
            let mut exchanged = digits.clone();
            exchanged.swap(place, place + 1);
            prop_assert!(!(verhoeff(digits.into_iter()) && verhoeff(exchanged.into_iter())));
        }
    }
}
