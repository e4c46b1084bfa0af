//! DEA registration numbers: weights 2 and 1 in turn, modulo 10.

/// Whether digits (check digit last) carry the check digit of a registration with the Drug Enforcement
/// Administration.
///
/// Source: DEA Diversion Control, registration validation: the first, third and fifth digit and twice the
/// second, fourth and sixth make a sum whose last digit is the seventh. Fewer or more digits weigh in the
/// same turn from the right.
pub fn dea(digits: impl DoubleEndedIterator<Item = u8>) -> bool {
    let mut digits = digits.rev();
    let Some(check) = digits.next() else {
        return false;
    };
    let weighed = digits.zip([2, 1].into_iter().cycle());
    let sum = weighed.fold(0u32, |sum, (digit, weight)| {
        (sum + u32::from(digit) * weight) % 10
    });
    sum == u32::from(check)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_numbers() {
        assert!(dea([1, 3, 8, 8, 5, 6, 8].into_iter()));
        assert!(!dea([1, 3, 8, 8, 5, 6, 9].into_iter()));
        assert!(!dea([].into_iter()));
    }
}
