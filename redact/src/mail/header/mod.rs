//! Reads the header of a mail or of one of its parts.

mod address;
mod encoded_word;
mod parameter;

pub use address::Mailbox;
pub(super) use parameter::ParameterizedValue;

use super::charset;

/// One header line, unfolded and decoded.
#[derive(Clone, PartialEq, Eq)]
pub struct Header {
    name: String,
    value: String,
    /// Unfolded, in UTF-8, encoded words still encoded: what structured values are read from.
    encoded: Option<String>,
    replaced: usize,
}

/// Prints no personal data.
impl std::fmt::Debug for Header {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Header")
            .field("name", &self.name)
            .field("value_bytes", &self.value.len())
            .finish_non_exhaustive()
    }
}

impl Header {
    /// Reads one line as it stands in the mail, folds included. Raw bytes beyond ASCII are decoded
    /// by `charset`, the label of the body, as far as they agree with it.
    pub(super) fn read(name: &[u8], value: &[u8], charset: Option<&str>) -> Self {
        let raw = charset::decode_line(&unfolded(value), charset);
        let encoded = raw.text.trim().to_owned();
        let (value, replaced) = encoded_word::decode(&encoded);
        Self {
            name: String::from_utf8_lossy(name).into_owned(),
            encoded: (value != encoded).then_some(encoded),
            value,
            replaced: raw.replaced + replaced,
        }
    }

    /// The name as it was written, such as `Reply-To`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value, unfolded and decoded.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The value as a list of addresses.
    pub fn mailboxes(&self) -> Vec<Mailbox> {
        address::parse(self.encoded())
    }

    /// The value as message ids, such as those of `References`, without their brackets.
    pub fn message_ids(&self) -> impl Iterator<Item = &str> {
        let in_brackets = self.value.split('<').skip(1);
        in_brackets
            .filter_map(|text| Some(text.split_once('>')?.0.trim()))
            .filter(|id| !id.is_empty())
    }

    pub(super) fn parameterized(&self) -> ParameterizedValue {
        ParameterizedValue::parse(self.encoded())
    }

    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// How many characters could not be read.
    pub(super) fn replaced(&self) -> usize {
        self.replaced
    }

    fn encoded(&self) -> &str {
        self.encoded.as_deref().unwrap_or(&self.value)
    }
}

/// RFC 5322 section 2.2.3: a line break before white space is no part of the value. What other line
/// breaks there are cannot end a header line and become spaces.
fn unfolded(value: &[u8]) -> Vec<u8> {
    let mut unfolded = Vec::with_capacity(value.len());
    for line in value.split(|&b| b == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let begins_with_space = line.first().is_none_or(|b| matches!(b, b' ' | b'\t'));
        if !unfolded.is_empty() && !begins_with_space {
            unfolded.push(b' ');
        }
        unfolded.extend(line.iter().map(|&b| match b {
            b'\r' | b'\0' | b'\t' => b' ',
            other => other,
        }));
    }
    unfolded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_and_raw_bytes_are_read() {
        let header = Header::read(
            b"Subject",
            b" =?UTF-8?B?5pel?=\r\n =?UTF-8?B?5pys?= x\r\n",
            None,
        );
        assert_eq!(header.value(), "日本 x");
        let raw = Header::read(b"Subject", "ご注文 2件".as_bytes(), Some("iso-2022-jp"));
        assert_eq!(raw.value(), "ご注文 2件");
        let ascii = Header::read(b"Subject", b"plain", Some("utf-16"));
        assert_eq!(ascii.value(), "plain");
        let escapes = Header::read(b"From", b"\x1b$B;3ED\x1b(B <y@example.jp>", None);
        assert_eq!(
            escapes.mailboxes().first().and_then(Mailbox::name),
            Some("山田")
        );
    }

    #[test]
    fn message_ids_are_found() {
        let header = Header::read(
            b"References",
            b" <a@example.jp> <b@example.jp>\r\n <>",
            None,
        );
        assert_eq!(
            header.message_ids().collect::<Vec<_>>(),
            ["a@example.jp", "b@example.jp"]
        );
    }
}
