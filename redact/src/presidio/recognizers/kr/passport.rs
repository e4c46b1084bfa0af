//! Korean passport numbers: a letter for the kind, then eight digits, or three digits, a letter, four digits.

use crate::presidio::{Finder, Found, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "KrPassportRecognizer",
    entity: "KR_PASSPORT",
    language: "ko",
    country: Some("kr"),
    context: &[
        "Korean passport",
        "Korean passport number",
        "대한민국 여권",
        "여권",
        "passport",
        "passport number",
    ],
    reference: "여권법 시행령 제3조의2; 외교부, 차세대 전자여권 번호체계",
    finder: Finder::Patterns(&[
        Pattern::new("Passport Number (Current)", r"[MSROD]\d{3}[A-Z]\d{4}", 0.1)
            .at(&[Anchor::Word {
                run: Run::Mixed,
                length: (9, 255),
                then: Then::ANY,
            }])
            .when(is_apart),
        Pattern::new("Passport Number (Previous)", r"[MSROD]\d{8}", 0.05)
            .at(&[Anchor::Word {
                run: Run::Mixed,
                length: (9, 255),
                then: Then::ANY,
            }])
            .when(is_apart),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};

/// Whether no letter or digit stands before the number and no digit behind it; others may.
fn is_apart(found: &Found<'_>) -> bool {
    let joins = |character: char| {
        character.is_ascii_alphanumeric() || matches!(character, 'ſ' | 'ı' | '\u{212A}')
    };
    !found.before().next().is_some_and(joins)
        && !found
            .after()
            .next()
            .is_some_and(|next| next.is_ascii_digit())
}
