"""LangExtract with a model of Azure OpenAI."""

from __future__ import annotations

from typing import Optional

from redact.presidio_analyzer.predefined_recognizers.third_party.langextract_recognizer import (
    LangExtractRecognizer,
)


class AzureOpenAILangExtractRecognizer(LangExtractRecognizer):
    """Stands for Presidio's recognizer of that name, which this package does not run."""

    DEFAULT_API_VERSION = "2024-02-15-preview"

    def __init__(
        self,
        model_id: Optional[str] = None,
        config_path: Optional[str] = None,
        azure_endpoint: Optional[str] = None,
        api_key: Optional[str] = None,
        api_version: Optional[str] = None,
        supported_language: str = "en",
        name: str = "Azure OpenAI LangExtract PII",
    ) -> None:
        super().__init__(config_path or "", name=name, supported_language=supported_language)
