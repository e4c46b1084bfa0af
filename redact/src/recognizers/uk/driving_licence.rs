//! British driver numbers: sixteen characters that begin with the surname, near a word.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec, Run, Then,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "uk/driving_licence",
    entity: EntityType::UK_DRIVING_LICENCE,
    summary: "British driver numbers: surname, date of birth, initials and check characters, near a word that says so.",
    reference: "DVLA, driver number format; Road Traffic Act 1988 s. 98",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "sixteen characters",
            regex: r"(?i-u:(?:[A-Z]{5}|[A-Z]{4}9|[A-Z]{3}99|[A-Z]{2}999|[A-Z]9999)\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d(?:[A-Z]{2}|[A-Z]9|99)[A-Z0-9][A-Z]{2})",
            score: Score::new(0.3),
            boundary: Boundary::Word,
            anchors: &[Anchor::Word {
                run: Run::Mixed,
                length: (16, 16),
                then: Then::ANY,
            }],
        },
        Pattern {
            name: "groups",
            regex: r"(?i-u:(?:[A-Z]{5}|[A-Z]{4}9|[A-Z]{3}99|[A-Z]{2}999|[A-Z]9999) \d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d (?:[A-Z]{2}|[A-Z]9|99)[A-Z0-9][A-Z]{2})",
            score: Score::new(0.3),
            boundary: Boundary::Word,
            anchors: &[Anchor::BeforeNumber {
                digits: (6, 6),
                then: Then::SPACE,
                class: is_letter_or_gap,
                max: 6,
            }],
        },
    ],
    context: &[
        "driving licence",
        "driving license",
        "driver number",
        "driver licence",
        "licence number",
        "licence no",
        "dvla",
        "運転免許",
        "イギリスの免許証",
    ],
    counter_context: other_numbers![],
    check: None,
    examples: &[
        Example {
            text: "Driving licence: «MORGA657054SM9IJ»",
        },
        Example {
            text: "DVLA driver number «FO999512018AA1AB»",
        },
        Example {
            text: "イギリスの免許証«ＭＯＲＧＡ６５７０５４ＳＭ９ＩＪ»です",
        },
        Example {
            text: "licence number «MORGA 657054 SM9IJ»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "MORGA657054SM9IJ",
            reason: "a product key may look like this",
        },
        CounterExample {
            text: "driving licence MORGA613054SM9IJ",
            reason: "no thirteenth month",
        },
        CounterExample {
            text: "serial MORGA657054SM9IJ",
            reason: "a serial number",
        },
    ],
    known_gaps: &[],
};

/// What may stand between the start of a match and its first number.
fn is_letter_or_gap(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, ' ' | '-')
}
