//! Reversible placeholders: which value stands behind `[EMAIL_1]`, and how it finds its way back
//! after a language model rewrote the text around it, and the placeholder too.
//!
//! # The form
//!
//! `[LABEL_N]`: the label says the kind, `N` counts from 1 under a label. Angle brackets would be
//! eaten by HTML, bare words would collide with prose.
//!
//! One entity may be spelled in several ways (`taro@Example.jp` and `taro@example.jp`; 山田 太郎 and
//! 山田太郎). They share the number, so that a model sees one person, and each spelling but the
//! first has a letter: `[PERSON_1]`, `[PERSON_1b]`. So every occurrence gets its own spelling back,
//! in any order, in any part of the text and in a stream; a model that drops the letter gets the
//! first spelling of the same person. The alternatives are worse: numbers of their own would
//! hide that two spellings are one person, and counting occurrences fails as soon as the model
//! leaves one out.
//!
//! # Exactness
//!
//! `restore(redact(x)) == x` for every text `x`, one that holds placeholders included. What the
//! sender typed that looks like a placeholder, in whatever shape the restorer would accept, is
//! *foreign*: its number is never given out, so that it names nothing and stays as it is. Where a
//! later text of the same case names a number that is already in use, that piece of text gets a
//! placeholder of its own (`[LITERAL_1]`) and comes back as it was typed.
//!
//! # Tolerance
//!
//! [`Restorer`] takes what models do to placeholders ([`Edits`] lists it), and nothing that must be
//! guessed: no edit distance. What may be a placeholder but is not surely one (cut off at the end of a
//! text, a list in one bracket, a label before the placeholder) is left. [`RestoreReport`] says what was
//! restored, what was not, and what else should not stand in a finished text ([`Leftover`]).

mod canonical;
mod digest;
mod foreign;
mod grammar;
mod json;
mod label;
mod leftover;
mod map;
mod policy;
mod report;
mod restorer;
#[cfg(feature = "encrypt")]
mod sealed;
mod slot;
mod start;
mod stored;
mod stream;
mod token;
mod unit;

pub use digest::DocumentDigest;
pub(crate) use digest::hexadecimal;
pub(crate) use foreign::ForeignKeys;
#[cfg(feature = "prompt")]
pub(crate) use foreign::shapes_in;
pub use leftover::{Leftover, LeftoverKind};
pub use map::PlaceholderMap;
pub(crate) use map::Token;
pub use policy::RestorePolicy;
pub use report::{Edits, Outcome, RestoreReport, Tolerated};
pub use restorer::{Restored, Restorer};
#[cfg(feature = "encrypt")]
pub use sealed::{DataKey, KeyProvider, LocalKeyProvider, SealedMap};
pub use stream::{PausedStream, StreamRestorer};
pub use token::Placeholder;

/// The characters that [`prompt`](crate::prompt) marks content with, in the order of preference; rare in any
/// text, one token each in the usual tokenizers.
pub(crate) const MARKS: [char; 8] = ['ˆ', '¦', '‸', '⁁', '¬', '‖', '⌇', '⸽'];

/// How the tags of a prompt's fence begin.
pub(crate) const FENCE_NAME: &str = "mail";
