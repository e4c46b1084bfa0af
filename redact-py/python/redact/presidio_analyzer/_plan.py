"""When the whole of an analysis runs natively, and with what.

That is the case if the NLP engine is the built-in one, the enhancer is Presidio's, and every recognizer
of the language is an unchanged predefined one or made of patterns the native engine takes. Then one
native call does everything; otherwise Python does the work step by step, recognizer by recognizer.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, List, Optional, Tuple

from redact.presidio_analyzer import _revision
from redact.presidio_analyzer._native_module import presidio
from redact.presidio_analyzer._regex import is_native
from redact.presidio_analyzer.analysis_explanation import AnalysisExplanation
from redact.presidio_analyzer.context_aware_enhancers import LemmaContextAwareEnhancer
from redact.presidio_analyzer.entity_recognizer import EntityRecognizer
from redact.presidio_analyzer.pattern_recognizer import PatternRecognizer
from redact.presidio_analyzer.recognizer_registry import RecognizerRegistry
from redact.presidio_analyzer.recognizer_result import RecognizerResult

if TYPE_CHECKING:
    from redact.presidio_analyzer.analyzer_engine import AnalyzerEngine


class Plan:
    """A native engine for one language, and what it was made from."""

    def __init__(self, engine: AnalyzerEngine, language: str) -> None:
        registry = engine.registry
        self.revision = _revision.current[0]
        self.recognizers = list(registry.recognizers)
        # Lists may be changed in place: they are compared with copies, element by element.
        self.lists: List[Any] = []
        for one in self.recognizers:
            self.lists.append(one.supported_entities)
            self.lists.append(one.context)
            self.lists.append(one._score_thresholds)
            if isinstance(one, PatternRecognizer):
                self.lists.append(one.patterns)
        self.copies = [_copy(one) for one in self.lists]
        self.settings = _settings(engine)
        self.members: List[EntityRecognizer] = []
        self.entities: set[str] = set()
        self.native: Any = None
        self._make(engine, language)

    def holds(self, engine: AnalyzerEngine) -> bool:
        """Whether nothing has changed since the plan was made."""
        return (
            self.revision == _revision.current[0]
            and self.recognizers == engine.registry.recognizers
            and self.lists == self.copies
            and self.settings == _settings(engine)
        )

    def _make(self, engine: AnalyzerEngine, language: str) -> None:
        from redact.presidio_analyzer.nlp_engine import TokenizerNlpEngine

        if type(engine.registry) is not RecognizerRegistry:
            return
        if type(engine.nlp_engine) is not TokenizerNlpEngine:
            return
        enhancer = engine.context_aware_enhancer
        if type(enhancer) is not LemmaContextAwareEnhancer or engine.log_decision_process:
            return
        descriptions = []
        for recognizer in self.recognizers:
            if recognizer.supported_language != language:
                continue
            self.entities.update(recognizer.supported_entities)
            if _finds_nothing_here(recognizer):
                continue
            described = describe(recognizer)
            if described is None:
                return
            descriptions.append(described)
            self.members.append(recognizer)
        if not descriptions:
            return
        try:
            self.native = presidio.Engine(
                descriptions,
                language,
                (
                    float(enhancer.context_similarity_factor),
                    float(enhancer.min_score_with_context_similarity),
                    int(enhancer.context_prefix_count),
                    int(enhancer.context_suffix_count),
                    enhancer.context_matching_mode == "whole_word",
                ),
                float(engine.default_score_threshold),
                RecognizerResult,
            )
        except (TypeError, ValueError, OverflowError):
            # Parameters that only Python can make something of.
            self.native = None

    def explained(self, rows: List[Tuple[Any, ...]]) -> List[RecognizerResult]:
        """Results with explanations, from the rows of the native engine."""
        return [self._explained(*row) for row in rows]

    def _explained(
        self,
        number: int,
        start: int,
        end: int,
        score: float,
        pattern_number: Optional[int],
        found_score: float,
        verdict: Optional[bool],
        word: Optional[str],
        region: Optional[str] = None,
    ) -> RecognizerResult:
        recognizer: Any = self.members[number]
        explanation: AnalysisExplanation
        if isinstance(recognizer, PatternRecognizer):
            pattern = recognizer.patterns[pattern_number or 0]
            explanation = recognizer.build_regex_explanation(
                recognizer.name,
                pattern.name,
                pattern.regex,
                pattern.score,
                verdict,
                recognizer.global_regex_flags,
            )
            explanation.score = found_score
        else:
            explanation = recognizer._get_analysis_explanation(region)
        if word is not None:
            explanation.set_supportive_context_word(word)
            explanation.set_improved_score(score)
        metadata = {
            RecognizerResult.RECOGNIZER_NAME_KEY: recognizer.name,
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: recognizer.id,
        }
        return RecognizerResult(
            recognizer.supported_entities[0], start, end, score, explanation, metadata
        )


def _copy(value: Any) -> Any:
    if isinstance(value, list):
        return list(value)
    return dict(value) if isinstance(value, dict) else value


def _settings(engine: AnalyzerEngine) -> Tuple[Any, ...]:
    enhancer: Any = engine.context_aware_enhancer
    return (
        engine.nlp_engine,
        engine.log_decision_process,
        engine.default_score_threshold,
        enhancer,
        tuple(enhancer.__dict__.values()) if enhancer is not None else (),
    )


def _finds_nothing_here(recognizer: EntityRecognizer) -> bool:
    """Whether it reports entities of the NLP engine, of which the built-in one has none."""
    from redact.presidio_analyzer.predefined_recognizers import NLP_RECOGNIZERS

    return type(recognizer) in NLP_RECOGNIZERS.values() and "analyze" not in recognizer.__dict__


def describe(recognizer: EntityRecognizer) -> Optional[SimpleNamespace]:
    """What the native engine makes of a recognizer; nothing if Python code takes part in it."""
    kind = type(recognizer)
    if kind.enhance_using_context is not EntityRecognizer.enhance_using_context:
        return None
    if {"analyze", "enhance_using_context"} & set(recognizer.__dict__):
        return None
    if len(recognizer.supported_entities) != 1:
        return None
    description = SimpleNamespace(
        class_name=None,
        name=recognizer.name,
        identifier=recognizer.id,
        entity=recognizer.supported_entities[0],
        language=recognizer.supported_language,
        context=list(recognizer.context or ()),
        score_thresholds=dict(recognizer.score_thresholds),
        patterns=[],
        phone=None,
    )
    if isinstance(recognizer, PatternRecognizer):
        if kind.analyze is not PatternRecognizer.analyze:
            return None
        description.class_name = recognizer._whole_class()
        if description.class_name is not None:
            return description
        return _with_patterns(recognizer, description)
    from redact.presidio_analyzer.predefined_recognizers import _phone

    return _phone.describe(recognizer, description)


def _with_patterns(
    recognizer: PatternRecognizer, description: SimpleNamespace
) -> Optional[SimpleNamespace]:
    kind: Any = type(recognizer)
    for method in ("validate_result", "invalidate_result", "_verified", "_spans", "_result"):
        if getattr(kind, method) is not getattr(PatternRecognizer, method):
            return None
        if method in recognizer.__dict__:
            return None
    flags = int(recognizer.global_regex_flags or 0)
    for pattern in recognizer.patterns:
        if pattern._native_place() is not None or not is_native(pattern.regex, flags):
            return None
        description.patterns.append((pattern.regex, flags, float(pattern.score)))
    return description
