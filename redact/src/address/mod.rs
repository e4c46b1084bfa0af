//! Japanese postal addresses: where does one begin, where does it end, and is it one?
//!
//! A grammar over the postal dictionary (prefectures, municipalities, towns, postal codes), not a
//! model: [`AddressRecognizer`] looks only where the name of an area may begin or where a house
//! number follows a name, and reads from there prefecture, municipality, town, numbers, building and
//! room as one span. The trade-off: a building or a 小字 that no list holds is taken by its shape.
//!
//! ```
//! use redact::address::AddressRecognizer;
//! use redact::recognizer::{EntityRecognizer, Findings, OperatingPoint};
//! use redact::text::NormalizedText;
//!
//! let recognizer = AddressRecognizer::new(OperatingPoint::Recall)?;
//! let text = NormalizedText::new("送付先は東京都港区芝公園四丁目２番８号 みどりビル3Fです。");
//! let mut findings = Findings::new(false);
//! recognizer.analyze(&text, &mut findings)?;
//! let address = text.to_original(findings.finds()[0].span);
//! assert_eq!(
//!     text.original().get(address.range()),
//!     Some("東京都港区芝公園四丁目２番８号 みどりビル3F")
//! );
//! # Ok::<(), redact::Error>(())
//! ```

mod area;
mod block;
mod building;
mod gazetteer;
mod grammar;
mod reader;
mod romanised;
mod scan;
mod spelling;
mod town;

#[cfg(test)]
mod tests;

pub use gazetteer::{AreaKind, START_BITS, start_bit};
pub use scan::AddressRecognizer;
pub use spelling::{canonical_char, canonical_name};
