"""Spark: columns redacted by the workers of a cluster (here: of this machine)."""

import os
import sys

from pyspark.sql import SparkSession

import redact
import redact.spark

# The workers must be the interpreter that has this package.
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.host", "127.0.0.1")
    .getOrCreate()
)
frame = spark.createDataFrame(
    [(1, "write to taro@example.jp"), (2, "taro@example.jp called from 03-1234-5678"), (3, None)],
    "id int, note string",
)

# The salt of the hash is drawn here, once: equal addresses stay equal in all workers, so that they can be joined.
redacted = redact.spark.anonymize(
    frame, ["note"], operators={"EMAIL_ADDRESS": redact.Operator("hash")}, operator="replace"
)
first, second, third = (row.note for row in redacted.orderBy("id").collect())
print(first, second, third, sep="\n")
assert first.split()[2] == second.split()[0]
assert second.endswith("called from <PHONE_NUMBER>")
assert third is None

# The same in SQL.
frame.createOrReplaceTempView("notes")
spark.udf.register("redact_text", redact.spark.anonymize_udf(operator="replace"))
spark.sql("select id, redact_text(note) as note from notes").show(truncate=False)
spark.stop()
