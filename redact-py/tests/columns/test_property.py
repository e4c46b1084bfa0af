"""For every column: what comes back is what the native API answers row by row."""

from __future__ import annotations

from typing import List, Optional

import pyarrow as pa
from hypothesis import given, settings, strategies as st

import redact
from redact import columns

from .samples import ARROW_TYPES, arrow, one_by_one

ANALYZER = redact.Analyzer()
PIECES = st.sampled_from(
    [
        "taro@example.jp",
        "03-1234-5678",
        "山田太郎様",
        "https://example.com/a?b=c",
        "4111 1111 1111 1111",
        "[EMAIL_1]",
        "〒100-0005 東京都千代田区丸の内1-1-1",
        " ",
        "、",
        "\n",
    ]
)
# Any character but surrogates, which no Arrow column can hold.
CHARACTERS = st.text(st.characters(codec="utf-8"), max_size=8)
ROWS: st.SearchStrategy[List[Optional[str]]] = st.lists(
    st.none() | st.lists(PIECES | CHARACTERS, max_size=5).map("".join), max_size=100
)


@settings(max_examples=60, deadline=None)
@given(
    rows=ROWS,
    kind=st.sampled_from(sorted(ARROW_TYPES)),
    operator=st.sampled_from(["placeholder", "replace", "redact", "mask"]),
    threads=st.integers(1, 3),
    start=st.integers(0, 5),
)
def test_a_column_is_its_rows(
    rows: List[Optional[str]], kind: str, operator: str, threads: int, start: int
) -> None:
    anonymizer = redact.Anonymizer(operator)
    array = arrow(rows, kind)[start:]
    redacted = columns.anonymize(
        array, map="row", analyzer=ANALYZER, anonymizer=anonymizer, threads=threads
    )
    redacted.validate(full=True)
    assert redacted.to_pylist() == one_by_one(rows[start:], ANALYZER, anonymizer)


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, threads=st.integers(1, 3))
def test_one_map_gives_what_one_map_gives_row_by_row(
    rows: List[Optional[str]], threads: int
) -> None:
    native, shared = redact.PlaceholderMap(), redact.PlaceholderMap()
    expected = [
        None
        if text is None
        else redact.Anonymizer().anonymize(text, ANALYZER.analyze(text), native).text
        for text in rows
    ]
    array = pa.array(rows, type=pa.string())
    redacted = columns.anonymize(array, analyzer=ANALYZER, map=shared, threads=threads)
    assert redacted.to_pylist() == expected
    assert shared.to_json() == native.to_json()


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, threads=st.integers(1, 3), kind=st.sampled_from(sorted(ARROW_TYPES)))
def test_finds_point_at_what_the_native_api_finds(
    rows: List[Optional[str]], threads: int, kind: str
) -> None:
    finds = columns.analyze(arrow(rows, kind), analyzer=ANALYZER, threads=threads).to_pylist()
    for text, found in zip(rows, finds):
        if text is None:
            assert found is None
            continue
        places = [(one["entity_type"], one["start"], one["end"], one["score"]) for one in found]
        expected = ANALYZER.analyze(text)
        assert places == [(one.entity_type, one.start, one.end, one.score) for one in expected]
