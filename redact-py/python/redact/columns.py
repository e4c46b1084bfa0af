"""Whole columns: Arrow arrays in and out without a Python object for each row.

Anything that exports its data through the Arrow PyCapsule interface can be given: arrays of pyarrow, Series
of Polars and pandas, columns of nanoarrow or arro3. What comes back is of the same kind. The interpreter's
lock is released for the whole column.

>>> import pyarrow as pa
>>> from redact import columns
>>> texts = pa.array(["メールは taro@example.jp です", None, "no personal data"])
>>> columns.anonymize(texts, operator="replace").to_pylist()
['メールは <EMAIL_ADDRESS> です', None, 'no personal data']
>>> columns.count(texts).to_pylist()
[1, None, 0]

What is copied: nothing on the way in and on the way out. The engine reads the caller's buffers in place. A
chunk in which nothing was found is handed back with the buffers it came with; a chunk in which something was
found is written once, into buffers of its own, so that no buffer that is handed on holds the text that was
taken out. The same is done for slices and for nulls that hide a text. Metadata is not handed on: an anonymized
column and an anonymized table come back without it, since producers repeat values there.
"""

from __future__ import annotations

import importlib
import json
import os
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Dict,
    Mapping,
    NamedTuple,
    Optional,
    Protocol,
    Sequence,
    TypedDict,
    TypeVar,
    Union,
    cast,
)

from redact import Analyzer, Anonymizer, Operator, PlaceholderMap, _native

if TYPE_CHECKING:
    from typing_extensions import Literal, Unpack

__all__ = [
    "AnalyzerOptions",
    "Column",
    "Options",
    "analyze",
    "anonymize",
    "anonymize_table",
    "count",
    "has_personal_data",
    "restore",
]

Column = _native.Column

#: An operator as a caller may write it: itself, its name, or a function from a value and its kind to a text.
AnyOperator = Union[str, Operator, Callable[[str, str], str]]

#: One map for all rows, one for each row, or none to restore from: then one for all rows is made and thrown
#: away. ``"row"`` makes and throws away one for each row, so that every row counts its placeholders from 1.
Maps = Union[PlaceholderMap, Sequence[PlaceholderMap], "Literal['row']", None]


class _ExportsArray(Protocol):
    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...


class _ExportsStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...


Data = TypeVar("Data", bound=Union[_ExportsArray, _ExportsStream])


class AnalyzerOptions(TypedDict, total=False):
    """Which personal data is looked for, and by how many threads: for :func:`analyze` and its like."""

    #: An analyzer of the caller's; otherwise the keywords below make one, as those of :class:`redact.Analyzer`.
    analyzer: Analyzer
    operating_point: Literal["recall", "balanced"]
    entities: Sequence[str]
    score_threshold: float
    recognizers_yaml: Union[str, os.PathLike[str]]
    deny_list: Mapping[str, Sequence[str]]
    allow_list: Sequence[str]
    allow_patterns: Sequence[str]
    #: How many threads share the rows out; 1 unless said, since Polars and Spark have threads of their own.
    threads: int


class Options(AnalyzerOptions, total=False):
    """The same and what stands in place of a find: for :func:`anonymize` and everything built upon it."""

    #: An anonymizer of the caller's; otherwise the two keywords below make one.
    anonymizer: Anonymizer
    #: How every kind is treated: ``"placeholder"`` unless said.
    operator: AnyOperator
    #: How some kinds are treated otherwise.
    operators: Mapping[str, AnyOperator]


class Settings(NamedTuple):
    """Options, resolved once. They pickle, so that they can be sent to workers."""

    analyzer: Analyzer
    anonymizer: Anonymizer
    threads: int


