"""No byte of what comes back holds an original value: not in rows, dictionaries, types, metadata or statistics,
and not in the files that are written of it.

Every type of Arrow is tried: it is either served or refused with an error that says so.
"""

from __future__ import annotations

import datetime
import decimal
import io
import pickle
import uuid
from typing import Any, Callable, Dict, Iterator, List

import duckdb
import pandas as pd
import polars as pl
import polars.exceptions
import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet
import pytest

import redact
import redact.pandas
import redact.polars
from redact import columns

SECRET = "taro.yamada@example.jp"
OTHER = "hanako.sato@example.jp"
ROWS = [SECRET, None, "x", f"to {OTHER}", SECRET]
SECRETS = [SECRET.encode(), OTHER.encode(), SECRET.encode("utf-16-le")]


def buffers(array: pa.Array) -> Iterator[bytes]:
    for buffer in array.buffers():
        if buffer is not None:
            yield buffer.to_pybytes()
    if pa.types.is_dictionary(array.type):
        yield from buffers(array.dictionary)


def written(table: pa.Table) -> Iterator[bytes]:
    """The table in memory and in every format that pyarrow writes."""
    yield repr(table.schema).encode()
    yield table.schema.serialize().to_pybytes()
    for column in table.columns:
        for chunk in column.chunks:
            yield from buffers(chunk)
    yield pickle.dumps(table)
    file = io.BytesIO()
    pyarrow.feather.write_feather(table, file, compression="uncompressed")
    yield file.getvalue()
    # pyarrow 26 cannot write a dictionary of views as Parquet.
    views = [field.name for field in table.schema if "<values=string_view" in str(field.type)]
    file = io.BytesIO()
    pyarrow.parquet.write_table(table.drop_columns(views), file, compression="none")
    yield file.getvalue()
    stream = io.BytesIO()
    with pa.ipc.new_stream(stream, table.schema) as writer:
        writer.write_table(table)
    yield stream.getvalue()


def assert_clean(pieces: Iterator[bytes]) -> None:
    for number, piece in enumerate(pieces):
        assert not any(secret in piece for secret in SECRETS), f"piece {number} of {len(piece)} bytes"


def dictionary(index: pa.DataType, value: pa.DataType, ordered: bool = False) -> pa.Array:
    # The dictionary holds an entry that no row names.
    entries = pa.array([SECRET, "x", f"to {OTHER}", f"unused {OTHER}"]).cast(value)
    return pa.DictionaryArray.from_arrays(pa.array([0, None, 1, 2, 0], index), entries, ordered=ordered)


SERVED: Dict[str, pa.Array] = {
    "string": pa.array(ROWS),
    "large_string": pa.array(ROWS, pa.large_string()),
    "string_view": pa.array(ROWS, pa.string_view()),
    "slice": pa.array([SECRET, *ROWS, OTHER])[1:6],
    "json": pa.ExtensionArray.from_storage(pa.json_(), pa.array(ROWS)),
    "opaque": pa.ExtensionArray.from_storage(pa.opaque(pa.string(), SECRET, OTHER), pa.array(ROWS)),
    "ordered dictionary": dictionary(pa.int8(), pa.string(), ordered=True),
    **{
        f"dictionary by {index}": dictionary(index, pa.large_string())
        for index in (
            pa.int8(),
            pa.int16(),
            pa.int32(),
            pa.int64(),
            pa.uint8(),
            pa.uint16(),
            pa.uint32(),
            pa.uint64(),
        )
    },
    "dictionary of string_view": dictionary(pa.int32(), pa.string_view()),
}

