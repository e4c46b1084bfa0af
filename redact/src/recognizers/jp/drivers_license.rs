//! 運転免許証番号.

use super::surroundings::is_whole_in_fours;
use crate::check_digit::jp_drivers_license;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::recognizers::label::Label;
use crate::recognizers::nearest_word::nearest_word;
use crate::text::script::is_japanese;
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/drivers_license",
    entity: EntityType::JP_DRIVERS_LICENSE,
    summary: "Numbers of driving licences: twelve digits that begin with the code of a prefecture's police, near a word that says so.",
    reference: "道路交通法 (昭和35年法律第105号) 第93条第1項第1号; 道路交通法施行規則第19条, 別記様式第14 (the check digit is in no published rule)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "hyphens",
            regex: r"\d{4}-\d{4}-\d{4}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::HYPHEN,
            }],
        },
        Pattern {
            name: "spaces",
            regex: r"\d{4}  ?\d{4}  ?\d{4}",
            score: Score::new(0.1),
            boundary: Boundary::Word,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::SPACE,
            }],
        },
        Pattern {
            name: "twelve digits",
            regex: r"\d{12}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (12, 12),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "免許証",
        "免許番号",
        "免許",
        "免許No",
        "driver's license",
        "drivers license",
        "driver license",
        "driver's licence",
        "driving licence",
        "driving license",
        "licence number",
        "license number",
        "licence no",
        "license no",
    ],
    counter_context: other_numbers![
        "マイナンバー",
        "個人番号",
        "法人番号",
        "住民票コード",
        "カード番号",
        "口座番号",
        "宅建",
        "建設業",
        "古物商",
        "電話",
        "旅券",
        "パスポート",
        "保険証",
        "免許税",
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "免許証番号：«309012345620»",
        },
        Example {
            text: "運転免許証の番号 «3090 1234 5620»",
        },
        Example {
            text: "免許 第«３０９０１２３４５６２０»号（中型）",
        },
        Example {
            text: "免許証は«3090-1234-5620»です",
        },
        Example {
            text: "免許証番号 «3090 1234 5620»　1994年1月27日",
        },
        Example {
            text: "Driver's license: «309012345621»、driving licence no. «309012345627»",
        },
        Example {
            text: "運転免許証\n　番号　第 «309012345627» 号",
        },
        Example {
            text: "免許の写しです。No.«3090 1234 5627»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "309012345620",
            reason: "twelve digits without a label",
        },
        CounterExample {
            text: "免許証のコピーを送ります。追跡番号 309012345620",
            reason: "the nearest label is of a parcel",
        },
        CounterExample {
            text: "免許証の写しは 190012345620 バイトです",
            reason: "no police force has the code 19",
        },
    ],
    known_gaps: &[],
};

/// What a label calls a licence, a word for number aside.
const SUBJECTS: [&str; 9] = [
    "免許証",
    "免許",
    "免許証の",
    "免許証等",
    "driver's license",
    "drivers license",
    "driver license",
    "licence",
    "license",
];

nearest_word!(
    licence_or_other,
    &["免許"],
    &[
        "旅券",
        "パスポート",
        "保険",
        "年金",
        "個人",
        "マイナ",
        "在留",
        "住民票",
        "口座",
        "カード",
        "注文",
        "伝票",
        "追跡",
        "受付",
        "電話",
        "車台",
        "会員",
    ]
);

/// The check digit is unofficial, so it decides only where no label stands right before: the licence's
/// own, or a word for number that the licence was the last thing to be named before.
fn check(candidate: &Candidate<'_>) -> Validity {
    let mut digits = candidate.digits();
    let (Some(tens), Some(ones)) = (digits.next(), digits.next()) else {
        return Validity::Invalid;
    };
    let code = tens * 10 + ones;
    if !is_whole_in_fours(candidate) {
        return Validity::Invalid;
    }
    if is_police_code(code) && jp_drivers_license(candidate.digits()) {
        return Validity::Unknown;
    }
    let label = Label::of(candidate);
    let is_number_of_licence = || {
        label
            .before_number_word()
            .is_some_and(|head| !head.ends_with(is_japanese))
            && is_police_code(code)
            && licence_or_other(candidate.before()) == Some(true)
    };
    Validity::refuted_unless(label.names(&SUBJECTS) || is_number_of_licence())
}

/// Whether a licence may begin with this code of a 公安委員会: 10 to 14 are Hokkaido's five areas, 00
/// stood for licences exchanged from abroad.
fn is_police_code(code: u8) -> bool {
    matches!(code, 0 | 10..=14 | 20..=25 | 30 | 40..=55 | 60..=65 | 70..=74 | 80..=83 | 90..=97)
}
