//! Where in the text a caller's offsets are, whatever they count.

use crate::text::units::OffsetUnit;

/// The offsets of one call and their places in the text.
pub(super) struct Positions<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// Whether offsets in this text are bytes, because the caller counts them or the text is ASCII.
    counts_bytes: bool,
    /// Length of the text in the unit.
    length: usize,
    /// Offset and byte, by offset; empty where both are the same.
    places: Vec<(usize, Option<usize>)>,
}

impl<'t> Positions<'t> {
    /// Places the offsets: one walk through the text.
    pub(super) fn new(
        text: &'t str,
        unit: OffsetUnit,
        offsets: impl Iterator<Item = usize>,
    ) -> Self {
        if unit == OffsetUnit::Bytes || text.is_ascii() {
            return Self {
                text,
                unit,
                counts_bytes: true,
                length: text.len(),
                places: Vec::new(),
            };
        }
        let mut sorted: Vec<usize> = offsets.collect();
        sorted.sort_unstable();
        sorted.dedup();
        let mut places = Vec::with_capacity(sorted.len());
        let mut sorted = sorted.into_iter().peekable();
        let mut count = 0;
        for (byte, character) in text.char_indices() {
            while let Some(offset) = sorted.next_if(|&offset| offset <= count) {
                places.push((offset, (offset == count).then_some(byte)));
            }
            count += width(character, unit);
        }
        places.extend(sorted.map(|offset| (offset, (offset == count).then_some(text.len()))));
        Self {
            text,
            unit,
            counts_bytes: false,
            length: count,
            places,
        }
    }

    /// The length of the text.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// How long a replacement is.
    pub(super) fn measure(&self, replacement: &str) -> usize {
        match self.unit {
            OffsetUnit::Bytes => replacement.len(),
            unit => replacement
                .chars()
                .map(|character| width(character, unit))
                .sum(),
        }
    }

    /// The text from one offset to another, both of those placed; cut at its end. `None` where an
    /// offset falls inside a character, and empty where the end is before the start.
    pub(super) fn slice(&self, start: usize, end: usize) -> Option<&'t str> {
        let (start, end) = (self.byte(start)?, self.byte(end)?);
        self.text.get(start..end.max(start))
    }

    fn byte(&self, offset: usize) -> Option<usize> {
        if offset == 0 {
            return Some(0);
        }
        if offset >= self.length {
            return Some(self.text.len());
        }
        if self.counts_bytes {
            return self.text.is_char_boundary(offset).then_some(offset);
        }
        let search = self.places.binary_search_by_key(&offset, |place| place.0);
        self.places.get(search.ok()?)?.1
    }
}

fn width(character: char, unit: OffsetUnit) -> usize {
    match unit {
        OffsetUnit::Bytes => character.len_utf8(),
        OffsetUnit::CodePoints => 1,
        OffsetUnit::Utf16 => character.len_utf16(),
    }
}
