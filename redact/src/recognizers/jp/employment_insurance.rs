//! 雇用保険被保険者番号.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, KnownGap, Pattern, RecognizerSpec, Then,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/employment_insurance",
    entity: EntityType::JP_EMPLOYMENT_INSURANCE,
    summary: "雇用保険被保険者番号: four digits, six and a check digit, near a word that says so.",
    reference: "雇用保険法施行規則 (昭和50年労働省令第3号) 第10条; 厚生労働省 雇用保険に関する業務取扱要領 (4桁-6桁-1桁; the formula of the check digit is not published)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "four, six and one",
            regex: r"\d{4}(-\d{6}-| \d{6} )\d",
            score: Score::new(0.3),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::HYPHEN.or(Then::SPACE),
            }],
        },
        Pattern {
            name: "eleven digits",
            regex: r"\d{11}",
            score: Score::new(0.05),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (11, 11),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "雇用保険",
        "雇保",
        "雇用保険被保険者番号",
        "被保険者番号",
        "離職票",
        "失業保険",
        "ハローワーク",
        "employment insurance",
    ],
    counter_context: other_numbers![
        "電話",
        "TEL",
        "FAX",
        "携帯",
        "連絡先",
        "住民票コード",
        "適用事業所番号",
        "phone",
        "mobile",
    ],
    check: None,
    examples: &[
        Example {
            text: "雇用保険被保険者番号：«1234-567890-1»",
        },
        Example {
            text: "雇用保険番号は«１２３４－５６７８９０－１»です",
        },
        Example {
            text: "被保険者番号（雇用保険）«12345678901»",
        },
        Example {
            text: "離職票の番号 «1234 567890 1»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "1234-567890-1",
            reason: "no label",
        },
        CounterExample {
            text: "雇用保険適用事業所番号 1234-567890-1",
            reason: "the number of the employer's office has the same shape",
        },
    ],
    known_gaps: &[KnownGap {
        text: "雇用保険被保険者番号：«1234-567890»",
        reason: "given out before 1981 without a check digit; it reads like a 基礎年金番号",
    }],
};
