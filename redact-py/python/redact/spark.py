"""Spark: columns anonymized by the workers of a cluster, for data larger than one machine.

The package must be installed where the workers run. Rows reach it as Arrow batches. An engine is built once a
worker process, whatever the number of tasks and batches: what is sent to the workers is the settings, and
analyzers of equal settings share one engine in a process.

A map cannot be shared between processes, so that placeholders count from 1 in every row and are not restored.
What must be linked or turned back goes by other operators: ``hash`` gives equal values equal hashes in all
workers (its salt is drawn once, where the job is made), ``encrypt`` can be decrypted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Sequence, cast

from redact import columns as _columns
from redact.columns import library

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame  # type: ignore[import-not-found,unused-ignore]
    from typing_extensions import Unpack

__all__ = ["analyze_udf", "anonymize", "anonymize_udf"]

#: The type of what :func:`analyze_udf` gives.
FINDS = "array<struct<entity_type:string,start:bigint,end:bigint,score:double>>"


def anonymize(
    frame: DataFrame, columns: Sequence[str], **options: Unpack[_columns.Options]
) -> DataFrame:
    """The frame with some of its columns anonymized; only these columns travel to Python.

    :param columns: the names of columns of strings.
    :param options: see :class:`redact.columns.Options`.
    :raises KeyError: for a name that no column has.
    :raises TypeError: for a column of another type.

    ::

        redacted = redact.spark.anonymize(frame, ["note", "address"], operator="replace")
    """
    functions, types = library("pyspark.sql.functions"), library("pyspark.sql.types")
    texts = (types.StringType, types.VarcharType, types.CharType)
    _columns.check_names(columns, frame.columns)
    for name in columns:
        kind = frame.schema[name].dataType
        if not isinstance(kind, texts):
            raise TypeError(f"the column {name} holds no text but {kind.simpleString()}")
    redact = anonymize_udf(**options)
    # A name with a dot or a blank in it is one name, not a path.
    quoted = {name: functions.col("`" + name.replace("`", "``") + "`") for name in columns}
    redacted: DataFrame = frame.withColumns({name: redact(quoted[name]) for name in columns})
    return redacted


def anonymize_udf(**options: Unpack[_columns.Options]) -> Callable[[Any], Column]:
    """A function of columns, for ``select`` and for ``spark.udf.register``.

    ::

        redact_text = redact.spark.anonymize_udf(operator="replace")
        frame.select(redact_text("note"))
        spark.udf.register("redact_text", redact_text)
        spark.sql("select redact_text(note) from notes")
    """
    settings = _columns.settings(options)
    return _udf("redact", lambda texts: _columns.anonymize_with(settings, texts, "row"), "string")


def analyze_udf(**options: Unpack[_columns.AnalyzerOptions]) -> Callable[[Any], Column]:
    """A function of columns that gives what is found in each row, offsets in code points."""
    settings = _columns.settings(options)
    return _udf("finds", lambda texts: _columns.analyze_with(settings, texts, "codepoints"), FINDS)


def _udf(name: str, function: Callable[[Any], Any], returns: str) -> Callable[[Any], Column]:
    """A function over Arrow arrays as one of Spark's, by way of pandas where Spark is older than 4.1."""
    functions, pyarrow = library("pyspark.sql.functions"), library("pyarrow")
    # Spark reads from the annotations which kind of function it is.
    if hasattr(functions, "arrow_udf"):

        def over_arrow(texts: Any) -> Any:
            return function(texts)

        over_arrow.__name__ = name
        over_arrow.__annotations__ = {"texts": pyarrow.Array, "return": pyarrow.Array}
        return cast("Callable[[Any], Column]", functions.arrow_udf(over_arrow, returns))

    def over_pandas(texts: Any) -> Any:
        return function(pyarrow.array(texts, type=pyarrow.string(), from_pandas=True)).to_pandas()

    series = library("pandas").Series
    over_pandas.__name__ = name
    over_pandas.__annotations__ = {"texts": series, "return": series}
    return cast("Callable[[Any], Column]", functions.pandas_udf(over_pandas, returns))
