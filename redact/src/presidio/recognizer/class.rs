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
    /// The year that the text of a match names, if one that has not come yet refutes it. There is no clock
    /// here: who asks says which year it is.
    pub year: Option<fn(&str) -> Option<u16>>,
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
        /// The flags that explanations name, as Python counts them.
        flags: u32,
    },
}

impl RecognizerClass {
    /// The patterns; of a class that finds by code of its own they explain and are not searched for.
    pub fn patterns(&self) -> &'static [Pattern] {
        match self.finder {
            Finder::Patterns(patterns) | Finder::Own { patterns, .. } => patterns,
        }
    }

    /// Whether the text of a match names a year after this one, of a class that such a year refutes.
    fn is_of_a_later_year(&self, found: &str, current_year: u16) -> bool {
        let year = self.year.and_then(|year| year(found));
        year.is_some_and(|year| year > current_year)
    }

    /// What `validate_result` of the class says of the text of a match. Without a year no year in it is too late.
    pub fn verdict(&self, found: &str, current_year: Option<u16>) -> Validity {
        let verdict = self
            .validate
            .map_or(Validity::Unknown, |validate| validate(found));
        match current_year {
            Some(year) if self.is_of_a_later_year(found, year) => Validity::Invalid,
            _ => verdict,
        }
    }

    /// Drops the matches that name a year after this one, of a class that such a year refutes.
    pub(crate) fn drop_later_years(&self, matches: &mut Vec<Match>, text: &str, current_year: u16) {
        if self.year.is_some() {
            matches.retain(|found| {
                let found = text.get(found.start..found.end).unwrap_or_default();
                !self.is_of_a_later_year(found, current_year)
            });
        }
    }

    /// The flags its patterns run with, as Python counts them (2 any case, 8 lines, 16 any character).
    pub fn regex_flags(&self) -> u32 {
        match self.finder {
            Finder::Own { flags, .. } => flags,
            Finder::Patterns(_) => 26,
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
    /// `PatternRecognizer.analyze` answers them. Without a year no year in a number is too late.
    pub fn analyze(&self, text: &str, current_year: Option<u16>) -> Vec<Match> {
        let mut matches = self.find(text);
        if let Some(year) = current_year {
            self.class.drop_later_years(&mut matches, text, year);
        }
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
