//! Finds personal data in text and mail, replaces it with reversible placeholders and puts it back.
//!
//! [`AnalyzerEngine`] finds, [`AnonymizerEngine`] replaces, [`Restorer`] puts back what a
//! [`PlaceholderMap`] holds. Engines are built once and shared between threads. Nothing here does I/O or
//! reads a clock or the environment, and time is linear in the length of the text.
//!
//! ```
//! use redact::{AnalyzerEngine, AnonymizerEngine, PlaceholderMap, Restorer};
//!
//! let engine = AnalyzerEngine::builder().build()?;
//! let text = "メールは taro@example.jp です";
//! let finds = engine.analyze(text)?;
//! assert_eq!(finds.len(), 1);
//!
//! let mut map = PlaceholderMap::new();
//! let redacted = AnonymizerEngine::default().anonymize(text, &finds, &mut map)?;
//! assert_eq!(redacted.as_str(), "メールは [EMAIL_1] です");
//!
//! let answer = Restorer::new(&map).restore("[Email 1] へお送りします");
//! assert_eq!(answer.text(), "taro@example.jp へお送りします");
//! # Ok::<(), redact::Error>(())
//! ```

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
#[cfg(any(feature = "presidio", feature = "presidio-yaml"))]
pub mod presidio;
#[cfg(feature = "prompt")]
pub mod prompt;
pub mod recognizer;
pub mod recognizers;
pub mod text;

mod calendar;
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
