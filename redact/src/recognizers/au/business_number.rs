//! Australian business numbers (ABN): eleven digits, the first two check, near a word.

use crate::check_digit::{au_business_number, exactly};
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "au/business_number",
    entity: EntityType::AU_ABN,
    summary: "Australian business numbers: eleven digits with check digits, near a word that says so.",
    reference: "A New Tax System (Australian Business Number) Act 1999; Australian Business Register, Format of the ABN",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "groups",
            regex: r"\d{2}(-\d{3}-\d{3}-| \d{3} \d{3} )\d{3}",
            score: Score::new(0.35),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (2, 2),
                then: Then::HYPHEN.or(Then::SPACE),
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
        "abn",
        "australian business number",
        "business number",
        "オーストラリアの事業者番号",
    ],
    counter_context: other_numbers!["tel", "phone", "fax", "電話"],
    check: Some(check),
    examples: &[
        Example {
            text: "ABN: «51 824 753 556»",
        },
        Example {
            text: "ABN «51824753556»",
        },
        Example {
            text: "ＡＢＮ　«５１　８２４　７５３　５５６»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "51 824 753 556",
            reason: "eleven digits without a label",
        },
        CounterExample {
            text: "ABN 52 824 753 556",
            reason: "the check digits do not fit",
        },
        CounterExample {
            text: "ABN tracking 51824753556",
            reason: "a parcel",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its check digits.
fn check(candidate: &Candidate<'_>) -> Validity {
    Validity::refuted_unless(exactly::<11>(candidate.digits()).is_some_and(au_business_number))
}
