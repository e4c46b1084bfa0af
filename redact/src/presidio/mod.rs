//! Presidio's files and names: the only place that knows them.
//!
//! [`read_registry`] takes the YAML of Presidio's recognizer registry and answers recognizers;
//! [`export_catalogue`] writes the built-in rules in the same schema, for teams that still run
//! Presidio beside this crate.

mod export;
mod node;
mod registry;

pub use export::export_catalogue;
pub use registry::{PredefinedRecognizer, RecognizerRegistryFile, read_registry};
