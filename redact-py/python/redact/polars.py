"""Polars: expressions that anonymize and analyze a column, in eager and in lazy frames.

Importing this module gives every expression a namespace ``redact``; the functions of the same names say the
same in a way that type checkers know.

>>> import polars as pl
>>> import redact.polars
>>> frame = pl.LazyFrame({"id": [1, 2], "note": ["call 03-1234-5678", None]})
>>> frame.with_columns(pl.col("note").redact.anonymize(operator="replace")).collect()["note"].to_list()
['call <PHONE_NUMBER>', None]
>>> frame.select(redact.polars.count("note")).collect()["note"].to_list()
[1, None]

The data goes through Arrow without being copied, and the interpreter's lock is released meanwhile. The
streaming engine may cut a column into batches of its own. Placeholders are numbered over the whole column, which
is therefore worked on in one piece and in order; with ``map="row"``, and with operators other than placeholders,
it goes batch by batch.

An Enum lists its values in its type, so that no expression can keep it: cast it to String first.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Union

import polars  # type: ignore[import-not-found,unused-ignore]

from redact import PlaceholderMap, columns as _columns

if TYPE_CHECKING:
    from typing_extensions import Literal, Unpack

    from polars._typing import PolarsDataType  # type: ignore[import-not-found,unused-ignore]

__all__ = ["RedactExpr", "analyze", "anonymize", "count", "has_personal_data", "restore"]

#: What :func:`analyze` gives.
FINDS = polars.List(
    polars.Struct(
        {
            "entity_type": polars.String,
            "start": polars.Int64,
            "end": polars.Int64,
            "score": polars.Float64,
        }
    )
)


@polars.api.register_expr_namespace("redact")
class RedactExpr:
    """``pl.col("text").redact``: what this package does with a column of texts."""

    def __init__(self, expr: polars.Expr) -> None:
        self._expr = expr

    def anonymize(
        self, *, map: _columns.OneMap = None, **options: Unpack[_columns.Options]
    ) -> polars.Expr:
        """The column with everything replaced that is found in it; see :func:`redact.columns.anonymize`."""
        settings = _columns.settings(options)
        function = partial(_anonymize, settings=settings, map=_NewMap(settings) if map is None else map)
        is_elementwise = map == "row" or not settings.anonymizer.needs_map
        return self._expr.map_batches(
            function, return_dtype=polars.self_dtype(), is_elementwise=is_elementwise
        )

    def analyze(
        self,
        *,
        offsets: Literal["codepoints", "bytes", "utf16"] = "codepoints",
        **options: Unpack[_columns.AnalyzerOptions],
    ) -> polars.Expr:
        """What is found in each row: a list of structs; see :func:`redact.columns.analyze`."""
        return self._answer(options, offsets, FINDS)

    def count(self, **options: Unpack[_columns.AnalyzerOptions]) -> polars.Expr:
        """How many finds each row has."""
        return self._answer(options, "count", polars.Int32)

    def has_personal_data(self, **options: Unpack[_columns.AnalyzerOptions]) -> polars.Expr:
        """Whether each row has a find: a filter."""
        return self._answer(options, "any", polars.Boolean)

    def restore(self, map: PlaceholderMap) -> polars.Expr:
        """The column with the values of its placeholders put back."""
        function = partial(_restore, map=map)
        return self._expr.map_batches(
            function, return_dtype=polars.self_dtype(), is_elementwise=True
        )

    def _answer(
        self, options: _columns.AnalyzerOptions, answer: str, dtype: PolarsDataType
    ) -> polars.Expr:
        function = partial(_analyze, settings=_columns.settings(options), answer=answer)
        return self._expr.map_batches(function, return_dtype=dtype, is_elementwise=True)


def anonymize(
    column: Union[str, polars.Expr],
    *,
    map: _columns.OneMap = None,
    **options: Unpack[_columns.Options],
) -> polars.Expr:
    """``pl.col(column).redact.anonymize(…)``."""
    return _of(column).anonymize(map=map, **options)


def analyze(
    column: Union[str, polars.Expr],
    *,
    offsets: Literal["codepoints", "bytes", "utf16"] = "codepoints",
    **options: Unpack[_columns.AnalyzerOptions],
) -> polars.Expr:
    """``pl.col(column).redact.analyze(…)``."""
    return _of(column).analyze(offsets=offsets, **options)


def count(
    column: Union[str, polars.Expr], **options: Unpack[_columns.AnalyzerOptions]
) -> polars.Expr:
    """``pl.col(column).redact.count(…)``."""
    return _of(column).count(**options)


def has_personal_data(
    column: Union[str, polars.Expr], **options: Unpack[_columns.AnalyzerOptions]
) -> polars.Expr:
    """``pl.col(column).redact.has_personal_data(…)``."""
    return _of(column).has_personal_data(**options)


def restore(column: Union[str, polars.Expr], map: PlaceholderMap) -> polars.Expr:
    """``pl.col(column).redact.restore(map)``."""
    return _of(column).restore(map)


def _of(column: Union[str, polars.Expr]) -> RedactExpr:
    return RedactExpr(polars.col(column) if isinstance(column, str) else column)


class _NewMap:
    """The one map of an expression that was given none: all its groups number their placeholders together.

    It is not pickled with the expression; the copy begins with a new one.
    """

    def __init__(self, settings: _columns.Settings) -> None:
        self.settings = settings
        self.map = _columns.one_map(settings, None)

    def __reduce__(self) -> Any:
        return _NewMap, (self.settings,)


def _anonymize(
    series: polars.Series, settings: _columns.Settings, map: Union[_columns.OneMap, _NewMap]
) -> polars.Series:
    _check_type(series)
    return _columns.anonymize_with(settings, series, map.map if isinstance(map, _NewMap) else map)


def _restore(series: polars.Series, map: PlaceholderMap) -> polars.Series:
    _check_type(series)
    return _columns.restore(series, map)


def _check_type(series: polars.Series) -> None:
    """Fails on an Enum: what an expression gives must have the type that the plan says."""
    if series.dtype == polars.Enum:
        raise TypeError("the type of an Enum lists its values; cast the column to String first")


def _analyze(series: polars.Series, settings: _columns.Settings, answer: str) -> polars.Series:
    return _columns.analyze_with(settings, series, answer)
