//! How do Arrow arrays come in from Python, and go out again, without being copied?
//!
//! Through the Arrow `PyCapsule` interface: whoever has `__arrow_c_array__` or `__arrow_c_stream__` hands
//! over pointers to its buffers and keeps them alive until we let go; ours go out in the same way.
//!
//! This is the one module of the package with unsafe code: a pointer from Python can be followed in no other
//! way. What it trusts is the interface's contract alone, that a capsule of a name holds the struct of that
//! name and that buffers are as long as the struct says. What stands *in* the buffers is not trusted:
//! [`rows`](super::rows) checks every offset and every byte. (`pyo3-arrow` does the same, but brings the
//! conversions between all types and the time zones of the world along, a fifth of the package.)

#![allow(
    unsafe_code,
    reason = "the C data interface is made of pointers; the module says what it trusts"
)]

use std::ffi::CStr;
use std::sync::Arc;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi_and_data_type};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, types};
use arrow_array::{
    DictionaryArray, LargeStringArray, NullArray, PrimitiveArray, StringArray, StringViewArray,
};
use arrow_buffer::ScalarBuffer;
use arrow_data::ArrayData;
use arrow_schema::{DataType, Field, FieldRef};
use pyo3::exceptions::{PyException, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use super::error::{ColumnError, Result, no_text};

const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";
const STREAM: &CStr = c"arrow_array_stream";

/// The chunks of an object that exports a column, and the field that describes them.
pub(super) fn import(object: &Bound<'_, PyAny>) -> PyResult<(Vec<ArrayRef>, FieldRef)> {
    let py = object.py();
    let imported = if object.hasattr("__arrow_c_array__")? {
        let capsules = exported(object, "__arrow_c_array__")?;
        let (schema, array): (Bound<'_, PyCapsule>, Bound<'_, PyCapsule>) = capsules.extract()?;
        let (schema, array) = (taken_schema(&schema)?, taken_array(&array)?);
        field_of(&schema).and_then(|field| Ok((vec![array_of(array, &field)?], field)))
    } else if object.hasattr("__arrow_c_stream__")? {
        let capsule = exported(object, "__arrow_c_stream__")?;
        read(taken_stream(&capsule.cast_into::<PyCapsule>()?)?)
    } else {
        return Err(PyTypeError::new_err(format!(
            "{} exports no Arrow data: it has neither __arrow_c_array__ nor __arrow_c_stream__; \
             pyarrow.array(…) makes a column of a list of texts",
            object.get_type().name()?
        )));
    };
    imported.map_err(|error| error.into_exception(py))
}

/// What the object's own method hands over. Its words are left out when it fails: pyarrow quotes the value
/// that it could not convert.
fn exported<'py>(object: &Bound<'py, PyAny>, method: &str) -> PyResult<Bound<'py, PyAny>> {
    let py = object.py();
    object.call_method0(method).map_err(|error| {
        if !error.is_instance_of::<PyException>(py) {
            return error;
        }
        let kind = error.get_type(py).qualname();
        let kind = kind.map_or_else(|_| "an exception".to_owned(), |name| name.to_string());
        PyTypeError::new_err(format!(
            "the column cannot be exported to Arrow ({kind}); a column of texts holds str and None alone"
        ))
    })
}

/// A type and, if wanted, an array of it, in capsules.
pub(super) fn export_schema<'py>(
    py: Python<'py>,
    field: &FieldRef,
) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(field.as_ref());
    let schema = schema.map_err(|error| ColumnError::from(error).into_exception(py))?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}

/// An array in a capsule.
pub(super) fn export_array<'py>(
    py: Python<'py>,
    array: &ArrayData,
) -> PyResult<Bound<'py, PyCapsule>> {
    PyCapsule::new_with_value(py, FFI_ArrowArray::new(array), ARRAY)
}

fn taken_schema(capsule: &Bound<'_, PyCapsule>) -> PyResult<FFI_ArrowSchema> {
    let pointer = capsule.pointer_checked(Some(SCHEMA))?.cast();
    // SAFETY: a capsule of this name holds an `ArrowSchema` that its consumer may move out; what is left
    // behind counts as released.
    Ok(unsafe { FFI_ArrowSchema::from_raw(pointer.as_ptr()) })
}

fn taken_array(capsule: &Bound<'_, PyCapsule>) -> PyResult<FFI_ArrowArray> {
    let pointer = capsule.pointer_checked(Some(ARRAY))?.cast();
    // SAFETY: as for a schema.
    Ok(unsafe { FFI_ArrowArray::from_raw(pointer.as_ptr()) })
}

