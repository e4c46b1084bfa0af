//! Where is it, as Python counts? Code points outside, bytes inside.

use redact::text::units::{OffsetConverter, OffsetUnit};
use redact::text::{Original, Span};

/// Byte spans of one text in code points; asked in ascending order it walks the text once.
pub(crate) struct CodePoints<'t>(OffsetConverter<'t>);

impl<'t> CodePoints<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Self(OffsetConverter::new(text, OffsetUnit::CodePoints))
    }

    /// Start and end of a span of bytes.
    pub(crate) fn range(&mut self, span: std::ops::Range<usize>) -> (usize, usize) {
        (self.0.offset(span.start), self.0.offset(span.end))
    }
}

/// Spans in code points as spans of bytes, in the order given and in one walk over the text; `None` when
/// one ends behind the text or begins behind its end.
pub(crate) fn to_bytes(text: &str, spans: &[(usize, usize)]) -> Option<Vec<Span<Original>>> {
    if spans.iter().any(|(start, end)| start > end) {
        return None;
    }
    if text.is_ascii() {
        let fits = spans.iter().all(|(_, end)| *end <= text.len());
        return fits.then(|| {
            spans
                .iter()
                .map(|&(start, end)| Span::new(start, end))
                .collect()
        });
    }
    let mut offsets: Vec<usize> = spans
        .iter()
        .flat_map(|&(start, end)| [start, end])
        .collect();
    offsets.sort_unstable();
    offsets.dedup();
    let mut bytes = Vec::with_capacity(offsets.len());
    let ends = text
        .char_indices()
        .map(|(byte, _)| byte)
        .chain([text.len()]);
    let mut wanted = offsets.iter().peekable();
    for (count, byte) in ends.enumerate() {
        if wanted.next_if(|offset| **offset == count).is_some() {
            bytes.push(byte);
        }
        if wanted.peek().is_none() {
            break;
        }
    }
    let byte = |offset: &usize| bytes.get(offsets.binary_search(offset).ok()?).copied();
    spans
        .iter()
        .map(|(start, end)| Some(Span::new(byte(start)?, byte(end)?)))
        .collect()
}
