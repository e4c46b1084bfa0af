"""Spark on this machine: 100,000 rows through worker processes."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Iterator

import pytest

import redact

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytest.importorskip("pyspark", reason="pyspark is not installed (see requirements-dev.txt)")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java (17 or later), and there is none here", allow_module_level=True)

ROWS = 100_000


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    from pyspark.sql import SparkSession

    # The workers must be the interpreter that has this package.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").appName("redact")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def test_a_hundred_thousand_rows(spark: SparkSession) -> None:
    import redact.spark

    frame = spark.range(ROWS, numPartitions=8).selectExpr(
        "id",
        "if(id % 10 = 0, null, concat('お問い合わせ ', id, ': user', id, '@example.jp')) as `the note`",
        "concat('call 03-', lpad(cast(id % 10000 as string), 4, '0'), '-5678') as phone",
    )
    mask = redact.Operator("mask", count=4, from_end=True)
    redacted = redact.spark.anonymize(
        frame, ["the note", "phone"], operator="replace", operators={"PHONE_NUMBER": mask}
    )
    assert redacted.schema == frame.schema
    answer = redacted.selectExpr(
        "count(*) as total",
        "count(`the note`) as notes",
        "sum(cast(`the note` = concat('お問い合わせ ', id, ': <EMAIL_ADDRESS>') as int)) as redacted",
        "sum(cast(phone like 'call 03-____-****' as int)) as masked",
    ).first()
    assert answer is not None
    assert answer.asDict() == {
        "total": ROWS,
        "notes": ROWS - ROWS // 10,
        "redacted": ROWS - ROWS // 10,
        "masked": ROWS,
    }


def test_equal_values_have_equal_hashes_in_all_workers(spark: SparkSession) -> None:
    import redact.spark

    frame = spark.range(2_000, numPartitions=4).selectExpr("concat('u', id % 3, '@example.jp') as note")
    hashed = redact.spark.anonymize(frame, ["note"], operator="hash")
    assert hashed.distinct().count() == 3


def test_functions_in_select_and_in_sql(spark: SparkSession) -> None:
    import redact.spark

    frame = spark.createDataFrame([("call 03-1234-5678",), (None,)], "note string")
    [first, second] = frame.select(
        redact.spark.anonymize_udf()("note").alias("text"),
        redact.spark.analyze_udf()("note").alias("finds"),
    ).collect()
    assert first.text == "call [PHONE_1]"
    assert [(one.entity_type, one.start, one.end) for one in first.finds] == [("PHONE_NUMBER", 5, 17)]
    assert (second.text, second.finds) == (None, None)

    frame.createOrReplaceTempView("notes")
    spark.udf.register("redact_text", redact.spark.anonymize_udf(operator="redact"))
    assert [row[0] for row in spark.sql("select redact_text(note) from notes").collect()] == ["call ", None]


def test_mistakes_show_before_the_job_runs(spark: SparkSession) -> None:
    import redact.spark

    frame = spark.range(3).selectExpr("id", "'x' as note")
    with pytest.raises(KeyError, match="nite"):
        redact.spark.anonymize(frame, ["nite"])
    with pytest.raises(TypeError, match="id holds no text but bigint"):
        redact.spark.anonymize(frame, ["id"])
    with pytest.raises(TypeError, match="unknown option"):
        redact.spark.anonymize(frame, ["note"], operater="mask")  # type: ignore[call-arg]
    with pytest.raises(redact.InvalidArgumentError):
        redact.spark.anonymize(frame, ["note"], entities=["NO_SUCH_KIND"])
