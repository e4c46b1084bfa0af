"""A place in a text and its kind."""

import logging
from abc import ABC

from redact.presidio_anonymizer.entities.invalid_exception import InvalidParamError
from redact.presidio_anonymizer.services.validators import (
    validate_parameter_exists,
    validate_parameter_not_empty,
    validate_type,
)


class PIIEntity(ABC):
    """A place in a text and its kind.

    :param start: where it begins, in code points.
    :param end: where it ends, behind the last.
    :param entity_type: its kind.
    :raises InvalidParamError: when that cannot be.
    """

    logger = logging.getLogger("presidio-anonymizer")

    start: int
    end: int
    entity_type: str

    def __init__(self, start: int, end: int, entity_type: str) -> None:
        self.start = start
        self.end = end
        self.entity_type = entity_type
        # What nearly all are needs no further check.
        if not (type(start) is int and type(end) is int and 0 <= start <= end and entity_type):
            self.__validate()

    def __repr__(self) -> str:
        return ", ".join(f"{name}: {value}" for name, value in vars(self).items())

    def __gt__(self, other: "PIIEntity") -> bool:
        return self.start > other.start

    def __eq__(self, other: "PIIEntity") -> bool:  # type: ignore[override]
        return (
            self.start == other.start and self.end == other.end and self.entity_type == other.entity_type
        )

    def __validate(self) -> None:
        validate_parameter_exists(self.start, "result", "start")
        validate_type(self.start, "start", int)
        validate_parameter_exists(self.end, "result", "end")
        validate_type(self.end, "end", int)
        validate_parameter_not_empty(self.entity_type, "result", "entity_type")
        if self.start < 0 or self.end < 0:
            raise InvalidParamError("Invalid input, result start and end must be positive")
        if self.start > self.end:
            raise InvalidParamError(
                f"Invalid input, start index '{self.start}' must be smaller than end index '{self.end}'"
            )
