//! 郵便番号.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec, Then,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/postal_code",
    entity: EntityType::JP_POSTAL_CODE,
    summary: "Japanese postal codes: three digits, a dash, four digits; seven digits beside 〒 or 郵便番号.",
    reference: "Japan Post, 郵便番号制度 (7 digits since 1998)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "hyphen",
            regex: r"\d{3}-\d{4}",
            score: Score::new(0.5),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (3, 3),
                then: Then::HYPHEN,
            }],
        },
        Pattern {
            name: "seven digits",
            regex: r"\d{7}",
            score: Score::new(0.05),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (7, 7),
                then: Then::ANY,
            }],
        },
    ],
    context: &["〒", "郵便番号", "〶", "postal code", "zip"],
    counter_context: &["注文番号", "伝票番号", "品番", "型番"],
    check: None,
    examples: &[
        Example {
            text: "〒«150-0001» 東京都渋谷区",
        },
        Example {
            text: "〒«６０４－８１７５»",
        },
        Example {
            text: "郵便番号は«1500001»です",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "注文番号 123-4567",
            reason: "an order number",
        },
        CounterExample {
            text: "1500001個",
            reason: "seven digits without a label",
        },
    ],
    known_gaps: &[],
};
