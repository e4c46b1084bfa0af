//! Indian goods and services tax identification numbers (GSTIN): a state, a PAN, the number of the
//! registration, the letter Z and a check character.

use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "InGstinRecognizer",
    entity: "IN_GSTIN",
    language: "en",
    country: Some("in"),
    context: &[
        "gstin",
        "gst",
        "goods and services tax",
        "tax identification",
        "gst number",
        "gst registration",
    ],
    reference: "Central Goods and Services Tax Rules 2017, rule 10",
    finder: Finder::Patterns(&[
        Pattern::new(
            "GSTIN (High)",
            r"\b(?:0[1-7]|[1-3][0-7])[A-Z0-9]{11}Z[A-Z0-9]\b",
            0.8,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (15, 15),
            then: Then::ANY,
        }]),
        Pattern::new(
            "GSTIN (Medium)",
            r"\b(?:0[1-7]|[1-3][0-7])[A-Z]{5}[0-9]{4}[A-Z][A-Z0-9]Z[A-Z0-9]\b",
            0.4,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (15, 15),
            then: Then::ANY,
        }]),
        Pattern::new("GSTIN (Low)", r"\b[0-9]{2}[A-Z0-9]{11}Z[A-Z0-9]\b", 0.1).at(&[
            Anchor::Number {
                digits: (15, 15),
                then: Then::ANY,
            },
            Anchor::Word {
                run: Run::Mixed,
                length: (15, 15),
                then: Then::ANY,
            },
        ]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its form: a state from 01 to 37 and something like a PAN.
// Presidio: the check character at the end is not computed, anything may stand for the first letters.
fn validate(text: &str) -> Validity {
    let characters: Vec<char> = text
        .trim_matches(|character: char| !character.is_alphanumeric())
        .chars()
        .filter(|character| !matches!(character, '-' | ' '))
        .collect();
    let &[
        tens,
        ones,
        _,
        _,
        _,
        _,
        _,
        first,
        second,
        third,
        fourth,
        letter,
        entity,
        z,
        check,
    ] = characters.as_slice()
    else {
        return Validity::Invalid;
    };
    let state = decimal(tens).zip(decimal(ones));
    Validity::confirmed_if(
        state.is_some_and(|(tens, ones)| (1..=37).contains(&(tens * 10 + ones)))
            && [first, second, third, fourth]
                .into_iter()
                .all(|digit| decimal(digit).is_some())
            && letter.is_alphabetic()
            && entity.is_alphanumeric()
            && matches!(z, 'Z' | 'z')
            && check.is_alphanumeric(),
    )
}
