//! Finds personal data in text and mail, replaces it with reversible placeholders and puts it back.

#![cfg_attr(
    test,
    allow(
        clippy::string_slice,
        reason = "tests slice where they know the boundaries"
    )
)]

#[cfg(feature = "dictionaries")]
pub mod address;
pub mod analyzer;
pub mod anonymizer;
pub mod check_digit;
#[cfg(feature = "dictionaries")]
pub mod dictionary;
#[cfg(feature = "encrypt")]
pub mod encryption;
#[cfg(feature = "mail")]
pub mod mail;
#[cfg(feature = "dictionaries")]
pub mod names;
pub mod placeholder;
#[cfg(feature = "presidio-yaml")]
pub mod presidio;
#[cfg(feature = "prompt")]
pub mod prompt;
pub mod recognizer;
pub mod recognizers;
pub mod text;

mod conflict;
mod context;
mod credential;
mod deanonymizer;
mod entity;
mod error;
mod random;
mod result;
mod scan;
mod telephone;

pub use analyzer::{AnalyzerEngine, AnalyzerEngineBuilder, AnalyzerRequest};
pub use anonymizer::{AnonymizerEngine, RedactedText};
pub use deanonymizer::{DeanonymizeEngine, DeanonymizeOperator, Deanonymized};
pub use entity::EntityType;
pub use error::{Error, ErrorKind, Result};
pub use placeholder::{PlaceholderMap, Restorer};
#[cfg(feature = "os-random")]
pub use random::OsRandom;
pub use random::RandomSource;
pub use result::{RecognizerResult, Score};

/// The examples of both READMEs are tests.
#[cfg(doctest)]
mod readme {
    #[doc = include_str!("../../README.md")]
    mod english {}

    #[doc = include_str!("../../README.ja.md")]
    mod japanese {}
}
