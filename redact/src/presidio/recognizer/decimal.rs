//! Which number a digit of any script stands for.
//!
//! `\d` matches the digits of every script, and Python's `int` reads them; a check that is given a
//! match has to do the same.

/// The zeros of all decimal digits of Unicode 14: the nine characters behind each are its 1 to 9.
const ZEROS: [u32; 66] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66,
    0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650,
    0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60, 0x16AC0, 0x16B50,
    0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0,
];

/// The value of a decimal digit of any script.
pub(crate) fn decimal(character: char) -> Option<u8> {
    let code = u32::from(character);
    let zero = *ZEROS.get(ZEROS.partition_point(|&zero| zero <= code).checked_sub(1)?)?;
    u8::try_from(code - zero).ok().filter(|&value| value < 10)
}

/// The values of the decimal digits in a text, in order; everything else is passed over.
pub(crate) fn digits_in(text: &str) -> impl DoubleEndedIterator<Item = u8> {
    text.chars().filter_map(decimal)
}

/// The values of a text that is exactly `N` decimal digits.
pub(crate) fn decimals<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut values = [0; N];
    let mut characters = text.chars();
    for value in &mut values {
        *value = decimal(characters.next()?)?;
    }
    characters.next().is_none().then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_any_script_have_values() {
        assert_eq!(decimals("0９٣๒𝟗"), Some([0, 9, 3, 2, 9]));
        for other in ['a', '²', '一', '\u{2F}', '\u{3A}', '\u{FF1A}', '\0'] {
            assert_eq!(decimal(other), None, "{other}");
        }
    }

    #[test]
    fn only_the_stated_number_of_digits_will_do() {
        assert_eq!(decimals::<3>("12"), None);
        assert_eq!(decimals::<3>("1234"), None);
        assert_eq!(decimals::<3>("1 3"), None);
    }
}
