"""Finds personal data in text and mail, replaces it and puts it back.

>>> import redact
>>> text = "メールは taro@example.jp です"
>>> results = redact.Analyzer().analyze(text)
>>> [(result.entity_type, result.start, result.end) for result in results]
[('EMAIL_ADDRESS', 5, 20)]
>>> map = redact.PlaceholderMap()
>>> redact.Anonymizer().anonymize(text, results, map).text
'メールは [EMAIL_1] です'
>>> redact.Restorer(map).restore("[EMAIL_1] へ送りました").text
'taro@example.jp へ送りました'

Offsets count code points, as Python does. Nothing here downloads or logs, and no exception and no ``repr``
carries text of a document.
"""

from redact._native import (
    Analysis,
    Analyzer,
    AnonymizedItem,
    Anonymizer,
    Deanonymized,
    Deanonymizer,
    Explanation,
    Operator,
    PlaceholderMap,
    RedactedText,
    Restored,
    Restorer,
    RestoreReport,
    RestoreStream,
    Result,
    __version__,
)
from redact._shortcuts import redact
from redact.errors import (
    ArgumentTypeError,
    CustomError,
    DecryptionError,
    InternalError,
    InvalidArgumentError,
    InvalidFormatError,
    InvalidPatternError,
    MapUnusableError,
    PatternLimitError,
    RedactError,
)

__all__ = [
    "Analysis",
    "Analyzer",
    "AnonymizedItem",
    "Anonymizer",
    "ArgumentTypeError",
    "CustomError",
    "Deanonymized",
    "Deanonymizer",
    "DecryptionError",
    "Explanation",
    "InternalError",
    "InvalidArgumentError",
    "InvalidFormatError",
    "InvalidPatternError",
    "MapUnusableError",
    "Operator",
    "PatternLimitError",
    "PlaceholderMap",
    "RedactError",
    "RedactedText",
    "RestoreReport",
    "RestoreStream",
    "Restored",
    "Restorer",
    "Result",
    "__version__",
    "redact",
]
