//! Italian tax codes (codice fiscale). Letters and digits alternate in a way that nothing else has, and the
//! control letter lets one in twenty-six pass, so that no label is needed.

use crate::check_digit::it_fiscal_code;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Run, Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "it/fiscal_code",
    entity: EntityType::IT_FISCAL_CODE,
    summary: "Italian tax codes: letters of the name, date of birth, municipality, control letter.",
    reference: "Decreto ministeriale 23 dicembre 1976 n. 345; Agenzia delle Entrate, codice fiscale",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "sixteen characters",
        regex: r"(?i-u:[A-Z]{6}[0-9L-NP-V]{2}[A-EHLMPR-T][0-9L-NP-V]{2}[A-MZ][0-9L-NP-V]{3}[A-Z])",
        score: Score::new(0.9),
        boundary: Boundary::Word,
        anchors: &[Anchor::Word {
            run: Run::Mixed,
            length: (16, 16),
            then: Then::ANY,
        }],
    }],
    context: &[
        "codice fiscale",
        "cod. fisc.",
        "c.f.",
        "tax code",
        "イタリアの納税者番号",
    ],
    counter_context: &[],
    check: Some(check),
    examples: &[
        Example {
            text: "Codice fiscale: «RSSMRA85T10A562S»",
        },
        Example {
            text: "コードは«RSSMRA85T10A562S»です",
        },
        Example {
            text: "cf «bncgnn65c71h501f»",
        },
        Example {
            text: "ＣＦ：«ＲＳＳＭＲＡ８５Ｔ１０Ａ５６２Ｓ»",
        },
        Example {
            text: "Il codice «RSSMRA85T10A562S», residente a Torino",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "RSSMRA85T10A562T",
            reason: "the control letter does not fit",
        },
        CounterExample {
            text: "RSSMRA85T10A562",
            reason: "without its control letter",
        },
        CounterExample {
            text: "XRSSMRA85T10A562S",
            reason: "part of a longer code",
        },
        CounterExample {
            text: "codice fiscale RSSMRA85T35A562X",
            reason: "no month has a 35th day",
        },
        CounterExample {
            text: "rssMRA85t10A562S",
            reason: "letters of both cases: a token",
        },
    ],
    known_gaps: &[KnownGap {
        text: "codice fiscale «RSS MRA 85T10 A562S»",
        reason: "in groups, as the card prints it at times",
    }],
};

/// Holds the code to its control letter, the day and one case throughout.
fn check(candidate: &Candidate<'_>) -> Validity {
    let code = candidate.as_str();
    let fits = code
        .get(..15)
        .and_then(|payload| it_fiscal_code(payload.bytes()))
        .is_some_and(|letter| code.ends_with([letter, letter.to_ascii_lowercase()]));
    let has_one_case = !code.bytes().any(|byte| byte.is_ascii_lowercase())
        || !code.bytes().any(|byte| byte.is_ascii_uppercase());
    Validity::confirmed_if(fits && has_one_case && has_day(code))
}

/// Whether the tenth and eleventh character are a day, with forty more for a woman.
fn has_day(code: &str) -> bool {
    let mut digits = code
        .bytes()
        .skip(9)
        .map(|byte| match byte.to_ascii_uppercase() {
            digit @ b'0'..=b'9' => Some(digit - b'0'),
            // The letters that stand for digits where two persons would have the same code.
            letter => b"LMNPQRSTUV"
                .iter()
                .position(|&other| other == letter)
                .and_then(|value| u8::try_from(value).ok()),
        });
    let (Some(Some(tens)), Some(Some(ones))) = (digits.next(), digits.next()) else {
        return false;
    };
    matches!(tens * 10 + ones, 1..=31 | 41..=71)
}
