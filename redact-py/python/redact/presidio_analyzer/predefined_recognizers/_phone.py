"""Recognizers of telephone numbers."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, ClassVar, Dict, List, Optional, Sequence, Tuple

from redact import _native
from redact.presidio_analyzer.analysis_explanation import AnalysisExplanation
from redact.presidio_analyzer.entity_recognizer import EntityRecognizer
from redact.presidio_analyzer.local_recognizer import LocalRecognizer
from redact.presidio_analyzer.recognizer_result import RecognizerResult

_PACKAGE = "redact.presidio_analyzer.predefined_recognizers"
_presidio: Any = _native.presidio  # type: ignore[attr-defined]


@lru_cache(maxsize=64)
def phone_finder(regions: Tuple[str, ...], leniency: int) -> Any:
    """What finds the numbers of these regions."""
    return _presidio.PhoneFinder(list(regions), leniency)


class PhoneRecognizer(LocalRecognizer):
    """Finds telephone numbers that are possible (leniency 0), valid (1) or strictly written (2, 3) in
    one of the regions.

    :param supported_regions: regions whose national numbers are known, as ISO 3166 codes.
    """

    SCORE = 0.4
    CONTEXT: ClassVar[List[str]] = [
        "phone",
        "number",
        "telephone",
        "cell",
        "cellphone",
        "mobile",
        "call",
    ]
    DEFAULT_SUPPORTED_REGIONS = ("US", "GB", "DE", "FR", "IL", "IN", "CA", "BR")

    def __init__(
        self,
        context: Optional[List[str]] = None,
        supported_language: str = "en",
        supported_entity: str = "PHONE_NUMBER",
        supported_regions: Sequence[str] = DEFAULT_SUPPORTED_REGIONS,
        leniency: Optional[int] = 1,
        name: Optional[str] = None,
    ) -> None:
        self.supported_regions = supported_regions
        self.leniency = leniency
        super().__init__(
            supported_entities=[supported_entity],
            supported_language=supported_language,
            context=context if context else self.CONTEXT,
            name=name,
        )

    def load(self) -> None:
        """Nothing to load."""

    def analyze(
        self, text: str, entities: List[str], nlp_artifacts: Any = None
    ) -> List[RecognizerResult]:
        """The numbers in a text."""
        results = []
        finder = phone_finder(tuple(self.supported_regions), int(self.leniency or 0))
        for start, end, region in finder.find(text):
            explanation = self._get_analysis_explanation(region)
            results.append(
                RecognizerResult(
                    entity_type=self.supported_entities[0],
                    start=start,
                    end=end,
                    score=self.SCORE,
                    analysis_explanation=explanation,
                    recognition_metadata={
                        RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                        RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                    },
                )
            )
        return EntityRecognizer.remove_duplicates(results)

    def _get_analysis_explanation(self, region: str) -> AnalysisExplanation:
        return AnalysisExplanation(
            recognizer=self.__class__.__name__,
            original_score=self.SCORE,
            textual_explanation=(
                f"Recognized as {region} region phone number, using {self.__class__.__name__}"
            ),
        )


PhoneRecognizer.__module__ = f"{_PACKAGE}.generic.phone_recognizer"

CLASSES: Dict[str, Any] = {"PhoneRecognizer": PhoneRecognizer}


def describe(recognizer: EntityRecognizer, description: Any) -> Optional[Any]:
    """Complete what the native engine makes of a recognizer of numbers; nothing for others."""
    if type(recognizer) is not PhoneRecognizer:
        return None
    description.phone = (list(recognizer.supported_regions), int(recognizer.leniency or 0))
    return description
