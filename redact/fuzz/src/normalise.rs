//! Do folded text and offsets stay aligned with the original?

use redact::text::units::{OffsetConverter, OffsetUnit, to_byte};
use redact::text::{Normalized, NormalizedText, Original, Span};

/// How many characters of a text are looked at one by one; pairs of them cost the square.
const PAIRS: usize = 24;

/// Folds, and maps spans and offsets there and back.
pub fn check(data: &[u8]) {
    let text = super::text(data);
    let normalized = NormalizedText::new(&text);
    assert_eq!(normalized.original(), text);
    if !normalized.is_changed() {
        assert_eq!(normalized.as_str(), text);
    }
    back_to_the_original(&text, &normalized);
    from_the_original(&text, &normalized);
    for unit in [OffsetUnit::Bytes, OffsetUnit::CodePoints, OffsetUnit::Utf16] {
        units(&text, unit);
    }
}

fn boundaries(text: &str) -> Vec<usize> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.chain([text.len()]).collect()
}

fn back_to_the_original(text: &str, normalized: &NormalizedText<'_>) {
    let folded = boundaries(normalized.as_str());
    let mut behind = 0;
    for pair in folded.windows(2) {
        let span = normalized.to_original(Span::<Normalized>::new(pair[0], pair[1]));
        assert!(
            text.get(span.range()).is_some(),
            "{span:?} cuts a character"
        );
        assert!(span.end() >= behind, "{span:?} goes back behind {behind}");
        behind = span.end();
    }
    let whole = Span::<Normalized>::new(0, normalized.as_str().len());
    assert!(text.get(normalized.to_original(whole).range()).is_some());
    for (index, &start) in folded.iter().enumerate().take(PAIRS) {
        for &end in folded.iter().skip(index).take(PAIRS) {
            let span = normalized.to_original(Span::<Normalized>::new(start, end));
            assert!(
                text.get(span.range()).is_some(),
                "{span:?} cuts a character"
            );
        }
    }
}

fn from_the_original(text: &str, normalized: &NormalizedText<'_>) {
    let original = boundaries(text);
    for (index, &start) in original.iter().enumerate().take(PAIRS) {
        for &end in original.iter().skip(index).take(PAIRS) {
            let span = normalized.to_normalized(Span::<Original>::new(start, end));
            assert!(
                normalized.as_str().get(span.range()).is_some(),
                "{span:?} cuts a folded character"
            );
        }
    }
}

fn units(text: &str, unit: OffsetUnit) {
    let mut converter = OffsetConverter::new(text, unit);
    let mut last = None;
    for (index, &byte) in boundaries(text).iter().enumerate() {
        let offset = converter.offset(byte);
        assert!(last.is_none_or(|last| last < offset), "offsets must grow");
        last = Some(offset);
        // Counting from the start of the text each time is quadratic.
        if index < PAIRS {
            assert_eq!(to_byte(text, offset, unit), Some(byte));
        }
    }
}
