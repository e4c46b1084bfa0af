"""pandas: Series and columns of a DataFrame, through Arrow (pandas needs pyarrow for that).

>>> import pandas as pd
>>> import redact.pandas
>>> frame = pd.DataFrame({"id": [1, 2], "note": ["call 03-1234-5678", None]})
>>> redact.pandas.anonymize(frame, ["note"], operator="replace")["note"].tolist()[0]
'call <PHONE_NUMBER>'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Sequence, cast

import pandas  # type: ignore[import-untyped,import-not-found,unused-ignore]

from redact import PlaceholderMap, columns as _columns

if TYPE_CHECKING:
    from typing_extensions import Unpack

__all__ = ["analyze", "anonymize", "restore"]


def anonymize(
    frame: pandas.DataFrame,
    columns: Sequence[str],
    *,
    map: _columns.OneMap = None,
    **options: Unpack[_columns.Options],
) -> pandas.DataFrame:
    """A copy of the frame in which some columns are anonymized; index and the types of columns stay.

    ``frame.attrs`` is not handed on: a caller may have kept values there.

    :param columns: the names of the columns.
    :param map: one map for all of them; without one they share one that is thrown away. See
        :func:`redact.columns.anonymize`.
    :param options: see :class:`redact.columns.Options`.
    """
    settings = _columns.settings(options)
    _columns.check_names(columns, list(frame.columns))
    map = cast("_columns.OneMap", _columns.one_map(settings, map))
    redacted = {name: _columns.anonymize_with(settings, frame[name], map) for name in columns}
    answer: pandas.DataFrame = frame.assign(**redacted)
    answer.attrs = {}
    return answer


def analyze(
    frame: pandas.DataFrame, columns: Sequence[str], **options: Unpack[_columns.AnalyzerOptions]
) -> pandas.DataFrame:
    """Every find as a row: ``column``, ``row`` (the index's label), ``entity_type``, ``start``, ``end``,
    ``score``; offsets in code points.

    >>> import pandas as pd
    >>> import redact.pandas
    >>> frame = pd.DataFrame({"note": ["call 03-1234-5678"]}, index=["a"])
    >>> print(redact.pandas.analyze(frame, ["note"]).to_string())
      column row   entity_type  start  end  score
    0   note   a  PHONE_NUMBER      5   17    1.0
    """
    settings = _columns.settings(options)
    _columns.check_names(columns, list(frame.columns))
    rows: list[tuple[Any, ...]] = []
    for name in columns:
        finds: Any = _columns.analyze_with(settings, frame[name], "codepoints")
        for label, found in finds.dropna().items():
            rows.extend(
                (name, label, one["entity_type"], one["start"], one["end"], one["score"])
                for one in found
            )
    names = ["column", "row", "entity_type", "start", "end", "score"]
    answer: pandas.DataFrame = pandas.DataFrame(rows, columns=names)
    return answer


def restore(
    frame: pandas.DataFrame, columns: Sequence[str], map: PlaceholderMap
) -> pandas.DataFrame:
    """A copy of the frame in which the values of the placeholders are put back in some columns."""
    _columns.check_names(columns, list(frame.columns))
    restored = {name: _columns.restore(frame[name], map) for name in columns}
    answer: pandas.DataFrame = frame.assign(**restored)
    return answer


def series_like(data: Any, column: _columns.Column, *, is_text: bool) -> Any:
    """A column as a Series with the index and the name of `data`, and for texts with its type."""
    array = _columns.chunked(column)
    library: Any = pandas
    dtype = None
    if not is_text:
        values = library.arrays.ArrowExtensionArray(array)
    elif data.dtype == object:
        values, dtype = array.to_numpy(), object
    elif isinstance(data.dtype, library.CategoricalDtype):
        values = array.to_pandas().array
    else:
        values = library.array(array, dtype=data.dtype)
    return library.Series(values, index=data.index, name=data.name, dtype=dtype)
