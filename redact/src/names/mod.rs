//! Names of persons.

pub mod format;
pub mod romaji;
