"""A fixed text in place of a value."""

from typing import Any, Dict, Optional

from redact.presidio_anonymizer.operators.operator import Operator, OperatorType
from redact.presidio_anonymizer.services.validators import validate_type


class Replace(Operator):
    """Puts ``new_value`` in place of a value; without one, its kind in angle brackets."""

    NEW_VALUE = "new_value"

    def operate(self, text: Optional[str] = None, params: Optional[Dict[str, Any]] = None) -> str:
        """The new value, or ``<KIND>``."""
        new_value = params.get(self.NEW_VALUE)  # type: ignore[union-attr]
        if not new_value:
            return f"<{params.get('entity_type')}>"  # type: ignore[union-attr]
        return new_value  # type: ignore[no-any-return]

    def validate(self, params: Optional[Dict[str, Any]] = None) -> None:
        """The new value is a string."""
        validate_type(params.get(self.NEW_VALUE), self.NEW_VALUE, str)  # type: ignore[union-attr]

    def operator_name(self) -> str:
        """``replace``"""
        return "replace"

    def operator_type(self) -> OperatorType:
        """Takes away."""
        return OperatorType.Anonymize
