//! Each rule decides at the places the scan proposes.

use std::ops::RangeInclusive;

use super::{AnalyzerRequest, Decisions};
use crate::Score;
use crate::recognizer::{Activation, Candidate, CompiledRule, Rejection, Trail, Validity};
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
    rules: &'e [CompiledRule],
    patterns: &'e [(u16, u16)],
    text: &'t str,
    /// For each rule, whether the request wants it.
    wanted: Vec<bool>,
    /// For each pattern the end of its last match: matches of one pattern do not overlap.
    resume: Vec<usize>,
    trail: Trail,
    finds: Vec<RawFind>,
}

impl<'e, 't> Verifier<'e, 't> {
    pub(super) fn new(
        rules: &'e [CompiledRule],
        patterns: &'e [(u16, u16)],
        text: &'t str,
        request: &AnalyzerRequest<'_>,
    ) -> Self {
        let wanted = rules
            .iter()
            .map(|rule| match rule.spec.activation {
                Activation::Default => request.wants(&rule.spec.entity),
                Activation::OnRequest => request.names(&rule.spec.entity),
            })
            .collect();
        Self {
            rules,
            patterns,
            text,
            wanted,
            resume: vec![0; patterns.len()],
            trail: Trail::default(),
            finds: Vec::new(),
        }
    }

    /// Tries a pattern at every character boundary of `starts`, keeps what its rule confirms.
    pub(super) fn try_pattern(
        &mut self,
        id: PatternId,
        starts: RangeInclusive<usize>,
        decisions: &mut Decisions,
    ) {
        let Some(&(rule_number, number)) = self.patterns.get(usize::from(id)) else {
            return;
        };
        if !self
            .wanted
            .get(usize::from(rule_number))
            .is_some_and(|&wanted| wanted)
        {
            return;
        }
        let Some(rule) = self.rules.get(usize::from(rule_number)) else {
            return;
        };
        let Some(pattern) = rule.patterns.get(usize::from(number)) else {
            return;
        };
        let Some(resume) = self.resume.get_mut(usize::from(id)) else {
            return;
        };
        self.trail.clear();
        for start in starts {
            if start < *resume
                || !self.text.is_char_boundary(start)
                || !pattern.spec.boundary.may_begin(self.text, start)
            {
                continue;
            }
            let Some(end) = pattern.match_end(self.text, start, &mut self.trail) else {
                continue;
            };
            let span = Span::new(start, end);
            if !pattern.spec.boundary.holds(self.text, span) {
                decisions.reject_candidate(rule.spec, number, span, Rejection::Boundary);
                continue;
            }
            let candidate = Candidate::new(self.text, span);
            let validity = rule
                .spec
                .check
                .map_or(Validity::Unknown, |check| check(&candidate));
            let score = match validity {
                Validity::Valid => Score::ONE,
                Validity::Unknown => pattern.spec.score,
                Validity::Invalid => {
                    decisions.reject_candidate(rule.spec, number, span, Rejection::CheckFailed);
                    continue;
                }
            };
            *resume = end;
            self.finds.push(RawFind {
                rule: rule_number,
                pattern: number,
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
