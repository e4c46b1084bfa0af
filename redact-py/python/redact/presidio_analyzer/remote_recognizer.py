"""Recognizers that ask another service."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, List, Optional

from redact.presidio_analyzer.entity_recognizer import EntityRecognizer
from redact.presidio_analyzer.recognizer_result import RecognizerResult

if TYPE_CHECKING:
    from redact.presidio_analyzer.nlp_engine import NlpArtifacts


class RemoteRecognizer(ABC, EntityRecognizer):
    """A recognizer that asks another service; subclasses write :meth:`analyze`."""

    def __init__(
        self,
        supported_entities: List[str],
        name: Optional[str],
        supported_language: str,
        version: str,
        context: Optional[List[str]] = None,
    ) -> None:
        super().__init__(
            supported_entities=supported_entities,
            name=name,
            supported_language=supported_language,
            version=version,
            context=context,
        )

    def load(self) -> None:
        """Nothing to make ready."""

    @abstractmethod
    def analyze(
        self, text: str, entities: List[str], nlp_artifacts: NlpArtifacts
    ) -> List[RecognizerResult]:
        """Ask the service about a text."""

    @abstractmethod
    def get_supported_entities(self) -> List[str]:
        """The kinds the service answers."""
