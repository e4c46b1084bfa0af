//! One scan for the patterns of all recognizers of a language.

use std::sync::Arc;

use super::super::Match;
use super::super::recognizer::CompiledPattern;
use super::instance::{Recognizer, Source};
use crate::scan::{CandidateScanner, PatternId};

/// What runs for one language.
pub(super) struct Plan {
    /// The recognizers, by their places in the engine.
    pub(super) members: Vec<usize>,
    patterns: Vec<Planned>,
    scanner: CandidateScanner,
}

/// A pattern of a class, and whose it is.
struct Planned {
    /// The place of its recognizer in `members`.
    member: usize,
    number: u16,
    class: &'static super::super::CompiledClass,
    pattern: &'static CompiledPattern,
    /// Whether the scanner proposes its places.
    is_anchored: bool,
}

impl std::fmt::Debug for Plan {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Plan")
            .field("members", &self.members)
            .finish_non_exhaustive()
    }
}

impl Plan {
    pub(super) fn new(recognizers: &[Arc<Recognizer>], members: Vec<usize>) -> Self {
        let mut patterns = Vec::new();
        for (place, &member) in members.iter().enumerate() {
            if let Some(Source::Class(class)) = recognizers.get(member).map(|one| one.source()) {
                let own = class.patterns().iter().zip(0..);
                patterns.extend(own.map(|(pattern, number)| Planned {
                    member: place,
                    number,
                    class,
                    pattern,
                    is_anchored: !pattern.anchors().is_empty(),
                }));
            }
        }
        let ids = (0..=PatternId::MAX).zip(&patterns);
        let scanner =
            CandidateScanner::new(ids.map(|(id, planned)| (id, planned.pattern.anchors())));
        Self {
            members,
            patterns,
            scanner,
        }
    }

    /// The verified matches of every member that is wanted, member by member. In an unusual text
    /// every pattern is tried everywhere.
    pub(super) fn scan(
        &self,
        text: &str,
        is_unusual: bool,
        is_wanted: impl Fn(usize) -> bool,
    ) -> Vec<Vec<Match>> {
        let wanted: Vec<bool> = self
            .members
            .iter()
            .map(|&member| is_wanted(member))
            .collect();
        let mut found = vec![Vec::new(); self.members.len()];
        let keep = |planned: &Planned, start, end, found: &mut Vec<Vec<Match>>| {
            if let Some(matches) = found.get_mut(planned.member) {
                matches.extend(planned.class.verify(text, start, end, planned.number));
            }
        };
        for planned in &self.patterns {
            if wanted.get(planned.member) == Some(&true) && (is_unusual || !planned.is_anchored) {
                planned
                    .pattern
                    .find_everywhere(text, |start, end| keep(planned, start, end, &mut found));
            }
        }
        if is_unusual {
            return found;
        }
        let mut resume = vec![0; self.patterns.len()];
        self.scanner.scan(text, |id, starts| {
            let id = usize::from(id);
            let (Some(planned), Some(resume)) = (self.patterns.get(id), resume.get_mut(id)) else {
                return;
            };
            for start in starts {
                let begins = |byte: &u8| planned.pattern.may_begin(*byte);
                if start < *resume
                    || !text.as_bytes().get(start).is_some_and(begins)
                    || wanted.get(planned.member) != Some(&true)
                    || !text.is_char_boundary(start)
                {
                    continue;
                }
                if let Some(end) = planned.pattern.match_end(text, start) {
                    *resume = end;
                    keep(planned, start, end, &mut found);
                }
            }
        });
        found
    }
}
