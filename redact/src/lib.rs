//! Finds personal data in text and mail, replaces it with reversible placeholders and puts it back.

#[cfg(feature = "dictionaries")]
pub mod address;
#[cfg(feature = "dictionaries")]
pub mod dictionary;
#[cfg(feature = "dictionaries")]
pub mod names;
pub mod recognizer;
pub mod text;

mod entity;
mod error;
mod result;

pub use entity::EntityType;
pub use error::{Error, ErrorKind, Result};
pub use result::{RecognizerResult, Score};
