"""What cannot be served is an error that names the row and holds no text of it."""

from __future__ import annotations

import struct
import threading
from typing import List

import pyarrow as pa
import pytest

import redact
from redact import columns


@pytest.mark.parametrize(
    "data",
    [
        pa.array([1, 2]),
        pa.array([b"taro@example.jp"]),
        pa.array([["taro@example.jp"]]),
        pa.array([{"text": "taro@example.jp"}]),
        pa.array([b"x"]).dictionary_encode(),
        pa.chunked_array([], type=pa.int64()),
        pa.table({"text": ["taro@example.jp"]}),
    ],
    ids=lambda data: str(getattr(data, "type", "table")),
)
def test_types_that_hold_no_text(data: pa.Array) -> None:
    for function in (columns.anonymize, columns.analyze, columns.count):
        with pytest.raises(TypeError, match="holds no text") as error:
            function(data)
        assert "taro" not in str(error.value)


@pytest.mark.parametrize("data", ["taro@example.jp", ["taro@example.jp"], None, 1])
def test_what_exports_no_arrow_data(data: object) -> None:
    with pytest.raises(TypeError, match="exports no Arrow data") as error:
        columns.anonymize(data)  # type: ignore[type-var]
    assert "taro" not in str(error.value)


def of_bytes(rows: List[bytes], offsets: List[int]) -> pa.Array:
    """A string array of bytes that nobody looked at."""
    packed = struct.pack(f"<{len(offsets)}i", *offsets)
    buffers = [None, pa.py_buffer(packed), pa.py_buffer(b"".join(rows))]
    return pa.Array.from_buffers(pa.string(), len(offsets) - 1, buffers)


def test_bytes_that_are_no_utf8() -> None:
    broken = of_bytes([b"fine", b"taro\xff", b"fine"], [0, 4, 9, 13])
    for function in (columns.anonymize, columns.analyze):
        with pytest.raises(redact.InvalidArgumentError, match="row 1 is not UTF-8") as error:
            function(broken)
        assert "taro" not in str(error.value)


def test_an_offset_inside_a_character() -> None:
    with pytest.raises(redact.InvalidArgumentError, match="row 0"):
        columns.anonymize(of_bytes(["山田".encode()], [0, 1, 6]))


@pytest.mark.parametrize("offsets", [[0, 9, 4, 9], [0, 4, 2, 9], [0, -3, 4, 9], [5, 4, 3, 9]])
def test_offsets_that_make_no_sense(offsets: List[int]) -> None:
    with pytest.raises(redact.RedactError):
        columns.anonymize(of_bytes([b"123456789"], offsets))


@pytest.mark.parametrize("key", [2, -1, 127])
def test_keys_behind_the_dictionary(key: int) -> None:
    # Made by hand: pyarrow refuses to build such an array.
    keys = pa.py_buffer(struct.pack("<3b", 0, key, 1))
    array = pa.DictionaryArray.from_buffers(
        pa.dictionary(pa.int8(), pa.string()), 3, [None, keys], pa.array(["a@example.jp", "b@example.jp"])
    )
    for function in (columns.anonymize, columns.count):
        with pytest.raises(redact.InvalidArgumentError, match="(?i)dictionary"):
            function(array, entities=["EMAIL_ADDRESS"])  # type: ignore[operator]


def test_options_that_nobody_knows() -> None:
    texts = pa.array(["x"])
    with pytest.raises(TypeError, match="unknown option operater"):
        columns.anonymize(texts, operater="mask")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="an analyzer has its settings; entities"):
        columns.anonymize(texts, analyzer=redact.Analyzer(), entities=["URL"])
    with pytest.raises(TypeError, match="an anonymizer has its operators"):
        columns.anonymize(texts, anonymizer=redact.Anonymizer(), operator="mask")
    with pytest.raises(redact.InvalidArgumentError, match="threads is at least 1"):
        columns.anonymize(texts, threads=0)
    with pytest.raises(redact.InvalidArgumentError, match="offsets is"):
        columns.analyze(texts, offsets="words")  # type: ignore[arg-type]
    with pytest.raises(redact.InvalidArgumentError):
        columns.anonymize(texts, entities=["NO_SUCH_KIND"])


@pytest.mark.parametrize("threads", [1, 4])
def test_an_operator_that_raises_stops_the_column(threads: int) -> None:
    class OutOfOrder(Exception):
        pass

    def operator(value: str, kind: str) -> str:
        raise OutOfOrder

    texts = pa.array(["x"] * 200 + ["a@example.jp"] * 200)
    with pytest.raises(OutOfOrder):
        columns.anonymize(texts, operator=operator, threads=threads)


def test_an_operator_of_the_callers_works_by_many_threads() -> None:
    texts = pa.array([f"{number}@example.jp" for number in range(500)])
    redacted = columns.anonymize(
        texts, operator=lambda value, kind: value.partition("@")[0], entities=["EMAIL_ADDRESS"], threads=4
    )
    assert redacted.to_pylist() == [str(number) for number in range(500)]


@pytest.mark.parametrize("threads", [1, 2])
def test_a_pattern_that_hits_its_bound_names_the_row(threads: int) -> None:
    yaml = """
recognizers:
  - name: Slow
    type: custom
    supported_entity: SLOW
    patterns: [{name: slow, regex: '(a|a)*(?=b)\\1c', score: 0.9}]
"""
    texts = pa.array(["x", "a" * 5_000])
    with pytest.raises(redact.PatternLimitError, match="row 1"):
        columns.anonymize(texts, recognizers_yaml=yaml, threads=threads)


def test_other_threads_go_on_meanwhile() -> None:
    texts = pa.array(["山田太郎 taro@example.jp 03-1234-5678 東京都千代田区丸の内1-1-1"] * 3_000)
    redact.Analyzer()
    working = threading.Thread(target=columns.anonymize, args=(texts,))
    working.start()
    rounds = 0
    while working.is_alive():
        rounds += 1
    assert rounds > 100, "the interpreter's lock was held"
