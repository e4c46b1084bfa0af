//! Presidio's names, files and behaviour: the only place that knows them.
//!
//! The profile `presidio` (feature `presidio`) answers what `presidio-analyzer` 2.2.366 answers:
//! [`RecognizerClass`] says what one of its classes finds, [`recognizers`] holds them, one a file,
//! and [`analyzer`] runs them in its order with its duplicates, context and thresholds. Texts are
//! not folded here, and `\b` is Unicode's: a number that touches kana is no number, as there.
//!
//! [`anonymizer`] replaces what was found as `presidio-anonymizer` does (feature `encrypt` as well).
//!
//! With the feature `presidio-yaml`, [`read_registry`] takes the YAML of Presidio's recognizer
//! registry and answers recognizers; [`export_catalogue`] writes the built-in rules in the same
//! schema, for teams that still run Presidio beside this crate.

#[cfg(feature = "presidio")]
pub mod analyzer;
#[cfg(all(feature = "presidio", feature = "encrypt"))]
pub mod anonymizer;
#[cfg(feature = "presidio")]
pub mod phone;
#[cfg(feature = "presidio")]
pub(crate) mod recognizer;
#[cfg(feature = "presidio")]
pub mod recognizers;
#[cfg(feature = "presidio-yaml")]
mod registry;

#[cfg(feature = "presidio")]
pub use recognizer::{
    CompiledClass, CustomPattern, Finder, Found, Match, Pattern, RecognizerClass,
};
#[cfg(feature = "presidio-yaml")]
pub use registry::{PredefinedRecognizer, RecognizerRegistryFile, export_catalogue, read_registry};
#[cfg(all(feature = "presidio", feature = "presidio-yaml"))]
pub use registry::{read_recognizer, registry_recognizers};
