//! Offsets in the unit of the one who asks.
//!
//! Rust counts bytes, Python code points, JavaScript UTF-16 units. In `𠮷野様 100` the `1` stands at
//! byte 11, code point 4, UTF-16 unit 5.

use super::{Original, Span};

/// What an offset counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OffsetUnit {
    /// Bytes of UTF-8.
    Bytes,
    /// Unicode code points, as Python counts.
    #[default]
    CodePoints,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
}

/// Converts byte spans of one text into another unit. Asked in ascending order, it walks the text
/// once in all; asked in any other order it starts again from the beginning.
///
/// ```
/// use redact::text::Span;
/// use redact::text::units::{OffsetConverter, OffsetUnit};
///
/// let text = "𠮷野様 100";
/// let digits = Span::new(11, 14);
/// assert_eq!(OffsetConverter::new(text, OffsetUnit::CodePoints).range(digits), 4..7);
/// assert_eq!(OffsetConverter::new(text, OffsetUnit::Utf16).range(digits), 5..8);
/// ```
#[derive(Clone)]
pub struct OffsetConverter<'t> {
    text: &'t str,
    unit: OffsetUnit,
    byte: usize,
    count: usize,
}

impl<'t> OffsetConverter<'t> {
    /// A converter for `text`.
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        // In ASCII all units agree.
        let unit = if text.is_ascii() {
            OffsetUnit::Bytes
        } else {
            unit
        };
        Self {
            text,
            unit,
            byte: 0,
            count: 0,
        }
    }

    /// A byte span in the unit of this converter.
    pub fn range(&mut self, span: Span<Original>) -> std::ops::Range<usize> {
        self.offset(span.start())..self.offset(span.end())
    }

    /// A byte offset in the unit of this converter. An offset inside a character counts as the
    /// character's end, one behind the text as the text's end.
    pub fn offset(&mut self, byte: usize) -> usize {
        if self.unit == OffsetUnit::Bytes {
            return byte.min(self.text.len());
        }
        if byte < self.byte {
            (self.byte, self.count) = (0, 0);
        }
        for character in self.text.get(self.byte..).unwrap_or_default().chars() {
            if self.byte >= byte {
                break;
            }
            self.byte += character.len_utf8();
            self.count += match self.unit {
                OffsetUnit::Utf16 => character.len_utf16(),
                _ => 1,
            };
        }
        self.count
    }
}

impl std::fmt::Debug for OffsetConverter<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("OffsetConverter")
            .field("unit", &self.unit)
            .finish_non_exhaustive()
    }
}

/// The byte offset of an offset counted in `unit`; `None` behind the text or inside a character.
pub fn to_byte(text: &str, offset: usize, unit: OffsetUnit) -> Option<usize> {
    if unit == OffsetUnit::Bytes {
        return text.is_char_boundary(offset).then_some(offset);
    }
    let mut count = 0;
    for (byte, character) in text.char_indices() {
        if count >= offset {
            return (count == offset).then_some(byte);
        }
        count += if unit == OffsetUnit::Utf16 {
            character.len_utf16()
        } else {
            1
        };
    }
    (count == offset).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_disagree_behind_a_rare_kanji() {
        let text = "𠮷野様 100";
        for (unit, expected) in [
            (OffsetUnit::Bytes, 11),
            (OffsetUnit::CodePoints, 4),
            (OffsetUnit::Utf16, 5),
        ] {
            assert_eq!(OffsetConverter::new(text, unit).offset(11), expected);
            assert_eq!(to_byte(text, expected, unit), Some(11));
        }
        assert_eq!(to_byte(text, 1, OffsetUnit::Utf16), None);
    }

    #[test]
    fn going_back_starts_again() {
        let mut converter = OffsetConverter::new("あいう", OffsetUnit::CodePoints);
        assert_eq!(converter.offset(9), 3);
        assert_eq!(converter.offset(3), 1);
        assert_eq!(converter.offset(100), 3);
    }
}
