//! How do Arrow arrays come in from Python and go out again without being copied?
//!
//! Through the Arrow PyCapsule interface: whoever has `__arrow_c_array__` or `__arrow_c_stream__` hands
//! over pointers to its buffers and keeps them alive until we let go; we hand ours over in the same
//! way.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef};
use arrow_schema::{ArrowError, FieldRef};
use arrow_select::concat::concat;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use pyo3_arrow::error::PyArrowResult;
use pyo3_arrow::ffi::{
    ArrayIterator, to_array_pycapsules, to_schema_pycapsule, to_stream_pycapsule,
};
use pyo3_arrow::{PyArray, PyChunkedArray};

/// An Arrow column: one array or several chunks of one type.
///
/// What takes Arrow data through the PyCapsule interface takes it as it is: `pyarrow.array(column)`,
/// `pyarrow.chunked_array(column)`, `polars.Series(column)`. Nothing is copied then.
#[pyclass(frozen, module = "redact.columns", name = "Column")]
pub(crate) struct Column {
    chunks: Vec<ArrayRef>,
    field: FieldRef,
}

impl Column {
    /// The column of an object that exports one.
    pub(super) fn import(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        if object.hasattr("__arrow_c_array__")? {
            let capsules = object.call_method0("__arrow_c_array__")?;
            let (schema, array): (Bound<'_, PyCapsule>, Bound<'_, PyCapsule>) =
                capsules.extract()?;
            let (array, field) = PyArray::from_arrow_pycapsule(&schema, &array)?.into_inner();
            return Ok(Self::new(vec![array], field));
        }
        if object.hasattr("__arrow_c_stream__")? {
            let capsule = object.call_method0("__arrow_c_stream__")?;
            let capsule = capsule.cast_into::<PyCapsule>()?;
            let (chunks, field) = PyChunkedArray::from_arrow_pycapsule(&capsule)?.into_inner();
            return Ok(Self::new(chunks, field));
        }
        Err(PyTypeError::new_err(format!(
            "{} exports no Arrow data: it has neither __arrow_c_array__ nor __arrow_c_stream__",
            object.get_type().name()?
        )))
    }

    /// A column of chunks that have the type that `field` says.
    pub(super) fn new(chunks: Vec<ArrayRef>, field: FieldRef) -> Self {
        Self { chunks, field }
    }

    pub(super) fn chunks(&self) -> &[ArrayRef] {
        &self.chunks
    }

    pub(super) fn field(&self) -> &FieldRef {
        &self.field
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.len()).sum()
    }

    /// The column as one array; several chunks are copied into one.
    fn as_one(&self) -> Result<ArrayRef, ArrowError> {
        match self.chunks.as_slice() {
            [] => Ok(arrow_array::new_empty_array(self.field.data_type())),
            [one] => Ok(Arc::clone(one)),
            several => {
                let several: Vec<&dyn Array> = several.iter().map(AsRef::as_ref).collect();
                concat(&several)
            }
        }
    }
}

#[pymethods]
impl Column {
    /// The Arrow type, exported.
    fn __arrow_c_schema__<'py>(&self, python: Python<'py>) -> PyArrowResult<Bound<'py, PyCapsule>> {
        to_schema_pycapsule(python, self.field.as_ref())
    }

    /// The column as one array. A column of several chunks is copied into one here.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        python: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyArrowResult<Bound<'py, PyTuple>> {
        let array = self.as_one()?;
        to_array_pycapsules(python, Arc::clone(&self.field), &array, requested_schema)
    }

    /// The column as a stream of its chunks.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        python: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyArrowResult<Bound<'py, PyCapsule>> {
        let chunks = self.chunks.clone().into_iter().map(Ok);
        let reader = ArrayIterator::new(chunks, Arc::clone(&self.field));
        to_stream_pycapsule(python, Box::new(reader), requested_schema)
    }

    fn __len__(&self) -> usize {
        self.len()
    }

    /// Type and length: what stands in the rows is nobody's business.
    fn __repr__(&self) -> String {
        format!(
            "Column({}, {} rows, {} chunks)",
            self.field.data_type(),
            self.len(),
            self.chunks.len()
        )
    }
}
