//! A YAML document as a tree, so that every wrong field can be named with its entry.
//!
//! Deserializing into structs would be shorter, and would answer "invalid type at line 12" where
//! the reader of the message wants "entry 3 (plan): field `score` must be a number".

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::{Error, ErrorKind, Result};

/// A value of a document.
#[derive(Clone, PartialEq)]
pub(super) enum Node {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    /// The tree of a document, as Presidio's reader (`PyYAML`) has it: `yes` and `off` are booleans, `Y` and `n`
    /// are texts.
    pub(super) fn parse(yaml: &str) -> Result<Self> {
        let wrong = |error: serde_saphyr::Error| {
            let place = error
                .location()
                .map_or_else(String::new, |place| format!(" at line {}", place.line()));
            Error::new(
                ErrorKind::InvalidFormat,
                format!("the recognizer registry is not valid YAML{place}"),
            )
        };
        // The parser knows the booleans of YAML 1.1, with `Y` and `n`, and of 1.2, `true` and `false` alone.
        let strict = serde_saphyr::options! { strict_booleans: true };
        let written: Self = serde_saphyr::from_str_with_options(yaml, strict).map_err(wrong)?;
        let read: Self = serde_saphyr::from_str(yaml).map_err(wrong)?;
        Ok(read.with_letters_as(written))
    }

    /// The same, where `y` and `n` are the texts that they are in `written`.
    fn with_letters_as(self, written: Self) -> Self {
        match (self, written) {
            (Self::Bool(_), Self::Text(text)) if !is_boolean(&text) => Self::Text(text),
            (Self::List(read), Self::List(written)) => {
                let both = read.into_iter().zip(written);
                Self::List(
                    both.map(|(read, text)| read.with_letters_as(text))
                        .collect(),
                )
            }
            (Self::Map(read), Self::Map(written)) => {
                let both = read.into_iter().zip(written);
                let fields =
                    both.map(|((name, read), (_, text))| (name, read.with_letters_as(text)));
                Self::Map(fields.collect())
            }
            (read, _) => read,
        }
    }

    /// The value of a field of a map; `Null` counts as absent.
    pub(super) fn get(&self, field: &str) -> Option<&Self> {
        let Self::Map(fields) = self else {
            return None;
        };
        fields
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, value)| value)
            .filter(|value| **value != Self::Null)
    }

    /// What kind of value it is, for messages.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number (quote it if a text is meant)",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "a mapping",
        }
    }
}

/// Whether `PyYAML` reads the text as a boolean: the words of YAML 1.1 without single letters.
fn is_boolean(text: &str) -> bool {
    ["yes", "no", "true", "false", "on", "off"]
        .iter()
        .any(|word| word.eq_ignore_ascii_case(text))
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> std::result::Result<Node, E> {
        Ok(Node::Bool(value))
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "numbers in a registry are scores and flags, far below 2^52"
    )]
    fn visit_i64<E>(self, value: i64) -> std::result::Result<Node, E> {
        Ok(Node::Number(value as f64))
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "numbers in a registry are scores and flags, far below 2^52"
    )]
    fn visit_u64<E>(self, value: u64) -> std::result::Result<Node, E> {
        Ok(Node::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> std::result::Result<Node, E> {
        Ok(Node::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> std::result::Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> std::result::Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_unit<E>(self) -> std::result::Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> std::result::Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> std::result::Result<Node, D::Error> {
        Node::deserialize(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> std::result::Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Node, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Node::Map(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(yaml: &str) -> Node {
        let node = Node::parse(&format!("list: [{{field: {yaml}}}]")).unwrap();
        let Some(Node::List(items)) = node.get("list") else {
            panic!("no list")
        };
        items[0].get("field").cloned().unwrap()
    }

    #[test]
    fn letters_are_texts_and_words_booleans_as_python_reads_them() {
        for text in ["y", "Y", "n", "N", "'yes'", "\"no\"", "yess", "O"] {
            let wanted = text.trim_matches(['\'', '"']);
            assert!(value(text) == Node::Text(wanted.to_owned()), "{text}");
        }
        for text in ["yes", "Yes", "on", "ON", "true", "TRUE"] {
            assert!(value(text) == Node::Bool(true), "{text}");
        }
        for text in ["no", "NO", "off", "Off", "false"] {
            assert!(value(text) == Node::Bool(false), "{text}");
        }
        assert!(value("26") == Node::Number(26.0));
    }
}
