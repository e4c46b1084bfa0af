"""Recognizers that need a model or a service which does not come with this package."""

from __future__ import annotations


class NotIncludedError(ImportError, ValueError):
    """A recognizer needs a model or a service that does not come with this package."""


def refuse(class_name: str, needs: str, base: str) -> NotIncludedError:
    """The error that says what to plug in instead."""
    return NotIncludedError(
        f"{class_name} needs {needs}, which is not part of redact. Plug it in as a subclass of "
        f"{base} whose analyze() asks it, or as an NlpEngine whose artifacts hold its entities, "
        f"which SpacyRecognizer then reports."
    )
