//! Mail as Python sees it: bytes in, decoded header and text out, and what its author wrote of it.

mod visible;

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyString};
use redact::mail::{self, Attachment, Mail, Mailbox, Warning};

use crate::errors::detached;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PyMail>()?;
    module.add_class::<PyMailbox>()?;
    module.add_class::<PyAttachment>()?;
    module.add_function(wrap_pyfunction!(parse_mail, module)?)?;
    visible::register(module)
}

/// Reads a mail (RFC 5322, MIME) as its reader would, whatever its charsets say.
///
/// Lenient: damaged mail is read as far as it goes, with :attr:`Mail.warnings`.
///
/// :raises InvalidFormatError: when the bytes do not begin with a header line, so that they are no mail.
///
/// >>> mail = redact.mail.parse(b"Subject: =?ISO-2022-JP?B?GyRCJDRDbUo4GyhC?=\r\n\r\nHello\r\n")
/// >>> mail.subject, mail.text
/// ('ご注文', 'Hello\r\n')
#[pyfunction(name = "parse")]
#[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
fn parse_mail(py: Python<'_>, data: PyBackedBytes) -> PyResult<PyMail> {
    detached(py, || mail::parse(&data)).map(PyMail)
}

/// A mail, read by :func:`parse`. Its ``repr`` shows counts.
#[pyclass(frozen, name = "Mail", module = "redact.mail")]
pub(crate) struct PyMail(pub(crate) Mail);

/// One mail address with the name that stands before it. Its ``repr`` shows neither.
#[pyclass(frozen, eq, name = "Mailbox", module = "redact.mail")]
#[derive(PartialEq)]
pub(crate) struct PyMailbox(Mailbox);

/// A part of a mail that a mail program shows as a file.
#[pyclass(frozen, name = "Attachment", module = "redact.mail")]
pub(crate) struct PyAttachment(Attachment);

#[pymethods]
impl PyMail {
    /// Every header line, decoded, in the order of the mail.
    #[getter]
    fn headers(&self) -> Vec<(String, String)> {
        let headers = self.0.headers().iter();
        headers
            .map(|header| (header.name().to_owned(), header.value().to_owned()))
            .collect()
    }

    /// The first header line of a name, whatever its case; ``None`` when there is none.
    ///
    /// >>> redact.mail.parse(b"X-Case: 12\r\n\r\n").header("x-case")
    /// '12'
    fn header(&self, name: &str) -> Option<&str> {
        self.0.header(name).map(mail::Header::value)
    }

    /// The author; the first one of ``From`` when there are several.
    #[getter]
    fn sender(&self) -> Option<PyMailbox> {
        self.0.from().map(PyMailbox)
    }

    /// Those whom the mail is addressed to.
    #[getter]
    fn to(&self) -> Vec<PyMailbox> {
        self.0.to().into_iter().map(PyMailbox).collect()
    }

    /// Those who get a copy.
    #[getter]
    fn cc(&self) -> Vec<PyMailbox> {
        self.0.cc().into_iter().map(PyMailbox).collect()
    }

    /// Where replies are to go, when the mail says so.
    #[getter]
    fn reply_to(&self) -> Vec<PyMailbox> {
        self.0.reply_to().into_iter().map(PyMailbox).collect()
    }

    /// The subject, decoded; empty when there is none.
    #[getter]
    fn subject(&self) -> &str {
        self.0.subject()
    }

    /// The date as the mail writes it.
    #[getter]
    fn date(&self) -> Option<&str> {
        self.0.date()
    }

    /// The id of this mail, without brackets.
    #[getter]
    fn message_id(&self) -> Option<&str> {
        self.0.message_id()
    }

    /// The ids of the mails that this one answers.
    #[getter]
    fn in_reply_to(&self) -> Vec<&str> {
        self.0.in_reply_to()
    }

    /// The ids of the thread so far, the oldest first.
    #[getter]
    fn references(&self) -> Vec<&str> {
        self.0.references()
    }

    /// Whether a program sent this mail by its own account.
    #[getter]
    fn is_auto_submitted(&self) -> bool {
        self.0.is_auto_submitted()
    }

