"""Engines that split texts into words and, with a model, find names in them.

Nothing is downloaded: the built-in :class:`TokenizerNlpEngine` needs no model. A spaCy pipeline can be
plugged in with :class:`SpacyNlpEngine`, any other with a subclass of :class:`NlpEngine`.
"""

from redact.presidio_analyzer.nlp_engine.device_detector import device_detector
from redact.presidio_analyzer.nlp_engine.ner_model_configuration import NerModelConfiguration
from redact.presidio_analyzer.nlp_engine.nlp_artifacts import NlpArtifacts
from redact.presidio_analyzer.nlp_engine.nlp_engine import NlpEngine
from redact.presidio_analyzer.nlp_engine.no_op_nlp_engine import NoOpNlpEngine
from redact.presidio_analyzer.nlp_engine.slim_spacy_nlp_engine import SlimSpacyNlpEngine
from redact.presidio_analyzer.nlp_engine.spacy_nlp_engine import SpacyNlpEngine
from redact.presidio_analyzer.nlp_engine.stanza_nlp_engine import StanzaNlpEngine
from redact.presidio_analyzer.nlp_engine.tokenizer_nlp_engine import TokenizerNlpEngine
from redact.presidio_analyzer.nlp_engine.transformers_nlp_engine import TransformersNlpEngine
from redact.presidio_analyzer.nlp_engine.nlp_engine_provider import NlpEngineProvider  # isort: skip

__all__ = [
    "device_detector",
    "NerModelConfiguration",
    "NlpArtifacts",
    "NlpEngine",
    "NoOpNlpEngine",
    "SlimSpacyNlpEngine",
    "SpacyNlpEngine",
    "StanzaNlpEngine",
    "NlpEngineProvider",
    "TokenizerNlpEngine",
    "TransformersNlpEngine",
]
