//! What a recognizer class of Presidio's is, and how its patterns run. Knows no single class.

mod class;
mod custom;
mod decimal;
mod duplicates;
mod marks;
mod pattern;
mod python_syntax;
mod unusual;
mod word;

pub use class::{CompiledClass, Finder, RecognizerClass};
pub use custom::CustomPattern;
pub(crate) use decimal::{decimal, decimals, digits_in};
pub(crate) use duplicates::{Cover, remove_duplicates};
pub(crate) use marks::places_of;
pub(crate) use pattern::CompiledPattern;
pub use pattern::{Found, Match, Pattern};
pub(crate) use unusual::unusual_places;
pub(crate) use word::is_word;
