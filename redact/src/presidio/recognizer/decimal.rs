//! What a decimal digit of any script is worth.
//!
//! Presidio's patterns say `\d`, which matches full-width and other digits, and its checks read them with
//! Python's `int`, which knows them too.

/// The zeros of the scripts, in order; each has its nine other digits right behind it. Source: the
/// Unicode character database, general category Nd.
static ZEROS: [char; 66] = [
    '\u{30}',
    '\u{660}',
    '\u{6F0}',
    '\u{7C0}',
    '\u{966}',
    '\u{9E6}',
    '\u{A66}',
    '\u{AE6}',
    '\u{B66}',
    '\u{BE6}',
    '\u{C66}',
    '\u{CE6}',
    '\u{D66}',
    '\u{DE6}',
    '\u{E50}',
    '\u{ED0}',
    '\u{F20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17E0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19D0}',
    '\u{1A80}',
    '\u{1A90}',
    '\u{1B50}',
    '\u{1BB0}',
    '\u{1C40}',
    '\u{1C50}',
    '\u{A620}',
    '\u{A8D0}',
    '\u{A900}',
    '\u{A9D0}',
    '\u{A9F0}',
    '\u{AA50}',
    '\u{ABF0}',
    '\u{FF10}',
    '\u{104A0}',
    '\u{10D30}',
    '\u{11066}',
    '\u{110F0}',
    '\u{11136}',
    '\u{111D0}',
    '\u{112F0}',
    '\u{11450}',
    '\u{114D0}',
    '\u{11650}',
    '\u{116C0}',
    '\u{11730}',
    '\u{118E0}',
    '\u{11950}',
    '\u{11C50}',
    '\u{11D50}',
    '\u{11DA0}',
    '\u{16A60}',
    '\u{16AC0}',
    '\u{16B50}',
    '\u{1D7CE}',
    '\u{1D7D8}',
    '\u{1D7E2}',
    '\u{1D7EC}',
    '\u{1D7F6}',
    '\u{1E140}',
    '\u{1E2F0}',
    '\u{1E950}',
    '\u{1FBF0}',
];

/// The value of a decimal digit of any script, or nothing for another character.
pub(crate) fn decimal(character: char) -> Option<u8> {
    if character.is_ascii() {
        return character
            .to_digit(10)
            .and_then(|digit| u8::try_from(digit).ok());
    }
    let above = ZEROS.partition_point(|&zero| zero <= character);
    let zero = *ZEROS.get(above.checked_sub(1)?)?;
    u8::try_from(u32::from(character) - u32::from(zero))
        .ok()
        .filter(|&digit| digit < 10)
}

/// The values of the digits in a text, in order; everything else is passed over.
pub(crate) fn decimals(text: &str) -> impl DoubleEndedIterator<Item = u8> {
    text.chars().filter_map(decimal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_any_script_count() {
        assert_eq!(decimals("4１٢-᠓a९ｚ").collect::<Vec<_>>(), [4, 1, 2, 3, 9]);
        assert_eq!(decimal('²'), None);
        assert_eq!(decimal('Ａ'), None);
        assert_eq!(decimal('一'), None);
    }

    #[test]
    fn zeros_are_in_order() {
        assert!(ZEROS.is_sorted());
    }
}
