"""All of Presidio's recognizers by name.

Those that find by patterns are made from the native catalogue (see ``_factory``); the type
checker reads their signatures in ``__init__.pyi``.
"""

from __future__ import annotations

from typing import Any

from redact.presidio_analyzer.predefined_recognizers import _factory, _phone
from redact.presidio_analyzer.predefined_recognizers.ner import (
    GLiNERRecognizer,
    HuggingFaceNerRecognizer,
    MedicalNERRecognizer,
)
from redact.presidio_analyzer.predefined_recognizers.nlp_engine_recognizers import (
    SpacyRecognizer,
    StanzaRecognizer,
    TransformersRecognizer,
)
from redact.presidio_analyzer.predefined_recognizers.third_party import (
    AzureAILanguageRecognizer,
    AzureHealthDeidRecognizer,
    AzureOpenAILangExtractRecognizer,
    BasicLangExtractRecognizer,
    LangExtractRecognizer,
)

NLP_RECOGNIZERS = {
    "spacy": SpacyRecognizer,
    "stanza": StanzaRecognizer,
    "transformers": TransformersRecognizer,
}

PREDEFINED_RECOGNIZERS = [
    "PhoneRecognizer",
    "CreditCardRecognizer",
    "CryptoRecognizer",
    "DateRecognizer",
    "EmailRecognizer",
    "IpRecognizer",
    "IbanRecognizer",
    "MedicalLicenseRecognizer",
    "UrlRecognizer",
]
"""The classes that serve every language."""

_classes: dict[str, Any] = {**_factory.build(), **_phone.CLASSES}
_factory.place(_classes)
globals().update(_classes)

# The base of two classes, which Presidio does not offer here.
del globals()["ZaPhoneNumberRecognizer"]

__all__ = [  # noqa: PLE0604
    *(name for name in _classes if name != "ZaPhoneNumberRecognizer"),
    "AzureAILanguageRecognizer",
    "AzureHealthDeidRecognizer",
    "AzureOpenAILangExtractRecognizer",
    "BasicLangExtractRecognizer",
    "GLiNERRecognizer",
    "HuggingFaceNerRecognizer",
    "LangExtractRecognizer",
    "MedicalNERRecognizer",
    "NLP_RECOGNIZERS",
    "SpacyRecognizer",
    "StanzaRecognizer",
    "TransformersRecognizer",
]
