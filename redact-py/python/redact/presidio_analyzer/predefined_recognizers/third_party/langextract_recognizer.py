"""LangExtract."""

from __future__ import annotations

from abc import ABC
from typing import Any, Dict, List, Optional

from redact.presidio_analyzer.lm_recognizer import LMRecognizer
from redact.presidio_analyzer.predefined_recognizers._not_included import refuse
from redact.presidio_analyzer.recognizer_result import RecognizerResult


class LangExtractRecognizer(LMRecognizer, ABC):
    """Stands for Presidio's recognizers through LangExtract, which this package does not ask."""

    def __init__(
        self,
        config_path: str,
        name: str = "LangExtract LLM PII",
        supported_language: str = "en",
        extract_params: Optional[Dict[str, Any]] = None,
    ) -> None:
        raise refuse(type(self).__name__, "a language model through LangExtract", "LMRecognizer")

    def _call_llm(self, text: str, entities: List[str], **kwargs: Any) -> List[RecognizerResult]:
        return []
