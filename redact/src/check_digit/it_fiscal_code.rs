//! The control letter of the Italian tax code (codice fiscale).
//!
//! Source: Decreto ministeriale 23 dicembre 1976, art. 7: each character in an odd place counts by a
//! table, each in an even place by its rank; the sum modulo 26 chooses a letter.

/// What the letters A to Z count in odd places. The digits 0 to 9 count as A to J.
const ODD: [u8; 26] = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/// The control letter of a code without it, 15 characters when whole; `None` if one is neither an
/// ASCII digit nor an ASCII letter (in either case).
///
/// ```
/// use redact::check_digit::it_fiscal_code;
///
/// assert_eq!(it_fiscal_code("RSSMRA85T10A562".bytes()), Some('S'));
/// ```
pub fn it_fiscal_code(characters: impl Iterator<Item = u8>) -> Option<char> {
    let mut sum = 0;
    let mut is_odd = true;
    for character in characters {
        let rank = match character {
            b'0'..=b'9' => character - b'0',
            b'A'..=b'Z' => character - b'A',
            b'a'..=b'z' => character - b'a',
            _ => return None,
        };
        let value = if is_odd {
            *ODD.get(usize::from(rank))?
        } else {
            rank
        };
        sum = (sum + value) % 26;
        is_odd = !is_odd;
    }
    Some(char::from(b'A' + sum))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_codes() {
        for code in ["RSSMRA85T10A562S", "MRORSS00A00A000U", "bncgnn65a01h501u"] {
            let (payload, control) = code.split_at(15);
            assert!(
                it_fiscal_code(payload.bytes())
                    .is_some_and(|letter| control.eq_ignore_ascii_case(&letter.to_string())),
                "{code}"
            );
        }
        assert_eq!(it_fiscal_code("RSS-".bytes()), None);
    }
}