_DAY = datetime.date(2020, 1, 2)
_TIME = datetime.datetime(2020, 1, 2)
_PAIRS = [[("key", SECRET)]]
REFUSED: Dict[str, pa.Array] = {
    "bool": pa.array([True]),
    "int64": pa.array([1]),
    "uint8": pa.array([1], pa.uint8()),
    "float16": pa.array([1.0], pa.float16()),
    "float64": pa.array([1.0]),
    "decimal32": pa.array([decimal.Decimal("1.5")], pa.decimal32(3, 1)),
    "decimal128": pa.array([decimal.Decimal("1.5")], pa.decimal128(3, 1)),
    "decimal256": pa.array([decimal.Decimal("1.5")], pa.decimal256(40, 1)),
    "date32": pa.array([_DAY], pa.date32()),
    "date64": pa.array([_DAY], pa.date64()),
    "time32": pa.array([1], pa.time32("s")),
    "time64": pa.array([1], pa.time64("us")),
    "timestamp": pa.array([_TIME], pa.timestamp("us", "UTC")),
    "duration": pa.array([1], pa.duration("s")),
    "interval": pa.array([(1, 2, 3)], pa.month_day_nano_interval()),
    "binary": pa.array([SECRET.encode()]),
    "large_binary": pa.array([SECRET.encode()], pa.large_binary()),
    "binary_view": pa.array([SECRET.encode()], pa.binary_view()),
    "fixed_size_binary": pa.array([SECRET.encode()], pa.binary(len(SECRET))),
    "list": pa.array([[SECRET]]),
    "large_list": pa.array([[SECRET]], pa.large_list(pa.string())),
    "list_view": pa.array([[SECRET]], pa.list_view(pa.string())),
    "large_list_view": pa.array([[SECRET]], pa.large_list_view(pa.string())),
    "fixed_size_list": pa.array([[SECRET]], pa.list_(pa.string(), 1)),
    "struct": pa.array([{"text": SECRET}]),
    "map": pa.array(_PAIRS, pa.map_(pa.string(), pa.string())),
    "dense_union": pa.UnionArray.from_dense(
        pa.array([0], pa.int8()), pa.array([0], pa.int32()), [pa.array([SECRET])]
    ),
    "sparse_union": pa.UnionArray.from_sparse(pa.array([0], pa.int8()), [pa.array([SECRET])]),
    "run_end_encoded": pa.RunEndEncodedArray.from_arrays([2], pa.array([SECRET])),
    "dictionary of binary": pa.array([SECRET.encode()]).dictionary_encode(),
    "dictionary of int": pa.array([1]).dictionary_encode(),
    "bool8": pa.ExtensionArray.from_storage(pa.bool8(), pa.array([1], pa.int8())),
    "uuid": pa.array([uuid.UUID(int=1).bytes], pa.uuid()),
    "fixed_shape_tensor": pa.ExtensionArray.from_storage(
        pa.fixed_shape_tensor(pa.int8(), [1]), pa.array([[1]], pa.list_(pa.int8(), 1))
    ),
}


def with_metadata(column: pa.Array) -> pa.Table:
    """A table whose field and schema repeat the values, as producers do."""
    notes = {"values": SECRET, SECRET: "key", "_PL_ENUM_VALUES2": f"{len(SECRET)};{SECRET}"}
    # A field of an extension type keeps its own metadata in its type.
    plain = not isinstance(column.type, pa.BaseExtensionType)
    field = pa.field("note", column.type, metadata=notes if plain else None)
    return pa.table([column], schema=pa.schema([field], metadata={"values": SECRET, OTHER: "key"}))


@pytest.mark.parametrize("operator", ["placeholder", "replace", "redact", "mask", "hash"])
@pytest.mark.parametrize("kind", SERVED)
def test_a_table_that_is_served_holds_no_byte_of_a_value(kind: str, operator: str) -> None:
    array = SERVED[kind]
    table = with_metadata(array)
    redacted = columns.anonymize_table(table, ["note"], operator=operator)
    redacted.validate(full=True)
    assert_clean(written(redacted))
    assert [row is None for row in redacted["note"].to_pylist()] == [row is None for row in ROWS]
    assert_clean(written(pa.table({"note": columns.anonymize(array, operator=operator)})))
    reader = columns.anonymize_table(table.to_reader(), ["note"], operator=operator)
    assert_clean(iter([reader.schema.serialize().to_pybytes()]))
    assert_clean(written(reader.read_all()))
    [batch] = columns.anonymize_table(table.to_batches()[0], ["note"], operator=operator), 
    assert_clean(written(pa.Table.from_batches([batch])))


