//! Is what Python hands in usable? Texts, scores, kinds and settings, checked once and in the same words.

use std::path::PathBuf;

use pyo3::exceptions::PyUnicodeEncodeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use redact::{EntityType, Score};

use crate::errors::{invalid_argument, wrong_type};

/// The UTF-8 of a Python string, as an argument of a function.
///
/// A copy: the stable interface of Python 3.9 hands out no borrowed UTF-8, and copying 2 KB takes less
/// than 0.2 µs. A lone surrogate has no UTF-8 and cannot be analysed.
pub(crate) struct Text(pub(crate) String);

impl FromPyObject<'_, '_> for Text {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let Ok(string) = object.cast::<PyString>() else {
            let message = format!("a text is a str, not {}", type_name(&object));
            return Err(wrong_type(object.py(), message));
        };
        text_of(&string).map(Self)
    }
}

/// The name of an object's type.
pub(crate) fn type_name(object: &Bound<'_, PyAny>) -> String {
    let name = object.get_type().name();
    name.map_or_else(|_| "an object".to_owned(), |name| name.to_string())
}

/// The texts of a list; `what` it is stands in the error for anything else.
pub(crate) fn list_of_texts(object: &Bound<'_, PyAny>, what: &str) -> PyResult<Vec<String>> {
    let py = object.py();
    let wrong = |what: &str, given: &Bound<'_, PyAny>| {
        wrong_type(py, format!("{what}, not {}", type_name(given)))
    };
    if object.is_instance_of::<PyString>() {
        return Err(wrong_type(py, format!("{what}, not one str")));
    }
    // A dictionary would give its keys.
    let items = object
        .try_iter()
        .ok()
        .filter(|_| !object.is_instance_of::<PyDict>());
    let Some(items) = items else {
        return Err(wrong(what, object));
    };
    let mut texts = Vec::new();
    for item in items {
        let item = item?;
        match item.cast::<PyString>() {
            Ok(text) => texts.push(text_of(text)?),
            Err(_) => return Err(wrong(&format!("{what} of str"), &item)),
        }
    }
    Ok(texts)
}

/// Kinds by their names, as an argument of a function.
pub(crate) struct Kinds(pub(crate) Vec<String>);

impl FromPyObject<'_, '_> for Kinds {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        list_of_texts(&object, "kinds are a list such as [\"EMAIL_ADDRESS\"]").map(Self)
    }
}

/// Values or patterns, as an argument of a function.
pub(crate) struct Terms(pub(crate) Vec<String>);

impl FromPyObject<'_, '_> for Terms {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        list_of_texts(&object, "values and patterns are a list").map(Self)
    }
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
pub(crate) enum TextOrPath {
    Text(String),
    Path(PathBuf),
}

impl FromPyObject<'_, '_> for TextOrPath {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        if let Ok(text) = object.cast::<PyString>() {
            return text_of(&text).map(Self::Text);
        }
        object.extract().map(Self::Path).map_err(|_| {
            let message = format!(
                "YAML is a str, a file a pathlib.Path, not {}",
                type_name(&object)
            );
            wrong_type(object.py(), message)
        })
    }
}

impl TextOrPath {
    /// The YAML; a file is read now. A text that can only be a file's name is an error.
    pub(crate) fn read_yaml(self, py: Python<'_>) -> PyResult<String> {
        let is_a_name = |text: &str| {
            let path = std::path::Path::new(text.trim());
            let suffix = path.extension().unwrap_or_default();
            !text.trim().contains('\n')
                && (suffix.eq_ignore_ascii_case("yaml") || suffix.eq_ignore_ascii_case("yml"))
        };
        match self {
            Self::Text(text) if is_a_name(&text) => Err(invalid_argument(
                py,
                "recognizers_yaml is the YAML itself if it is a str; give the name of a file as pathlib.Path(…)",
            )),
            Self::Text(text) => Ok(text),
            Self::Path(path) => Ok(std::fs::read_to_string(path)?),
        }
    }
}
