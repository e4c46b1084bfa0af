"""Models of medical terms."""

from __future__ import annotations

from typing import Any, ClassVar, Dict, List, Optional, Union

from redact.presidio_analyzer.predefined_recognizers._not_included import refuse
from redact.presidio_analyzer.predefined_recognizers.ner.huggingface_ner_recognizer import (
    HuggingFaceNerRecognizer,
)


DEFAULT_MEDICAL_ENTITY_MAPPING: Dict[str, str] = {
    label: f"MEDICAL_{label}"
    for label in (
        "DISEASE_DISORDER",
        "MEDICATION",
        "THERAPEUTIC_PROCEDURE",
        "CLINICAL_EVENT",
        "BIOLOGICAL_ATTRIBUTE",
        "BIOLOGICAL_STRUCTURE",
        "FAMILY_HISTORY",
        "HISTORY",
    )
}
"""Kinds by the labels of the model."""


class MedicalNERRecognizer(HuggingFaceNerRecognizer):
    """Stands for Presidio's recognizer of medical terms, whose model does not come with this package."""

    ENTITIES: ClassVar[List[str]] = list(DEFAULT_MEDICAL_ENTITY_MAPPING.values())

    def __init__(
        self,
        model_name: str = "blaze999/Medical-NER",
        label_mapping: Optional[Dict[str, str]] = None,
        supported_entities: Optional[List[str]] = None,
        name: str = "MedicalNERRecognizer",
        supported_language: str = "en",
        aggregation_strategy: str = "simple",
        threshold: float = 0.3,
        device: Optional[Union[str, int]] = None,
        text_chunker: Any = None,
    ) -> None:
        raise refuse("MedicalNERRecognizer", "a model of medical terms", "LocalRecognizer")
