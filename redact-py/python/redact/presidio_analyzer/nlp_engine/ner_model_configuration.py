"""How a model's labels become kinds."""

from __future__ import annotations

import copy
import logging
from typing import Any, ClassVar, Collection, Dict, Iterable, Optional, Set, Tuple

logger = logging.getLogger("presidio-analyzer")

MODEL_TO_PRESIDIO_ENTITY_MAPPING: Dict[str, str] = {
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

LOW_SCORE_ENTITY_NAMES: Set[str] = set()

_STRATEGIES = ("simple", "first", "average", "max")
_ALIGNMENTS = ("strict", "contract", "expand")


def _warn(field: str, value: str, known: Tuple[str, ...]) -> None:
    logger.warning("%s %s may not be supported; known are %s", field, value, ", ".join(known))


class NerModelConfiguration:
    """What to make of the entities of a model. It has the methods of a pydantic model that need no pydantic.

    :param labels_to_ignore: labels of the model, or kinds, that are dropped.
    :param aggregation_strategy: how a transformer's tokens become words.
    :param stride: how many tokens the windows of a transformer share.
    :param alignment_mode: how a transformer's spans become spans of tokens.
    :param default_score: the score of entities for which the model gives none, from 0 to 1.
    :param model_to_presidio_entity_mapping: kinds by labels.
    :param low_score_entity_names: kinds whose scores are multiplied by
        ``low_confidence_score_multiplier``.
    :raises ValueError: for a field of another type, or outside its bounds.
    """

    model_fields: ClassVar[Dict[str, Any]] = {
        "labels_to_ignore": [],
        "aggregation_strategy": "max",
        "stride": 14,
        "alignment_mode": "expand",
        "default_score": 0.85,
        "model_to_presidio_entity_mapping": MODEL_TO_PRESIDIO_ENTITY_MAPPING,
        "low_score_entity_names": LOW_SCORE_ENTITY_NAMES,
        "low_confidence_score_multiplier": 0.4,
    }
    """The fields with their defaults."""

    labels_to_ignore: Collection[str]
    aggregation_strategy: str
    stride: int
    alignment_mode: str
    default_score: float
    model_to_presidio_entity_mapping: Dict[str, str]
    low_score_entity_names: Collection[str]
    low_confidence_score_multiplier: float

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
        given = dict(locals())
        for name, default in self.model_fields.items():
            value = given[name]
            setattr(self, name, copy.copy(default) if value is None else value)
        self.model_fields_set = {
            name for name, default in self.model_fields.items() if getattr(self, name) != default
        }
        self._validate()

    def _validate(self) -> None:
        for name in ("labels_to_ignore", "low_score_entity_names"):
            value = getattr(self, name)
            if isinstance(value, (str, dict)) or not isinstance(value, Collection):
                raise ValueError(f"{name} must be a list of texts, not {type(value).__name__}")
        if not isinstance(self.model_to_presidio_entity_mapping, dict):
            raise ValueError("model_to_presidio_entity_mapping must be a dictionary of kinds by labels")
        for name in ("aggregation_strategy", "alignment_mode"):
            if not isinstance(getattr(self, name), str):
                raise ValueError(f"{name} must be a text")
        if isinstance(self.stride, bool) or not isinstance(self.stride, int):
            raise ValueError("stride must be a whole number")
        for name in ("default_score", "low_confidence_score_multiplier"):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                raise ValueError(f"{name} must be a number")
        if not 0.0 <= self.default_score <= 1.0:
            raise ValueError(
                "default_score should be greater than or equal to 0 and less than or equal to 1"
            )
        if self.low_confidence_score_multiplier < 0.0:
            raise ValueError("low_confidence_score_multiplier must not be negative")
        self.validate_aggregation_strategy(self.aggregation_strategy)
        self.validate_alignment_mode(self.alignment_mode)

    @classmethod
    def validate_aggregation_strategy(cls, agg_strategy: str) -> str:
        """The strategy; one that is not known is warned of."""
        if agg_strategy not in _STRATEGIES:
            _warn("aggregation_strategy", agg_strategy, _STRATEGIES)
        return agg_strategy

    @classmethod
    def validate_alignment_mode(cls, alignment: Optional[str]) -> str:
        """The mode, or the default one; one that is not known is warned of."""
        if alignment is None:
            return str(cls.model_fields["alignment_mode"])
        if alignment not in _ALIGNMENTS:
            _warn("alignment_mode", alignment, _ALIGNMENTS)
        return alignment

    @classmethod
    def validate_stride(cls, stride: Optional[int]) -> int:
        """The stride, or the default one."""
        return int(cls.model_fields["stride"]) if stride is None else stride

    @classmethod
    def from_dict(cls, ner_model_configuration_dict: Dict[str, Any]) -> NerModelConfiguration:
        """A configuration from a dictionary; fields that are not known are left out."""
        return cls(**ner_model_configuration_dict)

    @classmethod
    def model_validate(cls, obj: Any) -> NerModelConfiguration:
        """A configuration from a dictionary, or the configuration itself.

        :raises ValueError: if it is neither, or if a field is not valid.
        """
        if isinstance(obj, cls):
            return obj
        if not isinstance(obj, dict):
            raise ValueError(f"a NerModelConfiguration is made of a dictionary, not {type(obj).__name__}")
        return cls(**obj)

    def to_dict(self) -> Dict[str, Any]:
        """The fields as a dictionary."""
        return self.model_dump(exclude_none=True)

    def model_dump(
        self,
        *,
        include: Optional[Iterable[str]] = None,
        exclude: Optional[Iterable[str]] = None,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        **_: Any,
    ) -> Dict[str, Any]:
        """The fields as a dictionary: those included, without those excluded."""
        names = [name for name in self.model_fields if include is None or name in set(include)]
        left_out = set(exclude or ())
        dumped: Dict[str, Any] = {}
        for name in names:
            value = getattr(self, name)
            if name in left_out or (exclude_none and value is None):
                continue
            if exclude_unset and name not in self.model_fields_set:
                continue
            if exclude_defaults and value == self.model_fields[name]:
                continue
            dumped[name] = copy.copy(value)
        return dumped

    def dict(self, **options: Any) -> Dict[str, Any]:
        """The same as :meth:`model_dump`, by pydantic's former name."""
        return self.model_dump(**options)

    def model_copy(self, *, update: Optional[Dict[str, Any]] = None, deep: bool = False) -> NerModelConfiguration:
        """A copy, with some fields changed; they are not checked."""
        copied = copy.deepcopy(self) if deep else copy.copy(self)
        for name, value in (update or {}).items():
            setattr(copied, name, value)
        return copied

    def _fields(self) -> Dict[str, Any]:
        return {name: getattr(self, name) for name in self.model_fields}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NerModelConfiguration) and self._fields() == other._fields()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self._fields().items())
        return f"NerModelConfiguration({fields})"
