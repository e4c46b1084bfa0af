//! A rule made ready to run.

use std::sync::OnceLock;

use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::meta::Regex;
use regex_automata::nfa::thompson;
use regex_automata::util::primitives::StateID;
use regex_automata::util::{start, syntax};
use regex_automata::{Anchored, Input, MatchKind};

use super::{Pattern, RecognizerSpec};

/// How far from its start a match may reach, in bytes. A bound, so that no text makes one candidate
/// cost more than this.
const LONGEST_MATCH: usize = 8 * 1024;

/// A pattern that is compiled when it is first tried: an engine is ready at once, and pays for the
/// rules its texts need.
pub(crate) struct CompiledPattern {
    pub(crate) spec: &'static Pattern,
    /// The number of its rule in the engine.
    pub(crate) rule: u16,
    /// Its place among the rule's patterns.
    pub(crate) number: u16,
    engine: OnceLock<(Engine, ByteSet)>,
}

/// The bytes that a match can begin with: most tries of a pattern end here.
struct ByteSet([u64; 4]);

impl ByteSet {
    #[inline]
    fn has(&self, byte: u8) -> bool {
        let word = self.0.get(usize::from(byte >> 6));
        word.is_some_and(|word| word >> (byte & 63) & 1 == 1)
    }
}

/// Small shapes become a table, which matches a byte in about a nanosecond; a shape whose table
/// would be large runs on the general engine.
enum Engine {
    Table {
        table: Box<dense::DFA<Vec<u32>>>,
        /// The state every match begins in: without look-around it depends on nothing.
        start: StateID,
    },
    General(Box<Regex>),
}

/// The states that the last try of a pattern went through, for tries from places right behind it:
/// two runs that are in one state at one place end alike. So trying a pattern at each of many
/// neighbouring places costs one walk over the text, not one for each.
#[derive(Default)]
pub(crate) struct Trail {
    from: usize,
    states: Vec<StateID>,
    end: Option<usize>,
}

/// The most states that a trail remembers.
const LONGEST_TRAIL: usize = 256;

impl Trail {
    /// Forgets everything: another pattern or another place follows.
    pub(crate) fn clear(&mut self) {
        self.states.clear();
    }

    /// Makes room for a run from `start`.
    fn begin(&mut self, start: usize) {
        if self.states.is_empty() || start < self.from || start - self.from > self.states.len() {
            self.states.clear();
            self.from = start;
        }
    }

    /// Notes the state of a run behind byte `at`; answers whether the last run was in it there.
    fn meets(&mut self, at: usize, state: StateID) -> bool {
        let place = at - self.from;
        match self.states.get_mut(place) {
            Some(known) if *known == state => return true,
            Some(known) => *known = state,
            None if place < LONGEST_TRAIL => self.states.push(state),
            None => {}
        }
        false
    }

    /// Ends a run behind byte `at` that met no other.
    fn finish(&mut self, at: usize, end: Option<usize>) {
        self.states.truncate(at.saturating_sub(self.from));
        self.end = end;
    }
}

impl CompiledPattern {
    /// The patterns of a rule, which has the number `rule` in its engine.
    pub(crate) fn all_of(
        spec: &'static RecognizerSpec,
        rule: u16,
    ) -> impl Iterator<Item = Self> + use<> {
        spec.patterns
            .iter()
            .zip(0u16..)
            .map(move |(spec, number)| Self {
                spec,
                rule,
                number,
                engine: OnceLock::new(),
            })
    }

    fn engine(&self) -> &(Engine, ByteSet) {
        self.engine.get_or_init(|| {
            let engine = Engine::compile(self.spec.regex);
            let first = engine.first_bytes();
            (engine, first)
        })
    }

    /// Whether a match may begin with the byte at `start`.
    #[inline]
    pub(crate) fn may_begin(&self, text: &str, start: usize) -> bool {
        let (_, first) = self.engine();
        text.as_bytes()
            .get(start)
            .is_some_and(|&byte| first.has(byte))
    }

    /// The end of the match that begins exactly at byte `start`, if there is one. An empty match is
    /// none. The trail, if there is one, is that of tries of this pattern at places before `start`.
    pub(crate) fn match_end(
        &self,
        text: &str,
        start: usize,
        trail: Option<&mut Trail>,
    ) -> Option<usize> {
        let limit = text.len().min(start.saturating_add(LONGEST_MATCH));
        let (engine, _) = self.engine();
        let end = match engine {
            Engine::Table {
                table,
                start: state,
            } => {
                let bytes = text.as_bytes().get(start..limit).unwrap_or_default();
                match trail {
                    Some(trail) => run_on_trail(table, *state, bytes, start, trail),
                    None => run(table, *state, bytes, start),
                }
            }
            Engine::General(regex) => {
                let input = Input::new(text).span(start..limit).anchored(Anchored::Yes);
                regex.search_half(&input).map(|half| half.offset())
            }
        }?;
        (end > start && text.is_char_boundary(end)).then_some(end)
    }
}

