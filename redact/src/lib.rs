//! Finds personal data in text and mail, replaces it with reversible placeholders and puts it back.

#![cfg_attr(
    test,
    allow(
        clippy::string_slice,
        reason = "tests slice where they know the boundaries"
    )
)]

pub mod analyzer;
#[cfg(feature = "presidio-yaml")]
pub mod presidio;
pub mod recognizer;
pub mod recognizers;
pub mod text;

mod conflict;
mod context;
mod credential;
mod entity;
mod error;
mod result;
mod scan;
mod telephone;

pub use analyzer::{AnalyzerEngine, AnalyzerEngineBuilder, AnalyzerRequest};
pub use entity::EntityType;
pub use error::{Error, ErrorKind, Result};
pub use result::{RecognizerResult, Score};
