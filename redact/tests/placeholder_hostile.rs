//! Texts made to be slow: 200 KB each, redacted, restored and streamed. Each is a matter of
//! seconds at the very most; anything worse than linear would take hours.

use redact::anonymizer::AnonymizerEngine;
use redact::placeholder::{PlaceholderMap, Restorer};

#[test]
fn much_of_anything_is_quick_and_comes_back() {
    for unit in [
        "[",
        "[EMAIL_",
        "(A ",
        "A ",
        "A_",
        "&#91;",
        "&",
        "\\",
        "%5B",
        "［",
        "【メール",
        "[        A",
        "EMAIL_1 ",
        "[EMAIL_1]",
        "[EMAIL_1",
        "「E_",
        "_",
        "1",
        "[1",
        "EMAIL_EMAIL_",
        "&#0000",
        "\\u005",
        "a b_c ",
        "Ａ",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        let mut map = PlaceholderMap::new();
        let redacted = AnonymizerEngine::default()
            .anonymize(&text, &[], &mut map)
            .expect("no results");
        assert_eq!(redacted.as_str(), text, "{unit:?}");
        let restorer = Restorer::new(&map);
        assert_eq!(restorer.restore(&text).text(), text, "{unit:?}");
        assert_eq!(restorer.restore_json(&text).text(), text, "{unit:?}");
        let mut stream = restorer.stream();
        let mut streamed = String::with_capacity(text.len());
        for piece in text.as_bytes().chunks(61) {
            streamed += &stream.push_bytes(piece);
        }
        streamed += &stream.finish().0;
        assert_eq!(streamed, text, "{unit:?}");
    }
}

#[test]
fn a_text_that_names_thousands_of_placeholders_costs_their_number_once() {
    let text = (1..50_000).fold(String::new(), |text, number| {
        text + &format!("[EMAIL_{number}]")
    });
    let mut map = PlaceholderMap::new();
    let engine = AnonymizerEngine::default();
    let redacted = engine.anonymize(&text, &[], &mut map).expect("no results");
    let restored = Restorer::new(&map).restore(redacted.as_str());
    assert_eq!(restored.text(), text);
    assert_eq!(restored.report().foreign.len(), 49_999);

    // And as many labels.
    let letter = |index: u32| char::from(b'A' + (index % 26) as u8);
    let text = (0..50_000u32).fold(String::new(), |mut text, index| {
        let label = [index / 17_576, index / 676, index / 26, index].map(letter);
        text.push('[');
        text.extend(label);
        text.push_str("_1]");
        text
    });
    let mut map = PlaceholderMap::new();
    let redacted = engine.anonymize(&text, &[], &mut map).expect("no results");
    assert_eq!(Restorer::new(&map).restore(redacted.as_str()).text(), text);
}
