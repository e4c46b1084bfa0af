//! How does a failure reach Python? As one of the exceptions of `redact.errors`, without text of a document.
//!
//! The exceptions are written in Python (`python/redact/errors.py`), where a class may have two bases.
//! A panic never crosses: it becomes an `InternalError` that names a place in the source and no message,
//! since the message of a panic may quote the text that was read.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, Location, catch_unwind};

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyModule, PyType};
use redact::{Error, ErrorKind};

thread_local! {
    /// Where the last panic of this thread happened.
    static PLACE: RefCell<Option<(String, u32)>> = const { RefCell::new(None) };
    /// What Python code that the library called raised; the library's own error has no room for it.
    static RAISED: RefCell<Option<PyErr>> = const { RefCell::new(None) };
}

pub(crate) fn register(_: &Bound<'_, PyModule>) -> PyResult<()> {
    // This hook is the extension's alone: it has the standard library linked in.
    std::panic::set_hook(Box::new(|info| {
        PLACE.set(info.location().map(place));
    }));
    Ok(())
}

/// The file without the folders of the machine that built it.
fn place(location: &Location<'_>) -> (String, u32) {
    let file = location.file();
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    (name.to_owned(), location.line())
}

/// Runs `work` without the interpreter's lock, so that other threads go on, and turns what may go wrong
/// into an exception.
pub(crate) fn detached<T: Send>(
    py: Python<'_>,
    work: impl FnOnce() -> redact::Result<T> + Send,
) -> PyResult<T> {
    let outcome = py.detach(|| guarded(work));
    settled(py, outcome)
}

/// What [`detached`] runs in this thread, for threads of our own that have no interpreter's lock.
pub(crate) fn guarded<T>(work: impl FnOnce() -> redact::Result<T>) -> Outcome<T> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(Failure::Error(error, RAISED.take())),
        Err(_) => Err(Failure::Panic(PLACE.take())),
    }
}

/// The outcome of [`guarded`].
pub(crate) type Outcome<T> = Result<T, Failure>;

/// Why [`guarded`] work failed.
pub(crate) enum Failure {
    Error(Error, Option<PyErr>),
    Panic(Option<(String, u32)>),
}

/// Turns the outcome of guarded work into Python's.
pub(crate) fn settled<T>(py: Python<'_>, outcome: Outcome<T>) -> PyResult<T> {
    outcome.map_err(|failure| exception_of(py, failure))
}

/// The exception for a failure of guarded work.
pub(crate) fn exception_of(py: Python<'_>, failure: Failure) -> PyErr {
    match failure {
        Failure::Error(_, Some(raised)) => raised,
        Failure::Error(error, None) => exception(py, &error),
        Failure::Panic(place) => {
            let (file, line) = place.unwrap_or_default();
            let message = format!("a defect of this package, at {file}:{line}; please report it");
            raise(py, "InternalError", message)
        }
    }
}

/// Keeps what Python code raised for [`detached`] to raise again, and answers the error that stops the
/// library.
pub(crate) fn keep(raised: PyErr) -> Error {
    RAISED.set(Some(raised));
    Error::new(ErrorKind::Custom, "code of the caller raised an exception")
}

/// The exception for an error of the library.
pub(crate) fn exception(py: Python<'_>, error: &Error) -> PyErr {
    let class = match error.kind() {
        ErrorKind::InvalidArgument | ErrorKind::UnknownEntity => "InvalidArgumentError",
        ErrorKind::InvalidPattern => "InvalidPatternError",
        ErrorKind::InvalidFormat => "InvalidFormatError",
        ErrorKind::PatternLimit => "PatternLimitError",
        ErrorKind::Decryption => "DecryptionError",
        ErrorKind::MapUnusable => "MapUnusableError",
        ErrorKind::Custom => "CustomError",
        _ => "RedactError",
    };
    raise(py, class, error.to_string())
}

/// An `InvalidArgumentError`; the message holds no document text.
pub(crate) fn invalid_argument(py: Python<'_>, message: impl Into<String>) -> PyErr {
    raise(py, "InvalidArgumentError", message.into())
}

/// An `ArgumentTypeError`, which is a `TypeError` too; the message holds no document text.
pub(crate) fn wrong_type(py: Python<'_>, message: impl Into<String>) -> PyErr {
    raise(py, "ArgumentTypeError", message.into())
}

/// An `InvalidFormatError`; the message holds no document text.
pub(crate) fn invalid_format(py: Python<'_>, message: impl Into<String>) -> PyErr {
    raise(py, "InvalidFormatError", message.into())
}

fn raise(py: Python<'_>, class: &str, message: String) -> PyErr {
    static ERRORS: PyOnceLock<Py<PyModule>> = PyOnceLock::new();
    let module = ERRORS.get_or_try_init(py, || {
        PyModule::import(py, "redact.errors").map(Bound::unbind)
    });
    let class = module.and_then(|module| {
        let class = module.bind(py).getattr(class)?;
        Ok(class.cast_into::<PyType>()?)
    });
    match class {
        Ok(class) => PyErr::from_type(class, message),
        Err(error) => error,
    }
}
