"""What an operator is."""

from abc import ABC, abstractmethod
from enum import Enum
from typing import Any, Dict, Optional


class OperatorType(Enum):
    """Whether an operator takes away or puts back."""

    Anonymize = 1
    Deanonymize = 2


class Operator(ABC):
    """Turns one value into what stands in its place. Subclass it, and add it with ``add_anonymizer``."""

    @abstractmethod
    def operate(self, text: str, params: Optional[Dict[str, Any]] = None) -> str:
        """What stands in place of ``text``.

        :param text: the value.
        :param params: the parameters of the operator, and the kind of the value as ``entity_type``.
        """

    @abstractmethod
    def validate(self, params: Optional[Dict[str, Any]] = None) -> None:
        """Raises an exception when the parameters are wrong."""

    @abstractmethod
    def operator_name(self) -> str:
        """The operator's name."""

    @abstractmethod
    def operator_type(self) -> OperatorType:
        """Whether it takes away or puts back."""
