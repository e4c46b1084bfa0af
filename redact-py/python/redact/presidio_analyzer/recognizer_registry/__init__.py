"""Which recognizers there are."""

from redact.presidio_analyzer.recognizer_registry.recognizer_registry import RecognizerRegistry
from redact.presidio_analyzer.recognizer_registry.recognizer_registry_provider import (
    RecognizerRegistryProvider,
)

__all__ = ["RecognizerRegistry", "RecognizerRegistryProvider"]
