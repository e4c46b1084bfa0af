//! Italian VAT numbers (partita IVA): eleven digits by Luhn, which many numbers pass, so that they need `IT`
//! before them or a word.

use crate::check_digit::luhn;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "it/vat_code",
    entity: EntityType::IT_VAT_CODE,
    summary: "Italian VAT numbers: eleven digits by Luhn, behind `IT` or near a word that says so.",
    reference: "DPR 26 ottobre 1972 n. 633, art. 35; Ministero delle Finanze, Decreto 23 dicembre 1976",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "with country",
            regex: r"(?i-u:IT) ?\d{11}",
            score: Score::new(0.6),
            boundary: Boundary::Word,
            anchors: &[Anchor::BeforeNumber {
                digits: (11, 11),
                then: Then::ANY,
                class: is_letter_or_gap,
                max: 3,
            }],
        },
        Pattern {
            name: "eleven digits",
            regex: r"\d{11}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (11, 11),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "partita iva",
        "p.iva",
        "p. iva",
        "piva",
        "p.i.",
        "vat number",
        "vat no",
        "vat id",
        "イタリアの付加価値税番号",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "Partita IVA: «01333550323»",
        },
        Example {
            text: "P.IVA «IT01333550323»",
        },
        Example {
            text: "VAT: «IT 01333550323»",
        },
        Example {
            text: "Ｐ．ＩＶＡ　«０１３３３５５０３２３»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "01333550323",
            reason: "eleven digits without a label",
        },
        CounterExample {
            text: "P.IVA 01333550324",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "order no 01333550323",
            reason: "an order number that happens to pass",
        },
        CounterExample {
            text: "IT01333550324",
            reason: "the check digit does not fit",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its check digit and to the provincial office in front of it.
fn check(candidate: &Candidate<'_>) -> Validity {
    let office = candidate
        .digits()
        .skip(7)
        .take(3)
        .fold(0, |office, digit| office * 10 + u16::from(digit));
    let is_office = matches!(office, 1..=121 | 888 | 999);
    Validity::refuted_unless(is_office && luhn(candidate.digits()))
}

/// What may stand between the start of a match and its first number.
fn is_letter_or_gap(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, ' ' | '-')
}
