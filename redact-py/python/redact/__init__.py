"""Finds personal data in text and mail, replaces it and puts it back.

>>> import redact
>>> text = "メールは taro@example.jp です"
>>> results = redact.Analyzer().analyze(text)
>>> [(result.entity_type, result.start, result.end) for result in results]
[('EMAIL_ADDRESS', 5, 19)]

Offsets count code points, as Python does. Nothing here does I/O, downloads or logs; no exception and no
``repr`` carries text of a document.
"""

from redact._native import Analysis, Analyzer, Explanation, Result, __version__
from redact.errors import (
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
    "CustomError",
    "DecryptionError",
    "Explanation",
    "InternalError",
    "InvalidArgumentError",
    "InvalidFormatError",
    "InvalidPatternError",
    "MapUnusableError",
    "PatternLimitError",
    "RedactError",
    "Result",
    "__version__",
]
