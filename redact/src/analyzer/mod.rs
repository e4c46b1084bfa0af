//! From a text to results: the pipeline as one readable function.
//!
//! [`AnalyzerEngine::analyze`] folds the text, lets one scan propose places for every rule, lets each
//! rule verify its own, raises scores by context, asks the other recognizers, leads spans back to
//! the original and resolves conflicts. An engine is built once and shared; it keeps no state
//! between texts.

mod builder;
#[cfg(test)]
mod differential_test;
mod explanation;
pub(crate) mod known_entities;
mod request;
mod rule_set;
mod verify;

use std::collections::BTreeSet;

use crate::conflict::{self, Claim};
use crate::context::{self, Evidence};
use crate::recognizer::{EntityRecognizer, Find, Findings, Rejected, Rejection, Validity};
use crate::scan::PatternId;
use crate::text::{Normalized, NormalizedText, Span};
use crate::{EntityType, RecognizerResult, Result, Score};

pub use builder::AnalyzerEngineBuilder;
pub use explanation::{Analysis, AnalysisExplanation, Outcome};
use known_entities::check_known;
pub use request::{AllowList, AnalyzerRequest};
use rule_set::RuleSet;
use verify::{RawFind, Verifier};

/// Finds personal data in texts. Built once by [`AnalyzerEngine::builder`], shared by reference.
///
/// ```
/// use redact::{AnalyzerEngine, EntityType};
///
/// let engine = AnalyzerEngine::builder().build()?;
/// let text = "ご連絡は yamada@example.jp まで";
/// let results = engine.analyze(text)?;
/// assert_eq!(results.len(), 1);
/// assert_eq!(results[0].entity_type, EntityType::EMAIL_ADDRESS);
/// assert_eq!(&text[results[0].span.range()], "yamada@example.jp");
/// # Ok::<(), redact::Error>(())
/// ```
pub struct AnalyzerEngine {
    rules: RuleSet,
    recognizers: Vec<Box<dyn EntityRecognizer>>,
    /// What rules and recognizers can answer.
    supported_entities: BTreeSet<EntityType>,
    score_threshold: Score,
}

impl AnalyzerEngine {
    /// Starts from the default profile: every rule that is on by default.
    pub fn builder() -> AnalyzerEngineBuilder {
        AnalyzerEngineBuilder::new()
    }

    /// All personal data in `text`, sorted by place, without overlaps; spans count bytes of `text`.
    ///
    /// # Errors
    ///
    /// Never with the built-in rules alone. A custom pattern that hits its bound, or a recognizer of
    /// the caller's that fails, makes the analysis fail: what was not searched is not clean.
    pub fn analyze(&self, text: &str) -> Result<Vec<RecognizerResult>> {
        self.analyze_with(text, &AnalyzerRequest::default())
    }

    /// The same with wishes for this one text: entities, threshold, allow list, ad-hoc recognizers.
    ///
    /// # Errors
    ///
    /// As [`AnalyzerEngine::analyze`]; [`ErrorKind::UnknownEntity`](crate::ErrorKind::UnknownEntity)
    /// when the request names a kind that no recognizer finds.
    pub fn analyze_with(
        &self,
        text: &str,
        request: &AnalyzerRequest<'_>,
    ) -> Result<Vec<RecognizerResult>> {
        self.run(text, request, false)
            .map(|analysis| analysis.results)
    }

    /// The results with the reason of every decision, rejected candidates included.
    ///
    /// # Errors
    ///
    /// As [`AnalyzerEngine::analyze_with`].
    pub fn explain(&self, text: &str, request: &AnalyzerRequest<'_>) -> Result<Analysis> {
        self.run(text, request, true)
    }

    /// The recognizers of the engine: rules first, then the others.
    pub fn recognizer_ids(&self) -> impl Iterator<Item = &str> {
        let rules = self.rules.rules.iter().map(|rule| rule.id);
        rules.chain(self.recognizers.iter().map(|recognizer| recognizer.id()))
    }

