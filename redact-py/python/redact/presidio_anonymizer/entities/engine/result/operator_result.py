"""One replacement that was made."""

from typing import Any, Dict, Optional

from redact.presidio_anonymizer.entities.engine.pii_entity import PIIEntity


class OperatorResult(PIIEntity):
    """One replacement that was made.

    :param start: where it begins in the text that came out, in code points.
    :param end: where it ends, behind the last.
    :param entity_type: its kind.
    :param text: what stands there now.
    :param operator: the operator's name.
    :param score: the score of what was replaced.
    :raises InvalidParamError: when that cannot be.
    """

    text: Optional[str]
    operator: Optional[str]
    score: Optional[float]

    def __init__(
        self,
        start: int,
        end: int,
        entity_type: str,
        text: Optional[str] = None,
        operator: Optional[str] = None,
        score: Optional[float] = None,
    ) -> None:
        PIIEntity.__init__(self, start, end, entity_type)
        self.text = text
        self.operator = operator
        self.score = score

    def __repr__(self) -> str:
        return str(self.to_dict())

    def to_dict(self) -> Dict[str, Any]:
        """The fields by name."""
        return dict(self.__dict__)

    def __str__(self) -> str:
        return str(self.to_dict())

    def __eq__(self, other: "OperatorResult") -> bool:  # type: ignore[override]
        return (
            self.start == other.start
            and self.end == other.end
            and self.entity_type == other.entity_type
            and self.operator == other.operator
            and self.text == other.text
        )

    @classmethod
    def from_json(cls, json: Dict[str, Any]) -> "OperatorResult":
        """Reads ``{"start", "end", "entity_type", "text", "operator", "score"}``; other keys are ignored."""
        score = json.get("score")
        return cls(
            start=json.get("start"),  # type: ignore[arg-type]
            end=json.get("end"),  # type: ignore[arg-type]
            entity_type=json.get("entity_type"),  # type: ignore[arg-type]
            text=json.get("text"),
            operator=json.get("operator"),
            score=None if score is None else float(score),
        )
