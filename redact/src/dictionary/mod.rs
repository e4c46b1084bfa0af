//! Binary dictionaries: how thousands of names and places are shipped, checked and looked up.
//!
//! A [`Dictionary`] is a file of named sections behind a magic number, a format version and a
//! checksum; a [`Lexicon`] is a section in it that maps strings to values and is walked one
//! character at a time, which makes "every entry that begins here" one walk. Files are written by
//! [`DictionaryBuilder`] and [`LexiconBuilder`] and come into the program by `include_bytes!`.
//!
//! The trade-off: a lexicon is a double array. It takes eight bytes a state in memory, where a
//! succinct trie would take two, and answers a step with one look into memory, where that would
//! take several. On disk its fields lie in planes, which a package's compression shrinks well;
//! getting ready is one pass that weaves them together, about two milliseconds for half a million
//! states, and no construction.

mod builder;
mod container;
mod lexicon;

pub use builder::{DictionaryBuilder, LexiconBuilder};
pub use container::Dictionary;
pub use lexicon::{Lexicon, State};
