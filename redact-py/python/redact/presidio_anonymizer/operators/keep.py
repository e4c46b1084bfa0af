"""A value left as it is."""

from typing import Any, Dict, Optional

from redact.presidio_anonymizer.operators.operator import Operator, OperatorType


class BaseKeep(Operator):
    """Leaves a value as it is; it is listed all the same."""

    def operate(self, text: Optional[str] = None, params: Optional[Dict[str, Any]] = None) -> str:
        """The value."""
        return text  # type: ignore[return-value]

    def validate(self, params: Optional[Dict[str, Any]] = None) -> None:
        """There is nothing to check."""


class Keep(BaseKeep):
    """Leaves a value as it is; it is listed all the same."""

    def operator_name(self) -> str:
        """``keep``"""
        return "keep"

    def operator_type(self) -> OperatorType:
        """Takes away."""
        return OperatorType.Anonymize
