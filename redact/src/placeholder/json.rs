//! Restoring inside JSON: the string values of a tool call's arguments.
//!
//! A value is put back as the JSON string it stands in needs it, with quotes, backslashes and line
//! breaks escaped; JSON inside a JSON string (as some interfaces send arguments) is escaped once
//! more. Names of members, numbers and everything outside of strings stay as they are, byte for
//! byte. The reader only needs to know where strings begin and end, so it also takes JSON that is
//! cut off or otherwise broken.

use std::borrow::Cow;
use std::ops::Range;

use super::Restorer;
use super::restorer::{Progress, Restored};
use super::unit::{Tail, Window};

/// JSON in strings of JSON in strings is followed this deep.
const MAX_DEPTH: usize = 4;

impl Restorer<'_> {
    /// Restores the string values of a JSON document, or of several in a row.
    ///
    /// ```
    /// # use redact::anonymizer::AnonymizerEngine;
    /// # use redact::text::Span;
    /// # use redact::{EntityType, RecognizerResult, Score};
    /// use redact::placeholder::{PlaceholderMap, Restorer};
    ///
    /// # let name = "the \"boss\"";
    /// # let find = RecognizerResult { entity_type: EntityType::PERSON, span: Span::new(0, name.len()), score: Score::ONE, recognizer: "doc".into() };
    /// # let mut map = PlaceholderMap::new();
    /// # AnonymizerEngine::default().anonymize(name, &[find], &mut map)?;
    /// // [PERSON_1] is: the "boss"
    /// let arguments = r#"{"to": "[PERSON_1]", "PERSON_1": 1}"#;
    /// let restored = Restorer::new(&map).restore_json(arguments);
    /// assert_eq!(restored.text(), r#"{"to": "the \"boss\"", "PERSON_1": 1}"#);
    /// # Ok::<(), redact::Error>(())
    /// ```
    pub fn restore_json(&self, json: &str) -> Restored {
        let mut progress = Progress::default();
        let text = self.json(json, MAX_DEPTH, &mut progress);
        Restored::new(text.into_owned(), self.finish(progress))
    }

    fn json<'j>(&self, json: &'j str, depth: usize, progress: &mut Progress) -> Cow<'j, str> {
        let mut output = String::new();
        let mut copied = 0;
        let (mut counted, mut count) = (0, 0);
        let mut characters = |until: usize| {
            count += json.get(counted..until).unwrap_or_default().chars().count();
            counted = until.max(counted);
            count
        };
        for string in strings(json) {
            let raw = json.get(string.clone()).unwrap_or_default();
            let first = progress.leftovers();
            if let Cow::Owned(restored) = self.string(raw, depth, progress) {
                output.push_str(json.get(copied..string.start).unwrap_or_default());
                output.push_str(&restored);
                copied = string.end;
            }
            if progress.leftovers() > first {
                // JSON inside of a string gives its own places first, which are of no use outside.
                let start = characters(string.start);
                let end = characters(string.end);
                progress.place(first, &string, &(start..end));
            }
        }
        if copied == 0 {
            return Cow::Borrowed(json);
        }
        output.push_str(json.get(copied..).unwrap_or_default());
        Cow::Owned(output)
    }

    /// Restores the inside of one string; borrowed when nothing changed.
    fn string<'j>(&self, raw: &'j str, depth: usize, progress: &mut Progress) -> Cow<'j, str> {
        let decoded = Decoded::new(raw);
        let text = decoded.text.as_ref();
        if depth > 0 && is_json(text) {
            return match self.json(text, depth - 1, progress) {
                Cow::Borrowed(_) => Cow::Borrowed(raw),
                Cow::Owned(restored) => {
                    let mut output = String::with_capacity(restored.len());
                    escape(&restored, &mut output);
                    Cow::Owned(output)
                }
            };
        }
        let window = Window {
            text,
            before: None,
            tail: Tail::End,
        };
        let mut output = String::new();
        let mut copied = 0;
        self.each(&window, progress, |place, value| {
            let place = decoded.to_raw(place);
            output.push_str(raw.get(copied..place.start).unwrap_or_default());
            escape(value, &mut output);
            copied = place.end;
        });
        if copied == 0 {
            return Cow::Borrowed(raw);
        }
        output.push_str(raw.get(copied..).unwrap_or_default());
        Cow::Owned(output)
    }
}

