"""Recognizers that find by regular expressions and lists of terms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

from redact.presidio_analyzer import _revision
from redact.presidio_analyzer._clock import current_year
from redact.presidio_analyzer._native_classes import find_by_class, native_class
from redact.presidio_analyzer._regex import DEFAULT_FLAGS, compile_pattern, timeout_seconds
from redact.presidio_analyzer.analysis_explanation import AnalysisExplanation
from redact.presidio_analyzer.entity_recognizer import EntityRecognizer
from redact.presidio_analyzer.local_recognizer import LocalRecognizer
from redact.presidio_analyzer.pattern import Pattern
from redact.presidio_analyzer.recognizer_result import RecognizerResult

if TYPE_CHECKING:
    from redact.presidio_analyzer.nlp_engine import NlpArtifacts


REGEX_TIMEOUT_SECONDS = timeout_seconds()
"""How long the package ``regex`` may search for one pattern: the environment variable of this name, else 60."""


class PatternRecognizer(LocalRecognizer):
    """Finds by patterns, or by a deny list, or by both.

    Subclasses may write :meth:`validate_result` and :meth:`invalidate_result`.

    :param patterns: regular expressions with scores.
    :param deny_list: terms that are found wherever they stand as whole words.
    :param deny_list_score: the score of those terms.
    :param global_regex_flags: how the patterns are read.
    """

    def __init__(
        self,
        supported_entity: str,
        name: Optional[str] = None,
        supported_language: str = "en",
        patterns: Optional[List[Pattern]] = None,
        deny_list: Optional[List[str]] = None,
        context: Optional[List[str]] = None,
        deny_list_score: float = 1.0,
        global_regex_flags: Optional[int] = DEFAULT_FLAGS,
        version: str = "0.0.1",
        country_code: Optional[str] = None,
    ) -> None:
        if not supported_entity:
            raise ValueError("Pattern recognizer should be initialized with entity")
        if not patterns and not deny_list:
            raise ValueError("Pattern recognizer should be initialized with patterns or with deny list")
        super().__init__(
            supported_entities=[supported_entity],
            supported_language=supported_language,
            name=name,
            version=version,
            context=context,
            country_code=country_code,
        )
        self.patterns: List[Pattern] = [] if patterns is None else patterns
        self.deny_list_score = deny_list_score
        self.global_regex_flags = global_regex_flags
        self.deny_list: List[str] = []
        if deny_list:
            self.patterns = [*self.patterns, self._deny_list_to_regex(deny_list)]
            self.deny_list = deny_list

    def load(self) -> None:
        """Nothing to make ready."""

    def analyze(
        self,
        text: str,
        entities: List[str],
        nlp_artifacts: Optional[NlpArtifacts] = None,
        regex_flags: Optional[int] = None,
    ) -> List[RecognizerResult]:
        """Find the patterns in a text.

        :raises TimeoutError: if a pattern took too many steps; the text was not searched to its end.
        """
        flags = regex_flags if regex_flags else self.global_regex_flags
        class_name = self._whole_class()
        if class_name is not None:
            return self._analyze_natively(class_name, text, flags)
        results: List[RecognizerResult] = []
        for pattern in self.patterns or ():
            for start, end in self._spans(pattern, text, flags):
                result = self._verified(pattern, text, start, end, flags)
                if result is not None:
                    results.append(result)
        return EntityRecognizer.remove_duplicates(results)

    def _whole_class(self) -> Optional[str]:
        """The predefined class that answers what this recognizer answers, if there is one: the class is
        its own, and neither its patterns nor its checks were changed."""
        class_name: Optional[str] = getattr(self, "_NATIVE_CLASS", None)
        if class_name is None:
            return None
        key = (_revision.current[0], len(self.patterns))
        known = self.__dict__.get("_whole")
        if known is None or known[0] != key:
            known = (key, class_name if self._is_unchanged() else None)
            # Not by assignment, which would count as a change.
            self.__dict__["_whole"] = known
        return known[1]

    def _is_unchanged(self) -> bool:
        """Whether patterns, checks and their parameters are those of the predefined class."""
        kind: Any = type(self)
        for method in ("validate_result", "invalidate_result", "_verified", "_spans", "_result"):
            if getattr(kind, method) is not kind._NATIVE_METHODS[method]:
                return False
            if method in self.__dict__:
                return False
        if any(self.__dict__.get(name) != value for name, value in kind._NATIVE_PARAMETERS.items()):
            return False
        own = kind._NATIVE_PATTERNS
        return len(own) == len(self.patterns) and all(
            pattern is original and pattern._native_place() and pattern.score == score
            for pattern, (original, score) in zip(self.patterns, own)
        )

    def _analyze_natively(
        self, class_name: str, text: str, flags: Optional[int]
    ) -> List[RecognizerResult]:
        results = []
        for start, end, score, number, verdict in native_class(class_name).analyze(
            text, current_year()
        ):
            pattern = self.patterns[number or 0]
            explanation = self.build_regex_explanation(
                self.name, pattern.name, pattern.regex, pattern.score, verdict, flags
            )
            explanation.score = score
            results.append(self._result(start, end, score, explanation))
        return results

    def _spans(self, pattern: Pattern, text: str, flags: Optional[int]) -> List[Tuple[int, int]]:
        place = pattern._native_place()
        if place is not None:
            return find_by_class(place[0], place[1], text)
        compiled = compile_pattern(pattern.regex, int(flags or 0))
        try:
            return compiled.find(text)
        except TimeoutError as error:
            raise TimeoutError(f"recognizer {self.name}: pattern {pattern.name}: {error}") from None

    def _verified(
        self, pattern: Pattern, text: str, start: int, end: int, flags: Optional[int]
    ) -> Optional[RecognizerResult]:
        """The result for a match, unless a check refutes it."""
        matched = text[start:end]
        validation_result = self.validate_result(matched)
        score = pattern.score
        if validation_result is not None:
            score = EntityRecognizer.MAX_SCORE if validation_result else EntityRecognizer.MIN_SCORE
        invalidation_result = self.invalidate_result(matched)
        if invalidation_result:
            score = EntityRecognizer.MIN_SCORE
        if not score > EntityRecognizer.MIN_SCORE:
            return None
        explanation = self.build_regex_explanation(
            self.name, pattern.name, pattern.regex, pattern.score, validation_result, flags
        )
        explanation.score = score
        return self._result(start, end, score, explanation)

    def _result(
        self, start: int, end: int, score: float, explanation: AnalysisExplanation
    ) -> RecognizerResult:
        return RecognizerResult(
            entity_type=self.supported_entities[0],
            start=start,
            end=end,
            score=score,
            analysis_explanation=explanation,
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
            },
        )

    def _deny_list_to_regex(self, deny_list: List[str]) -> Pattern:
        """A pattern that finds the terms where they stand as whole words."""
        terms = "|".join(re.escape(term) for term in deny_list)
        return Pattern(
            name="deny_list",
            regex=rf"(?:^|(?<=\W))({terms})(?:(?=\W)|$)",
            score=self.deny_list_score,
        )

    def validate_result(self, pattern_text: str) -> Optional[bool]:
        """Check a match: true makes the score 1, false drops it, ``None`` leaves the pattern's score."""
        return None

    def invalidate_result(self, pattern_text: str) -> Optional[bool]:
        """Check a match: true drops it."""
        return None

    @staticmethod
    def build_regex_explanation(
        recognizer_name: str,
        pattern_name: str,
        pattern: str,
        original_score: float,
        validation_result: Optional[bool],
        regex_flags: Optional[int],
    ) -> AnalysisExplanation:
        """The explanation of a pattern's match."""
        return AnalysisExplanation(
            recognizer=recognizer_name,
            original_score=original_score,
            pattern_name=pattern_name,
            pattern=pattern,
            validation_result=validation_result,
            regex_flags=regex_flags,
            textual_explanation=f"Detected by `{recognizer_name}` using pattern `{pattern_name}`",
        )

    def to_dict(self) -> Dict[str, Any]:
        """What it is made of, for :meth:`from_dict`."""
        fields = super().to_dict()
        fields["patterns"] = [pattern.to_dict() for pattern in self.patterns]
        fields["deny_list"] = self.deny_list
        fields["context"] = self.context
        fields["supported_entity"] = self.supported_entities[0]
        del fields["supported_entities"]
        return fields

    @classmethod
    def from_dict(cls, entity_recognizer_dict: Dict[str, Any]) -> PatternRecognizer:
        """A recognizer from what :meth:`to_dict` answers, or from a dictionary of a caller's."""
        fields = dict(entity_recognizer_dict)
        if "supported_entity" in fields and "supported_entities" in fields:
            raise ValueError(
                "Both 'supported_entity' and 'supported_entities' are present in the input "
                "dictionary. Only one should be provided."
            )
        patterns = fields.get("patterns")
        if patterns:
            fields["patterns"] = [
                pattern if isinstance(pattern, Pattern) else Pattern.from_dict(pattern)
                for pattern in patterns
            ]
        entities = fields.pop("supported_entities", None)
        if entities:
            fields["supported_entity"] = entities[0]
        return cls(**fields)
