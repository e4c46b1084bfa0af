"""Some characters of a value covered."""

from typing import Any, Dict, Optional

from redact.presidio_anonymizer.entities import InvalidParamError
from redact.presidio_anonymizer.operators.operator import Operator, OperatorType
from redact.presidio_anonymizer.services.validators import validate_parameter


class Mask(Operator):
    """Covers ``chars_to_mask`` characters of a value by ``masking_char``, from its end if ``from_end``."""

    CHARS_TO_MASK = "chars_to_mask"
    FROM_END = "from_end"
    MASKING_CHAR = "masking_char"

    def operate(self, text: Optional[str] = None, params: Optional[Dict[str, Any]] = None) -> str:
        """The value, covered."""
        values: Any = params
        value: Any = text
        wanted = values.get(self.CHARS_TO_MASK)
        count = min(len(value), wanted) if wanted > 0 else 0
        cover = values.get(self.MASKING_CHAR) * count
        if values.get(self.FROM_END):
            masked: str = value[: len(value) - count] + cover
        else:
            masked = cover + value[count:]
        return masked

    def validate(self, params: Optional[Dict[str, Any]] = None) -> None:
        """All three are there, and the cover is no longer than a character."""
        values: Any = params
        masking_char = values.get(self.MASKING_CHAR)
        validate_parameter(masking_char, self.MASKING_CHAR, str)
        if isinstance(masking_char, str) and len(masking_char) > 1:
            raise InvalidParamError(f"Invalid input, {self.MASKING_CHAR} must be a character")
        validate_parameter(values.get(self.CHARS_TO_MASK), self.CHARS_TO_MASK, int)
        validate_parameter(values.get(self.FROM_END), self.FROM_END, bool)

    def operator_name(self) -> str:
        """``mask``"""
        return "mask"

    def operator_type(self) -> OperatorType:
        """Takes away."""
        return OperatorType.Anonymize
