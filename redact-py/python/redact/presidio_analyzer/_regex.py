"""Which engine runs a caller's expression.

The native engine takes what it can run exactly as Presidio's engine would; the rest runs on the
package ``regex``, which Presidio itself uses, if it is installed, else on the standard library.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import Any, List, Optional, Tuple, Union

from redact.presidio_analyzer._native_module import presidio

DEFAULT_FLAGS = re.IGNORECASE | re.MULTILINE | re.DOTALL
"""Presidio's flags for every pattern: 26."""



def timeout_seconds() -> int:
    """How long the package ``regex`` may search for one pattern; native patterns count steps instead."""
    return int(os.environ.get("REGEX_TIMEOUT_SECONDS") or 60)


_Native: Any = presidio.CustomPattern


class PythonPattern:
    """An expression on one of Python's own engines."""

    is_linear = False

    def __init__(self, expression: str, flags: int) -> None:
        self._compiled, self._options = _compile(expression, flags)

    def find(self, text: str) -> List[Tuple[int, int]]:
        """The matches that are not empty."""
        found = self._compiled.finditer(text, **self._options)
        return [span for span in (match.span() for match in found) if span[0] < span[1]]


def _compile(expression: str, flags: int) -> Tuple[Any, dict[str, Any]]:
    try:
        import regex  # type: ignore[import-untyped, import-not-found, unused-ignore]
    except ImportError:
        return re.compile(expression, flags), {}
    return regex.compile(expression, flags), {"timeout": timeout_seconds()}


@lru_cache(maxsize=4096)
def compile_pattern(expression: str, flags: int) -> Union[PythonPattern, Any]:
    """The expression on the best engine that can run it; raises ``ValueError`` if none can."""
    try:
        return _Native(expression, flags)
    except (ValueError, OverflowError):
        pass
    try:
        return PythonPattern(expression, flags)
    except Exception as error:
        raise ValueError(f"Invalid regex pattern: {error}") from error


def is_native(expression: str, flags: int) -> bool:
    """Whether the expression runs natively."""
    return isinstance(compile_pattern(expression, flags), _Native)


@lru_cache(maxsize=64)
def searcher(expression: str, flags: int) -> Any:
    """A compiled expression to search short texts with."""
    return _compile(expression, flags)


def contains(expression: str, flags: int, text: str, timeout: float) -> Optional[bool]:
    """Whether the expression matches somewhere in the text; ``None`` if the search took too long."""
    compiled, options = searcher(expression, flags)
    if options:
        options = {"timeout": timeout}
    try:
        return compiled.search(text, **options) is not None
    except TimeoutError:
        return None
