//! 基礎年金番号.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::recognizers::nearest_word::nearest_word;
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/pension_number",
    entity: EntityType::JP_PENSION_NUMBER,
    summary: "基礎年金番号: four digits and six, near a word that says so.",
    reference: "国民年金法 (昭和34年法律第141号) 第14条; 日本年金機構 基礎年金番号・基礎年金番号通知書 (4桁-6桁)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "four and six",
            regex: r"\d{4}-\d{6}",
            score: Score::new(0.3),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::HYPHEN,
            }],
        },
        Pattern {
            name: "four, a space, six",
            regex: r"\d{4} \d{6}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::SPACE,
            }],
        },
        Pattern {
            name: "ten digits",
            regex: r"\d{10}",
            score: Score::new(0.05),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (10, 10),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "基礎年金番号",
        "年金番号",
        "年金手帳",
        "年金",
        "厚生年金",
        "pension number",
        "basic pension",
    ],
    counter_context: other_numbers![
        "電話",
        "TEL",
        "FAX",
        "携帯",
        "フリーダイヤル",
        "口座",
        "個人番号",
        "マイナンバー",
        "免許",
        "雇用保険",
        "介護保険",
        "年金コード",
        "年金事務所",
        "事業所整理記号",
        "phone",
        "mobile",
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "基礎年金番号：«1234-567890»",
        },
        Example {
            text: "基礎年金番号«１２３４－５６７８９０»です",
        },
        Example {
            text: "年金番号は «1234567890» です",
        },
        Example {
            text: "年金手帳 «1234 567890»",
        },
        Example {
            text: "年金の番号がふたつ手元にあります。古いほうは«1234-567890»（前の会社のとき）、新しいほうは«6103-229401»です。",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "2025-000123",
            reason: "four digits and six without a label",
        },
        CounterExample {
            text: "年金の書類の受付番号 2025-000123",
            reason: "the nearest label is of an application",
        },
        CounterExample {
            text: "年金の件です。照会番号は2024-118830でした",
            reason: "the number of an inquiry",
        },
        CounterExample {
            text: "1234-567890-1",
            reason: "an employment insurance number has a check digit behind",
        },
    ],
    known_gaps: &[],
};

nearest_word!(
    pension_or_other,
    &["年金", "年金番号", "年金の番号", "年金手帳の番号"],
    &[
        "番号",
        "コード",
        "電話",
        "TEL",
        "Tel",
        "FAX",
        "伝票",
        "注文",
        "受付",
        "予約",
        "事務所",
        "口座",
        "会員",
        "保険",
    ]
);

/// People write of their numbers in sentences, so the word may stand farther away than a label does;
/// then the shape with the hyphen counts if no other kind of number is named in between.
fn check(candidate: &Candidate<'_>) -> Validity {
    let is_grouped = candidate.as_str().contains('-') && !candidate.as_str().starts_with('0');
    if is_grouped && pension_or_other(candidate.before()) == Some(true) {
        return Validity::Valid;
    }
    Validity::Unknown
}
