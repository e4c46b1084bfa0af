"""What both engines are built on."""

from redact.presidio_anonymizer.core.text_replace_builder import TextReplaceBuilder
from redact.presidio_anonymizer.core.engine_base import EngineBase  # isort: skip

__all__ = ["EngineBase", "TextReplaceBuilder"]
