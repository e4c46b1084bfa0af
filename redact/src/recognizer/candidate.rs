//! A match under examination.

use crate::text::{Normalized, Span};

/// What a check says of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Validity {
    /// Confirmed, a check digit for instance: the score becomes 1.
    Valid,
    /// Refuted: the match is turned down.
    Invalid,
    /// Neither: the pattern's own score stays.
    Unknown,
}

impl Validity {
    /// `Valid` if `holds`, else `Invalid`.
    pub const fn confirmed_if(holds: bool) -> Self {
        if holds { Self::Valid } else { Self::Invalid }
    }

    /// `Unknown` if `holds`, else `Invalid`: for checks that only refute.
    pub const fn refuted_unless(holds: bool) -> Self {
        if holds { Self::Unknown } else { Self::Invalid }
    }
}

/// A place where a pattern matched, with a bounded view of what stands around it.
#[derive(Clone, Copy)]
pub struct Candidate<'t> {
    text: &'t str,
    span: Span<Normalized>,
}

/// How many bytes around a match a check may see. Bounded, so that checks stay linear.
const VIEW: usize = 192;

impl<'t> Candidate<'t> {
    /// A candidate in the folded `text`. The span must lie on character boundaries.
    pub fn new(text: &'t str, span: Span<Normalized>) -> Self {
        Self { text, span }
    }

    /// The folded text of the match.
    pub fn as_str(&self) -> &'t str {
        self.text.get(self.span.range()).unwrap_or_default()
    }

    /// Where it stands in the folded text.
    pub fn span(&self) -> Span<Normalized> {
        self.span
    }

    /// Up to 192 bytes before the match.
    pub fn before(&self) -> &'t str {
        let mut start = self.span.start().saturating_sub(VIEW);
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        self.text.get(start..self.span.start()).unwrap_or_default()
    }

    /// Up to 192 bytes behind the match.
    pub fn after(&self) -> &'t str {
        let mut end = (self.span.end() + VIEW).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        self.text.get(self.span.end()..end).unwrap_or_default()
    }

    /// The values of the ASCII digits in the match, in order.
    pub fn digits(&self) -> impl DoubleEndedIterator<Item = u8> + Clone + use<'t> {
        self.as_str()
            .bytes()
            .filter(u8::is_ascii_digit)
            .map(|digit| digit - b'0')
    }
}

impl std::fmt::Debug for Candidate<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Candidate")
            .field("span", &self.span)
            .finish_non_exhaustive()
    }
}
