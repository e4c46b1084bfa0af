//! What a recognizer class of Presidio's is, and how its patterns run. Knows no single class.

mod calendar;
mod class;
mod decimal;
mod duplicates;
mod pattern;

pub(crate) use calendar::is_date;
pub use class::{CompiledClass, Finder, RecognizerClass};
pub(crate) use decimal::{decimal, decimals};
pub(crate) use duplicates::remove_duplicates;
pub(crate) use pattern::{CompiledPattern, is_unusual};
pub use pattern::{Found, Match, Pattern};
