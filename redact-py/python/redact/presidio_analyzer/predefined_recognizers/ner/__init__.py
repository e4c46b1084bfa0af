"""Recognizers of models of their own; none of them comes with this package."""

from redact.presidio_analyzer.predefined_recognizers.ner.gliner_recognizer import GLiNERRecognizer
from redact.presidio_analyzer.predefined_recognizers.ner.huggingface_ner_recognizer import (
    HuggingFaceNerRecognizer,
)
from redact.presidio_analyzer.predefined_recognizers.ner.medical_ner_recognizer import (
    MedicalNERRecognizer,
)

__all__ = ["GLiNERRecognizer", "HuggingFaceNerRecognizer", "MedicalNERRecognizer"]
