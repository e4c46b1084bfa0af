//! What does a labelled mail look like on the wire?
//!
//! A small, deterministic writer rather than a mail library: libraries write UTF-8 alone, while
//! Japanese mail comes in ISO-2022-JP, `Shift_JIS` and EUC-JP too, and a committed file must not change
//! with a library's version. What it writes is checked against an independent reader in the tests.

mod body;
mod charset;
mod header;
mod recipe;
mod transfer;

pub use recipe::{Attachment, Charset, Form, Naming, Recipe, Transfer};

use crate::Mail;

/// Why a mail cannot be written as its recipe says.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmlError {
    /// A character that the charset lacks, or that would come back as another one.
    #[error("{charset} cannot hold U+{code_point:04X} of this mail; choose utf-8 in mails.tsv")]
    Unmappable {
        /// The charset's name.
        charset: &'static str,
        /// The first such character.
        code_point: u32,
    },
    /// A text that HTML would show otherwise than it stands.
    #[error("HTML would lose the blanks of line {line}; choose the form plain in mails.tsv")]
    Blanks {
        /// Which line of the body, from 1.
        line: usize,
    },
}

/// Writes a mail as a message (RFC 5322, MIME), with CRLF line ends.
///
/// # Errors
///
/// When charset or form of the recipe cannot hold the text.
pub fn write(mail: &Mail) -> Result<Vec<u8>, EmlError> {
    let text = mail.labelled.text.as_str();
    let (headers, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let mut message = header::write(&mail.id, headers, &mail.recipe)?;
    message.extend(body::write(&mail.id, body, &mail.recipe)?);
    Ok(message)
}
