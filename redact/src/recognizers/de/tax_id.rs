//! German tax identification numbers: eleven digits with a check digit, near a word.

use crate::check_digit::iso7064_mod11_10;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "de/tax_id",
    entity: EntityType::DE_TAX_ID,
    summary: "German tax identification numbers: eleven digits with a check digit, near a word that says so.",
    reference: "Abgabenordnung § 139b; Steueridentifikationsnummerverordnung § 1; ISO 7064 MOD 11,10",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "eleven digits",
            regex: r"[1-9]\d{10}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (11, 11),
                then: Then::ANY,
            }],
        },
        Pattern {
            name: "groups",
            regex: r"[1-9]\d \d{3} \d{3} \d{3}",
            score: Score::new(0.2),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (2, 2),
                then: Then::SPACE,
            }],
        },
    ],
    context: &[
        "steuer-id",
        "steuer id",
        "steuerid",
        "steueridentifikationsnummer",
        "steuer-identifikationsnummer",
        "steuerliche identifikationsnummer",
        "identifikationsnummer",
        "idnr",
        "id-nr",
        "id.-nr",
        "steuer-idnr",
        "german tax id",
        "ドイツの納税者番号",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "Steuer-ID: «86095742719»",
        },
        Example {
            text: "IdNr. «86 095 742 719»",
        },
        Example {
            text: "Steueridentifikationsnummer «86095742719» liegt vor",
        },
        Example {
            text: "Ｓｔｅｕｅｒ－ＩＤ：«８６０９５７４２７１９»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "86095742719",
            reason: "eleven digits without a label",
        },
        CounterExample {
            text: "Steuer-ID 86095742718",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "Steuer-ID 12345678903",
            reason: "no digit stands twice",
        },
        CounterExample {
            text: "Steuer-ID folgt, order no 86095742719",
            reason: "an order number",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its check digit, and its first ten digits to the law: one of them stands there
/// twice or thrice, and each other at most once.
fn check(candidate: &Candidate<'_>) -> Validity {
    let mut counts = [0u8; 10];
    for digit in candidate.digits().take(10) {
        if let Some(count) = counts.get_mut(usize::from(digit)) {
            *count += 1;
        }
    }
    let repeated = || counts.iter().filter(|&&count| count > 1);
    let is_plain = repeated().count() == 1 && repeated().all(|&count| count <= 3);
    Validity::refuted_unless(is_plain && iso7064_mod11_10(candidate.digits()))
}
