//! Decodes the seven-bit members of ISO 2022 that mail uses: ISO-2022-JP and its relatives.
//!
//! Each run between two escape sequences is rewritten into the eight-bit form of the same character
//! set (JIS X 0208 and 0212 into EUC-JP, GB 2312 into GBK, KS X 1001 into EUC-KR), which
//! `encoding_rs` decodes with its tables: NEC's and IBM's characters are among them. The trade-off:
//! the plane of JIS X 0213 that no such table holds becomes U+FFFD.
//!
//! Sources: RFC 1468, RFC 1554 (ISO-2022-JP-2), RFC 2237 (-1), RFC 1557 (-KR); half-width kana by
//! `ESC ( I`, by SO/SI (CP50222) and as eight-bit bytes (CP50221). A line end brings ASCII back
//! (RFC 1468), so that a lost escape sequence spoils one line at most.

use encoding_rs::Encoding;

const ESCAPE: u8 = 0x1B;
const SHIFT_OUT: u8 = 0x0E;
const SHIFT_IN: u8 = 0x0F;

/// What the bytes from 0x21 to 0x7E stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Set {
    /// ASCII. JIS X 0201's Roman half is read as ASCII as well, as Windows does: senders use it to
    /// leave kanji, and a URL with `~` must survive.
    Ascii,
    /// The kana half of JIS X 0201.
    Kana,
    Jis0208,
    Jis0212,
    Gb2312,
    Ksc5601,
    /// A set of two bytes that no table here holds.
    UnknownDouble,
}

impl Set {
    fn encoding(self) -> &'static Encoding {
        match self {
            Self::Gb2312 => encoding_rs::GBK,
            Self::Ksc5601 => encoding_rs::EUC_KR,
            _ => encoding_rs::EUC_JP,
        }
    }
}

/// Where an escape sequence puts the set that it names.
enum Designation {
    Shifted(Set),
    Current(Set),
    /// Says something about what follows that changes nothing here.
    Nothing,
}

/// Reads the escape sequence that `bytes` begin with (behind the escape byte itself).
fn designation(bytes: &[u8]) -> Option<(Designation, usize)> {
    use Designation::{Current, Nothing, Shifted};
    let found = match *bytes {
        [b'(', b'B' | b'J' | b'H', ..] => (Current(Set::Ascii), 2),
        [b'(', b'I', ..] => (Current(Set::Kana), 2),
        [b'$', b'@' | b'B', ..] => (Current(Set::Jis0208), 2),
        [b'$', b'A', ..] => (Current(Set::Gb2312), 2),
        // Plane 1 of JIS X 0213 extends JIS X 0208.
        [b'$', b'(', b'@' | b'B' | b'O' | b'Q', ..] => (Current(Set::Jis0208), 3),
        [b'$', b'(', b'D', ..] => (Current(Set::Jis0212), 3),
        [b'$', b'(', b'A', ..] => (Current(Set::Gb2312), 3),
        [b'$', b'(', b'C', ..] => (Current(Set::Ksc5601), 3),
        [b'$', b'(', 0x30..=0x7E, ..] => (Current(Set::UnknownDouble), 3),
        [b'$', b')', b'C', ..] => (Shifted(Set::Ksc5601), 3),
        [b'$', b')', b'A', ..] => (Shifted(Set::Gb2312), 3),
        [b')', b'I', ..] => (Shifted(Set::Kana), 2),
        [b'&', b'@', ..] => (Nothing, 2),
        _ => return None,
    };
    Some(found)
}

/// Whether an escape sequence of this family stands in the bytes.
pub(super) fn has_designation(bytes: &[u8]) -> bool {
    bytes.iter().enumerate().any(|(at, &byte)| {
        byte == ESCAPE
            && bytes
                .get(at + 1..)
                .is_some_and(|rest| designation(rest).is_some())
    })
}

