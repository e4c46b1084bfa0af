"""The engine: from a text to what was found in it."""

from __future__ import annotations

import json
import logging
import re
from typing import Any, Dict, List, Optional

from redact.presidio_analyzer._clock import current_year
from redact.presidio_analyzer._plan import Plan
from redact.presidio_analyzer._regex import DEFAULT_FLAGS, contains, searcher, timeout_seconds
from redact.presidio_analyzer.app_tracer import AppTracer
from redact.presidio_analyzer.context_aware_enhancers import (
    ContextAwareEnhancer,
    LemmaContextAwareEnhancer,
)
from redact.presidio_analyzer.entity_recognizer import EntityRecognizer
from redact.presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine, TokenizerNlpEngine
from redact.presidio_analyzer.recognizer_registry import (
    RecognizerRegistry,
    RecognizerRegistryProvider,
)
from redact.presidio_analyzer.recognizer_result import RecognizerResult

logger = logging.getLogger("presidio-analyzer")

REGEX_TIMEOUT_SECONDS = timeout_seconds()
"""How long the package ``regex`` may search for one pattern of an allow list."""

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


_warned: List[bool] = []


def _warn_once_that_there_is_no_model() -> None:
    if not _warned:
        _warned.append(True)
        logger.warning(
            "There is no NLP model: PERSON, LOCATION, NRP and ORGANIZATION are not found. Plug one in as "
            "AnalyzerEngine(nlp_engine=...), or hand in TokenizerNlpEngine() to do without."
        )


def _check_types(registry: Any, nlp_engine: Any, supported_languages: Any) -> None:
    """Say in the caller's words what is wrong, instead of failing on it later."""
    # Engines of a caller's need not inherit from NlpEngine; a name or a configuration is none.
    if isinstance(nlp_engine, (str, dict, type)):
        raise TypeError(
            f"nlp_engine must be an NlpEngine, not {type(nlp_engine).__name__}; "
            f"NlpEngineProvider(nlp_configuration=...).create_engine() makes one from a configuration"
        )
    if isinstance(registry, (str, dict, list, type)):
        raise TypeError(
            f"registry must be a RecognizerRegistry, not {type(registry).__name__}; "
            f"RecognizerRegistryProvider(conf_file=...).create_recognizer_registry() makes one from a file"
        )
    if isinstance(supported_languages, str):
        raise TypeError('supported_languages must be a list such as ["en"], not one str')


