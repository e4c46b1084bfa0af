//! What a recognizer class of Presidio's is, and how its patterns run. Knows no single class.

mod calendar;
mod class;
mod custom;
mod decimal;
mod duplicates;
mod pattern;
mod python_syntax;

pub(crate) use calendar::is_date;
pub use class::{CompiledClass, Finder, RecognizerClass};
pub use custom::{CustomPattern, CustomPatterns, deny_list_pattern};
pub(crate) use decimal::{decimal, decimals};
pub(crate) use duplicates::{Cover, remove_duplicates};
pub(crate) use pattern::{CompiledPattern, is_unusual};
pub use pattern::{Found, Match, Pattern};
