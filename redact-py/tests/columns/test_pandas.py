"""Series and frames of pandas: index, name and type stay."""

from __future__ import annotations

import pandas as pd
import pytest

import redact
import redact.pandas
from redact import columns

TEXTS = ["call 03-1234-5678", None, "nothing"]


@pytest.mark.parametrize("dtype", [None, "str", object, "string[pyarrow]", "category"])
def test_a_series_stays_what_it_was(dtype: object) -> None:
    series = pd.Series(TEXTS, index=["a", "b", "c"], name="note", dtype=dtype)  # type: ignore[call-overload]
    redacted = columns.anonymize(series, operator="replace")
    assert isinstance(redacted, pd.Series)
    assert redacted.name == "note"
    assert list(redacted.index) == ["a", "b", "c"]
    assert redacted.isna().tolist() == [False, True, False]
    assert redacted.dropna().tolist() == ["call <PHONE_NUMBER>", "nothing"]
    if dtype == "category":
        assert isinstance(redacted.dtype, pd.CategoricalDtype)
    else:
        assert redacted.dtype == series.dtype


def test_an_arrow_series_stays_one() -> None:
    import pyarrow as pa

    series = pd.Series(TEXTS, dtype=pd.ArrowDtype(pa.string()))
    redacted = columns.anonymize(series, operator="replace")
    assert redacted.dtype == series.dtype
    assert redacted[0] == "call <PHONE_NUMBER>"


def test_categories_that_became_one() -> None:
    series = pd.Series(["a@example.jp", "b@example.jp", "x", None], dtype="category")
    redacted = columns.anonymize(series, operator="replace")
    assert redacted.tolist()[:3] == ["<EMAIL_ADDRESS>", "<EMAIL_ADDRESS>", "x"]
    assert len(redacted.cat.categories) == 2


def test_answers_have_the_index_of_the_series() -> None:
    series = pd.Series(TEXTS, index=[10, 20, 30])
    counts = columns.count(series)
    assert counts.index.tolist() == [10, 20, 30]
    assert counts[10] == 1
    assert series[columns.has_personal_data(series).fillna(False)].tolist() == TEXTS[:1]
    assert columns.analyze(series)[10][0]["entity_type"] == "PHONE_NUMBER"


def test_a_series_of_numbers_is_no_text() -> None:
    with pytest.raises(TypeError, match="holds no text"):
        columns.anonymize(pd.Series([1, 2]))


def test_a_frame() -> None:
    frame = pd.DataFrame({"id": [1, 2, 3], "note": TEXTS, "more": ["a@example.jp"] * 3})
    map = redact.PlaceholderMap()
    redacted = redact.pandas.anonymize(frame, ["note", "more"], map=map)
    assert redacted["more"].tolist() == ["[EMAIL_1]"] * 3
    assert redacted["note"][0] == "call [PHONE_1]"
    assert frame["note"][0] == TEXTS[0], "the caller's frame is not touched"
    pd.testing.assert_frame_equal(redact.pandas.restore(redacted, ["note", "more"], map), frame)


def test_columns_that_are_not_there() -> None:
    frame = pd.DataFrame({"note": TEXTS})
    with pytest.raises(KeyError, match="nite"):
        redact.pandas.anonymize(frame, ["nite"])
    with pytest.raises(TypeError, match="sequence of names"):
        redact.pandas.anonymize(frame, "note")


def test_finds_of_a_frame() -> None:
    frame = pd.DataFrame({"note": TEXTS, "more": ["a@example.jp", "x", None]}, index=["a", "b", "c"])
    finds = redact.pandas.analyze(frame, ["note", "more"])
    assert finds[["column", "row", "entity_type", "start", "end"]].values.tolist() == [
        ["note", "a", "PHONE_NUMBER", 5, 17],
        ["more", "a", "EMAIL_ADDRESS", 0, 12],
    ]


def test_an_empty_frame() -> None:
    frame = pd.DataFrame({"note": pd.Series([], dtype="str")})
    assert len(redact.pandas.anonymize(frame, ["note"])) == 0
    assert redact.pandas.analyze(frame, ["note"]).columns.tolist()[0] == "column"
