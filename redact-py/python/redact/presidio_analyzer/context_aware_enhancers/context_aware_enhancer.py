"""What a context enhancer is."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, List, Optional

from redact.presidio_analyzer.entity_recognizer import EntityRecognizer
from redact.presidio_analyzer.recognizer_result import RecognizerResult

if TYPE_CHECKING:
    from redact.presidio_analyzer.nlp_engine import NlpArtifacts


class ContextAwareEnhancer:
    """The base of context enhancers: raises scores by the words around a result.

    :param context_similarity_factor: what a context word adds.
    :param min_score_with_context_similarity: the least score of a result with a context word.
    :param context_prefix_count: how many words before a result are looked at.
    :param context_suffix_count: how many words behind it.
    """

    MIN_SCORE = 0
    MAX_SCORE = 1.0

    def __init__(
        self,
        context_similarity_factor: float,
        min_score_with_context_similarity: float,
        context_prefix_count: int,
        context_suffix_count: int,
    ) -> None:
        self.context_similarity_factor = context_similarity_factor
        self.min_score_with_context_similarity = min_score_with_context_similarity
        self.context_prefix_count = context_prefix_count
        self.context_suffix_count = context_suffix_count

    @abstractmethod
    def enhance_using_context(
        self,
        text: str,
        raw_results: List[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: List[EntityRecognizer],
        context: Optional[List[str]] = None,
    ) -> List[RecognizerResult]:
        """The results with scores raised where a context word supports them."""
        return raw_results
