//! What can go wrong, by kind. No message carries text of a document.

use std::fmt;

/// What went wrong and what to do about it.
///
/// Opaque on purpose: a caller branches on [`Error::kind`], a person reads the message. Errors
/// arise when something is configured, parsed or decrypted; analysing a text with built-in rules
/// does not fail.
pub struct Error {
    kind: ErrorKind,
    message: Box<str>,
}

/// The kinds of [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An argument or a configuration that cannot be served as it stands.
    InvalidArgument,
    /// A request names a kind of personal data that no recognizer of the engine finds.
    UnknownEntity,
    /// A pattern that does not compile.
    InvalidPattern,
    /// A document or file of a format (YAML, JSON, MIME, dictionary) that cannot be read.
    InvalidFormat,
    /// A custom pattern hit its backtracking bound; the text must be treated as not analysed.
    PatternLimit,
    /// A wrong key, or a cipher text that was changed.
    Decryption,
    /// A placeholder map that is expired, forgotten or of another document.
    MapUnusable,
    /// A custom operator or recognizer reported a failure.
    Custom,
}

/// The result type of this crate.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of a kind, with a message that says what to do and holds no document text.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into().into_boxed_str(),
        }
    }

    /// The kind, to branch on.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}: {}", self.kind, self.message)
    }
}

impl std::error::Error for Error {}