def test_a_type_without_finds_loses_its_metadata_too() -> None:
    redacted = columns.anonymize_table(with_metadata(pa.array(["x", None])), ["note"])
    assert redacted.schema.field("note").metadata is None
    assert_clean(written(redacted))


@pytest.mark.parametrize("kind", REFUSED)
@pytest.mark.parametrize("function", [columns.anonymize, columns.analyze, columns.count])
def test_every_other_type_is_refused(kind: str, function: Callable[..., Any]) -> None:
    with pytest.raises(TypeError, match="holds no text|cannot be read") as error:
        function(REFUSED[kind])
    assert SECRET not in str(error.value)
    with pytest.raises(TypeError):
        columns.anonymize_table(pa.table({"note": REFUSED[kind]}), ["note"])


def polars_bytes(frame: pl.DataFrame) -> Iterator[bytes]:
    yield repr(frame.schema).encode()
    yield pickle.dumps(frame)
    for write in (
        lambda file: frame.write_parquet(file, compression="uncompressed"),
        lambda file: frame.write_ipc(file, compression="uncompressed"),
        lambda file: frame.write_csv(file),
    ):
        file = io.BytesIO()
        write(file)
        yield file.getvalue()
    yield from written(frame.to_arrow())


VALUES = [row for row in dict.fromkeys(ROWS) if row is not None]
POLARS = {
    "String": pl.String(),
    "Categorical": pl.Categorical(),
    "Enum": pl.Enum([*VALUES, f"unused {OTHER}"]),
}


@pytest.mark.parametrize("kind", POLARS)
@pytest.mark.parametrize("operator", ["placeholder", "replace"])
def test_series_of_polars(kind: str, operator: str) -> None:
    series = pl.Series("note", ROWS, dtype=POLARS[kind])
    redacted = columns.anonymize(series, operator=operator)
    assert isinstance(redacted, pl.Series)
    assert redacted.dtype == (pl.String if kind == "Enum" else POLARS[kind])
    assert redacted.name == "note"
    assert redacted.null_count() == 1
    assert redacted[2] == "x"
    assert_clean(polars_bytes(redacted.to_frame()))


def test_an_enum_of_polars_comes_back_from_its_placeholders() -> None:
    map = redact.PlaceholderMap()
    series = pl.Series("note", ROWS, dtype=POLARS["Enum"])
    redacted = columns.anonymize(series, map=map)
    assert columns.restore(redacted, map).to_list() == ROWS


@pytest.mark.parametrize("engine", ["in-memory", "streaming"])
def test_an_enum_in_an_expression_is_refused(engine: str) -> None:
    frame = pl.DataFrame([pl.Series("note", ROWS, dtype=POLARS["Enum"])]).lazy()
    with pytest.raises(Exception, match="cast the column to String first") as error:
        frame.select(redact.polars.anonymize("note")).collect(engine=engine)  # type: ignore[call-overload]
    assert SECRET not in str(error.value)
    text = pl.col("note").cast(pl.String)
    answer = frame.select(redact.polars.anonymize(text)).collect(engine=engine)  # type: ignore[call-overload]
    assert_clean(polars_bytes(answer))


def test_a_series_of_polars_of_type_null() -> None:
    series = pl.Series("note", [None, None])
    assert series.dtype == pl.Null
    redacted = columns.anonymize(series)
    assert (redacted.dtype, redacted.name, redacted.to_list()) == (pl.Null, "note", [None, None])
    assert columns.count(series).to_list() == [None, None]
    frame = series.to_frame()
    assert frame.select(redact.polars.anonymize("note")).equals(frame, null_equal=True)
    assert frame.clear().select(redact.polars.anonymize("note")).schema == frame.schema


