//! Hardware addresses of network interfaces, in the three usual notations.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "MacAddressRecognizer",
    entity: "MAC_ADDRESS",
    language: "en",
    country: None,
    context: &[
        "mac",
        "mac address",
        "hardware address",
        "physical address",
        "ethernet",
    ],
    reference: "IEEE 802-2014 §8.1 (EUI-48)",
    finder: Finder::Patterns(&[
        Pattern::new(
            "MAC_COLON_OR_HYPHEN",
            r"\b[0-9a-f]{2}(?:(?::[0-9a-f]{2}){5}|(?:-[0-9a-f]{2}){5})\b",
            0.6,
        )
        .at(&[
            Anchor::Number {
                digits: (2, 2),
                then: Then::COLON.or(Then::HYPHEN),
            },
            Anchor::Word {
                run: Run::Letters,
                length: (2, 2),
                then: Then::COLON.or(Then::HYPHEN),
            },
            Anchor::Word {
                run: Run::Mixed,
                length: (2, 2),
                then: Then::COLON.or(Then::HYPHEN),
            },
        ]),
        Pattern::new(
            "MAC_CISCO_DOT",
            r"\b[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}\b",
            0.6,
        )
        .at(&[
            Anchor::Number {
                digits: (4, 4),
                then: Then::DOT,
            },
            Anchor::Word {
                run: Run::Letters,
                length: (4, 4),
                then: Then::DOT,
            },
            Anchor::Word {
                run: Run::Mixed,
                length: (4, 4),
                then: Then::DOT,
            },
        ]),
    ]),
    validate: None,
    invalidate: Some(is_of_no_interface),
    year: None,
};

/// Whether an address is not of twelve hexadecimal digits, or is all zeros or the broadcast address.
fn is_of_no_interface(found: &str) -> bool {
    let digits: String = found
        .chars()
        .filter(|character| !matches!(character, ':' | '-' | '.'))
        .collect();
    let is_repeated = |digit: char| {
        digits
            .chars()
            .all(|other| other.eq_ignore_ascii_case(&digit))
    };
    digits.len() != 12
        || !digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        || is_repeated('0')
        || is_repeated('f')
}
