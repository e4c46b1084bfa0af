"""Every Arrow type, whole, sliced and in chunks: the same type comes back with the same rows redacted."""

from __future__ import annotations

from typing import List, Optional

import pyarrow as pa
import pytest

import redact
from redact import columns

from .samples import ARROW_TYPES, TEXTS, arrow, one_by_one

REDACTED: List[Optional[str]] = [
    "メールは <EMAIL_ADDRESS> です",
    None,
    "",
    "no personal data",
    "😀👩‍👩‍👧 call <PHONE_NUMBER>",
    "<EMAIL_ADDRESS>",
    "𠮷野様 TEL <PHONE_NUMBER>、FAX <PHONE_NUMBER>",
    None,
    "a text of more than twelve bytes that stays as it is: 日本語",
]

kinds = pytest.mark.parametrize("kind", ARROW_TYPES)
threads = pytest.mark.parametrize("threads", [1, 3])


def test_the_expected_texts_are_those_of_the_native_api(analyzer: redact.Analyzer) -> None:
    # The name before 様 is found as well unless it is left out; the tests name the kinds they mean.
    anonymizer = redact.Anonymizer("replace")
    plain = redact.Analyzer(entities=["EMAIL_ADDRESS", "PHONE_NUMBER"])
    assert one_by_one(TEXTS, plain, anonymizer) == REDACTED


@kinds
@threads
def test_an_array_gives_an_array_of_its_type(kind: str, threads: int) -> None:
    array = arrow(TEXTS, kind)
    redacted = columns.anonymize(
        array, operator="replace", entities=["EMAIL_ADDRESS", "PHONE_NUMBER"], threads=threads
    )
    redacted.validate(full=True)
    assert redacted.type == array.type
    assert redacted.to_pylist() == REDACTED
    assert array.to_pylist() == TEXTS, "the caller's array is not touched"


@kinds
@pytest.mark.parametrize("start, length", [(0, 3), (1, 5), (4, 0), (3, 6), (8, 1), (9, 0)])
def test_a_slice_gives_its_rows(kind: str, start: int, length: int) -> None:
    array = arrow(TEXTS, kind).slice(start, length)
    redacted = columns.anonymize(
        array, operator="replace", entities=["EMAIL_ADDRESS", "PHONE_NUMBER"]
    )
    redacted.validate(full=True)
    assert redacted.to_pylist() == REDACTED[start : start + length]
    counts = columns.count(array, entities=["EMAIL_ADDRESS", "PHONE_NUMBER"])
    assert counts.to_pylist() == [1, None, 0, 0, 1, 1, 2, None, 0][start : start + length]


@kinds
@threads
def test_chunks_stay_chunks(kind: str, threads: int) -> None:
    array = arrow(TEXTS, kind)
    chunked = pa.chunked_array([array[:2], array[2:2], array[2:7], array[7:]])
    redacted = columns.anonymize(
        chunked, operator="replace", entities=["EMAIL_ADDRESS", "PHONE_NUMBER"], threads=threads
    )
    redacted.validate(full=True)
    assert isinstance(redacted, pa.ChunkedArray)
    assert redacted.type == array.type
    assert [len(chunk) for chunk in redacted.chunks] == [2, 0, 5, 2]
    assert redacted.to_pylist() == REDACTED


@kinds
def test_empty_columns(kind: str) -> None:
    empty = pa.array([], type=ARROW_TYPES[kind])
    assert columns.anonymize(empty).type == empty.type
    assert columns.analyze(empty).to_pylist() == []
    no_chunks = pa.chunked_array([], type=ARROW_TYPES[kind])
    assert columns.anonymize(no_chunks).type == empty.type
    assert columns.has_personal_data(no_chunks).type == pa.bool_()


@kinds
def test_nulls_alone(kind: str) -> None:
    nulls = pa.nulls(5, type=ARROW_TYPES[kind])
    assert columns.anonymize(nulls).to_pylist() == [None] * 5
    assert columns.analyze(nulls).to_pylist() == [None] * 5
    assert columns.count(nulls).null_count == 5


