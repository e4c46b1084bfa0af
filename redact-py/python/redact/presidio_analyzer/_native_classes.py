"""The predefined classes of the native catalogue."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Dict, List, Tuple

from redact.presidio_analyzer._native_module import presidio


def catalogue() -> List[Dict[str, Any]]:
    """What each class is made of."""
    entries: List[Dict[str, Any]] = presidio.catalogue()
    return entries


@lru_cache(maxsize=None)
def native_class(name: str) -> Any:
    """The class of a name, ready to run."""
    return presidio.PredefinedClass(name)


def find_by_class(name: str, number: int, text: str) -> List[Tuple[int, int]]:
    """The spans of one pattern of a class."""
    spans: List[Tuple[int, int]] = native_class(name).find(number, text)
    return spans
