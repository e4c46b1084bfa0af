//! Which parts of a candidate are tried when the candidate as a whole is no number.
//!
//! A candidate is broken at one kind of separator at a time, the more telling ones first.

use std::ops::Range;

use super::candidate::Symbol;
use super::character::{is_space, is_unwanted_at_end, is_wide_dash};

/// A kind of separator.
#[derive(Clone, Copy)]
pub(super) enum Separator {
    Slash,
    Bracket,
    SpacedHyphen,
    WideDash,
    FullStop,
    Space,
}

/// The separators in the order in which they are tried.
pub(super) const SEPARATORS: [Separator; 6] = [
    Separator::Slash,
    Separator::Bracket,
    Separator::SpacedHyphen,
    Separator::WideDash,
    Separator::FullStop,
    Separator::Space,
];

/// Which separators may stand among the symbols, as bits in the order of [`SEPARATORS`].
pub(super) fn separators_among(symbols: &[Symbol]) -> u8 {
    let mut hyphen = false;
    let mut found = 0;
    for symbol in symbols {
        if symbol.digit.is_none() {
            found |= match symbol.character {
                '/' => 1,
                '(' => 1 << 1,
                '-' => {
                    hyphen = true;
                    0
                }
                '.' => 1 << 4,
                character if is_wide_dash(character) => 1 << 3,
                character if is_space(character) => 1 << 5,
                _ => 0,
            };
        }
    }
    if hyphen && found & 1 << 5 != 0 {
        found |= 1 << 2;
    }
    found
}

impl Separator {
    /// The first place at `from` or behind it where the candidate is broken, and the part behind it.
    pub(super) fn next(self, symbols: &[Symbol], from: usize) -> Option<(usize, Range<usize>)> {
        (from..symbols.len()).find_map(|at| Some((at, self.part(symbols, at)?)))
    }

    /// The part behind the separator that begins at `at`, if one does.
    fn part(self, symbols: &[Symbol], at: usize) -> Option<Range<usize>> {
        let character = |at: usize| symbols.get(at).map(|symbol| symbol.character);
        let is_space_at = |at: usize| character(at).is_some_and(is_space);
        let skip = |mut at: usize, wanted: fn(char) -> bool| {
            while character(at).is_some_and(wanted) {
                at += 1;
            }
            at
        };
        let here = character(at)?;
        let end = symbols.len();
        match self {
            Self::Slash if here == '/' => Some(skip(at, |c| c == '/')..end),
            Self::Bracket if here == '(' => Some(at..skip(at + 1, |c| c != '(')),
            Self::SpacedHyphen
                if (is_space(here) && character(at + 1) == Some('-'))
                    || (here == '-' && is_space_at(at + 1)) =>
            {
                Self::behind_spaces(at + 2, skip(at + 2, is_space), end).map(|start| start..end)
            }
            Self::WideDash if is_wide_dash(here) => {
                Self::behind_spaces(at + 1, skip(at + 1, is_space), end).map(|start| start..end)
            }
            Self::FullStop if here == '.' => {
                let stops = skip(at, |c| c == '.');
                let mut start = skip(stops, is_space);
                // Something must follow; a space that was skipped will do.
                if character(start).is_none_or(|c| c == '.') {
                    start = start.checked_sub(1).filter(|&start| start >= stops)?;
                }
                Some(start..skip(start, |c| c != '.'))
            }
            Self::Space if is_space(here) => {
                let start = skip(at, is_space);
                (start < end).then(|| start..skip(start, |c| !is_space(c)))
            }
            _ => None,
        }
    }

    /// Where the part begins behind spaces from `first` to `after`: the last space is part of it if
    /// nothing else is left.
    fn behind_spaces(first: usize, after: usize, end: usize) -> Option<usize> {
        if after < end {
            Some(after)
        } else {
            after.checked_sub(1).filter(|&start| start >= first)
        }
    }
}

/// The range without what a number does not end with.
pub(super) fn trimmed(symbols: &[Symbol], range: Range<usize>) -> Range<usize> {
    let part = symbols.get(range.clone()).unwrap_or_default();
    let kept = part
        .iter()
        .rposition(|symbol| !is_unwanted_at_end(symbol.character))
        .map_or(0, |last| last + 1);
    range.start..range.start + kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(separator: Separator, text: &str) -> Vec<String> {
        let symbols = Symbol::all(text);
        let mut from = 0;
        let mut parts = Vec::new();
        while let Some((at, part)) = separator.next(&symbols, from) {
            parts.push(
                symbols[part]
                    .iter()
                    .map(|symbol| symbol.character)
                    .collect(),
            );
            from = at + 1;
        }
        parts
    }

    #[test]
    fn candidates_break_at_separators() {
        assert_eq!(parts(Separator::Slash, "1//2/3"), ["2/3", "2/3", "3"]);
        assert_eq!(parts(Separator::Bracket, "1 (2) 3 (4"), ["(2) 3 ", "(4"]);
        assert_eq!(
            parts(Separator::SpacedHyphen, "1 - 2 -3-4"),
            ["2 -3-4", "2 -3-4", "3-4"]
        );
        assert_eq!(parts(Separator::SpacedHyphen, "1 -"), [""; 0]);
        assert_eq!(parts(Separator::WideDash, "1―2－ 3"), ["2－ 3", "3"]);
        assert_eq!(parts(Separator::FullStop, "1..2. 3"), ["2", "2", "3"]);
        assert_eq!(parts(Separator::FullStop, "1. .2"), [" ", "2"]);
        assert_eq!(parts(Separator::Space, "1  2 3 "), ["2", "2", "3"]);
    }
}
