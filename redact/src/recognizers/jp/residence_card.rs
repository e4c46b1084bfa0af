//! 在留カード番号.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, KnownGap, Pattern, RecognizerSpec, Run,
    Then,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/residence_card",
    entity: EntityType::JP_RESIDENCE_CARD,
    summary: "Numbers of residence cards and special permanent resident certificates: two letters, eight digits, two letters.",
    reference: "出入国管理及び難民認定法 (昭和26年政令第319号) 第19条の4第1項第5号, 第2項; 同法施行規則第19条の6; 出入国在留管理庁 在留カード等番号失効情報照会",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "twelve characters",
            regex: r"[A-Za-z]{2}\d{8}[A-Za-z]{2}",
            score: Score::new(0.65),
            boundary: Boundary::Word,
            anchors: &[Anchor::Word {
                run: Run::Mixed,
                length: (12, 12),
                then: Then::ANY,
            }],
        },
        Pattern {
            name: "spaced",
            regex: r"[A-Za-z]{2}[ -]\d{8}[ -][A-Za-z]{2}",
            score: Score::new(0.45),
            boundary: Boundary::Word,
            anchors: &[Anchor::BeforeNumber {
                digits: (8, 8),
                then: Then::SPACE.or(Then::HYPHEN),
                class: leads,
                max: 3,
            }],
        },
    ],
    context: &[
        "在留",
        "カード番号",
        "特別永住者",
        "永住者",
        "入管",
        "residence card",
        "resident card",
    ],
    counter_context: &[
        "型番",
        "品番",
        "シリアル",
        "製造番号",
        "ロット",
        "注文番号",
        "追跡番号",
        "serial",
        "model",
        "lot",
        "tracking",
    ],
    check: None,
    examples: &[
        Example {
            text: "在留カード番号：«AB12345678CD»",
        },
        Example {
            text: "在留カード«ＡＢ１２３４５６７８ＣＤ»の写し",
        },
        Example {
            text: "カード番号は «AB 12345678 CD» です",
        },
        Example {
            text: "Residence card: «ab-12345678-cd»",
        },
        Example {
            text: "«AB12345678CD»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "シリアル AB12345678CD",
            reason: "a serial number by its label",
        },
        CounterExample {
            text: "EE123456789JP",
            reason: "an international parcel has nine digits (UPU S10)",
        },
        CounterExample {
            text: "XAB12345678CD",
            reason: "part of a longer code",
        },
    ],
    known_gaps: &[KnownGap {
        text: "在留カード：«AB1234 5678CD»",
        reason: "no card is printed in such groups",
    }],
};

fn leads(character: char) -> bool {
    character.is_ascii_alphabetic() || matches!(character, ' ' | '-')
}
