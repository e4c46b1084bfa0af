//! A caller's pattern: how an expression in Python's syntax finds in a text.
//!
//! The linear engine runs what it can take; look-around, back-references and atomic groups run on a
//! backtracking engine with a bound. A search that hits the bound is an error: the text was not
//! searched to its end, and silence would pass it off as clean.

use super::python_syntax::{Flags, translate};
use crate::{Error, ErrorKind, Result};

/// How many steps back one match may take on the backtracking engine.
const BACKTRACK_LIMIT: usize = 1_000_000;
/// How large a compiled pattern may be, in bytes.
const SIZE_LIMIT: usize = 32 * 1024 * 1024;

/// A pattern with the syntax and the flags of Python's `regex` module, made ready to run.
pub struct CustomPattern {
    name: String,
    expression: String,
    flags: u32,
    engine: Engine,
}

enum Engine {
    Linear(Box<regex::Regex>),
    Backtracking(Box<fancy_regex::Regex>),
}

impl CustomPattern {
    /// Compiles an expression. `flags` are the bits of Python's `regex` module; Presidio's default is
    /// 26 (any case, `^` `$` at lines, `.` matches line breaks).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidPattern`] if the expression is wrong, or uses what neither engine can do
    /// just as Python does it.
    pub fn new(expression: &str, flags: u32) -> Result<Self> {
        let translated = Flags::from_bits(flags)
            .and_then(|flags| translate(expression, flags))
            .ok_or_else(|| refused("it uses what cannot be done here as Python does it"))?;
        let engine = if translated.needs_backtracking {
            fancy_regex::RegexBuilder::new(&translated.expression)
                .backtrack_limit(BACKTRACK_LIMIT)
                .delegate_size_limit(SIZE_LIMIT)
                .build()
                .map(|regex| Engine::Backtracking(Box::new(regex)))
                .map_err(|error| refused(&error.to_string()))?
        } else {
            regex::RegexBuilder::new(&translated.expression)
                .size_limit(SIZE_LIMIT)
                .build()
                .map(|regex| Engine::Linear(Box::new(regex)))
                .map_err(|error| refused(&error.to_string()))?
        };
        let pattern = Self {
            name: String::new(),
            expression: expression.to_owned(),
            flags,
            engine,
        };
        // Where nothing matched, Python tries the same place once more for a match that is not empty.
        if translated.may_prefer_shorter && pattern.matches_nothing() {
            return Err(refused("it may prefer an empty match to a longer one"));
        }
        Ok(pattern)
    }

    /// The same under a name, for explanations.
    #[must_use]
    pub fn with_name(self, name: impl Into<String>) -> Self {
        let name = name.into();
        Self { name, ..self }
    }

    /// The name; empty if it was given none.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The expression as Presidio writes it.
    pub fn expression(&self) -> &str {
        &self.expression
    }

    /// The flags it was compiled with.
    pub fn flags(&self) -> u32 {
        self.flags
    }

    /// A pattern that finds fixed terms where neither a letter nor a digit touches them, as
    /// Presidio's deny lists do; of several at one place the first of the list.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidPattern`] if there are too many terms, or flags not done here.
    pub fn deny_list<T: AsRef<str>>(
        terms: impl IntoIterator<Item = T>,
        flags: u32,
    ) -> Result<Self> {
        let ignore_case = Flags::from_bits(flags)
            .ok_or_else(|| refused("its flags cannot be done here as Python does them"))?
            .ignore_case;
        let terms: Vec<String> = terms
            .into_iter()
            .map(|term| regex::escape(term.as_ref()))
            .collect();
        let expression = format!(r"\b{{start-half}}(?:{})\b{{end-half}}", terms.join("|"));
        regex::RegexBuilder::new(&expression)
            .case_insensitive(ignore_case)
            .size_limit(SIZE_LIMIT)
            .build()
            .map(|regex| Self {
                name: "deny_list".to_owned(),
                expression: format!(r"(?:^|(?<=\W))({})(?:(?=\W)|$)", terms.join("|")),
                flags,
                engine: Engine::Linear(Box::new(regex)),
            })
            .map_err(|error| refused(&error.to_string()))
    }

    /// Whether an empty text matches.
    fn matches_nothing(&self) -> bool {
        match &self.engine {
            Engine::Linear(regex) => regex.is_match(""),
            Engine::Backtracking(regex) => regex.is_match("").unwrap_or(true),
        }
    }

