//! A rule made ready to run.

use std::sync::OnceLock;

use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::meta::Regex;
use regex_automata::nfa::thompson;
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input, MatchKind};

use super::{Pattern, RecognizerSpec};

/// How far from its start a match may reach, in bytes. A bound, so that no text makes one candidate
/// cost more than this.
const LONGEST_MATCH: usize = 8 * 1024;

/// A rule with its patterns.
pub(crate) struct CompiledRule {
    pub(crate) spec: &'static RecognizerSpec,
    pub(crate) patterns: Vec<CompiledPattern>,
}

impl CompiledRule {
    pub(crate) fn new(spec: &'static RecognizerSpec) -> Self {
        Self {
            spec,
            patterns: spec.patterns.iter().map(CompiledPattern::new).collect(),
        }
    }
}

/// A pattern that is compiled when it is first tried: an engine is ready at once, and pays for the
/// rules its texts need.
pub(crate) struct CompiledPattern {
    pub(crate) spec: &'static Pattern,
    engine: OnceLock<Engine>,
}

/// Small shapes become a table, which matches a byte in about a nanosecond; a shape whose table
/// would be large runs on the general engine.
enum Engine {
    Table(Box<dense::DFA<Vec<u32>>>),
    General(Box<Regex>),
}

impl CompiledPattern {
    fn new(spec: &'static Pattern) -> Self {
        Self {
            spec,
            engine: OnceLock::new(),
        }
    }

    /// The end of the match that begins exactly at byte `start`, if there is one. An empty match is
    /// none.
    pub(crate) fn match_end(&self, text: &str, start: usize) -> Option<usize> {
        let limit = text.len().min(start.saturating_add(LONGEST_MATCH));
        let input = Input::new(text).span(start..limit).anchored(Anchored::Yes);
        let end = match self.engine.get_or_init(|| Engine::compile(self.spec.regex)) {
            // A table built without quit bytes never gives up.
            Engine::Table(table) => table
                .try_search_fwd(&input)
                .ok()
                .flatten()
                .map(|half| half.offset()),
            Engine::General(regex) => regex.search_half(&input).map(|half| half.offset()),
        }?;
        (end > start && text.is_char_boundary(end)).then_some(end)
    }
}

impl Engine {
    fn compile(pattern: &str) -> Self {
        let pattern = with_ascii_classes(pattern);
        let table = dense::DFA::builder()
            .configure(
                dense::Config::new()
                    .start_kind(StartKind::Anchored)
                    .match_kind(MatchKind::LeftmostFirst)
                    .dfa_size_limit(Some(256 * 1024))
                    .determinize_size_limit(Some(512 * 1024)),
            )
            .syntax(syntax::Config::new())
            .thompson(thompson::Config::new().which_captures(thompson::WhichCaptures::None))
            .build(&pattern);
        match table {
            Ok(table) => Self::Table(Box::new(table)),
            Err(_) => Self::General(Box::new(
                Regex::new(&pattern).expect("a test proves that every rule's patterns compile"),
            )),
        }
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

    #[test]
    fn shorthand_classes_are_ascii() {
        assert_eq!(
            with_ascii_classes(r"\d{3}-[\d\-]+\w"),
            r"[0-9]{3}-[0-9\-]+[0-9A-Za-z_]"
        );
    }
}
