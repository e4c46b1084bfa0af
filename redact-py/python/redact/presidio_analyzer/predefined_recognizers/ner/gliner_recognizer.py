"""GLiNER models."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from redact.presidio_analyzer.local_recognizer import LocalRecognizer
from redact.presidio_analyzer.predefined_recognizers._not_included import refuse
from redact.presidio_analyzer.recognizer_result import RecognizerResult


class GLiNERRecognizer(LocalRecognizer):
    """Stands for Presidio's recognizer of GLiNER models, which does not come with this package."""

    def __init__(
        self,
        supported_entities: Optional[List[str]] = None,
        name: str = "GLiNERRecognizer",
        supported_language: str = "en",
        version: str = "0.0.1",
        context: Optional[List[str]] = None,
        entity_mapping: Optional[Dict[str, str]] = None,
        model_name: str = "urchade/gliner_multi_pii-v1",
        flat_ner: bool = True,
        multi_label: bool = False,
        threshold: float = 0.3,
        map_location: Optional[str] = None,
        text_chunker: Any = None,
        chunk_size: int = 250,
        chunk_overlap: int = 50,
        load_onnx_model: bool = False,
        onnx_model_file: str = "model.onnx",
        **model_kwargs: Any,
    ) -> None:
        raise refuse("GLiNERRecognizer", "a GLiNER model", "LocalRecognizer")

    def load(self) -> None:
        """Not reached."""

    def analyze(
        self, text: str, entities: List[str], nlp_artifacts: Any = None
    ) -> List[RecognizerResult]:
        """Not reached."""
        return []
