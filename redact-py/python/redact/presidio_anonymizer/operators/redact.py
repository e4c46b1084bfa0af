"""Nothing in place of a value."""

from typing import Any, Dict, Optional

from redact.presidio_anonymizer.operators.operator import Operator, OperatorType


class Redact(Operator):
    """Puts nothing in place of a value."""

    def operate(self, text: Optional[str] = None, params: Optional[Dict[str, Any]] = None) -> str:
        """Nothing."""
        return ""

    def validate(self, params: Optional[Dict[str, Any]] = None) -> None:
        """There is nothing to check."""

    def operator_name(self) -> str:
        """``redact``"""
        return "redact"

    def operator_type(self) -> OperatorType:
        """Takes away."""
        return OperatorType.Anonymize
