"""Hugging Face models."""

from __future__ import annotations

from typing import Any, ClassVar, Dict, List, Optional, Union

from redact.presidio_analyzer.local_recognizer import LocalRecognizer
from redact.presidio_analyzer.predefined_recognizers._not_included import refuse
from redact.presidio_analyzer.recognizer_result import RecognizerResult


class HuggingFaceNerRecognizer(LocalRecognizer):
    """Stands for Presidio's recognizer of Hugging Face models, which does not come with this package."""

    DEFAULT_LABEL_MAPPING: ClassVar[Dict[str, str]] = {
        "PER": "PERSON",
        "LOC": "LOCATION",
        "ORG": "ORGANIZATION",
        "MISC": "MISC",
        "DAT": "DATE_TIME",
        "DATE": "DATE_TIME",
        "TIME": "DATE_TIME",
        "PS": "PERSON",
        "LC": "LOCATION",
        "OG": "ORGANIZATION",
        "DT": "DATE_TIME",
        "TI": "DATE_TIME",
        "PERSON": "PERSON",
        "LOCATION": "LOCATION",
        "ORGANIZATION": "ORGANIZATION",
        "DATE_TIME": "DATE_TIME",
    }
    DEFAULT_HF_TASK = "token-classification"

    def __init__(
        self,
        supported_entities: Optional[List[str]] = None,
        name: str = "HuggingFaceNerRecognizer",
        supported_language: str = "en",
        version: str = "0.0.1",
        context: Optional[List[str]] = None,
        model_name: Optional[str] = None,
        label_mapping: Optional[Dict[str, str]] = None,
        threshold: float = 0.3,
        aggregation_strategy: str = "simple",
        chunk_overlap: int = 40,
        chunk_size: int = 400,
        device: Optional[Union[str, int]] = None,
        tokenizer_name: Optional[str] = None,
        text_chunker: Any = None,
        label_prefixes: Optional[List[str]] = None,
        **kwargs: Any,
    ) -> None:
        raise refuse(type(self).__name__, "a Hugging Face model", "LocalRecognizer")

    def load(self) -> None:
        """Not reached."""

    def analyze(
        self, text: str, entities: List[str], nlp_artifacts: Any = None
    ) -> List[RecognizerResult]:
        """Not reached."""
        return []
