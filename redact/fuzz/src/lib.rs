//! What must hold for every input: one harness a fuzz target, as a plain function that panics.
//!
//! The fuzzer calls them with inputs of its own; the ordinary tests of `redact` include this file
//! and call them with the seeds and with every input that once failed (`regressions/`).

pub mod analyze;
pub mod anonymize_restore;
pub mod dictionary;
pub mod mail;
pub mod normalise;
pub mod placeholder;
pub mod presidio;
pub mod prompt;
pub mod yaml;

use std::borrow::Cow;

/// A harness.
pub type Harness = fn(&[u8]);

/// Every harness by the name of its target.
pub const HARNESSES: [(&str, Harness); 9] = [
    ("normalise", normalise::check),
    ("analyze", analyze::check),
    ("anonymize_restore", anonymize_restore::check),
    ("yaml", yaml::check),
    ("placeholder", placeholder::check),
    ("mail", mail::check),
    ("dictionary", dictionary::check),
    ("presidio", presidio::check),
    ("prompt", prompt::check),
];

/// Any bytes as a text; most of what the fuzzer makes of UTF-8 is UTF-8 no more.
fn text(data: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(data)
}
