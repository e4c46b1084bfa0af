"""DuckDB: a function of SQL, and the rows of a query streamed through Arrow."""

import duckdb
import pyarrow as pa

import redact
from redact import columns

connection = duckdb.connect()
connection.sql("create table notes as select i as id, 'write to user' || i || '@example.jp' as note from range(5000) r(i)")

# As a function of SQL: DuckDB hands over Arrow arrays, a vector of rows at a time.
settings = {"analyzer": redact.Analyzer(), "anonymizer": redact.Anonymizer("replace")}
connection.create_function(
    "redact_text", lambda texts: columns.anonymize(texts, **settings), ["VARCHAR"], "VARCHAR", type="arrow"
)
answer = connection.sql("select redact_text(note), count(*) from notes group by all").fetchall()
print(answer)
assert answer == [("write to <EMAIL_ADDRESS>", 5000)]

# As a stream: nothing is held in memory but the batch at hand, and a map keeps what stood there.
map = redact.PlaceholderMap()
reader = pa.RecordBatchReader.from_stream(connection.sql("from notes order by id"))
redacted = columns.anonymize_table(reader, ["note"], map=map).read_all()
print(redacted.slice(0, 2).to_pylist())
assert redacted["note"][4999].as_py() == "write to [EMAIL_5000]"

# What came out is a table that DuckDB queries as any other.
notes = columns.restore(redacted["note"], map)
restored = pa.table({"note": notes})
assert connection.sql("select count(distinct note) from restored").fetchall() == [(5000,)]
assert restored.num_rows == 5000
connection.close()
