//! One pattern of a class, and how it is searched for.
//!
//! The semantics are those of `regex.finditer` in Python: the leftmost match, of several at one place
//! the one preferred by the order of alternatives and by greediness, the next search behind it.
//! A match is looked for at the places that anchors propose; a pattern without anchors, and every
//! pattern in a text with letters or digits that the scanner does not know, is tried everywhere.

use std::sync::OnceLock;

use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::meta::Regex;
use regex_automata::nfa::thompson::{self, State};
use regex_automata::{Anchored, Input};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Hir, HirKind, Look, Repetition};

use super::is_word;

use crate::recognizer::{Anchor, Validity};

/// How far from its start a match may reach, in bytes. A bound, so that no text makes one candidate
/// cost more than this.
const LONGEST_MATCH: usize = 8 * 1024;

/// A shape with its score.
///
/// Matching is on the text as it is: Unicode, in any case, `.` matches a line break and `^` `$`
/// match at lines unless the pattern says otherwise (Presidio's flags 26). There is no look-around
/// in the expression. What stands for it:
///
/// - `\b`, `\b{start-half}` (no word character before) and `\b{end-half}` (none behind);
/// - if the expression has a group, the match is the group, and what is behind the group is a
///   look-ahead: `(\d{4})(?:[^\d-]|\z)`;
/// - [`Pattern::when`] for everything that stands before the match or concerns it as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Pattern {
    /// Its name in Presidio.
    pub name: &'static str,
    /// The shape.
    pub regex: &'static str,
    /// The score without context.
    pub score: f64,
    condition: Option<fn(&Found<'_>) -> bool>,
    until: Option<fn(&str) -> usize>,
    anchors: &'static [Anchor],
}

/// What a pattern found, for a check of the class or a condition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// The first byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
    /// How sure, above 0.
    pub score: f64,
    /// Which of the class's patterns.
    pub pattern: Option<u16>,
    /// What the class's check said.
    pub validity: Validity,
}

/// A place where a pattern's expression matched.
#[derive(Clone, Copy)]
pub struct Found<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl<'t> Found<'t> {
    /// The matched text.
    pub fn as_str(&self) -> &'t str {
        self.text.get(self.start..self.end).unwrap_or_default()
    }

    /// The characters before the match, nearest first.
    pub fn before(&self) -> impl Iterator<Item = char> + use<'t> {
        self.text
            .get(..self.start)
            .unwrap_or_default()
            .chars()
            .rev()
    }

    /// The characters behind the match, nearest first.
    pub fn after(&self) -> impl Iterator<Item = char> + use<'t> {
        self.text.get(self.end..).unwrap_or_default().chars()
    }
}

impl std::fmt::Debug for Found<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Found({}..{})", self.start, self.end)
    }
}

/// A pattern that is compiled when it is first tried.
pub(crate) struct CompiledPattern {
    spec: &'static Pattern,
    compiled: OnceLock<Compiled>,
}

/// An automaton whose states are all computed beforehand.
type Table = dense::DFA<Vec<u32>>;

/// A pattern made ready to run.
struct Compiled {
    /// What must stand before a match; taken off the expression, since most places fail here.
    leading: Leading,
    /// A table, which matches a byte in about a nanosecond, for shapes whose table is small. It gives
    /// up where a word boundary depends on a character that is not ASCII.
    table: Option<Box<Table>>,
    /// The same without any assertions, which never gives up: where it does not match, nothing does.
    /// So Japanese text with a number in it need not be read by the slower engine.
    sieve: OnceLock<Option<Box<Table>>>,
    /// The expression, for the sieve and the regex.
    expression: Hir,
    /// Made when the table is not enough.
    regex: OnceLock<Option<Regex>>,
    /// The bytes that a match can begin with.
    first: [bool; 256],
    has_group: bool,
}

/// What an expression says first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leading {
    /// `\b`
    Boundary,
    /// `\b{start-half}`
    NoWordBefore,
    /// Anything else.
    Nothing,
}

