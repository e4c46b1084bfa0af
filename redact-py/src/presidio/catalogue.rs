//! The predefined classes as data, from which Python makes its classes.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use redact::presidio::RecognizerClass;
use redact::presidio::recognizers;

pub(super) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(catalogue, module)?)
}

/// Every class: name, entity, language, country, context, patterns (name, regex, score), and whether
/// it validates, refutes, and finds by code of its own.
#[pyfunction]
fn catalogue(py: Python<'_>) -> PyResult<Bound<'_, PyList>> {
    let classes = recognizers::catalogue().map(|class| described(py, class));
    PyList::new(py, classes.collect::<PyResult<Vec<_>>>()?)
}

fn described<'py>(py: Python<'py>, class: &RecognizerClass) -> PyResult<Bound<'py, PyDict>> {
    let patterns: Vec<_> = class
        .patterns()
        .iter()
        .map(|pattern| (pattern.name, pattern.regex, pattern.score))
        .collect();
    let entry = PyDict::new(py);
    entry.set_item("name", class.name)?;
    entry.set_item("entity", class.entity)?;
    entry.set_item("language", class.language)?;
    entry.set_item("country", class.country)?;
    entry.set_item("context", class.context.to_vec())?;
    entry.set_item("reference", class.reference)?;
    entry.set_item("patterns", patterns)?;
    entry.set_item("validates", class.validate.is_some())?;
    entry.set_item("refutes", class.invalidate.is_some())?;
    Ok(entry)
}
