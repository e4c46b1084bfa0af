//! Indian permanent account numbers (PAN): five letters, the fourth for the kind of holder, four digits, a letter.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "InPanRecognizer",
    entity: "IN_PAN",
    language: "en",
    country: Some("in"),
    context: &["permanent account number", "pan"],
    reference: "Income-tax Act 1961 s 139A; Income Tax Department, structure of PAN",
    finder: Finder::Patterns(&[
        Pattern::new(
            "PAN (High)",
            r"\b[A-Z]{3}[ABCFGHLJPT][A-Z][0-9]{4}[A-Z]\b",
            0.5,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (10, 10),
            then: Then::ANY,
        }]),
        Pattern::new("PAN (Medium)", r"\b[A-Z]{5}[0-9]{4}[A-Z]\b", 0.1).at(&[Anchor::Word {
            run: Run::Mixed,
            length: (10, 10),
            then: Then::ANY,
        }]),
        Pattern::new("PAN (Low)", r"\b[\w@#$%^?~-]{10}\b", 0.01).until(last_start),
    ]),
    validate: None,
    invalidate: None,
};

/// Behind which byte no match of the loosest pattern begins: it looks ahead for a letter and for four
/// digits, wherever in the rest of the text they stand.
// Presidio: so that any ten characters are an account number if a year stands somewhere behind them.
fn last_start(text: &str) -> usize {
    let bytes = text.as_bytes();
    let letter = text
        .char_indices()
        .rev()
        .find(|(_, character)| matches!(character, 'a'..='z' | 'A'..='Z' | 'ſ' | 'ı' | '\u{212A}'))
        .map(|(place, _)| place);
    let digits = bytes
        .windows(4)
        .rposition(|four| four.iter().all(u8::is_ascii_digit));
    letter
        .zip(digits)
        .map_or(0, |(letter, digits)| letter.min(digits) + 1)
}
