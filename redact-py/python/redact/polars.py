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
streaming engine may cut a column into batches of its own: without a map every row counts its placeholders
from 1, so that it makes no difference; with a map a column is worked on in one piece and in order.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Optional, Union

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
        self, *, map: Optional[PlaceholderMap] = None, **options: Unpack[_columns.Options]
    ) -> polars.Expr:
        """The column with everything replaced that is found in it; see :func:`redact.columns.anonymize`."""
        settings = _columns.settings(options)
        function = partial(_anonymize, settings=settings, map=map)
        return self._expr.map_batches(
            function, return_dtype=polars.self_dtype(), is_elementwise=map is None
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
        function = partial(_columns.restore, map=map)
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
    map: Optional[PlaceholderMap] = None,
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


def _anonymize(
    series: polars.Series, settings: _columns.Settings, map: Optional[PlaceholderMap]
) -> polars.Series:
    return _columns.anonymize_with(settings, series, map)


def _analyze(series: polars.Series, settings: _columns.Settings, answer: str) -> polars.Series:
    return _columns.analyze_with(settings, series, answer)
