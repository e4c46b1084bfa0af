"""Why a result was reported."""

from __future__ import annotations

from typing import Any, Dict, Optional


class AnalysisExplanation:
    """The decision behind a :class:`RecognizerResult`: who found it, by what, and what changed the score."""

    def __init__(
        self,
        recognizer: str,
        original_score: float,
        pattern_name: Optional[str] = None,
        pattern: Optional[str] = None,
        validation_result: Optional[bool] = None,
        textual_explanation: Optional[str] = None,
        regex_flags: Optional[int] = None,
    ) -> None:
        self.recognizer = recognizer
        self.pattern_name = pattern_name
        self.pattern = pattern
        self.original_score = original_score
        self.score = original_score
        self.textual_explanation = textual_explanation
        self.score_context_improvement: float = 0
        self.supportive_context_word = ""
        self.validation_result = validation_result
        self.regex_flags = regex_flags

    def __repr__(self) -> str:
        return str(self.__dict__)

    def set_improved_score(self, score: float) -> None:
        """Note a better score and what it gained over the original."""
        self.score = score
        self.score_context_improvement = self.score - self.original_score

    def set_supportive_context_word(self, word: str) -> None:
        """Note the context word that raised the score."""
        self.supportive_context_word = word

    def append_textual_explanation_line(self, text: str) -> None:
        """Add a line to the explanation in words."""
        if self.textual_explanation is None:
            self.textual_explanation = text
        else:
            self.textual_explanation = f"{self.textual_explanation}\n{text}"

    def to_dict(self) -> Dict[str, Any]:
        """The fields as a dictionary."""
        return self.__dict__