    /// Whether it runs in time linear in the text, and so never fails.
    pub fn is_linear(&self) -> bool {
        matches!(self.engine, Engine::Linear(_))
    }

    /// Whether it matches anywhere, empty matches included.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::PatternLimit`] if the search took too many steps.
    pub fn is_match(&self, text: &str) -> Result<bool> {
        match &self.engine {
            Engine::Linear(regex) => Ok(regex.is_match(text)),
            Engine::Backtracking(regex) => regex.is_match(text).map_err(|_| too_many_steps()),
        }
    }

    /// Visits the matches that are not empty, in order, by their bytes.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::PatternLimit`] if the search took too many steps.
    pub fn find(&self, text: &str, mut visit: impl FnMut(usize, usize)) -> Result<()> {
        match &self.engine {
            Engine::Linear(regex) => {
                for found in regex.find_iter(text).filter(|found| !found.is_empty()) {
                    visit(found.start(), found.end());
                }
            }
            Engine::Backtracking(regex) => {
                for found in regex.find_iter(text) {
                    let found = found.map_err(|_| too_many_steps())?;
                    if found.start() < found.end() {
                        visit(found.start(), found.end());
                    }
                }
            }
        }
        Ok(())
    }
}

impl std::fmt::Debug for CustomPattern {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("CustomPattern")
            .field("is_linear", &self.is_linear())
            .finish_non_exhaustive()
    }
}

fn too_many_steps() -> Error {
    Error::new(
        ErrorKind::PatternLimit,
        "the pattern took too many steps; the text was not searched to its end",
    )
}

fn refused(why: &str) -> Error {
    Error::new(
        ErrorKind::InvalidPattern,
        format!("the pattern cannot be used: {why}"),
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(pattern: &CustomPattern, text: &str) -> Vec<(usize, usize)> {
        let mut spans = Vec::new();
        pattern
            .find(text, |start, end| spans.push((start, end)))
            .unwrap();
        spans
    }

    #[test]
    fn a_deny_list_stands_between_words() {
        let listed = CustomPattern::deny_list(["Mr.", "Mr"], 26).unwrap();
        let spelt = CustomPattern::new(r"(?:^|(?<=\W))(Mr\.|Mr)(?:(?=\W)|$)", 26).unwrap();
        assert!(spelt.is_linear());
        for (text, spans) in [
            ("Mr. Plum and mr Bean", vec![(0, 3), (13, 15)]),
            ("Mrs. xMr. MrX", vec![]),
            ("かMr。\nMr", vec![(9, 11)]),
            // The full stop belongs to the term where a blank follows it only.
            ("Mr.5 Mr", vec![(0, 2), (5, 7)]),
        ] {
            assert_eq!(found(&listed, text), spans, "{text}");
            assert_eq!(found(&spelt, text), spans, "{text}");
        }
    }

    #[test]
    fn flags_are_kept() {
        let any_case = CustomPattern::new("^a.b$", 26).unwrap();
        assert_eq!(found(&any_case, "x\nA\nb\n"), [(2, 5)]);
        assert_eq!(
            found(&CustomPattern::new("^a.b$", 0).unwrap(), "a-b\n"),
            [(0, 3)]
        );
        assert_eq!(found(&CustomPattern::new("^a.b$", 0).unwrap(), "a\nb"), []);
    }

    #[test]
    fn an_empty_match_is_not_preferred() {
        for expression in ["a??", "(?:|a)", "a*?"] {
            let error = CustomPattern::new(expression, 26).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidPattern, "{expression}");
        }
        assert_eq!(
            found(&CustomPattern::new("a*", 26).unwrap(), "baa"),
            [(1, 3)]
        );
    }

    #[test]
    fn hitting_the_bound_is_an_error_without_text() {
        let hostile = CustomPattern::new(r"^(?:(a|aa)\1?)+(?=z)", 26).unwrap();
        let text = format!("{} z", "a".repeat(60));
        let error = hostile.find(&text, |_, _| ()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::PatternLimit);
        assert!(!error.to_string().contains("aaa"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

        #[test]
        fn no_expression_panics(expression in "[a-c0-9()\\[\\]{}?*+|\\\\^$.<=!:P#あdwbsk-]{0,14}", flags in 0_u32..128, text in "[a-c0-9あ\n -]{0,30}") {
            if let Ok(pattern) = CustomPattern::new(&expression, flags) {
                drop(pattern.find(&text, |_, _| ()));
            }
        }
    }
}
