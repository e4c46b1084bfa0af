"""Many texts, and dictionaries of texts."""

from __future__ import annotations

import logging
from typing import Any, Dict, Iterable, Iterator, List, Optional, Union

from redact.presidio_analyzer.analyzer_engine import AnalyzerEngine
from redact.presidio_analyzer.dict_analyzer_result import DictAnalyzerResult
from redact.presidio_analyzer.recognizer_result import RecognizerResult

logger = logging.getLogger("presidio-analyzer")

_PRIMITIVE = (str, int, float, bool)


class BatchAnalyzerEngine:
    """Analyses lists and dictionaries with one engine."""

    def __init__(self, analyzer_engine: Optional[AnalyzerEngine] = None) -> None:
        self.analyzer_engine = analyzer_engine if analyzer_engine else AnalyzerEngine()

    def analyze_iterator(
        self,
        texts: Iterable[Union[str, bool, float, int]],
        language: str,
        batch_size: int = 1,
        n_process: int = 1,
        **kwargs: Any,
    ) -> List[List[RecognizerResult]]:
        """The results of each text; numbers and booleans are read as they print.

        :param batch_size: how many texts the NLP engine takes at once.
        :param n_process: in how many processes.
        :param kwargs: for ``AnalyzerEngine.analyze``.
        """
        values = self._validate_types(texts)
        engine = self.analyzer_engine
        if engine._needs_no_artifacts(kwargs):
            return [engine.analyze(str(value), language, **kwargs) for value in values]
        batches = engine.nlp_engine.process_batch(
            [str(value) for value in values],
            language=language,
            batch_size=batch_size,
            n_process=n_process,
        )
        return [
            engine.analyze(text=str(text), nlp_artifacts=artifacts, language=language, **kwargs)
            for text, artifacts in batches
        ]

    def analyze_dict(
        self,
        input_dict: Dict[str, Union[Any, Iterable[Any]]],
        language: str,
        keys_to_skip: Optional[List[str]] = None,
        batch_size: int = 1,
        n_process: int = 1,
        **kwargs: Any,
    ) -> Iterator[DictAnalyzerResult]:
        """The results of each value; the key counts as a context word.

        :param keys_to_skip: keys whose values are not analysed, those within dictionaries with dots
            (``person.name``).
        """
        context: List[str] = []
        if "context" in kwargs:
            context = kwargs.pop("context") or []
        skipped = keys_to_skip or []
        value: Any
        for key, value in input_dict.items():
            if not value or key in skipped:
                yield DictAnalyzerResult(key=key, value=value, recognizer_results=[])
                continue
            results: Any
            # Presidio regards the key alone for single values, and the caller's words besides for lists.
            if isinstance(value, _PRIMITIVE):
                results = self.analyzer_engine.analyze(
                    text=str(value), language=language, context=[key], **kwargs
                )
            elif isinstance(value, dict):
                results = self.analyze_dict(
                    input_dict=value,
                    language=language,
                    context=[*context, key],
                    keys_to_skip=self._get_nested_keys_to_skip(key, skipped),
                    **kwargs,
                )
            elif isinstance(value, Iterable):
                results = self.analyze_iterator(
                    texts=value,
                    language=language,
                    context=[*context, key],
                    batch_size=batch_size,
                    n_process=n_process,
                    **kwargs,
                )
            else:
                raise ValueError(f"type {type(value)} is unsupported.")
            yield DictAnalyzerResult(key=key, value=value, recognizer_results=results)

    @staticmethod
    def _validate_types(value_iterator: Iterable[Any]) -> Iterator[Any]:
        for value in value_iterator:
            if value and not isinstance(value, _PRIMITIVE):
                raise ValueError(
                    "Analyzer.analyze_iterator only works on primitive types (int, float, bool, "
                    "str). Lists of objects are not yet supported."
                )
            yield value

    @staticmethod
    def _get_nested_keys_to_skip(key: str, keys_to_skip: List[str]) -> List[str]:
        prefix = f"{key}."
        return [one[len(prefix) :] for one in keys_to_skip if one.startswith(prefix)]
