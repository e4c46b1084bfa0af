//! Presidio's recognizer registry as YAML, read for either profile, and written.

mod export;
mod node;
#[cfg(feature = "presidio")]
mod profile;
mod read;
mod schema;

pub use export::export_catalogue;
#[cfg(feature = "presidio")]
pub use profile::{read_recognizer, registry_recognizers};
pub use read::{PredefinedRecognizer, RecognizerRegistryFile, read_registry};
