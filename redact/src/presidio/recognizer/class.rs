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
    Own(fn(&str) -> Vec<Match>),
}

impl RecognizerClass {
    /// The patterns; none for a class that finds by code of its own.
    pub fn patterns(&self) -> &'static [Pattern] {
        match self.finder {
            Finder::Patterns(patterns) => patterns,
            Finder::Own(_) => &[],
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
            patterns: class.patterns().iter().map(CompiledPattern::new).collect(),
        }
    }

    /// The patterns, in the order of the class.
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
            Finder::Own(find) => find(text),
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
    pub fn find_pattern(&self, number: usize, text: &str, visit: impl FnMut(usize, usize)) {
        if let Some(pattern) = self.patterns.get(number) {
            pattern.find_everywhere(text, visit);
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
