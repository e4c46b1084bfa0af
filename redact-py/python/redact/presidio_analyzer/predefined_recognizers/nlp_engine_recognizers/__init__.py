"""Recognizers that report what the model of the NLP engine found."""

from redact.presidio_analyzer.predefined_recognizers.nlp_engine_recognizers.spacy_recognizer import (
    SpacyRecognizer,
)
from redact.presidio_analyzer.predefined_recognizers.nlp_engine_recognizers.stanza_recognizer import (
    StanzaRecognizer,
)
from redact.presidio_analyzer.predefined_recognizers.nlp_engine_recognizers.transformers_recognizer import (
    TransformersRecognizer,
)

__all__ = ["SpacyRecognizer", "StanzaRecognizer", "TransformersRecognizer"]
