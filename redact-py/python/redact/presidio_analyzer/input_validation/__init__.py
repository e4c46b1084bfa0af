"""What a configuration must be."""

from typing import Any

from redact.presidio_analyzer.input_validation.language_validation import validate_language_codes
from redact.presidio_analyzer.input_validation.schemas import ConfigurationValidator

# The models need pydantic, which the rest does without.
_MODELS = [
    "BaseRecognizerConfig",
    "ContextAwareEnhancerConfig",
    "CustomRecognizerConfig",
    "GLiNERRecognizerConfig",
    "HuggingFaceRecognizerConfig",
    "LangExtractRecognizerConfig",
    "LanguageContextConfig",
    "PredefinedRecognizerConfig",
    "RecognizerRegistryConfig",
    "TextChunkerConfig",
]

__all__ = ["ConfigurationValidator", "validate_language_codes"]


def __getattr__(name: str) -> Any:
    if name not in _MODELS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from redact.presidio_analyzer.input_validation import yaml_recognizer_models

    return getattr(yaml_recognizer_models, name)
