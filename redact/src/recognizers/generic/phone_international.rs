//! Telephone numbers with a country code.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Then, Validity,
};
use crate::telephone::countries::{International, international};
use crate::telephone::surroundings::stands_alone;
use crate::{EntityType, Score};

/// A pattern behind `+`. Further digits behind a number (a year) look like one more group, so that
/// three groups, the usual number of them, are tried as well; the longest that the table knows wins.
const fn behind_plus(name: &'static str, regex: &'static str) -> Pattern {
    Pattern {
        name,
        regex,
        score: Score::new(0.75),
        boundary: Boundary::None,
        anchors: &[Anchor::Before {
            byte: b'+',
            class: is_opening_bracket,
            max: 1,
        }],
    }
}

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "generic/phone_international",
    entity: EntityType::PHONE_NUMBER,
    summary: "Telephone numbers of every country behind + or 00 and a country code.",
    reference: "ITU-T E.164 and E.123; lengths and first digits from libphonenumber metadata 9.0.43",
    activation: Activation::Default,
    patterns: &[
        behind_plus(
            "plus, dashes",
            r"(?:\(\+ ?\d{1,3}\)|\+ ?\d{1,3})[ .-]?(?:\(\d{1,5}\)[ .-]?)?\d+(?:[.-]\d+)*",
        ),
        behind_plus(
            "plus, many groups",
            r"(?:\(\+ ?\d{1,3}\)|\+ ?\d{1,3})(?: ?[.-] ?| {1,2})?(?:\(\d{1,5}\)[ .-]?)?\d{1,12}(?:(?: ?[.-] ?| {1,2})\d{1,12}){1,5}",
        ),
        behind_plus(
            "plus, three groups",
            r"(?:\(\+ ?\d{1,3}\)|\+ ?\d{1,3})(?: ?[.-] ?| {1,2})?(?:\(\d{1,5}\)[ .-]?)?\d{1,7}(?:(?: ?[.-] ?| {1,2})\d{1,8}){2}",
        ),
        Pattern {
            name: "00",
            regex: r"00[ -]?[1-9]\d{0,2}[ .-]?(?:\(\d{1,5}\)[ .-]?)?\d{1,14}(?:[ .-]\d{1,9}){0,4}",
            score: Score::new(0.2),
            boundary: Boundary::None,
            anchors: &[
                Anchor::Number {
                    digits: (2, 5),
                    then: Then::HYPHEN.or(Then::SPACE).or(Then::DOT).or(Then::BRACKET),
                },
                Anchor::Number {
                    digits: (10, 17),
                    then: Then::ANY,
                },
            ],
        },
    ],
    context: &[
        "電話",
        "TEL",
        "phone",
        "telephone",
        "mobile",
        "cell",
        "call",
        "FAX",
        "携帯",
        "連絡先",
        "whatsapp",
        "viber",
        "直通",
        "代表",
        "contact",
        "手机",
        "전화",
    ],
    counter_context: &[],
    check: Some(check),
    examples: &[
        Example {
            text: "マツモト（«+1 206 555 0144»）にお電話ください。",
        },
        Example {
            text: "崔さん（«+82-10-5550-2382»）に直接",
        },
        Example {
            text: "Office «(+1) 206-555-0144», London «+44 (0)20 7946 0959», Paris «+33 1 99 00 12 35»",
        },
        Example {
            text: "Berlin «+49 30 12345679», Beijing «+86 10 5550 1234», Sydney «+61 2 5550 1234»",
        },
        Example {
            text: "«+12065550144»、«+1.206.555.0144»、«+1 (206) 555-0144» ext. 12",
        },
        Example {
            text: "phone: «0044 20 7946 0959»",
        },
        Example {
            text: "«＋８２－１０－５５５０－２３８２»まで",
        },
        Example {
            text: "«+1 206 555 0144» 2025年5月",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "前年比 +12.5% / +1,200円 / +3.14159",
            reason: "signed quantities",
        },
        CounterExample {
            text: "+0900 と +09:00",
            reason: "offsets of time zones",
        },
        CounterExample {
            text: "C++ 20 2024 12",
            reason: "no country and no length fits",
        },
        CounterExample {
            text: "コード 0044123456789",
            reason: "00 without a label is any number",
        },
    ],
    known_gaps: &[KnownGap {
        text: "«+1 206 FLOWERS»",
        reason: "spelled in letters",
    }],
};

fn is_opening_bracket(character: char) -> bool {
    character == '('
}

/// A sign and six digits, the fewest that numbers have with their country code.
const SHORTEST: usize = 7;
/// 00 and fifteen digits, the most that a number of the world's numbering plan has.
const LONGEST: usize = 17;

fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    if text.len() < SHORTEST {
        return Validity::Invalid;
    }
    // A national 0 in brackets is not dialled from abroad.
    let (head, tail) = text.split_once("(0)").unwrap_or((text, ""));
    let mut digits = [0; LONGEST];
    let mut count = 0;
    for byte in head.bytes().chain(tail.bytes()).filter(u8::is_ascii_digit) {
        let Some(digit) = digits.get_mut(count) else {
            return Validity::Invalid;
        };
        *digit = byte - b'0';
        count += 1;
    }
    let digits = digits.get(..count).unwrap_or_default();
    let digits = match digits.strip_prefix(&[0, 0]) {
        Some(rest) if !text.contains('+') => rest,
        _ => digits,
    };
    match international(digits) {
        International::Number { is_longest } => {
            Validity::refuted_unless(stands_alone(candidate, text.contains(' ') && !is_longest))
        }
        International::CountryOnly | International::None => Validity::Invalid,
    }
}
