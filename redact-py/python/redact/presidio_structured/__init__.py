"""What ``presidio_structured`` is for: find out which column or key holds what, and anonymize a frame or JSON.

Names and signatures are those of presidio-structured; where its answers are defects, these are not:
a kind without an operator becomes ``<KIND>``, each value of a list is replaced by its own, values that are missing
stay missing, numbers can be masked and hashed, and parameters are checked.

pandas is needed for frames only. ``JsonAnalysisBuilder`` and ``PandasAnalysisBuilder`` take any analyzer that answers
``analyze(text=…, language=…)``.

>>> from redact.presidio_anonymizer.entities import OperatorConfig
>>> from redact.presidio_structured import JsonDataProcessor, StructuredAnalysis, StructuredEngine
>>> engine = StructuredEngine(data_processor=JsonDataProcessor())
>>> kinds = StructuredAnalysis(entity_mapping={"guests.name": "PERSON"})
>>> engine.anonymize({"room": 7, "guests": [{"name": "山田太郎"}, {"name": "Jane Doe"}]}, kinds)
{'room': 7, 'guests': [{'name': '<PERSON>'}, {'name': '<PERSON>'}]}
"""

import logging

from redact.presidio_structured.analysis_builder import JsonAnalysisBuilder, PandasAnalysisBuilder
from redact.presidio_structured.config import StructuredAnalysis
from redact.presidio_structured.data import CsvReader, JsonDataProcessor, JsonReader, PandasDataProcessor
from redact.presidio_structured.structured_engine import StructuredEngine

logging.getLogger("presidio-structured").addHandler(logging.NullHandler())

__all__ = [
    "StructuredEngine",
    "JsonAnalysisBuilder",
    "PandasAnalysisBuilder",
    "StructuredAnalysis",
    "CsvReader",
    "JsonReader",
    "PandasDataProcessor",
    "JsonDataProcessor",
]
