//! Bitcoin addresses: `Base58Check` (`1…`, `3…`) and Bech32 (`bc1…`).
//!
//! Code of its own: an address may begin in the middle of a longer run of letters and digits, and such
//! runs are rare.

use crate::check_digit::{Base58Alphabet, base58check_payload, bech32};
use crate::presidio::{Finder, Match, Pattern, RecognizerClass};
use crate::recognizer::Validity;

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "CryptoRecognizer",
    entity: "CRYPTO",
    language: "en",
    country: None,
    context: &["wallet", "btc", "bitcoin", "crypto"],
    reference: "BIP 13, BIP 173, BIP 350; Bitcoin Developer Reference, Addresses",
    finder: Finder::Own {
        flags: 26,
        find,
        patterns: &[Pattern::new(
            "Crypto (Medium)",
            r"(?:bc1|[13])[a-z0-9]{25,59}",
            0.5,
        )],
    },
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Fewest and most characters behind the prefix.
const SHORTEST: usize = 25;
const LONGEST: usize = 59;

fn find(text: &str) -> Vec<Match> {
    let mut matches = Vec::new();
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some((first, last)) = next_long_run(bytes, from) {
        from = last;
        let mut start = first;
        while start + SHORTEST < last {
            let rest = bytes.get(start..last).unwrap_or_default();
            let prefix = match rest {
                [b'1' | b'3', ..] => 1,
                [b'b' | b'B', b'c' | b'C', b'1', ..] => 3,
                _ => {
                    start += 1;
                    continue;
                }
            };
            if rest.len() < prefix + SHORTEST {
                start += 1;
                continue;
            }
            // What is turned down is passed over all the same.
            let end = start + rest.len().min(prefix + LONGEST);
            if validate(text.get(start..end).unwrap_or_default()) == Validity::Valid {
                matches.push(Match {
                    start,
                    end,
                    score: 1.0,
                    pattern: Some(0),
                    validity: Validity::Valid,
                });
            }
            start = end;
        }
    }
    matches
}

/// The next run of letters and digits that is long enough for an address, from `from` on. Looks at a
/// byte where such a run must have one, and at those before it only as far as they belong to it.
fn next_long_run(bytes: &[u8], mut from: usize) -> Option<(usize, usize)> {
    let is_inside = |byte: &u8| byte.is_ascii_alphanumeric();
    loop {
        let window = bytes.get(from..=from + SHORTEST)?;
        if let Some(outside) = window.iter().rposition(|byte| !is_inside(byte)) {
            from += outside + 1;
        } else {
            let rest = bytes.get(from..).unwrap_or_default();
            let length = rest.iter().take_while(|byte| is_inside(byte)).count();
            return Some((from, from + length));
        }
    }
}

/// Whether the checksum of an address holds.
fn validate(found: &str) -> Validity {
    let is_valid = if found.starts_with(['1', '3']) {
        base58check_payload(found, Base58Alphabet::Bitcoin).is_some()
    } else {
        found.starts_with("bc1") && bech32(found).is_some()
    };
    if is_valid {
        Validity::Valid
    } else {
        Validity::Invalid
    }
}
