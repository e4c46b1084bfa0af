"""What a recognizer found, and where."""

from __future__ import annotations

import logging
from typing import Any, Dict, Optional

from redact.presidio_analyzer.analysis_explanation import AnalysisExplanation


class RecognizerResult:
    """A span of a text with the kind of personal data it holds and how sure that is.

    ``start`` and ``end`` count code points, as Python strings do.
    """

    RECOGNIZER_NAME_KEY = "recognizer_name"
    RECOGNIZER_IDENTIFIER_KEY = "recognizer_identifier"
    IS_SCORE_ENHANCED_BY_CONTEXT_KEY = "is_score_enhanced_by_context"

    logger = logging.getLogger("presidio-analyzer")

    def __init__(
        self,
        entity_type: str,
        start: int,
        end: int,
        score: float,
        analysis_explanation: Optional[AnalysisExplanation] = None,
        recognition_metadata: Optional[Dict[str, Any]] = None,
    ) -> None:
        self.entity_type = entity_type
        self.start = start
        self.end = end
        self.score = score
        self.analysis_explanation = analysis_explanation
        self.recognition_metadata = recognition_metadata

    def append_analysis_explanation_text(self, text: str) -> None:
        """Add a line to the explanation, if there is one."""
        if self.analysis_explanation:
            self.analysis_explanation.append_textual_explanation_line(text)

    def to_dict(self) -> Dict[str, Any]:
        """The fields as a dictionary."""
        return self.__dict__

    @classmethod
    def from_json(cls, data: Dict[str, Any]) -> RecognizerResult:
        """A result from a dictionary with ``entity_type``, ``start``, ``end`` and ``score``."""
        score: Any = data.get("score")
        entity_type: Any = data.get("entity_type")
        start: Any = data.get("start")
        end: Any = data.get("end")
        return cls(entity_type, start, end, score)

    def __repr__(self) -> str:
        return self.__str__()

    def intersects(self, other: RecognizerResult) -> int:
        """How many characters both cover."""
        if self.end < other.start or other.end < self.start:
            return 0
        return min(self.end, other.end) - max(self.start, other.start)

    def contained_in(self, other: RecognizerResult) -> bool:
        """Whether this one lies within the other."""
        return self.start >= other.start and self.end <= other.end

    def contains(self, other: RecognizerResult) -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and self.end >= other.end

    def equal_indices(self, other: RecognizerResult) -> bool:
        """Whether both cover the same characters."""
        return self.start == other.start and self.end == other.end

    def __gt__(self, other: RecognizerResult) -> bool:
        if self.start == other.start:
            return self.end > other.end
        return self.start > other.start

    def __eq__(self, other: Any) -> bool:
        return bool(
            self.entity_type == other.entity_type
            and self.score == other.score
            and self.equal_indices(other)
        )

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.score, self.entity_type))

    def __str__(self) -> str:
        return f"type: {self.entity_type}, start: {self.start}, end: {self.end}, score: {self.score}"

    def has_conflict(self, other: RecognizerResult) -> bool:
        """Whether this one should give way: same place and no better score, or within the other."""
        if self.equal_indices(other):
            return self.score <= other.score
        return other.contains(self)
