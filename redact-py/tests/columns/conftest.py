"""What the tests of columns share."""

from __future__ import annotations

import pytest

import redact


@pytest.fixture(scope="session")
def analyzer() -> redact.Analyzer:
    return redact.Analyzer()
