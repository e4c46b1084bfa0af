//! Digits dialled before a number: for calls abroad, for calls within the country, a carrier's code.

use std::sync::OnceLock;

use super::beginnings::Pairs;
use super::pattern::{Captures, Pattern};

/// Digits dialled before a number, one of several mostly.
pub(super) struct Prefix {
    pattern: &'static str,
    /// Whether the pattern is digits that stand for themselves, as most are.
    is_literal: bool,
    compiled: OnceLock<Pattern>,
}

impl Prefix {
    /// The prefix of a pattern from the table of numbering plans; an empty pattern is no prefix.
    pub(super) fn new(pattern: &'static str) -> Self {
        Self {
            pattern,
            is_literal: !pattern.is_empty() && pattern.bytes().all(|byte| byte.is_ascii_digit()),
            compiled: OnceLock::new(),
        }
    }

    /// Whether there is no prefix.
    pub(super) fn is_empty(&self) -> bool {
        self.pattern.is_empty()
    }

    /// The digits, where the pattern is digits that stand for themselves, as most are.
    pub(super) fn literal(&self) -> Option<&'static str> {
        self.is_literal.then_some(self.pattern)
    }

    /// Where the prefix of the digits ends.
    pub(super) fn end(&self, digits: &[u8]) -> Option<usize> {
        if self.is_empty() {
            return None;
        }
        if let Some(literal) = self.literal() {
            return digits
                .starts_with(literal.as_bytes())
                .then_some(literal.len());
        }
        self.compiled().at_start(digits).map(|found| found.end)
    }

    /// The prefix with the parts that the pattern names.
    pub(super) fn captures(&self, digits: &[u8]) -> Option<Captures> {
        self.compiled().at_start(digits)
    }

    /// With which digits numbers begin that may have the prefix.
    pub(super) fn pairs(&self) -> Pairs {
        if self.is_empty() {
            0
        } else {
            self.compiled().beginnings().possible
        }
    }

    /// How many parts the pattern names.
    pub(super) fn groups(&self) -> usize {
        self.compiled().groups()
    }

    fn compiled(&self) -> &Pattern {
        self.compiled.get_or_init(|| Pattern::new(self.pattern))
    }

    /// Whether the pattern compiles.
    #[cfg(test)]
    pub(super) fn is_compiled(&self) -> bool {
        self.compiled().is_compiled()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_alternative_that_fits_is_the_prefix() {
        let prefix = Prefix::new(r"0(8(?:[1-46-8]|5\d\d))?|8");
        for (digits, end) in [
            ("0312", Some(1)),
            ("0811", Some(3)),
            ("08512", Some(5)),
            ("085", Some(1)),
            ("81", Some(1)),
            ("1", None),
            ("", None),
        ] {
            assert_eq!(prefix.end(digits.as_bytes()), end, "{digits}");
        }
        assert_eq!(prefix.captures(b"0811").unwrap().group(1), Some(1..3));
        assert_eq!(Prefix::new("00").end(b"001"), Some(2));
        assert_eq!(Prefix::new("").end(b"001"), None);
    }
}
