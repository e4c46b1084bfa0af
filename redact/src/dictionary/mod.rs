//! Binary dictionaries: how thousands of names and places are shipped, checked and looked up.
//!
//! A [`Dictionary`] is a file of named sections behind a magic number, a format version and a
//! checksum; a [`Lexicon`] is a section in it that maps strings to values and is walked one
//! character at a time, which makes "every entry that begins here" one walk. Files are written by
//! [`DictionaryBuilder`] and [`LexiconBuilder`] and come into the program by `include_bytes!`.
//!
//! The trade-off: a lexicon takes eight bytes a node in memory, where a succinct tree would take two,
//! and is stepped through by bisection among siblings. On disk its fields lie in planes, which a
//! package's compression shrinks well; getting ready is one pass that weaves them together, about
//! two milliseconds for half a million nodes, and no construction.

mod builder;
mod container;
mod lexicon;

pub use builder::{DictionaryBuilder, LexiconBuilder};
pub use container::Dictionary;
pub use lexicon::{Lexicon, State};
