//! Decodes UTF-7 (RFC 2152), which some servers still send their reports in.

/// Decodes; what cannot be decoded becomes U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        if byte != b'+' {
            text.push(match byte {
                0..=0x7F => char::from(byte),
                _ => char::REPLACEMENT_CHARACTER,
            });
            continue;
        }
        let length = rest.iter().take_while(|&&b| sextet(b).is_some()).count();
        let (run, behind) = rest.split_at(length);
        let is_closed = behind.first() == Some(&b'-');
        rest = behind.get(usize::from(is_closed)..).unwrap_or_default();
        if run.is_empty() {
            text.push('+');
            if !is_closed {
                continue;
            }
        }
        text.extend(
            char::decode_utf16(units(run)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)),
        );
    }
    text
}

/// The UTF-16 units of a run of modified base64.
fn units(run: &[u8]) -> impl Iterator<Item = u16> {
    let (mut buffer, mut bits) = (0_u32, 0);
    run.iter().filter_map(move |&byte| {
        buffer = (buffer << 6) | u32::from(sextet(byte)?);
        bits += 6;
        if bits < 16 {
            return None;
        }
        bits -= 16;
        // The mask leaves sixteen bits.
        u16::try_from((buffer >> bits) & 0xFFFF).ok()
    })
}

fn sextet(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_of_the_standard() {
        assert_eq!(decode(b"Hi Mom -+Jjo--!"), "Hi Mom -\u{263A}-!");
        assert_eq!(decode(b"+ZeVnLIqe-"), "日本語");
        assert_eq!(decode(b"1 +- 1"), "1 + 1");
        assert_eq!(decode(b"\xFF+"), "\u{FFFD}+");
    }
}
