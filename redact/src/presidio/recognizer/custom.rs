//! A recognizer of patterns and a deny list that a caller describes, as `PatternRecognizer` is there.

use super::Match;
use super::python_syntax::translated;
use crate::recognizer::{PatternEngine, PatternFlags, Validity};
use crate::{Error, ErrorKind, Result};

/// The name of the pattern that a deny list becomes.
const DENY_LIST: &str = "deny_list";

/// A caller's pattern: how it is named and written, and its score without context.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomPattern {
    /// The name.
    pub name: String,
    /// The expression, in Python's syntax.
    pub regex: String,
    /// The score, from 0 to 1.
    pub score: f64,
}

/// Patterns of a caller's, ready to run. They are matched on the text as it is, as Python's `finditer`
/// matches; one with look-around or back-references runs on a bounded engine.
pub struct CustomPatterns {
    patterns: Vec<(CustomPattern, PatternEngine)>,
    flags: PatternFlags,
}

impl CustomPatterns {
    /// Compiles patterns. A deny list becomes one more, with its score.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidPattern`] if one does not compile, naming it.
    pub fn new(
        mut patterns: Vec<CustomPattern>,
        deny_list: &[String],
        deny_list_score: f64,
        flags: PatternFlags,
    ) -> Result<Self> {
        if !deny_list.is_empty() {
            patterns.push(CustomPattern {
                name: DENY_LIST.to_owned(),
                regex: deny_list_pattern(deny_list),
                score: deny_list_score,
            });
        }
        let patterns = patterns
            .into_iter()
            .map(|pattern| {
                let regex = translated(&pattern.regex, flags.multi_line);
                let engine = PatternEngine::compile(&regex, flags).map_err(|why| {
                    let message = format!("pattern {}: {why}", pattern.name);
                    Error::new(ErrorKind::InvalidPattern, message)
                })?;
                Ok((pattern, engine))
            })
            .collect::<Result<_>>()?;
        Ok(Self { patterns, flags })
    }

    /// The patterns in their order, that of a deny list last.
    pub fn patterns(&self) -> impl ExactSizeIterator<Item = &CustomPattern> {
        self.patterns.iter().map(|(pattern, _)| pattern)
    }

    /// The flags, as Python counts them.
    pub fn flags(&self) -> u8 {
        let PatternFlags {
            ignore_case,
            multi_line,
            dot_matches_new_line,
        } = self.flags;
        u8::from(ignore_case) * 2 + u8::from(multi_line) * 8 + u8::from(dot_matches_new_line) * 16
    }

    /// Whether all patterns run in time linear in the text.
    pub fn is_linear(&self) -> bool {
        self.patterns.iter().all(|(_, engine)| engine.is_linear())
    }

    /// All matches, pattern by pattern; `pattern` of a match is its place.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::PatternLimit`] if a pattern hit its bound: the text is not searched then.
    pub fn find(&self, text: &str) -> Result<Vec<Match>> {
        let mut matches = Vec::new();
        for ((pattern, engine), number) in self.patterns.iter().zip(0..) {
            let found = engine.find(text, |start, end| {
                matches.push(Match {
                    start,
                    end,
                    score: pattern.score,
                    pattern: Some(number),
                    validity: Validity::Unknown,
                });
            });
            found.map_err(|kind| {
                let message = format!(
                    "pattern {} took too many steps; the text was not searched to its end",
                    pattern.name
                );
                Error::new(kind, message)
            })?;
        }
        Ok(matches)
    }
}

impl std::fmt::Debug for CustomPatterns {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_list().entries(self.patterns()).finish()
    }
}

/// The expression that finds the terms of a deny list between characters that are no word characters.
pub fn deny_list_pattern(terms: &[String]) -> String {
    let terms: Vec<String> = terms.iter().map(|term| regex::escape(term)).collect();
    format!(r"(?:^|(?<=\W))({})(?:(?=\W)|$)", terms.join("|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(regex: &str, text: &str) -> Result<Vec<(usize, usize)>> {
        let pattern = CustomPattern {
            name: "test".to_owned(),
            regex: regex.to_owned(),
            score: 0.5,
        };
        let patterns = CustomPatterns::new(vec![pattern], &[], 1.0, PatternFlags::default())?;
        let matches = patterns.find(text)?;
        Ok(matches
            .iter()
            .map(|found| (found.start, found.end))
            .collect())
    }

    #[test]
    fn python_s_syntax_is_read() {
        assert_eq!(find(r"(?P<a>x)(?P=a)", "xx x").unwrap(), [(0, 2)]);
        assert_eq!(find(r"(?<!\d)\d{3}(?!\d)", "1234 567").unwrap(), [(5, 8)]);
        assert_eq!(find("(", "").unwrap_err().kind(), ErrorKind::InvalidPattern);
    }

    #[test]
    fn a_deny_list_stands_between_other_characters() {
        let terms = ["Mr.".to_owned(), "Mr".to_owned()];
        let patterns =
            CustomPatterns::new(Vec::new(), &terms, 1.0, PatternFlags::default()).unwrap();
        let spans = |text: &str| -> Vec<_> {
            let matches = patterns.find(text).unwrap();
            matches
                .iter()
                .map(|found| (found.start, found.end))
                .collect()
        };
        assert_eq!(spans("Mr. Plum, mr Pear"), [(0, 3), (10, 12)]);
        assert_eq!(spans("このMrです"), []);
    }
}
