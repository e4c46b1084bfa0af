//! Names of persons in Japanese text and mail, without a model download.
//!
//! Three layers, each of which can be asked for its reason. A stretch of kanji that may hold a name is
//! cut into dictionary words by cost, so that 山口 in 山口県 is no person; what stands around (様, 氏名：,
//! と申します, a mail address) makes names cheaper or carries them alone, in kana and Latin letters too;
//! and a name that is sure in one place is looked for in the whole document.
//!
//! The trade-off: two operating points. `Recall`, the default, hides what may be a name; `Balanced`
//! answers what probably is one.

mod evidence;
mod field;
pub mod format;
mod kanji;
mod mention;
mod model;
mod page;
mod person;
pub mod romaji;
mod segment;
mod spelled;

pub use mention::Layer;
pub use person::PersonRecognizer;
