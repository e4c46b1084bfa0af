//! Records: immutable objects that are nothing but their fields.

/// Defines a record that Python can read, compare, pickle and make by keywords. Its `repr` shows every
/// field, so that a record holds no text of a document.
macro_rules! record {
    (
        $(#[doc = $about:literal])+
        $python:literal in $module:literal:
        struct $name:ident {
            $($(#[doc = $doc:literal])+ $field:ident: $type:ty,)+
        }
    ) => {
        $(#[doc = $about])+
        #[pyo3::pyclass(frozen, eq, get_all, from_py_object, name = $python, module = $module)]
        #[derive(Clone, PartialEq)]
        pub(crate) struct $name {
            $($(#[doc = $doc])+ pub(crate) $field: $type,)+
        }

        #[pyo3::pymethods]
        impl $name {
            #[new]
            #[pyo3(signature = (*, $($field),+))]
            #[allow(clippy::too_many_arguments, clippy::fn_params_excessive_bools, reason = "keyword arguments in Python")]
            fn new($($field: $type),+) -> Self {
                Self { $($field),+ }
            }

            fn __repr__(&self, py: pyo3::Python<'_>) -> pyo3::PyResult<String> {
                let fields = [$($crate::record::field(py, stringify!($field), self.$field.clone())?),+];
                Ok(format!("{}({})", $python, fields.join(", ")))
            }

            fn __getnewargs_ex__<'py>(
                &self,
                py: pyo3::Python<'py>,
            ) -> pyo3::PyResult<(pyo3::Bound<'py, pyo3::types::PyTuple>, pyo3::Bound<'py, pyo3::types::PyDict>)> {
                use pyo3::types::PyDictMethods as _;
                let fields = pyo3::types::PyDict::new(py);
                $(fields.set_item(stringify!($field), self.$field.clone())?;)+
                Ok((pyo3::types::PyTuple::empty(py), fields))
            }
        }
    };
}

pub(crate) use record;

use pyo3::prelude::*;
use pyo3::{BoundObject as _, IntoPyObjectExt as _};

/// `name=value`, as Python would write it.
pub(crate) fn field<'py, T: IntoPyObject<'py>>(
    py: Python<'py>,
    name: &str,
    value: T,
) -> PyResult<String> {
    let value = value.into_pyobject_or_pyerr(py)?.into_any().into_bound();
    Ok(format!("{name}={}", value.repr()?))
}
