//! Finds personal data in text and mail, replaces it with reversible placeholders and puts it back.

pub mod anonymizer;
pub mod placeholder;
pub mod recognizer;
pub mod text;

mod deanonymizer;
#[cfg(feature = "encrypt")]
pub mod encryption;
mod entity;
mod error;
mod random;
mod result;

pub use anonymizer::{AnonymizerEngine, RedactedText};
pub use deanonymizer::{DeanonymizeEngine, DeanonymizeOperator, Deanonymized};
pub use entity::EntityType;
pub use error::{Error, ErrorKind, Result};
pub use placeholder::{PlaceholderMap, Restorer};
#[cfg(feature = "os-random")]
pub use random::OsRandom;
pub use random::RandomSource;
pub use result::{RecognizerResult, Score};