    /// The kinds that the engine can answer, each once, those on request included.
    pub fn supported_entities(&self) -> impl Iterator<Item = EntityType> {
        self.supported_entities.iter().cloned()
    }

    /// Fails when a request names a kind that no recognizer of the engine, or of the request itself,
    /// finds. Every analysis begins with it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownEntity`](crate::ErrorKind::UnknownEntity).
    pub fn check(&self, request: &AnalyzerRequest<'_>) -> Result<()> {
        check_known(request.entities.unwrap_or_default(), |entity| {
            let ad_hoc = request.ad_hoc_recognizers.iter();
            self.supported_entities.contains(entity)
                || ad_hoc
                    .flat_map(|recognizer| recognizer.supported_entities())
                    .any(|known| known == entity)
        })
    }

    fn run(&self, text: &str, request: &AnalyzerRequest<'_>, explain: bool) -> Result<Analysis> {
        self.check(request)?;
        let normalized = NormalizedText::new(text);
        let mut decisions = Decisions {
            explain,
            ..Decisions::default()
        };

        let raw = self.verified_candidates(&normalized, request, &mut decisions);
        self.add_with_context(&normalized, raw, request, &mut decisions);

        let ad_hoc = request.ad_hoc_recognizers.iter().copied();
        for recognizer in self.recognizers.iter().map(AsRef::as_ref).chain(ad_hoc) {
            if !recognizer
                .supported_entities()
                .iter()
                .any(|entity| request.wants(entity))
            {
                continue;
            }
            let mut findings = Findings::new(explain);
            recognizer.analyze(&normalized, &mut findings)?;
            decisions.take(recognizer.id(), findings, request);
        }
        Ok(self.decide(&normalized, request, decisions))
    }

    /// Steps 2 and 3: the scan proposes, the rules verify.
    fn verified_candidates(
        &self,
        text: &NormalizedText<'_>,
        request: &AnalyzerRequest<'_>,
        decisions: &mut Decisions,
    ) -> Vec<RawFind> {
        let mut verifier = Verifier::new(&self.rules, text.as_str(), request);
        let scanner = self.rules.scanner(request);
        scanner.scan(text.as_str(), |pattern: PatternId, starts| {
            verifier.try_pattern(pattern, starts, decisions);
        });
        verifier.into_finds()
    }

    /// Step 4: context words raise a score, or turn a find down.
    fn add_with_context(
        &self,
        text: &NormalizedText<'_>,
        mut raw: Vec<RawFind>,
        request: &AnalyzerRequest<'_>,
        decisions: &mut Decisions,
    ) {
        raw.sort_by_key(|find| (find.span.start(), find.span.end()));
        let threshold = request.score_threshold.unwrap_or(self.score_threshold);
        let mut search = self.rules.context.search(text.as_str());
        for find in raw {
            let Some(spec) = self.rules.rule(find.rule) else {
                continue;
            };
            let has_words = !spec.context.is_empty() || !spec.counter_context.is_empty();
            let evidence = if has_words && (find.validity != Validity::Valid || decisions.explain) {
                search.evidence(find.rule, find.span)
            } else {
                Evidence::None
            };
            let (score, word) = match evidence {
                Evidence::Supports(word) => (context::raised(find.score), Some(word)),
                Evidence::Counters(word) if find.validity != Validity::Valid => {
                    let score = Score::ZERO;
                    decisions.add_rule(
                        spec,
                        &find,
                        score,
                        Some(word),
                        Some(Rejection::CounterSign),
                    );
                    continue;
                }
                _ => (find.score, None),
            };
            let rejection = (score < threshold).then_some(Rejection::BelowThreshold);
            decisions.add_rule(spec, &find, score, word, rejection);
        }
    }

