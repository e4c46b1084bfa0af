"""What the engines take."""

from redact.presidio_anonymizer.entities.engine.operator_config import OperatorConfig
from redact.presidio_anonymizer.entities.engine.pii_entity import PIIEntity
from redact.presidio_anonymizer.entities.engine.recognizer_result import RecognizerResult

__all__ = ["PIIEntity", "OperatorConfig", "RecognizerResult"]
