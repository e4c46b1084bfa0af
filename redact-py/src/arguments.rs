//! Is what Python hands in usable? Texts, scores, kinds and settings, checked once and in the same words.

use std::path::PathBuf;

use pyo3::exceptions::PyUnicodeEncodeError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use redact::{EntityType, Score};

use crate::errors::invalid_argument;

/// The UTF-8 of a Python string, as an argument of a function.
///
/// A copy: the stable interface of Python 3.9 hands out no borrowed UTF-8, and copying 2 KB takes less
/// than 0.2 µs. A lone surrogate has no UTF-8 and cannot be analysed.
pub(crate) struct Text(pub(crate) String);

impl FromPyObject<'_, '_> for Text {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let string = object.cast::<PyString>()?;
        text_of(&string).map(Self)
    }
}

/// The texts of a list that may be left out.
pub(crate) fn texts(texts: Option<Vec<Text>>) -> Vec<String> {
    let texts = texts.into_iter().flatten();
    texts.map(|Text(text)| text).collect()
}

/// The UTF-8 of a Python string.
pub(crate) fn text_of(string: &Bound<'_, PyString>) -> PyResult<String> {
    let py = string.py();
    string
        .to_cow()
        .map(std::borrow::Cow::into_owned)
        .map_err(|error| {
            if !error.is_instance_of::<PyUnicodeEncodeError>(py) {
                return error;
            }
            // Python's own exception would carry the whole text.
            let at = error
                .value(py)
                .getattr("start")
                .and_then(|at| at.extract::<usize>());
            let at = at.map_or_else(|_| String::new(), |at| format!(" at index {at}"));
            invalid_argument(
                py,
                format!("the text holds a lone surrogate{at}; it is no Unicode text"),
            )
        })
}

/// A score between 0 and 1.
pub(crate) fn score(py: Python<'_>, value: f64) -> PyResult<Score> {
    if (0.0..=1.0).contains(&value) {
        Ok(Score::saturating(value))
    } else {
        Err(invalid_argument(py, "a score lies between 0 and 1"))
    }
}

/// Kinds by their names.
pub(crate) fn entity_types(names: Vec<String>) -> Vec<EntityType> {
    names.into_iter().map(entity_type).collect()
}

/// A kind by its name; the name of a built-in kind is not copied.
pub(crate) fn entity_type(name: String) -> EntityType {
    let built_in = EntityType::BUILT_IN
        .iter()
        .find(|kind| kind.as_str() == name);
    built_in.cloned().unwrap_or_else(|| EntityType::new(name))
}

/// A setting: its text, or the file that holds it.
#[derive(FromPyObject)]
pub(crate) enum TextOrPath {
    Text(String),
    Path(PathBuf),
}

impl TextOrPath {
    /// The text; a file is read now.
    pub(crate) fn read(self) -> PyResult<String> {
        match self {
            Self::Text(text) => Ok(text),
            Self::Path(path) => Ok(std::fs::read_to_string(path)?),
        }
    }
}
