"""Which buffers are shared and which are not: what was taken out must not travel on behind the rows."""

from __future__ import annotations

from typing import Iterator, List

import pyarrow as pa
import pytest

from redact import columns

SECRET = "taro.yamada@example.jp"
LONG = "nothing personal in this row, which is longer than a view"


def buffers(array: pa.Array) -> List[pa.Buffer]:
    found = [buffer for buffer in array.buffers() if buffer is not None]
    if pa.types.is_dictionary(array.type):
        found += buffers(array.dictionary)
    return found


def addresses(array: pa.Array) -> List[int]:
    return [buffer.address for buffer in buffers(array)]


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string()])
def test_a_column_without_finds_keeps_its_buffers(kind: pa.DataType) -> None:
    array = pa.array([LONG, "x", ""], type=kind)
    redacted = columns.anonymize(array)
    assert addresses(redacted) == addresses(array)
    chunked = pa.chunked_array([array, pa.array([SECRET], type=kind)])
    first, second = columns.anonymize(chunked).chunks
    assert addresses(first) == addresses(array), "chunks are judged one by one"
    assert second.to_pylist() == ["[EMAIL_1]"]


def test_a_dictionary_without_finds_keeps_its_buffers() -> None:
    array = pa.array([LONG, "x", LONG]).dictionary_encode()
    assert addresses(columns.anonymize(array)) == addresses(array)


def with_hidden_texts() -> Iterator[pa.Array]:
    """Arrays whose rows are harmless and whose buffers are not."""
    for kind in (pa.string(), pa.large_string(), pa.string_view()):
        whole = pa.array([SECRET, LONG, SECRET], type=kind)
        yield whole[1:2]
        yield whole[1:1]
    yield pa.array([SECRET, LONG, SECRET]).dictionary_encode()[1:2]
    text = (SECRET + LONG).encode()
    offsets = pa.array([0, len(SECRET), len(text)], type=pa.int32()).buffers()[1]
    # The first row is null and stands upon a text.
    validity = pa.py_buffer(bytes([0b10]))
    yield pa.Array.from_buffers(pa.string(), 2, [validity, offsets, pa.py_buffer(text)])


@pytest.mark.parametrize("array", list(with_hidden_texts()), ids=lambda array: str(array.type))
def test_texts_of_other_rows_do_not_travel_on(array: pa.Array) -> None:
    redacted = columns.anonymize(array)
    assert redacted.to_pylist() == array.to_pylist()
    assert all(SECRET.encode() not in buffer.to_pybytes() for buffer in buffers(redacted))


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view()])
def test_what_was_taken_out_is_in_no_buffer(kind: pa.DataType) -> None:
    array = pa.array([LONG, SECRET, LONG, None, "x"], type=kind)
    for redacted in (columns.anonymize(array), columns.anonymize(array, operator="redact")):
        assert all(SECRET.encode() not in buffer.to_pybytes() for buffer in buffers(redacted))


def test_the_input_is_read_where_it_is() -> None:
    array = pa.array([LONG] * 20_000)
    before = pa.total_allocated_bytes()
    columns.count(array)
    columns.anonymize(array)
    assert pa.total_allocated_bytes() - before < array.nbytes / 10


def test_the_callers_memory_is_let_go() -> None:
    before = pa.total_allocated_bytes()
    for _ in range(20):
        array = pa.array([LONG, SECRET] * 2_000)
        redacted = columns.anonymize(pa.chunked_array([array, array[3:]]))
        del array, redacted
    assert pa.total_allocated_bytes() - before < 1_000_000


def test_the_answer_outlives_what_it_came_from() -> None:
    redacted = columns.anonymize(pa.array([LONG, SECRET]))
    kept = columns.anonymize(pa.array([LONG] * 1_000))
    for _ in range(50):
        pa.array(["overwritten" * 10] * 1_000)
    assert redacted.to_pylist() == [LONG, "[EMAIL_1]"]
    assert kept.to_pylist() == [LONG] * 1_000
