"""A result of the analyzer, as the anonymizer takes it."""

import logging
from typing import Any, Dict

from redact.presidio_anonymizer.entities.engine.pii_entity import PIIEntity
from redact.presidio_anonymizer.services.validators import validate_parameter_exists


class RecognizerResult(PIIEntity):
    """A result of the analyzer.

    :param entity_type: its kind.
    :param start: where it begins, in code points.
    :param end: where it ends, behind the last.
    :param score: how sure its recognizer was.
    :raises InvalidParamError: when that cannot be.
    """

    logger = logging.getLogger("presidio-anonymizer")

    score: float

    def __init__(self, entity_type: str, start: int, end: int, score: float) -> None:
        PIIEntity.__init__(self, start, end, entity_type)
        self.score = score
        validate_parameter_exists(score, "analyzer result", "score")

    @classmethod
    def from_json(cls, data: Dict[str, Any]) -> "RecognizerResult":
        """Reads ``{"entity_type", "start", "end", "score"}``; other keys are ignored."""
        return cls(data.get("entity_type"), data.get("start"), data.get("end"), data.get("score"))  # type: ignore[arg-type]

    def has_conflict(self, other: "RecognizerResult") -> bool:
        """Whether the other contains this one, or is in the same place with a score no lower."""
        if self.equal_indices(other):
            return self.score <= other.score
        return other.contains(self)

    def contains(self, other: "PIIEntity") -> bool:
        """Whether the other lies in this one, or in the same place."""
        return self.start <= other.start and self.end >= other.end

    def equal_indices(self, other: "PIIEntity") -> bool:
        """Whether both are in the same place."""
        return self.start == other.start and self.end == other.end

    def intersects(self, other: "PIIEntity") -> int:
        """How many characters both share."""
        if self.end < other.start or other.end < self.start:
            return 0
        return min(self.end, other.end) - max(self.start, other.start)

    def __gt__(self, other: "PIIEntity") -> bool:
        if self.start == other.start:
            return self.end > other.end
        return self.start > other.start

    def __eq__(self, other: "RecognizerResult") -> bool:  # type: ignore[override]
        return (
            self.entity_type == other.entity_type
            and self.start == other.start
            and self.end == other.end
            and self.score == other.score
        )

    def __hash__(self) -> int:
        return hash((self.entity_type, self.start, self.end, self.score))

    def __str__(self) -> str:
        return f"type: {self.entity_type}, start: {self.start}, end: {self.end}, score: {self.score}"
