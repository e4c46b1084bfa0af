//! Singapore identity numbers (NRIC and FIN): a letter, seven digits and the letter that belongs to them.

use crate::check_digit::sg_identity_number;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec, Run,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "sg/identity_number",
    entity: EntityType::SG_NRIC_FIN,
    summary: "Singapore identity numbers: S, T, F, G or M, seven digits and their check letter.",
    reference: "National Registration Act 1965; Immigration and Checkpoints Authority, NRIC and FIN",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "nine characters",
            regex: r"[STFGM]\d{7}[A-Z]",
            score: Score::new(0.5),
            boundary: Boundary::Word,
            anchors: &[Anchor::Word {
                run: Run::Mixed,
                length: (9, 9),
                then: Then::ANY,
            }],
        },
        Pattern {
            name: "small letters",
            regex: r"[stfgm]\d{7}[a-z]",
            score: Score::new(0.3),
            boundary: Boundary::Word,
            anchors: &[Anchor::Word {
                run: Run::Mixed,
                length: (9, 9),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "nric",
        "fin",
        "nric/fin",
        "nric no",
        "fin no",
        "identity card",
        "identification number",
        "passport or nric",
        "シンガポール",
    ],
    counter_context: other_numbers![
        "passport",
        "旅券",
        "license",
        "ライセンス",
        "コード",
        "製品",
        "部品",
        "code",
        "item",
        "part",
        "product",
        "asset"
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "NRIC: «S1234567D»",
        },
        Example {
            text: "番号は«T0112348Z»です",
        },
        Example {
            text: "nric «s1234567d»",
        },
        Example {
            text: "ＦＩＮ　«Ｆ１２３４５６７Ｎ»",
        },
        Example {
            text: "FIN «M1234567K»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "S1234567E",
            reason: "the letter does not fit",
        },
        CounterExample {
            text: "品番 S1234567D",
            reason: "a part number",
        },
        CounterExample {
            text: "製品コード S1234567D",
            reason: "a product code",
        },
        CounterExample {
            text: "s1234567d",
            reason: "small letters without a label",
        },
        CounterExample {
            text: "AS1234567D",
            reason: "part of a longer code",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its letter.
fn check(candidate: &Candidate<'_>) -> Validity {
    Validity::refuted_unless(sg_identity_number(candidate.as_str()))
}
