//! Indian permanent account numbers (PAN): ten characters, the fourth for the kind of holder, near a word.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec, Run,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "india/pan",
    entity: EntityType::IN_PAN,
    summary: "Indian permanent account numbers: five letters, four digits and a letter, near a word that says so.",
    reference: "Income-tax Act 1961 s 139A; Income-tax Rules 1962, rule 114",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "ten characters",
        regex: r"(?i-u:[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z])",
        score: Score::new(0.3),
        boundary: Boundary::Word,
        anchors: &[Anchor::Word {
            run: Run::Mixed,
            length: (10, 10),
            then: Then::ANY,
        }],
    }],
    context: &[
        "pan",
        "pan card",
        "pan no",
        "pan number",
        "permanent account number",
        "income tax",
        "納税者番号",
    ],
    counter_context: other_numbers!["gstin"],
    check: Some(check),
    examples: &[
        Example {
            text: "PAN: «AAPFU0939F»",
        },
        Example {
            text: "my permanent account number is «bqkpr4417d».",
        },
        Example {
            text: "ＰＡＮ　«ＡＡＰＦＵ０９３９Ｆ»",
        },
        Example {
            text: "PAN番号«AAPFU0939F»です",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "AAPFU0939F",
            reason: "ten characters without a label",
        },
        CounterExample {
            text: "PAN AAPXU0939F",
            reason: "no kind of holder has the letter X",
        },
        CounterExample {
            text: "PAN model AAPFU0939F",
            reason: "a model number",
        },
    ],
    known_gaps: &[],
};

/// Refutes a mixture of cases and the number 0000.
fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    let has = |is: fn(&u8) -> bool| text.bytes().any(|byte| is(&byte));
    let is_mixed = has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
    Validity::refuted_unless(!is_mixed && text.get(5..9) != Some("0000"))
}
