//! A recognizer class as a constant.

use super::{CompiledPattern, Match, Pattern, remove_duplicates};
use crate::recognizer::Validity;

/// One of Presidio's predefined recognizers: what it is called there, and what it finds.
///
/// Everything else (Python class, catalogue, YAML entry, tests) is derived from it.
#[derive(Debug)]
pub struct RecognizerClass {
    /// The class's name in Presidio, such as `UsSsnRecognizer`.
    pub name: &'static str,
    /// The kind it answers, such as `US_SSN`.
    pub entity: &'static str,
    /// The language of an instance made without one.
    pub language: &'static str,
    /// The country, in Presidio's spelling (`uk`, not `gb`).
    pub country: Option<&'static str>,
    /// Words near a match that raise its score.
    pub context: &'static [&'static str],
    /// The official definition that the patterns were written from.
    pub reference: &'static str,
    /// How it finds.
    pub finder: Finder,
    /// `validate_result` of the class: given the text of a match, `Valid` makes the score 1,
    /// `Invalid` drops the match, `Unknown` leaves the pattern's score.
    pub validate: Option<fn(&str) -> Validity>,
    /// `invalidate_result` of the class: whether the text of a match is refuted.
    pub invalidate: Option<fn(&str) -> bool>,
}

/// How a class finds.
#[derive(Clone, Copy, Debug)]
pub enum Finder {
    /// By patterns, each match verified by `validate` and `invalidate`.
    Patterns(&'static [Pattern]),
    /// By code of its own, which answers matches already verified, in order of their places.
    Own {
        /// Finds everything in a text.
        find: fn(&str) -> Vec<Match>,
        /// What explanations call the patterns: their names and scores as there, and an expression for
        /// what is looked for.
        patterns: &'static [Pattern],
    },
}

impl RecognizerClass {
    /// The patterns; of a class that finds by code of its own they explain and are not searched for.
    pub fn patterns(&self) -> &'static [Pattern] {
        match self.finder {
            Finder::Patterns(patterns) | Finder::Own { patterns, .. } => patterns,
        }
    }
}

/// A class made ready to run.
pub struct CompiledClass {
    /// What it is made of.
    pub class: &'static RecognizerClass,
    patterns: Vec<CompiledPattern>,
}

impl std::fmt::Debug for CompiledClass {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.class.fmt(formatter)
    }
}

impl CompiledClass {
    /// Makes a class ready. Its patterns are compiled when they are first tried.
    pub fn new(class: &'static RecognizerClass) -> Self {
        Self {
            class,
            patterns: match class.finder {
                Finder::Patterns(patterns) => patterns.iter().map(CompiledPattern::new).collect(),
                Finder::Own { .. } => Vec::new(),
            },
        }
    }

    /// The patterns that are searched for, in the order of the class.
    pub(crate) fn patterns(&self) -> &[CompiledPattern] {
        &self.patterns
    }

    /// What the class answers for `text`: matches without duplicates, the surest first, as
    /// `PatternRecognizer.analyze` answers them.
    pub fn analyze(&self, text: &str) -> Vec<Match> {
        let mut matches = self.find(text);
        remove_duplicates(&mut matches);
        matches
    }

    /// Everything it finds in `text`, by place, before duplicates are removed.
    pub fn find(&self, text: &str) -> Vec<Match> {
        match self.class.finder {
            Finder::Own { find, .. } => find(text),
            Finder::Patterns(_) => {
                let mut matches = Vec::new();
                for (pattern, number) in self.patterns.iter().zip(0..) {
                    pattern.find_everywhere(text, |start, end| {
                        matches.extend(self.verify(text, start, end, number));
                    });
                }
                matches
            }
        }
    }

    /// Calls `visit` with the bytes of every match of one of the class's patterns, not yet verified.
    /// Code of a class's own answers verified matches alone.
    pub fn find_pattern(&self, number: usize, text: &str, mut visit: impl FnMut(usize, usize)) {
        match (self.class.finder, self.patterns.get(number)) {
            (Finder::Own { find, .. }, _) => find(text)
                .into_iter()
                .filter(|found| found.pattern.map(usize::from) == Some(number))
                .for_each(|found| visit(found.start, found.end)),
            (Finder::Patterns(_), Some(pattern)) => pattern.find_everywhere(text, visit),
            (Finder::Patterns(_), None) => {}
        }
    }

    /// What the match of a pattern at these bytes is worth; nothing if it is refuted.
    pub(crate) fn verify(
        &self,
        text: &str,
        start: usize,
        end: usize,
        number: u16,
    ) -> Option<Match> {
        let pattern = self.class.patterns().get(usize::from(number))?;
        let found = text.get(start..end)?;
        let validity = self
            .class
            .validate
            .map_or(Validity::Unknown, |validate| validate(found));
        let score = match validity {
            Validity::Valid => 1.0,
            Validity::Invalid => return None,
            Validity::Unknown => pattern.score,
        };
        if score <= 0.0
            || self
                .class
                .invalidate
                .is_some_and(|invalidate| invalidate(found))
        {
            return None;
        }
        Some(Match {
            start,
            end,
            score,
            pattern: Some(number),
            validity,
        })
    }
}
