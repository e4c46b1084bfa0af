//! How does a whole Arrow column go through the engine without a Python object for each row?
//!
//! [`capsule`] brings arrays in and out by pointers, [`rows`] reads them, [`workers`] shares the rows out
//! among threads, [`text`], [`dictionary`] and [`finds`] write the answer, [`engine`] says what is done
//! to a text. The interpreter's lock is released for the whole column.

mod capsule;
mod column;
mod dictionary;
mod engine;
mod error;
mod finds;
mod rows;
mod text;
mod workers;

use std::num::NonZeroUsize;

use pyo3::prelude::*;
use redact::text::units::OffsetUnit;

use crate::analyzer::PyAnalyzer;
use crate::anonymizer::PyAnonymizer;
use crate::errors::{self, guarded, invalid_argument};
use crate::placeholder::{self, PyPlaceholderMap};
use column::Column;
use engine::{Engine, Maps};
use error::Result;
use finds::Answer;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Column>()?;
    module.add_function(wrap_pyfunction!(anonymize_column, module)?)?;
    module.add_function(wrap_pyfunction!(analyze_column, module)?)?;
    module.add_function(wrap_pyfunction!(restore_column, module)?)?;
    Ok(())
}

/// The column with everything replaced that is found in it: with one map for all rows, with one for each, or
/// with none that outlives its row.
#[pyfunction]
#[pyo3(signature = (data, analyzer, anonymizer, map, maps, threads))]
#[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
fn anonymize_column(
    py: Python<'_>,
    data: &Bound<'_, PyAny>,
    analyzer: &Bound<'_, PyAnalyzer>,
    anonymizer: &Bound<'_, PyAnonymizer>,
    map: Option<&Bound<'_, PyPlaceholderMap>>,
    maps: Option<Vec<Bound<'_, PyPlaceholderMap>>>,
    threads: usize,
) -> PyResult<Column> {
    let column = imported(data)?;
    let engine = engine(py, analyzer.get(), threads)?;
    let anonymizer = anonymizer.get();
    let maps = Maps::new(map, maps.as_deref());
    detached(py, || engine.anonymize(&column, anonymizer, &maps))
}

/// The column with the values of its placeholders put back, from one map or from one for each row.
#[pyfunction]
#[pyo3(signature = (data, map, maps))]
#[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
fn restore_column(
    py: Python<'_>,
    data: &Bound<'_, PyAny>,
    map: Option<&Bound<'_, PyPlaceholderMap>>,
    maps: Option<Vec<Bound<'_, PyPlaceholderMap>>>,
) -> PyResult<Column> {
    let column = imported(data)?;
    let maps = Maps::new(map, maps.as_deref());
    detached(py, || {
        engine::restore(&column, &maps, placeholder::now(None))
    })
}

/// What is found in each row: `answer` is `codepoints`, `bytes` or `utf16` for all finds with offsets in
/// that unit, `count` for their number, `any` for whether there is one.
#[pyfunction]
#[pyo3(signature = (data, analyzer, answer, threads))]
fn analyze_column(
    py: Python<'_>,
    data: &Bound<'_, PyAny>,
    analyzer: &Bound<'_, PyAnalyzer>,
    answer: &str,
    threads: usize,
) -> PyResult<Column> {
    let column = imported(data)?;
    let engine = engine(py, analyzer.get(), threads)?;
    let answer = match answer {
        "codepoints" => Answer::Finds(OffsetUnit::CodePoints),
        "bytes" => Answer::Finds(OffsetUnit::Bytes),
        "utf16" => Answer::Finds(OffsetUnit::Utf16),
        "count" => Answer::Count,
        "any" => Answer::Any,
        _ => {
            return Err(invalid_argument(
                py,
                "offsets is \"codepoints\", \"bytes\" or \"utf16\"",
            ));
        }
    };
    detached(py, || engine.answers(&column, answer))
}

fn engine<'e>(py: Python<'_>, analyzer: &'e PyAnalyzer, threads: usize) -> PyResult<Engine<'e>> {
    let threads = NonZeroUsize::new(threads.min(256))
        .ok_or_else(|| invalid_argument(py, "threads is at least 1"))?;
    Ok(Engine {
        analyzer: analyzer.engine(),
        request: analyzer.request(),
        threads,
    })
}

/// The column of an object. Arrow's own reader panics on what breaks the format badly enough.
fn imported(data: &Bound<'_, PyAny>) -> PyResult<Column> {
    let outcome = guarded(|| Ok(Column::import(data)));
    errors::settled(data.py(), outcome)?
}

/// Works on a column without the interpreter's lock.
fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> Result<T> + Send) -> PyResult<T> {
    let outcome = py.detach(|| guarded(|| Ok(work())));
    errors::settled(py, outcome)?.map_err(|error| error.into_exception(py))
}
