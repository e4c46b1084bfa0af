//! Polish PESEL numbers: eleven digits with a date and a check digit, near a word.

use crate::calendar::is_date;
use crate::check_digit::pl_pesel;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "pl/pesel",
    entity: EntityType::PL_PESEL,
    summary: "Polish PESEL numbers: date of birth, serial number and check digit, near a word that says so.",
    reference: "Ustawa z dnia 24 września 2010 r. o ewidencji ludności, art. 15",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "eleven digits",
        regex: r"\d{11}",
        score: Score::new(0.1),
        boundary: Boundary::Number,
        anchors: &[Anchor::Number {
            digits: (11, 11),
            then: Then::ANY,
        }],
    }],
    context: &[
        "pesel",
        "numer ewidencyjny",
        "nr ewidencyjny",
        "polish id",
        "ポーランドの国民識別番号",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "PESEL: «44051401458»",
        },
        Example {
            text: "nr PESEL «44051401458», zam. Warszawa",
        },
        Example {
            text: "ＰＥＳＥＬは«４４０５１４０１４５８»です",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "44051401458",
            reason: "eleven digits without a label",
        },
        CounterExample {
            text: "PESEL 44051401459",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "PESEL 44153201458",
            reason: "not in the calendar",
        },
        CounterExample {
            text: "PESEL; tracking number 44051401458",
            reason: "the nearest label is of a parcel",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to the calendar and to its check digit.
fn check(candidate: &Candidate<'_>) -> Validity {
    let mut digits = [0; 11];
    for (place, digit) in digits.iter_mut().zip(candidate.digits()) {
        *place = digit;
    }
    let [y1, y2, m1, m2, d1, d2, ..] = digits;
    // The tens of the month carry the century: 81 to 92 is the nineteenth, 1 to 12 the twentieth.
    let century = [1900, 2000, 2100, 2200, 1800].get(usize::from(m1 / 2));
    let is_birth = century.is_some_and(|century| {
        is_date(
            century + u16::from(y1 * 10 + y2),
            m1 % 2 * 10 + m2,
            d1 * 10 + d2,
        )
    });
    Validity::refuted_unless(is_birth && pl_pesel(digits))
}
