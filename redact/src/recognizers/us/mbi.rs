//! US Medicare beneficiary identifiers (MBI): eleven characters, letters and digits by their places.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec, Run,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "us/mbi",
    entity: EntityType::US_MBI,
    summary: "US Medicare beneficiary identifiers: eleven characters of which each place says whether it is a letter.",
    reference: "Centers for Medicare & Medicaid Services, Understanding the Medicare Beneficiary Identifier Format",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "hyphens",
            regex: r"(?i-u:[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y][0-9]-[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y][0-9]-[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y][0-9][0-9])",
            score: Score::new(0.6),
            boundary: Boundary::Word,
            anchors: &[Anchor::Word {
                run: Run::Mixed,
                length: (4, 4),
                then: Then::HYPHEN,
            }],
        },
        Pattern {
            name: "eleven characters",
            regex: r"(?i-u:[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y][0-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y][0-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y][0-9][0-9])",
            score: Score::new(0.3),
            boundary: Boundary::Word,
            anchors: &[Anchor::Word {
                run: Run::Mixed,
                length: (11, 11),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "mbi",
        "medicare",
        "medicare number",
        "medicare id",
        "medicare beneficiary",
        "beneficiary identifier",
        "beneficiary id",
        "メディケア",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "MBI: «2EG4TE5MK72»",
        },
        Example {
            text: "Medicare number «2eg4-te5-mk72»",
        },
        Example {
            text: "番号«2EG4-TE5-MK72»です",
        },
        Example {
            text: "ＭＢＩ　«２ＥＧ４ＴＥ５ＭＫ７２»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "2EG4TE5MK72",
            reason: "eleven characters without a label",
        },
        CounterExample {
            text: "MBI 2SG4-TE5-MK72",
            reason: "no S is in these numbers",
        },
        CounterExample {
            text: "medicare ticket 2EG4TE5MK72",
            reason: "the nearest label is of a ticket",
        },
        CounterExample {
            text: "X2EG4-TE5-MK72",
            reason: "part of a longer code",
        },
    ],
    known_gaps: &[],
};

/// Says nothing of bare characters without a letter in capitals, refutes a mixture of cases.
fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    let has = |is: fn(&u8) -> bool| text.bytes().any(|byte| is(&byte));
    Validity::refuted_unless(!(has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase)))
}