    /// What the mail says: its plain text, or the visible text of its HTML.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        PyString::new(py, &self.0.text())
    }

    /// The texts that stand in the HTML but not before the reader's eyes.
    #[getter]
    fn hidden(&self) -> Vec<String> {
        self.0.hidden().map(|hidden| hidden.text.clone()).collect()
    }

    /// The same texts, each with the reason why it is not seen: ``"not_displayed"``, ``"no_size"``,
    /// ``"same_colour"``, ``"comment"``, ``"alternative_text"``, ``"tool_tip"``, ``"document_title"``,
    /// ``"form_field"``, ``"fallback"``, or ``"unclear"`` for a text that may be hidden and counts as visible
    /// too.
    #[getter]
    fn hidden_texts(&self) -> Vec<(&'static str, String)> {
        let hidden = self.0.hidden();
        hidden
            .map(|hidden| (hidden.kind.name(), hidden.text.clone()))
            .collect()
    }

    /// The parts that a mail program shows as files, attached mails included.
    #[getter]
    fn attachments(&self) -> Vec<PyAttachment> {
        let attachments = self.0.attachments().iter().cloned();
        attachments.map(PyAttachment).collect()
    }

    /// What was odd about the mail, each kind once: ``"charset_missing"``, ``"charset_wrong"``,
    /// ``"undecodable_text"``, ``"damaged_transfer_encoding"``, ``"unfinished_multipart"``,
    /// ``"too_many_parts"``, ``"hidden_text"``, ``"reply_to_differs"``, ``"styled_in_part"``.
    #[getter]
    fn warnings(&self) -> Vec<&'static str> {
        self.0.warnings().iter().map(|&one| warning(one)).collect()
    }

    /// The mail as one text to analyze: the header lines that a mail program shows, an empty line, the text
    /// with ``\n`` as line ends.
    ///
    /// >>> redact.mail.parse(b"From: a@example.jp\r\n\r\nHi\r\n").to_analysis_text()
    /// 'From: a@example.jp\n\nHi\n'
    fn to_analysis_text(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || Ok(self.0.to_analysis_text()))
    }

    fn __repr__(&self) -> String {
        format!(
            "Mail({} headers, {} attachments, warnings={:?})",
            self.0.headers().len(),
            self.0.attachments().len(),
            self.warnings()
        )
    }
}

#[pymethods]
impl PyMailbox {
    /// The display name, decoded; ``None`` when there is none.
    #[getter]
    fn name(&self) -> Option<&str> {
        self.0.name()
    }

    /// The address, such as ``taro@example.jp``; whatever stood in its place when it is none.
    #[getter]
    fn address(&self) -> &str {
        self.0.address()
    }

    fn __repr__(&self) -> &'static str {
        match self.0.name() {
            Some(_) => "Mailbox(name=..., address=...)",
            None => "Mailbox(address=...)",
        }
    }
}

#[pymethods]
impl PyAttachment {
    /// The file name, decoded; it may hold personal data.
    #[getter]
    fn name(&self) -> Option<&str> {
        self.0.name()
    }

    /// The MIME type in lower case, such as ``application/pdf``.
    #[getter]
    fn content_type(&self) -> &str {
        self.0.content_type()
    }

    /// Whether the part belongs into the text, such as a picture in HTML.
    #[getter]
    fn is_inline(&self) -> bool {
        self.0.is_inline()
    }

    /// The content without its transfer encoding. An attached mail can be parsed from it.
    #[getter]
    fn content<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.0.content())
    }

    /// The content of an attached text, decoded; ``None`` for anything else.
    #[getter]
    fn text(&self) -> Option<String> {
        self.0.text()
    }

    fn __len__(&self) -> usize {
        self.0.size()
    }

    fn __repr__(&self) -> String {
        format!(
            "Attachment(content_type={:?}, size={})",
            self.0.content_type(),
            self.0.size()
        )
    }
}

fn warning(warning: Warning) -> &'static str {
    match warning {
        Warning::CharsetMissing => "charset_missing",
        Warning::CharsetWrong => "charset_wrong",
        Warning::UndecodableText => "undecodable_text",
        Warning::DamagedTransferEncoding => "damaged_transfer_encoding",
        Warning::UnfinishedMultipart => "unfinished_multipart",
        Warning::TooManyParts => "too_many_parts",
        Warning::HiddenText => "hidden_text",
        Warning::ReplyToDiffers => "reply_to_differs",
        Warning::StyledInPart => "styled_in_part",
        _ => "other",
    }
}
