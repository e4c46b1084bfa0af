"""Numbers that name a year are refuted only if that has not come."""

from __future__ import annotations

import datetime
import string
from types import SimpleNamespace
from typing import Any, List

import pytest

from redact.presidio_analyzer import AnalyzerEngine, RecognizerRegistry, _clock
from redact.presidio_analyzer.predefined_recognizers import (
    SgUenRecognizer,
    ZaCompanyRegistrationRecognizer,
)


def clock_at(year: int) -> Any:
    return SimpleNamespace(date=SimpleNamespace(today=lambda: datetime.date(year, 1, 1)))


def company(year: int) -> str:
    [number] = [
        f"{year}34292{letter}"
        for letter in string.ascii_uppercase
        if SgUenRecognizer.validate_uen_format_b(f"{year}34292{letter}")
    ]
    return number


def found(kind: type, text: str) -> List[str]:
    recognizer = kind()
    alone = recognizer.analyze(text, recognizer.supported_entities)
    engine = AnalyzerEngine(registry=RecognizerRegistry([recognizer]))
    whole = engine.analyze(text, language="en")
    assert [(one.start, one.end) for one in alone] == [(one.start, one.end) for one in whole]
    return [text[one.start : one.end] for one in whole]


@pytest.mark.parametrize("year", range(2027, 2061, 3))
def test_a_year_later_nothing_valid_is_refuted(year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_clock, "datetime", clock_at(year))
    singapore, africa, letters = company(year), f"{year}/123456/07", f"CK{year}/123456"
    assert found(SgUenRecognizer, f"UEN {singapore}") == [singapore]
    assert found(ZaCompanyRegistrationRecognizer, f"no {africa}") == [africa]
    assert found(ZaCompanyRegistrationRecognizer, f"no {letters}") == [letters]
    assert found(ZaCompanyRegistrationRecognizer, f"no {year + 1}/123456/07") == []
    assert SgUenRecognizer().validate_result(singapore) is True
    assert ZaCompanyRegistrationRecognizer().validate_result(f"{year + 1}/123456/07") is False
