"""The entities of a Transformers engine as results."""

from __future__ import annotations

from typing import Any, ClassVar, List, Optional

from redact.presidio_analyzer.predefined_recognizers.nlp_engine_recognizers.spacy_recognizer import (
    SpacyRecognizer,
)


class TransformersRecognizer(SpacyRecognizer):
    """Reports the entities in ``nlp_artifacts``, as found by a Transformers engine."""

    ENTITIES: ClassVar[List[str]] = [
        "PERSON",
        "LOCATION",
        "ORGANIZATION",
        "AGE",
        "ID",
        "EMAIL",
        "DATE_TIME",
        "PHONE_NUMBER",
    ]

    def __init__(self, name: Optional[str] = None, **kwargs: Any) -> None:
        self.DEFAULT_EXPLANATION = "Identified as {} by Transformers's Named Entity Recognition"
        super().__init__(name=name, **kwargs)
