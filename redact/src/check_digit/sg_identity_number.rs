//! The check letters of Singapore's identity numbers (NRIC and FIN).
//!
//! Source: the Immigration and Checkpoints Authority publishes no formula; the one here is the commonly
//! known one, which cards bear out: weights 2 7 6 5 4 3 2, an addition for the series, modulus 11.

use super::exactly;

/// Whether a letter, seven digits and a letter, in either case, belong together.
///
/// ```
/// use redact::check_digit::sg_identity_number;
///
/// assert!(sg_identity_number("S1234567D"));
/// assert!(!sg_identity_number("S1234567E"));
/// ```
pub fn sg_identity_number(number: &str) -> bool {
    let &[series, ref digits @ .., check] = number.as_bytes() else {
        return false;
    };
    let (letters, addition): (&[u8; 11], u32) = match series.to_ascii_uppercase() {
        b'S' => (b"JZIHGFEDCBA", 0),
        b'T' => (b"JZIHGFEDCBA", 4),
        b'F' => (b"XWUTRQPNMLK", 0),
        b'G' => (b"XWUTRQPNMLK", 4),
        b'M' => (b"XWUTRQPNJLK", 3),
        _ => return false,
    };
    if !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let Some(digits) = exactly::<7>(digits.iter().map(|digit| digit - b'0')) else {
        return false;
    };
    let sum: u32 = digits
        .into_iter()
        .zip([2, 7, 6, 5, 4, 3, 2])
        .map(|(digit, weight)| u32::from(digit) * weight)
        .sum();
    let expected = usize::try_from((sum + addition) % 11)
        .ok()
        .and_then(|place| letters.get(place));
    expected == Some(&check.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_series_has_its_letters() {
        for number in [
            "S1234567D",
            "T1234567J",
            "F1234567N",
            "G1234567X",
            "M1234567K",
            "s1234567d",
        ] {
            assert!(sg_identity_number(number), "{number}");
        }
        for other in [
            "",
            "S",
            "S123456D",
            "S12345678D",
            "A1234567D",
            "S123456xD",
            "S1234567É",
        ] {
            assert!(!sg_identity_number(other), "{other}");
        }
    }
}
