"""What is known about the data."""

from redact.presidio_structured.config.structured_analysis import StructuredAnalysis

__all__ = ["StructuredAnalysis"]
