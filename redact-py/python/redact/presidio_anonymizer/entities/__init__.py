"""What goes into the engines and what comes out."""

from redact.presidio_anonymizer.entities.conflict_resolution_strategy import ConflictResolutionStrategy
from redact.presidio_anonymizer.entities.engine import OperatorConfig, PIIEntity, RecognizerResult
from redact.presidio_anonymizer.entities.engine.dict_recognizer_result import DictRecognizerResult
from redact.presidio_anonymizer.entities.engine.result import EngineResult, OperatorResult
from redact.presidio_anonymizer.entities.invalid_exception import InvalidParamError

__all__ = [
    "InvalidParamError",
    "ConflictResolutionStrategy",
    "PIIEntity",
    "OperatorConfig",
    "OperatorResult",
    "RecognizerResult",
    "EngineResult",
    "DictRecognizerResult",
]
