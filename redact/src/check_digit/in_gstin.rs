//! The check character of an Indian goods and services tax identification number (GSTIN).
//!
//! Source: GST Network, GSTIN check character: letters and digits count 0 to 35 and weigh 1 and 2 in turn,
//! the digits of the products to the base 36 are added, the difference to the next multiple of 36.

/// Whether the last of fifteen letters and digits, in either case, checks the others.
///
/// ```
/// use redact::check_digit::in_gstin;
///
/// assert!(in_gstin("27AAPFU0939F1ZV"));
/// assert!(!in_gstin("27AAPFU0939F1ZW"));
/// ```
pub fn in_gstin(number: &str) -> bool {
    let values: Option<Vec<u32>> = number
        .chars()
        .map(|character| character.to_digit(36))
        .collect();
    let Some([payload @ .., check]) = values.as_deref() else {
        return false;
    };
    let sum: u32 = payload
        .iter()
        .zip([1, 2].into_iter().cycle())
        .map(|(&value, weight)| {
            let product = value * weight;
            product / 36 + product % 36
        })
        .sum();
    payload.len() == 14 && (sum + check).is_multiple_of(36)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_check_character_fits() {
        let fitting = ('0'..='9')
            .chain('A'..='Z')
            .filter(|check| in_gstin(&format!("29AAGCB7383J1Z{check}")));
        assert_eq!(fitting.collect::<String>(), "4");
    }

    #[test]
    fn any_other_length_is_refused() {
        for other in [
            "",
            "V",
            "27AAPFU0939F1Z",
            "027AAPFU0939F1ZV",
            "27AAPFU0939F1Z-",
        ] {
            assert!(!in_gstin(other), "{other}");
        }
    }
}
