//! Reads header values with parameters: `Content-Type` and `Content-Disposition`.
//!
//! RFC 2045 section 5.1, with the continuations and charsets of RFC 2231. Japanese mail also puts
//! encoded words or raw bytes where RFC 2231 belongs; those are decoded too.

use std::borrow::Cow;

use super::encoded_word;
use crate::mail::charset;
use crate::mail::transfer::hex;

/// A value such as `text/plain` and its parameters, names in lower case.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct ParameterizedValue {
    /// In lower case.
    pub(crate) value: String,
    parameters: Vec<(String, String)>,
}

impl ParameterizedValue {
    /// A parameter's value by its name in lower case.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        let mut parameters = self.parameters.iter();
        parameters
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Reads the unfolded value of a header.
    pub(crate) fn parse(text: &str) -> Self {
        let mut segments = segments(text).into_iter();
        let value = segments.next().unwrap_or_default();
        let value = value.split_whitespace().next().unwrap_or_default();
        let mut plain: Vec<(String, String)> = Vec::new();
        let mut pieces: Vec<Piece<'_>> = Vec::new();
        for segment in segments {
            let Some((name, value)) = segment.split_once('=') else {
                continue;
            };
            let name = name.trim().to_ascii_lowercase();
            let value = unquoted(value.trim());
            match Piece::parse(&name, value) {
                Ok(piece) => pieces.push(piece),
                Err(value) => plain.push((name, encoded_word::decode(&value).0)),
            }
        }
        let mut parameters = joined(pieces);
        // The extended form wins over a plain one of the same name (RFC 6266 section 4.3).
        parameters.extend(plain);
        Self {
            value: value.to_ascii_lowercase(),
            parameters,
        }
    }
}

/// One piece of a parameter in the form of RFC 2231.
struct Piece<'t> {
    name: String,
    index: u32,
    is_encoded: bool,
    value: Cow<'t, str>,
}

impl<'t> Piece<'t> {
    /// Reads `filename*0*` and the like; gives the value back when the name is an ordinary one.
    fn parse(name: &str, value: Cow<'t, str>) -> Result<Self, Cow<'t, str>> {
        let Some((base, suffix)) = name.split_once('*') else {
            return Err(value);
        };
        let is_encoded = suffix.is_empty() || suffix.ends_with('*');
        let digits = suffix.trim_end_matches('*');
        let index = if digits.is_empty() {
            Ok(0)
        } else {
            digits.parse()
        };
        match index {
            Ok(index) => Ok(Self {
                name: base.to_owned(),
                index,
                is_encoded,
                value,
            }),
            Err(_) => Err(value),
        }
    }
}

/// Puts the pieces of each parameter together and decodes them, as bytes, so that a character may
/// be cut between two pieces.
fn joined(mut pieces: Vec<Piece<'_>>) -> Vec<(String, String)> {
    pieces.sort_by(|a, b| (&a.name, a.index).cmp(&(&b.name, b.index)));
    pieces
        .chunk_by(|a, b| a.name == b.name)
        .filter_map(|pieces| {
            let first = pieces.first()?;
            let mut label = None;
            let mut bytes = Vec::new();
            for piece in pieces {
                let mut value = piece.value.as_ref();
                if piece.is_encoded && bytes.is_empty() {
                    let mut parts = value.splitn(3, '\'');
                    if let (Some(charset), Some(_language), Some(text)) =
                        (parts.next(), parts.next(), parts.next())
                    {
                        label = Some(charset).filter(|charset| !charset.is_empty());
                        value = text;
                    }
                }
                if piece.is_encoded {
                    bytes.extend(percent_decoded(value));
                } else {
                    bytes.extend_from_slice(value.as_bytes());
                }
            }
            let text = charset::decode(&bytes, label).text;
            Some((first.name.clone(), encoded_word::decode(&text).0))
        })
        .collect()
}

fn percent_decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        if let (b'%', &[high, low, ref after @ ..]) = (byte, behind)
            && let Some((high, low)) = hex(high).zip(hex(low))
        {
            bytes.push((high << 4) | low);
            rest = after;
        } else {
            bytes.push(byte);
        }
    }
    bytes
}

/// Cuts at the semicolons outside of quoted strings.
fn segments(text: &str) -> Vec<&str> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    text.split(|c| {
        let is_end = c == ';' && !is_quoted;
        if !is_escaped && c == '"' {
            is_quoted = !is_quoted;
        }
        is_escaped = is_quoted && !is_escaped && c == '\\';
        is_end
    })
    .collect()
}

/// Without the quotes around it and their escapes.
pub(super) fn unquoted(text: &str) -> Cow<'_, str> {
    let Some(inner) = text.strip_prefix('"') else {
        return Cow::Borrowed(text);
    };
    let mut plain = String::with_capacity(inner.len());
    let mut characters = inner.chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => break,
            '\\' => plain.extend(characters.next()),
            other => plain.push(other),
        }
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_values_and_continuations() {
        let parsed = ParameterizedValue::parse(
            "Text/Plain; charset=\"iso-2022-jp\"; name=a\\b; x=\"p;q\\\"r\"",
        );
        assert_eq!(parsed.value, "text/plain");
        assert_eq!(parsed.parameter("charset"), Some("iso-2022-jp"));
        assert_eq!(parsed.parameter("x"), Some("p;q\"r"));
        let url = ParameterizedValue::parse(
            "message/external-body; URL*0=\"ftp://\"; URL*1=\"example.jp/a\"",
        );
        assert_eq!(url.parameter("url"), Some("ftp://example.jp/a"));
    }

    #[test]
    fn japanese_file_names_in_each_form() {
        let name = |text: &str| {
            let parsed = ParameterizedValue::parse(text);
            parsed.parameter("filename").map(str::to_owned)
        };
        let expected = Some("見積書.pdf".to_owned());
        assert_eq!(
            name("attachment; filename*=UTF-8''%E8%A6%8B%E7%A9%8D%E6%9B%B8.pdf"),
            expected
        );
        // A character cut between two pieces.
        assert_eq!(
            name(
                "attachment; filename*0*=utf-8'ja'%E8%A6%8B%E7%A9; filename*1*=%8D%E6%9B%B8; filename*2=.pdf"
            ),
            expected
        );
        assert_eq!(
            name("attachment; filename=\"=?UTF-8?B?6KaL56mN5pu4LnBkZg==?=\""),
            expected
        );
        assert_eq!(
            name("attachment; filename*=cp932''%8C%A9%90%CF%8F%91.pdf; filename=x.pdf"),
            expected
        );
    }
}
