//! What a recognizer is: the seam through which rules, names, addresses and a caller's own finder
//! answer, and the constant from which a pattern rule is made. This module knows no single rule.
//!
//! A rule is a [`RecognizerSpec`], a constant with its patterns, its check, its context words and
//! its examples. Whatever is no pattern (a dictionary, a grammar, a neural model of the caller's)
//! implements [`EntityRecognizer`].

mod boundary;
mod candidate;
mod compiled;
mod custom_pattern;
mod deny_list;
mod entity_recognizer;
mod operating_point;
mod pattern_engine;
mod spec;

pub use boundary::Boundary;
pub use candidate::{Candidate, Validity};
#[cfg(feature = "presidio-yaml")]
pub(crate) use compiled::with_ascii_classes;
pub(crate) use compiled::{CompiledPattern, Trail};
pub use custom_pattern::{PatternRecognizer, PatternRecognizerBuilder};
pub use deny_list::DenyList;
pub use entity_recognizer::{EntityRecognizer, Find, Findings, Rejected, Rejection};
pub use operating_point::OperatingPoint;
pub(crate) use pattern_engine::PatternEngine;
pub use pattern_engine::PatternFlags;
pub use spec::{
    Activation, Anchor, CounterExample, Example, KnownGap, Pattern, RecognizerSpec, Run, Then,
};