/// The insides of the strings that are values, not names of members.
fn strings(json: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = json.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + bytes.get(at..)?.iter().position(|byte| *byte == b'"')? + 1;
            let end = string_end(bytes, start);
            at = (end + 1).min(bytes.len());
            let next = bytes
                .get(at..)
                .and_then(|rest| rest.iter().find(|byte| !byte.is_ascii_whitespace()));
            if next != Some(&b':') {
                return Some(start..end);
            }
        }
    })
}

/// Where the string that began before `start` ends: its closing quote, or the end of the text.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        match bytes.get(at) {
            None => return bytes.len(),
            Some(b'"') => return at,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
        }
    }
}

/// Whether a text may be a JSON object or list. Outside of its strings it holds nothing that a
/// placeholder could be made of, so that none is missed when it is read as JSON.
fn is_json(text: &str) -> bool {
    let bytes = text.trim().as_bytes();
    if !matches!(
        (bytes.first(), bytes.last()),
        (Some(b'{'), Some(b'}')) | (Some(b'['), Some(b']'))
    ) {
        return false;
    }
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => at = string_end(bytes, at + 1),
            b'{' | b'}' | b'[' | b']' | b':' | b',' | b'+' | b'-' | b'.' | b'0'..=b'9' | b'E' => {}
            // The letters of true, false and null, and of exponents.
            b'a' | b'e' | b'f' | b'l' | b'n' | b'r' | b's' | b't' | b'u' => {}
            _ if byte.is_ascii_whitespace() => {}
            _ => return false,
        }
        at += 1;
    }
    true
}

/// Writes a value as the inside of a JSON string (RFC 8259, section 7).
fn escape(value: &str, output: &mut String) {
    for character in value.chars() {
        match character {
            '"' => output.push_str("\\\""),
            '\\' => output.push_str("\\\\"),
            '\n' => output.push_str("\\n"),
            '\r' => output.push_str("\\r"),
            '\t' => output.push_str("\\t"),
            control @ '\0'..='\x1F' => {
                output.push_str("\\u00");
                let code = u32::from(control);
                output.extend(
                    [code >> 4, code & 0xF].map(|digit| char::from_digit(digit, 16).unwrap_or('0')),
                );
            }
            other => output.push(other),
        }
    }
}

/// The inside of a JSON string without its escapes, and the way back.
struct Decoded<'j> {
    text: Cow<'j, str>,
    /// Every escape: where its character ends in `text`, and where it ends in the raw string.
    ends: Vec<(usize, usize)>,
}

impl<'j> Decoded<'j> {
    fn new(raw: &'j str) -> Self {
        let mut text = String::new();
        let mut ends = Vec::new();
        let mut copied = 0;
        let mut at = 0;
        while let Some(found) = raw
            .as_bytes()
            .get(at..)
            .and_then(|rest| rest.iter().position(|byte| *byte == b'\\'))
        {
            at += found;
            let (character, len) = unescape(raw, at);
            text.push_str(raw.get(copied..at).unwrap_or_default());
            text.push(character);
            at += len;
            copied = at;
            ends.push((text.len(), at));
        }
        if ends.is_empty() {
            return Self {
                text: Cow::Borrowed(raw),
                ends,
            };
        }
        text.push_str(raw.get(copied..).unwrap_or_default());
        Self {
            text: Cow::Owned(text),
            ends,
        }
    }

    /// The raw bytes of a range of whole characters.
    fn to_raw(&self, range: Range<usize>) -> Range<usize> {
        self.offset(range.start)..self.offset(range.end)
    }

    fn offset(&self, decoded: usize) -> usize {
        // The last escape that ends at or before the offset; behind it both run side by side.
        let behind = self.ends.partition_point(|(end, _)| *end <= decoded);
        match behind.checked_sub(1).and_then(|index| self.ends.get(index)) {
            Some((end, raw_end)) => raw_end + (decoded - end),
            None => decoded,
        }
    }
}

