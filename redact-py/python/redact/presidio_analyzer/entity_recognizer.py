"""What every recognizer is."""

from __future__ import annotations

import logging
from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Optional, Tuple

from redact.presidio_analyzer._revision import Revised
from redact.presidio_analyzer.recognizer_result import RecognizerResult
from redact.presidio_analyzer.score_thresholds import normalize_score_thresholds

if TYPE_CHECKING:
    from redact.presidio_analyzer.nlp_engine import NlpArtifacts

logger = logging.getLogger("presidio-analyzer")


class EntityRecognizer(Revised):
    """The base of all recognizers. Subclasses write :meth:`load` and :meth:`analyze`.

    :param supported_entities: the kinds it answers.
    :param supported_language: the language it serves, such as ``en``.
    :param context: words near a result that raise its score.
    :param country_code: the country it is for; the class's ``COUNTRY_CODE`` if not given.
    :param score_thresholds: least scores by kind, ``default`` for all others.
    """

    MIN_SCORE = 0
    MAX_SCORE = 1.0
    COUNTRY_CODE: ClassVar[Optional[str]] = None

    def __init__(
        self,
        supported_entities: List[str],
        name: Optional[str] = None,
        supported_language: str = "en",
        version: str = "0.0.1",
        context: Optional[List[str]] = None,
        country_code: Optional[str] = None,
        score_thresholds: Optional[Dict[str, float]] = None,
    ) -> None:
        self.supported_entities = supported_entities
        self.name: str = self.__class__.__name__ if name is None else name
        self._id = f"{self.name}_{id(self)}"
        self.supported_language = supported_language
        self.version = version
        self.is_loaded = False
        self.context = context
        self._score_thresholds = normalize_score_thresholds(score_thresholds)
        self._country_code = self._resolve_country_code(country_code)
        self.load()
        logger.info("Loaded recognizer: %s", self.name)
        self.is_loaded = True

    @property
    def score_thresholds(self) -> Dict[str, float]:
        """Least scores by kind, ``default`` for all others."""
        return self._score_thresholds

    @score_thresholds.setter
    def score_thresholds(self, value: Optional[Dict[str, float]]) -> None:
        self._score_thresholds = normalize_score_thresholds(value)

    @classmethod
    def _resolve_country_code(cls, passed: Optional[str]) -> Optional[str]:
        own = cls.COUNTRY_CODE.strip().lower() if cls.COUNTRY_CODE is not None else None
        if passed is None:
            return own
        if not isinstance(passed, str):
            raise TypeError(f"country_code must be a string, not {type(passed).__name__}")
        if not passed.strip():
            raise ValueError("country_code must be a non-empty string")
        code = passed.strip().lower()
        if own is not None and code != own:
            raise ValueError(
                f"country_code {code!r} conflicts with class-level COUNTRY_CODE {own!r} of {cls.__name__}"
            )
        return code

    def country_code(self) -> Optional[str]:
        """The country it is for, in Presidio's spelling; ``None`` if for none."""
        return self._country_code

    def is_country_specific(self) -> bool:
        """Whether it is for one country."""
        return self._country_code is not None

    @property
    def id(self) -> str:
        """What tells it from other recognizers of the same name."""
        return self._id

    @abstractmethod
    def load(self) -> None:
        """Make ready what the recognizer needs."""

    @abstractmethod
    def analyze(
        self, text: str, entities: List[str], nlp_artifacts: NlpArtifacts
    ) -> List[RecognizerResult]:
        """The results for a text."""
        return None  # type: ignore[return-value]

    def enhance_using_context(
        self,
        text: str,
        raw_recognizer_results: List[RecognizerResult],
        other_raw_recognizer_results: List[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        context: Optional[List[str]] = None,
    ) -> List[RecognizerResult]:
        """Change this recognizer's results with regard to the text around them; by default nothing.

        Results changed here should carry ``is_score_enhanced_by_context`` in their metadata.
        """
        return raw_recognizer_results

    def get_supported_entities(self) -> List[str]:
        """The kinds it answers."""
        return self.supported_entities

    def get_supported_language(self) -> str:
        """The language it serves."""
        return self.supported_language

    def get_version(self) -> str:
        """Its version."""
        return self.version

    def to_dict(self) -> Dict[str, Any]:
        """What it is made of, for :meth:`from_dict`."""
        fields: Dict[str, Any] = {
            "supported_entities": self.supported_entities,
            "supported_language": self.supported_language,
            "name": self.name,
            "version": self.version,
        }
        if self._country_code is not None:
            fields["country_code"] = self._country_code
        return fields

    @classmethod
    def from_dict(cls, entity_recognizer_dict: Dict[str, Any]) -> EntityRecognizer:
        """A recognizer from what :meth:`to_dict` answers."""
        return cls(**entity_recognizer_dict)

    @staticmethod
    def remove_duplicates(results: List[RecognizerResult]) -> List[RecognizerResult]:
        """Drop each result that lies within one of the same kind with at least its score."""
        kept: List[RecognizerResult] = []
        by_place = sorted(
            set(results),
            key=lambda one: (one.entity_type, one.start, -(one.end - one.start), -one.score),
        )
        # Of one kind, starts only grow: a result is covered if one with at least its score ends as far.
        kind = None
        farthest: Dict[float, int] = {}
        for result in by_place:
            if result.score == 0:
                continue
            if result.entity_type != kind:
                kind = result.entity_type
                farthest = {}
            if any(
                score >= result.score and end >= result.end for score, end in farthest.items()
            ):
                continue
            kept.append(result)
            farthest[result.score] = max(result.end, farthest.get(result.score, result.end))
        return sorted(kept, key=lambda one: (-one.score, one.start, -(one.end - one.start)))

    @staticmethod
    def sanitize_value(text: str, replacement_pairs: List[Tuple[str, str]]) -> str:
        """The text with each first string of a pair replaced by the second."""
        for search_string, replacement_string in replacement_pairs:
            text = text.replace(search_string, replacement_string)
        return text
