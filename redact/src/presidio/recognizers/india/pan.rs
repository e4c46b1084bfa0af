//! Indian permanent account numbers (PAN): five letters, the fourth for the kind of holder, four digits, a letter.

use std::sync::OnceLock;

use regex_automata::meta::Regex;

use crate::presidio::{Finder, Found, Pattern, RecognizerClass};
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
        Pattern::new(
            "PAN (Low)",
            r"\b(?:[0-9A-Z_@#$%^?~-]|[^\x00-\x7F]){10}\b",
            0.01,
        )
        .when(is_of_words)
        .until(last_start),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};

/// Whether the characters beyond ASCII are of words: saying so in the expression would make its table
/// too large, and ten characters are ten in either case.
fn is_of_words(found: &Found<'_>) -> bool {
    static WORDS: OnceLock<Regex> = OnceLock::new();
    let text = found.as_str();
    text.is_ascii()
        || WORDS
            .get_or_init(|| {
                Regex::new(r"\A[\w@#$%^?~-]+\z").expect("the expression is well-formed")
            })
            .is_match(text)
}

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
