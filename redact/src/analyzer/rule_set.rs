//! The rules of an engine, made ready to run together.

use std::sync::OnceLock;

use super::AnalyzerRequest;
use crate::Result;
use crate::context::ContextEnhancer;
use crate::recognizer::{Activation, CompiledPattern, RecognizerSpec};
use crate::scan::{CandidateScanner, check_count};

/// Rules, their patterns in one list, and what finds places and words for all of them.
pub(super) struct RuleSet {
    pub(super) rules: Vec<&'static RecognizerSpec>,
    /// The patterns of all rules; the scanner knows them by their places here.
    pub(super) patterns: Vec<CompiledPattern>,
    pub(super) context: ContextEnhancer,
    /// Proposes places for the rules that are on by default.
    scanner: CandidateScanner,
    /// Proposes places for all rules; made when a request first asks for one that is off by default.
    full_scanner: OnceLock<CandidateScanner>,
}

impl RuleSet {
    pub(super) fn new(rules: Vec<&'static RecognizerSpec>) -> Result<Self> {
        let patterns: Vec<CompiledPattern> = (0u16..)
            .zip(&rules)
            .flat_map(|(rule, spec)| CompiledPattern::all_of(spec, rule))
            .collect();
        check_count(rules.len().max(patterns.len()))?;
        let mut set = Self {
            context: ContextEnhancer::new((0u16..).zip(rules.iter().copied()))?,
            scanner: CandidateScanner::new(std::iter::empty()),
            full_scanner: OnceLock::new(),
            rules,
            patterns,
        };
        set.scanner = set.scanner_for(|rule| rule.activation == Activation::Default);
        Ok(set)
    }

    pub(super) fn rule(&self, number: u16) -> Option<&'static RecognizerSpec> {
        self.rules.get(usize::from(number)).copied()
    }

    /// The scanner that proposes places for every rule the request wants, and for few others.
    pub(super) fn scanner(&self, request: &AnalyzerRequest<'_>) -> &CandidateScanner {
        let wants_more = |rule: &&RecognizerSpec| {
            rule.activation == Activation::OnRequest && request.names(&rule.entity)
        };
        if request.entities.is_some() && self.rules.iter().any(wants_more) {
            self.full_scanner.get_or_init(|| self.scanner_for(|_| true))
        } else {
            &self.scanner
        }
    }

    fn scanner_for(&self, wanted: impl Fn(&RecognizerSpec) -> bool) -> CandidateScanner {
        let patterns = (0u16..).zip(&self.patterns);
        CandidateScanner::new(
            patterns
                .filter(|(_, pattern)| self.rule(pattern.rule).is_some_and(&wanted))
                .map(|(id, pattern)| (id, pattern.spec.anchors)),
        )
    }
}
