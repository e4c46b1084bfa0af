"""Tables of pyarrow and queries of DuckDB."""

from __future__ import annotations

from typing import Iterator

import duckdb
import pyarrow as pa
import pytest

from redact import columns

TABLE = pa.table(
    {"id": [1, 2], "note": ["call 03-1234-5678", None], "more": ["x", "a@example.jp"]},
    metadata={"origin": "a test"},
)
REDACTED = [
    {"id": 1, "note": "call <PHONE_NUMBER>", "more": "x"},
    {"id": 2, "note": None, "more": "<EMAIL_ADDRESS>"},
]


def test_a_table_and_a_batch() -> None:
    redacted = columns.anonymize_table(TABLE, ["note", "more"], operator="replace")
    assert redacted.to_pylist() == REDACTED
    assert redacted.schema.equals(TABLE.schema)
    [batch] = TABLE.to_batches()
    assert columns.anonymize_table(batch, ["note", "more"], operator="replace").to_pylist() == REDACTED
    assert columns.anonymize_table(TABLE, []).equals(TABLE)


def test_a_reader_is_read_batch_by_batch() -> None:
    read = []

    def batches() -> Iterator[pa.RecordBatch]:
        for number in range(3):
            read.append(number)
            yield from TABLE.to_batches()

    reader = pa.RecordBatchReader.from_batches(TABLE.schema, batches())
    redacted = columns.anonymize_table(reader, ["note", "more"], operator="replace")
    assert read == []
    assert redacted.read_next_batch().to_pylist() == REDACTED
    assert read == [0]
    assert redacted.read_all().to_pylist() == REDACTED * 2


def test_columns_that_are_not_there() -> None:
    with pytest.raises(KeyError, match="nite"):
        columns.anonymize_table(TABLE, ["note", "nite"])
    reader = pa.RecordBatchReader.from_batches(TABLE.schema, TABLE.to_batches())
    with pytest.raises(KeyError):
        columns.anonymize_table(reader, ["nite"])
    with pytest.raises(TypeError, match="sequence of names"):
        columns.anonymize_table(TABLE, "note")


def test_a_function_of_duckdb() -> None:
    with duckdb.connect() as connection:
        connection.create_function(
            "redact_text",
            lambda texts: columns.anonymize(texts, operator="replace"),
            ["VARCHAR"],
            "VARCHAR",
            type="arrow",
        )
        notes = TABLE
        rows = connection.sql("select redact_text(note), redact_text(more) from notes").fetchall()
        assert notes.num_rows == 2
    assert rows == [("call <PHONE_NUMBER>", "x"), (None, "<EMAIL_ADDRESS>")]


def test_what_duckdb_hands_out() -> None:
    with duckdb.connect() as connection:
        connection.sql("create table notes as select 'a' || i || '@example.jp' as note from range(5000) r(i)")
        reader = pa.RecordBatchReader.from_stream(connection.sql("from notes"))
        redacted = columns.anonymize_table(reader, ["note"], operator="replace")
        # The first query is read while the second runs, which takes a cursor of its own.
        query = "select note, count(*) from redacted group by note"
        assert connection.cursor().sql(query).fetchall() == [("<EMAIL_ADDRESS>", 5000)]
