"""What a function makes of a value."""

from typing import Any, Dict, Optional

from redact.presidio_anonymizer.entities import InvalidParamError
from redact.presidio_anonymizer.operators.operator import Operator, OperatorType


class Custom(Operator):
    """Puts in place of a value what the function ``lambda`` makes of it."""

    LAMBDA = "lambda"

    def operate(self, text: Optional[str] = None, params: Optional[Dict[str, Any]] = None) -> str:
        """What the function answers, which must be a string."""
        function = params.get(self.LAMBDA)  # type: ignore[union-attr]
        made = function(text)  # type: ignore[misc]
        if not isinstance(made, str):
            raise InvalidParamError("Function return type must be a str")
        return made

    def validate(self, params: Dict[str, Any]) -> None:  # type: ignore[override]
        """The function can be called; it is not called to see."""
        if not callable(params.get(self.LAMBDA)):
            raise InvalidParamError("New value must be a callable function")

    def operator_name(self) -> str:
        """``custom``"""
        return "custom"

    def operator_type(self) -> OperatorType:
        """Takes away."""
        return OperatorType.Anonymize
