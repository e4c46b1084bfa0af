//! German vehicle registrations: district, letters, digits, and E or H for electric and historic ones.

use crate::presidio::{Finder, Found, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "DeKfzRecognizer",
    entity: "DE_KFZ",
    language: "de",
    country: Some("de"),
    context: &[
        "kennzeichen",
        "kfz-kennzeichen",
        "kraftfahrzeugkennzeichen",
        "nummernschild",
        "fahrzeugkennzeichen",
        "zulassung",
        "kfz",
        "fahrzeug",
        "auto",
        "pkw",
        "lkw",
        "fahrzeugschein",
        "fahrzeugbrief",
        "zulassungsbescheinigung",
        "amtliches kennzeichen",
    ],
    reference: "Fahrzeug-Zulassungsverordnung § 9, Anlagen 1 and 2",
    finder: Finder::Patterns(&[
        Pattern::new(
            "KFZ-Kennzeichen (mit Leerzeichen)",
            r"\b[A-ZÄÖÜ]{1,3}\s[A-Z]{1,2}\s\d{1,4}[EH]?\b",
            0.3,
        )
        .when(is_no_continuation),
        Pattern::new(
            "KFZ-Kennzeichen (mit Bindestrich)",
            r"\b[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}-\d{1,4}[EH]?\b",
            0.3,
        )
        .when(is_no_continuation),
        Pattern::new(
            "KFZ-Kennzeichen (Bindestrich + Leerzeichen)",
            r"\b[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}\s\d{1,4}[EH]?\b",
            0.3,
        )
        .when(is_no_continuation),
        Pattern::new(
            "KFZ-Kennzeichen (ASCII only, mit Leerzeichen)",
            r"\b[A-Z]{1,3}\s[A-Z]{1,2}\s\d{1,4}[EH]?\b",
            0.2,
        )
        .at(&[Anchor::Word {
            run: Run::Letters,
            length: (1, 3),
            then: Then::SPACE.or(Then::OTHER).or(Then::TEXT),
        }])
        .when(is_no_continuation),
        Pattern::new(
            "KFZ-Kennzeichen (ASCII only, Bindestrich + Leerzeichen)",
            r"\b[A-Z]{1,3}-[A-Z]{1,2}\s\d{1,4}[EH]?\b",
            0.2,
        )
        .at(&[Anchor::Word {
            run: Run::Letters,
            length: (1, 3),
            then: Then::HYPHEN,
        }])
        .when(is_no_continuation),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};

/// Behind a hyphen goes on what began before it.
fn is_no_continuation(found: &Found<'_>) -> bool {
    found.before().next() != Some('-')
}