impl Pattern {
    /// A pattern that is tried everywhere and on no condition.
    pub const fn new(name: &'static str, regex: &'static str, score: f64) -> Self {
        Self {
            name,
            regex,
            score,
            condition: None,
            until: None,
            anchors: &[],
        }
    }

    /// The same, tried at these places alone. They must cover every ASCII text that the pattern
    /// matches; a test compares with trying it everywhere.
    #[must_use]
    pub const fn at(self, anchors: &'static [Anchor]) -> Self {
        Self { anchors, ..self }
    }

    /// The same, on a condition: where it does not hold the match is none, and the next place is
    /// tried.
    #[must_use]
    pub const fn when(self, condition: fn(&Found<'_>) -> bool) -> Self {
        Self {
            condition: Some(condition),
            ..self
        }
    }

    /// The same, tried only before the byte that `until` answers for a text: a look-ahead that reaches
    /// to the end of the text would cost that much at every place. Such a pattern has no anchors.
    #[must_use]
    pub const fn until(self, until: fn(&str) -> usize) -> Self {
        Self {
            until: Some(until),
            ..self
        }
    }

    /// Where it is tried; everywhere if this is empty.
    pub fn anchors(&self) -> &'static [Anchor] {
        self.anchors
    }
}

impl CompiledPattern {
    pub(crate) fn new(spec: &'static Pattern) -> Self {
        Self {
            spec,
            compiled: OnceLock::new(),
        }
    }

    /// Calls `visit` with the bytes of every match in `text`.
    pub(crate) fn find_everywhere(&self, text: &str, mut visit: impl FnMut(usize, usize)) {
        let compiled = self.compiled();
        let until = self.spec.until.map_or(text.len(), |until| until(text));
        let mut resume = 0;
        for (start, &byte) in text.as_bytes().iter().enumerate().take(until) {
            if start < resume || !compiled.may_begin(byte) || !text.is_char_boundary(start) {
                continue;
            }
            if let Some(end) = self.match_end(text, start) {
                visit(start, end);
                resume = end;
            }
        }
    }

    /// Where it is tried; everywhere if this is empty.
    pub(crate) fn anchors(&self) -> &'static [Anchor] {
        self.spec.anchors
    }

    /// Whether a match may begin at byte `start`, by its first byte and the boundary before it.
    #[inline]
    pub(crate) fn may_begin(&self, text: &str, start: usize) -> bool {
        let compiled = self.compiled();
        text.as_bytes()
            .get(start)
            .is_some_and(|&byte| compiled.may_begin(byte))
            && compiled.leading.holds(text, start)
    }

    /// The end of the match that begins exactly at byte `start`, if there is one. An empty match is
    /// none.
    pub(crate) fn match_end(&self, text: &str, start: usize) -> Option<usize> {
        let compiled = self.compiled();
        let end = compiled.match_end(text, start)?;
        let found = Found { text, start, end };
        (end > start
            && self
                .spec
                .condition
                .is_none_or(|condition| condition(&found)))
        .then_some(end)
    }

    fn compiled(&self) -> &Compiled {
        self.compiled.get_or_init(|| Compiled::new(self.spec.regex))
    }
}

impl Leading {
    /// Takes the word boundary off the head of an expression.
    fn split(expression: Hir) -> (Self, Hir) {
        let HirKind::Concat(parts) = expression.kind() else {
            return (Self::Nothing, expression);
        };
        let leading = match parts.first().map(Hir::kind) {
            Some(HirKind::Look(Look::WordUnicode)) => Self::Boundary,
            Some(HirKind::Look(Look::WordStartHalfUnicode)) => Self::NoWordBefore,
            _ => return (Self::Nothing, expression),
        };
        (
            leading,
            Hir::concat(parts.iter().skip(1).cloned().collect()),
        )
    }

