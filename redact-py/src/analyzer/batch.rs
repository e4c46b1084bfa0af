//! Many texts at a time, by threads of our own.

use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::arguments::{Text, type_name};
use crate::errors::{Outcome, guarded, invalid_argument, wrong_type};

/// Texts that a thread takes at a time: enough that taking costs nothing, few enough that none waits long.
const CHUNK: usize = 16;

/// The texts of any iterable but a string, which would be taken for a list of characters.
pub(crate) fn texts(texts: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    if texts.is_instance_of::<PyString>() {
        return Err(wrong_type(
            texts.py(),
            "texts is a sequence of texts, not one text",
        ));
    }
    let mut list = Vec::with_capacity(texts.len().unwrap_or(0));
    let items = texts.try_iter().map_err(|_| {
        let message = format!("texts is a sequence of texts, not {}", type_name(texts));
        wrong_type(texts.py(), message)
    })?;
    for text in items {
        list.push(text?.extract::<Text>()?.0);
    }
    Ok(list)
}

/// How many threads: as many as the machine has processors unless said.
pub(crate) fn threads(py: Python<'_>, wished: Option<usize>) -> PyResult<usize> {
    match wished {
        Some(0) => Err(invalid_argument(py, "threads is at least 1")),
        Some(threads) => Ok(threads.min(256)),
        None => Ok(std::thread::available_parallelism().map_or(1, NonZero::get)),
    }
}

/// `work` on every text, in the order of the texts; the first failure in that order that was met.
pub(crate) fn map<T: Send>(
    texts: &[String],
    threads: usize,
    work: impl Fn(&str) -> redact::Result<T> + Sync,
) -> Outcome<Vec<T>> {
    let threads = threads.min(texts.len().div_ceil(CHUNK));
    if threads <= 1 {
        return texts.iter().map(|text| guarded(|| work(text))).collect();
    }
    let next = AtomicUsize::new(0);
    let failed = AtomicBool::new(false);
    let done: Mutex<Vec<(usize, Outcome<Vec<T>>)>> = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while !failed.load(Ordering::Relaxed) {
                    let start = next.fetch_add(CHUNK, Ordering::Relaxed);
                    let Some(rest) = texts.get(start..).filter(|rest| !rest.is_empty()) else {
                        break;
                    };
                    let chunk = rest.iter().take(CHUNK);
                    let outcome: Outcome<Vec<T>> =
                        chunk.map(|text| guarded(|| work(text))).collect();
                    failed.fetch_or(outcome.is_err(), Ordering::Relaxed);
                    done.lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push((start, outcome));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(start, _)| *start);
    let mut all = Vec::with_capacity(texts.len());
    for (_, outcome) in done {
        all.extend(outcome?);
    }
    Ok(all)
}
