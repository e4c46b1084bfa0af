//! 適格請求書発行事業者登録番号: T and thirteen digits.

use crate::check_digit::jp_corporate_number;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/invoice_number",
    entity: EntityType::JP_INVOICE_NUMBER,
    summary: "Registration numbers of qualified invoice issuers: T and thirteen digits, sole traders' too.",
    reference: "消費税法 (昭和63年法律第108号) 第57条の2; 消費税法基本通達 1-7-2",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "T and thirteen digits",
        regex: r"[Tt][ -]?(\d{13}|\d-\d{4}-\d{4}-\d{4}|\d \d{4} \d{4} \d{4})",
        score: Score::new(0.3),
        boundary: Boundary::Word,
        anchors: &[
            Anchor::BeforeNumber {
                digits: (13, 13),
                then: Then::ANY,
                class: leads,
                max: 2,
            },
            Anchor::BeforeNumber {
                digits: (1, 1),
                then: Then::HYPHEN.or(Then::SPACE),
                class: leads,
                max: 2,
            },
        ],
    }],
    context: &[
        "登録番号",
        "適格請求書",
        "インボイス",
        "事業者番号",
        "適格事業者",
        "発行事業者",
        "invoice registration",
        "registration number",
        "qualified invoice",
    ],
    counter_context: &["型番", "品番", "シリアル", "追跡番号", "model", "serial"],
    check: Some(check),
    examples: &[
        Example {
            text: "登録番号：«T8700110005901»",
        },
        Example {
            text: "インボイス番号は«Ｔ８７００１１０００５９０１»です",
        },
        Example {
            text: "«T8-7001-1000-5901»",
        },
        Example {
            text: "«T-8700110005901» を摘要に",
        },
        Example {
            text: "«T 8700110005901»",
        },
        Example {
            text: "«T8 7001 1000 5901»",
        },
        Example {
            // With a slip in it, still a number that its label makes.
            text: "適格請求書発行事業者登録番号　«T1234567890124»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "部品 T1700110005901",
            reason: "the check digit fails and no label says otherwise",
        },
        CounterExample {
            text: "AT8700110005901",
            reason: "another letter before the T",
        },
        CounterExample {
            text: "T87001100059012",
            reason: "fourteen digits",
        },
    ],
    known_gaps: &[KnownGap {
        text: "登録番号：Ｔ（«8700110005901»）",
        reason: "the letter stands apart in brackets",
    }],
};

fn leads(character: char) -> bool {
    matches!(character, 'T' | 't' | ' ' | '-')
}

/// A company's number is its 法人番号 with its check digit; that of others is given out apart from those,
/// so that a digit which does not fit leaves the label to decide.
fn check(candidate: &Candidate<'_>) -> Validity {
    if jp_corporate_number(candidate.digits()) {
        Validity::Valid
    } else {
        Validity::Unknown
    }
}
