"""The predefined classes of the native catalogue."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Dict, List, Tuple

from redact import _native

_presidio: Any = _native.presidio  # type: ignore[attr-defined]


def catalogue() -> List[Dict[str, Any]]:
    """What each class is made of."""
    entries: List[Dict[str, Any]] = _presidio.catalogue()
    return entries


@lru_cache(maxsize=None)
def native_class(name: str) -> Any:
    """The class of a name, ready to run."""
    return _presidio.PredefinedClass(name)


def find_by_class(name: str, number: int, text: str) -> List[Tuple[int, int]]:
    """The spans of one pattern of a class; of a class that finds by code of its own, for -1."""
    found = native_class(name)
    if number < 0:
        return [(row[0], row[1]) for row in found.analyze(text)]
    spans: List[Tuple[int, int]] = found.find(number, text)
    return spans
