//! `redact._native.presidio`: what `redact.presidio_analyzer` runs on.
//!
//! Texts come in as `str` and offsets go out in code points, as everywhere in Python.

mod catalogue;
mod code_points;
mod engine;
mod finders;
mod yaml;

use pyo3::exceptions::{PyTimeoutError, PyValueError};
use pyo3::prelude::*;
use redact::{Error, ErrorKind};

/// Adds the submodule.
pub(crate) fn register(parent: &Bound<'_, PyModule>) -> PyResult<()> {
    let module = PyModule::new(parent.py(), "presidio")?;
    catalogue::register(&module)?;
    finders::register(&module)?;
    engine::register(&module)?;
    yaml::register(&module)?;
    parent.add_submodule(&module)
}

/// The exception for an error: a search that was given up is a `TimeoutError`, as Presidio's own
/// time limit is; all else is a `ValueError`.
fn exception(error: &Error) -> PyErr {
    match error.kind() {
        ErrorKind::PatternLimit => PyTimeoutError::new_err(error.to_string()),
        _ => PyValueError::new_err(error.to_string()),
    }
}
