"""What a configuration must be."""

from redact.presidio_analyzer.input_validation.language_validation import validate_language_codes
from redact.presidio_analyzer.input_validation.schemas import ConfigurationValidator

__all__ = ["ConfigurationValidator", "validate_language_codes"]
