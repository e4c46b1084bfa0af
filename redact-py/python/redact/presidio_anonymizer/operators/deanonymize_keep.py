"""A replacement left as it is."""

from redact.presidio_anonymizer.operators.keep import BaseKeep
from redact.presidio_anonymizer.operators.operator import OperatorType


class DeanonymizeKeep(BaseKeep):
    """Leaves a replacement as it is; it is listed all the same."""

    def operator_name(self) -> str:
        """``deanonymize_keep``"""
        return "deanonymize_keep"

    def operator_type(self) -> OperatorType:
        """Puts back."""
        return OperatorType.Deanonymize
