//! Labelled Japanese mail and the figures by which detections are judged.
//!
//! A mail is one text file with inline labels (`mails/NNN.txt`, see `GUIDE.md`); that file alone is
//! the truth. Its `.eml` twin is generated from it, in the charset and form that `mails.tsv` names,
//! so that labels and message cannot drift apart.
//!
//! ```
//! let mail = corpus::label::parse("名前は<PERSON>山田</PERSON>です")?;
//! assert_eq!(mail.text, "名前は山田です");
//! assert_eq!((mail.entities[0].start, mail.entities[0].end), (3, 5));
//! # Ok::<(), corpus::label::LabelError>(())
//! ```

pub mod check_digit;
pub mod eml;
pub mod jsonl;
pub mod label;
pub mod mail;
pub mod score;
pub mod validate;

pub use label::{Entity, Labelled};
pub use mail::{Mail, Split};
