//! A YAML document as Python values, so that no YAML package is needed.

use std::fmt;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

pub(super) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(parse_yaml, module)?)
}

/// The document as dictionaries, lists, texts, numbers, booleans and `None`. Raises `ValueError` with
/// the line.
#[pyfunction]
fn parse_yaml(py: Python<'_>, document: &str) -> PyResult<Py<PyAny>> {
    let wrong = |error: serde_saphyr::Error| {
        let line = error
            .location()
            .map_or_else(String::new, |place| format!(" at line {}", place.line()));
        PyValueError::new_err(format!("not valid YAML{line}"))
    };
    // As in the registry of the library: `yes` and `off` are booleans, `Y` and `n` texts, as PyYAML reads them.
    let strict = serde_saphyr::options! { strict_booleans: true };
    let written: Node = serde_saphyr::from_str_with_options(document, strict).map_err(wrong)?;
    let read: Node = serde_saphyr::from_str(document).map_err(wrong)?;
    read.with_letters_as(written).into_python(py)
}

enum Node {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
}

/// Whether PyYAML reads the text as a boolean: the words of YAML 1.1 without single letters.
fn is_boolean(text: &str) -> bool {
    ["yes", "no", "true", "false", "on", "off"]
        .iter()
        .any(|word| word.eq_ignore_ascii_case(text))
}

impl Node {
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
                let entries = both.map(|((key, read), (name, text))| {
                    (key.with_letters_as(name), read.with_letters_as(text))
                });
                Self::Map(entries.collect())
            }
            (read, _) => read,
        }
    }

    fn into_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(match self {
            Self::Null => py.None(),
            Self::Bool(value) => value.into_pyobject(py)?.to_owned().into_any().unbind(),
            Self::Int(value) => value.into_pyobject(py)?.into_any().unbind(),
            Self::Float(value) => value.into_pyobject(py)?.into_any().unbind(),
            Self::Text(value) => value.into_pyobject(py)?.into_any().unbind(),
            Self::List(items) => {
                let list = PyList::empty(py);
                for item in items {
                    list.append(item.into_python(py)?)?;
                }
                list.into_any().unbind()
            }
            Self::Map(entries) => {
                let map = PyDict::new(py);
                for (key, value) in entries {
                    map.set_item(key.into_python(py)?, value.into_python(py)?)?;
                }
                map.into_any().unbind()
            }
        })
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Int(value))
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "whole numbers of configurations are small; larger ones are no number of ours"
    )]
    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(i64::try_from(value).map_or(Node::Float(value as f64), Node::Int))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Node, D::Error> {
        Node::deserialize(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Node::Map(entries))
    }
}
