"""Checks of parameters, and JSON read into entities."""

from redact.presidio_anonymizer.services import validators

__all__ = ["validators"]
