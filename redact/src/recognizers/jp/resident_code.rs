//! 住民票コード.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Then, Validity,
};
use crate::recognizers::label::is_labelled;
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/resident_code",
    entity: EntityType::JP_RESIDENT_CODE,
    summary: "住民票コード: eleven digits near a word that says so.",
    reference: "住民基本台帳法 (昭和42年法律第81号) 第7条第13号, 第30条の2; 住民基本台帳法施行規則第1条 (ten random digits and one 検査数字, whose formula is left to a notice)",
    activation: Activation::Default,
    patterns: &[
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
        Pattern {
            name: "groups",
            regex: r"\d{4}(-\d{4}-\d{3}| \d{4} \d{3})",
            score: Score::new(0.05),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::HYPHEN.or(Then::SPACE),
            }],
        },
    ],
    context: &[
        "住民票コード",
        "住民票番号",
        "住基コード",
        "住基ネット",
        "resident code",
        "resident record code",
    ],
    counter_context: other_numbers![
        "電話",
        "TEL",
        "FAX",
        "携帯",
        "連絡先",
        "雇用保険",
        "個人番号",
        "マイナンバー",
        "phone",
        "mobile",
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "住民票コード：«12345678901»",
        },
        Example {
            text: "住民票コードは«１２３４５６７８９０１»です",
        },
        Example {
            text: "住民票コード（11桁）：«12345678901»",
        },
        Example {
            text: "住民票コード\n«1234-5678-901»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "12345678901 件",
            reason: "eleven digits without a label",
        },
        CounterExample {
            text: "住民票コードの通知票は届きましたか。伝票番号 12345678901",
            reason: "the nearest label is of a parcel",
        },
    ],
    known_gaps: &[KnownGap {
        text: "住民票コード：«123456 78901»",
        reason: "a grouping that no notice uses",
    }],
};

/// Right behind its label the number is none of the other codes that eleven digits may be.
fn check(candidate: &Candidate<'_>) -> Validity {
    if is_labelled(candidate, &["住民票コード"]) {
        Validity::Valid
    } else {
        Validity::Unknown
    }
}
