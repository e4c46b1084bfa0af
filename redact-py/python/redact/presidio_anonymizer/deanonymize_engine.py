"""Replacements turned back."""

import logging
from typing import Dict, List, Type

from redact.presidio_anonymizer.core import EngineBase
from redact.presidio_anonymizer.entities import EngineResult, OperatorConfig, OperatorResult
from redact.presidio_anonymizer.operators import Operator, OperatorType

logger = logging.getLogger("presidio-anonymizer")


class DeanonymizeEngine(EngineBase):
    """Turns replacements back, where their operator can be undone."""

    def deanonymize(
        self, text: str, entities: List[OperatorResult], operators: Dict[str, OperatorConfig]
    ) -> EngineResult:
        """Turns replacements back. They must stand in the text exactly where the anonymizer put them.

        :param text: the anonymized text.
        :param entities: the anonymizer's items.
        :param operators: the operator of each kind; ``DEFAULT`` for the others.
        :return: the text and what was turned back, the last first.
        :raises InvalidParamError: for an item behind the text, an operator that does not exist, or a
            parameter that is wrong.
        :raises ValueError: when a cipher text cannot be decrypted.
        """
        return self._operate(
            text=text,
            pii_entities=entities,
            operators_metadata=operators,
            operator_type=OperatorType.Deanonymize,
        )

    def get_deanonymizers(self) -> List[str]:
        """The names of the operators."""
        return list(self.operators_factory.get_deanonymizers())

    def add_deanonymizer(self, deanonymizer_cls: Type[Operator]) -> None:
        """Adds an operator of the caller's to this engine.

        :param deanonymizer_cls: its class, made without arguments.
        """
        logger.info("Added deanonymizer %s", deanonymizer_cls.__name__)
        self.operators_factory.add_deanonymize_operator(deanonymizer_cls)

    def remove_deanonymizer(self, deanonymizer_cls: Type[Operator]) -> None:
        """Takes an operator away from this engine.

        :raises InvalidParamError: when it has none of that name.
        """
        logger.info("Removed deanonymizer %s", deanonymizer_cls.__name__)
        self.operators_factory.remove_deanonymize_operator(deanonymizer_cls)
