"""Presidio's analyzer, by its own names: replace ``presidio_analyzer`` with
``redact.presidio_analyzer`` in imports, and the rest of the code stays as it is.

The recognizers run natively; no model is needed, and none is downloaded. Recognizers, NLP engines and
context enhancers written in Python are taken as they are.
"""

import logging

from redact.presidio_analyzer.pattern import Pattern
from redact.presidio_analyzer.analysis_explanation import AnalysisExplanation
from redact.presidio_analyzer.recognizer_result import RecognizerResult
from redact.presidio_analyzer.dict_analyzer_result import DictAnalyzerResult
from redact.presidio_analyzer.entity_recognizer import EntityRecognizer
from redact.presidio_analyzer.local_recognizer import LocalRecognizer
from redact.presidio_analyzer.pattern_recognizer import PatternRecognizer
from redact.presidio_analyzer.remote_recognizer import RemoteRecognizer
from redact.presidio_analyzer.lm_recognizer import LMRecognizer
from redact.presidio_analyzer.recognizer_registry import RecognizerRegistry
from redact.presidio_analyzer.context_aware_enhancers import (
    ContextAwareEnhancer,
    LemmaContextAwareEnhancer,
)
from redact.presidio_analyzer.analyzer_engine import AnalyzerEngine
from redact.presidio_analyzer.analyzer_request import AnalyzerRequest
from redact.presidio_analyzer.batch_analyzer_engine import BatchAnalyzerEngine
from redact.presidio_analyzer.analyzer_engine_provider import AnalyzerEngineProvider

logging.getLogger("presidio-analyzer").addHandler(logging.NullHandler())

__all__ = [
    "Pattern",
    "AnalysisExplanation",
    "RecognizerResult",
    "DictAnalyzerResult",
    "EntityRecognizer",
    "LocalRecognizer",
    "PatternRecognizer",
    "RemoteRecognizer",
    "LMRecognizer",
    "RecognizerRegistry",
    "AnalyzerEngine",
    "AnalyzerRequest",
    "ContextAwareEnhancer",
    "LemmaContextAwareEnhancer",
    "BatchAnalyzerEngine",
    "AnalyzerEngineProvider",
]
