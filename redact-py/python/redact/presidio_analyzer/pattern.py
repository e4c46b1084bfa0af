"""A shape with a name and a score."""

from __future__ import annotations

import json
from typing import Any, Dict, Optional, Tuple

from redact.presidio_analyzer._regex import DEFAULT_FLAGS, compile_pattern
from redact.presidio_analyzer._revision import Revised


class Pattern(Revised):
    """A regular expression, named, with the score of what it finds.

    :raises ValueError: if the expression does not compile, or the score is not within 0 and 1.
    """

    # The class, the number and the expression of the pattern, for patterns of predefined classes.
    _origin: Optional[Tuple[str, int, str]] = None

    def __init__(self, name: str, regex: str, score: float) -> None:
        self.name = name
        self.regex = regex
        self.score = score
        self.compiled_regex: Any = None
        self.compiled_with_flags: Optional[int] = None
        self.__validate_regex(self.regex)
        self.__validate_score(self.score)

    @staticmethod
    def __validate_regex(pattern: str) -> None:
        if not isinstance(pattern, str):
            raise TypeError("the regular expression must be a string")
        compile_pattern(pattern, int(DEFAULT_FLAGS))

    @staticmethod
    def __validate_score(score: float) -> None:
        if score < 0 or score > 1:
            raise ValueError(f"Invalid score: {score}. Score should be between 0 and 1")

    @classmethod
    def _of_class(cls, class_name: str, number: int, name: str, regex: str, score: float) -> Pattern:
        """A pattern of a predefined class, which is compiled already; its syntax is Rust's."""
        pattern = cls.__new__(cls)
        pattern.name = name
        pattern.regex = regex
        pattern.score = score
        pattern.compiled_regex = None
        pattern.compiled_with_flags = None
        pattern._origin = (class_name, number, regex)
        return pattern

    def _native_place(self) -> Optional[Tuple[str, int]]:
        """The class and the number of the pattern, unless the expression was changed since."""
        if self._origin is None or self._origin[2] != self.regex:
            return None
        return self._origin[:2]

    def to_dict(self) -> Dict[str, Any]:
        """Name, score and expression."""
        return {"name": self.name, "score": self.score, "regex": self.regex}

    @classmethod
    def from_dict(cls, pattern_dict: Dict[str, Any]) -> Pattern:
        """A pattern from a dictionary with ``name``, ``regex`` and ``score``."""
        return cls(**pattern_dict)

    def __repr__(self) -> str:
        return json.dumps(self.to_dict())

    def __str__(self) -> str:
        return json.dumps(self.to_dict())
