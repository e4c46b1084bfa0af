"""Finds personal data in text and mail, replaces it and puts it back."""

from redact._native import __version__

__all__ = ["__version__"]
