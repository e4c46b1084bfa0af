//! Numbers of the insured on the cards of health insurers: a prefix of letters, then letters and digits.

use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Found, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UsHealthInsuranceMemberIdRecognizer",
    entity: "US_HEALTH_INSURANCE_MEMBER_ID",
    language: "en",
    country: Some("us"),
    context: &["member", "subscriber", "insurance", "policy"],
    reference: "WEDI Health Identification Card Implementation Guide",
    finder: Finder::Patterns(&[Pattern::new(
        "Health insurance member ID (weak)",
        r"\b[a-z]{1,5}-?[a-z0-9]{5,14}\b",
        0.1,
    )
    .when(has_digit)
    .at(&[
        Anchor::Word {
            run: Run::Mixed,
            length: (6, 19),
            then: Then::ANY,
        },
        Anchor::Word {
            run: Run::Letters,
            length: (6, 19),
            then: Then::HYPHEN,
        },
        Anchor::Word {
            run: Run::Letters,
            length: (1, 5),
            then: Then::HYPHEN,
        },
        Anchor::Word {
            run: Run::Mixed,
            length: (1, 5),
            then: Then::HYPHEN,
        },
    ])]),
    validate: None,
    invalidate: None,
    year: None,
};

/// How many characters behind a match may have the digit that it lacks. A bound, so that no text makes
/// this slow.
const FARTHEST: usize = 256;

/// Whether a digit stands in the match or in what goes on behind it.
///
/// Presidio: so it finds a word that has no digit, if a hyphen and later a digit follow.
fn has_digit(found: &Found<'_>) -> bool {
    let goes_on = |character: char| character.is_ascii_alphanumeric() || character == '-';
    let mut behind = found.after().take(FARTHEST);
    found
        .as_str()
        .contains(|character: char| character.is_ascii_digit())
        || behind
            .find(|&character| !goes_on(character) || decimal(character).is_some())
            .is_some_and(|character| decimal(character).is_some())
}
