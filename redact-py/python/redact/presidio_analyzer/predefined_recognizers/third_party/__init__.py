"""Recognizers that ask a service; none of them comes with this package."""

from redact.presidio_analyzer.predefined_recognizers.third_party.ahds_recognizer import (
    AzureHealthDeidRecognizer,
)
from redact.presidio_analyzer.predefined_recognizers.third_party.azure_ai_language import (
    AzureAILanguageRecognizer,
)
from redact.presidio_analyzer.predefined_recognizers.third_party.azure_openai_langextract_recognizer import (
    AzureOpenAILangExtractRecognizer,
)
from redact.presidio_analyzer.predefined_recognizers.third_party.basic_langextract_recognizer import (
    BasicLangExtractRecognizer,
)
from redact.presidio_analyzer.predefined_recognizers.third_party.langextract_recognizer import (
    LangExtractRecognizer,
)

__all__ = [
    "AzureAILanguageRecognizer",
    "AzureHealthDeidRecognizer",
    "AzureOpenAILangExtractRecognizer",
    "BasicLangExtractRecognizer",
    "LangExtractRecognizer",
]
