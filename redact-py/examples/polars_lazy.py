"""A lazy frame of Polars: a file larger than the memory, filtered and redacted while it streams."""

import tempfile
from pathlib import Path

import polars as pl

import redact.polars as rp

with tempfile.TemporaryDirectory() as folder:
    source, target = Path(folder, "notes.parquet"), Path(folder, "redacted.parquet")
    pl.DataFrame(
        {
            "id": range(10_000),
            "note": [f"お問い合わせ {number}: user{number}@example.jp" if number % 2 else "なし" for number in range(10_000)],
        }
    ).write_parquet(source)

    query = (
        pl.scan_parquet(source)
        .filter(rp.has_personal_data("note"))
        .with_columns(rp.count("note").alias("finds"), rp.anonymize("note", operator="replace"))
    )
    query.sink_parquet(target)

    redacted = pl.read_parquet(target)
    print(redacted.head(3))
    assert len(redacted) == 5_000
    assert redacted["note"][0] == "お問い合わせ 1: <EMAIL_ADDRESS>"

# The same as a namespace of every expression, on an eager frame.
frame = pl.DataFrame({"note": ["call 03-1234-5678"]})
finds = frame.select(pl.col("note").redact.analyze())  # type: ignore[attr-defined]
print(finds["note"].to_list())
assert finds["note"][0][0]["entity_type"] == "PHONE_NUMBER"
