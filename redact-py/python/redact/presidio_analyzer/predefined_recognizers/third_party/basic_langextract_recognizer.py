"""LangExtract with a model of one's own choice."""

from __future__ import annotations

from typing import Any, List, Optional

from redact.presidio_analyzer.predefined_recognizers.third_party.langextract_recognizer import (
    LangExtractRecognizer,
)


class BasicLangExtractRecognizer(LangExtractRecognizer):
    """Stands for Presidio's recognizer of that name, which this package does not run."""

    def __init__(
        self,
        config_path: Optional[str] = None,
        supported_language: str = "en",
        context: Optional[List[str]] = None,
        name: str = "BasicLangExtractRecognizer",
        **kwargs: Any,
    ) -> None:
        super().__init__(config_path or "", name=name, supported_language=supported_language)
