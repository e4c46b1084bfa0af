//! Presidio's recognizer registry as YAML, read and written.

mod export;
mod node;
mod read;

pub use export::export_catalogue;
pub use read::{PredefinedRecognizer, RecognizerRegistryFile, read_registry};
