//! Which characters of a mail carry which label?
//!
//! Labels stand in the text itself, `<PERSON>山田</PERSON>`, so that a mail is written, read and
//! reviewed as one piece. The price is a markup that a mail must not contain by accident: anything
//! of the shape `<UPPER_CASE>` is taken for a label and refused when it is none.

use std::fmt;
use std::sync::LazyLock;

use regex::Regex;

/// Every label that `GUIDE.md` defines.
pub const TYPES: &[&str] = &[
    "PERSON",
    "JP_ADDRESS",
    "LOCATION",
    "JP_POSTAL_CODE",
    "PHONE_NUMBER",
    "EMAIL_ADDRESS",
    "URL",
    "IP_ADDRESS",
    "MAC_ADDRESS",
    "CREDIT_CARD",
    "IBAN_CODE",
    "JP_MY_NUMBER",
    "JP_CORPORATE_NUMBER",
    "JP_INVOICE_NUMBER",
    "JP_DRIVERS_LICENSE",
    "JP_PASSPORT",
    "JP_RESIDENCE_CARD",
    "JP_PENSION_NUMBER",
    "JP_HEALTH_INSURANCE",
    "JP_EMPLOYMENT_INSURANCE",
    "JP_BANK_ACCOUNT",
    "JP_VEHICLE_PLATE",
    "BIRTH_DATE",
    "SOCIAL_ID",
    "SECRET",
    "IGNORE",
];

static TAG: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("<(/?)([A-Z][A-Z0-9_]+)>").expect("the pattern is constant"));

/// A labelled stretch of text, in code points, end exclusive.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Entity {
    /// First code point.
    pub start: usize,
    /// The code point behind the last one.
    pub end: usize,
    /// The label, such as `PERSON`.
    #[serde(rename = "type")]
    pub entity_type: String,
}

/// A text without its tags, and what the tags said.
#[derive(Clone, PartialEq, Eq)]
pub struct Labelled {
    /// The visible text.
    pub text: String,
    /// The labels in the order of the text.
    pub entities: Vec<Entity>,
}

impl fmt::Debug for Labelled {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Labelled")
            .field("bytes", &self.text.len())
            .field("entities", &self.entities.len())
            .finish()
    }
}

/// Why a labelled text cannot be read. Lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LabelError {
    /// A tag that the guide does not define.
    #[error("line {line}: <{tag}> is no label of the guide")]
    Unknown {
        /// Where.
        line: usize,
        /// The name between the brackets.
        tag: String,
    },
    /// A tag inside another label.
    #[error("line {line}: <{tag}> opens inside another label")]
    Nested {
        /// Where.
        line: usize,
        /// The inner tag.
        tag: String,
    },
    /// A closing tag without its opening one, or the other way round.
    #[error("line {line}: <{tag}> has no counterpart")]
    Unpaired {
        /// Where.
        line: usize,
        /// The lonely tag.
        tag: String,
    },
    /// A label around nothing.
    #[error("line {line}: <{tag}> holds no text")]
    Empty {
        /// Where.
        line: usize,
        /// The tag.
        tag: String,
    },
}

/// Takes the tags out of a labelled text.
///
/// # Errors
///
/// When a tag is unknown, nested, unpaired or empty.
pub fn parse(source: &str) -> Result<Labelled, LabelError> {
    let mut text = String::with_capacity(source.len());
    let mut entities = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    let (mut position, mut code_points, mut line) = (0, 0, 1);
    for tag in TAG.captures_iter(source) {
        let (whole, [slash, name]) = (tag.get_match(), tag.extract().1);
        let before = source.get(position..whole.start()).unwrap_or_default();
        text.push_str(before);
        code_points += before.chars().count();
        line += before.matches('\n').count();
        position = whole.end();
        let tag = || name.to_owned();
        if !TYPES.contains(&name) {
            return Err(LabelError::Unknown { line, tag: tag() });
        }
        match (slash.is_empty(), open.take()) {
            (true, None) => open = Some((code_points, name)),
            (true, Some(_)) => return Err(LabelError::Nested { line, tag: tag() }),
            (false, Some((start, opened))) if opened == name => {
                if start == code_points {
                    return Err(LabelError::Empty { line, tag: tag() });
                }
                entities.push(Entity {
                    start,
                    end: code_points,
                    entity_type: tag(),
                });
            }
            (false, _) => return Err(LabelError::Unpaired { line, tag: tag() }),
        }
    }
    if let Some((_, tag)) = open {
        let tag = tag.to_owned();
        return Err(LabelError::Unpaired { line, tag });
    }
    text.push_str(source.get(position..).unwrap_or_default());
    Ok(Labelled { text, entities })
}

/// The text that an entity covers; nothing where it reaches beyond the text.
pub fn surface(text: &str, entity: &Entity) -> String {
    let length = entity.end.saturating_sub(entity.start);
    text.chars().skip(entity.start).take(length).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_code_points_of_the_text_without_tags() {
        let source = "𠮷<<EMAIL_ADDRESS>a@example.jp</EMAIL_ADDRESS>>\n<PERSON>葛󠄁城</PERSON>様\n";
        let mail = parse(source).unwrap();
        assert_eq!(mail.text, "𠮷<a@example.jp>\n葛󠄁城様\n");
        let found: Vec<_> = mail.entities.iter().map(|e| (e.start, e.end)).collect();
        assert_eq!(found, [(2, 14), (16, 19)]);
        assert_eq!(surface(&mail.text, &mail.entities[1]), "葛󠄁城");
    }

    #[test]
    fn wrong_markup_is_refused_with_its_line() {
        let cases = [
            (
                "a\n<PERSN>b</PERSN>",
                "line 2: <PERSN> is no label of the guide",
            ),
            (
                "<PERSON>a<URL>b</URL></PERSON>",
                "line 1: <URL> opens inside another label",
            ),
            ("<PERSON>a</URL>", "line 1: <URL> has no counterpart"),
            ("a</PERSON>", "line 1: <PERSON> has no counterpart"),
            ("\n\n<PERSON>a", "line 3: <PERSON> has no counterpart"),
            ("<PERSON></PERSON>", "line 1: <PERSON> holds no text"),
        ];
        for (source, message) in cases {
            assert_eq!(parse(source).unwrap_err().to_string(), message);
        }
    }
}
