//! The native part of the Python package `redact`: one subject a file, listed here.

#![allow(
    missing_docs,
    clippy::doc_link_with_quotes,
    clippy::doc_markdown,
    clippy::missing_errors_doc,
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    clippy::unused_self,
    reason = "Python's protocols decide signatures; what Python sees has docstrings in Python's markup"
)]

mod analyzer;
mod anonymizer;
mod arguments;
mod columns;
mod errors;
mod mail;
mod offsets;
mod placeholder;
mod presidio;
mod presidio_anonymizer;
mod prompt;
mod record;
mod result;

use pyo3::prelude::*;

#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    errors::register(module)?;
    result::register(module)?;
    analyzer::register(module)?;
    placeholder::register(module)?;
    anonymizer::register(module)?;
    columns::register(module)?;
    presidio::register(module)?;
    presidio_anonymizer::register(module)?;
    mail::register(module)?;
    prompt::register(module)?;
    // PyO3 lists every name; what is public is said in Python.
    module.dict().del_item("__all__")
}
