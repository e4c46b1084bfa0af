//! British National Insurance numbers: two letters, six digits, A to D.

use crate::presidio::{Finder, Found, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UkNinoRecognizer",
    entity: "UK_NINO",
    language: "en",
    country: Some("uk"),
    context: &["national insurance", "ni number", "nino"],
    reference: "HMRC, National Insurance Manual NIM39110; Social Security Administration Act 1992 s. 182C",
    finder: Finder::Patterns(&[Pattern::new(
        "NINO (medium)",
        r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b",
        0.5,
    )
    .at(&[
        Anchor::Word {
            run: Run::Mixed,
            length: (9, 9),
            then: Then::ANY,
        },
        Anchor::Word {
            run: Run::Letters,
            length: (2, 2),
            then: Then::SPACE,
        },
        Anchor::Word {
            run: Run::Mixed,
            length: (4, 4),
            then: Then::SPACE,
        },
        Anchor::Word {
            run: Run::Mixed,
            length: (6, 6),
            then: Then::SPACE,
        },
        Anchor::Word {
            run: Run::Mixed,
            length: (8, 8),
            then: Then::SPACE,
        },
    ])
    .when(is_allocated)]),
    validate: None,
    invalidate: None,
    year: None,
};

/// Seven pairs of letters are never given out.
fn is_allocated(found: &Found<'_>) -> bool {
    let prefix: String = found
        .as_str()
        .chars()
        .take(2)
        .flat_map(char::to_uppercase)
        .collect();
    !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&prefix.as_str())
}
