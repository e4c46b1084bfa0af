//! What finds for one recognizer: a predefined class, or a pattern of the caller's.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use redact::presidio::phone::{self, Leniency, PhoneConfig};
use redact::presidio::{self, CompiledClass, recognizers};
use redact::recognizer::Validity;

use super::code_points::in_code_points;
use super::exception;

pub(super) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PredefinedClass>()?;
    module.add_class::<PhoneFinder>()?;
    module.add_function(wrap_pyfunction!(phone_defaults, module)?)?;
    module.add_class::<CustomPattern>()
}

/// A match as Python sees it: start, end, score, number of the pattern, what the check said.
pub(super) type Row = (usize, usize, f64, Option<u16>, Option<bool>);

/// `True` for confirmed, `False` for refuted, `None` for neither.
pub(super) fn verdict(validity: Validity) -> Option<bool> {
    match validity {
        Validity::Valid => Some(true),
        Validity::Invalid => Some(false),
        Validity::Unknown => None,
    }
}

/// A predefined recognizer class, ready to run.
#[pyclass(frozen, module = "redact._native.presidio")]
pub(super) struct PredefinedClass {
    compiled: &'static CompiledClass,
}

#[pymethods]
impl PredefinedClass {
    #[new]
    fn new(name: &str) -> PyResult<Self> {
        recognizers::by_name(name)
            .map(|compiled| Self { compiled })
            .ok_or_else(|| PyValueError::new_err(format!("there is no predefined class {name}")))
    }

    /// Verified matches without duplicates, the surest first. Numbers that name a year after `year` are refuted.
    #[pyo3(signature = (text, year=None))]
    fn analyze(&self, py: Python<'_>, text: &str, year: Option<u16>) -> Vec<Row> {
        py.detach(|| {
            let matches = self.compiled.analyze(text, year);
            let mut spans: Vec<_> = matches
                .iter()
                .map(|found| (found.start, found.end))
                .collect();
            in_code_points(text, &mut spans);
            spans
                .into_iter()
                .zip(matches)
                .map(|((start, end), found)| {
                    (
                        start,
                        end,
                        found.score,
                        found.pattern,
                        verdict(found.validity),
                    )
                })
                .collect()
        })
    }

    /// The matches of one of its patterns, not verified.
    fn find(&self, py: Python<'_>, number: usize, text: &str) -> Vec<(usize, usize)> {
        py.detach(|| {
            let mut spans = Vec::new();
            self.compiled
                .find_pattern(number, text, |start, end| spans.push((start, end)));
            in_code_points(text, &mut spans);
            spans
        })
    }

    /// What the class's check says of the text of a match; a year after `year` in it refutes it.
    #[pyo3(signature = (text, year=None))]
    fn validate(&self, text: &str, year: Option<u16>) -> Option<bool> {
        verdict(self.compiled.class.verdict(text, year))
    }

    /// Whether the class refutes the text of a match.
    fn invalidate(&self, text: &str) -> bool {
        self.compiled
            .class
            .invalidate
            .is_some_and(|invalidate| invalidate(text))
    }
}

/// A pattern in Python's syntax. Raises `ValueError` for what only Python's own engines can run.
#[pyclass(frozen, module = "redact._native.presidio")]
pub(super) struct CustomPattern {
    pattern: presidio::CustomPattern,
}

#[pymethods]
impl CustomPattern {
    #[new]
    fn new(expression: &str, flags: u32) -> PyResult<Self> {
        presidio::CustomPattern::new(expression, flags)
            .map(|pattern| Self { pattern })
            .map_err(|error| exception(&error))
    }

    /// Whether it runs in time linear in the text.
    #[getter]
    fn is_linear(&self) -> bool {
        self.pattern.is_linear()
    }

    /// The matches that are not empty.
    fn find(&self, py: Python<'_>, text: &str) -> PyResult<Vec<(usize, usize)>> {
        py.detach(|| {
            let mut spans = Vec::new();
            self.pattern
                .find(text, |start, end| spans.push((start, end)))?;
            in_code_points(text, &mut spans);
            Ok(spans)
        })
        .map_err(|error| exception(&error))
    }
}

/// Telephone numbers of some regions, judged as strictly as the leniency (0 to 3) says.
#[pyclass(frozen, module = "redact._native.presidio")]
pub(super) struct PhoneFinder {
    finder: phone::PhoneFinder,
}

#[pymethods]
impl PhoneFinder {
    #[new]
    fn new(regions: Vec<String>, leniency: u8) -> PyResult<Self> {
        phone_finder(regions, leniency).map(|finder| Self { finder })
    }

    /// The numbers by place.
    fn find(&self, py: Python<'_>, text: &str) -> Vec<(usize, usize)> {
        py.detach(|| {
            let found = self.finder.find(text);
            let mut spans: Vec<_> = found.iter().map(|one| (one.start, one.end)).collect();
            in_code_points(text, &mut spans);
            spans
        })
    }
}

/// What telephone numbers are looked for with unless said: the regions, and the score of a number.
#[pyfunction]
fn phone_defaults() -> (Vec<String>, f64) {
    (PhoneConfig::default().regions, phone::SCORE)
}

/// A finder of the numbers of these regions.
pub(super) fn phone_finder(regions: Vec<String>, leniency: u8) -> PyResult<phone::PhoneFinder> {
    let leniency = Leniency::from_level(leniency)
        .ok_or_else(|| PyValueError::new_err("leniency must be 0, 1, 2 or 3"))?;
    Ok(phone::PhoneFinder::new(&PhoneConfig { regions, leniency }))
}