    /// Whether it holds at byte `start`.
    #[inline]
    fn holds(self, text: &str, start: usize) -> bool {
        let is_word_before = || {
            let before = text.get(..start).unwrap_or_default();
            before.chars().next_back().is_some_and(is_word)
        };
        match self {
            Self::Nothing => true,
            Self::NoWordBefore => !is_word_before(),
            Self::Boundary => {
                let behind = text.get(start..).unwrap_or_default();
                behind.chars().next().is_some_and(is_word) != is_word_before()
            }
        }
    }
}

impl Compiled {
    fn new(pattern: &str) -> Self {
        let expression = ParserBuilder::new()
            .case_insensitive(true)
            .multi_line(true)
            .dot_matches_new_line(true)
            .build()
            .parse(pattern)
            .expect("a test proves that every class's patterns compile");
        let (leading, expression) = Leading::split(expression);
        let nfa = nfa(&expression);
        Self {
            leading,
            has_group: expression.properties().explicit_captures_len() > 0,
            table: nfa.as_ref().and_then(table),
            sieve: OnceLock::new(),
            first: nfa.as_ref().map_or([true; 256], first_bytes),
            expression,
            regex: OnceLock::new(),
        }
    }

    fn regex(&self) -> Option<&Regex> {
        self.regex
            .get_or_init(|| Regex::builder().build_from_hir(&self.expression).ok())
            .as_ref()
    }

    /// Whether the sieve says that no match begins here.
    fn is_sifted_out(&self, input: &Input<'_>) -> bool {
        let sieve = self.sieve.get_or_init(|| {
            let expression = without_assertions(&self.expression);
            nfa(&expression).as_ref().and_then(table)
        });
        let sifted = sieve
            .as_ref()
            .map(|sieve| sieve.try_search_fwd(&input.clone().earliest(true)));
        matches!(sifted, Some(Ok(None)))
    }

    #[inline]
    fn may_begin(&self, byte: u8) -> bool {
        self.first[usize::from(byte)]
    }

    fn match_end(&self, text: &str, start: usize) -> Option<usize> {
        if !self.leading.holds(text, start) {
            return None;
        }
        let limit = text.floor_char_boundary(start.saturating_add(LONGEST_MATCH));
        let input = Input::new(text).range(start..limit).anchored(Anchored::Yes);
        let by_table = self
            .table
            .as_ref()
            .and_then(|table| table.try_search_fwd(&input).ok());
        let end = match by_table {
            Some(None) => return None,
            None if self.is_sifted_out(&input) => return None,
            Some(Some(half)) if !self.has_group => return Some(half.offset()),
            None if !self.has_group => {
                return self.regex()?.search_half(&input).map(|half| half.offset());
            }
            _ => {
                let regex = self.regex()?;
                let mut captures = regex.create_captures();
                regex.search_captures(&input, &mut captures);
                captures.get_group(1)?.end
            }
        };
        Some(end)
    }
}

fn nfa(expression: &Hir) -> Option<thompson::NFA> {
    thompson::Compiler::new()
        .configure(thompson::Config::new().which_captures(thompson::WhichCaptures::None))
        .build_from_hir(expression)
        .ok()
}

/// The table of an expression, if it is not too large.
fn table(nfa: &thompson::NFA) -> Option<Box<Table>> {
    dense::DFA::builder()
        .configure(
            dense::Config::new()
                .start_kind(StartKind::Anchored)
                .unicode_word_boundary(true)
                .dfa_size_limit(Some(256 * 1024))
                .determinize_size_limit(Some(512 * 1024)),
        )
        .build_from_nfa(nfa)
        .ok()
        .map(Box::new)
}

/// An expression that matches wherever this one does, whatever stands around its words and lines.
fn without_assertions(expression: &Hir) -> Hir {
    let all = |parts: &[Hir]| parts.iter().map(without_assertions).collect();
    match expression.kind() {
        HirKind::Look(_) => Hir::empty(),
        HirKind::Repetition(repetition) => Hir::repetition(Repetition {
            sub: Box::new(without_assertions(&repetition.sub)),
            ..repetition.clone()
        }),
        HirKind::Capture(capture) => without_assertions(&capture.sub),
        HirKind::Concat(parts) => Hir::concat(all(parts)),
        HirKind::Alternation(parts) => Hir::alternation(all(parts)),
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) => expression.clone(),
    }
}