class AnalyzerEngine:
    """Finds personal data in texts.

    Without an NLP engine the built-in tokenizer is used: names of persons and places are then not
    found, and nothing is downloaded.

    :param registry: the recognizers; Presidio's default ones if not given.
    :param nlp_engine: what splits texts into words and finds names.
    :param log_decision_process: whether decisions are traced.
    :param default_score_threshold: results below it are dropped.
    :param supported_languages: the languages, the same as the registry's.
    :param context_aware_enhancer: what raises scores by the words around a result.
    """

    def __init__(
        self,
        registry: Optional[RecognizerRegistry] = None,
        nlp_engine: Optional[NlpEngine] = None,
        app_tracer: Optional[AppTracer] = None,
        log_decision_process: bool = False,
        default_score_threshold: float = 0,
        supported_languages: Optional[List[str]] = None,
        context_aware_enhancer: Optional[ContextAwareEnhancer] = None,
    ) -> None:
        _check_types(registry, nlp_engine, supported_languages)
        if not supported_languages:
            supported_languages = ["en"]
        if not nlp_engine:
            if registry is None:
                _warn_once_that_there_is_no_model()
            nlp_engine = TokenizerNlpEngine(supported_languages)
        if not app_tracer:
            app_tracer = AppTracer()
        self.app_tracer = app_tracer
        self.supported_languages = supported_languages
        self.nlp_engine = nlp_engine
        if not self.nlp_engine.is_loaded():
            self.nlp_engine.load()
        if not registry:
            registry = RecognizerRegistryProvider(
                registry_configuration={"supported_languages": supported_languages},
                nlp_engine=nlp_engine,
            ).create_recognizer_registry()
        elif not registry.recognizers:
            registry.load_predefined_recognizers(
                nlp_engine=nlp_engine, languages=supported_languages
            )
        if sorted(registry.supported_languages) != sorted(supported_languages):
            raise ValueError(
                f"Misconfigured engine, supported languages have to be consistent: "
                f"registry.supported_languages: {registry.supported_languages}, "
                f"analyzer_engine.supported_languages: {supported_languages}"
            )
        self.registry = registry
        self.log_decision_process = log_decision_process
        self.default_score_threshold = default_score_threshold
        if context_aware_enhancer is None:
            context_aware_enhancer = LemmaContextAwareEnhancer()
        self.context_aware_enhancer = context_aware_enhancer
        self._plans: Dict[str, Plan] = {}

    def __getstate__(self) -> Dict[str, Any]:
        return {**self.__dict__, "_plans": {}}

    def get_recognizers(self, language: Optional[str] = None) -> List[EntityRecognizer]:
        """The recognizers for a language, or for all."""
        languages = [language] if language else self.supported_languages
        recognizers: List[EntityRecognizer] = []
        for one in languages:
            logger.info("Fetching all recognizers for language %s", one)
            for recognizer in self.registry.get_recognizers(language=one, all_fields=True):
                if recognizer not in recognizers:
                    recognizers.append(recognizer)
        return recognizers

    def get_supported_entities(self, language: Optional[str] = None) -> List[str]:
        """The kinds that are found in a language, or in all."""
        entities = set()
        for recognizer in self.get_recognizers(language):
            entities.update(recognizer.get_supported_entities())
        return list(entities)

    def analyze(
        self,
        text: str,
        language: str,
        entities: Optional[List[str]] = None,
        correlation_id: Optional[str] = None,
        score_threshold: Optional[float] = None,
        return_decision_process: Optional[bool] = False,
        ad_hoc_recognizers: Optional[List[EntityRecognizer]] = None,
        context: Optional[List[str]] = None,
        allow_list: Optional[List[str]] = None,
        allow_list_match: Optional[str] = "exact",
        regex_flags: Optional[int] = DEFAULT_FLAGS,
        nlp_artifacts: Optional[NlpArtifacts] = None,
    ) -> List[RecognizerResult]:
        """What is found in a text, the surest first. Results of different kinds may overlap.

        :param entities: only these kinds; all if not given.
        :param score_threshold: results below it are dropped, whatever engine and recognizers say.
        :param return_decision_process: whether results carry an explanation.
        :param ad_hoc_recognizers: recognizers for this text alone.
        :param context: words that count as standing near every result.
        :param allow_list: values that are no personal data here: texts (``allow_list_match`` is
            ``exact``) or regular expressions (``regex``).
        :param nlp_artifacts: what an NLP engine knows of the text, if it was asked already.
        :raises ValueError: if no recognizer serves the language and kinds.
        :raises TimeoutError: if a pattern took too many steps; the text was not searched to its end.
        """
        if not ad_hoc_recognizers and nlp_artifacts is None:
            plan = self._plans.get(language)
            if plan is None or not plan.holds(self):
                plan = self._planned(language)
            native = plan.native
            if native is not None and (not entities or plan.entities.issuperset(entities)):
                results = self._analyze_natively(
                    plan, text, entities, score_threshold, return_decision_process, context
                )
                if allow_list:
                    results = self._remove_allow_list(
                        results, allow_list, text, regex_flags, allow_list_match or ""
                    )
                return results
        return self._analyze_in_steps(
            text,
            language,
            entities,
            correlation_id,
            score_threshold,
            return_decision_process,
            ad_hoc_recognizers,
            context,
            allow_list,
            allow_list_match,
            regex_flags,
            nlp_artifacts,
        )

    def _planned(self, language: str) -> Plan:
        plan = Plan(self, language)
        # Languages come from callers: those without recognizers are not kept.
        if plan.native is not None or language in self.supported_languages:
            self._plans[language] = plan
        return plan

    def _needs_no_artifacts(self, options: Dict[str, Any]) -> bool:
        """Whether texts are analysed natively, without words from the NLP engine."""
        return type(self.nlp_engine) is TokenizerNlpEngine and "nlp_artifacts" not in options

    def _analyze_natively(
        self,
        plan: Plan,
        text: str,
        entities: Optional[List[str]],
        score_threshold: Optional[float],
        explain: Optional[bool],
        context: Optional[List[str]],
    ) -> List[RecognizerResult]:
        try:
            results: List[Any] = plan.native.analyze(
                text, entities or None, score_threshold, context, bool(explain), current_year()
            )
        except UnicodeEncodeError:
            # Half a surrogate pair is no character; one that stands for "unreadable" takes its place.
            whole = _LONE_SURROGATES.sub("\ufffd", text)
            results = plan.native.analyze(
                whole, entities or None, score_threshold, context, bool(explain), current_year()
            )
        return plan.explained(results) if explain else results

    def _analyze_in_steps(
        self,
        text: str,
        language: str,
        entities: Optional[List[str]],
        correlation_id: Optional[str],
        score_threshold: Optional[float],
        return_decision_process: Optional[bool],
        ad_hoc_recognizers: Optional[List[EntityRecognizer]],
        context: Optional[List[str]],
        allow_list: Optional[List[str]],
        allow_list_match: Optional[str],
        regex_flags: Optional[int],
        nlp_artifacts: Optional[NlpArtifacts],
    ) -> List[RecognizerResult]:
        """The same, recognizer by recognizer: Python code may take part in each step."""
        recognizers = self.registry.get_recognizers(
            language=language,
            entities=entities,
            all_fields=not entities,
            ad_hoc_recognizers=ad_hoc_recognizers,
        )
        if not entities:
            entities = list({kind for one in recognizers for kind in one.supported_entities})
        if not isinstance(text, str):
            raise TypeError(f"text must be a string, not {type(text).__name__}")
        text = _LONE_SURROGATES.sub("\ufffd", text)
        if nlp_artifacts is None:
            nlp_artifacts = self.nlp_engine.process_text(text, language)
        if self.log_decision_process:
            self.app_tracer.trace(correlation_id or "", f"nlp artifacts: {nlp_artifacts.to_json()}")
        results: List[RecognizerResult] = []
        for recognizer in recognizers:
            current = recognizer.analyze(
                text=text, entities=entities, nlp_artifacts=nlp_artifacts
            )
            if current:
                self.__add_recognizer_id_if_not_exists(current, recognizer)
                results.extend(current)
        results = self._enhance_using_context(text, results, nlp_artifacts, recognizers, context)
        if self.log_decision_process:
            self.app_tracer.trace(
                correlation_id or "",
                json.dumps([str(result.to_dict()) for result in results]),
            )
        results = self.__remove_low_scores(results, score_threshold, recognizers)
        results = EntityRecognizer.remove_duplicates(results)
        if allow_list:
            results = self._remove_allow_list(
                results, allow_list, text, regex_flags, allow_list_match or ""
            )
        if not return_decision_process:
            results = self.__remove_decision_process(results)
        return results

    def _enhance_using_context(
        self,
        text: str,
        raw_results: List[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: List[EntityRecognizer],
        context: Optional[List[str]] = None,
    ) -> List[RecognizerResult]:
        """Each recognizer's own hook, then the engine's enhancer."""
        results: List[RecognizerResult] = []
        key = RecognizerResult.RECOGNIZER_IDENTIFIER_KEY
        by_recognizer: Dict[Any, List[RecognizerResult]] = {}
        for result in raw_results:
            by_recognizer.setdefault((result.recognition_metadata or {}).get(key), []).append(result)
        for recognizer in recognizers:
            own = by_recognizer.get(recognizer.id, [])
            if type(recognizer).enhance_using_context is EntityRecognizer.enhance_using_context:
                if "enhance_using_context" not in recognizer.__dict__:
                    results.extend(own)
                    continue
            others = [
                result
                for result in raw_results
                if (result.recognition_metadata or {}).get(key) != recognizer.id
            ]
            results.extend(
                recognizer.enhance_using_context(
                    text=text,
                    raw_recognizer_results=own,
                    other_raw_recognizer_results=others,
                    nlp_artifacts=nlp_artifacts,
                    context=context,
                )
            )
        if self.context_aware_enhancer is not None:
            results = self.context_aware_enhancer.enhance_using_context(
                text=text,
                raw_results=results,
                nlp_artifacts=nlp_artifacts,
                recognizers=recognizers,
                context=context,
            )
        return results

    def __remove_low_scores(
        self,
        results: List[RecognizerResult],
        score_threshold: Optional[float] = None,
        recognizers: Optional[List[EntityRecognizer]] = None,
    ) -> List[RecognizerResult]:
        if score_threshold is not None:
            return [result for result in results if result.score >= score_threshold]
        thresholds = {one.id: one.score_thresholds for one in recognizers or ()}
        return [
            result
            for result in results
            if result.score >= self.__get_result_score_threshold(result, thresholds)
        ]

    def __get_result_score_threshold(
        self, result: RecognizerResult, recognizers_by_id: Dict[str, Dict[str, float]]
    ) -> float:
        metadata = result.recognition_metadata or {}
        identifier = metadata.get(RecognizerResult.RECOGNIZER_IDENTIFIER_KEY, "")
        thresholds = recognizers_by_id.get(identifier) or {}
        if result.entity_type in thresholds:
            return thresholds[result.entity_type]
        return thresholds.get("default", self.default_score_threshold)

    @staticmethod
    def _remove_allow_list(
        results: List[RecognizerResult],
        allow_list: List[str],
        text: str,
        regex_flags: Optional[int],
        allow_list_match: str,
    ) -> List[RecognizerResult]:
        if allow_list_match == "exact":
            return [one for one in results if text[one.start : one.end] not in allow_list]
        if allow_list_match == "regex":
            expression = "|".join(term for term in allow_list if term)
            if not expression:
                return results
            flags = int(regex_flags or 0)
            searcher(expression, flags)
            return [
                one
                for one in results
                if not contains(
                    expression, flags, text[one.start : one.end], REGEX_TIMEOUT_SECONDS
                )
            ]
        raise ValueError("allow_list_match must either be set to 'exact' or 'regex'.")

    @staticmethod
    def __add_recognizer_id_if_not_exists(
        results: List[RecognizerResult], recognizer: EntityRecognizer
    ) -> None:
        for result in results:
            metadata = result.recognition_metadata
            if not metadata:
                metadata = result.recognition_metadata = {}
            metadata.setdefault(RecognizerResult.RECOGNIZER_IDENTIFIER_KEY, recognizer.id)
            metadata.setdefault(RecognizerResult.RECOGNIZER_NAME_KEY, recognizer.name)

    @staticmethod
    def __remove_decision_process(results: List[RecognizerResult]) -> List[RecognizerResult]:
        for result in results:
            result.analysis_explanation = None
        return results
