"""Placeholders: with one map, with one for each row, with none; and the values put back."""

from __future__ import annotations

import pyarrow as pa
import pytest

import redact
from redact import columns

TEXTS = ["a@example.jp", "b@example.jp and a@example.jp", None, "none", "[EMAIL_1] typed by the sender"]


@pytest.mark.parametrize("threads", [1, 2])
def test_a_map_of_each_row_counts_from_one(threads: int) -> None:
    redacted = columns.anonymize(pa.array(TEXTS), map="row", threads=threads)
    assert redacted.to_pylist() == [
        "[EMAIL_1]",
        "[EMAIL_1] and [EMAIL_2]",
        None,
        "none",
        "[EMAIL_1] typed by the sender",
    ]


@pytest.mark.parametrize("threads", [1, 2])
def test_without_a_map_two_people_never_share_a_placeholder(threads: int) -> None:
    redacted = columns.anonymize(pa.array(TEXTS), threads=threads)
    assert redacted.to_pylist()[:2] == ["[EMAIL_1]", "[EMAIL_2] and [EMAIL_1]"]
    table = pa.table({"one": TEXTS, "two": TEXTS[::-1]})
    redacted = columns.anonymize_table(table, ["one", "two"], threads=threads)
    assert redacted["one"][0].as_py() == "[EMAIL_1]"
    assert redacted["two"][3].as_py() == "[EMAIL_2] and [EMAIL_1]"
    reader = columns.anonymize_table(table.to_reader(max_chunksize=1), ["one"], threads=threads)
    assert [row["one"] for row in reader.read_all().to_pylist()][:2] == redacted["one"].to_pylist()[:2]


def test_a_map_is_one_of_its_forms() -> None:
    with pytest.raises(TypeError, match='"row" or None'):
        columns.anonymize(pa.array(TEXTS), map="rows")  # type: ignore[arg-type]


@pytest.mark.parametrize("threads", [1, 2])
def test_one_map_for_all_rows(threads: int) -> None:
    map = redact.PlaceholderMap()
    array = pa.array(TEXTS)
    redacted = columns.anonymize(array, map=map, threads=threads)
    first, second, null, plain, typed = redacted.to_pylist()
    assert (first, second, null, plain) == ("[EMAIL_1]", "[EMAIL_2] and [EMAIL_1]", None, "none")
    assert typed != TEXTS[-1], "what the sender typed is not taken for a placeholder of ours"
    assert columns.restore(redacted, map).equals(array)


def test_a_map_goes_on_over_columns_and_single_texts() -> None:
    map = redact.PlaceholderMap()
    columns.anonymize(pa.array(["a@example.jp"]), map=map)
    redacted = columns.anonymize(pa.array(["c@example.jp", "a@example.jp"]), map=map)
    assert redacted.to_pylist() == ["[EMAIL_2]", "[EMAIL_1]"]
    assert redact.Restorer(map).restore("[EMAIL_2]").text == "c@example.jp"


@pytest.mark.parametrize("threads", [1, 2])
def test_one_map_for_each_row(threads: int) -> None:
    chunked = pa.chunked_array([TEXTS[:2], TEXTS[2:]])
    maps = [redact.PlaceholderMap() for _ in TEXTS]
    redacted = columns.anonymize(chunked, map=maps, threads=threads)
    assert redacted.to_pylist()[:2] == ["[EMAIL_1]", "[EMAIL_1] and [EMAIL_2]"]
    assert [len(map) for map in maps] == [1, 2, 0, 0, 0]
    assert columns.restore(redacted, maps).equals(chunked)


def test_maps_must_fit_the_rows() -> None:
    with pytest.raises(redact.InvalidArgumentError, match="1 maps for 5 rows"):
        columns.anonymize(pa.array(TEXTS), map=[redact.PlaceholderMap()])
    maps = [redact.PlaceholderMap() for _ in TEXTS]
    with pytest.raises(redact.InvalidArgumentError, match="dictionary"):
        columns.anonymize(pa.array(TEXTS).dictionary_encode(), map=maps)


def test_a_dictionary_with_one_map_can_be_restored() -> None:
    map = redact.PlaceholderMap()
    array = pa.array(TEXTS + TEXTS).dictionary_encode()
    redacted = columns.anonymize(array, map=map)
    assert len(map) == 2 + 1, "two addresses and what the sender typed"
    assert columns.restore(redacted, map).to_pylist() == TEXTS + TEXTS


def test_a_forgotten_map_fails_closed() -> None:
    map = redact.PlaceholderMap()
    map.forget()
    with pytest.raises(redact.MapUnusableError, match="row 0"):
        columns.anonymize(pa.array(TEXTS), map=map)


def test_an_expired_map_restores_nothing() -> None:
    map = redact.PlaceholderMap()
    redacted = columns.anonymize(pa.array(["a@example.jp"]), map=map)
    map.expires_at = 1
    assert columns.restore(redacted, map).to_pylist() == ["[EMAIL_1]"]


def test_the_salt_of_a_hash_is_one_for_the_whole_column() -> None:
    first, second, other = columns.anonymize(
        pa.array(["a@example.jp", "a@example.jp", "b@example.jp"]), operator="hash"
    ).to_pylist()
    assert first == second != other
    assert len(first) == 64