/// The bytes that a match can begin with, whatever assertions stand before them.
fn first_bytes(nfa: &thompson::NFA) -> [bool; 256] {
    let mut first = [false; 256];
    let mut allow = |start: u8, end: u8| {
        for byte in start..=end {
            first[usize::from(byte)] = true;
        }
    };
    let mut seen = vec![false; nfa.states().len()];
    let mut open = vec![nfa.start_anchored()];
    while let Some(id) = open.pop() {
        if seen
            .get_mut(id.as_usize())
            .is_none_or(|seen| std::mem::replace(seen, true))
        {
            continue;
        }
        match nfa.state(id) {
            State::ByteRange { trans } => allow(trans.start, trans.end),
            State::Sparse(sparse) => {
                for transition in &*sparse.transitions {
                    allow(transition.start, transition.end);
                }
            }
            State::Dense(dense) => {
                for (byte, next) in (0..=u8::MAX).zip(&*dense.transitions) {
                    if next.as_usize() != 0 {
                        allow(byte, byte);
                    }
                }
            }
            State::Look { next, .. } | State::Capture { next, .. } => open.push(*next),
            State::Union { alternates } => open.extend(alternates.iter().copied()),
            State::BinaryUnion { alt1, alt2 } => open.extend([*alt1, *alt2]),
            // An empty match is none, so that it begins with nothing.
            State::Fail | State::Match { .. } => {}
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presidio::Finder;

    fn spans(pattern: Pattern, text: &str) -> Vec<(usize, usize)> {
        let mut spans = Vec::new();
        let pattern = CompiledPattern::new(Box::leak(Box::new(pattern)));
        pattern.find_everywhere(text, |start, end| spans.push((start, end)));
        spans
    }

    #[test]
    fn every_pattern_compiles() {
        for class in crate::presidio::recognizers::catalogue() {
            if let Finder::Patterns(patterns) = class.finder {
                for pattern in patterns {
                    let compiled = Compiled::new(pattern.regex);
                    assert!(
                        compiled.regex().is_some(),
                        "{} {}",
                        class.name,
                        pattern.name
                    );
                }
            }
        }
    }

    #[test]
    fn alternatives_are_preferred_in_their_order() {
        let pattern = Pattern::new("order", r"a|ab", 0.5);
        assert_eq!(spans(pattern, "abab"), [(0, 1), (2, 3)]);
    }

    #[test]
    fn boundaries_are_unicode() {
        let pattern = Pattern::new("number", r"\b\d{3}\b", 0.5);
        assert_eq!(spans(pattern, "は123です"), []);
        assert_eq!(spans(pattern, "は 123 で、456。"), [(4, 7), (14, 17)]);
        assert_eq!(spans(pattern, "１２３"), [(0, 9)]);
    }

    #[test]
    fn what_is_no_match_in_japanese_text_is_sifted_out() {
        let pattern = Pattern::new("number", r"\b[0-9]{3}(?:[0-9]{2})?\b", 0.5);
        assert_eq!(
            spans(pattern, "は123です、12345、１２３、 123、1234\u{3000}12345"),
            [(15, 20), (36, 39), (49, 54)]
        );
    }

    #[test]
    fn a_group_is_the_match_and_the_rest_looks_ahead() {
        let pattern = Pattern::new("head", r"(\d+)(?:[^\d-]|\z)", 0.5);
        assert_eq!(spans(pattern, "12-34 56"), [(3, 5), (6, 8)]);
    }

    #[test]
    fn a_condition_moves_to_the_next_place() {
        let pattern =
            Pattern::new("even", r"[ab]b", 0.5).when(|found| found.before().next() != Some('x'));
        assert_eq!(spans(pattern, "xabb"), [(2, 4)]);
    }
}
