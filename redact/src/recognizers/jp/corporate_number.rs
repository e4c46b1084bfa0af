//! 法人番号.

use crate::check_digit::jp_corporate_number;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/corporate_number",
    entity: EntityType::JP_CORPORATE_NUMBER,
    summary: "法人番号: thirteen digits, of which the first checks the others.",
    reference: "行政手続における特定の個人を識別するための番号の利用等に関する法律 (平成25年法律第27号) 第39条第1項; 法人番号の指定等に関する省令 (平成26年財務省令第70号) 第2条",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "one and three by four",
            regex: r"[1-9](-\d{4}-\d{4}-\d{4}| \d{4} \d{4} \d{4})",
            score: Score::new(0.5),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (1, 1),
                then: Then::HYPHEN.or(Then::SPACE),
            }],
        },
        Pattern {
            name: "thirteen digits",
            regex: r"[1-9]\d{12}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (13, 13),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "法人番号",
        "法人No",
        "corporate number",
        "法人ナンバー",
        "会社番号",
    ],
    counter_context: other_numbers!["カード番号", "口座番号", "電話", "EAN", "GTIN"],
    check: Some(check),
    examples: &[
        Example {
            text: "法人番号　«8700110005901»",
        },
        Example {
            text: "弊社の法人番号は«８７００１１０００５９０１»です",
        },
        Example {
            text: "法人番号:«8-7001-1000-5901»",
        },
        Example {
            text: "株式会社みどり企画 «8 7001 1000 5901»",
        },
        Example {
            text: "Corporate Number: «8700110005901»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "JAN 8700110005901",
            reason: "bar codes have thirteen digits, and one in nine passes",
        },
        CounterExample {
            text: "法人番号 1700110005901",
            reason: "the check digit fails",
        },
        CounterExample {
            text: "受付 8700110005901 番",
            reason: "thirteen digits without a label",
        },
        CounterExample {
            text: "8-7001-1000-5901-2",
            reason: "part of a longer number",
        },
    ],
    known_gaps: &[],
};

fn check(candidate: &Candidate<'_>) -> Validity {
    Validity::refuted_unless(jp_corporate_number(candidate.digits()))
}
