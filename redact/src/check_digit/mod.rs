//! Check digits and checksums, one algorithm a file, named for the algorithm.
//!
//! A check digit is the cheapest proof that a number is what it looks like. The functions here are
//! pure, know no rule and nothing else of this crate; which number carries which check is the
//! business of the rules.

mod base58check;
mod bech32;
mod eip55;
mod luhn;
mod mod97;

pub use base58check::{Base58Alphabet, base58_decode, base58check_payload};
pub use bech32::{Bech32Variant, bech32};
pub use eip55::eip55;
pub use luhn::luhn;
pub use mod97::mod97_10;
