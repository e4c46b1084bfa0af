"""The exceptions of this package. None of them carries text of a document.

Every failure of the package's own is a :class:`RedactError`. Three things are not its own: what a caller's code
raises (a custom operator, a subclass) passes through unchanged, a file that cannot be read is Python's ``OSError``,
and a call that does not fit the signature Python's ``TypeError``. ``redact.columns`` passes on what pyarrow, pandas and
Polars raise, and ``redact.presidio_analyzer`` raises what Presidio raises.
"""

__all__ = [
    "ArgumentTypeError",
    "CustomError",
    "DecryptionError",
    "InternalError",
    "InvalidArgumentError",
    "InvalidFormatError",
    "InvalidPatternError",
    "MapUnusableError",
    "PatternLimitError",
    "RedactError",
]


class RedactError(Exception):
    """Any failure of this package.

    >>> import redact
    >>> try:
    ...     redact.Analyzer(score_threshold=2)
    ... except redact.RedactError as error:
    ...     print(type(error).__name__)
    InvalidArgumentError
    """


class InvalidArgumentError(RedactError, ValueError):
    """An argument or a configuration that cannot be served as it stands."""


class ArgumentTypeError(RedactError, TypeError):
    """An argument of a type that is not taken.

    >>> import redact
    >>> try:
    ...     redact.Analyzer(entities="EMAIL_ADDRESS")
    ... except TypeError as error:
    ...     print(error)
    kinds are a list such as ["EMAIL_ADDRESS"], not one str
    """


class InvalidPatternError(InvalidArgumentError):
    """A pattern that does not compile."""


class InvalidFormatError(RedactError, ValueError):
    """A document of a format (YAML, JSON, MIME) that cannot be read."""


class PatternLimitError(RedactError):
    """A custom pattern hit its backtracking bound; the text must be treated as not analysed."""


class DecryptionError(RedactError):
    """A wrong key, or a cipher text that was changed."""


class MapUnusableError(RedactError):
    """A placeholder map that is expired, forgotten or of another document."""


class CustomError(RedactError):
    """A custom operator or recognizer, or the source of random bytes, failed."""


class InternalError(RedactError):
    """A defect of this package. It names a place in the source; please report it."""
