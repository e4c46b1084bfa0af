//! Which of several patterns over digits match a row of digits as a whole.
//!
//! The patterns of a region are alternatives of digits, so one table with all of them answers in one
//! step a digit.

use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::{start, syntax};
use regex_automata::{Anchored, MatchKind};

/// Patterns compiled into one table.
pub(super) struct PatternSet {
    /// The table and the state in which it begins.
    table: Option<(dense::DFA<Vec<u32>>, StateID)>,
}

impl PatternSet {
    /// Compiles at most 64 patterns. They come from the table of numbering plans, which a test
    /// compiles as a whole; one that did not compile would match nothing.
    pub(super) fn new<P: AsRef<str>>(patterns: &[P]) -> Self {
        let table = dense::Builder::new()
            .syntax(syntax::Config::new().unicode(false).utf8(false))
            .configure(
                dense::Config::new()
                    .start_kind(StartKind::Anchored)
                    .match_kind(MatchKind::All)
                    .accelerate(false),
            )
            .build_many(patterns)
            .ok()
            .and_then(|table| {
                let config = start::Config::new().anchored(Anchored::Yes);
                let start = table.start_state(&config).ok()?;
                Some((table, start))
            });
        Self { table }
    }

    /// The numbers of the patterns that match all of `digits`, as bits.
    pub(super) fn matching(&self, digits: &[u8]) -> u64 {
        let Some((table, start)) = &self.table else {
            return 0;
        };
        let mut state = *start;
        for &digit in digits {
            state = table.next_state(state, digit);
            if table.is_dead_state(state) {
                return 0;
            }
        }
        state = table.next_eoi_state(state);
        if !table.is_match_state(state) {
            return 0;
        }
        (0..table.match_len(state)).fold(0, |bits, index| {
            bits | 1_u64
                .checked_shl(table.match_pattern(state, index).as_u32())
                .unwrap_or(0)
        })
    }

    /// Whether the patterns compiled.
    #[cfg(test)]
    pub(super) fn is_compiled(&self) -> bool {
        self.table.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_matching_patterns_are_named() {
        let set = PatternSet::new(&[r"\d{3}", r"1\d|12[3-5]", "(?:12)[0-9]*"]);
        assert_eq!(set.matching(b"123"), 0b111);
        assert_eq!(set.matching(b"129"), 0b101);
        assert_eq!(set.matching(b"12"), 0b110);
        assert_eq!(set.matching(b"1299"), 0b100);
        assert_eq!(set.matching(b""), 0);
    }
}
