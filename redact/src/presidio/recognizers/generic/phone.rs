//! Telephone numbers of any country: with a country code, or as they are dialled in one of the regions
//! of the recognizer.

use std::sync::LazyLock;

use crate::EntityType;
use crate::presidio::analyzer::Recognizer;
use crate::presidio::phone::{PhoneConfig, PhoneFinder};
use crate::presidio::{Finder, Match, RecognizerClass};

static FINDER: LazyLock<PhoneFinder> = LazyLock::new(|| PhoneFinder::new(&PhoneConfig::default()));

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "PhoneRecognizer",
    entity: "PHONE_NUMBER",
    language: "en",
    country: None,
    context: &[
        "phone",
        "number",
        "telephone",
        "cell",
        "cellphone",
        "mobile",
        "call",
    ],
    reference: "ITU-T E.164 and the national numbering plans, as in libphonenumber 9.0.43",
    finder: Finder::Own {
        flags: 26,
        find,
        patterns: &[],
    },
    validate: None,
    invalidate: None,
    year: None,
};

/// An instance of `PhoneRecognizer` with regions and a leniency of its own.
pub fn phone_recognizer(config: &PhoneConfig) -> Recognizer {
    let entity = EntityType::from_static(CLASS.entity);
    Recognizer::other(CLASS.name, entity, PhoneFinder::new(config)).with_context(CLASS.context)
}

fn find(text: &str) -> Vec<Match> {
    FINDER.find(text)
}