fn taken_stream(capsule: &Bound<'_, PyCapsule>) -> PyResult<FFI_ArrowArrayStream> {
    let pointer = capsule.pointer_checked(Some(STREAM))?.cast();
    // SAFETY: as for a schema.
    Ok(unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr()) })
}

/// Every array of a stream.
fn read(mut stream: FFI_ArrowArrayStream) -> Result<(Vec<ArrayRef>, FieldRef)> {
    let callbacks = stream.get_schema().zip(stream.get_next());
    let Some((get_schema, get_next)) = callbacks.filter(|_| stream.release().is_some()) else {
        return Err(ColumnError::Column("the stream was read before".to_owned()));
    };
    let mut schema = FFI_ArrowSchema::empty();
    // SAFETY: the stream is not released, since its callbacks are there, and both pointers are to values of
    // our own that outlive the call.
    if unsafe { get_schema(&raw mut stream, &raw mut schema) } != 0 {
        return Err(failed());
    }
    let field = field_of(&schema)?;
    let mut chunks = Vec::new();
    loop {
        let mut array = FFI_ArrowArray::empty();
        // SAFETY: as above.
        if unsafe { get_next(&raw mut stream, &raw mut array) } != 0 {
            return Err(failed());
        }
        // A stream ends with an array that is released.
        if array.is_released() {
            return Ok((chunks, field));
        }
        chunks.push(array_of(array, &field)?);
    }
}

/// The producer's own words are left out: they may quote a row.
fn failed() -> ColumnError {
    ColumnError::Column("the stream broke off".to_owned())
}

fn field_of(schema: &FFI_ArrowSchema) -> Result<FieldRef> {
    Ok(Arc::new(Field::try_from(schema)?))
}

/// An array that somebody exported, if it is of a type that is served.
fn array_of(array: FFI_ArrowArray, field: &Field) -> Result<ArrayRef> {
    super::engine::check_type(field.data_type())?;
    if array.is_released() {
        return Err(ColumnError::Column("the array was taken before".to_owned()));
    }
    // Nothing but the length: Polars exports such an array with a buffer that the format does not have.
    if *field.data_type() == DataType::Null {
        return Ok(Arc::new(NullArray::new(array.len())));
    }
    // SAFETY: the array came with this type, and its buffers are as long as it says.
    let data = unsafe { from_ffi_and_data_type(array, field.data_type().clone()) }?;
    typed(data)
}

/// The data as an array of its type. (Arrow's own `make_array` knows all types, each of which is code.)
pub(super) fn typed(data: ArrayData) -> Result<ArrayRef> {
    Ok(match data.data_type() {
        DataType::Utf8 => Arc::new(StringArray::from(data)),
        DataType::LargeUtf8 => Arc::new(LargeStringArray::from(data)),
        DataType::Utf8View => Arc::new(StringViewArray::from(data)),
        DataType::Null => Arc::new(NullArray::new(data.len())),
        DataType::Dictionary(keys, _) => match keys.as_ref() {
            DataType::Int8 => encoded::<types::Int8Type>(&data)?,
            DataType::Int16 => encoded::<types::Int16Type>(&data)?,
            DataType::Int32 => encoded::<types::Int32Type>(&data)?,
            DataType::Int64 => encoded::<types::Int64Type>(&data)?,
            DataType::UInt8 => encoded::<types::UInt8Type>(&data)?,
            DataType::UInt16 => encoded::<types::UInt16Type>(&data)?,
            DataType::UInt32 => encoded::<types::UInt32Type>(&data)?,
            DataType::UInt64 => encoded::<types::UInt64Type>(&data)?,
            _ => return Err(no_text(data.data_type())),
        },
        other => return Err(no_text(other)),
    })
}

fn encoded<K: types::ArrowDictionaryKeyType>(data: &ArrayData) -> Result<ArrayRef> {
    let (Some(keys), Some(values)) = (data.buffers().first(), data.child_data().first()) else {
        return Err(ColumnError::Column(
            "a dictionary without keys or entries".to_owned(),
        ));
    };
    let keys = ScalarBuffer::new(keys.clone(), data.offset(), data.len());
    let keys = PrimitiveArray::<K>::try_new(keys, data.nulls().cloned())?;
    Ok(Arc::new(DictionaryArray::try_new(
        keys,
        typed(values.clone())?,
    )?))
}