def settings(options: Mapping[str, Any]) -> Settings:
    """The analyzer and the anonymizer that some :class:`Options` ask for.

    :raises TypeError: for keywords that nobody knows, or that contradict each other.
    """
    rest: Dict[str, Any] = dict(options)
    threads = rest.pop("threads", 1)
    if "anonymizer" in rest and not rest.keys().isdisjoint(("operator", "operators")):
        raise TypeError("an anonymizer has its operators; give it alone")
    operator = rest.pop("operator", "placeholder")
    operators = rest.pop("operators", None)
    anonymizer = rest.pop("anonymizer", None)
    if anonymizer is None:
        # A name becomes an operator here and not later: the random salt of a hash is drawn now, once.
        anonymizer = Anonymizer(
            operator, operators=None if operators is None else dict(operators)
        )
    analyzer = rest.pop("analyzer", None)
    if analyzer is None:
        unknown = sorted(rest.keys() - Options.__annotations__.keys())
        if unknown:
            raise TypeError(f"unknown option {', '.join(unknown)}")
        analyzer = Analyzer(**rest)
    elif rest:
        raise TypeError(f"an analyzer has its settings; {', '.join(sorted(rest))} cannot be given with it")
    return Settings(analyzer, anonymizer, threads)


def anonymize(data: Data, *, map: Maps = None, **options: Unpack[Options]) -> Data:
    """The column with everything replaced that is found in it, of the same kind and type.

    :param data: a column of type string, large_string or string_view, or a dictionary of one; nulls stay. An
        extension type comes back as the type that it is stored in, an Enum of Polars as String.
    :param map: where placeholders keep their values: one map for all rows, or a sequence with one for each
        row. Without one, placeholders are those of one map all the same, so that equal values have equal
        placeholders in the whole column, but nothing can be restored. With ``"row"`` every row counts its
        placeholders from 1, and threads and workers need not wait for each other.
    :param options: see :class:`Options`.
    :raises TypeError: when the column does not hold text.
    :raises RedactError: when a row cannot be served; nothing is given out then.

    >>> import pyarrow as pa, redact
    >>> from redact import columns
    >>> map = redact.PlaceholderMap()
    >>> columns.anonymize(pa.array(["a@example.jp", "b@example.jp", "a@example.jp"]), map=map).to_pylist()
    ['[EMAIL_1]', '[EMAIL_2]', '[EMAIL_1]']
    >>> columns.anonymize(pa.array(["a@example.jp", "b@example.jp"]), map="row").to_pylist()
    ['[EMAIL_1]', '[EMAIL_1]']
    >>> phone = redact.Operator("mask", count=4, from_end=True)
    >>> columns.anonymize(pa.array(["Tel. 03-1234-5678"]), operators={"PHONE_NUMBER": phone}).to_pylist()
    ['Tel. 03-1234-****']
    """
    return anonymize_with(settings(options), data, map)


def anonymize_with(settings: Settings, data: Data, map: Maps = None) -> Data:
    """:func:`anonymize` with options that were resolved before."""
    map = one_map(settings, map)
    shared, maps = None, None
    if isinstance(map, PlaceholderMap):
        shared = map
    elif map is not None and not isinstance(map, str):
        maps = list(map)
    column = _native.anonymize_column(
        data, settings.analyzer, settings.anonymizer, shared, maps, settings.threads
    )
    return cast(Data, _like(data, column, is_text=True))


def one_map(settings: Settings, map: Maps) -> Maps:
    """The map that was given, or a new one where placeholders need one and none was.

    :raises TypeError: for a text that is not ``"row"``.
    """
    if isinstance(map, str) and map != "row":
        raise TypeError('map is a PlaceholderMap, a sequence of them, "row" or None')
    if map is None and settings.anonymizer.needs_map:
        return PlaceholderMap()
    return map


