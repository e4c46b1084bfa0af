"""A frame or JSON anonymized."""

import logging
from typing import Any, Dict, Optional

from redact.presidio_anonymizer.entities import OperatorConfig
from redact.presidio_structured.config import StructuredAnalysis
from redact.presidio_structured.data.data_processors import DataProcessorBase, PandasDataProcessor

DEFAULT = "replace"


class StructuredEngine:
    """Anonymizes a frame, or with a :class:`JsonDataProcessor` JSON.

    :param data_processor: what replaces; for frames if there is none.
    """

    def __init__(self, data_processor: Optional[DataProcessorBase] = None) -> None:
        self.data_processor = PandasDataProcessor() if data_processor is None else data_processor
        self.logger = logging.getLogger("presidio-structured")

    def anonymize(
        self,
        data: Any,
        structured_analysis: StructuredAnalysis,
        operators: Optional[Dict[str, OperatorConfig]] = None,
    ) -> Any:
        """Replaces the columns or keys that the analysis names.

        :param data: the frame or the JSON; it is changed.
        :param structured_analysis: which column or key holds what.
        :param operators: the operator of each kind; ``DEFAULT`` for the others, and where there is none, it is put
            in: ``replace``.
        :return: the data.
        """
        if not operators:
            operators = {"DEFAULT": OperatorConfig(DEFAULT)}
        elif not operators.get("DEFAULT"):
            operators["DEFAULT"] = OperatorConfig(DEFAULT)
        return self.data_processor.operate(data, structured_analysis, operators)
