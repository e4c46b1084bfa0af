"""What the engines answer."""

from redact.presidio_anonymizer.entities.engine.result.operator_result import OperatorResult
from redact.presidio_anonymizer.entities.engine.result.engine_result import EngineResult  # isort: skip

__all__ = ["OperatorResult", "EngineResult"]
