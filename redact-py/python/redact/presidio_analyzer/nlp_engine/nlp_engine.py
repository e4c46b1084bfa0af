"""What an NLP engine is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Iterable, Iterator, List, Tuple

from redact.presidio_analyzer.nlp_engine.nlp_artifacts import NlpArtifacts


class NlpEngine(ABC):
    """The base of all NLP engines: write it to plug in a pipeline of your own."""

    @abstractmethod
    def load(self) -> None:
        """Load the models."""

    @abstractmethod
    def is_loaded(self) -> bool:
        """Whether the models are loaded."""

    @abstractmethod
    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """The artifacts of a text."""

    @abstractmethod
    def process_batch(
        self,
        texts: Iterable[str],
        language: str,
        batch_size: int = 1,
        n_process: int = 1,
        **kwargs: Any,
    ) -> Iterator[Tuple[str, NlpArtifacts]]:
        """Each text with its artifacts."""

    @abstractmethod
    def is_stopword(self, word: str, language: str) -> bool:
        """Whether the word says nothing by itself."""

    @abstractmethod
    def is_punct(self, word: str, language: str) -> bool:
        """Whether the word is punctuation."""

    @abstractmethod
    def get_supported_entities(self) -> List[str]:
        """The kinds its model finds."""

    @abstractmethod
    def get_supported_languages(self) -> List[str]:
        """The languages it has models for."""
