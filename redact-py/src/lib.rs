//! The native part of the Python package `redact`.

#![allow(missing_docs, reason = "what Python sees is documented by docstrings")]

mod presidio;

use pyo3::prelude::*;

#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    presidio::register(module)?;
    Ok(())
}
