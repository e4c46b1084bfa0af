//! What a character can be in or beside a telephone number.

/// The zeros of the decimal digits in Unicode; nine more digits follow each.
const ZEROS: [char; 66] = [
    '0',
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

/// The first bytes of the decimal digits that are not ASCII.
pub(super) const FIRST_BYTES_OF_WIDE_DIGITS: [u8; 8] =
    [0xD9, 0xDB, 0xDF, 0xE0, 0xE1, 0xEA, 0xEF, 0xF0];

/// The value of a decimal digit of any script.
#[inline]
pub(super) fn digit_value(character: char) -> Option<u8> {
    let zero = if character.is_ascii() {
        '0'
    } else {
        let after = ZEROS.partition_point(|&zero| zero <= character);
        *ZEROS.get(after.checked_sub(1)?)?
    };
    let value = u32::from(character).checked_sub(u32::from(zero))?;
    u8::try_from(value).ok().filter(|&value| value < 10)
}

/// `+` and `＋`.
#[inline]
pub(super) fn is_plus(character: char) -> bool {
    matches!(character, '+' | '＋')
}

/// What may open a number before its first digit: brackets and plus signs.
#[inline]
pub(super) fn is_lead(character: char) -> bool {
    is_plus(character) || is_opening(character)
}

/// An opening bracket.
#[inline]
pub(super) fn is_opening(character: char) -> bool {
    matches!(character, '(' | '[' | '（' | '［')
}

/// A closing bracket.
#[inline]
pub(super) fn is_closing(character: char) -> bool {
    matches!(character, ')' | ']' | '）' | '］')
}

/// The ASCII characters that may stand between digits, as bits.
const ASCII_PUNCTUATION: u128 = {
    let marks = b"-xX ().[]/~";
    let mut bits = 0;
    let mut at = 0;
    while at < marks.len() {
        bits |= 1 << marks[at];
        at += 1;
    }
    bits
};

/// What may stand between digits. `x` stands for a carrier or before an extension.
#[inline]
pub(super) fn is_punctuation(character: char) -> bool {
    if character.is_ascii() {
        return ASCII_PUNCTUATION >> u32::from(character) & 1 != 0;
    }
    matches!(
        character,
        '\u{2010}'..='\u{2015}'
            | '\u{2212}' | 'ー' | '\u{FF0D}'..='\u{FF0F}'
            | '\u{A0}' | '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{3000}'
            | '（' | '）' | '［' | '］'
            | '\u{2053}' | '\u{223C}' | '\u{FF5E}'
    )
}

/// A hyphen or dash that separates two numbers without a space.
pub(super) fn is_wide_dash(character: char) -> bool {
    matches!(character, '\u{2012}'..='\u{2015}' | '\u{FF0D}')
}

/// What `\s` matches among the characters of a number.
pub(super) fn is_space(character: char) -> bool {
    character.is_whitespace()
}

/// What a number does not end with.
pub(super) fn is_unwanted_at_end(character: char) -> bool {
    character != '#' && !character.is_alphanumeric()
}

/// Whether digits that touch the character are no telephone number: a Latin letter, a currency sign,
/// or a per cent sign.
pub(super) fn forbids_neighbour(character: char) -> bool {
    is_latin_letter(character) || is_currency_or_percent(character)
}

/// A letter of the Latin blocks up to Extended-B and Extended Additional; a combining mark counts as
/// one, since it belongs to the letter before it.
fn is_latin_letter(character: char) -> bool {
    match character {
        '\u{300}'..='\u{36F}' => true,
        '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => character.is_alphabetic(),
        _ => false,
    }
}

fn is_currency_or_percent(character: char) -> bool {
    matches!(
        character,
        '%' | '$' | '\u{A2}'..='\u{A5}' | '\u{58F}' | '\u{60B}' | '\u{7FE}' | '\u{7FF}' | '\u{9F2}'
            | '\u{9F3}' | '\u{9FB}' | '\u{AF1}' | '\u{BF9}' | '\u{E3F}' | '\u{17DB}'
            | '\u{20A0}'..='\u{20C0}' | '\u{A838}' | '\u{FDFC}' | '\u{FE69}' | '\u{FF04}'
            | '\u{FFE0}' | '\u{FFE1}' | '\u{FFE5}' | '\u{FFE6}' | '\u{11FDD}'..='\u{11FE0}'
            | '\u{1E2FF}' | '\u{1ECB0}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_have_their_value() {
        assert_eq!(digit_value('7'), Some(7));
        assert_eq!(digit_value('９'), Some(9));
        assert_eq!(digit_value('\u{0663}'), Some(3));
        assert_eq!(digit_value('\u{1D7CF}'), Some(1));
        for character in ['a', '/', ':', '²', '一', '\u{FF1A}'] {
            assert_eq!(digit_value(character), None, "{character}");
        }
    }

    #[test]
    fn wide_digits_begin_with_the_listed_bytes() {
        for character in ('\u{80}'..=char::MAX).filter(|&c| digit_value(c).is_some()) {
            let mut bytes = [0; 4];
            character.encode_utf8(&mut bytes);
            assert!(
                FIRST_BYTES_OF_WIDE_DIGITS.contains(&bytes[0]),
                "{character:?}"
            );
        }
    }

    #[test]
    fn latin_letters_and_money_forbid_a_number_beside_them() {
        for character in ['a', 'é', 'ǅ', 'ẞ', '\u{301}', '%', '€', '￥', '¢'] {
            assert!(forbids_neighbour(character), "{character}");
        }
        for character in ['は', 'я', '_', '×', '：', '1'] {
            assert!(!forbids_neighbour(character), "{character}");
        }
    }
}
