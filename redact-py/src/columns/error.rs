//! What can go wrong with a column, and at which row it did.

use arrow_schema::DataType;
use pyo3::exceptions::PyTypeError;
use pyo3::{PyErr, Python};

use crate::errors::{self, Failure};

/// Why a column could not be served. Nothing of the column is given out then, and no message
/// carries text of it.
pub(crate) enum ColumnError {
    /// The column is of a type that holds no text.
    Type(String),
    /// The column breaks the rules of its own type, or its type has no room for the answer.
    Column(String),
    /// The engine failed at a row, counted within its chunk.
    Row(usize, Failure),
    /// Somebody pressed Ctrl-C.
    Interrupted(PyErr),
}

/// The result type of this module.
pub(crate) type Result<T> = std::result::Result<T, ColumnError>;

impl From<arrow_schema::ArrowError> for ColumnError {
    fn from(error: arrow_schema::ArrowError) -> Self {
        Self::Column(error.to_string())
    }
}

impl ColumnError {
    /// The exception for it.
    pub(super) fn into_exception(self, py: Python<'_>) -> PyErr {
        match self {
            Self::Type(message) => PyTypeError::new_err(message),
            Self::Column(message) => errors::invalid_argument(py, message),
            Self::Row(row, Failure::Error(error, None)) => {
                let message = format!("row {row}: {error}");
                errors::exception(py, &redact::Error::new(error.kind(), message))
            }
            Self::Row(_, failure) => errors::exception_of(py, failure),
            Self::Interrupted(error) => error,
        }
    }
}

/// The error for a type that is not served.
pub(super) fn no_text(data_type: &DataType) -> ColumnError {
    ColumnError::Type(format!(
        "a column of type {data_type} holds no text; string, large_string, string_view and \
         dictionaries of them do; cast it to string first where that makes sense"
    ))
}
