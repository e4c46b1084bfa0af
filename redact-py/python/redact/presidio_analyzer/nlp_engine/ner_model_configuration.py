"""How a model's labels become kinds."""

from __future__ import annotations

from typing import Any, Collection, Dict, Optional

MODEL_TO_PRESIDIO_ENTITY_MAPPING = {
    "PER": "PERSON",
    "PERSON": "PERSON",
    "LOC": "LOCATION",
    "LOCATION": "LOCATION",
    "GPE": "LOCATION",
    "ORG": "ORGANIZATION",
    "DATE": "DATE_TIME",
    "TIME": "DATE_TIME",
    "NORP": "NRP",
    "AGE": "AGE",
    "ID": "ID",
    "EMAIL": "EMAIL",
    "PATIENT": "PERSON",
    "STAFF": "PERSON",
    "HOSP": "ORGANIZATION",
    "PATORG": "ORGANIZATION",
    "PHONE": "PHONE_NUMBER",
    "HCW": "PERSON",
    "HOSPITAL": "ORGANIZATION",
}


class NerModelConfiguration:
    """What to make of the entities of a model.

    :param labels_to_ignore: labels of the model, or kinds, that are dropped.
    :param default_score: the score of entities for which the model gives none.
    :param model_to_presidio_entity_mapping: kinds by labels.
    :param low_score_entity_names: kinds whose scores are multiplied by
        ``low_confidence_score_multiplier``.
    """

    def __init__(
        self,
        *,
        labels_to_ignore: Optional[Collection[str]] = None,
        aggregation_strategy: Optional[str] = "max",
        stride: Optional[int] = 14,
        alignment_mode: Optional[str] = "expand",
        default_score: Optional[float] = 0.85,
        model_to_presidio_entity_mapping: Optional[Dict[str, str]] = None,
        low_score_entity_names: Optional[Collection[str]] = None,
        low_confidence_score_multiplier: Optional[float] = 0.4,
        **_: Any,
    ) -> None:
        if stride is not None and (isinstance(stride, bool) or not isinstance(stride, int)):
            raise ValueError("stride must be a whole number")
        if default_score is None:
            default_score = 0.85
        if not 0.0 <= default_score <= 1.0:
            raise ValueError("default_score must lie within 0 and 1")
        if low_confidence_score_multiplier is None:
            low_confidence_score_multiplier = 0.4
        if low_confidence_score_multiplier < 0.0:
            raise ValueError("low_confidence_score_multiplier must not be negative")
        self.labels_to_ignore: Collection[str] = labels_to_ignore or []
        self.aggregation_strategy = aggregation_strategy
        self.stride = stride
        self.alignment_mode = alignment_mode
        self.default_score = default_score
        self.model_to_presidio_entity_mapping = (
            dict(MODEL_TO_PRESIDIO_ENTITY_MAPPING)
            if model_to_presidio_entity_mapping is None
            else model_to_presidio_entity_mapping
        )
        self.low_score_entity_names: Collection[str] = low_score_entity_names or []
        self.low_confidence_score_multiplier = low_confidence_score_multiplier

    @classmethod
    def from_dict(cls, ner_model_configuration_dict: Dict[str, Any]) -> NerModelConfiguration:
        """A configuration from a dictionary; fields that are not known are left out."""
        return cls(**ner_model_configuration_dict)

    def to_dict(self) -> Dict[str, Any]:
        """The fields as a dictionary."""
        return dict(self.__dict__)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NerModelConfiguration) and self.__dict__ == other.__dict__

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"NerModelConfiguration({fields})"
