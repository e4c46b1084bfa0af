"""Azure Health Data Services."""

from __future__ import annotations

from typing import Any, List, Optional

from redact.presidio_analyzer.predefined_recognizers._not_included import refuse
from redact.presidio_analyzer.recognizer_result import RecognizerResult
from redact.presidio_analyzer.remote_recognizer import RemoteRecognizer


class AzureHealthDeidRecognizer(RemoteRecognizer):
    """Stands for Presidio's recognizer of that service, which this package does not ask."""

    def __init__(
        self,
        supported_entities: Optional[List[str]] = None,
        supported_language: str = "en",
        client: Any = None,
        name: Optional[str] = None,
    ) -> None:
        raise refuse("AzureHealthDeidRecognizer", "Azure Health Data Services", "RemoteRecognizer")

    def get_supported_entities(self) -> List[str]:
        """Not reached."""
        return []

    def analyze(
        self, text: str, entities: Optional[List[str]] = None, nlp_artifacts: Any = None
    ) -> List[RecognizerResult]:
        """Not reached."""
        return []
