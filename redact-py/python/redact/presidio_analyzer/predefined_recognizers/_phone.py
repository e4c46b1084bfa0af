"""Recognizers of telephone numbers."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, ClassVar, Dict, FrozenSet, List, Optional, Sequence, Tuple

from redact.presidio_analyzer._native_classes import catalogue, native_class
from redact.presidio_analyzer._native_module import presidio
from redact.presidio_analyzer.analysis_explanation import AnalysisExplanation
from redact.presidio_analyzer.entity_recognizer import EntityRecognizer
from redact.presidio_analyzer.local_recognizer import LocalRecognizer
from redact.presidio_analyzer.recognizer_result import RecognizerResult

_REGIONS, _SCORE = presidio.phone_defaults()
_OF_CLASS: Dict[str, Dict[str, Any]] = {entry["name"]: entry for entry in catalogue()}
_PACKAGE = "redact.presidio_analyzer.predefined_recognizers"


@lru_cache(maxsize=64)
def phone_finder(regions: Tuple[str, ...], leniency: int) -> Any:
    """What finds the numbers of these regions."""
    return presidio.PhoneFinder(list(regions), leniency)


class PhoneRecognizer(LocalRecognizer):
    """Finds telephone numbers that are possible (leniency 0), valid (1), or valid and written as usual
    (2, 3) in one of the regions.

    :param supported_regions: regions whose national numbers are known, as ISO 3166 codes.
    """

    SCORE: ClassVar[float] = _SCORE
    CONTEXT: ClassVar[List[str]] = list(_OF_CLASS["PhoneRecognizer"]["context"])
    DEFAULT_SUPPORTED_REGIONS: ClassVar[Tuple[str, ...]] = tuple(_REGIONS)

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
        results = [
            RecognizerResult(
                entity_type=self.supported_entities[0],
                start=start,
                end=end,
                score=self.SCORE,
                analysis_explanation=self._get_analysis_explanation(),
                recognition_metadata={
                    RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                    RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                },
            )
            for start, end in self._places(text)
        ]
        return EntityRecognizer.remove_duplicates(results)

    def _places(self, text: str) -> List[Tuple[int, int]]:
        finder = phone_finder(tuple(self.supported_regions), int(self.leniency or 0))
        places: List[Tuple[int, int]] = finder.find(text)
        return places

    def _get_analysis_explanation(self, region: Optional[str] = None) -> AnalysisExplanation:
        regions = region or ", ".join(self.supported_regions)
        return AnalysisExplanation(
            recognizer=PhoneRecognizer.__name__,
            original_score=self.SCORE,
            textual_explanation=(
                f"Recognized as {regions} region phone number, using {PhoneRecognizer.__name__}"
            ),
        )


class ZaPhoneNumberRecognizer(PhoneRecognizer):
    """South African telephone numbers of one kind; at the leniency of valid numbers.

    :param target_classification: ``mobile`` for mobile numbers, ``telephone`` for all others.
    """

    CONTEXT: ClassVar[List[str]] = list(_OF_CLASS["ZaMobileNumberRecognizer"]["context"])
    REGION: ClassVar[str] = "ZA"
    # libphonenumber's types of numbers; what may be a mobile number counts for one.
    MOBILE_TYPES: ClassVar[FrozenSet[int]] = frozenset({1, 2})
    TELEPHONE_TYPES: ClassVar[FrozenSet[int]] = frozenset({0, 3, 4, 5, 6, 7, 8, 9})
    COUNTRY_CODE = "za"

    def __init__(
        self,
        supported_entity: str,
        target_classification: str,
        context: Optional[List[str]] = None,
        supported_language: str = "en",
        leniency: Optional[int] = 1,
        name: Optional[str] = None,
    ) -> None:
        self.target_classification = target_classification
        super().__init__(
            context=context,
            supported_language=supported_language,
            supported_entity=supported_entity,
            supported_regions=(self.REGION,),
            leniency=leniency,
            name=name,
        )

    def _places(self, text: str) -> List[Tuple[int, int]]:
        rows = native_class(self._native_class()).analyze(text)
        return sorted((row[0], row[1]) for row in rows)

    def _native_class(self) -> str:
        if self.target_classification == "mobile":
            return "ZaMobileNumberRecognizer"
        return "ZaTelephoneNumberRecognizer"


class ZaMobileNumberRecognizer(ZaPhoneNumberRecognizer):
    """South African mobile numbers."""

    def __init__(
        self,
        context: Optional[List[str]] = None,
        supported_language: str = "en",
        supported_entity: str = "ZA_MOBILE_NUMBER",
        leniency: Optional[int] = 1,
        name: Optional[str] = None,
    ) -> None:
        super().__init__(
            supported_entity=supported_entity,
            target_classification="mobile",
            context=context,
            supported_language=supported_language,
            leniency=leniency,
            name=name,
        )


class ZaTelephoneNumberRecognizer(ZaPhoneNumberRecognizer):
    """South African telephone numbers that are not mobile."""

    def __init__(
        self,
        context: Optional[List[str]] = None,
        supported_language: str = "en",
        supported_entity: str = "ZA_TELEPHONE_NUMBER",
        leniency: Optional[int] = 1,
        name: Optional[str] = None,
    ) -> None:
        super().__init__(
            supported_entity=supported_entity,
            target_classification="telephone",
            context=context,
            supported_language=supported_language,
            leniency=leniency,
            name=name,
        )


_ZA_MODULE = f"{_PACKAGE}.country_specific.south_africa.za_phone_number_recognizer"
PhoneRecognizer.__module__ = f"{_PACKAGE}.generic.phone_recognizer"
ZaPhoneNumberRecognizer.__module__ = _ZA_MODULE
ZaMobileNumberRecognizer.__module__ = _ZA_MODULE
ZaTelephoneNumberRecognizer.__module__ = _ZA_MODULE

CLASSES: Dict[str, Any] = {
    "PhoneRecognizer": PhoneRecognizer,
    "ZaMobileNumberRecognizer": ZaMobileNumberRecognizer,
    "ZaPhoneNumberRecognizer": ZaPhoneNumberRecognizer,
    "ZaTelephoneNumberRecognizer": ZaTelephoneNumberRecognizer,
}


def describe(recognizer: EntityRecognizer, description: Any) -> Optional[Any]:
    """Complete what the native engine makes of a recognizer of numbers; nothing for others."""
    kind = type(recognizer)
    if kind not in CLASSES.values() or not isinstance(recognizer, PhoneRecognizer):
        return None
    if {"_places", "SCORE"} & set(recognizer.__dict__):
        return None
    if isinstance(recognizer, ZaPhoneNumberRecognizer):
        description.class_name = recognizer._native_class()
    elif (tuple(recognizer.supported_regions), recognizer.leniency) == (
        PhoneRecognizer.DEFAULT_SUPPORTED_REGIONS,
        1,
    ):
        description.class_name = "PhoneRecognizer"
    else:
        description.phone = (list(recognizer.supported_regions), int(recognizer.leniency or 0))
    return description
