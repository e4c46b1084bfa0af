//! Finnish personal identity codes. The calendar and the control character let one number of the shape in
//! some hundred pass; where that character is a digit, many numbers have the shape and a word is needed.

use crate::calendar::is_date;
use crate::check_digit::fi_identity_character;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "fi/personal_identity_code",
    entity: EntityType::FI_PERSONAL_IDENTITY_CODE,
    summary: "Finnish personal identity codes: date of birth, sign of the century, individual number, control character.",
    reference: "Laki väestötietojärjestelmästä 661/2009 § 11; Valtioneuvoston asetus 128/2010",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "ends in a letter",
            regex: r"\d{6}(?i-u:[-+A-FU-Y]\d{3}[A-FHJ-NPR-Y])",
            score: Score::new(0.5),
            boundary: Boundary::Word,
            anchors: &[Anchor::Number {
                digits: (6, 6),
                then: Then::HYPHEN.or(Then::TEXT).or(Then::OTHER),
            }],
        },
        Pattern {
            name: "ends in a digit",
            regex: r"\d{6}(?i-u:[-+A-FU-Y])\d{4}",
            score: Score::new(0.2),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (6, 6),
                then: Then::HYPHEN.or(Then::TEXT).or(Then::OTHER),
            }],
        },
    ],
    context: &[
        "henkilötunnus",
        "henkilötunnuksen",
        "hetu",
        "personbeteckning",
        "finnish personal identity code",
        "フィンランドの個人識別番号",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "Henkilötunnus: «131052-308T»",
        },
        Example {
            text: "番号は«131052-308T»です",
        },
        Example {
            text: "hetu «010594Y9021»",
        },
        Example {
            text: "ＨＥＴＵ：«１３１０５２－３０８Ｔ»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "131052-308U",
            reason: "the control character does not fit",
        },
        CounterExample {
            text: "010594Y9021",
            reason: "ends in a digit and has no label",
        },
        CounterExample {
            text: "131352-308T",
            reason: "no thirteenth month",
        },
        CounterExample {
            text: "1131052-308T",
            reason: "part of a longer number",
        },
        CounterExample {
            text: "品番 131052-308T",
            reason: "a part number",
        },
    ],
    known_gaps: &[],
};

/// Holds the code to the calendar and to its control character.
fn check(candidate: &Candidate<'_>) -> Validity {
    let mut digits = [0; 9];
    for (place, digit) in digits.iter_mut().zip(candidate.digits()) {
        *place = digit;
    }
    let [d1, d2, m1, m2, y1, y2, ..] = digits;
    let century = match candidate.as_str().as_bytes().get(6) {
        Some(b'+') => 1800,
        Some(b'-' | b'U'..=b'Y' | b'u'..=b'y') => 1900,
        _ => 2000,
    };
    let is_birth = is_date(
        century + u16::from(y1 * 10 + y2),
        m1 * 10 + m2,
        d1 * 10 + d2,
    );
    let number = digits
        .into_iter()
        .fold(0, |number, digit| number * 10 + u32::from(digit));
    let control = fi_identity_character(number);
    let fits = candidate
        .as_str()
        .ends_with([control, control.to_ascii_lowercase()]);
    Validity::refuted_unless(is_birth && fits)
}
