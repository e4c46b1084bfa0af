"""The native part of this package."""

from typing import Any

from redact import _native

presidio: Any = vars(_native)["presidio"]
