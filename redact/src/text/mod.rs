//! The ground everything stands on: typed spans, folded text that knows its way back, units of
//! offsets, and classes of characters.
//!
//! Rules are written for one spelling (ASCII digits, `-`, a plain space, full-width kana); mail is
//! written in many. [`NormalizedText`] folds the many into the one and keeps an alignment, so that
//! every find leads back to the exact bytes of the [`Original`]. Only this module converts offsets.

pub(crate) mod block;
mod fold;
mod normalized;
pub mod script;
mod span;
pub mod units;

pub use normalized::NormalizedText;
pub use span::{Normalized, Original, Span};
