//! One scan for the patterns of all recognizers of a language.

use std::ops::Range;
use std::sync::Arc;

use super::super::Match;
use super::super::recognizer::{CompiledPattern, unusual_places};
use super::instance::{Recognizer, Source};
use crate::Result;
use crate::scan::{CandidateScanner, PatternId, check_count};

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
    pub(super) fn new(recognizers: &[Arc<Recognizer>], members: Vec<usize>) -> Result<Self> {
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
        check_count(patterns.len())?;
        let ids = (0..=PatternId::MAX).zip(&patterns);
        let scanner =
            CandidateScanner::new(ids.map(|(id, planned)| (id, planned.pattern.anchors())));
        Ok(Self {
            members,
            patterns,
            scanner,
        })
    }

    /// The verified matches of every member that is wanted, member by member.
    pub(super) fn scan(&self, text: &str, is_wanted: impl Fn(usize) -> bool) -> Vec<Vec<Match>> {
        let mut work = Work::new(self, text, is_wanted);
        for planned in self.patterns.iter().filter(|planned| !planned.is_anchored) {
            work.try_everywhere(planned);
        }
        let unusual = unusual_places(text);
        if unusual.is_empty() {
            self.scanner.scan(text, |id, starts| {
                for start in starts {
                    work.try_at(id, start);
                }
            });
        } else {
            for (id, start) in self.places_of_unusual_text(text, unusual) {
                work.try_at(id, start);
            }
        }
        work.found
    }

    /// What the scanner proposes, and every place where it is not enough, in the order of places.
    fn places_of_unusual_text(
        &self,
        text: &str,
        unusual: Vec<Range<usize>>,
    ) -> Vec<(PatternId, usize)> {
        let mut places = Vec::new();
        let mut propose = |id: PatternId, start: usize| {
            let pattern = self
                .patterns
                .get(usize::from(id))
                .map(|planned| planned.pattern);
            if pattern.is_some_and(|pattern| pattern.may_begin(text, start)) {
                places.push((id, start));
            }
        };
        self.scanner.scan(text, |id, starts| {
            starts.for_each(|start| propose(id, start));
        });
        for start in unusual.into_iter().flatten() {
            if text.is_char_boundary(start) {
                for (id, planned) in (0..=PatternId::MAX).zip(&self.patterns) {
                    if planned.is_anchored {
                        propose(id, start);
                    }
                }
            }
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The same, every pattern tried everywhere.
    #[cfg(test)]
    pub(super) fn search_everywhere(&self, text: &str) -> Vec<Vec<Match>> {
        let mut work = Work::new(self, text, |_| true);
        for planned in &self.patterns {
            work.try_everywhere(planned);
        }
        work.found
    }
}

/// The search of one text.
struct Work<'p, 't> {
    plan: &'p Plan,
    text: &'t str,
    /// Which members are wanted.
    wanted: Vec<bool>,
    /// For each pattern the end of its last match: matches of one pattern do not overlap.
    resume: Vec<usize>,
    found: Vec<Vec<Match>>,
}

impl<'p, 't> Work<'p, 't> {
    fn new(plan: &'p Plan, text: &'t str, is_wanted: impl Fn(usize) -> bool) -> Self {
        Self {
            text,
            wanted: plan
                .members
                .iter()
                .map(|&member| is_wanted(member))
                .collect(),
            resume: vec![0; plan.patterns.len()],
            found: vec![Vec::new(); plan.members.len()],
            plan,
        }
    }

    fn wants(&self, planned: &Planned) -> bool {
        self.wanted.get(planned.member) == Some(&true)
    }

    fn keep(&mut self, planned: &Planned, start: usize, end: usize) {
        if let Some(found) = self.found.get_mut(planned.member) {
            found.extend(planned.class.verify(self.text, start, end, planned.number));
        }
    }

    fn try_everywhere(&mut self, planned: &Planned) {
        if self.wants(planned) {
            let text = self.text;
            planned
                .pattern
                .find_everywhere(text, |start, end| self.keep(planned, start, end));
        }
    }

    /// Tries a pattern at a byte, which may lie within a character.
    #[inline]
    fn try_at(&mut self, id: PatternId, start: usize) {
        let id = usize::from(id);
        let (Some(planned), Some(resume)) = (self.plan.patterns.get(id), self.resume.get(id))
        else {
            return;
        };
        if start < *resume
            || !planned.pattern.may_begin(self.text, start)
            || !self.wants(planned)
            || !self.text.is_char_boundary(start)
        {
            return;
        }
        if let Some(end) = planned.pattern.match_end(self.text, start) {
            if let Some(resume) = self.resume.get_mut(id) {
                *resume = end;
            }
            self.keep(planned, start, end);
        }
    }
}
