//! What is a column, as Python holds one?

use std::sync::Arc;

use arrow_array::{Array, ArrayRef};
use arrow_data::ArrayData;
use arrow_data::transform::MutableArrayData;
use arrow_schema::FieldRef;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use super::capsule;
use super::error::Result;
use crate::errors::{self, guarded};

/// An Arrow column: one array or several chunks of one type.
///
/// What takes Arrow data through the `PyCapsule` interface takes it as it is: ``pyarrow.array(column)``,
/// ``polars.Series(column)``. Nothing is copied then, unless there are several chunks to become one array.
#[pyclass(frozen, module = "redact.columns", name = "Column")]
pub(crate) struct Column {
    chunks: Vec<ArrayRef>,
    field: FieldRef,
}

impl Column {
    /// The column of an object that exports one.
    pub(super) fn import(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        let (chunks, field) = capsule::import(object)?;
        Ok(Self::new(chunks, field))
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
        self.chunks.iter().map(Array::len).sum()
    }

    /// The column as one array; several chunks are copied into one.
    fn as_one(&self) -> Result<ArrayData> {
        match self.chunks.as_slice() {
            [] => Ok(ArrayData::new_empty(self.field.data_type())),
            [one] => Ok(one.to_data()),
            several => {
                let several: Vec<_> = several.iter().map(Array::to_data).collect();
                let mut all = MutableArrayData::new(several.iter().collect(), false, self.len());
                for (index, chunk) in several.iter().enumerate() {
                    all.try_extend(index, 0, chunk.len())?;
                }
                Ok(all.freeze())
            }
        }
    }
}

#[pymethods]
impl Column {
    /// The Arrow type, exported.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule::export_schema(py, &self.field)
    }

    /// The column as one array, exported in its own type whichever is asked for, as the interface allows. A
    /// column of several chunks is copied into one array here.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<(Bound<'py, PyCapsule>, Bound<'py, PyCapsule>)> {
        let _ = requested_schema;
        // Arrow panics where the chunks together are too long for their offsets.
        let array = errors::settled(py, guarded(|| Ok(self.as_one())))?;
        let array = array.map_err(|error| error.into_exception(py))?;
        Ok((
            capsule::export_schema(py, &self.field)?,
            capsule::export_array(py, &array)?,
        ))
    }

    /// The chunks, each a column of its own.
    #[getter]
    #[pyo3(name = "chunks")]
    fn chunks_apart(&self) -> Vec<Self> {
        let chunks = self.chunks.iter();
        chunks
            .map(|chunk| Self::new(vec![Arc::clone(chunk)], FieldRef::clone(&self.field)))
            .collect()
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
