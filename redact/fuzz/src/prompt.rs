//! Does a copy of a prompt, whole or cut, ever bring back a value that the mail in it did not hold?

use redact::prompt::{Marking, PromptEnvelope, Scenario, remove_marks};
use redact::text::Span;
use redact::{AnonymizerEngine, EntityType, PlaceholderMap, RecognizerResult, Restorer, Score};

/// Stands in every value; the input is freed of it.
const SIGN: char = '☃';

/// A map of an earlier mail.
fn earlier() -> PlaceholderMap {
    let mut map = PlaceholderMap::new();
    for (entity_type, count) in [
        (EntityType::EMAIL_ADDRESS, 12),
        (EntityType::PERSON, 2),
        (EntityType::PHONE_NUMBER, 1),
        (EntityType::DATE_TIME, 1),
        (EntityType::BIRTH_DATE, 2),
        (EntityType::new("STAFF_ID"), 1),
    ] {
        for number in 0..count {
            let value = format!("{SIGN}{number}");
            let find = RecognizerResult {
                entity_type: entity_type.clone(),
                span: Span::new(0, value.len()),
                score: Score::ONE,
                recognizer: "fuzz".into(),
            };
            AnonymizerEngine::default()
                .anonymize(&value, &[find], &mut map)
                .expect("the find fits");
        }
    }
    map
}

/// Takes the first bytes as the marking and the place of the cut, the rest as a mail.
pub fn check(data: &[u8]) {
    let [every, cut, mail @ ..] = data else {
        return;
    };
    let mail = super::text(mail).replace(SIGN, "");
    let mut map = earlier();
    let redacted = AnonymizerEngine::default()
        .anonymize(&mail, &[], &mut map)
        .expect("no finds");
    let restorer = Restorer::new(&map);
    assert_eq!(restorer.restore(redacted.as_str()).text(), mail);
    let marking = match every % 16 {
        0 => Marking::None,
        1 => Marking::ScriptChanges,
        every => Marking::Every(usize::from(every)),
    };
    let mut next = 0u8;
    let mut random = |bytes: &mut [u8]| {
        bytes.fill_with(|| {
            next = next.wrapping_mul(37).wrapping_add(11);
            next
        });
        Ok(())
    };
    // A mail that holds the tag is refused.
    let Ok(prompt) = PromptEnvelope::builder(Scenario::ALL[0])
        .marking(marking)
        .build(&redacted, &mut random)
    else {
        return;
    };
    let content = &prompt.messages()[1].content;
    let unmarked = prompt
        .mark()
        .map_or_else(String::new, |mark| remove_marks(content, mark));
    for copy in [content.as_str(), &unmarked] {
        let mut cut = copy.len() * usize::from(*cut) / 256;
        while !copy.is_char_boundary(cut) {
            cut += 1;
        }
        for part in [copy, copy.get(..cut).unwrap_or(copy), &copy.to_lowercase()] {
            assert!(!restorer.restore(part).text().contains(SIGN));
        }
    }
}
