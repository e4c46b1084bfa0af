"""What ``presidio_anonymizer`` is called by, served by this package: change the import and nothing else.

>>> from redact.presidio_anonymizer import AnonymizerEngine
>>> from redact.presidio_anonymizer.entities import OperatorConfig, RecognizerResult
>>> found = [RecognizerResult("PERSON", 11, 19, 0.8)]
>>> operators = {"PERSON": OperatorConfig("replace", {"new_value": "BIP"})}
>>> AnonymizerEngine().anonymize("My name is Jane Doe", found, operators).text
'My name is BIP'
"""

import logging

from redact.presidio_anonymizer.anonymizer_engine import AnonymizerEngine
from redact.presidio_anonymizer.batch_anonymizer_engine import BatchAnonymizerEngine
from redact.presidio_anonymizer.batch_deanonymize_engine import BatchDeanonymizeEngine
from redact.presidio_anonymizer.deanonymize_engine import DeanonymizeEngine
from redact.presidio_anonymizer.entities import (
    ConflictResolutionStrategy,
    DictRecognizerResult,
    EngineResult,
    InvalidParamError,
    OperatorConfig,
    OperatorResult,
    PIIEntity,
    RecognizerResult,
)

logging.getLogger("presidio-anonymizer").addHandler(logging.NullHandler())

__all__ = [
    "AnonymizerEngine",
    "DeanonymizeEngine",
    "BatchAnonymizerEngine",
    "BatchDeanonymizeEngine",
    "InvalidParamError",
    "ConflictResolutionStrategy",
    "PIIEntity",
    "OperatorConfig",
    "OperatorResult",
    "RecognizerResult",
    "EngineResult",
    "DictRecognizerResult",
]
