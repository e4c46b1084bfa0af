//! The check letters of Singapore's unique entity numbers (UEN).
//!
//! Source: the formats are those of the Accounting and Corporate Regulatory Authority, which publishes no
//! formula; the one here is the commonly known one, which the register bears out.

use super::exactly;

/// The letters and digits of the third format, in the order of their values.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWX0123456789";

/// The kinds of entities of the third format.
const KINDS: [&str; 39] = [
    "CC", "CD", "CH", "CL", "CM", "CP", "CS", "CX", "DP", "FB", "FC", "FM", "FN", "GA", "GB", "GS",
    "HC", "HS", "LL", "LP", "MB", "MC", "MD", "MH", "MM", "MQ", "NB", "NR", "PA", "PB", "PF", "RF",
    "RP", "SM", "SS", "TC", "TU", "VH", "XL",
];

/// Whether a text is a unique entity number in capitals: nine characters for a business, ten with the
/// year in front for a company, ten with a letter, a year and a kind for other entities. Whether the
/// year has come yet is not asked.
///
/// ```
/// use redact::check_digit::sg_entity_number;
///
/// for number in ["53125226D", "201434292D", "T16RF0037C"] {
///     assert!(sg_entity_number(number));
/// }
/// assert!(!sg_entity_number("53125226E"));
/// ```
pub fn sg_entity_number(number: &str) -> bool {
    let Some((&check, head)) = number.as_bytes().split_last() else {
        return false;
    };
    let digits = |text: &[u8]| -> Option<Vec<u8>> {
        text.iter()
            .map(|byte| byte.is_ascii_digit().then(|| byte - b'0'))
            .collect()
    };
    if let Some(business) = digits(head).and_then(|digits| exactly::<8>(digits.into_iter())) {
        let sum = weigh(&business, &[10, 4, 9, 3, 8, 2, 7, 1]);
        return b"XMKECAWLJDB".get(sum % 11) == Some(&check);
    }
    if let Some(company) = digits(head).and_then(|digits| exactly::<9>(digits.into_iter())) {
        let sum = weigh(&company, &[10, 8, 6, 4, 9, 7, 5, 3, 1]);
        return b"ZKCMDNERGWH".get(sum % 11) == Some(&check);
    }
    let values: Option<Vec<u8>> = head
        .iter()
        .map(|byte| {
            let place = ALPHABET.iter().position(|letter| letter == byte)?;
            u8::try_from(place).ok()
        })
        .collect();
    let Some(other) = values.and_then(|values| exactly::<9>(values.into_iter())) else {
        return false;
    };
    let is_of_form = matches!(head.first(), Some(b'R' | b'S' | b'T'))
        && head.get(1..3).and_then(digits).is_some()
        && number
            .get(3..5)
            .is_some_and(|kind| KINDS.binary_search(&kind).is_ok())
        && head.get(5..).and_then(digits).is_some();
    // Five is taken from the sum; six added instead keeps it above zero.
    let sum = weigh(&other, &[4, 3, 5, 3, 10, 2, 2, 5, 7]) + 6;
    is_of_form && ALPHABET.get(sum % 11) == Some(&check)
}

fn weigh(values: &[u8], weights: &[usize]) -> usize {
    values
        .iter()
        .zip(weights)
        .map(|(&value, weight)| usize::from(value) * weight)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_has_its_own_letters() {
        assert!(sg_entity_number("S57TU0392K"));
        assert!(!sg_entity_number("S57TU0392L"));
        assert!(!sg_entity_number("X57TU0392K"));
        assert!(!sg_entity_number(""));
        assert!(!sg_entity_number("D"));
        assert!(!sg_entity_number("５３１２５２２６D"));
    }

    #[test]
    fn kinds_are_in_order() {
        assert!(KINDS.is_sorted());
    }

    #[test]
    fn a_company_of_any_year_has_one_check_letter() {
        for year in 1900..=2100 {
            let fitting = (b'A'..=b'Z')
                .filter(|&check| sg_entity_number(&format!("{year}34292{}", char::from(check))));
            assert_eq!(fitting.count(), 1, "{year}");
        }
    }
}