def test_a_column_of_type_null_stays() -> None:
    assert columns.anonymize(pa.nulls(3)).type == pa.null()
    assert columns.has_personal_data(pa.nulls(3)).to_pylist() == [None] * 3


def test_texts_that_became_one_are_one_entry_of_the_dictionary() -> None:
    texts = ["a@example.jp", "x", "b@example.jp", "a@example.jp", None]
    redacted = columns.anonymize(pa.array(texts).dictionary_encode(), operator="replace")
    assert redacted.to_pylist() == ["<EMAIL_ADDRESS>", "x", "<EMAIL_ADDRESS>", "<EMAIL_ADDRESS>", None]
    assert redacted.dictionary.to_pylist() == ["<EMAIL_ADDRESS>", "x"]


def test_a_null_in_the_dictionary_is_null() -> None:
    array = pa.DictionaryArray.from_arrays(pa.array([0, 1, None, 0]), pa.array([None, "a@example.jp"]))
    redacted = columns.anonymize(array, operator="redact")
    assert redacted.to_pylist() == [None, "", None, None]
    assert columns.count(array).to_pylist() == [None, 1, None, None]


def test_entries_that_no_row_names_are_redacted_too() -> None:
    array = pa.DictionaryArray.from_arrays(pa.array([1]), pa.array(["a@example.jp", "x"]))
    redacted = columns.anonymize(array, operator="replace")
    assert redacted.dictionary.to_pylist() == ["<EMAIL_ADDRESS>", "x"]


def test_a_dictionary_of_many_entries_keeps_small_keys() -> None:
    texts = [f"user{number}@example.jp" for number in range(127)] + ["x"]
    array = pa.array(texts).dictionary_encode().cast(pa.dictionary(pa.int8(), pa.string()))
    redacted = columns.anonymize(array, operator="replace")
    redacted.validate(full=True)
    assert redacted.type == array.type
    assert redacted.to_pylist() == ["<EMAIL_ADDRESS>"] * 127 + ["x"]


def test_what_is_of_no_known_kind_comes_back_as_a_column() -> None:
    class Foreign:
        """Some other library's array."""

        def __arrow_c_array__(self, requested_schema: object = None) -> object:
            return pa.array(["a@example.jp"]).__arrow_c_array__(requested_schema)

    redacted = columns.anonymize(Foreign(), operator="replace")
    assert isinstance(redacted, columns.Column)
    assert len(redacted) == 1
    assert repr(redacted) == "Column(Utf8, 1 rows, 1 chunks)"
    assert pa.array(redacted).to_pylist() == ["<EMAIL_ADDRESS>"]
    again = columns.anonymize(redacted)
    assert pa.array(again).to_pylist() == ["<EMAIL_ADDRESS>"]


def test_a_column_of_chunks_exports_one_array() -> None:
    chunked = pa.chunked_array([["a@example.jp"], [None, "x"]])

    class Foreign:
        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return chunked.__arrow_c_stream__(requested_schema)

    redacted = columns.anonymize(Foreign(), operator="replace")
    assert isinstance(redacted, columns.Column)
    assert pa.array(redacted).to_pylist() == ["<EMAIL_ADDRESS>", None, "x"]
    assert pa.array(redacted).cast(pa.large_string()).type == pa.large_string()


def test_a_long_column_is_the_same_by_many_threads() -> None:
    texts = [None if row % 7 == 0 else f"row {row}: user{row % 50}@example.jp" for row in range(40_000)]
    array = pa.array(texts)
    map_of_one, map_of_four = redact.PlaceholderMap(), redact.PlaceholderMap()
    one = columns.anonymize(array, map=map_of_one, entities=["EMAIL_ADDRESS"])
    four = columns.anonymize(array, map=map_of_four, entities=["EMAIL_ADDRESS"], threads=4)
    assert one.equals(four)
    assert map_of_one.to_json() == map_of_four.to_json()
    finds = columns.analyze(array, entities=["EMAIL_ADDRESS"])
    assert finds.equals(columns.analyze(array, entities=["EMAIL_ADDRESS"], threads=4))
