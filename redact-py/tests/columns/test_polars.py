"""Polars: Series, eager frames, lazy frames, the streaming engine."""

from __future__ import annotations

import pickle
from typing import List, Optional

import polars as pl
import pytest

import redact
import redact.polars
from redact import columns

from .samples import TEXTS, one_by_one

FRAME = pl.DataFrame({"id": range(3), "note": ["call 03-1234-5678", None, "nothing"]})
REDACTED = ["call <PHONE_NUMBER>", None, "nothing"]


def test_a_series_stays_one(analyzer: redact.Analyzer) -> None:
    redacted = columns.anonymize(pl.Series("note", TEXTS), analyzer=analyzer, map="row")
    assert isinstance(redacted, pl.Series)
    assert (redacted.name, redacted.dtype) == ("note", pl.String)
    assert redacted.to_list() == one_by_one(TEXTS, analyzer, redact.Anonymizer())


@pytest.mark.parametrize("texts", [[], [None, None], [""]])
def test_small_series(texts: List[Optional[str]]) -> None:
    series = pl.Series("note", texts, dtype=pl.String)
    assert columns.anonymize(series).equals(series, null_equal=True)
    assert columns.analyze(series).dtype == redact.polars.FINDS


def test_chunks_and_slices() -> None:
    series = pl.concat([FRAME["note"], FRAME["note"]], rechunk=False)
    assert columns.anonymize(series, operator="replace").to_list() == REDACTED * 2
    assert columns.anonymize(series[1:4], operator="replace").to_list() == (REDACTED * 2)[1:4]


def test_categoricals() -> None:
    series = pl.Series("note", ["a@example.jp", "b@example.jp", None], dtype=pl.Categorical)
    redacted = columns.anonymize(series, operator="replace")
    assert redacted.dtype == pl.Categorical
    assert redacted.to_list() == ["<EMAIL_ADDRESS>", "<EMAIL_ADDRESS>", None]


def test_the_namespace() -> None:
    note = pl.col("note").redact  # type: ignore[attr-defined]
    answer = FRAME.select(
        text=note.anonymize(operator="replace"),
        count=note.count(),
        flag=note.has_personal_data(),
        finds=note.analyze(),
    )
    assert answer["text"].to_list() == REDACTED
    assert answer["count"].to_list() == [1, None, 0]
    assert answer["flag"].to_list() == [True, None, False]
    assert answer["finds"].list.len().to_list() == [1, None, 0]
    assert answer.schema == {
        "text": pl.String,
        "count": pl.Int32,
        "flag": pl.Boolean,
        "finds": redact.polars.FINDS,
    }


@pytest.mark.parametrize("engine", ["in-memory", "streaming"])
def test_lazy_frames(engine: str) -> None:
    frame = pl.concat([FRAME] * 500).lazy()
    query = (
        frame.with_columns(redact.polars.anonymize("note", operator="replace"))
        .filter(pl.col("note").is_not_null())
        .select("note", pl.lit(1).alias("one"))
    )
    assert query.collect_schema()["note"] == pl.String
    answer = query.collect(engine=engine)  # type: ignore[call-overload]
    assert answer["note"].to_list() == ["call <PHONE_NUMBER>", "nothing"] * 500
    flagged = frame.filter(redact.polars.has_personal_data("note")).select(pl.len())
    assert flagged.collect(engine=engine).item() == 500  # type: ignore[call-overload]


def test_finds_are_exploded_and_joined_as_any_list() -> None:
    finds = (
        FRAME.lazy()
        .select("id", redact.polars.analyze("note", offsets="bytes").alias("find"))
        .explode("find")
        .drop_nulls()
        .unnest("find")
        .collect()
    )
    assert finds.select("id", "entity_type", "start", "end").rows() == [(0, "PHONE_NUMBER", 5, 17)]


def test_a_map_is_filled_in_order_and_restores() -> None:
    map = redact.PlaceholderMap()
    frame = pl.DataFrame({"note": [f"{number}@example.jp" for number in range(2_000)]})
    redacted = frame.lazy().select(redact.polars.anonymize("note", map=map)).collect()
    assert redacted["note"].to_list() == [f"[EMAIL_{number + 1}]" for number in range(2_000)]
    restored = redacted.lazy().select(redact.polars.restore("note", map)).collect()
    assert restored.equals(frame)


@pytest.mark.parametrize("engine", ["in-memory", "streaming"])
def test_without_a_map_a_column_has_one_numbering(engine: str) -> None:
    frame = pl.DataFrame({"note": [f"{number % 700}@example.jp" for number in range(2_000)]})
    query = pl.concat([frame, frame]).lazy().select(redact.polars.anonymize("note"))
    answer = query.collect(engine=engine)["note"].to_list()  # type: ignore[call-overload]
    assert answer == [f"[EMAIL_{number % 700 + 1}]" for number in range(2_000)] * 2
    again = pickle.loads(pickle.dumps(redact.polars.anonymize("note", map="row")))
    assert set(frame.select(again)["note"]) == {"[EMAIL_1]"}
    copied = pickle.loads(pickle.dumps(redact.polars.anonymize("note")))
    assert frame.select(copied)["note"].n_unique() == 700


def test_expressions_over_groups() -> None:
    frame = pl.DataFrame({"group": [1, 1, 2], "note": ["a@example.jp", None, "x"]})
    query = frame.lazy().group_by("group", maintain_order=True)
    answer = query.agg(redact.polars.anonymize("note", operator="replace")).collect()
    assert answer["note"].to_list() == [["<EMAIL_ADDRESS>", None], ["x"]]


def test_expressions_pickle_with_their_settings() -> None:
    expression = redact.polars.anonymize(
        "note", operator=redact.Operator("mask", count=4, from_end=True), entities=["PHONE_NUMBER"]
    )
    again = pickle.loads(pickle.dumps(expression))
    assert FRAME.select(again)["note"].to_list() == ["call 03-1234-****", None, "nothing"]


def test_other_types_are_an_error() -> None:
    with pytest.raises(Exception, match="holds no text"):
        FRAME.select(redact.polars.anonymize("id"))