/// The character that the escape at `at` stands for, and its length. What is no escape stands for
/// its backslash.
fn unescape(raw: &str, at: usize) -> (char, usize) {
    let bytes = raw.as_bytes();
    let unit = |at: usize| {
        let digits = raw.get(at..at + 6)?.strip_prefix("\\u")?;
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hex
            .then(|| u32::from_str_radix(digits, 16).ok())
            .flatten()
    };
    match bytes.get(at + 1) {
        Some(byte @ (b'"' | b'\\' | b'/')) => (char::from(*byte), 2),
        Some(b'n') => ('\n', 2),
        Some(b'r') => ('\r', 2),
        Some(b't') => ('\t', 2),
        Some(b'b') => ('\u{8}', 2),
        Some(b'f') => ('\u{C}', 2),
        Some(b'u') => match (unit(at), unit(at + 6)) {
            (Some(high @ 0xD800..=0xDBFF), Some(low @ 0xDC00..=0xDFFF)) => {
                let code = 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                (
                    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
                    12,
                )
            }
            (Some(code), _) => (
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
                6,
            ),
            (None, _) => ('\\', 1),
        },
        _ => ('\\', 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EntityType;
    use crate::placeholder::{Outcome, PlaceholderMap};
    use proptest::prelude::*;

    fn map() -> PlaceholderMap {
        let mut map = PlaceholderMap::new();
        map.token(&EntityType::PERSON, "山田 \"太郎\"\\\n\u{1}");
        map.token(&EntityType::EMAIL_ADDRESS, "taro@example.jp");
        map
    }

    fn restore(json: &str) -> String {
        Restorer::new(&map()).restore_json(json).into_text()
    }

    #[test]
    fn values_are_escaped_and_names_left() {
        let json = r#"{ "to" : "[EMAIL_1]", "[EMAIL_1]": ["\u005bPERSON_1\u005d 様\n", 1, null, "EMAIL_1"] }"#;
        let restored = restore(json);
        assert_eq!(
            restored,
            r#"{ "to" : "taro@example.jp", "[EMAIL_1]": ["山田 \"太郎\"\\\n\u0001 様\n", 1, null, "taro@example.jp"] }"#
        );
        let value: serde_json::Value = serde_json::from_str(&restored).expect("still JSON");
        assert_eq!(value["[EMAIL_1]"][0], "山田 \"太郎\"\\\n\u{1} 様\n");
    }

    #[test]
    fn json_in_a_string_is_escaped_once_more() {
        let inner = r#"{"name": "[PERSON_1]", "to": "\[EMAIL\_1\]"}"#;
        let inner = inner
            .replace("\\[", "\\\\[")
            .replace("\\_", "\\\\_")
            .replace("\\]", "\\\\]");
        let outer = serde_json::json!({ "arguments": inner }).to_string();
        let restored: serde_json::Value =
            serde_json::from_str(&restore(&outer)).expect("still JSON");
        let arguments = restored["arguments"].as_str().expect("a string");
        let arguments: serde_json::Value = serde_json::from_str(arguments).expect("still JSON");
        assert_eq!(arguments["name"], "山田 \"太郎\"\\\n\u{1}");
        assert_eq!(arguments["to"], "taro@example.jp");
    }

    #[test]
    fn text_in_brackets_is_no_json() {
        let json = serde_json::json!(["[EMAIL_1] said \"hi\" to [PERSON_1]", "[EMAIL_1]"]);
        let restored: serde_json::Value =
            serde_json::from_str(&restore(&json.to_string())).expect("still JSON");
        assert_eq!(
            restored,
            serde_json::json!([
                "taro@example.jp said \"hi\" to 山田 \"太郎\"\\\n\u{1}",
                "taro@example.jp"
            ])
        );
    }

    #[test]
    fn broken_json_is_restored_in_its_strings() {
        assert_eq!(
            restore(r#"{"to": "[EMAIL_1]"#),
            r#"{"to": "taro@example.jp"#
        );
        assert_eq!(
            restore(r#"{"to": [EMAIL_1], "a": "b\"#),
            r#"{"to": [EMAIL_1], "a": "b\"#
        );
        assert_eq!(
            restore(r#"{"a":"\u00"} "\ud800[EMAIL_1]""#),
            r#"{"a":"\u00"} "\ud800taro@example.jp""#
        );
        let report = Restorer::new(&map())
            .restore_json(r#"["[EMAIL_9]"]"#)
            .into_parts()
            .1;
        assert_eq!(report.outcome(), Outcome::Partial);
    }

    proptest! {
        /// Whatever a string holds around a placeholder is left as it was, and the result is JSON.
        #[test]
        fn strings_keep_their_rest(before in ".{0,12}", after in ".{0,12}", odd in r#"["\\{}\[\]nu05b:, ]{0,30}"#) {
            let json = serde_json::json!({ "a": format!("{before} [PERSON_1] {after}") }).to_string();
            let value: serde_json::Value = serde_json::from_str(&restore(&json)).expect("still JSON");
            let expected = Restorer::new(&map()).restore(&format!("{before} [PERSON_1] {after}")).into_text();
            prop_assert_eq!(value["a"].as_str(), Some(expected.as_str()));
            // Nothing to restore: nothing changes, JSON or not.
            prop_assert_eq!(restore(&odd), odd);
        }
    }
}