def analyze(
    data: Data,
    *,
    offsets: Literal["codepoints", "bytes", "utf16"] = "codepoints",
    **options: Unpack[AnalyzerOptions],
) -> Data:
    """What is found in each row: ``list<struct<entity_type, start, end, score>>``, null for null.

    :param offsets: what ``start`` and ``end`` count; code points unless said, as Python does.

    >>> import pyarrow as pa
    >>> from redact import columns
    >>> columns.analyze(pa.array(["😀 taro@example.jp"])).to_pylist()
    [[{'entity_type': 'EMAIL_ADDRESS', 'start': 2, 'end': 17, 'score': 1.0}]]
    """
    return analyze_with(settings(options), data, offsets)


def analyze_with(settings: Settings, data: Data, answer: str) -> Data:
    """:func:`analyze`, :func:`count` (``"count"``) or :func:`has_personal_data` (``"any"``) with options
    that were resolved before."""
    column = _native.analyze_column(data, settings.analyzer, answer, settings.threads)
    return cast(Data, _like(data, column, is_text=False))


def count(data: Data, **options: Unpack[AnalyzerOptions]) -> Data:
    """How many finds each row has (int32), null for null."""
    return analyze_with(settings(options), data, "count")


def has_personal_data(data: Data, **options: Unpack[AnalyzerOptions]) -> Data:
    """Whether each row has a find (bool), null for null.

    >>> import pyarrow as pa
    >>> from redact import columns
    >>> texts = pa.array(["taro@example.jp", "nothing"])
    >>> texts.filter(columns.has_personal_data(texts)).to_pylist()
    ['taro@example.jp']
    """
    return analyze_with(settings(options), data, "any")


def restore(data: Data, map: Union[PlaceholderMap, Sequence[PlaceholderMap]]) -> Data:
    """The column with the values of its placeholders put back.

    :param map: the map or the maps that :func:`anonymize` was given.

    >>> import pyarrow as pa, redact
    >>> from redact import columns
    >>> map = redact.PlaceholderMap()
    >>> redacted = columns.anonymize(pa.array(["To a@example.jp"]), map=map)
    >>> columns.restore(redacted, map).to_pylist()
    ['To a@example.jp']
    """
    shared = map if isinstance(map, PlaceholderMap) else None
    maps = None if isinstance(map, PlaceholderMap) else list(map)
    return cast(Data, _like(data, _native.restore_column(data, shared, maps), is_text=True))


#: One map for a whole table: as :data:`Maps`, but for several columns.
OneMap = Union[PlaceholderMap, "Literal['row']", None]

#: A ``Table``, ``RecordBatch`` or ``RecordBatchReader`` of pyarrow.
Table = TypeVar("Table")


def anonymize_table(
    table: Table,
    columns: Sequence[str],
    *,
    map: OneMap = None,
    **options: Unpack[Options],
) -> Table:
    """A table of pyarrow with some of its columns anonymized.

    A ``RecordBatchReader`` gives a reader: batches are read, anonymized and handed on one by one, so that
    what is larger than the memory goes through.

    The metadata of the table and of the anonymized columns is not handed on, since it may repeat values;
    what pandas needs to build a frame again (its index, the names of its columns) stays.

    :param columns: the names of the columns; the others stay as they are.
    :param map: as for :func:`anonymize`; one map serves all columns and batches.

    >>> import pyarrow as pa
    >>> from redact import columns
    >>> table = pa.table({"id": [1], "note": ["call 03-1234-5678"]})
    >>> columns.anonymize_table(table, ["note"]).to_pylist()
    [{'id': 1, 'note': 'call [PHONE_1]'}]
    """
    return anonymize_table_with(settings(options), table, columns, map)


