//! Which bytes is a text in a charset?

use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8};

use super::{Charset, EmlError};

/// Encodes a text, provided that it comes back unchanged: the encodings of the web map half-width
/// kana and some signs to neighbours, which would put the labels beside the text.
pub(super) fn encode(text: &str, charset: Charset) -> Result<Vec<u8>, EmlError> {
    let encoding: &'static Encoding = match charset {
        Charset::Utf8 => UTF_8,
        Charset::Iso2022Jp => ISO_2022_JP,
        Charset::ShiftJis => SHIFT_JIS,
        Charset::EucJp => EUC_JP,
    };
    let comes_back = |text: &str| {
        let (bytes, _, lossy) = encoding.encode(text);
        !lossy && encoding.decode_without_bom_handling(&bytes).0 == text
    };
    if comes_back(text) {
        return Ok(encoding.encode(text).0.into_owned());
    }
    let lost = text
        .chars()
        .find(|character| !comes_back(character.encode_utf8(&mut [0; 4])));
    Err(EmlError::Unmappable {
        charset: charset.name(),
        code_point: lost.map_or(0, u32::from),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_2022_jp_switches_with_escapes_and_ends_in_ascii() {
        let bytes = encode("a山\n", Charset::Iso2022Jp).unwrap();
        assert_eq!(bytes, b"a\x1b$B;3\x1b(B\n");
    }

    #[test]
    fn what_would_come_back_otherwise_is_refused() {
        for (text, charset) in [
            ("ｶﾅ", Charset::Iso2022Jp),
            ("𠮷", Charset::ShiftJis),
            ("김", Charset::EucJp),
        ] {
            assert!(encode(text, charset).is_err(), "{text}");
        }
        assert!(encode("ｶﾅ", Charset::ShiftJis).is_ok());
    }
}
