//! Each rule decides at the places the scan proposes.

use std::ops::RangeInclusive;

use super::rule_set::RuleSet;
use super::{AnalyzerRequest, Decisions};
use crate::Score;
use crate::recognizer::{Candidate, CompiledPattern, Rejection, Trail, Validity};
use crate::scan::PatternId;
use crate::text::{Normalized, Span};

/// A match that its pattern, its boundary and its check let pass; context is still to come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct RawFind {
    pub(super) rule: u16,
    /// The pattern's place in its rule.
    pub(super) pattern: u16,
    pub(super) span: Span<Normalized>,
    pub(super) score: Score,
    pub(super) validity: Validity,
}

/// Tries patterns on one text.
pub(super) struct Verifier<'e, 't> {
    rules: &'e RuleSet,
    text: &'t str,
    /// For each rule, whether the request wants it; nothing if it wants all that are proposed.
    wanted: Option<Vec<bool>>,
    /// For each pattern the end of its last match: matches of one pattern do not overlap.
    resume: Vec<usize>,
    trail: Trail,
    finds: Vec<RawFind>,
}

impl<'e, 't> Verifier<'e, 't> {
    pub(super) fn new(rules: &'e RuleSet, text: &'t str, request: &AnalyzerRequest<'_>) -> Self {
        let wanted = request.entities.is_some().then(|| {
            let rules = rules.rules.iter();
            rules.map(|rule| request.wants(&rule.entity)).collect()
        });
        Self {
            rules,
            text,
            wanted,
            resume: vec![0; rules.patterns.len()],
            trail: Trail::default(),
            finds: Vec::new(),
        }
    }

    /// Tries a pattern at every character boundary of `starts`, keeps what its rule confirms.
    #[inline]
    pub(super) fn try_pattern(
        &mut self,
        id: PatternId,
        starts: RangeInclusive<usize>,
        decisions: &mut Decisions,
    ) {
        let Some(pattern) = self.rules.patterns.get(usize::from(id)) else {
            return;
        };
        // Most proposals are one place where the pattern cannot begin.
        if starts.start() != starts.end() || pattern.may_begin(self.text, *starts.start()) {
            self.try_starts(id, pattern, starts, decisions);
        }
    }

    #[inline(never)]
    fn try_starts(
        &mut self,
        id: PatternId,
        pattern: &CompiledPattern,
        starts: RangeInclusive<usize>,
        decisions: &mut Decisions,
    ) {
        let is_single = starts.start() == starts.end();
        let is_wanted = |wanted: &Vec<bool>| wanted.get(usize::from(pattern.rule)) == Some(&true);
        if !self.wanted.as_ref().is_none_or(is_wanted) {
            return;
        }
        let Some(resume) = self.resume.get_mut(usize::from(id)) else {
            return;
        };
        self.trail.clear();
        for start in starts {
            if start < *resume
                || !pattern.may_begin(self.text, start)
                || !self.text.is_char_boundary(start)
                || !pattern.spec.boundary.may_begin(self.text, start)
            {
                continue;
            }
            let trail = if is_single {
                None
            } else {
                Some(&mut self.trail)
            };
            let Some(end) = pattern.match_end(self.text, start, trail) else {
                continue;
            };
            let Some(rule) = self.rules.rule(pattern.rule) else {
                return;
            };
            let span = Span::new(start, end);
            if !pattern.spec.boundary.holds(self.text, span) {
                decisions.reject_candidate(rule, pattern.number, span, Rejection::Boundary);
                continue;
            }
            let candidate = Candidate::new(self.text, span);
            let validity = rule
                .check
                .map_or(Validity::Unknown, |check| check(&candidate));
            let score = match validity {
                Validity::Valid => Score::ONE,
                Validity::Unknown => pattern.spec.score,
                Validity::Invalid => {
                    decisions.reject_candidate(rule, pattern.number, span, Rejection::CheckFailed);
                    continue;
                }
            };
            *resume = end;
            self.finds.push(RawFind {
                rule: pattern.rule,
                pattern: pattern.number,
                span,
                score,
                validity,
            });
        }
    }

    pub(super) fn into_finds(self) -> Vec<RawFind> {
        self.finds
    }
}
