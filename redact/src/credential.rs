//! Whether a text could be a secret at all: how random it looks, and whether it only stands for one.
//!
//! Labels such as `password:` are followed by prose and by placeholders as often as by secrets.

/// Shannon entropy in bits a byte. Words have about 3, random Base64 of 40 characters about 4.7.
pub(crate) fn entropy(text: &str) -> f64 {
    let mut counts = [0u32; 256];
    for byte in text.bytes() {
        if let Some(count) = counts.get_mut(usize::from(byte)) {
            *count += 1;
        }
    }
    let total = f64::from(u32::try_from(text.len()).unwrap_or(u32::MAX));
    counts
        .iter()
        .filter(|&&count| count > 0)
        .map(|&count| f64::from(count) / total)
        .map(|share| -share * share.log2())
        .sum()
}

/// Whether the text stands in for a secret: `xxxx`, `****`, `<token>`, `${PASSWORD}`, `your-key`.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let mut bytes = text.bytes();
    let first = bytes.next();
    if bytes.all(|byte| Some(byte) == first) {
        return true;
    }
    let lower = text.to_ascii_lowercase();
    let is_masked = text.contains("***") || text.contains("...") || text.contains("xxxx");
    let is_reference = text.starts_with(['<', '{', '$', '%', '['])
        || [
            "process.env",
            "os.environ",
            "getenv",
            "env.",
            "secrets.",
            "config.",
        ]
        .iter()
        .any(|start| lower.starts_with(start));
    let names_itself = [
        "your",
        "example",
        "placeholder",
        "redacted",
        "dummy",
        "changeme",
        "change_me",
        "change-me",
        "masked",
        "hidden",
        "insert",
        "todo",
    ]
    .iter()
    .any(|word| lower.contains(word));
    is_masked || is_reference || names_itself
}

/// Decodes Base64 of either alphabet, with or without padding; `None` if a character is of neither.
pub(crate) fn decode_base64(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut count) = (0u32, 0);
    for byte in text.trim_end_matches('=').bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from(bits >> count & 0xFF).ok()?);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_texts_have_more_entropy_than_words() {
        assert!(entropy("aaaaaaaa") < 0.01);
        assert!(entropy("configuration") < 3.5);
        assert!(entropy("Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gH") > 4.5);
        assert!(entropy("").abs() < f64::EPSILON);
    }

    #[test]
    fn placeholders_are_known() {
        for text in [
            "xxxxxxxx",
            "********",
            "<token>",
            "${PASSWORD}",
            "your-api-key",
            "{{pw}}",
            "1111",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["Tr0ub4dor&3", "hunter2", "p@ss$word1"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }

    #[test]
    fn base64_of_both_alphabets() {
        assert_eq!(
            decode_base64("eyJhbGciOiJub25lIn0").unwrap(),
            br#"{"alg":"none"}"#
        );
        assert_eq!(decode_base64("_-8=").unwrap(), [0xFF, 0xEF]);
        assert_eq!(decode_base64("a b"), None);
    }
}
