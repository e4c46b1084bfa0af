//! German identity card numbers: nine characters of a small alphabet, with their check digit or without it.

use crate::check_digit::icao_9303;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec, Run,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "de/id_card",
    entity: EntityType::DE_ID_CARD,
    summary: "German identity card numbers: nine characters, with or without their check digit, near a word that says so.",
    reference: "Personalausweisgesetz § 5; ICAO Doc 9303 part 3 §4.9; BSI TR-03105",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "series",
        regex: r"(?i-u:[CFGHJ-NPRTV-Z][0-9CFGHJ-NPRTV-Z]{8}\d?)",
        score: Score::new(0.2),
        boundary: Boundary::Word,
        anchors: &[Anchor::Word {
            run: Run::Mixed,
            length: (9, 10),
            then: Then::ANY,
        }],
    }],
    context: &[
        "personalausweis",
        "personalausweisnummer",
        "ausweisnummer",
        "ausweis-nr",
        "ausweis nr",
        "perso-nr",
        "seriennummer des ausweises",
        "german id card",
        "ドイツの身分証明書",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "Personalausweis: «L01X00T47»",
        },
        Example {
            text: "Ausweisnummer «L01X00T471»",
        },
        Example {
            text: "Personalausweisnummer «T22000129»",
        },
        Example {
            text: "Ａｕｓｗｅｉｓｎｕｍｍｅｒ：«Ｌ０１Ｘ００Ｔ４７»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "L01X00T47",
            reason: "a part number may look like this",
        },
        CounterExample {
            text: "Ausweisnummer L01X00T472",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "Ausweisnummer LB1X00T47",
            reason: "B is not of the alphabet",
        },
    ],
    known_gaps: &[],
};

/// Letters that spell no word and look like no digit; a tenth character is the check digit of nine.
fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    let values = text.bytes().map(|byte| match byte {
        b'0'..=b'9' => byte - b'0',
        _ => byte.to_ascii_uppercase() - b'A' + 10,
    });
    let check = values.clone().nth(9);
    let has_digit = candidate.digits().next().is_some();
    let fits = check.is_none_or(|check| icao_9303(values.take(9), check));
    Validity::refuted_unless(has_digit && fits)
}
