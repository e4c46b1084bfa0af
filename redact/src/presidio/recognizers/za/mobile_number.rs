//! Mobile telephone numbers of South Africa.

use std::sync::LazyLock;

use crate::presidio::phone::{Leniency, SouthAfricanFinder};
use crate::presidio::{Finder, Match, RecognizerClass};

static FINDER: LazyLock<SouthAfricanFinder> =
    LazyLock::new(|| SouthAfricanFinder::new(true, Leniency::Valid));

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ZaMobileNumberRecognizer",
    entity: "ZA_MOBILE_NUMBER",
    language: "en",
    country: Some("za"),
    context: &[
        "phone",
        "number",
        "telephone",
        "cell",
        "cellphone",
        "mobile",
        "call",
        "cellular",
        "handset",
        "contact number",
        "landline",
        "tel",
        "home number",
        "work number",
        "office number",
        "sms",
        "whatsapp",
    ],
    reference: "ICASA Numbering Plan Regulations 2016, as in libphonenumber 9.0.43",
    finder: Finder::Own {
        flags: 26,
        find,
        patterns: &[],
    },
    validate: None,
    invalidate: None,
    year: None,
};

fn find(text: &str) -> Vec<Match> {
    FINDER.find(text)
}
