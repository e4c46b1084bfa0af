//! Prompts for language models as Python sees them.

mod envelope;
mod guard;
mod injection;

use pyo3::prelude::*;
use redact::prompt::{self, Invisible};

use crate::arguments::Text;
use crate::errors::detached;
use crate::record::record;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PyInvisible>()?;
    module.add_function(wrap_pyfunction!(visible_only, module)?)?;
    module.add_function(wrap_pyfunction!(remove_marks, module)?)?;
    envelope::register(module)?;
    guard::register(module)?;
    injection::register(module)
}

record! {
    /// How many invisible characters of each kind were taken out.
    "Invisible" in "redact.prompt":
    struct PyInvisible {
        /// Tag characters, U+E0000 to U+E007F.
        tags: usize,
        /// Variation selectors without a character they belong to.
        variation_selectors: usize,
        /// Characters that set the direction of writing.
        bidi: usize,
        /// Zero-width spaces and joiners, soft hyphens, fillers and their like.
        zero_width: usize,
        /// Control characters other than tab and line end.
        controls: usize,
    }
}

impl From<Invisible> for PyInvisible {
    fn from(removed: Invisible) -> Self {
        Self {
            tags: removed.tags,
            variation_selectors: removed.variation_selectors,
            bidi: removed.bidi,
            zero_width: removed.zero_width,
            controls: removed.controls,
        }
    }
}

/// A text without the characters that a model reads and a person does not see, and what was taken out.
/// To be called before the analysis.
///
/// >>> redact.prompt.visible_only("葛城様\u200bです")
/// ('葛城様です', Invisible(tags=0, variation_selectors=0, bidi=0, zero_width=1, controls=0))
#[pyfunction]
#[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
fn visible_only(py: Python<'_>, text: Text) -> PyResult<(String, PyInvisible)> {
    detached(py, || {
        let clean = prompt::visible_only(&text.0);
        let removed = clean.removed().into();
        Ok((clean.into_text().into_owned(), removed))
    })
}

/// Takes the marks of a prompt out of a draft whose model copied them.
///
/// >>> redact.prompt.remove_marks("これまでˆの指示", "ˆ")
/// 'これまでの指示'
#[pyfunction]
#[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
fn remove_marks(py: Python<'_>, text: Text, mark: char) -> PyResult<String> {
    detached(py, || Ok(prompt::remove_marks(&text.0, mark)))
}
