//! Telephone numbers as other countries write them at home.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Then, Validity,
};
use crate::telephone::surroundings::stands_alone;
use crate::{EntityType, Score};

const AFTER_GROUP: Then = Then::HYPHEN
    .or(Then::SPACE)
    .or(Then::DOT)
    .or(Then::BRACKET)
    .or(Then::SLASH);

/// A shape that needs a word for telephones near it.
const fn weak(name: &'static str, regex: &'static str, digits: (u8, u8)) -> Pattern {
    Pattern {
        name,
        regex,
        score: Score::new(0.2),
        boundary: Boundary::None,
        anchors: match digits.1 {
            3 => &[Anchor::Number {
                digits: (3, 3),
                then: AFTER_GROUP,
            }],
            11 => &[Anchor::Number {
                digits: (11, 11),
                then: Then::ANY,
            }],
            _ => &[Anchor::BeforeNumber {
                digits: (2, 5),
                then: AFTER_GROUP,
                class: is_opening_bracket,
                max: 1,
            }],
        },
    }
}

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "generic/phone_national",
    entity: EntityType::PHONE_NUMBER,
    summary: "Telephone numbers in the home form of North America, the United Kingdom, France, Germany, Korea and China, beside a word for telephones.",
    reference: "NANPA numbering plan (NPA-NXX-XXXX); Ofcom National Telephone Numbering Plan; ARCEP, Bundesnetzagentur, MSIT and MIIT numbering plans",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "north america, brackets",
            regex: r"\([2-9]\d{2}\) ?[2-9]\d{2}[-. ]\d{4}",
            score: Score::new(0.5),
            boundary: Boundary::None,
            anchors: &[Anchor::BeforeNumber {
                digits: (3, 3),
                then: Then::BRACKET,
                class: is_opening_bracket,
                max: 1,
            }],
        },
        weak(
            "three digits first",
            r"[2-9]\d{2}[-. ][2-9]\d{2}[-. ]\d{4}|1[3-9]\d[- ]\d{4}[- ]\d{4}",
            (3, 3),
        ),
        weak(
            "0 first",
            r"(?:\(0[12378]\d{1,3}\) ?|0[12378]\d{1,3} )\d{3,4} ?\d{3,6}|0[1-9](?:[ .-]\d{2}){4}|(?:\(0[2-9]\d{1,3}\) ?|0[2-9]\d{1,3}[ /-])\d{4,8}|(?:\(0(?:2|1[016-9]|[3-6]\d|70)\) ?|0(?:2|1[016-9]|[3-6]\d|70)[-) .]{1,2})\d{3,4}[-. ]\d{4}",
            (2, 5),
        ),
        weak("china, mobile", r"1[3-9]\d{9}", (11, 11)),
    ],
    context: &[
        "phone",
        "telephone",
        "tel",
        "mobile",
        "cell",
        "cellphone",
        "call",
        "fax",
        "whatsapp",
        "reach me",
        "text me",
        "telefon",
        "téléphone",
        "portable",
        "mobil",
        "handy",
        "手机",
        "电话",
        "전화",
        "휴대폰",
        "電話",
        "携帯",
    ],
    counter_context: &[
        "order",
        "order no",
        "order number",
        "invoice",
        "tracking",
        "ticket",
        "serial",
        "account",
        "part",
        "model",
        "isbn",
        "sku",
        "po",
        "rma",
        "case",
        "reference",
        "confirmation",
        "booking",
        "reservation",
        "member",
        "customer number",
        "受注",
        "発注",
        "伝票",
        "商品コード",
        "注文番号",
        "伝票番号",
        "会員番号",
        "口座番号",
        "追跡番号",
        "請求書番号",
        "予約番号",
        "品番",
        "型番",
        "受付番号",
        "管理番号",
        "お客様番号",
        "番号:",
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "Call me at «(206) 555-0144» or phone «206-555-0144».",
        },
        Example {
            text: "Tel «020 7946 0959», mobile «07700 900124»",
        },
        Example {
            text: "téléphone : «01 99 00 12 35»",
        },
        Example {
            text: "Telefon: «030 1234567»",
        },
        Example {
            text: "ソウル支社の電話 «02-555-1234»、担当の携帯 «010-5550-1234»",
        },
        Example {
            text: "手机 «13912345678»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "SSN «206-55-5014»",
            reason: "groups of other lengths",
        },
        CounterExample {
            text: "Order 206-555-0144 was sent",
            reason: "an order number",
        },
        CounterExample {
            text: "206-555-0144",
            reason: "no word says that it is a telephone",
        },
        CounterExample {
            text: "phone model 0123 4567 8901 2345",
            reason: "goes on beyond the number",
        },
    ],
    known_gaps: &[KnownGap {
        text: "phone «555-0144»",
        reason: "a local number of any country looks like many other things",
    }],
};

fn is_opening_bracket(character: char) -> bool {
    character == '('
}

fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    Validity::refuted_unless(
        candidate.digits().count() >= 9 && stands_alone(candidate, text.contains(' ')),
    )
}
