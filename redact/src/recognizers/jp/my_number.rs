//! 個人番号 (My Number).

use super::surroundings::is_whole_in_fours;
use crate::check_digit::jp_individual_number;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Then, Validity,
};
use crate::recognizers::label::Label;
use crate::recognizers::nearest_word::nearest_word;
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/my_number",
    entity: EntityType::JP_MY_NUMBER,
    summary: "個人番号 (My Number): twelve digits with a check digit, near a word that says so.",
    reference: "行政手続における特定の個人を識別するための番号の利用等に関する法律 (平成25年法律第27号) 第2条第5項; 同法施行令第8条; 平成26年総務省令第85号第5条",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "hyphens",
            regex: r"\d{4}-\d{4}-\d{4}",
            score: Score::new(0.25),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::HYPHEN,
            }],
        },
        Pattern {
            name: "spaces",
            regex: r"\d{4}  ?\d{4}  ?\d{4}",
            score: Score::new(0.25),
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
        "個人番号",
        "マイナンバー",
        "マイナ番号",
        "マイナンバ",
        "共通番号",
        "通知カード",
        "my number",
        "mynumber",
        "individual number",
        "特定個人情報",
    ],
    counter_context: other_numbers![
        "免許",
        "法人番号",
        "住民票コード",
        "カード番号",
        "口座番号",
        "年金番号",
        "保険証",
        "電話",
        "licence",
        "license",
        "card number",
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "個人番号　«１２３４５６７８９０１８»",
        },
        Example {
            text: "マイナンバー：«1234-5678-9018»",
        },
        Example {
            text: "【個人番号】«1234 5678 9018»です",
        },
        Example {
            text: "マイナンバーは«123456789018»になります。",
        },
        Example {
            text: "マイナンバー «1234 5678 9018»　1985年4月3日",
        },
        Example {
            text: "個人番号\n本人　«１２３４－５６７８－９０１８»\n妻　«５２６２ー６２６６ー８６６７»",
        },
        Example {
            text: "My Number: «5262 6266 8667»",
        },
        Example {
            text: "先日のマイナンバーには誤りがあり、申し訳ありませんでした。何度も見比べたつもりでしたが、正しくは «123456789018» です。",
        },
        Example {
            // A slip of the pen behind the plainest label is still somebody's number.
            text: "個人番号：«123456789012»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "注文番号 123456789018 の件",
            reason: "an order number that happens to pass, one in eleven does",
        },
        CounterExample {
            text: "123456789018 を入力してください",
            reason: "twelve digits without a label",
        },
        CounterExample {
            text: "マイナンバーの提出は不要です。伝票番号 1234-5678-9018",
            reason: "the nearest label is of a parcel",
        },
        CounterExample {
            text: "マイナンバー 0000 1234 5678 9018",
            reason: "part of a longer number",
        },
        CounterExample {
            text: "マイナンバーの様式 1234 5678 9012 版",
            reason: "no label before it and the check digit fails",
        },
    ],
    known_gaps: &[KnownGap {
        text: "マイナンバー：«12345-6789-018»",
        reason: "no grouping that cards or forms use",
    }],
};

nearest_word!(
    my_number_or_other,
    &[
        "個人番号",
        "マイナンバー",
        "マイナ番号",
        "マイナンバーカード",
        "my number",
        "My Number"
    ],
    &[
        "番号",
        "No",
        "免許",
        "旅券",
        "保険",
        "口座",
        "カード",
        "伝票",
        "電話",
        "コード",
        "注文",
        "追跡",
        "ID",
        "シリアル",
        "バイト",
    ]
);

/// The check digit refutes, but not a number that its label stands right before. People write of their
/// numbers in sentences and lists, so the word may stand farther away than a label does; then a number
/// with its check digit counts if no other kind of number is named in between.
fn check(candidate: &Candidate<'_>) -> Validity {
    if !is_whole_in_fours(candidate) {
        return Validity::Invalid;
    }
    if !jp_individual_number(candidate.digits()) {
        let subjects = ["個人番号", "マイナンバー", "マイナ番号"];
        return Validity::refuted_unless(Label::of(candidate).names(&subjects));
    }
    if my_number_or_other(candidate.before()) == Some(true) {
        Validity::Valid
    } else {
        Validity::Unknown
    }
}