def pandas_bytes(frame: pd.DataFrame) -> Iterator[bytes]:
    yield pickle.dumps(frame)
    yield repr(frame.dtypes.to_dict()).encode() + repr(frame.attrs).encode()
    file = io.BytesIO()
    frame.to_parquet(file, compression=None)
    yield file.getvalue()
    yield from written(pa.Table.from_pandas(frame))


@pytest.mark.parametrize(
    "dtype",
    [
        "str",
        object,
        "string[pyarrow]",
        "category",
        pd.ArrowDtype(pa.string()),
        pd.ArrowDtype(pa.dictionary(pa.int8(), pa.string())),
        pd.CategoricalDtype([*VALUES, f"unused {OTHER}"], ordered=True),
    ],
    ids=str,
)
def test_frames_of_pandas(dtype: Any) -> None:
    series = pd.Series(ROWS, dtype=dtype)
    series.attrs["seen"] = SECRET
    frame = pd.DataFrame({"note": series})
    frame.attrs["seen"] = [SECRET]
    assert_clean(pandas_bytes(redact.pandas.anonymize(frame, ["note"])))
    assert_clean(pandas_bytes(columns.anonymize(series, operator="replace").to_frame("note")))
    assert frame.attrs, "the caller's frame is not touched"


def test_a_table_of_pandas_finds_its_index_again() -> None:
    frame = pd.DataFrame({"note": ["x", SECRET]}, index=pd.Index(["a", "b"], name="row"))
    frame["kind"] = pd.Categorical(["one", "two"])
    frame.attrs["seen"] = SECRET
    redacted = columns.anonymize_table(pa.Table.from_pandas(frame), ["note"], operator="replace")
    assert_clean(written(redacted))
    again = redacted.to_pandas()
    assert again.index.equals(frame.index)
    assert again.dtypes.equals(frame.dtypes)
    assert again["note"].tolist() == ["x", "<EMAIL_ADDRESS>"]
    assert again.attrs == {}


@pytest.mark.parametrize("metadata", [b"{", b"[]", b'{"columns": 1}', SECRET.encode()])
def test_broken_metadata_of_pandas_is_left_out(metadata: bytes) -> None:
    table = pa.table({"note": ROWS}).replace_schema_metadata({b"pandas": metadata})
    assert columns.anonymize_table(table, ["note"]).schema.metadata is None


def test_values_that_are_not_texts_are_refused_without_their_text() -> None:
    for rows in ([1, SECRET], [SECRET, 1], [SECRET, [SECRET]], [SECRET, 1.5], [SECRET, b"x"]):
        with pytest.raises(TypeError, match="str and None alone|holds no text") as error:
            columns.anonymize(pd.Series(rows, dtype=object))
        assert SECRET not in str(error.value)
        assert error.value.__cause__ is None
        assert error.value.__context__ is None


def test_what_duckdb_hands_out_and_takes_in() -> None:
    with duckdb.connect() as connection:
        values = ", ".join(f"'{value}'" for value in VALUES)
        connection.sql(f"create type kind as enum ({values}, 'unused {OTHER}')")
        connection.sql("create table notes (enumerated kind, plain varchar)")
        rows: List[Any] = [[row, row] for row in ROWS]
        connection.executemany("insert into notes values (?, ?)", rows)
        reader = pa.RecordBatchReader.from_stream(connection.sql("from notes"))
        redacted = columns.anonymize_table(reader, ["enumerated", "plain"]).read_all()
        assert_clean(written(redacted))
        assert redacted["plain"].to_pylist() == redacted["enumerated"].to_pylist()
        again = connection.sql("select enumerated::varchar from redacted").fetchall()
        assert [row for (row,) in again] == redacted["plain"].to_pylist()
