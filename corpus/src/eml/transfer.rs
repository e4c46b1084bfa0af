//! How do bytes travel through lines of 76 characters?

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::Transfer;

const LINE: usize = 76;

/// Encodes the bytes of a text part, whose lines end with CRLF.
pub(super) fn encode(bytes: &[u8], transfer: Transfer) -> Vec<u8> {
    match transfer {
        Transfer::SevenBit | Transfer::EightBit => bytes.to_vec(),
        Transfer::QuotedPrintable => quoted_printable(bytes).into_bytes(),
        Transfer::Base64 => base64_lines(bytes).into_bytes(),
    }
}

/// Base64 in lines (RFC 2045 §6.8).
pub(super) fn base64_lines(bytes: &[u8]) -> String {
    let mut lines = String::new();
    // 57 bytes give 76 characters.
    for chunk in bytes.chunks(LINE / 4 * 3) {
        STANDARD.encode_string(chunk, &mut lines);
        lines.push_str("\r\n");
    }
    lines
}

/// Quoted-printable (RFC 2045 §6.7) of text, whose CRLF stay line ends.
fn quoted_printable(bytes: &[u8]) -> String {
    let mut encoded = String::new();
    let mut column = 0;
    let mut rest = bytes;
    while let [byte, tail @ ..] = rest {
        if rest.starts_with(b"\r\n") {
            encoded.push_str("\r\n");
            column = 0;
            rest = tail.get(1..).unwrap_or_default();
            continue;
        }
        let at_line_end = tail.starts_with(b"\r\n") || tail.is_empty();
        let literal = match byte {
            b' ' | b'\t' => !at_line_end,
            b'=' => false,
            _ => byte.is_ascii_graphic(),
        };
        let width = if literal { 1 } else { 3 };
        if column + width > LINE - 1 {
            encoded.push_str("=\r\n");
            column = 0;
        }
        if literal {
            encoded.push(char::from(*byte));
        } else {
            encoded.push_str(&hex('=', *byte));
        }
        column += width;
        rest = tail;
    }
    encoded
}

/// A byte as a sign and two upper-case hexadecimal digits.
pub(super) fn hex(sign: char, byte: u8) -> String {
    format!("{sign}{byte:02X}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_printable_keeps_lines_short_and_blanks_safe() {
        assert_eq!(
            quoted_printable("a=b \r\n山".as_bytes()),
            "a=3Db=20\r\n=E5=B1=B1"
        );
        let long = quoted_printable(&[0xE5; 60]);
        assert!(long.split("\r\n").all(|line| line.len() <= LINE));
    }
}
