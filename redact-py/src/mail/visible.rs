//! What a reply says once quotes, signatures and footers are gone, as Python sees it.

use pyo3::prelude::*;
use pyo3::types::PyString;
use redact::mail::visible::{CutKind, Forwarded, Signatures, VisibleOptions, visible_with};

use crate::arguments::Text;
use crate::errors::{detached, invalid_argument};
use crate::offsets::CodePoints;

pub(super) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PyVisibleText>()?;
    module.add_function(wrap_pyfunction!(visible_text, module)?)
}

/// What the author of a mail wrote, and where the rest stood. Its ``repr`` does not show the text.
#[pyclass(frozen, name = "VisibleText", module = "redact.mail", get_all)]
pub(crate) struct PyVisibleText {
    /// The kept parts, without empty lines around them.
    text: Py<PyString>,
    /// Start and end of every kept part, in code points of the text that was given.
    kept: Vec<(usize, usize)>,
    /// Why something was cut, with its start and end: ``"quote"``, ``"quote_header"``, ``"signature"``,
    /// ``"sent_from"``, ``"disclaimer"``, ``"closing"``, ``"forward_header"``.
    cut: Vec<(&'static str, usize, usize)>,
}

#[pymethods]
impl PyVisibleText {
    fn __repr__(&self) -> String {
        format!(
            "VisibleText({} kept, {} cut)",
            self.kept.len(),
            self.cut.len()
        )
    }
}

/// What a reply says without quotes, signature and notices. In doubt a line is kept.
///
/// :param text: the text of a mail.
/// :param signatures: which signatures are cut: ``"recognized"``, ``"separated"`` (those behind a line that
///     separates them), ``"keep"``.
/// :param sent_from: whether lines such as ``Sent from my iPhone`` are cut.
/// :param disclaimers: whether notices on confidentiality are cut.
/// :param closings: whether an English closing and what follows it are cut.
/// :param forwarded: what becomes of a forwarded message: ``"keep"``, or ``"keep_body"`` without its header.
///
/// >>> visible = redact.mail.visible_text("承知しました。\n\n> いかがですか。\n")
/// >>> visible.text
/// '承知しました。'
/// >>> visible.cut
/// [('quote', 9, 19)]
#[pyfunction]
#[pyo3(signature = (
    text,
    *,
    signatures="recognized",
    sent_from=true,
    disclaimers=true,
    closings=false,
    forwarded="keep",
))]
#[allow(
    clippy::needless_pass_by_value,
    clippy::fn_params_excessive_bools,
    reason = "keyword arguments in Python"
)]
fn visible_text(
    py: Python<'_>,
    text: Text,
    signatures: &str,
    sent_from: bool,
    disclaimers: bool,
    closings: bool,
    forwarded: &str,
) -> PyResult<PyVisibleText> {
    let mut options = VisibleOptions::default();
    options.signatures = match signatures {
        "recognized" => Signatures::Recognized,
        "separated" => Signatures::Separated,
        "keep" => Signatures::Keep,
        _ => {
            let message = "signatures is \"recognized\", \"separated\" or \"keep\"";
            return Err(invalid_argument(py, message));
        }
    };
    options.forwarded = match forwarded {
        "keep" => Forwarded::Keep,
        "keep_body" => Forwarded::KeepBody,
        _ => {
            return Err(invalid_argument(
                py,
                "forwarded is \"keep\" or \"keep_body\"",
            ));
        }
    };
    options.sent_from = sent_from;
    options.disclaimers = disclaimers;
    options.closings = closings;
    let text = &text.0;
    let (visible, kept, cut) = detached(py, || {
        let visible = visible_with(text, options);
        let mut offsets = CodePoints::of(text);
        let kept = visible.kept().iter();
        let kept = kept.map(|span| offsets.range(span.range())).collect();
        let mut offsets = CodePoints::of(text);
        let cut = visible.cut().iter().map(|(kind, span)| {
            let (start, end) = offsets.range(span.range());
            (name(*kind), start, end)
        });
        Ok((visible.text(text), kept, cut.collect()))
    })?;
    Ok(PyVisibleText {
        text: PyString::new(py, &visible).unbind(),
        kept,
        cut,
    })
}

fn name(kind: CutKind) -> &'static str {
    match kind {
        CutKind::Quote => "quote",
        CutKind::QuoteHeader => "quote_header",
        CutKind::Signature => "signature",
        CutKind::SentFrom => "sent_from",
        CutKind::Disclaimer => "disclaimer",
        CutKind::Closing => "closing",
        CutKind::ForwardHeader => "forward_header",
        _ => "other",
    }
}
