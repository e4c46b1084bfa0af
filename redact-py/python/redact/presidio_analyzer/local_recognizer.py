"""Recognizers that run in this process."""

from abc import ABC

from redact.presidio_analyzer.entity_recognizer import EntityRecognizer


class LocalRecognizer(ABC, EntityRecognizer):
    """A recognizer that runs in this process."""
