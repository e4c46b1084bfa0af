//! What `redact.presidio_anonymizer` runs natively: the usual call as a whole, conflicts, the cipher.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyBytes, PyDict, PyFloat, PyInt, PyList, PyString};
use redact::OsRandom;
use redact::presidio::anonymizer::{
    AesCipher, AnonymizeOptions, AnonymizerError, ConflictResolutionStrategy, OperatorConfig,
    Operators, Parameter, PiiEntity, Region, anonymize, resolve,
};
use redact::text::units::OffsetUnit;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(presidio_anonymize, module)?)?;
    module.add_function(wrap_pyfunction!(presidio_resolve, module)?)?;
    module.add_function(wrap_pyfunction!(aes_cbc_encrypt, module)?)?;
    module.add_function(wrap_pyfunction!(aes_cbc_decrypt, module)?)?;
    Ok(())
}

/// Start, end, kind, text, operator and score of a replacement.
type Item = (usize, usize, String, String, String, Option<f64>);

/// Anonymizes a text by built-in operators; `None` when anything is unusual or wrong, for Python to see to.
#[pyfunction]
fn presidio_anonymize(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    results: &Bound<'_, PyAny>,
    operators: &Bound<'_, PyAny>,
    remove_intersections: bool,
    merge_entities_with_spaces: bool,
) -> Option<(String, Vec<Item>)> {
    let text = text.cast_exact::<PyString>().ok()?.to_cow().ok()?;
    let operators = read_operators(operators.cast_exact::<PyDict>().ok()?)?;
    let results = results.cast_exact::<PyList>().ok()?;
    let found: Option<Vec<Finding>> = results
        .iter()
        .map(|result| Finding::read(&result))
        .collect();
    let found = found?;
    let options = AnonymizeOptions {
        conflict_resolution: strategy(remove_intersections),
        merge_entities_with_spaces,
        unit: OffsetUnit::CodePoints,
    };
    let done = py.detach(|| {
        let found: Vec<PiiEntity<'_>> = found.iter().map(Finding::borrowed).collect();
        anonymize(&text, &found, &operators, options, &mut OsRandom)
    });
    let done = done.ok()?;
    let items = done.items.into_iter().map(|item| {
        (
            item.start,
            item.end,
            item.entity_type,
            item.text,
            item.operator,
            item.score,
        )
    });
    Some((done.text, items.collect()))
}

/// Kind, start, end and score in; kind, start, end and the index of what the score came from out.
#[pyfunction]
#[allow(
    clippy::needless_pass_by_value,
    reason = "Python's list is read into a vector of this function's own"
)]
fn presidio_resolve(
    regions: Vec<(usize, usize, usize, f64)>,
    remove_intersections: bool,
) -> Vec<(usize, usize, usize, usize)> {
    let regions = regions
        .iter()
        .enumerate()
        .map(|(source, &(kind, start, end, score))| Region {
            kind,
            start,
            end,
            score,
            source,
        })
        .collect();
    resolve(regions, strategy(remove_intersections))
        .into_iter()
        .map(|region| (region.kind, region.start, region.end, region.source))
        .collect()
}

#[pyfunction]
fn aes_cbc_encrypt<'py>(
    py: Python<'py>,
    key: &[u8],
    vector: &[u8],
    message: &[u8],
) -> PyResult<Bound<'py, PyBytes>> {
    AesCipher::encrypt_bytes(key, vector, message)
        .map(|encrypted| PyBytes::new(py, &encrypted))
        .map_err(|error| value_error(&error))
}

#[pyfunction]
fn aes_cbc_decrypt<'py>(
    py: Python<'py>,
    key: &[u8],
    vector: &[u8],
    message: &[u8],
) -> PyResult<Bound<'py, PyBytes>> {
    AesCipher::decrypt_bytes(key, vector, message)
        .map(|decrypted| PyBytes::new(py, &decrypted))
        .map_err(|error| value_error(&error))
}

fn value_error(error: &AnonymizerError) -> PyErr {
    PyValueError::new_err(error.to_string())
}

fn strategy(remove_intersections: bool) -> ConflictResolutionStrategy {
    if remove_intersections {
        ConflictResolutionStrategy::RemoveIntersections
    } else {
        ConflictResolutionStrategy::MergeSimilarOrContained
    }
}

/// A result of the analyzer, by its attributes.
struct Finding {
    entity_type: String,
    start: usize,
    end: usize,
    score: f64,
}

impl Finding {
    /// `None` unless its attributes are of exactly the usual types, a score that is a float among them:
    /// another would come out as another object.
    fn read<'py>(result: &Bound<'py, PyAny>) -> Option<Self> {
        let py = result.py();
        let attribute = |name: &Bound<'py, PyString>| result.getattr(name).ok();
        let number = |value: Bound<'py, PyAny>| -> Option<usize> {
            value.cast_exact::<PyInt>().ok()?.extract().ok()
        };
        let entity_type = attribute(pyo3::intern!(py, "entity_type"))?;
        let score = attribute(pyo3::intern!(py, "score"))?;
        Some(Self {
            entity_type: string(&entity_type)?,
            start: number(attribute(pyo3::intern!(py, "start"))?)?,
            end: number(attribute(pyo3::intern!(py, "end"))?)?,
            score: score.cast_exact::<PyFloat>().ok()?.extract().ok()?,
        })
    }

    fn borrowed(&self) -> PiiEntity<'_> {
        PiiEntity {
            entity_type: &self.entity_type,
            start: self.start,
            end: self.end,
            score: self.score,
        }
    }
}

fn string(value: &Bound<'_, PyAny>) -> Option<String> {
    Some(
        value
            .cast_exact::<PyString>()
            .ok()?
            .to_cow()
            .ok()?
            .into_owned(),
    )
}

/// `None` where one of them is not built in here, or has a parameter of an unusual type.
fn read_operators(operators: &Bound<'_, PyDict>) -> Option<Operators> {
    let py = operators.py();
    let mut read = Operators::new();
    for (entity_type, config) in operators.iter() {
        let name = string(&config.getattr(pyo3::intern!(py, "operator_name")).ok()?)?;
        if !matches!(
            name.as_str(),
            "replace" | "redact" | "keep" | "mask" | "hash" | "encrypt"
        ) {
            return None;
        }
        let mut operator = OperatorConfig::new(name);
        let params = config.getattr(pyo3::intern!(py, "params")).ok()?;
        for (name, value) in params.cast_exact::<PyDict>().ok()?.iter() {
            operator = operator.with(string(&name)?, parameter(&value)?);
        }
        read.insert(string(&entity_type)?, operator);
    }
    Some(read)
}

fn parameter(value: &Bound<'_, PyAny>) -> Option<Parameter> {
    if value.is_none() {
        Some(Parameter::Null)
    } else if value.is_exact_instance_of::<PyBool>() {
        value.extract().ok().map(Parameter::Bool)
    } else if value.is_exact_instance_of::<PyInt>() {
        value.extract().ok().map(Parameter::Integer)
    } else if value.is_exact_instance_of::<PyString>() {
        string(value).map(Parameter::Text)
    } else if let Ok(bytes) = value.cast_exact::<PyBytes>() {
        Some(Parameter::Bytes(bytes.as_bytes().to_vec()))
    } else {
        None
    }
}
