"""Surrogates made by a service of Azure's, which is not called from here."""

from typing import Any, Dict, NoReturn, Optional

from redact.presidio_anonymizer.operators.operator import Operator, OperatorType


class AHDSSurrogate(Operator):
    """The operator is listed as Presidio lists it, and using it is an error: nothing here calls a service."""

    ENDPOINT = "endpoint"
    ENTITIES = "entities"
    INPUT_LOCALE = "input_locale"
    SURROGATE_LOCALE = "surrogate_locale"

    def operate(self, text: Optional[str] = None, params: Optional[Dict[str, Any]] = None) -> str:
        """Raises ImportError."""
        _refuse()

    def validate(self, params: Optional[Dict[str, Any]] = None) -> None:
        """Raises ImportError."""
        _refuse()

    def operator_name(self) -> str:
        """``surrogate_ahds``"""
        return "surrogate_ahds"

    def operator_type(self) -> OperatorType:
        """Takes away."""
        return OperatorType.Anonymize


def _refuse() -> NoReturn:
    raise ImportError("surrogate_ahds needs Azure Health Data Services, which this package does not call")
