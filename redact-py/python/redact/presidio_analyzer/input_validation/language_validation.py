"""Codes of languages."""

from __future__ import annotations

import re
from typing import List

_CODE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")


def validate_language_codes(languages: List[str]) -> None:
    """Raise ``ValueError`` unless each is an ISO 639-1 code, such as ``en`` or ``en-US``."""
    for language in languages:
        if not isinstance(language, str) or not _CODE.fullmatch(language):
            raise ValueError(
                f"Invalid language code format: {language}. Expected format: 'en' or 'en-US'"
            )
