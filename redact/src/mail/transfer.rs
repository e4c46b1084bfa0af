//! Undoes the transfer encodings of RFC 2045 section 6.
//!
//! Lenient: what is no legal base64 or quoted-printable is skipped or kept as it stands, and the
//! caller learns that something was wrong, since a reader would rather see most of a mail than
//! none.

use std::borrow::Cow;

use super::embedded;

/// How a body travelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TransferEncoding {
    /// 7bit, 8bit, binary, or a word that means nothing.
    Identity,
    Base64,
    QuotedPrintable,
    /// Never standardised; from before MIME.
    Uuencode,
}

impl TransferEncoding {
    /// The encoding that the value of a `Content-Transfer-Encoding` names.
    pub(super) fn from_header(value: &str) -> Self {
        let word = value
            .split(|c: char| c == ';' || c.is_whitespace())
            .find(|word| !word.is_empty())
            .unwrap_or_default()
            .trim_matches('"');
        if word.eq_ignore_ascii_case("base64") {
            Self::Base64
        } else if word.eq_ignore_ascii_case("quoted-printable") {
            Self::QuotedPrintable
        } else if ["x-uuencode", "uuencode", "x-uue", "uue", "x-uuencoded"]
            .iter()
            .any(|name| word.eq_ignore_ascii_case(name))
        {
            Self::Uuencode
        } else {
            Self::Identity
        }
    }

    /// The bytes behind the encoding, and whether they were damaged.
    pub(super) fn decode(self, bytes: &[u8]) -> (Cow<'_, [u8]>, bool) {
        match self {
            Self::Identity => (Cow::Borrowed(bytes), false),
            Self::Base64 => {
                let (decoded, damaged) = base64(bytes);
                (Cow::Owned(decoded), damaged)
            }
            Self::QuotedPrintable => {
                let (decoded, damaged) = quoted_printable(bytes);
                (Cow::Owned(decoded), damaged)
            }
            Self::Uuencode => match embedded::uuencoded(bytes) {
                Some(file) => (Cow::Owned(file.content), file.is_damaged),
                None => (Cow::Borrowed(bytes), true),
            },
        }
    }
}

/// Base64 (RFC 2045 section 6.8). Padding ends a group and not the text, since mail software that
/// appends a footer starts a second run.
pub(super) fn base64(bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut decoded = Vec::with_capacity(bytes.len() / 4 * 3);
    let mut damaged = false;
    let (mut buffer, mut bits) = (0_u32, 0_u32);
    for &byte in bytes {
        let sextet = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            // The alphabet of RFC 4648 section 5 is accepted too.
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => {
                (buffer, bits) = (0, 0);
                continue;
            }
            _ => {
                damaged |= !byte.is_ascii_whitespace();
                continue;
            }
        };
        buffer = ((buffer << 6) | u32::from(sextet)) & 0xFFFF;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            decoded.extend(u8::try_from((buffer >> bits) & 0xFF));
        }
    }
    (decoded, damaged)
}

/// Quoted-printable (RFC 2045 section 6.7).
pub(super) fn quoted_printable(bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut damaged = false;
    for line in bytes.split_inclusive(|&b| b == b'\n') {
        let content = line.trim_ascii_end();
        // White space at the end of a line was added on the way (rule 3).
        let is_soft_break = content.last() == Some(&b'=');
        let mut rest = content
            .get(..content.len() - usize::from(is_soft_break))
            .unwrap_or_default();
        while let Some((&byte, behind)) = rest.split_first() {
            rest = behind;
            if byte != b'=' {
                decoded.push(byte);
                continue;
            }
            let value = match *behind {
                [high, low, ..] => hex(high).zip(hex(low)),
                _ => None,
            };
            if let Some((high, low)) = value {
                decoded.push((high << 4) | low);
                rest = behind.get(2..).unwrap_or_default();
            } else {
                damaged = true;
                decoded.push(b'=');
            }
        }
        if !is_soft_break && line.last() == Some(&b'\n') {
            let is_crlf = line.ends_with(b"\r\n");
            decoded.extend_from_slice(if is_crlf { b"\r\n" } else { b"\n" });
        }
    }
    (decoded, damaged)
}

/// The value of a hexadecimal digit in either case.
pub(super) fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_survives_line_ends_padding_and_noise() {
        assert_eq!(base64(b"5pel\r\n5pys"), ("日本".into(), false));
        assert_eq!(base64(b"YQ==YmM="), (b"abc".to_vec(), false));
        assert_eq!(base64(b"Y!WI"), (b"ab".to_vec(), true));
    }

    #[test]
    fn quoted_printable_keeps_what_is_not_legal() {
        assert_eq!(
            quoted_printable(b"a=3D=\r\nb  \r\nc"),
            (b"a=b\r\nc".to_vec(), false)
        );
        assert_eq!(quoted_printable(b"100=ZZ"), (b"100=ZZ".to_vec(), true));
        assert_eq!(quoted_printable(b"=e3=81=82"), ("あ".into(), false));
    }

    #[test]
    fn names_are_read_leniently() {
        let quoted = TransferEncoding::from_header(" Quoted-Printable; x");
        assert_eq!(quoted, TransferEncoding::QuotedPrintable);
        for name in ["x-uuencode", "uuencode", "X-UUE"] {
            assert_eq!(
                TransferEncoding::from_header(name),
                TransferEncoding::Uuencode
            );
        }
        assert_eq!(
            TransferEncoding::from_header("8bit"),
            TransferEncoding::Identity
        );
    }
}
