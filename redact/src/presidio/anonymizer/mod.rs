//! What Presidio's anonymizer does with a text and its findings (presidio-anonymizer 2.2.366).
//!
//! Findings of one kind that overlap become one, a finding inside another is dropped, and each that
//! is left is replaced by its kind's operator, from the last to the first; items come in that order,
//! with offsets in the text that comes out. Operators are named and their parameters loose, as they
//! come in JSON; they are checked when they are first needed, as there, so that a wrong operator for
//! a kind that does not occur is no error.
//!
//! For a redactor of one's own, [`crate::AnonymizerEngine`] is the better choice: its operators are
//! typed, and it can put back what it took away.
//!
//! ```
//! use redact::presidio::anonymizer::{AnonymizeOptions, OperatorConfig, Operators, PiiEntity, anonymize};
//!
//! let text = "My name is Jane Doe";
//! let found = [PiiEntity { entity_type: "NAME", start: 11, end: 19, score: 0.8 }];
//! let operators = Operators::new().with("NAME", OperatorConfig::new("mask")
//!     .with("masking_char", "*").with("chars_to_mask", 4).with("from_end", true));
//! let mut no_randomness = |_: &mut [u8]| -> redact::Result<()> { unreachable!("a mask draws none") };
//! let result = anonymize(text, &found, &operators, AnonymizeOptions::default(), &mut no_randomness)?;
//! assert_eq!(result.text, "My name is Jane****");
//! # Ok::<(), redact::presidio::anonymizer::AnonymizerError>(())
//! ```

mod aes;
mod conflict;
mod engine;
mod entity;
mod error;
mod intersections;
mod json;
mod operator;
mod parameter;
mod positions;
mod request;

pub use aes::AesCipher;
pub use conflict::{ConflictResolutionStrategy, Region, resolve};
pub use engine::{AnonymizeOptions, anonymize, deanonymize};
pub use entity::{EngineResult, OperatorResult, PiiEntity};
pub use error::{AnonymizerError, AnonymizerErrorKind, Result};
pub use json::{analyzer_results_from_json, anonymizer_results_from_json, operators_from_json};
pub use operator::{ANONYMIZERS, DEANONYMIZERS, OperatorConfig, Operators};
pub use parameter::{Function, Parameter};
pub use request::{anonymize_request, deanonymize_request};
