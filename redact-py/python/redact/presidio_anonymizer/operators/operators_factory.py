"""The operators by name."""

import logging
from typing import Any, Dict, Optional, Type

from redact.presidio_anonymizer.entities import InvalidParamError
from redact.presidio_anonymizer.operators.ahds_surrogate import AHDSSurrogate
from redact.presidio_anonymizer.operators.custom import Custom
from redact.presidio_anonymizer.operators.deanonymize_keep import DeanonymizeKeep
from redact.presidio_anonymizer.operators.decrypt import Decrypt
from redact.presidio_anonymizer.operators.encrypt import Encrypt
from redact.presidio_anonymizer.operators.hash import Hash
from redact.presidio_anonymizer.operators.keep import Keep
from redact.presidio_anonymizer.operators.mask import Mask
from redact.presidio_anonymizer.operators.operator import Operator, OperatorType
from redact.presidio_anonymizer.operators.redact import Redact
from redact.presidio_anonymizer.operators.replace import Replace

logger = logging.getLogger("presidio-anonymizer")

#: Whether ``surrogate_ahds`` is listed, which is so there too without the service's client.
AHDS_AVAILABLE = True

ANONYMIZERS = [Custom, Encrypt, Hash, Keep, Mask, Redact, Replace, AHDSSurrogate]
DEANONYMIZERS = [Decrypt, DeanonymizeKeep]

_Operators = Dict[str, Type[Operator]]


class OperatorsFactory:
    """The operators of an engine by name. What is added to one is not in another."""

    def __init__(self) -> None:
        self._anonymizers: Optional[_Operators] = None
        self._deanonymizers: Optional[_Operators] = None

    @property
    def has_only_predefined(self) -> bool:
        """Whether no anonymizer was added or taken away."""
        return self._anonymizers is None or self._anonymizers == _PREDEFINED

    def add_anonymize_operator(self, operator: Type[Operator]) -> None:
        """Adds an anonymizer, in place of one of the same name."""
        self.get_anonymizers()[operator().operator_name()] = operator

    def add_deanonymize_operator(self, operator: Type[Operator]) -> None:
        """Adds a deanonymizer, in place of one of the same name."""
        self.get_deanonymizers()[operator().operator_name()] = operator

    def remove_anonymize_operator(self, operator: Type[Operator]) -> None:
        """Takes away the anonymizer of the same name.

        :raises InvalidParamError: when there is none.
        """
        _take_away(self.get_anonymizers(), operator, "anonymizers")

    def remove_deanonymize_operator(self, operator: Type[Operator]) -> None:
        """Takes away the deanonymizer of the same name.

        :raises InvalidParamError: when there is none.
        """
        _take_away(self.get_deanonymizers(), operator, "deanonymizers")

    def create_operator_class(self, operator_name: str, operator_type: OperatorType) -> Operator:
        """An operator by its name.

        :raises InvalidParamError: when there is none of that name and type.
        """
        operators: _Operators
        if operator_type == OperatorType.Anonymize:
            operators = self.get_anonymizers()
        elif operator_type == OperatorType.Deanonymize:
            operators = self.get_deanonymizers()
        else:
            raise InvalidParamError(f"Invalid operator type '{operator_type}'.")
        operator = operators.get(operator_name)
        if not operator:
            raise InvalidParamError(f"Invalid operator class '{operator_name}'.")
        return operator()

    def get_anonymizers(self) -> _Operators:
        """The anonymizers by name."""
        if self._anonymizers is None:
            self._anonymizers = _named(ANONYMIZERS)
        return self._anonymizers

    def get_deanonymizers(self) -> _Operators:
        """The deanonymizers by name."""
        if self._deanonymizers is None:
            self._deanonymizers = _named(DEANONYMIZERS)
        return self._deanonymizers


def _named(operators: Any) -> _Operators:
    return {operator().operator_name(): operator for operator in operators}


_PREDEFINED = _named(ANONYMIZERS)


def _take_away(operators: _Operators, operator: Type[Operator], where: str) -> None:
    name = operator().operator_name()
    if name not in operators:
        raise InvalidParamError(f"Operator {name} not found in {where} list")
    del operators[name]