def anonymize_table_with(
    settings: Settings, table: Table, columns: Sequence[str], map: OneMap = None
) -> Table:
    """:func:`anonymize_table` with options that were resolved before."""
    pyarrow = library("pyarrow")
    given: Any = table
    check_names(columns, given.schema.names)
    if not columns:
        return table
    map = cast(OneMap, one_map(settings, map))
    if isinstance(table, pyarrow.RecordBatchReader):
        empty = anonymize_table_with(settings, given.schema.empty_table(), columns, map)
        batches = (anonymize_table_with(settings, batch, columns, map) for batch in given)
        return cast(Table, pyarrow.RecordBatchReader.from_batches(empty.schema, batches))
    for name in columns:
        place = given.schema.get_field_index(name)
        redacted = anonymize_with(settings, given.column(place), map)
        field = pyarrow.field(name, redacted.type, given.schema.field(place).nullable)
        given = given.set_column(place, field, redacted)
    return cast(Table, given.replace_schema_metadata(_frame_metadata(given.schema.metadata)))


def _frame_metadata(metadata: Optional[Mapping[bytes, bytes]]) -> Optional[Dict[bytes, bytes]]:
    """What pandas needs to build a frame again, of the metadata of a table; never what a caller put there.

    (pyarrow's ``Table.from_pandas`` writes it: names and types of columns, the index, and ``DataFrame.attrs``.)
    """
    try:
        frame = json.loads((metadata or {})[b"pandas"])
        columns = [{**column, "metadata": _kind_metadata(column)} for column in frame["columns"]]
        kept = {name: frame[name] for name in ("index_columns", "column_indexes", "creator", "pandas_version")}
    except (KeyError, TypeError, ValueError):
        return None
    return {b"pandas": json.dumps({**kept, "columns": columns, "attributes": {}}).encode()}


def _kind_metadata(column: Mapping[str, Any]) -> Optional[Dict[str, Any]]:
    """What describes the type of a column of pandas."""
    known = ("encoding", "num_categories", "ordered", "precision", "scale", "timezone", "unit")
    given = column.get("metadata")
    return None if given is None else {name: given[name] for name in known if name in given}


def check_names(columns: Sequence[str], known: Sequence[str]) -> None:
    """Fails on a column that is not there: what was to be redacted must not slip through by a wrong name.

    :raises KeyError: with the names.
    :raises TypeError: for one name in place of several.
    """
    if isinstance(columns, str):
        raise TypeError("columns is a sequence of names, not one name")
    missing = [name for name in columns if name not in known]
    if missing:
        raise KeyError(f"no column named {', '.join(map(str, missing))}")


def library(name: str) -> Any:
    """A library that is there because the caller uses it; no type checker needs to have it."""
    return importlib.import_module(name)


def chunked(column: Column) -> Any:
    """The column as a ``ChunkedArray`` of pyarrow, chunk for chunk."""
    pyarrow = library("pyarrow")
    chunks = [pyarrow.array(chunk) for chunk in column.chunks]
    if not chunks:
        return pyarrow.chunked_array([], type=pyarrow.array(column).type)
    return pyarrow.chunked_array(chunks)


def _like(data: object, column: Column, *, is_text: bool) -> object:
    """The column as the same kind of object as `data`; what is of no known kind stays a Column."""
    # Whoever hands in an object of a library has imported it; asking by name imports none in vain.
    name = type(data).__module__.partition(".")[0]
    if name == "pyarrow":
        pyarrow = library(name)
        return chunked(column) if isinstance(data, pyarrow.ChunkedArray) else pyarrow.array(column)
    if name == "polars" and isinstance(data, library(name).Series):
        return _polars_series(data, column, is_text=is_text)
    if name == "pandas" and isinstance(data, library(name).Series):
        return library("redact.pandas").series_like(data, column, is_text=is_text)
    return column


def _polars_series(data: Any, column: Column, *, is_text: bool) -> object:
    """The column as a Series with the name of `data`, chunk for chunk, and for texts with its type.

    An Enum has its values in its type: it becomes String.
    """
    polars = library("polars")
    chunks = [polars.Series(chunk) for chunk in column.chunks] or [polars.Series(column)]
    series = chunks[0] if len(chunks) == 1 else polars.concat(chunks, rechunk=False)
    if is_text:
        series = series.cast(polars.String if data.dtype == polars.Enum else data.dtype)
    return series.rename(data.name)
