//! What does this mail say? Bytes in, decoded header and text out.
//!
//! Japanese mail is written in many charsets and often says the wrong one; [`parse`] reads it as its
//! reader would. Nothing here does I/O, recurses by the depth of its input or takes more than linear
//! time, and no bytes make it panic. The trade-off: the mail is held in memory, decoded.
//!
//! ```
//! let mail = redact::mail::parse(
//!     b"Subject: =?ISO-2022-JP?B?GyRCJDRDbUo4GyhC?=\r\n\
//!       Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n\x1b$B$3$s$K$A$O\x1b(B\r\n",
//! )?;
//! assert_eq!(mail.subject(), "ご注文");
//! assert_eq!(mail.text(), "こんにちは\r\n");
//! # Ok::<(), redact::Error>(())
//! ```

mod analysis;
mod attachment;
pub mod charset;
mod embedded;
mod flowed;
mod header;
pub mod html;
mod message;
mod structure;
mod transfer;
pub mod visible;

pub use attachment::Attachment;
pub use header::{Header, Mailbox};
pub use message::{Mail, Warning, parse};
