//! The check digit of machine-readable travel documents: passports and identity cards.
//!
//! Source: ICAO Doc 9303, part 3, section 4.9: weights 7, 3, 1, modulo 10.

/// Whether `check` is the check digit of `values`: digits count as themselves, letters from 10 (A)
/// to 35 (Z), the filler `<` as 0.
///
/// ```
/// use redact::check_digit::icao_9303;
///
/// // The example of Doc 9303: the date 520727 has the check digit 3.
/// assert!(icao_9303([5, 2, 0, 7, 2, 7].into_iter(), 3));
/// assert!(!icao_9303([5, 2, 0, 7, 2, 7].into_iter(), 4));
/// ```
pub fn icao_9303(values: impl Iterator<Item = u8>, check: u8) -> bool {
    let sum = values
        .zip([7, 3, 1].into_iter().cycle())
        .fold(0, |sum, (value, weight)| {
            (sum + u32::from(value) * weight) % 10
        });
    sum == u32::from(check)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_count_from_ten() {
        // AB2134<<<, the other example of Doc 9303.
        assert!(icao_9303([10, 11, 2, 1, 3, 4, 0, 0, 0].into_iter(), 5));
        assert!(icao_9303(std::iter::empty(), 0));
    }
}
