//! How do gold labels and predictions travel as JSON Lines?

use std::fmt;

use crate::Entity;

/// A text with its gold labels.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Gold {
    /// The name of the text.
    #[serde(default, deserialize_with = "identity")]
    pub id: String,
    /// The text.
    pub text: String,
    /// Its labels, in code points.
    pub entities: Vec<Entity>,
}

/// What a detector answered for one text.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Prediction {
    /// The name of the text; where one is missing, the order of lines pairs texts and answers.
    #[serde(default, deserialize_with = "optional_identity")]
    pub id: Option<String>,
    /// The spans found.
    pub results: Vec<Predicted>,
}

/// A span that a detector found, in code points, end exclusive.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Predicted {
    /// First code point.
    pub start: usize,
    /// The code point behind the last one.
    pub end: usize,
    /// The kind, such as `PERSON`.
    pub entity_type: String,
}

impl fmt::Debug for Gold {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Gold")
            .field("id", &self.id)
            .field("bytes", &self.text.len())
            .field("entities", &self.entities.len())
            .finish()
    }
}

/// A line that is not the JSON it should be. Lines count from 1.
#[derive(Debug, thiserror::Error)]
#[error("line {line}, column {column}: not a record of this kind")]
pub struct LineError {
    line: usize,
    column: usize,
}

/// Reads one record a line; empty lines are skipped.
///
/// # Errors
///
/// When a line is no such record.
pub fn read<T: serde::de::DeserializeOwned>(source: &str) -> Result<Vec<T>, LineError> {
    source
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            // serde_json's own message may quote the text of the mail, so that only the place is kept.
            serde_json::from_str(line).map_err(|error| LineError {
                line: index + 1,
                column: error.column(),
            })
        })
        .collect()
}

/// Writes one record a line.
///
/// # Errors
///
/// When a record cannot be written as JSON, which no type of this module does.
pub fn write<T: serde::Serialize>(records: &[T]) -> Result<String, serde_json::Error> {
    let mut lines = String::new();
    for record in records {
        lines.push_str(&serde_json::to_string(record)?);
        lines.push('\n');
    }
    Ok(lines)
}

/// An id may be a string or a number.
fn identity<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    optional_identity(deserializer).map(Option::unwrap_or_default)
}

fn optional_identity<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    let value: serde_json::Value = serde::Deserialize::deserialize(deserializer)?;
    Ok(match value {
        serde_json::Value::Null => None,
        serde_json::Value::String(id) => Some(id),
        other => Some(other.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_may_be_numbers_and_scores_are_ignored() {
        let line =
            r#"{"id": 7, "results": [{"entity_type": "URL", "start": 1, "end": 2, "score": 0.5}]}"#;
        let read: Vec<Prediction> = read(line).unwrap();
        assert_eq!(read[0].id.as_deref(), Some("7"));
        assert_eq!(read[0].results[0].entity_type, "URL");
    }

    #[test]
    fn a_broken_line_is_named_without_its_text() {
        let error = read::<Gold>("\n{\"text\": \"山田\"}\n").unwrap_err();
        assert_eq!(
            error.to_string(),
            "line 2, column 18: not a record of this kind"
        );
    }
}
