//! What can go wrong, told apart as Presidio's exceptions are.

use std::fmt;

/// The result type of this module.
pub type Result<T> = std::result::Result<T, AnonymizerError>;

/// The kinds of [`AnonymizerError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AnonymizerErrorKind {
    /// `InvalidParamError` there: a finding or an operator's parameter is not what it must be. The
    /// REST service answers 422.
    InvalidParam,
    /// What the REST service does not take: an operator `custom`. It answers 400.
    BadRequest,
    /// Any other exception there: JSON of another shape, a cipher text that cannot be decrypted, a kind
    /// without an operator, no random bytes. The REST service answers 500.
    Failed,
}

/// What went wrong. The message holds offsets, names and parameters, and no text of a document.
#[derive(Clone, PartialEq, Eq)]
pub struct AnonymizerError {
    kind: AnonymizerErrorKind,
    message: Box<str>,
}

impl AnonymizerError {
    /// A finding or a parameter that is not what it must be.
    pub fn invalid_param(message: impl Into<String>) -> Self {
        Self::new(AnonymizerErrorKind::InvalidParam, message)
    }

    /// Anything else.
    pub fn failed(message: impl Into<String>) -> Self {
        Self::new(AnonymizerErrorKind::Failed, message)
    }

    pub(super) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(AnonymizerErrorKind::BadRequest, message)
    }

    fn new(kind: AnonymizerErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into().into_boxed_str(),
        }
    }

    /// The kind, to branch on.
    pub fn kind(&self) -> AnonymizerErrorKind {
        self.kind
    }
}

impl fmt::Display for AnonymizerError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl fmt::Debug for AnonymizerError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}: {}", self.kind, self.message)
    }
}

impl std::error::Error for AnonymizerError {}

impl From<crate::Error> for AnonymizerError {
    fn from(error: crate::Error) -> Self {
        Self::failed(error.to_string())
    }
}
