//! How do Arrow arrays come in from Python and go out again without being copied?
//!
//! Through the Arrow PyCapsule interface: whoever has `__arrow_c_array__` or `__arrow_c_stream__` hands
//! over pointers to its buffers and keeps them alive until we let go; we hand ours over in the same
//! way. Chunks go out one by one: the exports of `pyo3_arrow` convert to any type that is asked for, and
//! the conversions of every type to every other would be a third of this package.

use std::sync::Arc;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};
use arrow_array::{Array, ArrayRef, make_array, new_empty_array};
use arrow_data::transform::MutableArrayData;
use arrow_schema::FieldRef;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3_arrow::{PyArray, PyChunkedArray};

use super::error::{ColumnError, Result};
use crate::errors::{self, guarded};

/// An Arrow column: one array or several chunks of one type.
///
/// What takes Arrow data through the PyCapsule interface takes it as it is: ``pyarrow.array(column)``,
/// ``polars.Series(column)``. Nothing is copied then, unless there are several chunks to become one array.
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
    fn as_one(&self) -> Result<ArrayRef> {
        match self.chunks.as_slice() {
            [] => Ok(new_empty_array(self.field.data_type())),
            [one] => Ok(Arc::clone(one)),
            several => {
                let several: Vec<_> = several.iter().map(|chunk| chunk.to_data()).collect();
                let mut all = MutableArrayData::new(several.iter().collect(), false, self.len());
                for (index, chunk) in several.iter().enumerate() {
                    all.try_extend(index, 0, chunk.len())?;
                }
                Ok(make_array(all.freeze()))
            }
        }
    }
}

/// The type as the C data interface says it.
fn exported(field: &FieldRef) -> Result<FFI_ArrowSchema> {
    Ok(FFI_ArrowSchema::try_from(field.as_ref())?)
}

#[pymethods]
impl Column {
    /// The Arrow type, exported.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = exported(&self.field).map_err(|error| error.into_exception(py))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
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
        let parts = array.and_then(|array| Ok((exported(&self.field)?, array)));
        let (schema, array) = parts.map_err(|error: ColumnError| error.into_exception(py))?;
        Ok((
            PyCapsule::new_with_value(py, schema, c"arrow_schema")?,
            PyCapsule::new_with_value(py, FFI_ArrowArray::new(&array.to_data()), c"arrow_array")?,
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