/// Runs a table over `bytes`, which stand at `start` of the text; answers where the match ends.
fn run(
    table: &dense::DFA<Vec<u32>>,
    mut state: StateID,
    bytes: &[u8],
    start: usize,
) -> Option<usize> {
    let mut end = None;
    for (&byte, at) in bytes.iter().zip(start..) {
        state = table.next_state(state, byte);
        if table.is_special_state(state) {
            if table.is_dead_state(state) {
                return end;
            }
            // A table tells of a match one byte late.
            if table.is_match_state(state) {
                end = Some(at);
            }
        }
    }
    if table.is_match_state(table.next_eoi_state(state)) {
        end = Some(start + bytes.len());
    }
    end
}

/// The same along a trail.
fn run_on_trail(
    table: &dense::DFA<Vec<u32>>,
    mut state: StateID,
    bytes: &[u8],
    start: usize,
    trail: &mut Trail,
) -> Option<usize> {
    trail.begin(start);
    let mut end = None;
    for (&byte, at) in bytes.iter().zip(start..) {
        state = table.next_state(state, byte);
        if table.is_special_state(state) {
            if table.is_dead_state(state) {
                trail.finish(at, end);
                return end;
            }
            // A table tells of a match one byte late.
            if table.is_match_state(state) {
                end = Some(at);
            }
        }
        if trail.meets(at, state) {
            end = trail.end.filter(|&end| end > at).or(end);
            trail.end = end;
            return end;
        }
    }
    if table.is_match_state(table.next_eoi_state(state)) {
        end = Some(start + bytes.len());
    }
    // What was cut off at the limit says nothing of runs that reach farther.
    trail.clear();
    end
}

impl Engine {
    fn compile(pattern: &str) -> Self {
        let pattern = with_ascii_classes(pattern);
        let table = dense::DFA::builder()
            .configure(
                dense::Config::new()
                    .start_kind(StartKind::Anchored)
                    .match_kind(MatchKind::All)
                    .dfa_size_limit(Some(256 * 1024))
                    .determinize_size_limit(Some(512 * 1024)),
            )
            .syntax(syntax::Config::new())
            .thompson(thompson::Config::new().which_captures(thompson::WhichCaptures::None))
            .build(&pattern);
        let anchored = start::Config::new().anchored(Anchored::Yes);
        match table.map(|table| (table.start_state(&anchored), table)) {
            Ok((Ok(start), table)) => Self::Table {
                table: Box::new(table),
                start,
            },
            _ => Self::General(Box::new(
                Regex::builder()
                    .configure(Regex::config().match_kind(MatchKind::All))
                    .build(&pattern)
                    .expect("a test proves that every rule's patterns compile"),
            )),
        }
    }
}

impl Engine {
    fn first_bytes(&self) -> ByteSet {
        let Self::Table { table, start } = self else {
            return ByteSet([u64::MAX; 4]);
        };
        let mut words = [0; 4];
        for byte in 0..=255 {
            if !table.is_dead_state(table.next_state(*start, byte))
                && let Some(word) = words.get_mut(usize::from(byte >> 6))
            {
                *word |= 1 << (byte & 63);
            }
        }
        ByteSet(words)
    }
}

/// Writes the shorthand classes out in ASCII. Rules read folded text, in which digits are ASCII, and
/// the Unicode tables behind `\d` and `\w` would make every automaton large.
pub(crate) fn with_ascii_classes(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 32);
    let mut in_class = false;
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                let Some(next) = characters.next() else {
                    out.push('\\');
                    break;
                };
                let class = match next {
                    'd' => "0-9",
                    'w' => "0-9A-Za-z_",
                    's' => " \\t\\r\\n\\x0B\\x0C",
                    _ => {
                        out.extend(['\\', next]);
                        continue;
                    }
                };
                if in_class {
                    out.push_str(class);
                } else {
                    out.extend(["[", class, "]"]);
                }
            }
            '[' => {
                in_class = true;
                out.push('[');
            }
            ']' => {
                in_class = false;
                out.push(']');
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every built-in pattern, compiled once.
    fn patterns() -> &'static [CompiledPattern] {
        static PATTERNS: OnceLock<Vec<CompiledPattern>> = OnceLock::new();
        PATTERNS.get_or_init(|| {
            crate::recognizers::catalogue()
                .flat_map(|rule| CompiledPattern::all_of(rule, 0))
                .collect()
        })
    }

    proptest! {
        /// What a trail saves must not change what is found.
        #[test]
        fn a_trail_changes_no_match(text in "[a-c.@:/0-9\"\\\\ -]{0,80}|[0-9A-F:.-]{0,60}|(a[.-]){0,200}@(b\\.){0,3}[a-z1]{0,3}") {
            for pattern in patterns() {
                let mut trail = Trail::default();
                for start in 0..text.len() {
                    let alone = pattern.match_end(&text, start, None);
                    prop_assert_eq!(pattern.match_end(&text, start, Some(&mut trail)), alone, "{} at {}", pattern.spec.name, start);
                }
            }
        }
    }

    #[test]
    fn shorthand_classes_are_ascii() {
        assert_eq!(
            with_ascii_classes(r"\d{3}-[\d\-]+\w"),
            r"[0-9]{3}-[0-9\-]+[0-9A-Za-z_]"
        );
    }
}
