//! Nigerian vehicle registrations: three letters for the local government, three digits, two letters.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "NgVehicleRegistrationRecognizer",
    entity: "NG_VEHICLE_REGISTRATION",
    language: "en",
    country: Some("ng"),
    context: &[
        "plate number",
        "vehicle registration",
        "license plate",
        "number plate",
        "plate",
        "vehicle",
        "registration",
    ],
    reference: "National Road Traffic Regulations 2012; Federal Road Safety Corps, number plate scheme of 2011",
    finder: Finder::Patterns(&[Pattern::new(
        "Nigeria Vehicle Registration",
        r"\b[A-Z]{3}[- ]?\d{3}[A-Z]{2}\b",
        0.5,
    )
    .at(&[
        Anchor::Word {
            run: Run::Letters,
            length: (3, 3),
            then: Then::HYPHEN.or(Then::SPACE),
        },
        Anchor::Word {
            run: Run::Mixed,
            length: (8, 8),
            then: Then::ANY,
        },
    ])]),
    validate: None,
    invalidate: None,
    year: None,
};
