//! What a recognizer class of Presidio's is, and how its patterns run. Knows no single class.

mod class;
mod decimal;
mod duplicates;
mod marks;
mod pattern;
mod word;

pub(crate) use decimal::{decimal, decimals};
pub use class::{CompiledClass, Finder, RecognizerClass};
pub(crate) use duplicates::remove_duplicates;
pub(crate) use pattern::{CompiledPattern, is_unusual};
pub(crate) use marks::places_of;
pub use pattern::{Found, Match, Pattern};
pub(crate) use word::is_word;