    /// Steps 5 and 6: back to the original, allow list, threshold, conflicts.
    fn decide(
        &self,
        text: &NormalizedText<'_>,
        request: &AnalyzerRequest<'_>,
        mut decisions: Decisions,
    ) -> Analysis {
        let threshold = request.score_threshold.unwrap_or(self.score_threshold);
        let mut claims = Vec::with_capacity(decisions.list.len());
        for (id, decision) in decisions.list.iter_mut().enumerate() {
            if decision.rejection.is_some() {
                continue;
            }
            let span = text.to_original(decision.find.span);
            let surface = text.original().get(span.range()).unwrap_or_default();
            if decision.find.score < threshold {
                decision.rejection = Some(Rejection::BelowThreshold);
            } else if request.allow_list.is_some_and(|list| list.allows(surface)) {
                decision.rejection = Some(Rejection::AllowList);
            } else if !span.is_empty() {
                claims.push(Claim {
                    entity_type: decision.find.entity_type.clone(),
                    span,
                    score: decision.find.score,
                    id,
                });
            }
        }
        let (standing, fallen) = conflict::resolve(text.original(), claims);
        let results = standing
            .into_iter()
            .filter_map(|claim| {
                let decision = decisions.list.get(claim.id)?;
                Some(RecognizerResult {
                    entity_type: claim.entity_type,
                    span: claim.span,
                    score: claim.score,
                    recognizer: decision.recognizer.clone(),
                })
            })
            .collect();
        for id in fallen {
            if let Some(decision) = decisions.list.get_mut(id) {
                decision.rejection = Some(Rejection::Conflict);
            }
        }
        let explanations = if decisions.explain {
            decisions
                .list
                .into_iter()
                .map(|decision| decision.explain(text))
                .collect()
        } else {
            Vec::new()
        };
        Analysis {
            results,
            explanations,
        }
    }
}

impl std::fmt::Debug for AnalyzerEngine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("AnalyzerEngine")
            .field("rules", &self.rules.rules.len())
            .field("recognizers", &self.recognizers.len())
            .field("score_threshold", &self.score_threshold)
            .finish_non_exhaustive()
    }
}

/// Everything that was considered for one text.
#[derive(Default)]
struct Decisions {
    list: Vec<Decision>,
    explain: bool,
}

/// A find on its way to a result, with what explains it.
struct Decision {
    recognizer: std::borrow::Cow<'static, str>,
    find: Find,
    rejection: Option<Rejection>,
    evidence: Option<explanation::RuleEvidence>,
}

impl Decisions {
    /// Notes what a rule found. Rejected finds are kept for explanations only.
    fn add_rule(
        &mut self,
        spec: &'static crate::recognizer::RecognizerSpec,
        find: &RawFind,
        score: Score,
        word: Option<&str>,
        rejection: Option<Rejection>,
    ) {
        if rejection.is_some() && !self.explain {
            return;
        }
        self.list.push(Decision {
            recognizer: spec.id.into(),
            find: Find::new(spec.entity.clone(), find.span, score),
            rejection,
            evidence: self
                .explain
                .then(|| explanation::RuleEvidence::new(spec, find, word)),
        });
    }

    /// Notes a candidate that its rule turned down at once.
    fn reject_candidate(
        &mut self,
        spec: &'static crate::recognizer::RecognizerSpec,
        pattern: u16,
        span: Span<Normalized>,
        rejection: Rejection,
    ) {
        if self.explain {
            let find = RawFind {
                rule: 0,
                pattern,
                span,
                score: Score::ZERO,
                validity: Validity::Invalid,
            };
            self.add_rule(spec, &find, Score::ZERO, None, Some(rejection));
        }
    }

    /// Notes what another recognizer found.
    fn take(&mut self, recognizer: &str, findings: Findings, request: &AnalyzerRequest<'_>) {
        let (finds, rejected) = findings.into_parts();
        let finds = finds.into_iter().map(|find| (find, None));
        let rejected = rejected
            .into_iter()
            .map(|Rejected { find, rejection }| (find, Some(rejection)));
        for (find, rejection) in finds.chain(rejected) {
            if request.wants(&find.entity_type) {
                let recognizer = recognizer.to_owned().into();
                self.list.push(Decision {
                    recognizer,
                    find,
                    rejection,
                    evidence: None,
                });
            }
        }
    }
}
