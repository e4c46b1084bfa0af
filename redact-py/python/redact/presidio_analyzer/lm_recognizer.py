"""Recognizers that ask a language model."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, List, Optional

from redact.presidio_analyzer.recognizer_result import RecognizerResult
from redact.presidio_analyzer.remote_recognizer import RemoteRecognizer

if TYPE_CHECKING:
    from redact.presidio_analyzer.nlp_engine import NlpArtifacts

GENERIC_PII_ENTITY = "GENERIC_PII_ENTITY"


class LMRecognizer(RemoteRecognizer, ABC):
    """A recognizer that asks a language model; subclasses write :meth:`_call_llm`.

    :param min_score: answers below it are dropped.
    :param labels_to_ignore: kinds whose answers are dropped.
    :param enable_generic_consolidation: kinds that are not supported are reported as
        ``GENERIC_PII_ENTITY`` instead of being dropped.
    """

    def __init__(
        self,
        supported_entities: Optional[List[str]] = None,
        supported_language: str = "en",
        name: Optional[str] = None,
        version: str = "1.0.0",
        model_id: Optional[str] = None,
        temperature: Optional[float] = None,
        min_score: float = 0.5,
        labels_to_ignore: Optional[List[str]] = None,
        enable_generic_consolidation: bool = True,
    ) -> None:
        if not supported_entities:
            raise ValueError("LMRecognizer needs supported_entities")
        entities = list(supported_entities)
        if enable_generic_consolidation and GENERIC_PII_ENTITY not in entities:
            entities.append(GENERIC_PII_ENTITY)
        self.model_id = model_id
        self.temperature = temperature
        self.min_score = min_score
        self.labels_to_ignore = [label.lower() for label in labels_to_ignore or []]
        self.enable_generic_consolidation = enable_generic_consolidation
        super().__init__(
            supported_entities=entities,
            name=name,
            supported_language=supported_language,
            version=version,
        )

    @abstractmethod
    def _call_llm(self, text: str, entities: List[str], **kwargs: Any) -> List[RecognizerResult]:
        """Ask the model."""

    def analyze(
        self,
        text: str,
        entities: Optional[List[str]] = None,
        nlp_artifacts: Optional[NlpArtifacts] = None,
    ) -> List[RecognizerResult]:
        """Ask the model about a text and keep what was asked for."""
        if not text or not text.strip():
            return []
        if entities is None:
            requested = list(self.supported_entities)
        else:
            requested = [entity for entity in entities if entity in self.supported_entities]
        if not requested:
            return []
        return self._filter_and_process_results(self._call_llm(text, requested), requested)

    def _filter_and_process_results(
        self, results: List[RecognizerResult], requested_entities: Optional[List[str]] = None
    ) -> List[RecognizerResult]:
        kept = []
        for result in results:
            # A model may leave out what it was asked for.
            if not result.entity_type or result.start is None or result.end is None:
                continue
            if result.score < self.min_score or result.start >= result.end:
                continue
            if result.entity_type.lower() in self.labels_to_ignore:
                continue
            if result.entity_type not in self.supported_entities:
                if not self.enable_generic_consolidation:
                    continue
                result.recognition_metadata = dict(
                    result.recognition_metadata or {}, original_entity_type=result.entity_type
                )
                result.entity_type = GENERIC_PII_ENTITY
            if requested_entities and result.entity_type not in requested_entities:
                continue
            kept.append(result)
        return kept

    def get_supported_entities(self) -> List[str]:
        """The kinds it answers."""
        return self.supported_entities