/// Decodes; what cannot be decoded becomes U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> String {
    let mut decoder = Decoder {
        text: String::with_capacity(bytes.len()),
        pending: Vec::new(),
        pending_encoding: encoding_rs::EUC_JP,
    };
    let (mut current, mut shifted) = (Set::Ascii, Set::Kana);
    let mut is_shifted = false;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            ESCAPE => match designation(bytes.get(at..).unwrap_or_default()) {
                Some((found, length)) => {
                    match found {
                        Designation::Current(set) => (current, is_shifted) = (set, false),
                        Designation::Shifted(set) => shifted = set,
                        Designation::Nothing => {}
                    }
                    at += length;
                }
                None => decoder.push(Set::Ascii, &[byte]),
            },
            SHIFT_OUT => is_shifted = true,
            SHIFT_IN => is_shifted = false,
            b'\n' | b'\r' => {
                (current, is_shifted) = (Set::Ascii, false);
                decoder.push(Set::Ascii, &[byte]);
            }
            0..=0x20 | 0x7F => decoder.push(Set::Ascii, &[byte]),
            0xA1..=0xDF => decoder.push(Set::Kana, &[0x8E, byte]),
            0x80.. => decoder.undecodable(),
            lead => {
                let set = if is_shifted { shifted } else { current };
                at += decoder.push_graphic(set, lead, bytes.get(at).copied());
            }
        }
    }
    decoder.flush();
    decoder.text
}

struct Decoder {
    text: String,
    /// The current run in the eight-bit form of `pending_encoding`.
    pending: Vec<u8>,
    pending_encoding: &'static Encoding,
}

impl Decoder {
    /// Takes one character of `set`; answers how many bytes behind `lead` it used.
    fn push_graphic(&mut self, set: Set, lead: u8, next: Option<u8>) -> usize {
        match set {
            Set::Ascii => self.push(set, &[lead]),
            Set::Kana => self.push(set, &[0x8E, lead | 0x80]),
            Set::Jis0208 | Set::Jis0212 | Set::Gb2312 | Set::Ksc5601 | Set::UnknownDouble => {
                let Some(trail @ 0x21..=0x7E) = next else {
                    self.undecodable();
                    return 0;
                };
                match set {
                    Set::Jis0212 => self.push(set, &[0x8F, lead | 0x80, trail | 0x80]),
                    Set::UnknownDouble => self.undecodable(),
                    _ => self.push(set, &[lead | 0x80, trail | 0x80]),
                }
                return 1;
            }
        }
        0
    }

    fn push(&mut self, set: Set, bytes: &[u8]) {
        if set.encoding() != self.pending_encoding {
            self.flush();
            self.pending_encoding = set.encoding();
        }
        self.pending.extend_from_slice(bytes);
    }

    fn undecodable(&mut self) {
        self.flush();
        self.text.push(char::REPLACEMENT_CHARACTER);
    }

    fn flush(&mut self) {
        let (text, _) = self
            .pending_encoding
            .decode_without_bom_handling(&self.pending);
        self.text.push_str(&text);
        self.pending.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nec_ibm_and_half_width_characters_decode() {
        let bytes = b"\x1b$B|b66\x1b(B \x1b$B-!-j\x1b(B \x1b(I6@\x1b(B end";
        assert_eq!(decode(bytes), "髙橋 ①㈱ ｶﾀ end");
        assert!(has_designation(bytes));
        assert!(!has_designation(b"\x1b[31m red"));
    }

    #[test]
    fn half_width_kana_by_shift_and_by_eighth_bit() {
        assert_eq!(decode(b"\x0e6@\x0f ok"), "ｶﾀ ok");
        assert_eq!(decode(b"\xb6\xc0 \x1b$B4A\x1b(B"), "ｶﾀ 漢");
    }

    #[test]
    fn a_line_end_brings_ascii_back() {
        assert_eq!(decode(b"\x1b$B4A\nplain"), "漢\nplain");
        assert_eq!(decode(b"\x1b$B4A;\x1b(B."), "漢\u{FFFD}.");
    }

    #[test]
    fn supplementary_and_foreign_sets_decode() {
        assert_eq!(decode(b"\x1b$(D0!\x1b(B"), "丂");
        assert_eq!(decode(b"\x1b$A0!\x1b(B \x1b$(C0!\x1b(B"), "啊 가");
        assert_eq!(decode(b"\x1b$)C\x0e0!\x0f."), "가.");
    }
}
