//! 旅券番号.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Run, Then, Validity,
};
use crate::recognizers::label::is_labelled;
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/passport",
    entity: EntityType::JP_PASSPORT,
    summary: "Passport numbers: two letters and seven digits near a word that says so; other countries' shapes right behind it.",
    reference: "旅券法 (昭和26年法律第267号) 第6条第1項 (旅券の記載事項); 外務省の旅券 (two letters, seven digits); ICAO Doc 9303 part 4 section 4 (at most nine characters)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "two letters and seven digits",
            regex: r"[A-Za-z]{2}\d{7}",
            score: Score::new(0.2),
            boundary: Boundary::Word,
            anchors: &[Anchor::Word {
                run: Run::Mixed,
                length: (9, 9),
                then: Then::ANY,
            }],
        },
        Pattern {
            name: "spaced",
            regex: r"[A-Za-z]{2}[ -]\d{7}",
            score: Score::new(0.1),
            boundary: Boundary::Word,
            anchors: &[Anchor::BeforeNumber {
                digits: (7, 7),
                then: Then::ANY,
                class: leads,
                max: 3,
            }],
        },
        Pattern {
            name: "labelled",
            regex: r"[A-Za-z]\d{7,8}|[A-Za-z]{2}\d{6,8}|\d{9}",
            score: Score::new(0.5),
            boundary: Boundary::Number,
            anchors: &[Anchor::Label(&[
                "旅券番号",
                "旅券",
                "パスポート番号",
                "パスポートNo",
                "パスポート",
                "passport number",
                "passport no",
                "passport no.",
                "passport #",
                "passport",
            ])],
        },
    ],
    context: &[
        "旅券",
        "パスポート",
        "passport",
        "搭乗者",
        "渡航",
        "査証",
        "ビザ",
        "出入国",
    ],
    counter_context: other_numbers![
        "便名",
        "予約",
        "保険証券",
        "在留カード",
        "身分証",
        "免許",
        "学生証",
        "flight",
        "booking",
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "旅券番号：«TR1234567»",
        },
        Example {
            text: "旅券　«ＭＺ１２３４５６７»",
        },
        Example {
            text: "パスポートの番号は«TK1234567»です",
        },
        Example {
            text: "Passport No. «TZ 1234567»",
        },
        Example {
            text: "パスポート（台湾）«AB1234567»",
        },
        Example {
            text: "Passport number: «E12345678»",
        },
        Example {
            text: "【パスポート】\n1) SATO HANAKO　«TR1234567»\n2) SATO JIRO　«TS7654321»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "AB1234567",
            reason: "two letters and seven digits without a label",
        },
        CounterExample {
            text: "パスポートケース、品番 AB1234567",
            reason: "the nearest label is of a product",
        },
        CounterExample {
            text: "旅券 AB12345678CD2",
            reason: "another code",
        },
    ],
    known_gaps: &[KnownGap {
        text: "Passport: «AB12C4567»",
        reason: "letters among the digits, as Germany and others have them",
    }],
};

fn leads(character: char) -> bool {
    character.is_ascii_alphabetic() || matches!(character, ' ' | '-')
}

/// Shapes of other countries count only as the label anchors them; Japan's is judged by context.
fn check(candidate: &Candidate<'_>) -> Validity {
    let letters = candidate
        .as_str()
        .bytes()
        .filter(u8::is_ascii_alphabetic)
        .count();
    let is_of_japan = letters == 2 && candidate.digits().count() == 7;
    Validity::refuted_unless(
        is_of_japan
            || is_labelled(
                candidate,
                &[
                    "旅券番号",
                    "旅券",
                    "パスポート番号",
                    "パスポート",
                    "passport",
                    "passport number",
                    "passport no",
                    "番号",
                    "No",
                ],
            ),
    )
}
