"""A number that grows whenever a recognizer or a pattern is changed.

The engine keeps a native plan of its recognizers; it asks here whether the plan still holds.
"""

from __future__ import annotations

from typing import Any

current = [0]


class Revised:
    """Counts every assignment to a field."""

    def __setattr__(self, name: str, value: Any) -> None:
        current[0] += 1
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:
        current[0] += 1
        object.__delattr__(self, name)
